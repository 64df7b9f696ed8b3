// SPDX-License-Identifier: Apache-2.0
// Steps with operands of every state; values of known operands are tested through formulas (feel_*_test.cpp).
#include <gtest/gtest.h>

#include <slieksnis/decide/compute.hpp>
#include <vector>

namespace {

using namespace slieksnis;

const evaluated unknown_a = evaluated::unknown({{1, std::nullopt}});
const evaluated unknown_b = evaluated::unknown({{2, std::nullopt}});
const evaluated failed = evaluated::failed();
const evaluated yes(value{true});
const evaluated no(value{false});
const evaluated null(value{null_value{}});

evaluated number(int n) { return value{rational(n)}; }

evaluated run(step_kind kind, std::vector<evaluated> operands, bool null_on_failure = false) {
  step one;
  one.kind = kind;
  one.null_on_failure = null_on_failure;
  return compute(one, operands);
}

/// `5`, `?1,2` for unknown, `failed`.
std::string shown(const evaluated& result) {
  if (result.known()) return to_string(result.what());
  if (result.state() == knowledge::failed) return "failed";
  std::string text = "?";
  for (const auto& one : result.needs())
    text += (text.size() == 1 ? "" : ",") + std::to_string(one.definition);
  return text;
}

TEST(compute, lets_a_failure_outweigh_a_missing_fact) {
  EXPECT_EQ(shown(run(step_kind::add, {unknown_a, failed})), "failed");
  EXPECT_EQ(shown(run(step_kind::add, {unknown_a, unknown_b})), "?1,2");
  EXPECT_EQ(shown(run(step_kind::add, {unknown_a, unknown_a})), "?1");
  EXPECT_EQ(shown(run(step_kind::add, {null, unknown_b})), "?2");
  EXPECT_EQ(shown(run(step_kind::add, {null, number(1)})), "null");
}

TEST(compute, joins_truth_by_kleene) {
  EXPECT_EQ(shown(run(step_kind::logical_and, {unknown_a, no})), "false");
  EXPECT_EQ(shown(run(step_kind::logical_and, {unknown_a, yes})), "?1");
  EXPECT_EQ(shown(run(step_kind::logical_and, {failed, no})), "false");
  EXPECT_EQ(shown(run(step_kind::logical_and, {failed, unknown_a})), "failed");
  EXPECT_EQ(shown(run(step_kind::logical_and, {yes, yes, no})), "false");
  EXPECT_EQ(shown(run(step_kind::logical_and, {null, yes})), "null");
  EXPECT_EQ(shown(run(step_kind::logical_or, {unknown_a, yes})), "true");
  EXPECT_EQ(shown(run(step_kind::logical_or, {unknown_a, no, unknown_b})), "?1,2");
  EXPECT_EQ(shown(run(step_kind::logical_not, {unknown_a})), "?1");
  EXPECT_EQ(shown(run(step_kind::logical_not, {no})), "true");
}

TEST(compute, chooses_without_looking_at_the_other_branch) {
  EXPECT_EQ(shown(run(step_kind::choose, {yes, number(1), failed})), "1");
  EXPECT_EQ(shown(run(step_kind::choose, {no, failed, number(2)})), "2");
  EXPECT_EQ(shown(run(step_kind::choose, {null, number(1), number(2)})), "2");
  EXPECT_EQ(shown(run(step_kind::choose, {unknown_a, number(1), number(1)})), "1");
  EXPECT_EQ(shown(run(step_kind::choose, {unknown_a, number(1), number(2)})), "?1");
  EXPECT_EQ(shown(run(step_kind::choose, {unknown_a, unknown_b, number(2)})), "?1,2");
  EXPECT_EQ(shown(run(step_kind::choose, {failed, number(1), number(1)})), "failed");
}

TEST(compute, takes_the_first_known_value) {
  EXPECT_EQ(shown(run(step_kind::first_known, {unknown_a, number(2), number(3)})), "2");
  EXPECT_EQ(shown(run(step_kind::first_known, {number(1), failed})), "1");
  EXPECT_EQ(shown(run(step_kind::first_known, {unknown_a, unknown_b})), "?1,2");
}

TEST(compute, asks_for_the_definition_instead_of_its_parts) {
  step ask;
  ask.kind = step_kind::ask;
  ask.definition = 9;
  EXPECT_EQ(shown(compute(ask, std::vector{unknown_a})), "?9");
  EXPECT_EQ(shown(compute(ask, std::vector{number(4)})), "4");
  EXPECT_EQ(shown(compute(ask, std::vector{failed})), "failed");
}

TEST(compute, gathers_the_items_that_take_part) {
  EXPECT_EQ(shown(run(step_kind::sum, {number(1), yes, number(2), no, number(4), yes})), "5");
  EXPECT_EQ(shown(run(step_kind::count, {number(1), yes, number(2), no})), "1");
  EXPECT_EQ(shown(run(step_kind::sum, {failed, no, number(4), yes})), "4");
  EXPECT_EQ(shown(run(step_kind::sum, {unknown_a, no, number(4), yes})), "4");
  EXPECT_EQ(shown(run(step_kind::sum, {unknown_a, yes, number(4), yes})), "?1");
  EXPECT_EQ(shown(run(step_kind::count, {unknown_a, yes})), "1");
  EXPECT_EQ(shown(run(step_kind::sum, {number(1), unknown_a, number(4), yes})), "?1");
  EXPECT_EQ(shown(run(step_kind::count, {number(1), unknown_a, number(4), unknown_b})), "?1,2");
  EXPECT_EQ(shown(run(step_kind::least, {number(3), yes, number(1), yes, number(0), no})), "1");
  EXPECT_EQ(shown(run(step_kind::greatest, {number(3), yes, number(7), no})), "3");
  EXPECT_EQ(shown(run(step_kind::mean, {number(3), yes, number(6), yes, number(100), no})), "4.5");
  EXPECT_EQ(shown(run(step_kind::product, {number(3), yes, number(5), yes})), "15");
}

TEST(compute, has_no_least_greatest_or_mean_of_nothing) {
  for (const auto kind : {step_kind::least, step_kind::greatest, step_kind::mean}) {
    EXPECT_EQ(shown(run(kind, {})), "failed");
    EXPECT_EQ(shown(run(kind, {number(1), no})), "failed");
    EXPECT_EQ(shown(run(kind, {}, true)), "null");
  }
  EXPECT_EQ(shown(run(step_kind::sum, {})), "0");
  EXPECT_EQ(shown(run(step_kind::product, {})), "1");
  EXPECT_EQ(shown(run(step_kind::count, {})), "0");
}

TEST(compute, joins_lists_of_truth_with_items_that_may_not_take_part) {
  EXPECT_EQ(shown(run(step_kind::every, {yes, yes, yes, unknown_a})), "true")
      << "true whether or not it takes part";
  EXPECT_EQ(shown(run(step_kind::every, {yes, yes, no, unknown_a})), "?1");
  EXPECT_EQ(shown(run(step_kind::every, {no, yes, no, unknown_a})), "false");
  EXPECT_EQ(shown(run(step_kind::some, {no, yes, no, unknown_a})), "false");
  EXPECT_EQ(shown(run(step_kind::some, {no, yes, yes, unknown_a})), "?1");
  EXPECT_EQ(shown(run(step_kind::some, {yes, yes, no, unknown_a})), "true");
  EXPECT_EQ(shown(run(step_kind::every, {})), "true");
  EXPECT_EQ(shown(run(step_kind::some, {})), "false");
}

TEST(compute, turns_failures_into_null_only_in_the_compatible_mode) {
  EXPECT_EQ(shown(run(step_kind::divide, {number(1), number(0)})), "failed");
  EXPECT_EQ(shown(run(step_kind::divide, {number(1), number(0)}, true)), "null");
  EXPECT_EQ(shown(run(step_kind::divide, {unknown_a, number(1)}, true)), "?1");
}

TEST(compute, compares_null_with_everything) {
  EXPECT_EQ(shown(run(step_kind::equal, {null, null})), "true");
  EXPECT_EQ(shown(run(step_kind::equal, {null, number(0)})), "false");
  EXPECT_EQ(shown(run(step_kind::not_equal, {null, number(0)})), "true");
  EXPECT_EQ(shown(run(step_kind::less, {null, number(0)})), "null");
}

}  // namespace
