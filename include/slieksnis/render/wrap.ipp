// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

#include "wrap.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// The length of the escape sequence at the beginning of the text, zero when there is none.
SLIEKSNIS_INLINE std::size_t sequence_length(std::string_view text) noexcept {
  if (!text.starts_with("\x1b[")) return 0;
  const std::size_t end = text.find_first_not_of("0123456789;", 2);
  return end == std::string_view::npos ? text.size() : end + 1;
}

/// Writes words one after another and begins a new line when the next one does not fit.
class line_breaker {
 public:
  line_breaker(std::string& out, std::size_t width) : out_(out), width_(width) {}

  /// Breaks `text`, whose blanks inside a line are kept, beginning at column `from`; further lines begin at
  /// `hang`.
  void write(std::string_view text, std::size_t from, std::size_t hang) {
    std::size_t column = from;
    bool first = true;
    while (!text.empty()) {
      const std::size_t blanks = std::min(text.find_first_not_of(' '), text.size());
      const std::size_t end = std::min(text.find(' ', blanks), text.size());
      const std::string_view word = text.substr(blanks, end - blanks);
      const std::size_t wide = columns_of(word);
      if (word.empty()) break;  // blanks at the end of a line
      if (!first && column + blanks + wide > width_) {
        begin_line(hang);
        column = hang;
      } else {
        out_.append(blanks, ' ');
        column += blanks;
      }
      first = false;
      out_ += word;
      note_colour(word);
      column += wide;
      text.remove_prefix(end);
    }
  }

 private:
  void begin_line(std::size_t hang) {
    if (!active_.empty()) out_ += "\x1b[0m";
    out_ += '\n';
    out_.append(hang, ' ');
    out_ += active_;
  }

  /// Pagers forget the colour at the end of a line, so it has to be known there.
  void note_colour(std::string_view word) {
    for (std::size_t at = 0; (at = word.find('\x1b', at)) != std::string_view::npos;) {
      const std::string_view sequence =
          word.substr(at, std::max<std::size_t>(sequence_length(word.substr(at)), 1));
      if (sequence == "\x1b[0m" || sequence == "\x1b[m")
        active_.clear();
      else
        active_ += sequence;
      at += sequence.size();
    }
  }

  std::string& out_;
  std::size_t width_;
  std::string active_;
};

SLIEKSNIS_INLINE void wrap_line(std::string& out, std::string_view line, std::size_t width) {
  constexpr std::size_t narrowest_column = 24;
  if (columns_of(line) <= width) {
    out += line;
    return;
  }
  const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
  const std::size_t gap = line.rfind("  ");
  const bool has_columns = gap != std::string_view::npos && gap > indent;
  if (!has_columns) {
    line_breaker(out, width).write(line, 0, std::min(indent + 4, width / 2));
    return;
  }
  const std::size_t last = columns_of(line.substr(0, gap + 2));
  if (last + narrowest_column <= width) {
    line_breaker(out, width).write(line, 0, last);
    return;
  }
  std::string_view before = line.substr(0, gap);
  while (before.ends_with(' ')) before.remove_suffix(1);
  wrap_line(out, before, width);
  const std::size_t inside = std::min(indent + 6, width / 2);
  out += '\n';
  out.append(inside, ' ');
  line_breaker(out, width).write(line.substr(gap + 2), inside, inside);
}

}  // namespace detail

SLIEKSNIS_INLINE std::size_t columns_of(std::string_view text) noexcept {
  std::size_t result = 0;
  while (!text.empty()) {
    if (const std::size_t sequence = detail::sequence_length(text); sequence > 0) {
      text.remove_prefix(sequence);
      continue;
    }
    const auto byte = static_cast<unsigned char>(text.front());
    const bool continues = (byte & 0xC0U) == 0x80U;
    const bool combining =
        byte == 0xCCU || (byte == 0xCDU && text.size() > 1 &&
                          static_cast<unsigned char>(text[1]) < 0xB0U);  // U+0300 to U+036F
    if (!continues && !combining) ++result;
    text.remove_prefix(1);
  }
  return result;
}

SLIEKSNIS_INLINE std::string wrapped(std::string_view text, std::size_t width) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    detail::wrap_line(out, text.substr(0, end), width);
    if (end < text.size()) out += '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

SLIEKSNIS_INLINE std::string flowed(std::string_view paragraph, std::size_t width) {
  std::string one_line(paragraph);
  std::replace(one_line.begin(), one_line.end(), '\n', ' ');
  std::string out;
  detail::line_breaker(out, width).write(one_line, 0, 0);
  return out;
}

}  // namespace v0
}  // namespace slieksnis
