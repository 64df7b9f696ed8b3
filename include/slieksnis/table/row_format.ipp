// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>

#include "row_format.hpp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE std::size_t byte_order_mark(std::string_view bytes) noexcept {
  return bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
}

SLIEKSNIS_INLINE row_syntax syntax_of(std::string_view bytes) noexcept {
  bytes.remove_prefix(byte_order_mark(bytes));
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && bytes[first] == '{' ? row_syntax::ndjson : row_syntax::csv;
}

SLIEKSNIS_INLINE std::optional<char> separator_of(std::string_view header) noexcept {
  constexpr std::array<char, 3> known{';', '\t', ','};
  std::array<std::size_t, 3> counts{};
  bool quoted = false;
  for (const char c : header) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    for (std::size_t i = 0; i < known.size(); ++i)
      if (c == known[i]) ++counts[i];
  }
  const auto most = std::max_element(counts.begin(), counts.end());
  if (*most == 0) return ',';
  if (std::count(counts.begin(), counts.end(), *most) > 1) return std::nullopt;
  return known[static_cast<std::size_t>(most - counts.begin())];
}

}  // namespace v0
}  // namespace slieksnis
