// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <slieksnis/render/timeline.hpp>

#include "../support/timelines.hpp"

namespace {

using namespace slieksnis;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::StartsWith;
using timelines::days;

TEST(timeline, tells_each_change_with_its_cause_and_source) {
  const auto one = timelines::pensioner();
  const timeline_sheet sheet = timeline_sheet_of(lv::law(), one.stated, one.given, {language::en});
  EXPECT_EQ(sheet.heading, "Timeline 2023-01-01 to 2024-12-31");
  ASSERT_THAT(sheet.changes, SizeIs(3));
  EXPECT_EQ(to_string(sheet.changes[1].on), "2023-07-01");
  EXPECT_EQ(sheet.changes[1].title, "Housing benefit");
  EXPECT_EQ(sheet.changes[1].before, "72.50");
  EXPECT_EQ(sheet.changes[1].after, "112.50 EUR a month");
  EXPECT_THAT(sheet.changes[1].why,
              ElementsAre("GMI threshold of the first or only person: 109.00 → 125.00 EUR a month, computed "
                          "otherwise [2]"));
  EXPECT_THAT(sheet.sources.at(1), StartsWith("Law on Social Services and Social Assistance, section 33"));
  const timeline_sheet latvian = timeline_sheet_of(lv::law(), one.stated, one.given, {language::lv});
  EXPECT_EQ(latvian.heading, "Laika skala 01.01.2023–31.12.2024");
  EXPECT_EQ(latvian.changes[0].after, "72,50 EUR mēnesī");
  EXPECT_THAT(latvian.changes[0].why.at(0), HasSubstr("3 → 2,5"));
  EXPECT_THAT(latvian.changes[0].why.at(0), HasSubstr("mainīta tabula [1]"));
}

TEST(timeline, has_a_row_for_months_that_are_alike) {
  const auto one = timelines::pensioner();
  const timeline_sheet sheet = timeline_sheet_of(lv::law(), one.stated, one.given, {language::lv});
  std::vector<std::string> rows;
  for (const timeline_row& row : sheet.rows) rows.push_back(row.label + " " + row.cells.at(0));
  EXPECT_THAT(rows, ElementsAre("01.2023–05.2023 127,00", "06.2023 72,50", "07.2023–12.2023 112,50",
                                "01.2024–12.2024 142,50"));
  EXPECT_FALSE(sheet.has_total) << "one benefit is its own total";
  EXPECT_THAT(sheet.signs, IsEmpty());
}

TEST(timeline, names_what_is_missing_once_and_says_that_the_total_may_be_more) {
  facts stated(lv::law());
  stated.set("members", 1).set("income", 10);
  const auto one =
      timelines::of(stated, {"housing_benefit", "gmi_benefit"}, days("2025-01-01", "2026-06-01"));
  const timeline_sheet sheet = timeline_sheet_of(lv::law(), one.stated, one.given, {language::en});
  EXPECT_EQ(sheet.rows.at(0).cells.at(0), "?");
  EXPECT_EQ(sheet.rows.at(0).cells.at(1), "156.00");
  EXPECT_EQ(sheet.rows.at(0).total, "≥ 156.00");
  EXPECT_EQ(sheet.signs, "? undetermined");
  ASSERT_THAT(sheet.needs, SizeIs(1));
  EXPECT_THAT(sheet.needs[0], StartsWith("housing_costs – "));
  EXPECT_FALSE(total_is_complete(lv::law(), one.given.courses, *parse_date("2025-01-01")));
  EXPECT_EQ(monthly_total(lv::law(), one.given.courses, *parse_date("2025-01-01")), rational(156));
}

TEST(timeline, leaves_out_what_is_never_granted_unless_it_was_named) {
  auto one = timelines::pensioner();
  facts rich = one.stated;
  rich.give("income", "5000");
  one = timelines::of(rich, {"housing_benefit"}, days("2023-01-01", "2025-01-01"));
  EXPECT_THAT(timeline_sheet_of(lv::law(), one.stated, one.given, {}).columns, SizeIs(1));
  one.given.wanted_by_name = false;
  const timeline_sheet sheet = timeline_sheet_of(lv::law(), one.stated, one.given, {});
  EXPECT_THAT(sheet.columns, IsEmpty());
  EXPECT_THAT(sheet.changes, IsEmpty());
}

TEST(timeline, says_what_does_not_change_because_it_was_stated) {
  facts stated(lv::law());
  const std::size_t person = stated.add_person();
  stated.set_person(person, "age", rational(61));
  const auto one = timelines::of(stated, {"old_age_pension_right"}, days("2023-01-01", "2025-01-01"));
  const timeline_sheet sheet = timeline_sheet_of(lv::law(), one.stated, one.given, {language::lv});
  ASSERT_THAT(sheet.notes, SizeIs(2));
  EXPECT_THAT(sheet.notes[1], StartsWith("Vecums pilnos gados: norādīts, tāpēc laika gaitā nemainās"));
  EXPECT_THAT(sheet.notes[1], HasSubstr("dzimšanas datums"));
}

TEST(timeline, says_from_which_day_the_facts_can_be_true) {
  auto one = timelines::pensioner();
  one.given.asked_from = *parse_date("2022-01-01");
  EXPECT_THAT(timeline_sheet_of(lv::law(), one.stated, one.given, {language::en}).notes,
              testing::Contains(StartsWith("It begins on 2023-01-01, not on 2022-01-01")));
}

TEST(timeline, writes_changes_month_after_month_once_unless_all_are_asked_for) {
  facts stated(lv::law());
  const std::size_t person = stated.add_person();
  for (const auto& [name, value] :
       std::vector<std::pair<const char*, const char*>>{{"born", "1982-10-10"},
                                                        {"insurance_benefit_claimed", "unemployment"},
                                                        {"employed", "no"},
                                                        {"residence_status", "permanent"},
                                                        {"lives_in_latvia", "yes"},
                                                        {"state_pension", "no_pension"},
                                                        {"insurance_record_years", "12"},
                                                        {"contribution_months_last_16", "14"},
                                                        {"unemployment_contribution_wage_day", "20.00"},
                                                        {"unemployment_special_group", "no"},
                                                        {"unemployment_benefit_month", "2"}})
    stated.set_person(person, name, value);
  const auto one = timelines::of(stated, {"unemployment_benefit"}, days("2025-01-01", "2026-01-01"));
  const timeline_sheet sheet = timeline_sheet_of(lv::law(), one.stated, one.given, {language::lv});
  ASSERT_THAT(sheet.changes, SizeIs(1));
  EXPECT_THAT(sheet.changes[0].again, StartsWith("tā paša iemesla dēļ vēl 9 reizes līdz 01.12.2025, no "));
  EXPECT_THAT(timeline_sheet_of(lv::law(), one.stated, one.given, {language::lv, true}).changes, SizeIs(10));
}

TEST(timeline, shows_months_by_name_and_other_days_by_date) {
  EXPECT_EQ(format_month(*parse_date("2023-07-01"), language::lv), "07.2023");
  EXPECT_EQ(format_month(*parse_date("2023-07-01"), language::en), "2023-07");
  EXPECT_EQ(format_months_of(days("2023-07-01", "2023-08-01"), language::lv), "07.2023");
  EXPECT_EQ(format_months_of(days("2023-07-01", "2024-01-01"), language::en), "2023-07 … 2023-12");
  EXPECT_EQ(format_months_of(days("2023-07-15", "2024-01-01"), language::lv), "15.07.2023–31.12.2023");
  EXPECT_EQ(format_months_of(days("2023-07-15", "2023-07-16"), language::lv), "15.07.2023");
}

}  // namespace
