// SPDX-License-Identifier: Apache-2.0
/// \file Ids in the order in which people count them: `C2` before `C10`.
#pragma once

#include <compare>
#include <cstddef>
#include <string_view>

namespace slieksnis {
inline namespace v0 {

/// Digits count as the number they write, everything else by its bytes.
[[nodiscard]] constexpr std::strong_ordering natural_order(std::string_view a, std::string_view b) noexcept {
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto take_number = [&](std::string_view& text) {
    while (text.size() > 1 && text[0] == '0' && is_digit(text[1])) text.remove_prefix(1);
    std::size_t end = 0;
    while (end < text.size() && is_digit(text[end])) ++end;
    const std::string_view number = text.substr(0, end);
    text.remove_prefix(end);
    return number;
  };
  while (!a.empty() && !b.empty()) {
    if (is_digit(a[0]) && is_digit(b[0])) {
      const std::string_view left = take_number(a);
      const std::string_view right = take_number(b);
      if (const auto longer = left.size() <=> right.size(); longer != 0) return longer;
      if (const int order = left.compare(right); order != 0) return order <=> 0;
    } else {
      if (a[0] != b[0]) return static_cast<unsigned char>(a[0]) <=> static_cast<unsigned char>(b[0]);
      a.remove_prefix(1);
      b.remove_prefix(1);
    }
  }
  return a.size() <=> b.size();
}

}  // namespace v0
}  // namespace slieksnis
