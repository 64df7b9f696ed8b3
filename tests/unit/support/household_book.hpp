// SPDX-License-Identifier: Apache-2.0
/// \file A rule book with one definition of every shape, for formulas and facts.
#pragma once

#include "rule_text.hpp"

namespace household_book {

inline std::vector<std::string> sections() {
  using namespace rule_text;
  return {
      section("facts",
              {asked("n", R"("of": "household", "unit": "1", "decimals": 6)"),
               asked("income", R"("of": "household", "unit": "EUR/month", "minimum": "0", "averaged": true)"),
               asked("costs", R"("of": "household", "unit": "EUR/month", "minimum": "0")"),
               asked("fortune", R"("of": "household", "unit": "EUR")"),
               asked("rooms", R"("of": "household", "unit": "1", "minimum": "1", "maximum": "20")"),
               asked("yes", R"("of": "household", "type": "boolean")"),
               asked("maybe", R"("of": "household", "type": "boolean")"),
               asked("region", R"("of": "household", "type": "enumeration", "values": {
                     "north": { "lv": "Ziemeļu puse", "en": "northern side" },
                     "south": { "lv": "Dienvidi", "en": "south" },
                     "group_1": { "lv": "I grupa", "en": "group I" },
                     "group_2": { "lv": "II grupa", "en": "group II" } })"),
               asked("day", R"("of": "household", "type": "date")"),
               asked("note", R"("of": "household", "type": "text")"),
               asked("record", R"("of": "household", "type": "duration")"),
               asked("spent", R"("of": "municipality", "unit": "EUR")"),
               asked("age", R"("of": "person", "unit": "years", "minimum": "0", "maximum": "130")"),
               asked("wage", R"("of": "person", "unit": "EUR/month", "minimum": "0", "averaged": true)"),
               asked("child", R"("of": "person", "type": "boolean")"),
               asked("born", R"("of": "person", "type": "date", "not_after_on": true)")}),
      section("parameters",
              {named("level",
                     R"("unit": "EUR/month", )" + versions({since("2020-01-01", R"("value": "100")"),
                                                            since("2025-01-01", R"("value": "166.50")")})),
               named("share", R"("unit": "1", )" + versions({since("2020-01-01", R"("value": "0.7")")}))}),
      section("variables", {asked_formula("members", R"("of": "household", "unit": "1")", "count(persons)"),
                            computed("rest", R"("of": "household", "unit": "EUR/month")", "income - costs"),
                            computed("adult", R"("of": "person", "type": "boolean")", "age >= 18")}),
      section("person_kinds", {named("grown_up", R"("takes": "count", "sets": { "child": "false" })"),
                               named("small", R"("takes": "age", "sets": { "child": "true" })")}),
  };
}

inline const slieksnis::rule_book& book() {
  static const slieksnis::rule_book result = rule_text::book(sections());
  return result;
}

}  // namespace household_book
