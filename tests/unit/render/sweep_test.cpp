// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <slieksnis/render/sweep.hpp>

#include "../support/sweeps.hpp"

namespace {

using namespace slieksnis;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(sweep_rendered, as_csv_has_a_line_for_each_setting) {
  const auto one = sweeps::budget_line();
  EXPECT_EQ(sweep_csv(lv::law(), one.given),
            "income,gmi_benefit_outcome,gmi_benefit_amount,housing_benefit_outcome,housing_benefit_amount,"
            "benefits_month,own_income,total,marginal_loss\n"
            "0.00,granted,187.00,granted,300.00,487.00,0.00,487.00,\n"
            "400.00,refused,,granted,300.00,300.00,400.00,700.00,0.4675\n"
            "800.00,refused,,refused,,0.00,800.00,800.00,0.75\n");
}

TEST(sweep_rendered, as_csv_names_persons_and_writes_no_loss_without_income) {
  facts stated = sweeps::pensioner();
  stated.set("income", "500");
  const auto one =
      sweeps::of(std::move(stated), {"housing_benefit"},
                 {sweeps::varied("gmi_share", rational(1, 5), rational(1, 4), rational(3, 100))});
  EXPECT_THAT(
      sweep_csv(lv::law(), one.given),
      ::testing::StartsWith("gmi_share,housing_benefit_outcome,housing_benefit_amount,benefits_month\n0.2,"));
  EXPECT_THAT(sweep_csv(lv::law(), one.given), HasSubstr("\n0.23,")) << "the last step is shorter";
  EXPECT_THAT(sweep_csv(lv::law(), one.given), HasSubstr("\n0.25,"));
}

TEST(sweep_rendered, as_json_is_the_same_with_titles) {
  const auto one = sweeps::budget_line();
  const auto json = nlohmann::json::parse(sweep_json(lv::law(), one.stated, one.given, {language::lv}));
  EXPECT_EQ(json["on"], "2026-02-01");
  EXPECT_EQ(json["varied"][0]["name"], "income");
  EXPECT_EQ(json["varied"][0]["read"], true);
  EXPECT_EQ(json["columns"][1]["title"], "mājokļa pabalsts");
  ASSERT_EQ(json["settings"].size(), 3U);
  EXPECT_EQ(json["settings"][0]["marginal_loss"], nullptr);
  EXPECT_EQ(json["settings"][1]["at"][0], "400.00");
  EXPECT_EQ(json["settings"][1]["marginal_loss"], "0.4675");
  EXPECT_EQ(json["settings"][1]["decisions"][0]["outcome"], "refused");
  EXPECT_EQ(json["settings"][1]["decisions"][1]["amount"], "300.00");
  EXPECT_FALSE(json["assumptions"].empty());
}

TEST(sweep_rendered, as_text_tells_where_benefits_end_and_what_is_lost) {
  const auto one = sweeps::budget_line(10);
  const std::string text = sweep_text(lv::law(), one.stated, one.given, {language::lv});
  EXPECT_THAT(text, HasSubstr("  81 iestatījums\n"));
  EXPECT_THAT(text, HasSubstr("  GMI pabalsts: 180,00 → 190,00: 7,00 EUR mēnesī → nepienākas\n"));
  EXPECT_THAT(text, HasSubstr("  Mājokļa pabalsts: 760,00 → 770,00: 7,50 EUR mēnesī → nepienākas\n"));
  EXPECT_THAT(text, HasSubstr("no 470,00 līdz 760,00 katru vēl nopelnīto eiro zaudē pilnībā"));
  EXPECT_THAT(text, HasSubstr("297,50 → 7,50"));
}

TEST(sweep_rendered, as_text_shows_a_cliff) {
  const std::size_t income = *lv::law().find("income");
  sweep made = sweeps::of(sweeps::pensioner(), {"gmi_benefit"}, {sweeps::varied("income", 0, 20, 10)}).given;
  ASSERT_EQ(made.varied[0].definition, income);
  // The law of this benefit has no cliff, so one is put into the settings.
  made.settings[1].cells[0] = {outcome::refused, false, std::nullopt};
  made.settings[1].benefits = 0;
  made.settings[1].marginal_loss = rational(187, 10);
  const facts any(lv::law());
  EXPECT_THAT(
      sweep_text(lv::law(), any, made, {language::en}),
      HasSubstr(
          "a cliff: from 0.00 to 10.00 the household earns 10.00 euro more and in all has 177.00 euro less"));
}

TEST(sweep_rendered, of_two_numbers_is_a_table) {
  const auto one = sweeps::of(sweeps::pensioner(), {"housing_benefit"},
                              {sweeps::varied("income", 400, 800, 400),
                               sweeps::varied("gmi_share", rational(1, 5), rational(2, 5), rational(1, 5))});
  EXPECT_THAT(sweep_text(lv::law(), one.stated, one.given, {language::en}),
              HasSubstr("  income \\ gmi_share     0.2     0.4\n  400.00              300.00  300.00\n"
                        "  800.00                0.00  300.00\n"));
}

TEST(sweep_rendered, says_what_nothing_depends_on_and_what_is_missing) {
  facts stated(lv::law());
  stated.set("members", 1).set("income", "100");
  const auto one =
      sweeps::of(std::move(stated), {"gmi_benefit"}, {sweeps::varied("housing_costs", 0, 20, 10)});
  const std::string text = sweep_text(lv::law(), one.stated, one.given, {language::en});
  EXPECT_THAT(text, HasSubstr("Caution: nothing depends on housing_costs"));
  const auto other = sweeps::of(facts(lv::law()), {"gmi_benefit"}, {sweeps::varied("income", 0, 20, 10)});
  EXPECT_THAT(sweep_text(lv::law(), other.stated, other.given, {language::en}),
              HasSubstr("Needed to decide\n  members\n"));
}

}  // namespace
