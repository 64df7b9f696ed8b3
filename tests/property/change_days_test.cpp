// SPDX-License-Identifier: Apache-2.0
// The cases of the rules through a year: jumping from one change day to the next finds the same changes as
// walking day by day.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <slieksnis/decide/change_days.hpp>
#include <slieksnis/decide/decide.hpp>
#include <slieksnis/decide/spans.hpp>
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
    RC_ASSERT((!*next || **next > day));
    RC_ASSERT((!of_all || *of_all > day));
    RC_ASSERT((!*next || (of_all && *of_all <= **next)));
  }
  std::string result;
  for (const decision& one : outcomes_of(values, wanted))
    result += std::string(name_of(one.outcome)) + " " + (one.amount ? to_string(*one.amount) : "-") + "; ";
  return result;
}

/// A case of the rules and one of the benefits and statuses it is about.
std::pair<const expected_case*, std::size_t> any_case() {
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
  return {&one, *rc::gen::elementOf(benefits)};
}

RC_GTEST_PROP(change_days_property, skip_no_change, ()) {
  const auto [chosen, benefit] = any_case();
  const expected_case& one = *chosen;
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

RC_GTEST_PROP(spans_property, hold_on_each_of_their_days, ()) {
  const auto [chosen, benefit] = any_case();
  const expected_case& one = *chosen;
  const period when{one.on, shipped::book().span().to};
  const auto courses = spans_of(shipped::book(), one.stated, {benefit}, when);
  for (int i = 0; i < 10; ++i) {
    const int days = static_cast<int>((when.to - when.from).count());
    const date day = when.from + std::chrono::days{*rc::gen::inRange(0, days)};
    std::string found;
    for (const benefit_course& course : courses) {
      const steady_span& span = course.on(day);
      if (!span.in_force) found = "not in force";
      if (span.in_force)
        found += std::string(name_of(span.decided.outcome)) + " " +
                 (span.decided.amount ? to_string(*span.decided.amount) : "-") + "; ";
    }
    RC_LOG() << one.name << " " << shipped::book().at(benefit).name << " on " << to_string(day) << "\n";
    RC_ASSERT(found == answer_on(day, benefit, one.stated));
  }
  for (const benefit_course& course : courses)
    for (std::size_t i = 1; i < course.spans.size(); ++i) {
      RC_ASSERT(course.spans[i - 1].when.to == course.spans[i].when.from);
      RC_ASSERT(!course.spans[i].causes.empty());
    }
}

}  // namespace
