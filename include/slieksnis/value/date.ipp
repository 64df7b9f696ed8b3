// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "date.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// Takes between `least` and `most` digits off the front of the text.
SLIEKSNIS_INLINE std::optional<int> take_number(std::string_view& text, std::size_t least,
                                                std::size_t most) noexcept {
  int number = 0;
  std::size_t used = 0;
  while (used < most && used < text.size() && text[used] >= '0' && text[used] <= '9') {
    number = number * 10 + (text[used] - '0');
    ++used;
  }
  if (used < least) return std::nullopt;
  text.remove_prefix(used);
  return number;
}

SLIEKSNIS_INLINE bool take(std::string_view& text, char expected) noexcept {
  if (text.empty() || text.front() != expected) return false;
  text.remove_prefix(1);
  return true;
}

SLIEKSNIS_INLINE std::optional<date> real_day(int year, int month, int day) noexcept {
  const std::chrono::year_month_day calendar{std::chrono::year{year},
                                             std::chrono::month{static_cast<unsigned>(month)},
                                             std::chrono::day{static_cast<unsigned>(day)}};
  if (!calendar.ok()) return std::nullopt;
  const date result{calendar};
  if (result < first_date || result > last_date) return std::nullopt;
  return result;
}

SLIEKSNIS_INLINE std::string padded(int number, std::size_t width) {
  std::string digits = std::to_string(number);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

}  // namespace detail

SLIEKSNIS_INLINE std::optional<date> parse_date(std::string_view iso) noexcept {
  const auto year = detail::take_number(iso, 4, 4);
  if (!year || !detail::take(iso, '-')) return std::nullopt;
  const auto month = detail::take_number(iso, 2, 2);
  if (!month || !detail::take(iso, '-')) return std::nullopt;
  const auto day = detail::take_number(iso, 2, 2);
  if (!day || !iso.empty()) return std::nullopt;
  return detail::real_day(*year, *month, *day);
}

SLIEKSNIS_INLINE std::optional<date> parse_latvian_date(std::string_view text) noexcept {
  const auto day = detail::take_number(text, 1, 2);
  if (!day || !detail::take(text, '.')) return std::nullopt;
  const auto month = detail::take_number(text, 1, 2);
  if (!month || !detail::take(text, '.')) return std::nullopt;
  const auto year = detail::take_number(text, 4, 4);
  if (!year || !(text.empty() || text == ".")) return std::nullopt;
  return detail::real_day(*year, *month, *day);
}

SLIEKSNIS_INLINE std::string to_string(date day) {
  const std::chrono::year_month_day calendar{day};
  return detail::padded(static_cast<int>(calendar.year()), 4) + "-" +
         detail::padded(static_cast<int>(static_cast<unsigned>(calendar.month())), 2) + "-" +
         detail::padded(static_cast<int>(static_cast<unsigned>(calendar.day())), 2);
}

SLIEKSNIS_INLINE words in_words(date day) {
  const std::string iso = to_string(day);
  return {iso.substr(8) + "." + iso.substr(5, 2) + "." + iso.substr(0, 4), iso};
}

SLIEKSNIS_INLINE std::optional<months_duration> parse_months_duration(std::string_view text) noexcept {
  const bool negative = detail::take(text, '-');
  if (!detail::take(text, 'P') || text.empty()) return std::nullopt;
  int months = 0;
  auto number = detail::take_number(text, 1, 4);
  if (!number) return std::nullopt;
  if (detail::take(text, 'Y')) {
    months = *number * 12;
    if (text.empty()) return months_duration{negative ? -months : months};
    number = detail::take_number(text, 1, 4);
    if (!number) return std::nullopt;
  }
  if (!detail::take(text, 'M') || !text.empty()) return std::nullopt;
  months += *number;
  return months_duration{negative ? -months : months};
}

SLIEKSNIS_INLINE std::optional<days_duration> parse_days_duration(std::string_view text) noexcept {
  const bool negative = detail::take(text, '-');
  if (!detail::take(text, 'P')) return std::nullopt;
  const auto number = detail::take_number(text, 1, 6);
  if (!number || text != "D") return std::nullopt;
  return days_duration{negative ? -*number : *number};
}

SLIEKSNIS_INLINE std::string to_string(months_duration duration) {
  const int size = duration.months < 0 ? -duration.months : duration.months;
  std::string text = duration.months < 0 ? "-P" : "P";
  if (size / 12 != 0) text += std::to_string(size / 12) + "Y";
  if (size % 12 != 0 || size == 0) text += std::to_string(size % 12) + "M";
  return text;
}

SLIEKSNIS_INLINE std::string to_string(days_duration duration) {
  return (duration.days < 0 ? "-P" : "P") +
         std::to_string(duration.days < 0 ? -duration.days : duration.days) + "D";
}

SLIEKSNIS_INLINE date add(date day, months_duration duration) noexcept {
  const auto moved = std::chrono::year_month_day{day} + std::chrono::months{duration.months};
  return moved.ok() ? date{moved} : date{moved.year() / moved.month() / std::chrono::last};
}

SLIEKSNIS_INLINE date add(date day, days_duration duration) noexcept {
  return day + std::chrono::days{duration.days};
}

SLIEKSNIS_INLINE months_duration months_between(date from, date to) noexcept {
  if (to < from) return {-months_between(to, from).months};
  const std::chrono::year_month_day a{from};
  const std::chrono::year_month_day b{to};
  const int months = (static_cast<int>(b.year()) - static_cast<int>(a.year())) * 12 +
                     (static_cast<int>(static_cast<unsigned>(b.month())) -
                      static_cast<int>(static_cast<unsigned>(a.month())));
  // A month is complete when the same day, or the last day of a shorter month, has been reached.
  return {add(from, months_duration{months}) <= to ? months : months - 1};
}

SLIEKSNIS_INLINE std::optional<day_of_year> parse_day_of_year(std::string_view text) noexcept {
  const auto month = detail::take_number(text, 2, 2);
  if (!month || !detail::take(text, '-')) return std::nullopt;
  const auto day = detail::take_number(text, 2, 2);
  if (!day || !text.empty() || !detail::real_day(2023, *month, *day)) return std::nullopt;
  return day_of_year{static_cast<unsigned>(*month), static_cast<unsigned>(*day)};
}

SLIEKSNIS_INLINE date latest(day_of_year review, date day) noexcept {
  const auto year = std::chrono::year_month_day{day}.year();
  const std::chrono::month_day day_in_year{std::chrono::month{review.month}, std::chrono::day{review.day}};
  const date this_year{year / day_in_year};
  return this_year <= day ? this_year : date{(year - std::chrono::years{1}) / day_in_year};
}

}  // namespace v0
}  // namespace slieksnis
