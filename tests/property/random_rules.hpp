// SPDX-License-Identifier: Apache-2.0
/// \file Small random rule books: formulas of every operation, also those that the shipped rules do not use.
#pragma once

#include <string>
#include <vector>

#include "../unit/support/rule_text.hpp"
#include "random_table.hpp"

namespace random_rules {

using random_tables::dice;

/// Formulas of a wanted type, a few levels deep. `of_person`: facts of one person are at hand, as in a
/// filter.
class formulas {
 public:
  explicit formulas(dice& draw) : draw_(draw) {}

  std::string money(int depth, bool of_person) {
    if (depth <= 0 || draw_.one_in(6)) return money_name(of_person);
    const auto next = [&] { return money(depth - 1, of_person); };
    switch (draw_.below(16)) {
      case 0:
      case 1:
        return "(" + next() + " + " + next() + ")";
      case 2:
      case 3:
        return "(" + next() + " - " + next() + ")";
      case 4:
      case 5:
        return "(" + number(depth - 1, of_person) + " * " + next() + ")";
      case 6:
        return "(" + next() + " / " + constant_divisor() + ")";
      case 7:
        return (draw_.one_in(2) ? "max(" : "min(") + next() + ", " + next() + ")";
      case 8:
        return "abs(" + next() + ")";
      case 9:
      case 10:
        return "(if " + truth(depth - 1, of_person) + " then " + next() + " else " + next() + ")";
      case 11:
        return rounding() + "(" + next() + ", " + std::to_string(draw_.between(-1, 3)) + ")";
      case 12:
        return of_person ? next() : over_persons(depth - 1);
      case 13:
        return "mean(" + next() + ", " + next() + ", " + next() + ")";
      case 14:
        return "-" + next();
      default:
        // Rare: a division by a column makes the whole plan one for the exact reading.
        return draw_.one_in(6) ? "(" + next() + " / " + number(depth - 1, of_person) + ")"
                               : "sum(" + next() + ", " + next() + ")";
    }
  }

  std::string number(int depth, bool of_person) {
    if (depth <= 0 || draw_.one_in(5)) return number_name(of_person);
    const auto next = [&] { return number(depth - 1, of_person); };
    switch (draw_.below(15)) {
      case 0:
        return "(" + next() + " + " + next() + ")";
      case 1:
        return "(" + next() + " - " + next() + ")";
      case 2:
        return "(" + next() + " * " + next() + ")";
      case 3:
        return "(" + next() + " / " + constant_divisor() + ")";
      case 4:
        return "max(" + next() + ", " + next() + ")";
      case 5:
        return rounding() + "(" + next() + ", " + std::to_string(draw_.between(-1, 2)) + ")";
      case 6:
        return (draw_.one_in(2) ? "floor(" : "ceiling(") + next() + ")";
      case 7:
      case 8:
        return of_person ? number_name(true) : "count(persons" + filter(depth - 1) + ")";
      case 9:
        return "(if " + truth(depth - 1, of_person) + " then " + next() + " else " + next() + ")";
      case 10:
        return day(of_person) + (draw_.one_in(2) ? ".month" : draw_.one_in(2) ? ".year" : ".day");
      case 11:
        return "abs(" + next() + ")";
      case 12:
        return draw_.one_in(4) ? "modulo(" + next() + ", 3)" : next();
      case 13:
        return draw_.one_in(4) ? "(" + next() + " ** 2)" : next();
      default:
        return draw_.one_in(5) ? "(" + money(depth - 1, of_person) + " / " + money_name(of_person) + ")"
                               : next();
    }
  }

  std::string truth(int depth, bool of_person) {
    if (depth <= 0 || draw_.one_in(6)) return truth_name(of_person);
    const auto next = [&] { return truth(depth - 1, of_person); };
    switch (draw_.below(16)) {
      case 0:
      case 1:
        return "(" + next() + " and " + next() + ")";
      case 2:
      case 3:
        return "(" + next() + " or " + next() + ")";
      case 4:
        return "not(" + next() + ")";
      case 5:
      case 6:
      case 7:
        return "(" + money(depth - 1, of_person) + comparison() + money(depth - 1, of_person) + ")";
      case 8:
        return "(" + number(depth - 1, of_person) + comparison() + number(depth - 1, of_person) + ")";
      case 9:
        return "(" + number(depth - 1, of_person) + " in [" + std::to_string(draw_.between(0, 3)) + "..10))";
      case 10:
        return draw_.one_in(2) ? "(group = \"a\")" : "(group in (\"a\", \"c\"))";
      case 11:
        return "(" + day(of_person) + comparison() + "@\"2021-0" + std::to_string(draw_.between(1, 9)) +
               "-28\")";
      case 12:
        return "(" + day(of_person) + (draw_.one_in(2) ? " + " : " - ") + "duration(\"" + duration() +
               "\") <= on)";
      case 13:
        return "(age(" + day(of_person) + ", on) >= 18)";
      case 14:
        return of_person ? "(" + next() + " = " + next() + ")"
                         : std::string(draw_.one_in(2) ? "(some" : "(every") + " p in persons" +
                               filter(depth - 1) + " satisfies " + of_p(depth - 1) + ")";
      default:
        return "(if " + next() + " then " + next() + " else " + next() + ")";
    }
  }

