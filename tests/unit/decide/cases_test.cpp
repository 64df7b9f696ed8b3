// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/decide/cases.hpp>

#include "../support/benefit_book.hpp"
#include "../support/codes.hpp"

namespace {

using namespace slieksnis;

/// How one case goes: the codes of its errors.
std::string run(const std::string& members) {
  const auto file = std::make_shared<source_text>(
      "t/cases.json", R"({ "cases": [ { "name": "A case.", "on": "2025-06-15", )" + members + " } ] }");
  const auto result = run_cases(benefit_book::book(), {file});
  EXPECT_EQ(result.failed == 0 && result.passed == 1, result.errors.empty());
  return codes_of(result.errors);
}
std::string of_two(const std::string& expect) {
  return run(R"("facts": { "household": { "members": 2, "income": "100" } }, "expect": {)" + expect + "}");
}

TEST(cases, pass_when_decisions_are_as_expected) {
  EXPECT_EQ(
      of_two(
          R"("aid": { "outcome": "granted", "amount": "300.00" }, "need_level": "400", "poor": { "outcome": "granted" })"),
      "");
  EXPECT_EQ(
      run(R"("facts": { "household": { "members": 1, "income": "250" } }, "expect": { "aid": { "outcome": "refused", "by": "50" } })"),
      "");
  EXPECT_EQ(
      run(R"("facts": { "household": { "income": "100" } }, "expect": { "aid": { "outcome": "undetermined" } })"),
      "");
}

TEST(cases, fail_when_anything_differs) {
  EXPECT_EQ(of_two(R"("aid": { "outcome": "refused" })"), "case.expectation");
  EXPECT_EQ(of_two(R"("aid": { "outcome": "granted", "amount": "300.01" })"), "case.expectation");
  EXPECT_EQ(of_two(R"("need_level": "401")"), "case.expectation");
  EXPECT_EQ(
      run(R"("facts": { "household": { "members": 1, "income": "250" } }, "expect": { "aid": { "outcome": "refused", "by": "51" } })"),
      "case.expectation");
}

TEST(cases, of_unknown_names_or_wrong_facts_are_errors) {
  EXPECT_NE(of_two(R"("ade": { "outcome": "refused" })"), "");
  EXPECT_NE(
      run(R"("facts": { "household": { "incom": "100" } }, "expect": { "poor": { "outcome": "granted" } })"),
      "");
  EXPECT_NE(run(R"("facts": {}, "expects": {})"), "");
}

TEST(cases, are_counted) {
  const auto file = std::make_shared<source_text>("t/cases.json", R"({ "cases": [
    { "name": "One.", "on": "2025-06-15", "expect": { "level": "200" } },
    { "name": "Two.", "on": "2020-01-01", "expect": { "level": "100" } },
    { "name": "Three.", "on": "2020-01-01", "expect": { "level": "101" } } ] })");
  const auto result = run_cases(benefit_book::book(), {file});
  EXPECT_EQ(result.passed, 2U);
  EXPECT_EQ(result.failed, 1U);
}

TEST(cases, that_cannot_be_read_pass_nothing) {
  const auto result =
      run_cases(benefit_book::book(), {std::make_shared<source_text>("t/cases.json", "{ \"cases\": [ {")});
  EXPECT_EQ(result.passed, 0U);
  EXPECT_EQ(codes_of(result.errors), "json.syntax");
}

}  // namespace
