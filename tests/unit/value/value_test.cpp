// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/value/value.hpp>

namespace {

using namespace slieksnis;

TEST(value, is_null_at_first) { EXPECT_EQ(to_string(value()), "null"); }

TEST(value, is_printed_as_a_formula_would_write_it) {
  EXPECT_EQ(to_string(value{true}), "true");
  EXPECT_EQ(to_string(value{false}), "false");
  EXPECT_EQ(to_string(value{rational(25, 2)}), "12.5");
  EXPECT_EQ(to_string(value{rational(1, 3)}), "1/3");
  EXPECT_EQ(to_string(value{*parse_date("2026-02-01")}), "2026-02-01");
  EXPECT_EQ(to_string(value{months_duration{774}}), "P64Y6M");
  EXPECT_EQ(to_string(value{days_duration{14}}), "P14D");
}

TEST(value, keeps_a_text_without_quotes) {
  EXPECT_EQ(to_string(value{std::string("Rīga \"x\"")}), "Rīga \"x\"");
}

TEST(value, of_another_kind_is_another_value) {
  EXPECT_NE(value{rational(1)}, value{true});
  EXPECT_NE(value{std::string("1")}, value{rational(1)});
  EXPECT_NE(value{days_duration{1}}, value{months_duration{1}});
  EXPECT_NE(value{null_value{}}, value{false});
  EXPECT_EQ(value{rational(2, 4)}, value{rational(1, 2)});
}

}  // namespace
