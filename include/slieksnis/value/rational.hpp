// SPDX-License-Identifier: Apache-2.0
/// \file Exact fractions: the only numbers that take part in a computation.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "decimal.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {
struct big_rational;  // Boost.Multiprecision's cpp_rational, named only in rational.ipp
}

/// An exact fraction in lowest terms. Division never loses anything; there is no way in from
/// binary floating point.
///
/// Cost: numbers whose numerator and denominator fit 64 bits are computed in registers and
/// allocate nothing; larger ones move to Boost's unbounded fractions, with the same results.
class rational {
 public:
  rational() noexcept = default;
  // Whole and written numbers are numbers: nothing is lost on the way in.
  // NOLINTBEGIN(google-explicit-constructor)
  rational(int whole) noexcept : numerator_(whole) {}
  rational(std::int64_t whole) noexcept;
  rational(const decimal& written);
  // NOLINTEND(google-explicit-constructor)
  /// Throws std::domain_error when the denominator is zero.
  rational(std::int64_t numerator, std::int64_t denominator);
  rational(double) = delete;

  [[nodiscard]] bool is_integer() const;
  [[nodiscard]] int sign() const;

  /// The value as a finite decimal with as few places as it needs; empty if there is none (1/3)
  /// or it needs more than 18 digits.
  [[nodiscard]] std::optional<decimal> as_decimal() const;
  /// The value as a whole number, when it is one and fits.
  [[nodiscard]] std::optional<std::int64_t> as_integer() const;

  /// Numerator and denominator in lowest terms, where both fit 64 bits; the denominator is above zero.
  [[nodiscard]] std::optional<std::pair<std::int64_t, std::int64_t>> as_fraction() const;

  friend rational operator+(const rational& a, const rational& b);
  friend rational operator-(const rational& a, const rational& b);
  friend rational operator*(const rational& a, const rational& b);
  /// Throws std::domain_error when b is zero.
  friend rational operator/(const rational& a, const rational& b);
  rational operator-() const;
  friend bool operator==(const rational& a, const rational& b);
  friend std::strong_ordering operator<=>(const rational& a, const rational& b);

  /// The greatest whole number not above the value.
  [[nodiscard]] rational floor() const;
  /// `base` to the power `exponent`, for a whole exponent of at most a thousand in size.
  /// Throws std::domain_error for zero to a negative power, std::out_of_range for a larger exponent.
  [[nodiscard]] static rational power(const rational& base, std::int64_t exponent);

  /// `3`, `-12.5`, or `1/3` when no finite decimal exists. Always with a point, never localised.
  friend std::string to_string(const rational& number);

 private:
  friend struct detail::big_rational;
  using big = std::shared_ptr<const detail::big_rational>;

  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;  // above zero, no common factor with the numerator
  big big_;                       // set when the pair above does not hold the value
};

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "rational.ipp"
#endif
