// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/source/error.hpp>
#include <string>

namespace {

using namespace slieksnis;

const complaint amount_complaint{
    {"summa", "an amount"}, {"skaitlis 1", "the number 1"}, {"rakstiet \"1\"", "write \"1\""}};

error in_file() {
  const auto source = std::make_shared<source_text>("rules/gmi/rule.json", "{\n  \"value\": 1\n}");
  return {error_code::rule_amount, place{source, {13, 14}, "/value"}, amount_complaint};
}

TEST(error, has_the_shape_the_documentation_shows) {
  EXPECT_EQ(in_file().text(language::en),
            "rules/gmi/rule.json:2:12: error[rule.amount]: expected an amount; found the number 1\n"
            "  at /value\n"
            "    2 |   \"value\": 1\n"
            "      |            ^\n"
            "  hint: write \"1\"\n");
}

TEST(error, speaks_latvian) {
  EXPECT_EQ(in_file().text(language::lv),
            "rules/gmi/rule.json:2:12: kļūda[rule.amount]: gaidīts: summa; atrasts: skaitlis 1\n"
            "  vieta: /value\n"
            "    2 |   \"value\": 1\n"
            "      |            ^\n"
            "  padoms: rakstiet \"1\"\n");
}

TEST(error, keeps_its_parts) {
  const error one = in_file();
  EXPECT_EQ(one.code(), error_code::rule_amount);
  EXPECT_EQ(one.file(), "rules/gmi/rule.json");
  EXPECT_EQ(one.pointer(), "/value");
  EXPECT_EQ(one.at().line, 2U);
  EXPECT_EQ(one.at().column, 12U);
  EXPECT_EQ(one.expected().lv, "summa");
  EXPECT_EQ(one.found().en, "the number 1");
  EXPECT_EQ(one.hint().en, "write \"1\"");
}

TEST(error, of_an_argument_names_no_line) {
  const auto source = std::make_shared<source_text>("--income", "x", source_kind::argument);
  EXPECT_EQ(error(error_code::facts_amount, place{source, {0, 1}, {}}, {{"a", "b"}, {"c", "d"}, {}})
                .text(language::en),
            "--income: error[facts.amount]: expected b; found d\n"
            "      | x\n"
            "      | ^\n");
}

TEST(error, about_a_missing_file_names_it_alone) {
  EXPECT_EQ(
      error(error_code::file_read, "none.json", {{"a", "a file"}, {"b", "nothing"}, {}}).text(language::en),
      "none.json: error[file.read]: expected a file; found nothing\n");
}

TEST(error, without_a_text_has_no_place) {
  EXPECT_EQ(error(error_code::file_read, place{}, {{"a", "a file"}, {"b", "nothing"}, {}}).text(language::en),
            "error[file.read]: expected a file; found nothing\n");
}

TEST(error, outlives_the_text_it_points_into) {
  const std::string before = in_file().text(language::en);  // the source is gone when text() is called
  EXPECT_NE(before.find("\"value\": 1"), std::string::npos);
}

TEST(error, is_thrown_with_all_others) {
  const unusable both({in_file(), in_file()});
  EXPECT_EQ(both.errors().size(), 2U);
  EXPECT_EQ(both.text(language::en), in_file().text(language::en) + "\n" + in_file().text(language::en));
  EXPECT_EQ(std::string(both.what()), both.text(language::en));
  EXPECT_EQ(unusable(in_file()).errors().size(), 1U);
}

TEST(error, quotes_what_it_found_safely) {
  EXPECT_EQ(in_quotes("Rīga"), "\"Rīga\"");
  EXPECT_EQ(in_quotes("a\nb\x1B"), "\"a?b?\"");
  EXPECT_EQ(in_quotes("\xFFz\xC3"), "\"?z?\"");
  EXPECT_EQ(in_quotes(""), "\"\"");
}

TEST(error, quotes_forty_letters_at_most) {
  EXPECT_EQ(in_quotes(std::string(40, 'a')), "\"" + std::string(40, 'a') + "\"");
  EXPECT_EQ(in_quotes(std::string(41, 'a')), "\"" + std::string(40, 'a') + "…\"");
  std::string long_latvian;
  for (int i = 0; i < 50; ++i) long_latvian += "ā";
  EXPECT_EQ(code_points(in_quotes(long_latvian)), 43U);
  EXPECT_TRUE(is_utf8(in_quotes(long_latvian)));
}

TEST(error, says_the_same_in_both_languages_when_told_so) { EXPECT_EQ(same("x"), (words{"x", "x"})); }

}  // namespace
