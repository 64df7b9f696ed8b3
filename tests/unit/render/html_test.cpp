// SPDX-License-Identifier: Apache-2.0
// Structure and paper are looked at by tests/cli/html_test.py and browser_test.py.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <slieksnis/render/html.hpp>

#include "../support/housing_answer.hpp"

namespace {

using namespace slieksnis;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(html, is_one_page_with_the_result_first) {
  const auto one = housing_answer::pensioner();
  const std::string page = render_html(lv::law(), one.stated, one.given, {language::lv});
  EXPECT_TRUE(page.starts_with("<!DOCTYPE html>\n<html "));
  EXPECT_TRUE(page.ends_with("</html>\n"));
  const auto result = page.find("<li>Mājokļa pabalsts: pienākas 267,50 EUR mēnesī</li>");
  const auto facts = page.find("Norādītie fakti");
  const auto steps = page.find("<caption>Aprēķins</caption>");
  EXPECT_LT(result, facts);
  EXPECT_LT(facts, steps);
  EXPECT_NE(steps, std::string::npos);
}

TEST(html, shows_of_its_making_only_what_is_known) {
  auto one = housing_answer::pensioner();
  EXPECT_THAT(render_html(lv::law(), one.stated, one.given, {language::en}), Not(HasSubstr("Program")));
  one.given.made = {"prog <1>", "00ff", std::chrono::year{2026} / 7 / 1};
  const std::string page = render_html(lv::law(), one.stated, one.given, {language::en});
  EXPECT_THAT(page, HasSubstr("<dt>Program</dt>\n<dd>prog &lt;1&gt;</dd>"));
  EXPECT_THAT(page, HasSubstr("<dt>Date of calculation</dt>\n<dd>2026-07-01</dd>"));
  EXPECT_THAT(page, HasSubstr("<dd class=\"checksum\">00ff</dd>"));
}

TEST(html, escapes_labels) {
  auto one = housing_answer::pensioner();
  one.stated.add_person();
  one.stated.set_label(0, "<b>&\"\x01");
  const std::string page = render_html(lv::law(), one.stated, one.given, {language::en});
  EXPECT_THAT(page, HasSubstr("&lt;b&gt;&amp;&quot;?"));
  EXPECT_THAT(page, Not(HasSubstr("<b>")));
}

}  // namespace
