// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <limits>
#include <slieksnis/value/rational.hpp>
#include <stdexcept>
#include <type_traits>

namespace {

using namespace slieksnis;

constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();

static_assert(!std::is_constructible_v<rational, double>);
static_assert(!std::is_constructible_v<rational, float>);
static_assert(std::is_nothrow_default_constructible_v<rational>);

TEST(rational, is_zero_at_first) {
  EXPECT_EQ(rational(), rational(0));
  EXPECT_EQ(rational().sign(), 0);
  EXPECT_EQ(to_string(rational()), "0");
}

TEST(rational, is_kept_in_lowest_terms) {
  EXPECT_EQ(rational(6, 4), rational(3, 2));
  EXPECT_EQ(to_string(rational(7, 21)), "1/3");
  EXPECT_EQ(to_string(rational(-7, 21)), "-1/3");
  EXPECT_EQ(to_string(rational(7, -21)), "-1/3");
  EXPECT_EQ(to_string(rational(-7, -21)), "1/3");
  EXPECT_EQ(rational(0, -5), rational(0));
}

TEST(rational, has_no_denominator_of_zero) {
  EXPECT_THROW(rational(1, 0), std::domain_error);
  EXPECT_THROW(rational(0, 0), std::domain_error);
}

TEST(rational, divides_without_losing_anything) {
  EXPECT_EQ(rational(1) / rational(3) * rational(3), rational(1));
  EXPECT_EQ(rational(1, 3) + rational(1, 6), rational(1, 2));
  EXPECT_EQ(rational(1, 3) - rational(1, 3), rational(0));
  EXPECT_EQ(rational(-1) / rational(-4), rational(1, 4));
  EXPECT_EQ(rational(1) / rational(-4), rational(-1, 4));
}

TEST(rational, does_not_divide_by_zero) {
  EXPECT_THROW(rational(1) / rational(0), std::domain_error);
  EXPECT_THROW(rational(0) / rational(0), std::domain_error);
}

TEST(rational, equals_a_decimal_however_it_was_written) {
  EXPECT_EQ(rational(decimal{16600, 2}), rational(166));
  EXPECT_EQ(rational(decimal{-5, 1}), rational(-1, 2));
  EXPECT_EQ(rational(decimal{1, 18}) * rational(1'000'000'000'000'000'000), rational(1));
}

TEST(rational, leaves_sixty_four_bits_and_comes_back) {
  const rational over = rational(highest) + rational(1);
  EXPECT_EQ(to_string(over), "9223372036854775808");
  EXPECT_EQ(over.as_integer(), std::nullopt);
  EXPECT_EQ((over - rational(1)).as_integer(), highest);
  EXPECT_EQ(over - rational(1), rational(highest)) << "one representation for equal values";
  const rational square = rational(highest) * rational(highest);
  EXPECT_EQ(to_string(square), "85070591730234615847396907784232501249");
  EXPECT_EQ(square / rational(highest), rational(highest));
  EXPECT_TRUE(square.is_integer());
  EXPECT_EQ((-square).sign(), -1);
}

TEST(rational, holds_the_lowest_number_of_sixty_four_bits) {
  EXPECT_EQ(to_string(rational(lowest)), "-9223372036854775808");
  EXPECT_EQ(rational(lowest) + rational(1), rational(-highest));
  EXPECT_EQ(rational(lowest, -1), rational(highest) + rational(1));
  EXPECT_EQ(rational(lowest, lowest), rational(1));
  EXPECT_EQ(rational(1, lowest) * rational(lowest), rational(1));
  EXPECT_EQ(rational(1, lowest).sign(), -1);
  EXPECT_EQ(to_string(-rational(lowest)), "9223372036854775808");
}

TEST(rational, orders_fractions_whose_products_need_more_than_sixty_four_bits) {
  EXPECT_LT(rational(highest - 1, highest), rational(1));
  EXPECT_LT(rational(highest - 2, highest - 1), rational(highest - 1, highest));
  EXPECT_GT(rational(highest) * rational(2), rational(highest));
  EXPECT_LT(rational(lowest) * rational(2), rational(lowest));
  EXPECT_LT(rational(-1, 2), rational(-1, 3));
  EXPECT_EQ(rational(2, 4) <=> rational(1, 2), std::strong_ordering::equal);
}

TEST(rational, tells_whole_numbers_from_fractions) {
  EXPECT_TRUE(rational(4, 2).is_integer());
  EXPECT_FALSE(rational(1, 2).is_integer());
  EXPECT_EQ(rational(-8, 4).as_integer(), -2);
  EXPECT_EQ(rational(1, 2).as_integer(), std::nullopt);
  EXPECT_FALSE((rational(highest) * rational(highest) / rational(2)).is_integer());
}

TEST(rational, floors_towards_the_lower_number) {
  EXPECT_EQ(rational(7, 2).floor(), rational(3));
  EXPECT_EQ(rational(-7, 2).floor(), rational(-4));
  EXPECT_EQ(rational(-4).floor(), rational(-4));
  const rational large = rational(highest) * rational(highest);
  EXPECT_EQ((large + rational(1, 2)).floor(), large);
  EXPECT_EQ((-large - rational(1, 2)).floor(), -large - rational(1));
  EXPECT_EQ(large.floor(), large);
}

TEST(rational, raises_to_whole_powers) {
  EXPECT_EQ(rational::power(rational(2), 10), rational(1024));
  EXPECT_EQ(rational::power(rational(2, 3), -2), rational(9, 4));
  EXPECT_EQ(rational::power(rational(-2), 3), rational(-8));
  EXPECT_EQ(rational::power(rational(5), 0), rational(1));
  EXPECT_EQ(rational::power(rational(0), 0), rational(1));
  EXPECT_EQ(to_string(rational::power(rational(2), 64)), "18446744073709551616");
  EXPECT_EQ(rational::power(rational(2), 1000) * rational::power(rational(2), -1000), rational(1));
}

TEST(rational, refuses_powers_without_a_value_or_without_an_end) {
  EXPECT_THROW(static_cast<void>(rational::power(rational(0), -1)), std::domain_error);
  EXPECT_THROW(static_cast<void>(rational::power(rational(2), 1001)), std::out_of_range);
  EXPECT_THROW(static_cast<void>(rational::power(rational(2), -1001)), std::out_of_range);
  EXPECT_THROW(static_cast<void>(rational::power(rational(2), lowest)), std::out_of_range);
}

TEST(rational, is_a_decimal_with_as_few_places_as_it_needs) {
  EXPECT_EQ(rational(decimal{16600, 2}).as_decimal(), (decimal{166, 0}));
  EXPECT_EQ(rational(1, 8).as_decimal(), (decimal{125, 3}));
  EXPECT_EQ(rational(1, 25).as_decimal(), (decimal{4, 2}));
  EXPECT_EQ(rational(-3, 2).as_decimal(), (decimal{-15, 1}));
  EXPECT_EQ(rational(1, 3).as_decimal(), std::nullopt);
  EXPECT_EQ(rational(1, 6).as_decimal(), std::nullopt);
}

TEST(rational, is_no_decimal_beyond_eighteen_digits) {
  EXPECT_TRUE(rational(999'999'999'999'999'999).as_decimal());
  EXPECT_EQ(rational(1'000'000'000'000'000'000).as_decimal(), std::nullopt);
  EXPECT_EQ(rational(1, 1'000'000'000'000'000'000).as_decimal(), (decimal{1, 18}));
  EXPECT_EQ((rational(1, 1'000'000'000'000'000'000) / rational(10)).as_decimal(), std::nullopt);
  EXPECT_EQ(rational(highest, std::int64_t{1} << 62).as_decimal(), std::nullopt);
}

TEST(rational, prints_a_point_or_a_fraction) {
  EXPECT_EQ(to_string(rational(-25, 2)), "-12.5");
  EXPECT_EQ(to_string(rational(3)), "3");
  EXPECT_EQ(to_string(rational(2, 7)), "2/7");
  EXPECT_EQ(to_string(rational(highest) * rational(highest) / rational(2)),
            "85070591730234615847396907784232501249/2");
}

TEST(rational, is_shared_between_copies_without_being_changed) {
  const rational large = rational::power(rational(10), 30);
  rational copy = large;
  copy = copy + rational(1);
  EXPECT_EQ(to_string(large), "1000000000000000000000000000000");
  EXPECT_EQ(copy - large, rational(1));
}

}  // namespace
