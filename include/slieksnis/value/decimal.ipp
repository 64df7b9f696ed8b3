// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decimal.hpp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE std::optional<decimal> parse_decimal(std::string_view text) noexcept {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  decimal result;
  int digits = 0;
  bool point = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '.') {
      if (point || i == 0 || i + 1 == text.size()) return std::nullopt;
      point = true;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    if (++digits > decimal_digits_max) return std::nullopt;  // 18 digits always fit 64 bits
    result.coefficient = result.coefficient * 10 + (c - '0');
    if (point) ++result.scale;
  }
  if (digits == 0) return std::nullopt;
  if (negative) result.coefficient = -result.coefficient;
  return result;
}

SLIEKSNIS_INLINE std::string to_string(const decimal& number) {
  const bool negative = number.coefficient < 0;
  const auto magnitude = negative ? std::uint64_t{0} - static_cast<std::uint64_t>(number.coefficient)
                                  : static_cast<std::uint64_t>(number.coefficient);
  std::string digits = std::to_string(magnitude);
  if (digits.size() <= number.scale) digits.insert(0, number.scale + std::size_t{1} - digits.size(), '0');
  if (number.scale > 0) digits.insert(digits.size() - number.scale, 1, '.');
  return negative ? "-" + digits : digits;
}

}  // namespace v0
}  // namespace slieksnis
