// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/formula/unit.hpp>

namespace {

using namespace slieksnis;

unit read(const char* text) { return parse_unit(text).value(); }

TEST(unit, is_pure_at_first) {
  EXPECT_TRUE(unit().pure());
  EXPECT_EQ(to_string(unit()), "1");
  EXPECT_EQ(read("1"), unit());
}

TEST(unit, reads_factors_in_any_order) {
  EXPECT_EQ(to_string(read("EUR/month")), "EUR/month");
  EXPECT_EQ(read("EUR*month"), read("month*EUR"));
  EXPECT_EQ(read("EUR/month/month"), read("EUR/month") / read("month"));
  EXPECT_EQ(read("1/month"), unit() / read("month"));
  EXPECT_EQ(read("m2"), read("m2"));
}

TEST(unit, refuses_what_is_no_product_of_names) {
  for (const char* text : {"", "/", "*", "EUR/", "/month", "EUR//month", "EUR month", "2", "11", "1m",
                           "EUR^2", "EUR-month", "€", "EUR*", " EUR"})
    EXPECT_EQ(parse_unit(text), std::nullopt) << text;
}

TEST(unit, cancels_against_itself) {
  EXPECT_TRUE((read("EUR/month") / read("EUR/month")).pure());
  EXPECT_EQ(read("EUR/month") * read("month"), read("EUR"));
  EXPECT_NE(read("EUR/month"), read("EUR"));
  EXPECT_TRUE(read("EUR/EUR").pure());
}

TEST(unit, knows_money) {
  EXPECT_TRUE(read("EUR").of_money());
  EXPECT_TRUE(read("EUR/month").of_money());
  EXPECT_TRUE(read("1/EUR").of_money());
  EXPECT_FALSE(read("years").of_money());
  EXPECT_FALSE(unit().of_money());
}

TEST(unit, prints_what_it_reads) {
  for (const char* text : {"1", "EUR", "EUR/month", "1/month", "EUR*EUR/month", "a*b/c/d"})
    EXPECT_EQ(to_string(read(text)), text);
}

}  // namespace
