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

TEST(answer, has_no_style_unless_it_is_given) {
  const text_style plain;
  EXPECT_EQ(plain.mark(plain.heading, "Avoti"), "Avoti");
  const text_style some{"<b>", "<g>", "<r>", "<y>", "<s>", "</>"};
  EXPECT_EQ(some.mark(some.heading, "Avoti"), "<b>Avoti</>");
  EXPECT_EQ(some.mark(some.heading, ""), "");
  EXPECT_EQ(some.of(outcome::granted) + some.of(outcome::refused) + some.of(outcome::undetermined),
            "<g><r><y>");
}

}  // namespace
