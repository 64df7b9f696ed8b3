// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <array>
#include <slieksnis/value/rounding.hpp>
#include <stdexcept>

namespace {

using namespace slieksnis;

constexpr std::array<rounding_mode, 7> modes{
    rounding_mode::half_up, rounding_mode::half_down, rounding_mode::half_even, rounding_mode::up,
    rounding_mode::down,    rounding_mode::floor,     rounding_mode::ceiling};

rational number(const char* text) { return *parse_decimal(text); }

struct rounded_row {
  const char* written;
  std::array<int, 7> by_mode;  ///< in the order of `modes`
};

TEST(rounding, chooses_the_whole_number_its_name_says) {
  constexpr std::array<rounded_row, 14> table{{
      {"2.5", {3, 2, 2, 3, 2, 2, 3}},
      {"3.5", {4, 3, 4, 4, 3, 3, 4}},
      {"-2.5", {-3, -2, -2, -3, -2, -3, -2}},
      {"-3.5", {-4, -3, -4, -4, -3, -4, -3}},
      {"2.4", {2, 2, 2, 3, 2, 2, 3}},
      {"2.6", {3, 3, 3, 3, 2, 2, 3}},
      {"-2.4", {-2, -2, -2, -3, -2, -3, -2}},
      {"-2.6", {-3, -3, -3, -3, -2, -3, -2}},
      {"0.5", {1, 0, 0, 1, 0, 0, 1}},
      {"-0.5", {-1, 0, 0, -1, 0, -1, 0}},
      {"2.49999999999", {2, 2, 2, 3, 2, 2, 3}},
      {"2.50000000001", {3, 3, 3, 3, 2, 2, 3}},
      {"7", {7, 7, 7, 7, 7, 7, 7}},
      {"0", {0, 0, 0, 0, 0, 0, 0}},
  }};
  for (const auto& [written, by_mode] : table)
    for (std::size_t i = 0; i < modes.size(); ++i)
      EXPECT_EQ(round(number(written), rational(1), modes[i]), rational(by_mode[i]))
          << written << " " << name_of(modes[i]);
}

TEST(rounding, goes_to_multiples_of_any_step) {
  EXPECT_EQ(round(number("1.005"), number("0.01"), rounding_mode::half_up), number("1.01"));
  EXPECT_EQ(round(number("1.005"), number("0.01"), rounding_mode::half_down), number("1"));
  EXPECT_EQ(round(number("12.49"), number("5"), rounding_mode::half_up), rational(10));
  EXPECT_EQ(round(number("12.5"), number("5"), rounding_mode::half_up), rational(15));
  EXPECT_EQ(round(rational(1, 3), rational(1, 7), rounding_mode::floor), rational(2, 7));
  EXPECT_EQ(round(number("1234"), rational(100), rounding_mode::ceiling), rational(1300));
}

TEST(rounding, leaves_a_multiple_as_it_is) {
  for (const auto mode : modes) EXPECT_EQ(round(number("166.25"), number("0.05"), mode), number("166.25"));
}

TEST(rounding, refuses_a_step_that_is_not_above_zero) {
  EXPECT_THROW(static_cast<void>(round(rational(1), rational(0), rounding_mode::up)), std::domain_error);
  EXPECT_THROW(static_cast<void>(round(rational(1), rational(-1), rounding_mode::up)), std::domain_error);
}

TEST(rounding, knows_every_mode_by_the_name_it_gives_it) {
  for (const auto mode : modes) EXPECT_EQ(rounding_mode_named(name_of(mode)), mode);
  EXPECT_EQ(name_of(rounding_mode::half_even), "half_even");
  EXPECT_EQ(rounding_mode_named("half up"), std::nullopt);
  EXPECT_EQ(rounding_mode_named("HALF_UP"), std::nullopt);
  EXPECT_EQ(rounding_mode_named(""), std::nullopt);
}

}  // namespace