 private:
  std::string money_name(bool of_person) {
    const std::vector<std::string> common{"income", "costs", "level", "half", "by_table", "by_claim"};
    const std::vector<std::string> own{"wage", "pension", "wage", "income", "pay"};
    return draw_.of(of_person ? own : common);
  }
  std::string number_name(bool of_person) {
    const std::vector<std::string> common{"n", "m", "rate", "2", "0.7", "0.05", "3", "0", "members"};
    const std::vector<std::string> own{"n", "share", "0.7", "2"};
    return draw_.of(of_person ? own : common);
  }
  std::string truth_name(bool of_person) {
    const std::vector<std::string> common{"yes", "maybe", "assumed", "poor", "true"};
    const std::vector<std::string> own{"grown", "student", "yes", "adult", "employed"};
    return draw_.of(of_person ? own : common);
  }
  std::string day(bool of_person) { return of_person ? "born" : "claim"; }
  std::string comparison() {
    return draw_.of(std::vector<std::string>{" < ", " <= ", " > ", " >= ", " = ", " != "});
  }
  std::string rounding() {
    return draw_.of(std::vector<std::string>{"round half up", "round half down", "decimal", "round up",
                                             "round down", "floor", "ceiling"});
  }
  std::string constant_divisor() {
    return draw_.of(std::vector<std::string>{"2", "3", "0.7", "8", "12", "0.01"});
  }
  std::string duration() {
    return draw_.of(std::vector<std::string>{"P1M", "P6M", "P1Y", "P18Y", "P30D", "P2Y3M"});
  }
  std::string filter(int depth) { return draw_.one_in(3) ? "" : "[" + truth(std::min(depth, 2), true) + "]"; }
  std::string over_persons(int depth) {
    const auto name = draw_.of(std::vector<std::string>{"wage", "pension", "pay"});
    return draw_.of(std::vector<std::string>{"sum", "sum", "min", "max", "mean"}) + "(persons" +
           filter(depth) + "." + name + ")";
  }
  std::string of_p(int depth) {
    switch (draw_.below(4)) {
      case 0:
        return draw_.one_in(2) ? "p.grown" : "p.adult";
      case 1:
        return "p.wage" + comparison() + money(depth - 1, false);
      case 2:
        return "(p.student or not(p.grown))";
      default:
        return "(p.born" + comparison() + "claim)";
    }
  }

