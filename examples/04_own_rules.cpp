// SPDX-License-Identifier: Apache-2.0
// Rules of one's own beside the shipped ones: a municipality that pays ten euro for each child in a poor
// household.
#include <iostream>
#include <memory>
#include <slieksnis/slieksnis.hpp>

using namespace std::chrono_literals;

constexpr const char* own_rules = R"json({
  "topic": "school_meals",
  "title": { "lv": "Skolas ēdināšana", "en": "School meals" },
  "covers": { "from": "2025-01-01", "to": "2027-01-01" },
  "reviewed": "2026-11-21",
  "sources": {
    "own": { "act": { "lv": "Piemēra noteikumi", "en": "Example rules" }, "address": "https://example.org/", "kind": "municipal" }
  },
  "parameters": {
    "meal_support": { "lv": "ēdināšanas_atbalsts_bērnam", "title": { "lv": "atbalsts par bērnu", "en": "support per child" }, "unit": "EUR/month",
      "versions": [ { "from": "2025-01-01", "value": "10.00", "source": "own" } ] } },
  "benefits": {
    "school_meals": { "lv": "skolas_ēdināšana", "title": { "lv": "atbalsts skolas ēdināšanai", "en": "support for school meals" },
      "of": "household", "unit": "EUR/month", "paid": "month",
      "versions": [ { "from": "2025-01-01", "entitled_if": "poor_household and children > 0", "amount": "meal_support * children",
                      "round": { "to": "0.01", "mode": "half_up", "source": "assumed" }, "source": "own" } ] } }
})json";

int main() try {
  std::vector<slieksnis::source_pointer> files;
  for (const auto& file : slieksnis::embedded_rule_files())
    files.push_back(
        std::make_shared<slieksnis::source_text>(std::string(file.path), std::string(file.bytes)));
  files.push_back(std::make_shared<slieksnis::source_text>("school_meals.json", own_rules));

  const auto book = slieksnis::load_rule_book(files);
  slieksnis::facts family(book);
  family.set("income", "420,50").set("adults", 2).set("children", 3);
  const auto decision = decide(book, 2025y / 9 / 1, "school_meals", family);
  std::cout << book.at(decision.benefit).title.en << ": " << name_of(decision.outcome) << ' '
            << format_value(book, book.at(decision.benefit), *decision.amount, slieksnis::language::en)
            << '\n';
} catch (const slieksnis::unusable& refused) {
  std::cerr << refused.what();
  return 3;
}
