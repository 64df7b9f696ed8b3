// SPDX-License-Identifier: Apache-2.0
// The FEEL profile from text to value: texts, truth values and choices, and what is not in the profile.
#include <gtest/gtest.h>

#include "../support/evaluate.hpp"
#include "../support/household_book.hpp"

namespace {

using namespace slieksnis;

void expect_all(std::initializer_list<evaluate::row> table) {
  const facts nothing(household_book::book());
  for (const auto& [formula, value] : table) EXPECT_EQ(evaluate::formula(nothing, formula), value) << formula;
}

TEST(feel_texts, are_written_in_double_quotes) {
  expect_all({{"\"Rīga\"", "Rīga"},
              {"\"\"", ""},
              {"\"a\\\"b\"", "a\"b"},
              {"\"a", "error formula.syntax"},
              {"'a'", "error formula.syntax"}});
}

TEST(feel_texts, are_joined_and_compared) {
  expect_all({{"\"a\" + \"b\"", "ab"},
              {"\"a\" = \"a\"", "true"},
              {"\"a\" != \"A\"", "true"},
              {"\"a\" < \"b\"", "true"},
              {"\"a\" - \"b\"", "error formula.type"},
              {"\"a\" + 1", "error formula.type"},
              {"\"1\" = 1", "error formula.type"}});
}

TEST(feel_texts, are_measured_and_searched) {
  expect_all({{"string length(\"Rīga\")", "4"},
              {"string length(\"\")", "0"},
              {"contains(\"Jelgava\", \"gav\")", "true"},
              {"contains(\"Jelgava\", \"Gav\")", "false"},
              {"contains(\"\", \"\")", "true"},
              {"starts with(\"Jelgava\", \"Jel\")", "true"},
              {"starts with(\"Jelgava\", \"el\")", "false"},
              {"ends with(\"Jelgava\", \"ava\")", "true"},
              {"ends with(\"Jelgava\", \"av\")", "false"},
              {"contains(1, 1)", "error formula.type"}});
}

TEST(feel_texts, change_their_case) {
  expect_all({{"upper case(\"abc 1\")", "ABC 1"},
              {"lower case(\"ABC 1\")", "abc 1"},
              {"lower case(1)", "error formula.type"}});
}

TEST(feel_texts, are_made_from_every_simple_value) {
  expect_all({{"string(\"a\")", "a"},
              {"string(true)", "true"},
              {"string(@\"2025-01-31\")", "2025-01-31"},
              {"string(@\"P1Y6M\")", "P1Y6M"},
              {"string(1 = 1)", "true"}});
}

TEST(feel_texts, of_an_enumeration_are_checked_when_written) {
  expect_all({{"region = \"north\"", "unknown(region)"},
              {"region = \"nort\"", "error formula.enumeration"},
              {"\"nort\" = region", "error formula.enumeration"},
              {"region in (\"north\", \"sooth\")", "error formula.enumeration"},
              {"region in (\"north\", \"south\")", "unknown(region)"},
              {"region < \"north\"", "error formula.type"},
              {"region = \"North\"", "error formula.enumeration"}});
}

TEST(feel_texts, do_not_choose_but_truth_values_do) {
  expect_all({{"if 1 < 2 then \"a\" else \"b\"", "a"},
              {"if false then 1 else 2", "2"},
              {"if true then 1 else if true then 2 else 3", "1"},
              {"(if true then 1 else 2) + 1", "2"},
              {"1 + if true then 1 else 2", "2"},
              {"if true then 1", "error formula.syntax"},
              {"if \"a\" then 1 else 2", "error formula.type"},
              {"if 1 then 1 else 2", "error formula.type"},
              {"if true then 1 else \"a\"", "error formula.type"}});
}

TEST(feel_texts, and_truth_values_take_no_numbers) {
  expect_all({{"not(true)", "false"},
              {"not(5)", "error formula.type"},
              {"1 and true", "error formula.type"},
              {"true or \"a\"", "error formula.type"},
              {"true = false", "false"},
              {"true < false", "error formula.type"},
              {"true + true", "error formula.type"}});
}

TEST(feel_texts, outside_the_profile_are_refused) {
  expect_all({{"", "error formula.syntax"},
              {"   ", "error formula.syntax"},
              {"1 +", "error formula.syntax"},
              {"(1", "error formula.syntax"},
              {"1)", "error formula.syntax"},
              {"{a: 1}", "error formula.syntax"},
              {"function(x) x", "error formula.syntax"},
              {"x instance of number", "error formula.syntax"},
              {"a = 1; b", "error formula.syntax"},
              {"1 + # 2", "error formula.syntax"},
              {"null", "error formula.type"},
              {"n = null", "error formula.type"},
              {"matches(\"a\", \"b\")", "error formula.function"},
              {"now()", "error formula.function"},
              {"flor(1.5)", "error formula.function"},
              {"floor()", "error formula.arguments"},
              {"nothing", "error formula.name"},
              {"incom", "error formula.name"},
              {"previous", "error rule.previous"}});
}

}  // namespace
