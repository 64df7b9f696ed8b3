// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <slieksnis/lv.hpp>

namespace {

using namespace slieksnis;
using namespace slieksnis::literals;
using namespace std::chrono_literals;

TEST(lv, gives_the_thresholds_of_a_day) {
  EXPECT_EQ(lv::income_median(2024y / 1 / 1), rational(*parse_decimal("685.78")));
  EXPECT_EQ(lv::gmi_share(2025y / 1 / 1), rational(22, 100));
  EXPECT_EQ(lv::gmi_level(4, 2022y / 5 / 1), 337_eur);
  EXPECT_EQ(lv::gmi_level(2, 2023y / 12 / 31), 212.50_eur);
  EXPECT_EQ(lv::poor_level(1, 2026y / 1 / 1), 425_eur);
  EXPECT_EQ(lv::housing_coefficient(lv::composition::other, 2025y / 6 / 1), rational(13, 10));
}

TEST(lv, refuses_days_without_a_figure_and_names_those_it_has) {
  try {
    static_cast<void>(lv::income_median(2022y / 1 / 1));
    FAIL();
  } catch (const unusable& refused) {
    EXPECT_EQ(refused.errors().front().code(), error_code::facts_date_span);
    EXPECT_THAT(refused.what(), ::testing::HasSubstr("from 2023-07-01 to 2026-12-31"));
  }
}

TEST(lv, decides_with_reasons) {
  EXPECT_EQ(lv::gmi_benefit({.members = 4, .income = 300_eur}, 2022y / 5 / 1).amount, rational(37));
  const auto refused = lv::gmi_benefit({.members = 4, .income = 400_eur}, 2022y / 5 / 1);
  EXPECT_EQ(refused.outcome, outcome::refused);
  EXPECT_EQ(refused.reasons.front().by, rational(63));
  EXPECT_TRUE(lv::poor_household({.members = 4, .income = 842_eur}, 2022y / 5 / 1).granted());
  EXPECT_FALSE(lv::poor_household({.members = 4, .income = 842.01_eur}, 2022y / 5 / 1).granted());
  EXPECT_TRUE(
      lv::low_income_household({.members = 1, .income = 436_eur, .low_income_first = 436_eur}, 2022y / 5 / 1)
          .granted());
  EXPECT_EQ(lv::housing_benefit({.members = 1,
                                 .income = 500_eur,
                                 .housing_costs = 300_eur,
                                 .composition = lv::composition::lone_pension_age_or_disabled},
                                2026y / 2 / 1)
                .amount,
            rational(2675, 10));
}

TEST(lv, asks_for_what_is_not_stated) {
  const auto unknown = lv::gmi_benefit({.members = 4}, 2022y / 5 / 1);
  ASSERT_EQ(unknown.needs.size(), 1U);
  EXPECT_EQ(lv::law().at(unknown.needs.front().definition).name, "income");
}

}  // namespace
