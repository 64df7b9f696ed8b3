// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>

#include "csv_fields.hpp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE std::string_view csv_field::says(std::string_view text, std::string& room) const {
  std::string_view inside = text.substr(where.begin, where.end - where.begin);
  if (!quoted || unclosed || text_behind) return inside;
  inside = inside.substr(1, inside.size() - 2);
  if (!doubled) return inside;
  room.clear();
  for (std::size_t i = 0; i < inside.size(); ++i) {
    room += inside[i];
    if (inside[i] == '"') ++i;
  }
  return room;
}

SLIEKSNIS_INLINE csv_field csv_field_at(std::string_view text, std::size_t begin, char separator) noexcept {
  csv_field result;
  std::size_t at = begin;
  if (at < text.size() && text[at] == '"') {
    result.quoted = true;
    while (true) {
      at = text.find('"', at + 1);
      if (at == std::string_view::npos) {
        result.unclosed = true;
        result.where = {begin, text.size()};
        return result;
      }
      ++at;
      if (at == text.size() || text[at] != '"') break;
      result.doubled = true;
    }
  }
  const std::size_t closed = at;
  const std::array<char, 2> ends{separator, '\n'};
  at = std::min(text.find_first_of(std::string_view(ends.data(), ends.size()), at), text.size());
  if (at < text.size() && text[at] == '\n' && at > closed && text[at - 1] == '\r') --at;
  result.text_behind = result.quoted && at != closed;
  result.where = {begin, at};
  return result;
}

SLIEKSNIS_INLINE std::vector<csv_field> csv_row(std::string_view text, std::size_t begin, char separator,
                                                std::size_t& next) {
  std::vector<csv_field> result;
  while (true) {
    result.push_back(csv_field_at(text, begin, separator));
    const std::size_t end = result.back().where.end;
    if (end == text.size() || text[end] != separator) {
      next = end == text.size() ? end : end + (text[end] == '\r' ? 2 : 1);
      return result;
    }
    begin = end + 1;
  }
}

SLIEKSNIS_INLINE std::size_t csv_row_end(std::string_view text, std::size_t begin, char separator) noexcept {
  const std::size_t line = text.find('\n', begin);
  if (line == std::string_view::npos) return line;
  if (text.substr(begin, line - begin).find('"') == std::string_view::npos) return line + 1;
  while (true) {
    const std::size_t end = csv_field_at(text, begin, separator).where.end;
    if (end == text.size()) return std::string_view::npos;
    if (text[end] != separator) return end + (text[end] == '\r' ? 2 : 1);
    begin = end + 1;
  }
}

SLIEKSNIS_INLINE void append_csv(std::string& to, std::string_view text, char separator) {
  const std::array<char, 4> special{separator, '"', '\n', '\r'};
  if (text.find_first_of(std::string_view(special.data(), special.size())) == std::string_view::npos) {
    to += text;
    return;
  }
  to += '"';
  for (const char c : text) {
    if (c == '"') to += '"';
    to += c;
  }
  to += '"';
}

}  // namespace v0
}  // namespace slieksnis
