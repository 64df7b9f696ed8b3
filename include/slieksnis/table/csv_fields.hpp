// SPDX-License-Identifier: Apache-2.0
/// \file Rows and fields of CSV (RFC 4180): where they end, and what a quoted field says.
/// Quotes count at the beginning of a field only; elsewhere they are characters like others.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "../source/source_text.hpp"

namespace slieksnis {
inline namespace v0 {

/// One field of a row.
struct csv_field {
  span where;  ///< in the text, quotes included
  bool quoted = false;
  bool doubled = false;      ///< quoted, with quotes inside
  bool unclosed = false;     ///< the text ends inside the quotes
  bool text_behind = false;  ///< something stands between the closing quote and the separator

  /// What it says: a part of `text`, or of `room` where quotes had to be taken out.
  [[nodiscard]] std::string_view says(std::string_view text, std::string& room) const;
};

/// The field that begins at `begin`; the separator, the end of the line or of the text is behind it.
[[nodiscard]] csv_field csv_field_at(std::string_view text, std::size_t begin, char separator) noexcept;

/// The fields of the row that begins at `begin`, and in `next` where the next row begins.
[[nodiscard]] std::vector<csv_field> csv_row(std::string_view text, std::size_t begin, char separator,
                                             std::size_t& next);

/// Behind the end of the row that begins at `begin`; npos where the text ends before the row does.
[[nodiscard]] std::size_t csv_row_end(std::string_view text, std::size_t begin, char separator) noexcept;

/// The text as a field: in quotes where it has to be.
void append_csv(std::string& to, std::string_view text, char separator);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "csv_fields.ipp"
#endif