  dice& draw_;
};

inline std::string escaped(const std::string& formula) {
  std::string result;
  for (const char c : formula) result += c == '"' ? std::string("\\\"") : std::string(1, c);
  return result;
}

/// One benefit of the household, one of each person and one status, and what they are about.
inline std::vector<std::string> sections(dice& draw) {
  using namespace rule_text;
  formulas any(draw);
  const auto depth = static_cast<int>(draw.between(1, 4));
  const auto formula = [](const char* key, const std::string& text) {
    return "\"" + std::string(key) + "\": \"" + escaped(text) + "\"";
  };
  const auto round = [&] {
    const auto to =
        draw.of(std::vector<std::string>{"0.01", "0.01", "1", "0.05", "5", "0.001", "0.25", "100"});
    const auto mode = draw.of(std::vector<std::string>{"half_up", "half_up", "half_down", "half_even", "up",
                                                       "down", "floor", "ceiling"});
    return R"(, "round": { "to": ")" + to + R"(", "mode": ")" + mode + R"(", "source": "s" })";
  };
  const auto benefit = [&](const char* name, bool of_person) {
    std::string rest = of_person ? R"("of": "person")" : R"("of": "household")";
    rest += R"(, "unit": "EUR/month", "paid": "month", )";
    const auto version = [&](const char* from) {
      return since(from, formula("entitled_if", any.truth(depth, of_person)) + ", " +
                             formula("amount", any.money(depth, of_person)) + round());
    };
    // Now and then another date chooses the version.
    if (!of_person && draw.one_in(4))
      return named(name,
                   "\"by\": \"claim\", " + rest + versions({version("2020-01-01"), version("2021-06-15")}));
    return named(name, rest + versions({version("2020-01-01")}));
  };
  const std::string household_money = R"("of": "household", "unit": "EUR/month")";
  const std::string person_money = R"("of": "person", "unit": "EUR/month")";
  const std::string group = R"(, "group": "pay", "assumed": { "value": "0", "if_group_stated": true,
      "title": { "lv": "Pieņemts.", "en": "Assumed." } })";
  return {
      R"("groups": { "pay": { "assumed": { "lv": "Citu nav.", "en": "No other." } } })",
      section("facts",
              {asked("income", household_money), asked("costs", household_money + R"(, "minimum": "0")"),
               asked("n", R"("of": "household", "unit": "1", "decimals": 2)"),
               asked("m", R"("of": "household", "unit": "1", "minimum": "0", "maximum": "9")"),
               asked("yes", R"("of": "household", "type": "boolean")"),
               asked("maybe", R"("of": "household", "type": "boolean")"),
               asked("assumed", R"("of": "household", "type": "boolean",
                   "assumed": { "value": "true", "title": { "lv": "Pieņemts.", "en": "Assumed." } })"),
               asked("group",
                     R"("of": "household", "type": "enumeration", "values": { "a": { "lv": "a", "en": "a" },
                   "b": { "lv": "b", "en": "b" }, "c": { "lv": "c", "en": "c" } })"),
               asked("claim", R"("of": "household", "type": "date")"),
               asked("born", R"("of": "person", "type": "date")"),
               asked("share", R"("of": "person", "unit": "1", "decimals": 3,
                   "default": { "value": "0.125", "source": "s" })"),
               asked("wage", person_money + group), asked("pension", person_money + group),
               asked("grown", R"("of": "person", "type": "boolean")"),
               asked("employed", R"("of": "person", "type": "boolean", "group": "pay",
                   "assumed": { "value": "false", "if_group_stated": true, "title": { "lv": "Pieņemts.", "en": "Assumed." } })"),
               asked("student", R"("of": "person", "type": "boolean",
                   "assumed": { "value": "false", "title": { "lv": "Pieņemts.", "en": "Assumed." } })")}),
      section("parameters", {named("rate", R"("unit": "1", "decimals": 2, )" +
                                               versions({since("2020-01-01", R"("value": "0.20")")})),
                             named("level", R"("unit": "EUR/month", )" +
                                                versions({since("2020-01-01", R"("value": "120")")}))}),
      section(
          "variables",
          {named("members",
                 R"("of": "household", "unit": "1", "question": { "lv": "?", "en": "?" }, )" +
                     versions({since("2020-01-01", R"j("formulas": ["count(persons)", "m + 1"])j")})),
           asked("half",
                 household_money + ", " + versions({since("2020-01-01", R"("formula": "income / 2")")})),
           asked("adult",
                 R"("of": "person", "type": "boolean", )" +
                     versions({since("2020-01-01", R"j("formula": "grown or age(born, on) >= 18")j")})),
           computed("pay", person_money, "wage + pension"),
           named("by_claim", "\"by\": \"claim\", " + household_money + ", " +
                                 versions({since("2020-01-01", R"("formula": "costs")"),
                                           since("2021-06-15", R"("formula": "level + 0.1 * costs")")})),
           named("by_table",
                 household_money + ", " +
                     versions({since("2020-01-01",
                                     R"("table": { "inputs": ["group", "yes", "m"], "hit": "first", "rows": [
                         { "when": ["a", "true", "-"], "value": "income" }, { "when": ["a", "-", "< 3"], "value": "2 * costs" },
                         { "when": ["b", "-", "-"], "value": "level" }, { "when": ["-", "-", "-"], "value": "rate * level" } ] })")}))}),
      section(
          "statuses",
          {named("poor", R"("of": "household", )" +
                             versions({since("2020-01-01", formula("entitled_if", any.money(1, false) +
                                                                                      " <= 2 * level"))}))}),
      section("benefits", {benefit("aid", false), benefit("care", true)}),
  };
}

}  // namespace random_rules
