// SPDX-License-Identifier: Apache-2.0
/// \file A rule book with benefits, versions in time, tables and a ratchet, for plans and decisions.
#pragma once

#include "rule_text.hpp"

namespace benefit_book {

constexpr const char* to_the_cent = R"("round": { "to": "0.01", "mode": "half_up", "source": "assumed" })";

inline std::string benefit(std::string_view name, std::string_view of, std::string_view entitled_if,
                           std::string_view amount) {
  using namespace rule_text;
  return named(name, "\"of\": \"" + std::string(of) +
                         R"(", "unit": "EUR/month", "paid": "month", "shows": ["level"], )" +
                         versions({since("2020-01-01", "\"entitled_if\": \"" + std::string(entitled_if) +
                                                           "\", \"amount\": \"" + std::string(amount) +
                                                           "\", " + to_the_cent)}));
}

inline std::vector<std::string> sections() {
  using namespace rule_text;
  const std::string money = R"("of": "country", "unit": "EUR/month")";
  const std::string household_money = R"("of": "household", "unit": "EUR/month")";
  return {
      R"("groups": { "pay": { "assumed": { "lv": "Citu nav.", "en": "No other." } } })",
      section(
          "facts",
          {asked("income", R"("of": "household", "unit": "EUR/month", "minimum": "0")"),
           asked("costs", R"("of": "household", "unit": "EUR/month", "minimum": "0")"),
           asked("divisor", R"("of": "household", "unit": "1", "decimals": 2)"),
           asked("within_limits", R"("of": "household", "type": "boolean",
                     "assumed": { "value": "true", "title": { "lv": "Pieņemts.", "en": "Assumed." } })"),
           asked(
               "share",
               R"("of": "household", "unit": "1", "decimals": 2, "default": { "value": "0.50", "source": "s" })"),
           asked(
               "group",
               R"("of": "household", "type": "enumeration", "values": { "a": { "lv": "a", "en": "a" }, "b": { "lv": "b", "en": "b" } })"),
           asked("yes", R"("of": "household", "type": "boolean")"),
           asked("first_claim", R"("of": "household", "type": "date")"),
           asked("born", R"("of": "person", "type": "date")"),
           asked("wage",
                 R"("of": "person", "unit": "EUR/month", "minimum": "0", "averaged": true, "group": "pay",
                     "assumed": { "value": "0", "if_group_stated": true, "title": { "lv": "Pieņemts.", "en": "Assumed." } })"),
           asked("pension", R"("of": "person", "unit": "EUR/month", "minimum": "0", "group": "pay",
                     "assumed": { "value": "0", "if_group_stated": true, "title": { "lv": "Pieņemts.", "en": "Assumed." } })")}),
      section(
          "parameters",
          {named(
               "median",
               R"("unit": "EUR/month", "decimals": 3, )" +
                   versions(
                       {since("2020-01-01", R"("value": "500")"), since("2021-01-01", R"("value": "400")"),
                        since("2022-01-01", R"("value": "650.50")"), since("2023-01-01", R"("value": "600")"),
                        since("2024-01-01", R"("value": "1000.25", "between": ["999.50", "1002"])"),
                        since("2025-01-01", R"("value": "1000")")})),
           named("rate",
                 R"("unit": "1", "decimals": 2, )" + versions({since("2020-01-01", R"("value": "0.20")")})),
           named("grown", R"("unit": "years", )" + versions({since("2020-01-01", R"("value": "18")")}))}),
      section(
          "variables",
          {named("level",
                 money + ", " +
                     versions({since("2020-01-01", R"("value": "100")"),
                               since("2020-07-01",
                                     R"j("reviewed_each": "01-01", "formula": "max(previous, rate * median)",
                                                             "round": { "to": "1", "mode": "half_up", "source": "s" })j")})),
           named("plain_level",
                 money + ", " + versions({since("2020-01-01", R"("formula": "rate * median")")})),
           asked_formula("age", R"("of": "person", "unit": "years")", "age(born, on)"),
           asked_formula("child", R"("of": "person", "type": "boolean")", "age < grown"),
           asked("members",
                 R"("of": "household", "unit": "1", )" +
                     versions(
                         {since("2020-01-01", R"j("formulas": ["count(persons)", "adults + children"])j")})),
           asked_formula("adults", R"("of": "household", "unit": "1")", "count(persons[not(child)])"),
           asked_formula("children", R"("of": "household", "unit": "1")", "count(persons[child])"),
           computed("need_level", household_money, "level * members"),
           computed("pay", R"("of": "person", "unit": "EUR/month")", "wage + pension"),
           computed("all_pay", household_money, "sum(persons.pay)"),
           computed("per_share", household_money, "income / divisor"),
           named("by_group",
                 R"("of": "household", "unit": "1", "decimals": 2, )" +
                     versions({since("2020-01-01",
                                     R"("table": { "inputs": ["group", "yes"], "hit": "first", "rows": [
                                           { "when": ["a", "true"], "value": "1.50" }, { "when": ["a", "-"], "value": "2" },
                                           { "when": ["-", "-"], "value": "3 * rate" } ] })")})),
           asked(
               "by_age",
               R"("of": "household", "unit": "1", )" +
                   versions({since(
                       "2020-01-01",
                       R"j("table": { "inputs": ["members"], "hit": "unique", "otherwise": "stated", "rows": [
                                         { "when": ["< 3"], "value": "1" }, { "when": ["[3..5)"], "value": "2" } ] })j")})),
           named("by_claim", R"("of": "household", "unit": "1", "by": "first_claim", )" +
                                 versions({since("2010-01-01", R"("formula": "1 * 10")"),
                                           since("2022-01-01", R"("formula": "2 * 10")"),
                                           since("2024-01-01", R"("formula": "3 * 10")")}))}),
      section("statuses",
              {named("poor",
                     R"("of": "household", )" +
                         versions({since("2020-01-01",
                                         R"("entitled_if": "within_limits and income <= 2 * level")")}))}),
      section("benefits", {benefit("aid", "household", "poor and income < need_level", "need_level - income"),
                           benefit("third", "household", "income > 0", "income / 3"),
                           benefit("divided", "household", "true", "income / divisor"),
                           benefit("either", "household", "yes or not(within_limits)", "share * costs"),
                           benefit("care", "person", "age >= grown and pay < level", "level - pay")}),
      section("person_kinds", {named("adult", R"("takes": "count", "sets": { "child": "false" })")}),
  };
}

inline const slieksnis::rule_book& book() {
  static const slieksnis::rule_book result = rule_text::book(sections());
  return result;
}

}  // namespace benefit_book
