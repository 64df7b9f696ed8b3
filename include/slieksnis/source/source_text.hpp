// SPDX-License-Identifier: Apache-2.0
/// \file A text that was read, and places in it.
/// Second stage: every later stage points into these when something is wrong.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "../config.hpp"

namespace slieksnis {
inline namespace v0 {

/// Bytes [begin, end) of a source text.
struct span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Line and column, both from 1. Columns count code points, not glyphs: a combining mark is one column.
struct position {
  std::size_t line = 1;
  std::size_t column = 1;
};

/// What kind of thing a text came from decides how its places are printed.
enum class source_kind {
  file,     ///< `rules/gmi/rule.json:10:36`
  argument  ///< `--income`: a value on the command line has no lines worth naming
};

/// A named text that outlives every error that points into it.
class source_text {
 public:
  /// `first_line`: where the bytes are a part of a larger text, the line of that text on which they begin.
  source_text(std::string name, std::string bytes, source_kind kind = source_kind::file,
              std::size_t first_line = 1)
      : name_(std::move(name)), bytes_(std::move(bytes)), kind_(kind), first_line_(first_line) {}

  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  [[nodiscard]] std::string_view bytes() const noexcept { return bytes_; }
  [[nodiscard]] source_kind kind() const noexcept { return kind_; }

  /// Cost: reads the text up to the offset; meant for errors, which are few.
  [[nodiscard]] position at(std::size_t offset) const noexcept;

  /// The line of the span with a caret line under it, both behind a gutter with the line number. Long lines
  /// are cut to a window around the caret; a span over several lines is marked on its first line.
  [[nodiscard]] std::string snippet(span where) const;

 private:
  std::string name_;
  std::string bytes_;
  source_kind kind_;
  std::size_t first_line_ = 1;
};

using source_pointer = std::shared_ptr<const source_text>;

/// A place in a source text, with the JSON pointer of the value it belongs to.
struct place {
  source_pointer source;
  span where;
  std::string pointer;
};

/// The number of code points of a UTF-8 text; a stray byte counts as one.
[[nodiscard]] std::size_t code_points(std::string_view utf8) noexcept;

/// Whether every byte of the text belongs to a well-formed UTF-8 character.
[[nodiscard]] bool is_utf8(std::string_view text) noexcept;

namespace detail {

/// Eight bytes at once, the first one lowest, for loops over whole files. Written so that compilers see that
/// it is one word; a loop they do not see through.
[[nodiscard]] inline std::uint64_t eight_bytes(const char* first) noexcept {
  const auto byte = [&](unsigned i) {
    return std::uint64_t{static_cast<unsigned char>(first[i])} << (8 * i);
  };
  return byte(0) | byte(1) | byte(2) | byte(3) | byte(4) | byte(5) | byte(6) | byte(7);
}

/// The length of the UTF-8 character at the front of the text, or zero when it is malformed.
[[nodiscard]] std::size_t utf8_length(std::string_view text) noexcept;
/// How many bytes at the front belong to well-formed UTF-8 characters.
[[nodiscard]] std::size_t utf8_part(std::string_view text) noexcept;

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "source_text.ipp"
#endif
