// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/value/date.hpp>

namespace {

using namespace slieksnis;
using namespace std::chrono_literals;

static_assert(first_date < last_date);
static_assert(period{2025y / 1 / 1, 2026y / 1 / 1}.contains(date{2025y / 1 / 1}));
static_assert(period{2025y / 1 / 1, 2026y / 1 / 1}.contains(date{2025y / 12 / 31}));
static_assert(!period{2025y / 1 / 1, 2026y / 1 / 1}.contains(date{2026y / 1 / 1}));
static_assert(period{2025y / 1 / 1, 2026y / 1 / 1}.last_day() == date{2025y / 12 / 31});
static_assert(months_duration{11} < months_duration{12});

date day(const char* iso) { return *parse_date(iso); }

TEST(date, reads_the_iso_order) {
  EXPECT_EQ(parse_date("2026-02-01"), date{2026y / 2 / 1});
  EXPECT_EQ(parse_date("2024-02-29"), date{2024y / 2 / 29});
  EXPECT_EQ(to_string(day("2026-02-01")), "2026-02-01");
}

TEST(date, refuses_days_the_calendar_does_not_have) {
  for (const char* text : {"2026-02-31", "2025-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-01",
                           "2026-01-00", "2026-01-32"})
    EXPECT_EQ(parse_date(text), std::nullopt) << text;
  EXPECT_EQ(parse_latvian_date("31.02.2026"), std::nullopt);
}

TEST(date, refuses_every_other_writing) {
  for (const char* text :
       {"", "2026", "2026-02", "2026-2-1", "26-02-01", "2026-02-011", "2026/02/01", "2026-02-01T00:00",
        " 2026-02-01", "2026-02-01 ", "-2026-02-01", "02026-02-01", "01.02.2026", "2026-02-0x"})
    EXPECT_EQ(parse_date(text), std::nullopt) << text;
}

TEST(date, is_bounded_so_that_a_slip_in_the_year_shows) {
  EXPECT_EQ(parse_date("1850-01-01"), first_date);
  EXPECT_EQ(parse_date("1849-12-31"), std::nullopt);
  EXPECT_EQ(parse_date("2200-12-31"), last_date);
  EXPECT_EQ(parse_date("2201-01-01"), std::nullopt);
  EXPECT_EQ(parse_date("0202-01-01"), std::nullopt);
}

TEST(date, reads_the_latvian_order_with_or_without_zeros) {
  EXPECT_EQ(parse_latvian_date("01.02.2026"), date{2026y / 2 / 1});
  EXPECT_EQ(parse_latvian_date("1.2.2026"), date{2026y / 2 / 1});
  EXPECT_EQ(parse_latvian_date("31.12.2026."), date{2026y / 12 / 31})
      << "Latvian may put a point after the year";
  for (const char* text :
       {"", "1.2.26", "001.2.2026", "1.2", "1.2.2026x", "1.2.2026..", "2026.02.01", "1,2,2026", "1. 2. 2026"})
    EXPECT_EQ(parse_latvian_date(text), std::nullopt) << text;
}

TEST(date, reads_durations_of_years_and_months) {
  EXPECT_EQ(parse_months_duration("P64Y6M"), months_duration{774});
  EXPECT_EQ(parse_months_duration("P2Y"), months_duration{24});
  EXPECT_EQ(parse_months_duration("P6M"), months_duration{6});
  EXPECT_EQ(parse_months_duration("P18M"), months_duration{18});
  EXPECT_EQ(parse_months_duration("-P1Y1M"), months_duration{-13});
  EXPECT_EQ(parse_months_duration("P0M"), months_duration{0});
  for (const char* text : {"", "P", "PY", "P1", "1Y", "P1M1Y", "P1D", "P1Y1", "p1y", "P1YM", "P12345Y",
                           "--P1Y", "P-1Y", "P1Y6M1D"})
    EXPECT_EQ(parse_months_duration(text), std::nullopt) << text;
}

TEST(date, reads_durations_of_days) {
  EXPECT_EQ(parse_days_duration("P14D"), days_duration{14});
  EXPECT_EQ(parse_days_duration("-P1D"), days_duration{-1});
  EXPECT_EQ(parse_days_duration("P999999D"), days_duration{999'999});
  for (const char* text : {"", "P", "PD", "P1", "14D", "P1M", "P1DT1H", "P1000000D"})
    EXPECT_EQ(parse_days_duration(text), std::nullopt) << text;
}

TEST(date, prints_durations_as_they_are_read) {
  for (const int months : {0, 1, 11, 12, 13, 774, -1, -12, -13})
    EXPECT_EQ(parse_months_duration(to_string(months_duration{months})), months_duration{months}) << months;
  EXPECT_EQ(to_string(months_duration{774}), "P64Y6M");
  EXPECT_EQ(to_string(months_duration{24}), "P2Y");
  EXPECT_EQ(to_string(months_duration{0}), "P0M");
  EXPECT_EQ(to_string(months_duration{-13}), "-P1Y1M");
  EXPECT_EQ(to_string(days_duration{-14}), "-P14D");
  EXPECT_EQ(to_string(days_duration{0}), "P0D");
}

TEST(date, adds_months_to_the_last_day_a_month_has) {
  EXPECT_EQ(add(day("2025-01-31"), months_duration{1}), day("2025-02-28"));
  EXPECT_EQ(add(day("2024-01-31"), months_duration{1}), day("2024-02-29"));
  EXPECT_EQ(add(day("2024-02-29"), months_duration{12}), day("2025-02-28"));
  EXPECT_EQ(add(day("2025-03-31"), months_duration{-1}), day("2025-02-28"));
  EXPECT_EQ(add(day("2025-12-15"), months_duration{1}), day("2026-01-15"));
  EXPECT_EQ(add(day("2025-01-15"), months_duration{-1}), day("2024-12-15"));
}

TEST(date, adds_days_over_the_ends_of_months_and_years) {
  EXPECT_EQ(add(day("2024-02-28"), days_duration{1}), day("2024-02-29"));
  EXPECT_EQ(add(day("2025-12-31"), days_duration{1}), day("2026-01-01"));
  EXPECT_EQ(add(day("2026-01-01"), days_duration{-1}), day("2025-12-31"));
}

TEST(date, counts_completed_months_only) {
  EXPECT_EQ(months_between(day("2000-05-15"), day("2018-05-14")).months, 18 * 12 - 1);
  EXPECT_EQ(months_between(day("2000-05-15"), day("2018-05-15")).months, 18 * 12);
  EXPECT_EQ(months_between(day("2025-01-31"), day("2025-02-28")).months, 1) << "February has no later day";
  EXPECT_EQ(months_between(day("2025-01-31"), day("2025-02-27")).months, 0);
  EXPECT_EQ(months_between(day("2004-02-29"), day("2022-02-28")).months, 18 * 12);
  EXPECT_EQ(months_between(day("2025-01-01"), day("2025-01-01")).months, 0);
}

TEST(date, counts_months_backwards_towards_zero) {
  EXPECT_EQ(months_between(day("2018-05-14"), day("2000-05-15")).months, -(18 * 12 - 1));
  EXPECT_EQ(months_between(day("2025-02-28"), day("2025-02-27")).months, 0);
  EXPECT_EQ(months_between(day("2025-02-28"), day("2025-01-28")).months, -1);
}

TEST(date, reads_a_day_of_every_year) {
  EXPECT_EQ(parse_day_of_year("01-01"), (day_of_year{1, 1}));
  EXPECT_EQ(parse_day_of_year("12-31"), (day_of_year{12, 31}));
  for (const char* text :
       {"", "1-1", "02-29", "02-30", "13-01", "00-01", "01-00", "01-01-", "0101", "2025-01-01"})
    EXPECT_EQ(parse_day_of_year(text), std::nullopt) << text;
}

TEST(date, finds_the_latest_review_that_is_not_after_a_day) {
  const day_of_year july{7, 1};
  EXPECT_EQ(latest(july, day("2025-07-01")), day("2025-07-01"));
  EXPECT_EQ(latest(july, day("2025-06-30")), day("2024-07-01"));
  EXPECT_EQ(latest(july, day("2025-12-31")), day("2025-07-01"));
  EXPECT_EQ(latest({1, 1}, day("2025-01-01")), day("2025-01-01"));
}

TEST(date, is_written_as_each_language_does) {
  EXPECT_EQ(in_words(*parse_date("2026-02-01")), (words{"01.02.2026", "2026-02-01"}));
}

}  // namespace
