// SPDX-License-Identifier: Apache-2.0
/// \file Numbers and days as people write them, before anything is known about what they stand for. What can
/// be understood in two ways has two readings, and the caller asks.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "../value/date.hpp"

namespace slieksnis {
inline namespace v0 {

/// The ways to read a written number, each with a point as in `1234.50`; both empty when it is no number.
struct written_number {
  std::optional<std::string> plain;      ///< one decimal separator at most, other marks between thousands
  std::optional<std::string> thousands;  ///< every mark stands between thousands
};

/// Blanks, points or commas may stand between thousands, one comma or point before the decimals, a minus in
/// front: `500,50`, `1 234,50`, `1.234,50`, `1,234.50`. `1.234` has both readings.
[[nodiscard]] written_number read_number_as_written(std::string_view text);

/// The text without the name of the currency: `€ 500`, `500 EUR`, `500,50 eiro`.
[[nodiscard]] std::string_view without_euro(std::string_view text) noexcept;

/// Without blanks and tabs around it.
[[nodiscard]] std::string_view trimmed(std::string_view text) noexcept;

/// The days that a text can mean, each once, earliest first: none, one, or two. `01.02.2026` with or without
/// a final point and blanks, `2026-02-01` and `2026-2-1` are one; with another mark than the point nobody
/// knows whether the day or the month comes first, and two digits do not tell the century.
[[nodiscard]] std::vector<date> days_as_written(std::string_view text);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "written_value.ipp"
#endif
