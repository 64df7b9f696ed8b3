// SPDX-License-Identifier: Apache-2.0
/// \file Days, spans of days and calendar durations. No clock and no time zone: the library has no "today".
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "../config.hpp"
#include "words.hpp"

namespace slieksnis {
inline namespace v0 {

/// A calendar day.
using date = std::chrono::sys_days;

/// The first and last day that a date may have: wide enough for births, narrow enough for typing errors.
inline constexpr date first_date{std::chrono::year{1850} / 1 / 1};
inline constexpr date last_date{std::chrono::year{2200} / 12 / 31};

/// Reads `2026-02-01`. Empty for anything else, for days that do not exist (31 February), and for days
/// outside first_date..last_date.
[[nodiscard]] std::optional<date> parse_date(std::string_view iso) noexcept;
/// Reads `1.2.2026` or `01.02.2026`, the Latvian order; the same limits.
[[nodiscard]] std::optional<date> parse_latvian_date(std::string_view text) noexcept;

/// `2026-02-01`.
[[nodiscard]] std::string to_string(date day);
/// `01.02.2026` in Latvian, `2026-02-01` in English.
[[nodiscard]] words in_words(date day);

/// A FEEL years-and-months duration, in whole months. `P64Y6M` is 774.
struct months_duration {
  int months = 0;
  friend auto operator<=>(months_duration, months_duration) = default;
};
/// A FEEL days duration. `P14D` is 14.
struct days_duration {
  int days = 0;
  friend auto operator<=>(days_duration, days_duration) = default;
};

/// Reads `P2Y`, `P6M`, `P64Y6M`, with an optional leading minus.
[[nodiscard]] std::optional<months_duration> parse_months_duration(std::string_view text) noexcept;
/// Reads `P14D`, with an optional leading minus.
[[nodiscard]] std::optional<days_duration> parse_days_duration(std::string_view text) noexcept;
[[nodiscard]] std::string to_string(months_duration duration);
[[nodiscard]] std::string to_string(days_duration duration);

/// The day so many months later; a day the month does not have becomes its last day (FEEL's rule).
[[nodiscard]] date add(date day, months_duration duration) noexcept;
[[nodiscard]] date add(date day, days_duration duration) noexcept;
/// Whole months from one day to another, towards zero: the age of a person is this divided by twelve.
[[nodiscard]] months_duration months_between(date from, date to) noexcept;

/// A half-open span of days: `from` belongs to it, `to` does not.
struct period {
  date from = first_date;
  date to = last_date;

  [[nodiscard]] constexpr bool contains(date day) const noexcept { return from <= day && day < to; }
  [[nodiscard]] constexpr date last_day() const noexcept { return to - std::chrono::days{1}; }
  friend bool operator==(const period&, const period&) = default;
};

/// A day of every year, such as 1 January.
struct day_of_year {
  unsigned month = 1;
  unsigned day = 1;
  friend bool operator==(const day_of_year&, const day_of_year&) = default;
};
/// Reads `01-01`. 29 February is refused: not every year has it.
[[nodiscard]] std::optional<day_of_year> parse_day_of_year(std::string_view text) noexcept;
/// The latest such day that is not after `day`.
[[nodiscard]] date latest(day_of_year review, date day) noexcept;

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "date.ipp"
#endif
