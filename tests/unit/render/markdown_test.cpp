// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <slieksnis/render/markdown.hpp>

#include "../support/housing_answer.hpp"

namespace {

using namespace slieksnis;
using ::testing::HasSubstr;

TEST(markdown, has_headings_a_table_and_numbered_sources) {
  const auto one = housing_answer::pensioner();
  const std::string text = render_markdown(lv::law(), one.stated, one.given, {language::en});
  EXPECT_THAT(text, HasSubstr("# Answer for 2026-02-01\n"));
  EXPECT_THAT(text, HasSubstr("## Housing benefit: granted, 267.50 EUR a month\n"));
  EXPECT_THAT(text, HasSubstr("| quantity | value | how | in force | source |\n|---|---:|---|---|---|\n"));
  EXPECT_THAT(text, HasSubstr("### Sources\n\n1. "));
}

TEST(markdown, does_not_let_text_become_markup) {
  const auto refused = housing_answer::make({.members = 4, .income = money::cents(40'000)}, "gmi_benefit",
                                            std::chrono::year{2022} / 5 / 1);
  EXPECT_THAT(render_markdown(lv::law(), refused.stated, refused.given, {language::en}),
              HasSubstr("EUR a month \\[1\\]"));
}

}  // namespace
