// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/decide/decision.hpp>

namespace {

using namespace slieksnis;

TEST(decision, is_undetermined_until_it_is_made) {
  const decision none;
  EXPECT_EQ(none.outcome, outcome::undetermined);
  EXPECT_FALSE(none.granted());
  EXPECT_FALSE(none.amount);
  EXPECT_FALSE(none.failed);
}

TEST(decision, is_granted_only_by_its_outcome) {
  decision one;
  one.amount = rational(5);
  EXPECT_FALSE(one.granted());
  one.outcome = outcome::granted;
  EXPECT_TRUE(one.granted());
  one.outcome = outcome::refused;
  EXPECT_FALSE(one.granted());
}

TEST(decision, has_a_name_for_each_outcome) {
  EXPECT_EQ(name_of(outcome::granted), "granted");
  EXPECT_EQ(name_of(outcome::refused), "refused");
  EXPECT_EQ(name_of(outcome::undetermined), "undetermined");
}

}  // namespace
