// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../support/household_book.hpp"
#include "read_rows.hpp"

namespace {

using namespace slieksnis;
using read_rows::rows;
using ::testing::ElementsAre;

const rule_book& book() { return household_book::book(); }

rows read(std::string_view text, const batch_options& options = {}) { return {book(), options, text}; }

TEST(read_csv, cells_stand_in_the_lanes_of_their_facts) {
  const rows made =
      read("id;income;yes;region;day\n1;10,5;jā;south;01.02.2020\n2;;;;\n3;7;no;II;2020-02-01\n");
  EXPECT_EQ(made.lane("income"), "1050 - 700");
  EXPECT_EQ(made.lane("yes"), "1 - 0");
  EXPECT_EQ(made.lane("region"), "1 - 3");
  EXPECT_EQ(made.lane("day"), "18293 - 18293");
  EXPECT_EQ(made.read->mark, ',');
  EXPECT_EQ(made.bad(), "");
}

TEST(read_csv, rows_are_kept_byte_for_byte) {
  const rows made = read("a;income\r\n\"x;\r\n\"\"y\"\"\";\"1 000,50\"\r\nz;2");
  ASSERT_EQ(made.read->size(), 2U);
  EXPECT_EQ(made.read->text(0), "\"x;\r\n\"\"y\"\"\";\"1 000,50\"");
  EXPECT_EQ(made.read->text(1), "z;2");
  EXPECT_EQ(made.lane("income"), "100050 200");
  EXPECT_EQ(made.read->line_of(1), 4U);
}

TEST(read_csv, quoted_and_plain_cells_mean_the_same) {
  EXPECT_EQ(read("income;yes\n\"5,5\";\"jā\"\n\"\";\"\"\n").lane("income"), "550 -");
}

TEST(read_csv, a_comma_as_separator_is_no_decimal_mark) {
  rows made(book(), {}, "income;rooms\n");
  made.columns.separator = ',';
  const std::string text = "12,5\n\"12,5\",6\n";
  made.block.bytes.assign(text.begin(), text.end());
  made.block.bytes.resize(text.size() + block_padding, '\n');
  made.block.size = text.size();
  made.block.lines = 2;
  made.read->begin(made.block, 0, 10);
  read_csv(made.block, *made.read);
  EXPECT_EQ(made.lane("income"), "1200 1250");
  EXPECT_EQ(made.lane("rooms"), "5 6");
}

TEST(read_csv, what_no_lane_holds_is_kept_beside) {
  const rows made = read("income;record;note\n1/1/2;P1Y;text\n5;;\n");
  ASSERT_EQ(made.read->kept.size(), 3U);
  EXPECT_EQ(to_string(made.read->kept[0].what.what), "4/3");
  EXPECT_EQ(made.read->kept[0].definition, *book().find("income"));
  EXPECT_EQ(made.lane("income"), "- 500");
}

TEST(read_csv, each_wrong_cell_is_told_with_its_place) {
  const rows made = read("id;income;rooms\nā;1.234;50\nb;5;5\n");
  EXPECT_EQ(made.bad(), "0: facts.amount");
  EXPECT_EQ(
      made.printed(),
      "t.csv:2:3: error[facts.amount]: expected a number that can be read in one way; found \"1.234\", that "
      "is, 1234 or 1.234\n  at income\n    2 | ā;1.234;50\n      |   ^^^^^\n  hint: write 1234 or 1.23\n\n"
      "t.csv:2:9: error[facts.domain]: expected from 1 to 20; found 50\n  at rooms\n    2 | ā;1.234;50\n"
      "      |         ^^\n  hint: check the rooms\n");
}

TEST(read_csv, a_personal_code_in_the_row_is_not_printed) {
  EXPECT_THAT(read("code;rooms\n010190-12345;50\n").printed(), ::testing::HasSubstr("2 | ******-*****;50"));
}

TEST(read_csv, rows_of_another_shape_are_wrong) {
  const rows made = read("a;income\n1\n1;2;3\n\n\"x\"y;1\n");
  EXPECT_EQ(made.bad(), "0: table.row, 1: table.row, 2: table.row, 3: table.syntax");
  EXPECT_EQ(
      made.printed(),
      "t.csv:2:1: error[table.row]: expected 2 fields; found 1\n    2 | 1\n      | ^\n"
      "  hint: check that fields with a separator inside are in quotes\n\n"
      "t.csv:3:1: error[table.row]: expected 2 fields; found 3\n    3 | 1;2;3\n      | ^^^^^\n"
      "  hint: check that fields with a separator inside are in quotes\n\n"
      "t.csv:4:1: error[table.row]: expected a row with values; found an empty line\n    4 | \n      | ^\n"
      "  hint: only the end of the file may have empty lines\n\n"
      "t.csv:5:1: error[table.syntax]: expected a separator behind the closing quote; found more text\n"
      "  at a\n    5 | \"x\"y;1\n      | ^^^^\n  hint: write quotes inside a field twice\n");
  EXPECT_EQ(
      made.printed(language::lv),
      "t.csv:2:1: kļūda[table.row]: gaidīts: lauku skaits rindā: 2; atrasts: 1\n    2 | 1\n      | ^\n"
      "  padoms: pārbaudiet, vai lauki ar atdalītāju ir pēdiņās\n\n"
      "t.csv:3:1: kļūda[table.row]: gaidīts: lauku skaits rindā: 2; atrasts: 3\n    3 | 1;2;3\n      | "
      "^^^^^\n"
      "  padoms: pārbaudiet, vai lauki ar atdalītāju ir pēdiņās\n\n"
      "t.csv:4:1: kļūda[table.row]: gaidīts: rinda ar vērtībām; atrasts: tukša rinda\n    4 | \n      | ^\n"
      "  padoms: tukšas rindas var būt tikai faila beigās\n\n"
      "t.csv:5:1: kļūda[table.syntax]: gaidīts: atdalītājs aiz aizverošās pēdiņas; atrasts: vēl teksts\n"
      "  vieta: a\n    5 | \"x\"y;1\n      | ^^^^\n  padoms: pēdiņas laukā rakstiet divreiz\n");
}

TEST(read_csv, the_mark_of_one_number_holds_for_all) {
  const rows made = read("income;fortune\n1,5;2\n3;-4.5\n");
  EXPECT_EQ(made.bad(), "1: table.decimal_mark");
  EXPECT_EQ(
      made.printed(),
      "t.csv:3:3: error[table.decimal_mark]: expected a number with a decimal comma, as elsewhere in this "
      "file; found \"-4.5\"\n  at fortune\n    3 | 3;-4.5\n      |   ^^^^\n"
      "  hint: use one decimal mark in the whole file, or say which one it is\n");
  EXPECT_EQ(made.printed(language::lv),
            "t.csv:3:3: kļūda[table.decimal_mark]: gaidīts: skaitlis ar decimālkomatu kā citur šajā failā; "
            "atrasts: \"-4.5\"\n  vieta: fortune\n    3 | 3;-4.5\n      |   ^^^^\n"
            "  padoms: visā failā lietojiet vienu decimālzīmi vai norādiet to\n");
  batch_options point;
  point.input.decimal_mark = '.';
  EXPECT_EQ(read("income;fortune\n1,5;2\n3;-4.5\n", point).bad(), "0: table.decimal_mark");
}

TEST(read_csv, a_field_can_be_asked_for) {
  EXPECT_EQ(csv_text_of("a;\"b;\"\"c\";d\n", 1, ';'), "b;\"c");
  EXPECT_EQ(csv_text_of("a;b\r\n", 1, ';'), "b");
  EXPECT_EQ(csv_text_of("a\n", 1, ';'), "");
}

}  // namespace
