// SPDX-License-Identifier: Apache-2.0
// What a bad rule file and bad facts say: every error at once, with place, expectation and one hint.
#include <iostream>
#include <memory>
#include <slieksnis/lv.hpp>
#include <slieksnis/slieksnis.hpp>

constexpr const char* bad_rules = R"json({
  "topic": "meals",
  "title": { "lv": "Ēdināšana", "en": "Meals" },
  "covers": { "from": "2025-01-01", "to": "2027-01-01" },
  "reviewed": "2026-11-21",
  "sources": { "own": { "act": { "lv": "Piemērs", "en": "Example" }, "address": "https://example.org/", "kind": "municipal" } },
  "variables": {
    "meal_support": { "lv": "ēdināšanas_atbalsts", "title": { "lv": "atbalsts", "en": "support" }, "of": "country", "unit": "EUR/month",
      "versions": [ { "from": "2025-01-01", "value": 10.5, "source": "own" } ] },
    "meal_total": { "lv": "ēdināšana_kopā", "title": { "lv": "kopā", "en": "total" }, "of": "country", "unit": "EUR/month", "valeus": 3,
      "versions": [ { "from": "2025-02-30", "formula": "meal_support * ", "source": "own" } ] } }
})json";

int main() {
  const auto rules = std::make_shared<slieksnis::source_text>("meals.json", bad_rules);
  for (const auto& problem : slieksnis::check_rule_files({rules}))
    std::cout << problem.text(slieksnis::language::en) << '\n';

  const auto facts = std::make_shared<slieksnis::source_text>(
      "case.json", R"({"household": {"members": 2, "incme": "12,5,0", "income": "-4"}})");
  try {
    static_cast<void>(load_facts(slieksnis::lv::law(), facts));
  } catch (const slieksnis::unusable& refused) {
    std::cout << refused.text(slieksnis::language::lv);
  }
}
