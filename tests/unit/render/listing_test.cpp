// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <slieksnis/lv.hpp>
#include <slieksnis/render/listing.hpp>

namespace {

using namespace slieksnis;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(listing, shows_only_the_kind_asked_for) {
  const std::string benefits = list_text(lv::law(), listing::benefits, language::en);
  EXPECT_THAT(benefits, HasSubstr("gmi_benefit: GMI benefit\n"));
  EXPECT_THAT(benefits, HasSubstr("poor_household: "));
  EXPECT_THAT(benefits, Not(HasSubstr("gmi_first")));
  EXPECT_THAT(list_text(lv::law(), listing::parameters, language::lv), HasSubstr("ienākumu_mediāna: "));
}

TEST(listing, all_is_the_four_kinds_together) {
  std::size_t parts = 0;
  for (const listing one : {listing::benefits, listing::facts, listing::variables, listing::parameters})
    parts += list_text(lv::law(), one, language::en).size() + 1;
  EXPECT_EQ(list_text(lv::law(), listing::all, language::en).size() + 1, parts);
}

/// Each entry begins where the one before ends, and a review that changes nothing begins none.
TEST(listing, values_over_time_have_no_gap_and_no_repetition) {
  for (std::size_t id = 0; id < lv::law().definitions().size(); ++id) {
    const definition& of = lv::law().at(id);
    const auto values = values_over_time(lv::law(), id);
    if (of.of != entity::country) EXPECT_TRUE(values.empty()) << of.name;
    for (std::size_t i = 0; i < values.size(); ++i) {
      EXPECT_EQ(values[i].when.from, i == 0 ? of.span().from : values[i - 1].when.to) << of.name;
      EXPECT_TRUE(values[i].result.known() || !values[i].result.needs().empty()) << of.name;
      EXPECT_EQ(values[i].rule, of.in_force(values[i].when.from)) << of.name;
      if (i > 0 && values[i].rule == values[i - 1].rule && values[i].result.known() &&
          values[i - 1].result.known())
        EXPECT_NE(values[i].result.what(), values[i - 1].result.what()) << of.name;
    }
    if (!values.empty()) EXPECT_EQ(values.back().when.to, of.span().to) << of.name;
  }
}

TEST(listing, values_over_time_are_those_of_the_plan) {
  const auto id = *lv::law().find("gmi_first");
  for (const auto& one : values_over_time(lv::law(), id)) {
    const facts nothing(lv::law());
    EXPECT_EQ(value_of(lv::law(), one.when.from, "gmi_first", nothing).what(), one.result.what());
    EXPECT_EQ(value_of(lv::law(), one.when.last_day(), "gmi_first", nothing).what(), one.result.what());
  }
}

TEST(listing, thresholds_are_of_the_day) {
  const std::string before = thresholds_json(lv::law(), *parse_date("2023-06-30"), language::en);
  EXPECT_THAT(before, HasSubstr("\"on\": \"2023-06-30\""));
  EXPECT_THAT(before, Not(HasSubstr("\"gmi_share\"")));
  EXPECT_THAT(thresholds_json(lv::law(), *parse_date("2023-07-01"), language::en),
              HasSubstr("\"gmi_share\""));
  EXPECT_THAT(thresholds_markdown(lv::law(), *parse_date("2023-07-01"), language::lv),
              HasSubstr("| Nosaukums | Vērtība |"));
  EXPECT_THAT(thresholds_text(lv::law(), *parse_date("2023-07-01"), language::lv), HasSubstr("01.07.2023\n"));
}

}  // namespace
