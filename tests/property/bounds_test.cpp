// SPDX-License-Identifier: Apache-2.0
// Facts of complete cases are hidden at random: what the whole case gets lies within the bounds of what is
// left, and every step within what it may be.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <slieksnis/decide/bounds.hpp>
#include <slieksnis/decide/decide.hpp>
#include <slieksnis/decide/interval.hpp>
#include <utility>
#include <vector>

#include "../rules/shipped_rules.hpp"

namespace {

using namespace slieksnis;

/// A stated fact: of a person or of the household.
struct stated_fact {
  std::size_t definition = 0;
  std::optional<std::size_t> person;
};

std::vector<stated_fact> facts_of(const facts& stated) {
  std::vector<stated_fact> result;
  for (const auto& [id, one] : stated.common()) result.push_back({id, std::nullopt});
  if (stated.persons())
    for (std::size_t person = 0; person < stated.persons()->size(); ++person)
      for (const auto& [id, one] : (*stated.persons())[person]) result.push_back({id, person});
  return result;
}

/// The case with these facts only.
facts with_only(const facts& stated, const std::vector<stated_fact>& kept) {
  facts result(stated.book());
  if (stated.persons())
    for (std::size_t i = 0; i < stated.persons()->size(); ++i) static_cast<void>(result.add_person());
  for (const auto& [id, one] : stated.overrides()) result.put_override(id, one);
  for (const stated_fact& one : kept) {
    if (one.person)
      result.put_person(*one.person, one.definition, (*stated.persons())[*one.person].at(one.definition));
    else
      result.put(one.definition, stated.common().at(one.definition));
  }
  return result;
}

/// Whether the fact only answers what is not known without it: nothing that `left` knows, by a computation,
/// an assumption or a rule for want of better facts, is otherwise in `whole`.
bool only_answers(const facts& left, const facts& whole, std::size_t benefit, date on) {
  const plan of_left = make_plan(left.book(), on, std::vector<std::size_t>{benefit}, shape_of(left));
  const plan of_whole = make_plan(left.book(), on, std::vector<std::size_t>{benefit}, shape_of(whole));
  const evaluation without(of_left, left);
  const evaluation with(of_whole, whole);
  for (const planned_value& one : of_left.values()) {
    const auto at = of_whole.value_of(one.definition);
    if (one.on != on || !at) continue;
    const bool each = left.book().at(one.definition).of == entity::person;
    for (std::size_t row = 0; row < (each ? without.persons() : 1); ++row) {
      const evaluated& now = without.at(one.result, row);
      const evaluated& then = with.at(of_whole.values()[*at].result, row);
      if (now.known() && !(then.known() && now.what() == then.what())) return false;
    }
  }
  return true;
}

struct hidden_case {
  facts whole;
  facts left;
  date on;
  std::size_t benefit = 0;
};

hidden_case any_hidden_case() {
  const auto& cases = shipped::cases();
  const expected_case& one = cases[*rc::gen::inRange<std::size_t>(0, cases.size())];
  std::vector<std::size_t> benefits;
  for (const auto& key : one.expect.keys) {
    const auto id = shipped::book().find(key.name);
    if (!id) continue;
    const definition& of = shipped::book().at(*id);
    if (of.kind == definition_kind::benefit && of.of != entity::municipality &&
        (of.by_definition || of.in_force(one.on) != nullptr))
      benefits.push_back(*id);
  }
  RC_PRE(!benefits.empty());
  hidden_case result{one.stated, one.stated, one.on, *rc::gen::elementOf(benefits)};
  std::vector<stated_fact> kept = facts_of(one.stated);
  const std::size_t times = *rc::gen::inRange<std::size_t>(1, 4);
  for (std::size_t i = 0; i < times && !kept.empty(); ++i) {
    const auto index = *rc::gen::inRange<std::size_t>(0, kept.size());
    std::vector<stated_fact> fewer = kept;
    fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(index));
    facts left = with_only(one.stated, fewer);
    if (!only_answers(left, one.stated, result.benefit, result.on)) continue;
    kept = std::move(fewer);
    result.left = std::move(left);
  }
  RC_LOG() << one.name << " " << shipped::book().at(result.benefit).name << " on " << to_string(one.on)
           << "\n";
  return result;
}

std::vector<decision> decided(const facts& stated, const hidden_case& one) {
  const plan planned =
      make_plan(stated.book(), one.on, std::vector<std::size_t>{one.benefit}, shape_of(stated));
  return outcomes_of(evaluation(planned, stated), {one.benefit});
}

RC_GTEST_PROP(bounds_property, hold_what_the_whole_case_gets, ()) {
  const hidden_case one = any_hidden_case();
  const auto whole = decided(one.whole, one);
  const auto left = decided(one.left, one);
  RC_ASSERT(whole.size() == left.size());
  std::size_t limited = 0;
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (whole[i].outcome == outcome::undetermined || left[i].outcome != outcome::undetermined) continue;
    const auto bounds = bounds_for(shipped::book(), one.left, left[i]);
    if (!left[i].person && shipped::book().at(one.benefit).of == entity::person) continue;
    RC_ASSERT(bounds.has_value());
    const rational amount = whole[i].amount.value_or(rational(0));
    RC_LOG() << to_string(amount) << " in " << to_string(bounds->least) << ".."
             << (bounds->greatest ? to_string(*bounds->greatest) : "any") << "\n";
    RC_ASSERT(bounds->least <= amount);
    // The macro takes an expression apart and would look at what is not there.
    const bool below = !bounds->greatest || amount <= *bounds->greatest;
    RC_ASSERT(below);
    if (bounds->greatest) ++limited;
  }
  RC_TAG(limited > 0 ? "limited" : "not limited");
}

bool lies_within(const value& what, const possible_values& possible) {
  const auto above = [&](const value& limit) { return limit.index() != what.index() || limit <= what; };
  const auto below = [&](const value& limit) { return limit.index() != what.index() || what <= limit; };
  if (possible.least && !above(*possible.least)) return false;
  if (possible.greatest && !below(*possible.greatest)) return false;
  return possible.among.empty() ||
         std::find(possible.among.begin(), possible.among.end(), what) != possible.among.end();
}

// The same facts answer the same questions, so each step of the one plan can be compared.
RC_GTEST_PROP(interval_property, holds_each_step_of_the_whole_case, ()) {
  const hidden_case one = any_hidden_case();
  RC_PRE(shape_of(one.whole) == shape_of(one.left));
  const plan planned =
      make_plan(shipped::book(), one.on, std::vector<std::size_t>{one.benefit}, shape_of(one.left));
  const evaluation whole(planned, one.whole);
  const evaluation left(planned, one.left);
  const interval_reading possible(left);
  for (step_id id = 0; id < planned.steps().size(); ++id) {
    const std::size_t rows = planned.steps()[id].of == domain::person ? whole.persons() : 1;
    for (std::size_t row = 0; row < rows; ++row) {
      if (!whole.at(id, row).known() || whole.at(id, row).is_null()) continue;
      const possible_values here = possible.at(id, row);
      RC_LOG() << "step " << id << " of kind " << static_cast<int>(planned.steps()[id].kind) << " "
               << to_string(whole.at(id, row).what()) << " in " << (here.least ? to_string(*here.least) : "")
               << ".." << (here.greatest ? to_string(*here.greatest) : "") << "\n";
      RC_ASSERT(lies_within(whole.at(id, row).what(), here));
    }
  }
}

}  // namespace
