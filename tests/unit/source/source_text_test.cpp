// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/source/source_text.hpp>

namespace {

using namespace slieksnis;

source_text text(std::string bytes) { return {"a.json", std::move(bytes)}; }

void expect_at(const source_text& source, std::size_t offset, std::size_t line, std::size_t column) {
  const position found = source.at(offset);
  EXPECT_EQ(found.line, line) << "offset " << offset;
  EXPECT_EQ(found.column, column) << "offset " << offset;
}

TEST(source_text, counts_lines_and_columns_from_one) {
  const auto source = text("ab\ncd\n");
  expect_at(source, 0, 1, 1);
  expect_at(source, 1, 1, 2);
  expect_at(source, 2, 1, 3);
  expect_at(source, 3, 2, 1);
  expect_at(source, 4, 2, 2);
  expect_at(source, 6, 3, 1);
}

TEST(source_text, counts_letters_rather_than_bytes) {
  expect_at(text("āčē x"), 7, 1, 5);
  expect_at(text("𝄞x"), 4, 1, 2);
}

TEST(source_text, gives_the_end_for_an_offset_beyond_it) {
  expect_at(text("ab"), 99, 1, 3);
  expect_at(text(""), 0, 1, 1);
}

TEST(source_text, marks_the_span_under_its_line) {
  EXPECT_EQ(text("one\n  \"two\": 2,\nthree").snippet({6, 11}),
            "    2 |   \"two\": 2,\n"
            "      |   ^^^^^\n");
}

TEST(source_text, marks_letters_rather_than_bytes) {
  EXPECT_EQ(text("ā: \"čē\"").snippet({4, 10}),
            "    1 | ā: \"čē\"\n"
            "      |    ^^^^\n");
}

TEST(source_text, widens_the_gutter_for_long_line_numbers) {
  EXPECT_EQ(text(std::string(999, '\n') + "x").snippet({999, 1000}),
            "   1000 | x\n"
            "        | ^\n");
}

TEST(source_text, names_no_line_of_an_argument) {
  EXPECT_EQ(source_text("--income", "5,5,5", source_kind::argument).snippet({0, 5}),
            "      | 5,5,5\n"
            "      | ^^^^^\n");
}

TEST(source_text, marks_the_first_line_of_a_longer_span) {
  EXPECT_EQ(text("a {\n}\n").snippet({2, 5}),
            "    1 | a {\n"
            "      |   ^\n");
}

TEST(source_text, shows_one_mark_for_an_empty_span) {
  EXPECT_EQ(text("ab").snippet({2, 2}),
            "    1 | ab\n"
            "      |   ^\n");
  EXPECT_EQ(text("").snippet({0, 0}),
            "    1 | \n"
            "      | ^\n");
  EXPECT_EQ(text("ab").snippet({50, 60}),
            "    1 | ab\n"
            "      |   ^\n");
}

TEST(source_text, shows_no_control_characters) {
  EXPECT_EQ(text("a\tb\x1B[31mc\r\nd").snippet({2, 3}),
            "    1 | a b [31mc\n"
            "      |   ^\n");
}

TEST(source_text, cuts_a_long_line_around_the_span) {
  const std::string line = std::string(200, 'a') + "XYZ" + std::string(200, 'b');
  EXPECT_EQ(text(line).snippet({200, 203}), "    1 | …" + std::string(60, 'a') + "XYZ" +
                                                std::string(77, 'b') + "…\n" + "      | " +
                                                std::string(61, ' ') + "^^^\n");
}

TEST(source_text, cuts_no_letter_in_two) {
  std::string line;
  for (int i = 0; i < 200; ++i) line += "ā";
  for (const std::size_t begin : {150U, 151U, 200U})
    EXPECT_TRUE(is_utf8(text(line).snippet({begin * 2, begin * 2 + 2})));
  EXPECT_TRUE(is_utf8(text("x" + line).snippet({201, 203})));
}

TEST(source_text, counts_code_points) {
  EXPECT_EQ(code_points(""), 0U);
  EXPECT_EQ(code_points("Rīga"), 4U);
  EXPECT_EQ(code_points("\xFF\xFE"), 2U) << "a stray byte counts as one";
}

TEST(source_text, tells_utf8_from_broken_bytes) {
  for (const char* good :
       {"", "abc", "Rīga", "€", "𝄞", "\xEF\xBB\xBFx", "\xED\x9F\xBF", "\xEE\x80\x80", "\xF4\x8F\xBF\xBF"})
    EXPECT_TRUE(is_utf8(good)) << good;
  for (const char* bad :
       {"\x80", "\xC3", "a\xC3", "\xC3(", "\xC0\xAF", "\xC1\xBF", "\xE0\x80\xAF", "\xED\xA0\x80",
        "\xF0\x80\x80\xAF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "\xE2\x82", "\xF0\x9D\x84"})
    EXPECT_FALSE(is_utf8(bad));
}

TEST(source_text, finds_a_broken_byte_anywhere_in_a_long_text) {
  for (std::size_t before = 0; before < 20; ++before) {
    for (std::size_t behind = 0; behind < 20; ++behind) {
      const auto around = [&](const char* middle) {
        return std::string(before, 'a') + middle + std::string(behind, 'a');
      };
      EXPECT_TRUE(is_utf8(around("ā𝄞"))) << before << " " << behind;
      EXPECT_FALSE(is_utf8(around("\xFF"))) << before << " " << behind;
      EXPECT_FALSE(is_utf8(around("ā\xC4"))) << before << " " << behind;
    }
  }
}

TEST(source_text, a_part_of_a_larger_text_keeps_its_lines) {
  const source_text part("t.csv", "a\nbc\n", source_kind::file, 1000);
  EXPECT_EQ(part.at(0).line, 1000U);
  EXPECT_EQ(part.at(3).line, 1001U);
  EXPECT_EQ(part.at(3).column, 2U);
  EXPECT_EQ(part.snippet({3, 4}), "   1001 | bc\n        |  ^\n");
}

}  // namespace
