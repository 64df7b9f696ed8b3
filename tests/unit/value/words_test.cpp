// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/value/words.hpp>

namespace {

using namespace slieksnis;

TEST(words, gives_the_text_of_the_language) {
  const words both{"slieksnis", "threshold"};
  EXPECT_EQ(both.in(language::lv), "slieksnis");
  EXPECT_EQ(both.in(language::en), "threshold");
}

TEST(words, is_empty_only_without_both_languages) {
  EXPECT_TRUE(words{}.empty());
  EXPECT_FALSE((words{"jā", ""}.empty()));
  EXPECT_FALSE((words{"", "yes"}.empty()));
}

TEST(words, differs_when_one_language_differs) {
  EXPECT_EQ((words{"a", "b"}), (words{"a", "b"}));
  EXPECT_NE((words{"a", "b"}), (words{"a", "c"}));
  EXPECT_NE((words{"a", "b"}), (words{"c", "b"}));
}

}  // namespace
