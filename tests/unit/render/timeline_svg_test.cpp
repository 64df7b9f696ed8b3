// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <slieksnis/render/timeline_svg.hpp>
#include <string>
#include <vector>

#include "../support/timelines.hpp"

namespace {

using namespace slieksnis;
using ::testing::HasSubstr;
using ::testing::Not;
using timelines::days;

/// Whether every element is closed by its own name.
bool well_formed(const std::string& text) {
  std::vector<std::string> open;
  for (std::size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at)) {
    const std::size_t end = text.find('>', at);
    if (end == std::string::npos) return false;
    const std::string tag = text.substr(at + 1, end - at - 1);
    at = end;
    if (tag.starts_with('/')) {
      if (open.empty() || open.back() != tag.substr(1)) return false;
      open.pop_back();
    } else if (!tag.ends_with('/')) {
      open.push_back(tag.substr(0, tag.find(' ')));
    }
  }
  return open.empty();
}

TEST(timeline_svg, has_a_title_a_description_and_the_amounts) {
  const auto one = timelines::pensioner();
  const std::string svg = timeline_svg(lv::law(), one.stated, one.given, {language::lv});
  EXPECT_TRUE(well_formed(svg));
  EXPECT_THAT(svg, HasSubstr("<svg xmlns=\"http://www.w3.org/2000/svg\" lang=\"lv\""));
  EXPECT_THAT(svg, HasSubstr("role=\"img\" aria-labelledby=\"title desc\""));
  EXPECT_THAT(svg, HasSubstr("<title id=\"title\">Mājokļa pabalsts, 01.01.2023–31.12.2024</title>"));
  EXPECT_THAT(svg, HasSubstr("Mājokļa pabalsts, EUR mēnesī: 01.2023–05.2023 127,00; 06.2023 72,50; "));
  EXPECT_THAT(svg, HasSubstr(">142,50</text>"));
  EXPECT_THAT(svg, HasSubstr("minimālo ienākumu mediāna"));
  EXPECT_THAT(svg, Not(HasSubstr("href"))) << "it needs nothing outside itself";
}

TEST(timeline_svg, draws_exact_days) {
  const auto one = timelines::pensioner();  // 731 days on 864 pixels from 72
  const std::string svg = timeline_svg(lv::law(), one.stated, one.given, {language::en});
  // 2023-06-01 is day 151: 72 + 151 * 864 / 731; 2024-01-01 is day 365.
  EXPECT_THAT(svg, HasSubstr("H250.47V"));
  EXPECT_THAT(svg, HasSubstr("H503.40V"));
}

TEST(timeline_svg, has_a_chart_for_each_benefit_and_marks_what_is_not_known) {
  facts stated(lv::law());
  const std::size_t person = stated.add_person();
  stated.set_label(person, "A & B <c>").set_person(person, "age", rational(40));
  stated.set("income", 10);
  const auto one = timelines::of(stated, {"gmi_benefit", "housing_benefit", "old_age_pension_right"},
                                 days("2024-06-01", "2026-06-01"));
  const std::string svg = timeline_svg(lv::law(), one.stated, one.given, {language::en});
  EXPECT_TRUE(well_formed(svg));
  EXPECT_THAT(svg, HasSubstr(">In all a month</text>"));
  EXPECT_THAT(svg, HasSubstr("class=\"open\""));
  EXPECT_THAT(svg, HasSubstr("Right to an old-age pension (A &amp; B &lt;c&gt;)"));
  EXPECT_THAT(svg, HasSubstr("each chart has a scale of its own"));
}

TEST(timeline_svg, of_nothing_says_so) {
  facts stated(lv::law());
  stated.set("members", 1).set("income", 9000);
  auto one = timelines::of(stated, {"gmi_benefit"}, days("2024-01-01", "2025-01-01"));
  one.given.wanted_by_name = false;
  const std::string svg = timeline_svg(lv::law(), one.stated, one.given, {language::en});
  EXPECT_TRUE(well_formed(svg));
  EXPECT_THAT(svg, HasSubstr("Nothing is granted in this time."));
}

}  // namespace
