// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <utility>

#include "../source/nearest.hpp"
#include "written_value.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// What people put between thousands: a blank, a no-break blank, a narrow no-break blank.
SLIEKSNIS_INLINE std::size_t blank_length(std::string_view text) noexcept {
  if (text.starts_with(' ')) return 1;
  if (text.starts_with("\u00A0")) return 2;
  if (text.starts_with("\u202F")) return 3;
  return 0;
}

/// A number cut at its marks: `1 234,50` is the groups 1, 234, 50 and the marks blank, comma.
struct cut_number {
  bool negative = false;
  std::vector<std::string_view> groups;
  std::string marks;  ///< every kind of blank as ' '
};

SLIEKSNIS_INLINE std::optional<cut_number> cut(std::string_view text) {
  cut_number result;
  for (const std::string_view minus : {std::string_view("-"), std::string_view("\u2212")}) {
    if (!text.starts_with(minus)) continue;
    result.negative = true;
    text.remove_prefix(minus.size());
    break;
  }
  while (true) {
    const auto end = std::find_if(text.begin(), text.end(), [](char c) { return c < '0' || c > '9'; });
    const auto digits = static_cast<std::size_t>(end - text.begin());
    if (digits == 0) return std::nullopt;
    result.groups.push_back(text.substr(0, digits));
    text.remove_prefix(digits);
    if (text.empty()) return result;
    const std::size_t blank = blank_length(text);
    if (blank == 0 && text.front() != '.' && text.front() != ',') return std::nullopt;
    result.marks += blank > 0 ? ' ' : text.front();
    text.remove_prefix(blank > 0 ? blank : 1);
  }
}

/// Whether the first `count` groups are thousands parted by one kind of mark; one group always is.
SLIEKSNIS_INLINE bool are_thousands(const cut_number& number, std::size_t count) noexcept {
  if (count < 2) return true;
  if (number.groups.front().size() > 3) return false;
  for (std::size_t i = 1; i < count; ++i)
    if (number.groups[i].size() != 3 || number.marks[i - 1] != number.marks.front()) return false;
  return true;
}

SLIEKSNIS_INLINE std::string joined_groups(const cut_number& number, std::size_t whole) {
  std::string result = number.negative ? "-" : "";
  for (std::size_t i = 0; i < number.groups.size(); ++i) {
    if (i == whole) result += '.';
    result += number.groups[i];
  }
  return result;
}

struct cut_day {
  std::array<std::string_view, 3> numbers;
  char mark = 0;
};

/// Three numbers with the same mark between them.
SLIEKSNIS_INLINE std::optional<cut_day> cut_at_marks(std::string_view text) noexcept {
  cut_day result;
  for (std::size_t i = 0; i < 3; ++i) {
    const auto end = std::find_if(text.begin(), text.end(), [](char c) { return c < '0' || c > '9'; });
    const auto digits = static_cast<std::size_t>(end - text.begin());
    if (digits == 0 || digits > 4) return std::nullopt;
    result.numbers[i] = text.substr(0, digits);
    text.remove_prefix(digits);
    if (i == 2) break;
    if (text.empty() || (text.front() != '.' && text.front() != '-' && text.front() != '/') ||
        (i == 1 && text.front() != result.mark))
      return std::nullopt;
    result.mark = text.front();
    text.remove_prefix(1);
    while (result.mark == '.' && text.starts_with(' ')) text.remove_prefix(1);
  }
  if (!text.empty() && !(result.mark == '.' && text == ".")) return std::nullopt;
  return result;
}

SLIEKSNIS_INLINE std::optional<date> real_day_of(const std::string& year, std::string_view month,
                                                 std::string_view day) {
  if (month.size() > 2 || day.size() > 2) return std::nullopt;
  const auto two = [](std::string_view number) {
    return std::string(number.size() < 2 ? "0" : "") + std::string(number);
  };
  return parse_date(year + "-" + two(month) + "-" + two(day));
}

}  // namespace detail

SLIEKSNIS_INLINE std::string_view trimmed(std::string_view text) noexcept {
  while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
  while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
  return text;
}

SLIEKSNIS_INLINE std::string_view without_euro(std::string_view text) noexcept {
  text = trimmed(text);
  constexpr std::array<std::string_view, 4> names{"€", "EUR", "eiro", "euro"};
  const auto is = [](std::string_view part, std::string_view name) {
    return part.size() == name.size() &&
           std::equal(part.begin(), part.end(), name.begin(), [](char a, char b) {
             const auto lower = [](char c) {
               return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
             };
             return lower(a) == lower(b);
           });
  };
  for (const std::string_view name : names) {
    if (text.size() <= name.size()) continue;
    if (is(text.substr(0, name.size()), name)) {
      text.remove_prefix(name.size());
      text.remove_prefix(detail::blank_length(text));
      return text;
    }
    if (is(text.substr(text.size() - name.size()), name)) {
      text.remove_suffix(name.size());
      for (const std::string_view blank : {" ", "\u00A0", "\u202F"})
        if (text.ends_with(blank)) {
          text.remove_suffix(blank.size());
          break;
        }
      return text;
    }
  }
  return text;
}

SLIEKSNIS_INLINE written_number read_number_as_written(std::string_view text) {
  const auto number = detail::cut(trimmed(text));
  if (!number) return {};
  const std::size_t groups = number->groups.size();
  if (groups == 1) return {detail::joined_groups(*number, groups), std::nullopt};
  written_number result;
  const char last = number->marks.back();
  const bool separates = last != ' ' && number->marks.find(last) == groups - 2;
  if (separates && detail::are_thousands(*number, groups - 1))
    result.plain = detail::joined_groups(*number, groups - 1);
  // Nobody writes a thousand as 0.234.
  const bool zero_first = last != ' ' && number->groups.front().starts_with('0');
  if (!zero_first && detail::are_thousands(*number, groups))
    result.thousands = detail::joined_groups(*number, groups);
  return result;
}

SLIEKSNIS_INLINE std::vector<date> days_as_written(std::string_view text) {
  const auto written = detail::cut_at_marks(trimmed(text));
  if (!written) return {};
  const auto& [first, second, third] = written->numbers;
  std::vector<date> result;
  const auto add = [&](const std::optional<date>& day) {
    if (day && std::find(result.begin(), result.end(), *day) == result.end()) result.push_back(*day);
  };
  if (first.size() == 4) {
    add(detail::real_day_of(std::string(first), second, third));
    return result;
  }
  std::vector<std::string> years;
  if (third.size() == 4) years = {std::string(third)};
  if (third.size() == 2) years = {"19" + std::string(third), "20" + std::string(third)};
  for (const std::string& year : years) {
    add(detail::real_day_of(year, second, first));
    if (written->mark != '.') add(detail::real_day_of(year, first, second));
  }
  std::sort(result.begin(), result.end());
  return result;
}

}  // namespace v0
}  // namespace slieksnis
