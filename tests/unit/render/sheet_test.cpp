// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <slieksnis/decide/outlook.hpp>
#include <slieksnis/render/sheet.hpp>

#include "../support/housing_answer.hpp"

namespace {

using namespace slieksnis;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

sheet sheet_for(const housing_answer::decided& one, language lang, bool explain = false) {
  return sheet_of(lv::law(), one.stated, one.given.decisions.front(), {lang, explain});
}

TEST(sheet, says_the_outcome_first) {
  EXPECT_EQ(sheet_for(housing_answer::pensioner(), language::lv).heading,
            "Mājokļa pabalsts: pienākas 267,50 EUR mēnesī");
  EXPECT_EQ(sheet_for(housing_answer::pensioner(), language::en).heading,
            "Housing benefit: granted, 267.50 EUR a month");
}

TEST(sheet, names_the_row_the_period_and_the_source_of_the_coefficient) {
  const sheet one = sheet_for(housing_answer::pensioner(), language::en);
  const auto row =
      std::find_if(one.steps.begin(), one.steps.end(), [](const auto& step) { return !step.row.empty(); });
  ASSERT_NE(row, one.steps.end());
  EXPECT_EQ(row->value, "2.5");
  EXPECT_THAT(row->row, HasSubstr("living alone"));
  EXPECT_EQ(row->when, "2026-01-01 to 2026-04-30");
  ASSERT_EQ(row->sources.size(), 1U);
  EXPECT_THAT(one.sources.at(row->sources.front() - 1), HasSubstr("section 35"));
}

TEST(sheet, tells_by_how_much_a_condition_fails) {
  const auto refused = housing_answer::make({.members = 4, .income = money::cents(40'000)}, "gmi_benefit",
                                            std::chrono::year{2022} / 5 / 1);
  const sheet one = sheet_for(refused, language::en);
  EXPECT_EQ(one.heading, "GMI benefit: refused");
  ASSERT_EQ(one.reasons.size(), 1U);
  EXPECT_THAT(one.reasons.front(), HasSubstr("by 63.00 EUR a month"));
}

TEST(sheet, says_what_is_compared_in_a_sentence) {
  const auto reason = [](const char* benefit, const facts& stated, language lang) {
    const decision refused = decide(lv::law(), std::chrono::year{2025} / 3 / 1, benefit, stated);
    return sheet_of(lv::law(), stated, refused, {lang}).reasons.front();
  };
  facts four(lv::law());
  four.set("members", 4).set("income", "664");
  EXPECT_THAT(reason("gmi_benefit", four, language::lv),
              HasSubstr("mājsaimniecības vidējie ienākumi mēnesī – 664,00 EUR mēnesī; prasīts: mazāk nekā "
                        "514,00 EUR mēnesī (mājsaimniecības GMI sliekšņu summa); pārsniegums – 150,00 EUR "
                        "mēnesī [1]"));
  facts equal(lv::law());
  equal.set("members", 1).set("income", "166");
  EXPECT_THAT(reason("gmi_benefit", equal, language::en),
              HasSubstr("exactly as much, but it has to be less"));
  facts costs(lv::law());
  costs.set("members", 1).set("income", "900").set("housing_costs", "100").set("composition", "other");
  EXPECT_THAT(reason("housing_benefit", costs, language::en),
              HasSubstr("income + GMI benefit = 900.00 + 0.00 = 900.00 EUR a month; required: less than"));
  facts owner(lv::law());
  owner.set("members", 1).set("income", "0").set("property_within_limits", false);
  EXPECT_THAT(reason("gmi_benefit", owner, language::en),
              HasSubstr("not met: property and savings within the limits of the law"));
}

TEST(sheet, tells_what_would_change_a_refusal_and_until_when_a_grant_holds) {
  auto refused = housing_answer::make({.members = 4, .income = money::cents(40'000)}, "gmi_benefit",
                                      std::chrono::year{2022} / 5 / 1);
  add_outlook(lv::law(), refused.stated, refused.given.decisions.front());
  EXPECT_THAT(
      sheet_for(refused, language::en).changes,
      ElementsAre(
          "average monthly income of the household – at most 336.99 EUR a month: 0.01 EUR a month "
          "would be granted",
          "one more person in the household, with the same income: 13.00 EUR a month would be granted",
          "from 2024-01-01 with the same facts: 25.00 EUR a month would be granted"));
  EXPECT_THAT(
      sheet_for(refused, language::lv).changes,
      ElementsAre("mājsaimniecības vidējie ienākumi mēnesī – ne vairāk kā 336,99 EUR mēnesī: "
                  "pienāktos 0,01 EUR mēnesī",
                  "mājsaimniecībā vēl viena persona, ienākumiem nemainoties: pienāktos 13,00 EUR mēnesī",
                  "no 01.01.2024 ar šiem pašiem faktiem: pienāktos 25,00 EUR mēnesī"));
  auto granted = housing_answer::pensioner();
  add_outlook(lv::law(), granted.stated, granted.given.decisions.front());
  EXPECT_EQ(sheet_for(granted, language::lv).holds,
            "ar šiem pašiem faktiem tāda pati atbilde: 01.01.2026–30.04.2026");
}

TEST(sheet, bounds_the_amount_while_facts_are_missing) {
  auto open = housing_answer::make({.members = 4}, "gmi_benefit", std::chrono::year{2022} / 5 / 1);
  add_outlook(lv::law(), open.stated, open.given.decisions.front());
  EXPECT_EQ(
      sheet_for(open, language::lv).bounds,
      "summa var būt no 0,00 līdz 337,00 EUR mēnesī; to nosaka: mājsaimniecības vidējie ienākumi mēnesī");
  auto nothing = housing_answer::make({}, "gmi_benefit", std::chrono::year{2022} / 5 / 1);
  add_outlook(lv::law(), nothing.stated, nothing.given.decisions.front());
  EXPECT_EQ(sheet_for(nothing, language::en).bounds, "") << "nobody knows how many they are";
}

TEST(sheet, asks_for_what_is_missing_with_its_question) {
  const sheet one = sheet_for(housing_answer::make({.members = 4}, "gmi_benefit"), language::lv);
  ASSERT_EQ(one.needs.size(), 1U);
  EXPECT_THAT(one.needs.front(), HasSubstr("income – "));
}

TEST(sheet, prints_every_assumption_and_override) {
  auto one = housing_answer::pensioner();
  one.stated.give("housing_coefficient", "3");
  one.given.decisions = {decide(lv::law(), one.given.on, "housing_benefit", one.stated)};
  const sheet with_override = sheet_for(one, language::en);
  EXPECT_THAT(with_override.assumptions, ElementsAre(HasSubstr("property and savings")));
  EXPECT_THAT(with_override.overridden, ElementsAre("Housing benefit coefficient = 3"));
}

TEST(sheet, warns_of_unsure_figures_intervals_and_days_after_the_last_review) {
  EXPECT_THAT(sheet_for(housing_answer::pensioner(), language::en).cautions, Not(IsEmpty()));
  facts young(lv::law());
  const std::size_t person = young.add_person();
  young.set_person(person, "care_leaver", true).set_person(person, "age", "18");
  const auto goods =
      decide(lv::law(), std::chrono::year{2025} / 3 / 1, "care_leaver_household_goods_benefit", young);
  EXPECT_THAT(sheet_of(lv::law(), young, goods, {language::en}).cautions,
              ::testing::Contains(HasSubstr("from 1282.00 to 1283.00")));
  const auto late = housing_answer::make({.members = 1}, "gmi_benefit", std::chrono::year{2026} / 12 / 31);
  EXPECT_THAT(sheet_for(late, language::en).cautions,
              ::testing::Contains(HasSubstr("checked up to 2026-11-21")));
}

TEST(sheet, shows_more_steps_when_it_explains) {
  const auto one = housing_answer::pensioner();
  EXPECT_GT(sheet_for(one, language::en, true).steps.size(),
            sheet_for(one, language::en, false).steps.size());
}

}  // namespace
