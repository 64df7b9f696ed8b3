// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <slieksnis/table/csv_fields.hpp>
#include <slieksnis/table/row_blocks.hpp>

#include "../support/codes.hpp"
#include "text_batch.hpp"

namespace {

using namespace slieksnis;
using ::testing::ElementsAre;

std::string first_field(std::string_view row) { return std::string(row.substr(0, row.find(','))); }

/// The blocks of a text, each with its first line in front.
std::vector<std::string> blocks(const std::string& text, std::size_t size, bool households = false,
                                row_syntax syntax = row_syntax::csv, std::size_t portion = 3) {
  text_batch::source in(text, portion);
  block_reader reader(in, "t.csv", size);
  if (households)
    reader.cut_rows(syntax, ',', first_field);
  else
    reader.cut_rows(syntax, ',');
  std::vector<std::string> result;
  row_block block;
  while (reader.next(block)) {
    result.push_back(std::to_string(block.first_line) + ":" + std::string(block.text()));
    EXPECT_EQ(block.bytes[block.size], '\n') << "a line end stands behind the text";
  }
  return result;
}

TEST(row_blocks, end_where_a_row_ends) {
  EXPECT_THAT(blocks("ab\ncd\nef", 7), ElementsAre("1:ab\ncd\n", "3:ef"));
  EXPECT_THAT(blocks("ab\ncd\n", 100), ElementsAre("1:ab\ncd\n"));
  EXPECT_THAT(blocks("", 10), ElementsAre());
}

TEST(row_blocks, a_row_longer_than_a_block_is_one_block) {
  EXPECT_THAT(blocks("0123456789\na\nbb\nccc\n", 6), ElementsAre("1:0123456789\n", "2:a\nbb\n", "4:ccc\n"));
}

TEST(row_blocks, line_ends_in_quotes_do_not_end_rows) {
  EXPECT_THAT(blocks("\"a\nb\"\nc\n", 7), ElementsAre("1:\"a\nb\"\n", "3:c\n"));
  EXPECT_THAT(blocks("\"a\nb\"\nc\n", 3, false, row_syntax::ndjson),
              ElementsAre("1:\"a\n", "2:b\"\n", "3:c\n"));
}

TEST(row_blocks, empty_lines_at_the_end_are_left_out_and_others_are_not) {
  EXPECT_THAT(blocks("a\n\r\n\n", 100), ElementsAre("1:a\n"));
  EXPECT_THAT(blocks("a\n\nb\n", 100), ElementsAre("1:a\n\nb\n"));
  EXPECT_THAT(blocks("aa\n\n\n\n\n\n\nb\n", 4), ElementsAre("1:aa\n", "2:\n\n\n\n\n\nb\n"));
  EXPECT_THAT(blocks("\n\n", 10), ElementsAre());
}

TEST(row_blocks, a_household_stays_in_one_block) {
  EXPECT_THAT(blocks("A,1\nA,2\nB,1\nB,2\nB,3\nC,1\n", 14, true),
              ElementsAre("1:A,1\nA,2\n", "3:B,1\nB,2\nB,3\nC,1\n"))
      << "what is longer than a block takes more";
  EXPECT_THAT(blocks("A,1\nA,2\nB,1\nC,1\n", 14, true), ElementsAre("1:A,1\nA,2\n", "3:B,1\nC,1\n"));
}

TEST(row_blocks, a_row_without_household_stays_with_both_neighbours) {
  EXPECT_THAT(blocks("A,1\nB,1\n,2\nC,3\nD,4\nE,5\n", 15, true),
              ElementsAre("1:A,1\n", "2:B,1\n,2\nC,3\n", "5:D,4\nE,5\n"));
}

TEST(row_blocks, the_byte_order_mark_is_no_text) {
  text_batch::source in("\xEF\xBB\xBFhead\nrow\n", 1);
  block_reader reader(in, "t.csv", 100);
  EXPECT_EQ(reader.front(), "head\nrow\n");
  reader.take(5);
  EXPECT_EQ(reader.line(), 2U);
  EXPECT_EQ(reader.bytes(), 12U);
}

TEST(row_blocks, a_quote_that_never_closes_is_an_error_where_it_opens) {
  try {
    static_cast<void>(blocks("a,b\nc,\"d\ne\n", 100));
    FAIL();
  } catch (const unusable& problem) {
    EXPECT_EQ(problem.text(language::en),
              "t.csv:2:3: error[table.syntax]: expected a closing quote; found none\n"
              "    2 | c,\"d\n"
              "      |   ^\n"
              "  hint: put the closing quote in, or take this one out\n");
    EXPECT_EQ(problem.errors().front().expected().lv, "aizverošā pēdiņa");
  }
}

TEST(row_blocks, a_row_has_a_limit) {
  const std::string row(row_bytes_max + 1, 'x');
  EXPECT_EQ(
      codes_thrown_by([&] { static_cast<void>(blocks(row, 1U << 20U, false, row_syntax::csv, row.size())); }),
      "table.syntax");
}

}  // namespace
