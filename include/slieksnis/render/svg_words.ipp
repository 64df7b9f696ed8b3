// SPDX-License-Identifier: Apache-2.0
// Texts and places of drawings.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "wrap.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// Text inside an element.
SLIEKSNIS_INLINE std::string xml(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '&')
      result += "&amp;";
    else if (c == '<')
      result += "&lt;";
    else if (c == '>')
      result += "&gt;";
    else if (c == '"')
      result += "&quot;";
    else
      result += c;
  }
  return result;
}

/// Words broken into lines of at most so many characters.
SLIEKSNIS_INLINE std::vector<std::string> broken(const std::string& text, std::size_t widest) {
  std::vector<std::string> lines(1);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string word = text.substr(begin, end - begin);
    if (!lines.back().empty() && code_points(lines.back()) + 1 + code_points(word) > widest)
      lines.emplace_back();
    lines.back() += (lines.back().empty() ? "" : " ") + word;
    begin = end + 1;
  }
  return lines;
}

/// A place that is counted in hundredths of a pixel.
SLIEKSNIS_INLINE std::string pixels(std::int64_t hundredths) {
  const std::int64_t part = hundredths % 100;
  std::string result = std::to_string(hundredths / 100);
  if (part != 0) result += fmt::format(".{:02}", part);
  return result;
}

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis
