// SPDX-License-Identifier: Apache-2.0
/// \file Rule books with one benefit of given formulas, and programs as short text.
#pragma once

#include <array>
#include <map>
#include <slieksnis/table/lower_table.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "rule_text.hpp"

namespace table_book {

/// What the one benefit is like; facts of every kind stand beside it.
struct benefit {
  std::string entitled_if = "true";
  std::string amount = "income";
  std::string of = "household";
  std::string round = R"({ "to": "0.01", "mode": "half_up", "source": "assumed" })";
};

inline std::vector<std::string> sections(const benefit& with) {
  using namespace rule_text;
  return {
      R"("groups": { "pay": { "assumed": { "lv": "Citu nav.", "en": "No other." } } })",
      section(
          "facts",
          {asked("income", R"("of": "household", "unit": "EUR/month")"),
           asked("costs", R"("of": "household", "unit": "EUR/month")"),
           asked("n", R"("of": "household", "unit": "1", "decimals": 2)"),
           asked("yes", R"("of": "household", "type": "boolean")"),
           asked("maybe", R"("of": "household", "type": "boolean")"),
           asked("assumed", R"("of": "household", "type": "boolean",
                     "assumed": { "value": "true", "title": { "lv": "Pieņemts.", "en": "Assumed." } })"),
           asked(
               "share",
               R"("of": "household", "unit": "1", "decimals": 2, "default": { "value": "0.50", "source": "s" })"),
           asked("group", R"("of": "household", "type": "enumeration",
                     "values": { "a": { "lv": "a", "en": "a" }, "b": { "lv": "b", "en": "b" } })"),
           asked("claim", R"("of": "household", "type": "date")"),
           asked("note", R"("of": "household", "type": "text")"),
           asked("born", R"("of": "person", "type": "date")"),
           asked("years", R"("of": "person", "unit": "years")"),
           asked("wage", R"("of": "person", "unit": "EUR/month")"),
           asked("grown", R"("of": "person", "type": "boolean")"),
           asked("extra", R"("of": "person", "unit": "EUR/month", "group": "pay",
                     "assumed": { "value": "0", "if_group_stated": true, "title": { "lv": "Pieņemts.", "en": "Assumed." } })"),
           asked("pension", R"("of": "person", "unit": "EUR/month", "group": "pay",
                     "assumed": { "value": "0", "if_group_stated": true, "title": { "lv": "Pieņemts.", "en": "Assumed." } })")}),
      section("parameters", {named("rate", R"("unit": "1", "decimals": 2, )" +
                                               versions({since("2020-01-01", R"("value": "0.20")")})),
                             named("level", R"("unit": "EUR/month", )" +
                                                versions({since("2020-01-01", R"("value": "100")")}))}),
      section("variables", {asked_formula("members", R"("of": "household", "unit": "1")", "count(persons)")}),
      section("benefits",
              {named("aid", "\"of\": \"" + with.of + R"(", "unit": "EUR/month", "paid": "month", )" +
                                versions({since("2020-01-01", "\"entitled_if\": \"" + with.entitled_if +
                                                                  "\", \"amount\": \"" + with.amount +
                                                                  "\", \"round\": " + with.round)}))}),
  };
}

/// Books are kept, since columns and plans borrow them.
inline const slieksnis::rule_book& book(const benefit& with) {
  static std::map<std::array<std::string, 4>, slieksnis::rule_book> kept;
  const std::array key{with.entitled_if, with.amount, with.of, with.round};
  const auto found = kept.find(key);
  return found != kept.end() ? found->second
                             : kept.emplace(key, rule_text::book(sections(with))).first->second;
}

inline std::string_view name_of(slieksnis::table_operation kind) {
  using enum slieksnis::table_operation;
  switch (kind) {
    case load_number:
      return "load_number";
    case load_truth:
      return "load_truth";
    case fill_truth:
      return "fill_truth";
    case linear:
      return "linear";
    case sign:
      return "sign";
    case multiply:
      return "multiply";
    case round:
      return "round";
    case absolute:
      return "absolute";
    case least:
      return "least";
    case greatest:
      return "greatest";
    case choose_number:
      return "choose_number";
    case first_number:
      return "first_number";
    case look_up_number:
      return "look_up_number";
    case look_up_truth:
      return "look_up_truth";
    case logical_and:
      return "logical_and";
    case logical_or:
      return "logical_or";
    case logical_not:
      return "logical_not";
    case equal_truth:
      return "equal_truth";
    case choose_truth:
      return "choose_truth";
    case first_truth:
      return "first_truth";
    case group_stated:
      return "group_stated";
    case constant_if:
      return "constant_if";
    case truth_if:
      return "truth_if";
    case spread_number:
      return "spread_number";
    case spread_truth:
      return "spread_truth";
    case sum_persons:
      return "sum_persons";
    case count_persons:
      return "count_persons";
    case least_persons:
      return "least_persons";
    case greatest_persons:
      return "greatest_persons";
    case every_person:
      return "every_person";
    case some_person:
      return "some_person";
    case mark_exact:
      return "mark_exact";
    case need_of:
      return "need_of";
    case need_first:
      return "need_first";
    case need_choose:
      return "need_choose";
    case need_unknown:
      return "need_unknown";
    case need_spread:
      return "need_spread";
    case need_persons:
      return "need_persons";
    case decide:
      return "decide";
    case reason:
      return "reason";
  }
  return "?";
}

/// `load_number linear/persons sum_persons decide`; what is not held stands after `!`.
inline std::string shown(const slieksnis::table_program& program) {
  std::string result;
  for (const auto& one : program.steps)
    result +=
        (result.empty() ? "" : " ") + std::string(name_of(one.kind)) + (one.of_persons ? "/persons" : "");
  if (!program.holds()) result.clear();
  for (const auto& one : program.not_held) result += "! " + one;
  return result;
}

}  // namespace table_book
