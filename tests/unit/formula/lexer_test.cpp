// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/formula/lexer.hpp>
#include <string>

namespace {

using namespace slieksnis;

/// The tokens as `n:12 name:a sym:+`, problems at the end as `!2-3`.
std::string read(std::string_view formula) {
  std::vector<formula_problem> problems;
  std::string result;
  for (const token& one : tokens_of(formula, problems)) {
    const char* kind = one.kind == token_kind::number    ? "n:"
                       : one.kind == token_kind::text    ? "text:"
                       : one.kind == token_kind::at_text ? "at:"
                       : one.kind == token_kind::name    ? "name:"
                       : one.kind == token_kind::keyword ? "word:"
                       : one.kind == token_kind::symbol  ? "sym:"
                                                         : "end";
    result += (result.empty() ? "" : " ") + std::string(kind) + one.text;
  }
  for (const auto& one : problems)
    result += " !" + std::to_string(one.where.begin) + "-" + std::to_string(one.where.end);
  return result;
}

TEST(lexer, cuts_numbers_but_not_the_dots_of_a_range) {
  EXPECT_EQ(read("12.50"), "n:12.50 end");
  EXPECT_EQ(read(".5"), "n:.5 end");
  EXPECT_EQ(read("[1..5]"), "sym:[ n:1 sym:.. n:5 sym:] end");
  EXPECT_EQ(read("1.5.2"), "n:1.5 n:.2 end");
  EXPECT_EQ(read("5."), "n:5 sym:. end");
}

TEST(lexer, tells_names_from_keywords) {
  EXPECT_EQ(read("income and_more if IFx thens"),
            "name:income name:and_more word:if name:IFx name:thens end");
  EXPECT_EQ(read("mājokļa_izdevumi2"), "name:mājokļa_izdevumi2 end");
  EXPECT_EQ(read("a1 1a"), "name:a1 n:1 name:a end");
}

TEST(lexer, takes_the_longest_symbol) {
  EXPECT_EQ(read("2**3<=a>=b!=c"), "n:2 sym:** n:3 sym:<= name:a sym:>= name:b sym:!= name:c end");
  EXPECT_EQ(read("a*-b"), "name:a sym:* sym:- name:b end");
  EXPECT_EQ(read("<>"), "sym:< sym:> end");
}

TEST(lexer, reads_texts_with_escapes) {
  EXPECT_EQ(read(R"("a\"b" @"2025-01-01")"), "text:a\"b at:2025-01-01 end");
  EXPECT_EQ(read("\"Rīga\""), "text:Rīga end");
}

TEST(lexer, reports_a_text_without_an_end_where_it_begins) {
  EXPECT_EQ(read("1 + \"abc"), "n:1 sym:+ text:abc end !4-5");
  EXPECT_EQ(read("\"a\\"), "text:a\\ end !0-1");
}

TEST(lexer, reports_characters_no_token_starts_with) {
  EXPECT_EQ(read("1 # 2"), "n:1 n:2 end !2-3");
  EXPECT_EQ(read("a;"), "name:a end !1-2");
  EXPECT_EQ(read(std::string_view("\0", 1)), "end !0-1");
}

TEST(lexer, keeps_where_each_token_stands) {
  std::vector<formula_problem> problems;
  const auto tokens = tokens_of("  ā + \"x\"", problems);
  ASSERT_EQ(tokens.size(), 4U);
  EXPECT_EQ(tokens[0].where.begin, 2U);
  EXPECT_EQ(tokens[0].where.end, 4U);
  EXPECT_EQ(tokens[2].where.begin, 7U);
  EXPECT_EQ(tokens[2].where.end, 10U) << "quotes belong to it";
  EXPECT_EQ(tokens[3].where.begin, 10U);
}

TEST(lexer, passes_over_blanks_of_every_kind) {
  EXPECT_EQ(read(" \t\r\n1\n+\t2 "), "n:1 sym:+ n:2 end");
  EXPECT_EQ(read(""), "end");
}

TEST(lexer, knows_the_words_that_cannot_be_names) {
  for (const char* word : {"and", "or", "if", "then", "else", "in", "between", "some", "every", "satisfies",
                           "for", "return", "true", "false", "null"})
    EXPECT_TRUE(is_keyword(word)) << word;
  for (const char* word : {"", "And", "not", "persons", "on", "item"}) EXPECT_FALSE(is_keyword(word)) << word;
}

}  // namespace
