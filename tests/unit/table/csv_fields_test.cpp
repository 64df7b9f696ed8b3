// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <slieksnis/table/csv_fields.hpp>

namespace {

using namespace slieksnis;
using ::testing::ElementsAre;

std::vector<std::string> fields(std::string_view row, std::size_t* end = nullptr) {
  std::size_t next = 0;
  std::vector<std::string> result;
  for (const csv_field& one : csv_row(row, 0, ';', next)) {
    std::string room;
    result.emplace_back(one.says(row, room));
  }
  if (end != nullptr) *end = next;
  return result;
}

TEST(csv_fields, a_row_is_cut_at_separators_outside_quotes) {
  EXPECT_THAT(fields("a;b\n"), ElementsAre("a", "b"));
  EXPECT_THAT(fields("\"a;b\";c\r\n"), ElementsAre("a;b", "c"));
  EXPECT_THAT(fields(";\n"), ElementsAre("", ""));
  EXPECT_THAT(fields(""), ElementsAre(""));
  EXPECT_THAT(fields("a,b;c"), ElementsAre("a,b", "c"));
}

TEST(csv_fields, a_quoted_field_holds_doubled_quotes_and_line_ends) {
  EXPECT_THAT(fields("\"say \"\"ā\"\"\";\"1\r\n2\"\n"), ElementsAre("say \"ā\"", "1\r\n2"));
  EXPECT_THAT(fields("\"\";\"\"\"\"\n"), ElementsAre("", "\""));
}

TEST(csv_fields, a_quote_inside_a_field_is_a_character) {
  EXPECT_THAT(fields("5\" pipe;b\n"), ElementsAre("5\" pipe", "b"));
}

TEST(csv_fields, tells_where_the_next_row_begins) {
  std::size_t next = 0;
  fields("a;b\r\nc", &next);
  EXPECT_EQ(next, 5U);
  EXPECT_EQ(csv_row_end("\"a\n\";b\nc", 0, ';'), 7U);
  EXPECT_EQ(csv_row_end("\"a\n\";b", 0, ';'), std::string_view::npos);
  EXPECT_EQ(csv_row_end("a;b", 0, ';'), std::string_view::npos);
}

TEST(csv_fields, what_is_wrong_with_quotes_is_told) {
  EXPECT_TRUE(csv_field_at("\"a", 0, ';').unclosed);
  EXPECT_TRUE(csv_field_at("\"a\"b;c", 0, ';').text_behind);
  EXPECT_FALSE(csv_field_at("\"a\"\r\n", 0, ';').text_behind);
}

TEST(csv_fields, a_text_is_put_in_quotes_only_where_it_has_to) {
  std::string to;
  append_csv(to, "a,b", ';');
  append_csv(to, "a;\"b", ';');
  append_csv(to, "1\n2", ';');
  EXPECT_EQ(to, "a,b\"a;\"\"b\"\"1\n2\"");
}

}  // namespace
