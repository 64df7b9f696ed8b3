// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <set>
#include <slieksnis/source/error_code.hpp>
#include <string>

namespace {

using namespace slieksnis;

// Scripts rely on these; a code moved in one of the two lists alone shows here.
static_assert(name_of(error_code::json_syntax) == "json.syntax");
static_assert(name_of(error_code::json_depth) == "json.depth");
static_assert(name_of(error_code::rule_unknown_key) == "rule.unknown_key");
static_assert(name_of(error_code::rule_amount) == "rule.amount");
static_assert(name_of(error_code::rule_person_kind) == "rule.person_kind");
static_assert(name_of(error_code::rule_duplicate_name) == "rule.duplicate_name");
static_assert(name_of(error_code::rule_previous) == "rule.previous");
static_assert(name_of(error_code::rule_table_overlap) == "rule.table_overlap");
static_assert(name_of(error_code::rule_interval) == "rule.interval");
static_assert(name_of(error_code::formula_syntax) == "formula.syntax");
static_assert(name_of(error_code::formula_division) == "formula.division");
static_assert(name_of(error_code::facts_unknown_name) == "facts.unknown_name");
static_assert(name_of(error_code::facts_three_months) == "facts.three_months");
static_assert(name_of(error_code::facts_persons) == "facts.persons");
static_assert(name_of(error_code::table_syntax) == "table.syntax");
static_assert(name_of(error_code::table_decimal_mark) == "table.decimal_mark");
static_assert(name_of(error_code::case_expectation) == "case.expectation");
static_assert(name_of(error_code::command_argument) == "command.argument");
static_assert(name_of(error_code::file_write) == "file.write");

TEST(error_code, has_a_name_of_its_own) {
  EXPECT_EQ(std::set<std::string>(error_names.begin(), error_names.end()).size(), error_names.size());
}

TEST(error_code, is_named_stage_point_reason) {
  for (const std::string_view name : error_names) {
    const auto point = name.find('.');
    ASSERT_NE(point, std::string_view::npos) << name;
    EXPECT_EQ(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_."), std::string_view::npos) << name;
    EXPECT_EQ(name.rfind('.'), point) << name;
    EXPECT_GT(name.size(), point + 1) << name;
    const std::set<std::string_view> stages{"json", "rule",    "formula", "facts",   "table",
                                            "case", "receipt", "reform",  "command", "file"};
    EXPECT_TRUE(stages.contains(name.substr(0, point))) << name;
  }
}

}  // namespace
