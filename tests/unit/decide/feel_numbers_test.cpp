// SPDX-License-Identifier: Apache-2.0
// The FEEL profile from text to value: numbers, their precedence, and the functions over numbers and lists.
#include <gtest/gtest.h>

#include "../support/evaluate.hpp"
#include "../support/household_book.hpp"

namespace {

using namespace slieksnis;

void expect_all(std::initializer_list<evaluate::row> table) {
  const facts nothing(household_book::book());
  for (const auto& [formula, value] : table) EXPECT_EQ(evaluate::formula(nothing, formula), value) << formula;
}

TEST(feel_numbers, are_written_with_a_point) {
  expect_all({{"0", "0"},
              {"007", "7"},
              {"1.50", "1.5"},
              {".5", "0.5"},
              {"999999999999999999", "999999999999999999"},
              {"1000000000000000000", "error formula.number"},
              {"5.", "error formula.syntax"},
              {"1,5", "error formula.syntax"},
              {"1e3", "error formula.syntax"},
              {"1 000", "error formula.syntax"}});
}

TEST(feel_numbers, are_exact) {
  expect_all({{"1/3*3 = 1", "true"},
              {"(1/3)*3", "1"},
              {"1/3", "1/3"},
              {"0.1 + 0.2 = 0.3", "true"},
              {"0.1 + 0.2", "0.3"},
              {"1/3 + 1/6", "0.5"},
              {"999999999999999999 + 1", "1000000000000000000"},
              {"999999999999999999 * 999999999999999999", "999999999999999998000000000000000001"},
              {"999999999999999999 * 999999999999999999 / 999999999999999999", "999999999999999999"},
              {"2 ** 100 / 2 ** 99", "2"}});
}

TEST(feel_numbers, bind_in_the_order_of_the_feel_grammar) {
  expect_all({{"-2**2", "4"},
              {"-(2**2)", "-4"},
              {"0 - 2**2", "-4"},
              {"2**-1", "0.5"},
              {"2**3**2", "64"},
              {"2*3**2", "18"},
              {"2+3*4", "14"},
              {"(2+3)*4", "20"},
              {"10-4-3", "3"},
              {"10-(4-3)", "9"},
              {"100/10/2", "5"},
              {"100/10*2", "20"},
              {"2*-3", "-6"},
              {"1 - -1", "2"},
              {"--1", "1"},
              {"-0", "0"},
              {"1 + 2 = 3", "true"},
              {"1 = 1 and 2 = 2", "true"},
              {"1 < 2 + 3", "true"},
              {"2 * 3 > 5 or false", "true"},
              {"true or false and false", "true"},
              {"(true or false) and false", "false"},
              {"1 < 2 < 3", "error formula.syntax"},
              {"not(false) and true", "true"}});
}

TEST(feel_numbers, are_compared) {
  expect_all({{"1 = 1.0", "true"},
              {"1 != 1.0", "false"},
              {"1 < 1", "false"},
              {"1 <= 1", "true"},
              {"2 > 1", "true"},
              {"1 >= 2", "false"},
              {"-1 < 0", "true"},
              {"1/3 < 0.3334", "true"},
              {"1/3 > 0.3333", "true"},
              {"1 == 1", "error formula.syntax"},
              {"1 <> 1", "error formula.syntax"}});
}

TEST(feel_numbers, fail_where_there_is_no_value) {
  expect_all({{"1/0", "error formula.division"},
              {"n/0.0", "error formula.division"},
              {"1/(2-2)", "failed"},
              {"0/(2-2)", "failed"},
              {"1 + 1/(2-2)", "failed"},
              {"0 * (1/(2-2))", "failed"},
              {"modulo(1, 2-2)", "failed"},
              {"0 ** -1", "failed"},
              {"2 ** 0.5", "failed"},
              {"2 ** 1001", "failed"},
              {"2 ** -1001", "failed"},
              {"0 ** 0", "1"}});
}

TEST(feel_numbers, fail_only_where_the_value_is_needed) {
  expect_all({{"if 1/(2-2) = 1 then 1 else 2", "failed"},
              {"if true then 1 else 1/(2-2)", "1"},
              {"if false then 1/(2-2) else 2", "2"},
              {"false and 1/(2-2) = 1", "false"},
              {"1/(2-2) = 1 and false", "false"},
              {"true or 1/(2-2) = 1", "true"},
              {"1/(2-2) = 1 or true", "true"},
              {"true and 1/(2-2) = 1", "failed"},
              {"[1, 1/(2-2)][1]", "1"},
              {"[1, 1/(2-2)][2]", "failed"},
              {"count([1, 1/(2-2)])", "2"}});
}

TEST(feel_numbers, are_rounded_as_the_function_is_named) {
  expect_all({{"floor(1.5)", "1"},
              {"floor(-1.5)", "-2"},
              {"floor(-1.56, 1)", "-1.6"},
              {"ceiling(1.5)", "2"},
              {"ceiling(-1.5)", "-1"},
              {"ceiling(-1.56, 1)", "-1.5"},
              {"round up(5.5, 0)", "6"},
              {"round up(-5.5, 0)", "-6"},
              {"round up(1.121, 2)", "1.13"},
              {"round up(-1.126, 2)", "-1.13"},
              {"round down(5.5, 0)", "5"},
              {"round down(-5.5, 0)", "-5"},
              {"round down(1.126, 2)", "1.12"},
              {"round half up(5.5, 0)", "6"},
              {"round half up(-5.5, 0)", "-6"},
              {"round half up(1.125, 2)", "1.13"},
              {"round half up(1.1249, 2)", "1.12"},
              {"round half down(5.5, 0)", "5"},
              {"round half down(-5.5, 0)", "-5"},
              {"round half down(1.1251, 2)", "1.13"},
              {"decimal(2.5, 0)", "2"},
              {"decimal(3.5, 0)", "4"},
              {"decimal(1/3, 2)", "0.33"},
              {"decimal(1.5, -1)", "0"},
              {"round half up(1250, -2)", "1300"},
              {"floor(1/3, 18)", "0.333333333333333333"},
              {"floor(1/3, 19)", "error formula.type"},
              {"floor(1/3, n)", "error formula.type"},
              {"round up(1.5)", "error formula.arguments"},
              {"floor(\"1\")", "error formula.type"}});
}

TEST(feel_numbers, have_a_size_a_remainder_and_a_parity) {
  expect_all({{"abs(-3)", "3"},
              {"abs(3)", "3"},
              {"abs(0)", "0"},
              {"modulo(12, 5)", "2"},
              {"modulo(-12, 5)", "3"},
              {"modulo(12, -5)", "-3"},
              {"modulo(-12, -5)", "-2"},
              {"modulo(10.1, 4.5)", "1.1"},
              {"modulo(5, 2.5)", "0"},
              {"odd(5)", "true"},
              {"odd(2)", "false"},
              {"odd(-3)", "true"},
              {"even(0)", "true"},
              {"even(-2)", "true"},
              {"odd(2.5)", "failed"}});
}

TEST(feel_numbers, are_gathered_from_lists_and_arguments) {
  expect_all({{"min(3, 1, 2)", "1"},
              {"min([3, 1, 2])", "1"},
              {"max(3, 1, 2)", "3"},
              {"max([1/3, 0.33])", "1/3"},
              {"sum(1, 2, 3)", "6"},
              {"sum([1/3, 2/3])", "1"},
              {"product([2, 3, 4])", "24"},
              {"product(0.5, 4)", "2"},
              {"mean(1, 2)", "1.5"},
              {"mean([1, 2, 2])", "5/3"},
              {"count([5, 6])", "2"},
              {"sum(5)", "5"},
              {"min(7)", "7"},
              {"max(@\"2025-01-01\", @\"2024-01-01\")", "2025-01-01"},
              {"min(\"b\", \"a\")", "a"}});
}

TEST(feel_numbers, have_no_least_and_no_mean_of_nothing) {
  expect_all({{"min([])", "failed"},
              {"max([])", "failed"},
              {"mean([])", "failed"},
              {"sum([])", "0"},
              {"product([])", "1"},
              {"count([])", "0"},
              {"min()", "error formula.arguments"},
              {"sum([1, 2][item > 5])", "0"},
              {"max([1, 2][item > 5])", "failed"}});
}

TEST(feel_numbers, come_from_texts_and_become_texts) {
  expect_all({{"number(\"12.50\")", "12.5"},
              {"number(\"-3\")", "-3"},
              {"number(\"1,5\")", "failed"},
              {"number(\"\")", "failed"},
              {"number(\"1 000\")", "failed"},
              {"number(5)", "error formula.type"},
              {"string(12.50)", "12.5"},
              {"string(1/3)", "1/3"},
              {"string(-1)", "-1"},
              {"string(number(\"7\") + 1)", "8"}});
}

TEST(feel_numbers, with_and_without_units_do_not_mix) {
  expect_all({{"income + 5", "error formula.unit"},
              {"income + 0", "unknown(income)"},
              {"5 + income", "error formula.unit"},
              {"income > 100", "error formula.unit"},
              {"income > 0", "unknown(income)"},
              {"max(income - level, 0)", "unknown(income)"},
              {"income + fortune", "error formula.unit"},
              {"income < fortune", "error formula.unit"},
              {"income * level / level + level", "unknown(income)"},
              {"income * level + level", "error formula.unit"},
              {"income / level + 1", "unknown(income)"},
              {"level ** 2", "error formula.unit"},
              {"2 ** level", "error formula.unit"},
              {"product(level, level)", "error formula.unit"},
              {"odd(level)", "error formula.unit"},
              {"income in [0..level]", "unknown(income)"},
              {"income in [0..100]", "error formula.unit"},
              {"income between 0 and fortune", "error formula.unit"},
              {"if yes then income else n", "error formula.unit"},
              {"[income, n]", "error formula.unit"},
              {"sum(income, costs, n)", "error formula.unit"}});
}

TEST(feel_numbers, of_the_law_are_those_of_the_day) {
  const facts nothing(household_book::book());
  EXPECT_EQ(evaluate::formula(nothing, "level", false, "2025-01-01"), "166.5");
  EXPECT_EQ(evaluate::formula(nothing, "level", false, "2024-12-31"), "100");
  EXPECT_EQ(evaluate::formula(nothing, "2 * share * level", false, "2029-12-31"), "233.1");
  EXPECT_EQ(evaluate::formula(nothing, "level", false, "2030-01-01"), "error facts.date_span");
  EXPECT_EQ(evaluate::formula(nothing, "level", false, "2019-12-31"), "error facts.date_span");
}

}  // namespace
