// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <slieksnis/facts/written_value.hpp>

namespace {

using namespace slieksnis;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// Both readings as "plain|thousands".
std::string readings(std::string_view text) {
  const written_number both = read_number_as_written(text);
  return both.plain.value_or("") + "|" + both.thousands.value_or("");
}

TEST(written_value, has_one_reading_of_most_numbers) {
  EXPECT_EQ(readings("500"), "500|");
  EXPECT_EQ(readings("-500,5"), "-500.5|");
  EXPECT_EQ(readings("\u22125"), "-5|");
  EXPECT_EQ(readings("1234.567"), "1234.567|") << "four digits are no group";
  EXPECT_EQ(readings("0,234"), "0.234|");
  EXPECT_EQ(readings("1 234"), "|1234");
  EXPECT_EQ(readings("1 234,567"), "1234.567|");
  EXPECT_EQ(readings("1.234,567"), "1234.567|");
  EXPECT_EQ(readings("1.234.567"), "|1234567");
}

TEST(written_value, has_two_readings_of_three_places) {
  EXPECT_EQ(readings("1.234"), "1.234|1234");
  EXPECT_EQ(readings("999,000"), "999.000|999000");
}

TEST(written_value, has_no_reading_of_other_texts) {
  for (const char* text : {"", "-", "1 23", "1.23 456", "1,2,3", "1 234 5", "a", "1-", "1..2"})
    EXPECT_EQ(readings(text), "|") << text;
}

TEST(written_value, is_without_the_currency) {
  EXPECT_EQ(without_euro("€ 500"), "500");
  EXPECT_EQ(without_euro(" 500 EUR "), "500");
  EXPECT_EQ(without_euro("500\u202Feiro"), "500");
  EXPECT_EQ(without_euro("500"), "500");
  EXPECT_EQ(without_euro("EUR"), "EUR");
  EXPECT_EQ(without_euro(""), "");
}

std::vector<std::string> days(std::string_view text) {
  std::vector<std::string> result;
  for (const date day : days_as_written(text)) result.push_back(to_string(day));
  return result;
}

TEST(written_value, has_the_days_that_a_text_can_mean) {
  EXPECT_THAT(days("01.02.2026."), ElementsAre("2026-02-01"));
  EXPECT_THAT(days("2026/2/1"), ElementsAre("2026-02-01"));
  EXPECT_THAT(days("1/2/2026"), ElementsAre("2026-01-02", "2026-02-01"));
  EXPECT_THAT(days("1-2-26"), ElementsAre("1926-01-02", "1926-02-01", "2026-01-02", "2026-02-01"));
  EXPECT_THAT(days("30/4/2026"), ElementsAre("2026-04-30"));
  EXPECT_THAT(days("4/30/2026"), ElementsAre("2026-04-30"));
  EXPECT_THAT(days("30.30.2026"), IsEmpty());
  EXPECT_THAT(days("2026"), IsEmpty());
  EXPECT_THAT(days("1.2/2026"), IsEmpty());
}

}  // namespace
