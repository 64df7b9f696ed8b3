// SPDX-License-Identifier: Apache-2.0
// The cases of the rules through a year: jumping from one change day to the next finds the same changes as
// walking day by day.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <slieksnis/decide/change_days.hpp>
#include <slieksnis/decide/decide.hpp>
#include <utility>

#include "../rules/shipped_rules.hpp"

namespace {

using namespace slieksnis;

/// The outcome and amount on a day, of each person.
std::string answer_on(date day, std::size_t benefit, const facts& stated,
                      std::optional<date>* next = nullptr) {
  const definition& of = shipped::book().at(benefit);
  if (!of.by_definition && of.in_force(day) == nullptr) {
    if (next != nullptr) *next = next_begin(of, day);
    return "not in force";
  }
  const std::vector<std::size_t> wanted{benefit};
  const plan planned = make_plan(shipped::book(), day, wanted, shape_of(stated));
  const evaluation values(planned, stated);
  if (next != nullptr) {
    *next = next_change(values, wanted);
    const auto of_all = next_change(planned, stated);
    RC_ASSERT(!*next || **next > day);
    RC_ASSERT(!of_all || *of_all > day);
    RC_ASSERT(!*next || (of_all && *of_all <= **next));
  }
  std::string result;
  for (const decision& one : outcomes_of(values, wanted))
    result += std::string(name_of(one.outcome)) + " " + (one.amount ? to_string(*one.amount) : "-") + "; ";
  return result;
}

RC_GTEST_PROP(change_days_property, skip_no_change, ()) {
  const auto& cases = shipped::cases();
  const expected_case& one = cases[*rc::gen::inRange<std::size_t>(0, cases.size())];
  std::vector<std::size_t> benefits;
  for (const auto& key : one.expect.keys) {
    const auto id = shipped::book().find(key.name);
    if (!id) continue;
    const definition_kind kind = shipped::book().at(*id).kind;
    if (kind == definition_kind::benefit || kind == definition_kind::status) benefits.push_back(*id);
  }
  RC_PRE(!benefits.empty());
  const std::size_t benefit = *rc::gen::elementOf(benefits);
  const date end = std::min(one.on + std::chrono::days{366}, shipped::book().span().to);
  RC_LOG() << one.name << " " << shipped::book().at(benefit).name << " from " << to_string(one.on) << "\n";

  using changes = std::vector<std::pair<std::string, std::string>>;
  changes walked;
  changes jumped;
  const auto note = [](changes& all, date day, const std::string& now) {
    if (all.empty() || all.back().second != now) all.emplace_back(to_string(day), now);
  };
  for (date day = one.on; day < end; day += std::chrono::days{1})
    note(walked, day, answer_on(day, benefit, one.stated));
  std::optional<date> next;
  for (std::optional<date> day = one.on; day && *day < end; day = next)
    note(jumped, *day, answer_on(*day, benefit, one.stated, &next));
  RC_ASSERT(jumped == walked);
}

}  // namespace
