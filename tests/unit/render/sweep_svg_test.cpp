// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <slieksnis/render/sweep_svg.hpp>

#include "../support/sweeps.hpp"

namespace {

using namespace slieksnis;
using ::testing::HasSubstr;
using ::testing::Not;

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t result = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++result;
  return result;
}

TEST(sweep_svg, draws_the_budget_line_with_exact_places) {
  const auto one = sweeps::budget_line();
  const std::string svg = sweep_svg(lv::law(), one.stated, one.given, {language::lv});
  EXPECT_THAT(svg, HasSubstr("<title id=\"title\">Pabalsti</title>"));
  EXPECT_THAT(svg,
              HasSubstr("Pašu ienākumi un pabalsti, kopā: sākumā 487,00, beigās 800,00, mazākais 487,00, "
                        "lielākais 800,00 EUR mēnesī."));
  for (const char* title :
       {"<title>kopā</title>", "<title>pašu ienākumi</title>", "<title>pabalsti</title>",
        "<title>GMI pabalsts</title>", "<title>Cik zaudē no katra nopelnītā eiro</title>"})
    EXPECT_THAT(svg, HasSubstr(title));
  // Own income is a straight line from corner to corner: two points of three.
  EXPECT_THAT(svg, HasSubstr("M84 414L920 118"));
  EXPECT_THAT(svg, Not(HasSubstr("href"))) << "it needs nothing outside itself";
}

TEST(sweep_svg, of_a_parameter_draws_the_benefit_alone) {
  facts stated = sweeps::pensioner();
  stated.set("income", "600");
  const auto one =
      sweeps::of(std::move(stated), {"housing_benefit"},
                 {sweeps::varied("gmi_share", rational(1, 5), rational(2, 5), rational(1, 100))});
  const std::string svg = sweep_svg(lv::law(), one.stated, one.given, {language::en});
  EXPECT_THAT(svg, HasSubstr("<title>Housing benefit</title>"));
  EXPECT_EQ(count(svg, "class=\"line\""), 1U);
}

TEST(sweep_svg, of_two_numbers_draws_a_line_for_each_or_shades) {
  const auto at = [](int step, rational share) {
    return sweeps::of(sweeps::pensioner(), {"housing_benefit"},
                      {sweeps::varied("income", 0, 800, step),
                       sweeps::varied("gmi_share", rational(1, 5), rational(2, 5), std::move(share))});
  };
  const auto lines = at(10, rational(1, 10));
  const std::string family = sweep_svg(lv::law(), lines.stated, lines.given, {language::en});
  EXPECT_EQ(count(family, "class=\"line\"><title>") + count(family, "\"><title>GMI share"), 6U);
  EXPECT_THAT(family, HasSubstr("<title>GMI share 0.3</title>"));
  const auto both = at(50, rational(1, 50));
  const std::string shades = sweep_svg(lv::law(), both.stated, both.given, {language::en});
  EXPECT_GT(count(shades, "<rect x="), 20U);
  EXPECT_THAT(shades, HasSubstr("Benefits in all, EUR a month"));
}

}  // namespace
