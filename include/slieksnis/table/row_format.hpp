// SPDX-License-Identifier: Apache-2.0
/// \file How rows are written in a file: CSV as RFC 4180 and as Excel writes it in Latvian, or NDJSON.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "../config.hpp"

namespace slieksnis {
inline namespace v0 {

enum class row_syntax : std::uint8_t { csv, ndjson };
[[nodiscard]] constexpr std::string_view name_of(row_syntax what) noexcept {
  return what == row_syntax::csv ? "csv" : "ndjson";
}

/// What is not set is recognised: the syntax and the separator from the first line, the decimal mark from the
/// first number that has one.
struct row_format {
  std::optional<row_syntax> syntax;
  std::optional<char> separator;     ///< of CSV: `,`, `;` or a tab
  std::optional<char> decimal_mark;  ///< `.` or `,`
  friend bool operator==(const row_format&, const row_format&) = default;
};

/// The length of a byte order mark at the front: 3 or 0.
[[nodiscard]] std::size_t byte_order_mark(std::string_view bytes) noexcept;

/// Whether the first character that is not blank opens a JSON object.
[[nodiscard]] row_syntax syntax_of(std::string_view bytes) noexcept;

/// The separator of a header line: of `;`, tab and `,` outside quotes the one that stands most often; `,` for
/// a line of one column.
/// \return nothing where two of them stand equally often, so that it cannot be known.
[[nodiscard]] std::optional<char> separator_of(std::string_view header) noexcept;

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "row_format.ipp"
#endif
