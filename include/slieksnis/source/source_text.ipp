// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>

#include "source_text.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

SLIEKSNIS_INLINE bool starts_code_point(char c) noexcept {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

SLIEKSNIS_INLINE std::size_t utf8_length(std::string_view text) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80U) return 1;
  const std::size_t length = lead >= 0xC2U && lead < 0xE0U   ? 2
                             : lead >= 0xE0U && lead < 0xF0U ? 3
                             : lead >= 0xF0U && lead < 0xF5U ? 4
                                                             : 0;
  if (length == 0 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if ((byte(i) & 0xC0U) != 0x80U) return 0;
  // Overlong forms, surrogates and values past the last code point differ in the second byte only.
  const unsigned char second = byte(1);
  if ((lead == 0xE0U && second < 0xA0U) || (lead == 0xEDU && second >= 0xA0U) ||
      (lead == 0xF0U && second < 0x90U) || (lead == 0xF4U && second >= 0x90U))
    return 0;
  return length;
}

/// Appends the character of a code point, which is no surrogate.
SLIEKSNIS_INLINE void append_utf8(std::string& text, std::uint32_t code) {
  const auto put = [&](std::uint32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
  const auto rest = [&](unsigned shift) { put(0x80U | ((code >> shift) & 0x3FU)); };
  if (code < 0x80U) {
    put(code);
  } else if (code < 0x800U) {
    put(0xC0U | (code >> 6U));
    rest(0);
  } else if (code < 0x10000U) {
    put(0xE0U | (code >> 12U));
    rest(6);
    rest(0);
  } else {
    put(0xF0U | (code >> 18U));
    rest(12);
    rest(6);
    rest(0);
  }
}

SLIEKSNIS_INLINE std::size_t utf8_part(std::string_view text) noexcept {
  constexpr std::uint64_t beyond_ascii = 0x8080'8080'8080'8080U;
  std::size_t at = 0;
  while (at < text.size()) {
    if (at + 8 <= text.size() && (eight_bytes(text.data() + at) & beyond_ascii) == 0) {
      at += 8;
      continue;
    }
    for (const std::size_t end = std::min(at + 8, text.size()); at < end;) {
      const bool ascii = static_cast<unsigned char>(text[at]) < 0x80U;
      const std::size_t length = ascii ? 1 : utf8_length(text.substr(at));
      if (length == 0) return at;
      at += length;
    }
  }
  return at;
}

/// Control characters would break the line of the snippet, or the terminal; a malformed byte is shown as `?`.
SLIEKSNIS_INLINE std::string printable(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const std::size_t length = utf8_length(text);
    const bool control = static_cast<unsigned char>(text.front()) < 0x20U || text.front() == 0x7F;
    result += length == 0 ? "?" : control ? " " : text.substr(0, length);
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return result;
}

}  // namespace detail

SLIEKSNIS_INLINE std::size_t code_points(std::string_view utf8) noexcept {
  std::size_t result = 0;
  for (; !utf8.empty(); ++result) utf8.remove_prefix(std::max<std::size_t>(detail::utf8_length(utf8), 1));
  return result;
}

SLIEKSNIS_INLINE bool is_utf8(std::string_view text) noexcept {
  return detail::utf8_part(text) == text.size();
}

SLIEKSNIS_INLINE position source_text::at(std::size_t offset) const noexcept {
  const std::string_view before = bytes().substr(0, std::min(offset, bytes_.size()));
  const std::size_t newline = before.rfind('\n');
  const std::size_t line_start = newline == std::string_view::npos ? 0 : newline + 1;
  const auto lines = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  return {lines + first_line_, code_points(before.substr(line_start)) + 1};
}

SLIEKSNIS_INLINE std::string source_text::snippet(span where) const {
  constexpr std::size_t window_before = 60;
  constexpr std::size_t window_after = 80;
  const std::string_view all = bytes();
  const std::size_t begin = std::min(where.begin, all.size());
  const std::size_t newline = begin == 0 ? std::string_view::npos : all.rfind('\n', begin - 1);
  std::size_t line_start = newline == std::string_view::npos ? 0 : newline + 1;
  std::size_t line_end = std::min(all.find('\n', begin), all.size());
  if (line_end > begin && all[line_end - 1] == '\r') --line_end;
  const std::size_t end = std::clamp(where.end, begin, line_end);

  std::string lead;
  if (begin - line_start > window_before) {
    line_start = begin - window_before;
    while (line_start < begin && !detail::starts_code_point(all[line_start])) ++line_start;
    lead = "…";
  }
  std::string tail;
  if (line_end - begin > window_after) {
    line_end = begin + window_after;
    while (line_end > begin && !detail::starts_code_point(all[line_end])) --line_end;
    tail = "…";
  }
  const std::size_t marked_end = std::min(end, line_end);
  const std::string number = kind_ == source_kind::argument ? std::string() : std::to_string(at(begin).line);
  const std::string gutter(std::max<std::size_t>(number.size() + 3, 5) - number.size(), ' ');
  const std::string line = lead + detail::printable(all.substr(line_start, line_end - line_start)) + tail;
  const std::size_t column = code_points(lead) + code_points(all.substr(line_start, begin - line_start));
  const std::size_t carets = std::max<std::size_t>(code_points(all.substr(begin, marked_end - begin)), 1);
  return gutter + number + " | " + line + "\n" + std::string(gutter.size() + number.size(), ' ') + " | " +
         std::string(column, ' ') + std::string(carets, '^') + "\n";
}

}  // namespace v0
}  // namespace slieksnis
