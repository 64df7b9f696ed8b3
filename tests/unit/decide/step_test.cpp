// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/decide/step.hpp>

namespace {

using namespace slieksnis;

// A step depends on the most that any operand depends on: plans take the greatest of these.
static_assert(domain::constant < domain::common);
static_assert(domain::common < domain::person);
static_assert(no_scale < 0);

TEST(step, is_a_constant_null_at_first) {
  const step one;
  EXPECT_EQ(one.kind, step_kind::constant);
  EXPECT_EQ(one.of, domain::constant);
  EXPECT_EQ(one.constant, value{null_value{}});
  EXPECT_EQ(one.scale, no_scale);
  EXPECT_FALSE(one.null_on_failure);
}

}  // namespace
