// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "../formula/lexer.ipp"
#include "personal_code.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

[[nodiscard]] inline bool is_letter_or_digit(char c) noexcept {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & '\x80') != 0;
}

/// How many digits stand at the place.
[[nodiscard]] inline std::size_t digits_at(std::string_view text, std::size_t at) noexcept {
  std::size_t count = 0;
  while (at + count < text.size() && is_digit(text[at + count])) ++count;
  return count;
}

/// A dash with blanks round it; its length, or 0.
[[nodiscard]] inline std::size_t dash_at(std::string_view text, std::size_t at) noexcept {
  // Hyphen, non-breaking hyphen, figure dash, en dash, em dash, minus.
  constexpr std::array<std::string_view, 6> dashes{
      "-", "\xE2\x80\x91", "\xE2\x80\x92", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x88\x92"};
  const auto blanks = [&](std::size_t from) {
    std::size_t count = 0;
    while (count < 2 && from + count < text.size() && text[from + count] == ' ') ++count;
    return count;
  };
  const std::size_t before = blanks(at);
  for (const std::string_view dash : dashes)
    if (text.substr(at + before).starts_with(dash)) {
      const std::size_t end = at + before + dash.size();
      return end + blanks(end) - at;
    }
  return 0;
}

/// Whether six digits begin a code: a day and a month, or the sign of a code without a date of birth.
[[nodiscard]] inline bool begins_code(std::string_view digits) noexcept {
  const auto two = [&](std::size_t at) { return (digits[at] - '0') * 10 + (digits[at + 1] - '0'); };
  constexpr int without_date = 32;
  return two(0) == without_date || (two(0) >= 1 && two(0) <= 31 && two(2) >= 1 && two(2) <= 12);
}

}  // namespace detail

SLIEKSNIS_INLINE std::vector<span> personal_codes_in(std::string_view text) {
  constexpr std::size_t first = 6;
  constexpr std::size_t second = 5;
  std::vector<span> result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t digits = detail::digits_at(text, at);
    if (digits == 0) {
      ++at;
      continue;
    }
    std::size_t end = at + digits;
    const char before = at == 0 ? ' ' : text[at - 1];
    // A part of an amount: the decimals, or the whole number before them.
    const bool decimals = at >= 2 && (before == '.' || before == ',') && detail::is_digit(text[at - 2]);
    if (digits == first && !decimals && detail::begins_code(text.substr(at, first))) {
      const std::size_t dash = detail::dash_at(text, end);
      if (dash > 0 && detail::digits_at(text, end + dash) == second) {
        end += dash + second;
        result.push_back({at, end});
      }
    } else if (digits == first + second && !decimals && detail::begins_code(text.substr(at, first))) {
      const char after = end < text.size() ? text[end] : ' ';
      const bool amount =
          (after == '.' || after == ',') && end + 1 < text.size() && detail::is_digit(text[end + 1]);
      if (!amount && !detail::is_letter_or_digit(before) && !detail::is_letter_or_digit(after))
        result.push_back({at, end});
    }
    at = end;
  }
  return result;
}

SLIEKSNIS_INLINE std::string without_personal_codes(std::string text) {
  for (const span where : personal_codes_in(text))
    for (std::size_t at = where.begin; at < where.end; ++at)
      if (detail::is_digit(text[at])) text[at] = '*';
  return text;
}

}  // namespace v0
}  // namespace slieksnis
