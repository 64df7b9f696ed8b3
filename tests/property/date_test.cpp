// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <slieksnis/value/date.hpp>

namespace {

using namespace slieksnis;

rc::Gen<date> any_day() {
  const int days = static_cast<int>((last_date - first_date).count());
  return rc::gen::map(rc::gen::inRange(0, days + 1),
                      [](int after) { return first_date + std::chrono::days{after}; });
}
rc::Gen<int> few_months() { return rc::gen::inRange(-1200, 1201); }

std::chrono::year_month_day calendar(date day) { return day; }

RC_GTEST_PROP(date_property, is_read_back_as_printed, ()) {
  const date day = *any_day();
  RC_ASSERT(parse_date(to_string(day)) == day);
  const auto parts = calendar(day);
  const std::string latvian = std::to_string(static_cast<unsigned>(parts.day())) + "." +
                              std::to_string(static_cast<unsigned>(parts.month())) + "." +
                              std::to_string(static_cast<int>(parts.year()));
  RC_ASSERT(parse_latvian_date(latvian) == day);
}

RC_GTEST_PROP(date_property, moves_by_months_to_the_right_month, ()) {
  const date day = *any_day();
  const int months = *few_months();
  const auto from = calendar(day);
  const auto to = calendar(add(day, months_duration{months}));
  RC_ASSERT(to.ok());
  const int from_month =
      static_cast<int>(from.year()) * 12 + static_cast<int>(static_cast<unsigned>(from.month()));
  const int to_month = static_cast<int>(to.year()) * 12 + static_cast<int>(static_cast<unsigned>(to.month()));
  RC_ASSERT(to_month - from_month == months);
  RC_ASSERT(to.day() <= from.day());
  RC_ASSERT((to.day() == from.day() ||
             to == std::chrono::year_month_day{to.year() / to.month() / std::chrono::last}));
}

RC_GTEST_PROP(date_property, never_changes_the_order_by_months, ()) {
  const date a = *any_day();
  const date b = a + std::chrono::days{*rc::gen::inRange(0, 60)};
  const months_duration months{*few_months()};
  RC_ASSERT(add(a, months) <= add(b, months));
}

RC_GTEST_PROP(date_property, counts_months_as_the_most_that_fit, ()) {
  const date a = *any_day();
  const date b = *rc::gen::oneOf(any_day(), rc::gen::map(rc::gen::inRange(0, 400), [a](int days) {
                                   return a + std::chrono::days{days};
                                 }));
  const date from = std::min(a, b);
  const date to = std::max(a, b);
  const int months = months_between(from, to).months;
  RC_ASSERT(months >= 0);
  RC_ASSERT(add(from, months_duration{months}) <= to);
  RC_ASSERT(add(from, months_duration{months + 1}) > to);
  RC_ASSERT(months_between(to, from).months == -months);
}

RC_GTEST_PROP(date_property, counts_back_the_months_it_added, ()) {
  const date day = *any_day();
  const int months = *rc::gen::inRange(0, 1201);
  RC_ASSERT(months_between(day, add(day, months_duration{months})).months == months);
}

RC_GTEST_PROP(date_property, adds_and_takes_days, ()) {
  const date day = *any_day();
  const days_duration days{*rc::gen::inRange(-100'000, 100'001)};
  RC_ASSERT(add(add(day, days), days_duration{-days.days}) == day);
  RC_ASSERT((add(day, days) - day).count() == days.days);
}

RC_GTEST_PROP(date_property, reads_durations_back_as_printed, ()) {
  const months_duration months{*rc::gen::inRange(-100'000, 100'001)};
  RC_ASSERT(parse_months_duration(to_string(months)) == months);
  const days_duration days{*rc::gen::inRange(-999'999, 1'000'000)};
  RC_ASSERT(parse_days_duration(to_string(days)) == days);
}

RC_GTEST_PROP(date_property, finds_the_latest_review_within_a_year, ()) {
  const date day = *any_day();
  const date other = *any_day();
  const auto parts = calendar(other);
  const day_of_year review{static_cast<unsigned>(parts.month()), static_cast<unsigned>(parts.day())};
  RC_PRE(!(review == day_of_year{2, 29}));
  const date found = latest(review, day);
  RC_ASSERT(found <= day);
  RC_ASSERT((day - found).count() < 366);
  RC_ASSERT(calendar(found).month() == parts.month());
  RC_ASSERT(calendar(found).day() == parts.day());
}

}  // namespace
