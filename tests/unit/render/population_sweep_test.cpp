// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <slieksnis/lv.hpp>
#include <slieksnis/render/population_sweep.hpp>

namespace {

using namespace slieksnis;
using ::testing::HasSubstr;

/// A population of two, at two settings: one recipient, then two.
population_sweep made() {
  const rule_book& book = lv::law();
  population_sweep result;
  result.on = *parse_date("2026-02-01");
  result.varied = {{*book.find("gmi_share"), std::nullopt, parse_date("2026-01-01"), rational(1, 5),
                    rational(2, 5), rational(1, 5)}};
  result.counts = {2};
  result.settings = {{rational(1, 5)}, {rational(2, 5)}};
  const definition& gmi = book.at(*book.find("gmi_benefit"));
  result.made.measures = {
      {study_quantity::benefit, *book.find("gmi_benefit"), true, *gmi.paid, gmi.what.measure}};
  result.made.all.households = {2, 2};
  study_figures few;
  few.granted = {1, 1};
  few.refused = {1, 1};
  few.amount = 100;
  study_figures many;
  many.granted = {2, 2};
  many.amount = rational(100'01, 100);
  result.made.all.figures = {few, many};
  return result;
}

TEST(population_sweep, as_csv_has_recipients_cost_and_mean) {
  EXPECT_EQ(population_sweep_csv(lv::law(), made()),
            "gmi_share,households,gmi_benefit_recipients,gmi_benefit_undetermined,gmi_benefit_amount,"
            "gmi_benefit_mean,made_up\n"
            "0.2,2,1,0,100.00,100.00,false\n"
            "0.4,2,2,0,100.01,50.01,false\n");
}

TEST(population_sweep, as_json_says_how_means_are_rounded) {
  const auto json = nlohmann::json::parse(population_sweep_json(lv::law(), made(), language::lv));
  EXPECT_EQ(json["varied"][0]["since"], "2026-01-01");
  EXPECT_EQ(json["mean_rounding"]["mode"], "half_up");
  EXPECT_EQ(json["settings"][1]["measures"][0]["mean"], "50.01");
  EXPECT_EQ(json["settings"][0]["measures"][0]["refused"], "1");
}

TEST(population_sweep, as_text_is_a_table_for_each_benefit) {
  EXPECT_THAT(population_sweep_text(lv::law(), made(), {language::lv}),
              HasSubstr("GMI pabalsts, EUR mēnesī\n"
                        "  gmi_share  saņēmēji  izmaksas  vidēji\n"
                        "  0,2               1    100,00  100,00\n"
                        "  0,4               2    100,01   50,01\n"));
}

TEST(population_sweep, as_svg_draws_cost_and_recipients) {
  const std::string svg = population_sweep_svg(lv::law(), made(), language::en);
  EXPECT_THAT(svg, HasSubstr("Cost, GMI benefit: first 100.00, last 100.01"));
  EXPECT_THAT(svg, HasSubstr("Recipients, GMI benefit: first 1, last 2, least 1, greatest 2."));
}

}  // namespace
