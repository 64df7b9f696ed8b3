// SPDX-License-Identifier: Apache-2.0
/// \file A decimal number exactly as the law or a person writes it.
/// First stage: everything that computes starts from these.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "../config.hpp"

namespace slieksnis {
inline namespace v0 {

/// Coefficient and scale: `166.00` is {16600, 2}. It keeps the written zeros and does not compute;
/// arithmetic is the business of `rational`.
struct decimal {
  std::int64_t coefficient = 0;
  std::uint8_t scale = 0;

  /// Same coefficient and scale: "1.0" and "1" are different writings of one number.
  friend bool operator==(const decimal&, const decimal&) = default;
};

/// The most digits a written number may have, so that every coefficient fits 64 bits.
inline constexpr int decimal_digits_max = 18;

/// Reads `-12.50`: an optional minus, digits, an optional point with digits; nothing else.
/// Empty result: the text is something else, or has more than 18 digits.
[[nodiscard]] std::optional<decimal> parse_decimal(std::string_view text) noexcept;

/// The number as it was written, with a point.
[[nodiscard]] std::string to_string(const decimal& number);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "decimal.ipp"
#endif
