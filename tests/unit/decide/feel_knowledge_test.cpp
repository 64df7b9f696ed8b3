// SPDX-License-Identifier: Apache-2.0
// The FEEL profile from text to value: what is not known by Kleene's logic, and null in the compatible mode.
#include <gtest/gtest.h>

#include "../support/evaluate.hpp"
#include "../support/household_book.hpp"

namespace {

using namespace slieksnis;

void expect_all(std::initializer_list<evaluate::row> table, bool feel_compatible = false) {
  facts stated(household_book::book());
  stated.set("costs", "50");
  for (const auto& [formula, value] : table)
    EXPECT_EQ(evaluate::formula(stated, formula, feel_compatible), value) << formula;
}

TEST(feel_knowledge, follows_kleenes_truth_tables) {
  expect_all({{"yes and true", "unknown(yes)"},
              {"true and yes", "unknown(yes)"},
              {"yes and false", "false"},
              {"false and yes", "false"},
              {"yes or true", "true"},
              {"true or yes", "true"},
              {"yes or false", "unknown(yes)"},
              {"false or yes", "unknown(yes)"},
              {"not(yes)", "unknown(yes)"},
              {"yes and not(yes)", "unknown(yes)"},
              {"yes or not(yes)", "unknown(yes)"},
              {"yes and maybe", "unknown(yes, maybe)"},
              {"yes or maybe", "unknown(yes, maybe)"},
              {"yes = yes", "unknown(yes)"}});
}

TEST(feel_knowledge, never_takes_a_missing_fact_for_zero_or_false) {
  expect_all({{"income = 0", "unknown(income)"},
              {"yes = false", "unknown(yes)"},
              {"0 * n", "unknown(n)"},
              {"income - income", "unknown(income)"},
              {"max(income, costs)", "unknown(income)"},
              {"min(0, n)", "unknown(n)"},
              {"sum([1, n])", "unknown(n)"},
              {"count([1, n])", "2"},
              {"region = \"north\"", "unknown(region)"},
              {"on > day", "unknown(day)"},
              {"n in [1..5]", "unknown(n)"},
              {"n in [5..1] or true", "true"},
              {"string(n)", "unknown(n)"},
              {"n / (2-2)", "unknown(n)"}});
}

TEST(feel_knowledge, names_each_missing_fact_once_in_the_order_of_the_formula) {
  expect_all({{"n + rooms + n", "unknown(n, rooms)"},
              {"rooms + n", "unknown(rooms, n)"},
              {"rest > 0 and income > 0", "unknown(income)"},
              {"income < costs or yes", "unknown(income, yes)"}});
}

TEST(feel_knowledge, passes_over_a_condition_that_makes_no_difference) {
  expect_all({{"if yes then 1 else 1", "1"},
              {"if yes then 1 else 2", "unknown(yes)"},
              {"if yes then n else n", "unknown(yes, n)"},
              {"if true then costs else income", "50"},
              {"if false then income else costs", "50"}});
}

TEST(feel_knowledge, uses_what_is_stated) {
  facts stated(household_book::book());
  stated.set("income", "300").set("costs", "120.50").set("yes", true).set("region", "south").set("n", "2");
  for (const auto& [formula, value] :
       std::initializer_list<evaluate::row>{{"rest", "179.5"},
                                            {"income / costs > 2", "true"},
                                            {"yes and region = \"south\"", "true"},
                                            {"region in (\"north\", \"group_1\")", "false"},
                                            {"n ** 3", "8"},
                                            {"max(level, costs)", "166.5"}})
    EXPECT_EQ(evaluate::formula(stated, formula), value) << formula;
}

TEST(feel_knowledge, of_the_compatible_mode_turns_failures_into_null) {
  expect_all({{"1/0", "null"},
              {"1 + 1/0", "null"},
              {"0 ** -1", "null"},
              {"number(\"x\")", "null"},
              {"date(\"2025-02-31\")", "null"},
              {"min([])", "null"},
              {"mean([])", "null"},
              {"[1, 2][3]", "null"},
              {"odd(2.5)", "null"},
              {"sum([])", "0"}},
             true);
}

TEST(feel_knowledge, of_the_compatible_mode_turns_wrong_types_into_null) {
  expect_all({{"1 + \"a\"", "null"},
              {"\"a\" < 1", "null"},
              {"not(5)", "null"},
              {"income + 5", "null"},
              {"nothing", "null"},
              {"nothing + 1", "null"},
              {"flor(1)", "null"},
              {"persons.nothing", "null"},
              {"nothing[item > 1]", "null"},
              {"nothing[item.age[1]]", "null"},
              {"nothing[0]", "null"},
              {"nothing[-1]", "null"},
              {"abs(\"a\") = null", "true"},
              {"string length(5)", "null"}},
             true);
}

TEST(feel_knowledge, of_the_compatible_mode_computes_with_null_as_feel_does) {
  expect_all({{"null", "null"},
              {"null = null", "true"},
              {"null = 1", "false"},
              {"null != 1", "true"},
              {"1 = null", "false"},
              {"null + 1", "null"},
              {"null < 1", "null"},
              {"null and false", "false"},
              {"false and null", "false"},
              {"null and true", "null"},
              {"null or true", "true"},
              {"null or false", "null"},
              {"not(null)", "null"},
              {"if null then 1 else 2", "2"},
              {"1/0 = null", "true"}},
             true);
}

TEST(feel_knowledge, of_the_compatible_mode_keeps_missing_facts_unknown) {
  expect_all({{"n + 1", "unknown(n)"},
              {"n = null", "unknown(n)"},
              {"yes and false", "false"},
              {"1 + 1", "2"},
              {"(1/3)*3", "1"}},
             true);
}

TEST(feel_knowledge, of_the_compatible_mode_still_refuses_what_cannot_be_read) {
  expect_all(
      {{"1 +", "error formula.syntax"}, {"", "error formula.syntax"}, {"1 = 1 = 1", "error formula.syntax"}},
      true);
}

}  // namespace
