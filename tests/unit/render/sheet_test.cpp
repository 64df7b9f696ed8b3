// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

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
