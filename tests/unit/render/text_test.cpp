// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <slieksnis/render/text.hpp>

#include "../support/housing_answer.hpp"

namespace {

using namespace slieksnis;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(text, has_the_answer_the_steps_and_the_numbered_sources) {
  const auto one = housing_answer::pensioner();
  const std::string text = render_text(lv::law(), one.stated, one.given, {language::lv});
  EXPECT_TRUE(text.starts_with("Aprēķins par 01.02.2026\n\nMājokļa pabalsts: pienākas 267,50 EUR mēnesī\n"));
  EXPECT_THAT(text, HasSubstr("mazākais no(300,00; 467,50 + 300,00 − 500,00 − 0,00)"));
  EXPECT_THAT(text, HasSubstr("    [1] "));
  EXPECT_TRUE(text.ends_with("\n"));
}

TEST(text, begins_with_an_overview_when_nothing_was_asked_for_by_name) {
  auto one = housing_answer::make({.members = 4}, "gmi_benefit");
  one.given.wanted_by_name = false;
  const std::string text = render_text(lv::law(), one.stated, one.given, {language::en});
  EXPECT_THAT(text, HasSubstr("\nNot decided; to be known\n  income – "));
  EXPECT_THAT(text, HasSubstr("\n      GMI benefit\n"));
  EXPECT_THAT(text, Not(HasSubstr("Calculation")));
}

/// Whoever cannot see the colours reads the same words.
TEST(text, has_the_same_words_with_and_without_style) {
  const text_style style{"<b>", "<g>", "<r>", "<y>", "<s>", "</>"};
  for (const bool by_name : {true, false}) {
    auto one = housing_answer::pensioner();
    one.given.wanted_by_name = by_name;
    const std::string plain = render_text(lv::law(), one.stated, one.given, {language::lv});
    std::string styled = render_text(lv::law(), one.stated, one.given, {language::lv, false, style});
    EXPECT_THAT(styled, HasSubstr(by_name ? "<b>Mājokļa pabalsts:</> <b><g>pienākas 267,50 EUR mēnesī</>\n"
                                          : "\n<b><g>Pienākas</>\n"));
    EXPECT_THAT(styled, HasSubstr(by_name ? "    <s>[1] " : "      <s>"));
    for (const char* mark : {"<b>", "<g>", "<r>", "<y>", "<s>", "</>"})
      for (std::size_t at = 0; (at = styled.find(mark, at)) != std::string::npos;)
        styled.erase(at, std::string(mark).size());
    EXPECT_EQ(styled, plain);
  }
}

TEST(text, says_that_nobody_named_the_day) {
  auto one = housing_answer::pensioner();
  one.given.on_is_today = true;
  EXPECT_THAT(render_text(lv::law(), one.stated, one.given, {language::en}), HasSubstr("today was taken"));
}

}  // namespace
