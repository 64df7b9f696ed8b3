// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <concepts>
#include <limits>
#include <slieksnis/value/money.hpp>
#include <type_traits>

namespace {

using namespace slieksnis;
using namespace slieksnis::literals;

template <typename A, typename B>
concept multiplies = requires(A a, B b) {
  a* b;
};

static_assert(410.10_eur == money::cents(41'010));
static_assert(166_eur == money::cents(16'600));
static_assert(0.5_eur == money::cents(50));
static_assert(1'000.05_eur == money::cents(100'005));
static_assert((1_eur + 0.01_eur).in_cents() == 101);
static_assert((1_eur - 1.01_eur).in_cents() == -1);
static_assert(1_eur < 1.01_eur);
static_assert(!multiplies<money, money>);
static_assert(!multiplies<money, int>);
static_assert(!std::is_constructible_v<money, double>);
static_assert(!std::is_constructible_v<money, int>);
static_assert(!std::is_convertible_v<money, rational>);

TEST(money, prints_two_places_always) {
  EXPECT_EQ(to_string(money::cents(26'750)), "267.50");
  EXPECT_EQ(to_string(money::cents(5)), "0.05");
  EXPECT_EQ(to_string(money::cents(-5)), "-0.05");
  EXPECT_EQ(to_string(money()), "0.00");
}

TEST(money, comes_from_whole_cents_only) {
  EXPECT_EQ(money::exactly(rational(decimal{26'750, 2})), 267.50_eur);
  EXPECT_EQ(money::exactly(rational(-1)), money::cents(-100));
  EXPECT_EQ(money::exactly(rational(1, 3)), std::nullopt);
  EXPECT_EQ(money::exactly(rational(decimal{1'005, 3})), std::nullopt);
}

TEST(money, refuses_an_amount_that_does_not_fit) {
  EXPECT_EQ(money::exactly(rational(std::numeric_limits<std::int64_t>::max())), std::nullopt);
  EXPECT_EQ(money::exactly(rational(std::numeric_limits<std::int64_t>::max(), 100)),
            money::cents(std::numeric_limits<std::int64_t>::max()));
}

TEST(money, is_worth_its_hundredth_in_euro) {
  EXPECT_EQ((0.01_eur).in_euro(), rational(1, 100));
  EXPECT_EQ(money::exactly((410.10_eur).in_euro()), 410.10_eur);
}

}  // namespace
