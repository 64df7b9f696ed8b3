// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/decide/evaluated.hpp>

namespace {

using namespace slieksnis;

TEST(evaluated, holds_a_known_value) {
  const evaluated five(value{rational(5)});
  EXPECT_TRUE(five.known());
  EXPECT_EQ(five.state(), knowledge::known);
  ASSERT_NE(five.as<rational>(), nullptr);
  EXPECT_EQ(*five.as<rational>(), rational(5));
  EXPECT_EQ(five.as<bool>(), nullptr);
  EXPECT_TRUE(five.needs().empty());
}

TEST(evaluated, says_what_is_missing) {
  const auto missing = evaluated::unknown({{7, std::nullopt}, {8, 2}});
  EXPECT_FALSE(missing.known());
  EXPECT_EQ(missing.state(), knowledge::unknown);
  ASSERT_EQ(missing.needs().size(), 2U);
  EXPECT_EQ(missing.needs()[1], (need{8, 2}));
  EXPECT_EQ(missing.as<rational>(), nullptr);
  EXPECT_FALSE(missing.is(true));
  EXPECT_FALSE(missing.is(false));
  EXPECT_FALSE(missing.is_null());
}

TEST(evaluated, fails_without_needing_anything) {
  EXPECT_EQ(evaluated::failed().state(), knowledge::failed);
  EXPECT_TRUE(evaluated::failed().needs().empty());
  EXPECT_FALSE(evaluated::failed().is_null());
}

TEST(evaluated, tells_truth_from_everything_else) {
  EXPECT_TRUE(evaluated(value{true}).is(true));
  EXPECT_FALSE(evaluated(value{true}).is(false));
  EXPECT_TRUE(evaluated(value{false}).is(false));
  EXPECT_FALSE(evaluated(value{rational(0)}).is(false));
  EXPECT_TRUE(evaluated(value{null_value{}}).is_null());
}

TEST(evaluated, needs_the_persons_unless_told_otherwise) { EXPECT_EQ(need{}.definition, need::persons); }

}  // namespace
