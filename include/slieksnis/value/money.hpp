// SPDX-License-Identifier: Apache-2.0
/// \file Whole cents: what leaves a computation after its one named rounding, and what programs put in.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

#include "rational.hpp"

namespace slieksnis {
inline namespace v0 {

/// An amount of euro in whole cents. Money is added and compared; it is never multiplied by money and
/// never made from binary floating point.
class money {
 public:
  constexpr money() noexcept = default;
  [[nodiscard]] static constexpr money cents(std::int64_t cents) noexcept { return money(cents); }
  /// Empty when the number is not a whole count of cents, or does not fit.
  [[nodiscard]] static std::optional<money> exactly(const rational& euro);

  [[nodiscard]] constexpr std::int64_t in_cents() const noexcept { return cents_; }
  [[nodiscard]] rational in_euro() const;

  friend constexpr money operator+(money a, money b) noexcept { return money(a.cents_ + b.cents_); }
  friend constexpr money operator-(money a, money b) noexcept { return money(a.cents_ - b.cents_); }
  friend constexpr auto operator<=>(money, money) noexcept = default;

  /// `267.50`: always a point and two places.
  friend std::string to_string(money amount);

 private:
  explicit constexpr money(std::int64_t cents) noexcept : cents_(cents) {}
  std::int64_t cents_ = 0;
};

namespace literals {

/// `410.10_eur`, read exactly from its characters; a third decimal place does not compile.
template <char... Characters>
[[nodiscard]] consteval money operator""_eur() {
  constexpr char text[] = {Characters...};
  std::int64_t cents = 0;
  int places = -1;
  for (const char c : text) {
    if (c == '\'') continue;
    if (c == '.') {
      places = 0;
      continue;
    }
    if (c < '0' || c > '9') throw "an amount has digits and one decimal point only";
    if (places >= 2) throw "an amount has at most two decimal places";
    if (places >= 0) ++places;
    cents = cents * 10 + (c - '0');
  }
  for (int i = places < 0 ? 0 : places; i < 2; ++i) cents *= 10;
  return money::cents(cents);
}

}  // namespace literals
}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "money.ipp"
#endif
