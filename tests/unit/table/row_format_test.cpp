// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/table/row_format.hpp>

namespace {

using namespace slieksnis;

TEST(row_format, the_byte_order_mark_is_found_at_the_front_only) {
  EXPECT_EQ(byte_order_mark("\xEF\xBB\xBF{"), 3U);
  EXPECT_EQ(byte_order_mark("{\xEF\xBB\xBF"), 0U);
  EXPECT_EQ(byte_order_mark(""), 0U);
}

TEST(row_format, an_object_at_the_front_is_ndjson) {
  EXPECT_EQ(syntax_of("\xEF\xBB\xBF \r\n{\"a\":1}"), row_syntax::ndjson);
  EXPECT_EQ(syntax_of("a,{b}"), row_syntax::csv);
  EXPECT_EQ(syntax_of(""), row_syntax::csv);
}

TEST(row_format, the_separator_is_the_most_frequent_outside_quotes) {
  EXPECT_EQ(separator_of("a;b;c,d"), ';');
  EXPECT_EQ(separator_of("a\tb"), '\t');
  EXPECT_EQ(separator_of("a,b;c,d"), ',');
  EXPECT_EQ(separator_of("\"a;b;c\",d"), ',');
  EXPECT_EQ(separator_of("alone"), ',');
}

TEST(row_format, two_separators_that_are_as_frequent_cannot_be_told_apart) {
  EXPECT_EQ(separator_of("a;b,c"), std::nullopt);
}

}  // namespace
