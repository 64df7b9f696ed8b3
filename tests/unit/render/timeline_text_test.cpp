// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <slieksnis/render/timeline_text.hpp>
#include <sstream>

#include "../support/timelines.hpp"

namespace {

using namespace slieksnis;
using ::testing::HasSubstr;
using ::testing::Not;
using timelines::days;

TEST(timeline_text, draws_a_sign_for_each_month) {
  const auto one = timelines::pensioner();
  const std::string text =
      timeline_text(lv::law(), one.stated, one.given, {language::lv}, chart_signs::blocks);
  EXPECT_THAT(text, HasSubstr("  Mājokļa pabalsts, EUR mēnesī\n"
                              "  142,50 │▃▃▃▃▃       ████████████\n"
                              "         │█████ ▆▆▆▆▆▆████████████\n"
                              "         │█████▁██████████████████\n"
                              "   71,25 │████████████████████████\n"
                              "         │████████████████████████\n"
                              "         │████████████████████████\n"
                              "       0 └┴───────────┴───────────\n"
                              "          2023        2024\n"));
}

TEST(timeline_text, draws_plain_signs_where_a_terminal_has_no_others) {
  const auto one = timelines::pensioner();
  const std::string text =
      timeline_text(lv::law(), one.stated, one.given, {language::en}, chart_signs::ascii);
  EXPECT_THAT(text, HasSubstr("  142.50 |.....       ############\n"));
  EXPECT_THAT(text, HasSubstr("       0 ++-----------+-----------\n"));
  for (const char* block : {"█", "▃", "│", "└"}) EXPECT_THAT(text, Not(HasSubstr(block)));
}

TEST(timeline_text, tells_refused_undetermined_and_granted_apart) {
  facts stated(lv::law());
  stated.set("members", 1).set("income", 150);
  const auto one = timelines::of(stated, {"gmi_benefit", "poor_household", "housing_benefit"},
                                 days("2024-11-01", "2025-03-01"));
  const std::string text =
      timeline_text(lv::law(), one.stated, one.given, {language::en}, chart_signs::blocks);
  EXPECT_THAT(text, HasSubstr("  ··██  GMI benefit: 16.00 EUR a month\n"));
  EXPECT_THAT(text, HasSubstr("  ████  Status of a poor household\n"));
  EXPECT_THAT(text, HasSubstr("  ????  Housing benefit\n"));
  EXPECT_THAT(text, HasSubstr("· refused; ? undetermined"));
}

TEST(timeline_text, says_that_nothing_changes) {
  auto one = timelines::pensioner();
  one = timelines::of(one.stated, {"housing_benefit"}, days("2024-02-01", "2024-09-01"));
  EXPECT_THAT(timeline_text(lv::law(), one.stated, one.given, {language::lv}, chart_signs::blocks),
              HasSubstr("Šajā laikā nekas nemainās."));
}

TEST(timeline_text, is_markdown_with_tables) {
  const auto one = timelines::pensioner();
  const std::string text = timeline_markdown(lv::law(), one.stated, one.given, {language::en});
  EXPECT_THAT(text, HasSubstr("| 2023-07-01 | Housing benefit | 72.50 | 112.50 EUR a month | GMI threshold"));
  EXPECT_THAT(
      text,
      HasSubstr("| months | Housing benefit, EUR a month |\n|---|---:|\n| 2023-01 … 2023-05 | 127.00 |\n"));
}

TEST(timeline_text, is_a_line_for_each_span_as_csv) {
  auto one = timelines::pensioner();
  EXPECT_EQ(timeline_csv(lv::law(), one.stated, one.given),
            "from,to,benefit,person,label,outcome,amount,unit,paid\n"
            "2023-01-01,2023-05-31,housing_benefit,,,granted,127.00,EUR/month,month\n"
            "2023-06-01,2023-06-30,housing_benefit,,,granted,72.50,EUR/month,month\n"
            "2023-07-01,2023-12-31,housing_benefit,,,granted,112.50,EUR/month,month\n"
            "2024-01-01,2024-12-31,housing_benefit,,,granted,142.50,EUR/month,month\n");
  facts stated(lv::law());
  stated.set_label(stated.add_person(), "say \"a, b\"");
  one = timelines::of(stated, {"old_age_pension_right"}, days("2024-01-01", "2025-01-01"));
  EXPECT_THAT(
      timeline_csv(lv::law(), one.stated, one.given),
      HasSubstr("2024-01-01,2024-12-31,old_age_pension_right,1,\"say \"\"a, b\"\"\",undetermined,,,\n"));
}

TEST(timeline_text, is_json_with_all_causes) {
  const auto one = timelines::pensioner();
  const std::string text = timeline_json(lv::law(), one.stated, one.given, {language::en});
  EXPECT_THAT(text, HasSubstr(R"("from": "2023-07-01",)"));
  EXPECT_THAT(text, HasSubstr(R"("kind": "figure",
              "name": "income_median",)"));
  EXPECT_THAT(text, HasSubstr(R"("complete": true)"));
}

}  // namespace
