// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <limits>
#include <slieksnis/value/decimal.hpp>

namespace {

using namespace slieksnis;

TEST(decimal, keeps_the_written_zeros) {
  EXPECT_EQ(parse_decimal("166.00"), (decimal{16600, 2}));
  EXPECT_EQ(parse_decimal("166"), (decimal{166, 0}));
  EXPECT_NE(parse_decimal("1.0"), parse_decimal("1"));
  EXPECT_EQ(to_string(decimal{16600, 2}), "166.00");
  EXPECT_EQ(to_string(*parse_decimal("0.500")), "0.500");
}

TEST(decimal, reads_a_minus_in_front) {
  EXPECT_EQ(parse_decimal("-12.50"), (decimal{-1250, 2}));
  EXPECT_EQ(parse_decimal("-0"), (decimal{0, 0}));
  EXPECT_EQ(to_string(decimal{-5, 2}), "-0.05");
}

TEST(decimal, reads_eighteen_digits_and_no_more) {
  EXPECT_EQ(parse_decimal("999999999999999999"), (decimal{999'999'999'999'999'999, 0}));
  EXPECT_EQ(parse_decimal("0.12345678901234567"), (decimal{12'345'678'901'234'567, 17}));
  EXPECT_EQ(parse_decimal("1000000000000000000"), std::nullopt);
  EXPECT_EQ(parse_decimal("0.123456789012345678"), std::nullopt);
  EXPECT_EQ(parse_decimal("0000000000000000001"), std::nullopt) << "leading zeros are digits too";
}

TEST(decimal, reads_nothing_but_digits_and_one_point) {
  for (const char* text : {"",     "-",   ".",    "-.",  "5.",   ".5", "-.5",   "1.2.3", "+1",  "--1", "1-",
                           "1e3",  "1E3", "0x10", "1,5", " 1",   "1 ", "1 000", "1_000", "inf", "nan", "one",
                           "1.-2", "−1",  "١",    "1\n", "1..2", "$1", "1'000", "1.5.",  "\t1"})
    EXPECT_EQ(parse_decimal(text), std::nullopt) << text;
  EXPECT_EQ(parse_decimal(std::string_view("1\0", 2)), std::nullopt);
}

TEST(decimal, prints_a_zero_before_the_point) {
  EXPECT_EQ(to_string(decimal{0, 0}), "0");
  EXPECT_EQ(to_string(decimal{0, 2}), "0.00");
  EXPECT_EQ(to_string(decimal{7, 3}), "0.007");
  EXPECT_EQ(to_string(decimal{123, 3}), "0.123");
}

TEST(decimal, prints_the_ends_of_sixty_four_bits) {
  EXPECT_EQ(to_string(decimal{std::numeric_limits<std::int64_t>::min(), 0}), "-9223372036854775808");
  EXPECT_EQ(to_string(decimal{std::numeric_limits<std::int64_t>::max(), 2}), "92233720368547758.07");
}

}  // namespace
