// SPDX-License-Identifier: Apache-2.0
// The FEEL profile from text to value: dates and durations.
#include <gtest/gtest.h>

#include "../support/evaluate.hpp"
#include "../support/household_book.hpp"

namespace {

using namespace slieksnis;

void expect_all(std::initializer_list<evaluate::row> table) {
  const facts nothing(household_book::book());
  for (const auto& [formula, value] : table) EXPECT_EQ(evaluate::formula(nothing, formula), value) << formula;
}

TEST(feel_dates, are_written_or_made) {
  expect_all({{"@\"2025-01-31\"", "2025-01-31"},
              {"date(\"2025-01-31\")", "2025-01-31"},
              {"date(2025, 1, 31)", "2025-01-31"},
              {"date(2025, 1 + 1, 28)", "2025-02-28"},
              {"on", "2025-06-15"},
              {"@\"2025-02-31\"", "error formula.syntax"},
              {"@\"31.01.2025\"", "error formula.syntax"},
              {"@\"10:30:00\"", "error formula.syntax"},
              {"@\"2025-01-31T10:30:00\"", "error formula.syntax"},
              {"date(\"2025-02-31\")", "error formula.type"},
              {"date(\"2025-02-\" + \"31\")", "failed"},
              {"date(2025, 2, 29)", "failed"},
              {"date(2025, 13, 1)", "failed"},
              {"date(2025, 1.5, 1)", "failed"},
              {"date(20250, 1, 1)", "failed"},
              {"date(-2025, 1, 1)", "failed"},
              {"date(2025, 1)", "error formula.arguments"},
              {"date(5)", "error formula.type"},
              {"date(\"2025\", \"1\", \"1\")", "error formula.type"}});
}

TEST(feel_dates, have_parts) {
  expect_all({{"@\"2025-03-31\".year", "2025"},
              {"@\"2025-03-31\".month", "3"},
              {"@\"2025-03-31\".day", "31"},
              {"on.year", "2025"},
              {"date(on.year, 1, 1)", "2025-01-01"},
              {"@\"2025-03-31\".weekday", "error formula.name"},
              {"day of year(@\"2024-12-31\")", "366"},
              {"day of year(@\"2025-01-01\")", "1"},
              {"day of week(@\"2025-06-15\")", "Sunday"},
              {"day of week(@\"2000-02-29\")", "Tuesday"},
              {"day of week(@\"1950-01-02\")", "Monday"},
              {"day of week(5)", "error formula.type"}});
}

TEST(feel_dates, are_compared) {
  expect_all({{"@\"2025-01-01\" < @\"2025-01-02\"", "true"},
              {"@\"2025-01-01\" = date(2025, 1, 1)", "true"},
              {"on >= @\"2025-06-15\"", "true"},
              {"on in [@\"2025-01-01\"..@\"2025-06-15\")", "false"},
              {"on in [@\"2025-01-01\"..@\"2025-06-15\"]", "true"},
              {"on > \"2025-01-01\"", "error formula.type"},
              {"on > 5", "error formula.type"}});
}

TEST(feel_dates, move_by_durations) {
  expect_all({{"@\"2025-01-31\" + @\"P1M\"", "2025-02-28"},
              {"@\"2024-01-31\" + @\"P1M\"", "2024-02-29"},
              {"@\"2025-03-31\" - @\"P1M\"", "2025-02-28"},
              {"@\"2024-02-29\" + @\"P1Y\"", "2025-02-28"},
              {"@\"2025-12-31\" + @\"P1D\"", "2026-01-01"},
              {"@\"2025-01-01\" - @\"P1D\"", "2024-12-31"},
              {"on + duration(\"P1Y6M\")", "2026-12-15"},
              {"on + @\"P1M\" + @\"P1D\"", "2025-07-16"},
              {"on + 1", "error formula.type"},
              {"on * 2", "error formula.type"},
              {"on + on", "error formula.type"}});
}

TEST(feel_dates, lie_a_number_of_days_apart) {
  expect_all({{"@\"2025-03-01\" - @\"2025-02-01\"", "P28D"},
              {"@\"2025-02-01\" - @\"2025-03-01\"", "-P28D"},
              {"(@\"2025-03-01\" - @\"2025-02-01\").days", "28"},
              {"(on - on).days", "0"},
              {"(@\"2025-03-01\" - @\"2025-02-01\") < @\"P30D\"", "true"}});
}

TEST(feel_dates, give_ages_in_completed_years) {
  expect_all({{"age(@\"2007-06-15\", on)", "18"},
              {"age(@\"2007-06-16\", on)", "17"},
              {"age(@\"2004-02-29\", @\"2022-02-28\")", "18"},
              {"age(on, on)", "0"},
              {"age(@\"2007-06-15\", on) >= 18", "true"},
              {"age(@\"2007-06-15\", 5)", "error formula.type"},
              {"age(@\"2007-06-15\")", "error formula.arguments"},
              {"years and months duration(@\"2007-06-16\", on)", "P17Y11M"},
              {"years and months duration(on, @\"2025-04-16\")", "-P1M"},
              {"years and months duration(on, @\"2025-05-16\")", "P0M"}});
}

TEST(feel_dates, have_durations_that_compute) {
  expect_all({{"@\"P1Y\" + @\"P6M\"", "P1Y6M"},
              {"@\"P1Y\" - @\"P18M\"", "-P6M"},
              {"@\"P1Y\" * 1.5", "P1Y6M"},
              {"2 * @\"P6M\"", "P1Y"},
              {"@\"P1Y\" / 2", "P6M"},
              {"@\"P1M\" / 2", "P0M"},
              {"-@\"P1Y\"", "-P1Y"},
              {"abs(@\"-P1Y\")", "P1Y"},
              {"abs(@\"P1D\")", "P1D"},
              {"@\"P14D\" + @\"P1D\"", "P15D"},
              {"@\"P14D\" * 2", "P28D"},
              {"@\"P12M\" = @\"P1Y\"", "true"},
              {"@\"P64Y6M\".years", "64"},
              {"@\"P64Y6M\".months", "6"},
              {"@\"P14D\".days", "14"},
              {"@\"P14D\".years", "error formula.name"},
              {"@\"P1Y\" / 0", "failed"},
              {"@\"P9999Y\" * 1000", "failed"},
              {"@\"P1Y\" + @\"P1D\"", "error formula.type"},
              {"@\"P1Y\" < @\"P1D\"", "error formula.type"},
              {"@\"P1Y\" * @\"P1Y\"", "error formula.type"},
              {"2 / @\"P1Y\"", "error formula.type"},
              {"@\"P1Y\" / @\"P1M\"", "error formula.type"},
              {"duration(\"P1Y1D\")", "error formula.type"},
              {"duration(string(1))", "error formula.type"}});
}

TEST(feel_dates, stay_within_the_calendar_of_the_library) {
  expect_all({{"@\"2200-12-31\" + @\"P1D\"", "failed"},
              {"@\"1850-01-01\" - @\"P1D\"", "failed"},
              {"@\"2200-12-31\" + @\"P9999Y\"", "failed"}});
}

}  // namespace
