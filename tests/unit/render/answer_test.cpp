// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/render/answer.hpp>

namespace {

using namespace slieksnis;

TEST(answer, is_neither_dated_today_nor_asked_by_name_unless_told) {
  const answer empty;
  EXPECT_FALSE(empty.on_is_today);
  EXPECT_FALSE(empty.wanted_by_name);
  EXPECT_TRUE(empty.decisions.empty());
  EXPECT_FALSE(render_options{}.explain);
}

}  // namespace
