// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <utility>

#include "rational.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// The large side of `rational`, and every crossing between the two sides.
struct big_rational {
  using integer = boost::multiprecision::cpp_int;
  using fraction = boost::multiprecision::cpp_rational;

  fraction value;

  [[nodiscard]] static fraction widen(const rational& r) {
    return r.big_ ? r.big_->value : fraction(integer(r.numerator_), integer(r.denominator_));
  }

  /// Back to 64 bits when the value fits, so that equal values have one representation.
  [[nodiscard]] static rational narrow(fraction value) {
    static const integer low = std::numeric_limits<std::int64_t>::min() + 1;
    static const integer high = std::numeric_limits<std::int64_t>::max();
    const integer n = numerator(value);
    const integer d = denominator(value);
    rational r;
    if (n >= low && n <= high && d <= high) {
      r.numerator_ = n.convert_to<std::int64_t>();
      r.denominator_ = d.convert_to<std::int64_t>();
    } else {
      r.big_ = std::make_shared<const big_rational>(big_rational{std::move(value)});
    }
    return r;
  }

  /// Reduces a fraction held in 128 bits; `d` is above zero. Empty when the result needs more than 64 bits.
  __extension__ using wide = __int128;
  [[nodiscard]] static bool reduce(wide n, wide d, rational& r) noexcept {
    wide a = n < 0 ? -n : n;
    wide b = d;
    if (d != 1) {
      while (b != 0) {
        // Once both fit 64 bits the machine's own division is several times as fast.
        if (a <= std::numeric_limits<std::int64_t>::max() && b <= std::numeric_limits<std::int64_t>::max()) {
          a = std::gcd(static_cast<std::int64_t>(a), static_cast<std::int64_t>(b));
          break;
        }
        a = std::exchange(b, a % b);
      }
      n /= a;
      d /= a;
    }
    constexpr wide high = std::numeric_limits<std::int64_t>::max();
    if (n > high || n < -high || d > high) return false;
    r.numerator_ = static_cast<std::int64_t>(n);
    r.denominator_ = static_cast<std::int64_t>(d);
    return true;
  }

  [[nodiscard]] static bool small(const rational& a, const rational& b) noexcept {
    return !a.big_ && !b.big_;
  }

  /// a + sign * b. Products of two 63-bit numbers are below 2^126, so their sum fits 128 bits.
  [[nodiscard]] static bool sum(const rational& a, const rational& b, int sign, rational& r) noexcept {
    if (a.denominator_ == b.denominator_)
      return reduce(wide{a.numerator_} + sign * wide{b.numerator_}, a.denominator_, r);
    return reduce(wide{a.numerator_} * b.denominator_ + sign * (wide{b.numerator_} * a.denominator_),
                  wide{a.denominator_} * b.denominator_, r);
  }

  [[nodiscard]] static std::strong_ordering order(const rational& a, const rational& b) {
    if (small(a, b)) return wide{a.numerator_} * b.denominator_ <=> wide{b.numerator_} * a.denominator_;
    const int c = widen(a).compare(widen(b));
    return c <=> 0;
  }
};

}  // namespace detail

SLIEKSNIS_INLINE rational::rational(std::int64_t whole) noexcept {
  // The most negative number has no negation in 64 bits; every other one is held as it is.
  if (whole == std::numeric_limits<std::int64_t>::min())
    *this = rational(whole + 1) - rational(1);
  else
    numerator_ = whole;
}

SLIEKSNIS_INLINE rational::rational(const decimal& written) {
  std::int64_t power = 1;
  for (int i = 0; i < written.scale; ++i) power *= 10;  // at most 18 places
  *this = rational(written.coefficient, power);
}

SLIEKSNIS_INLINE rational::rational(std::int64_t numerator, std::int64_t denominator) {
  if (denominator == 0) throw std::domain_error("slieksnis::rational: the denominator is zero");
  using wide = detail::big_rational::wide;
  const wide n = denominator < 0 ? -wide{numerator} : wide{numerator};
  const wide d = denominator < 0 ? -wide{denominator} : wide{denominator};
  if (!detail::big_rational::reduce(n, d, *this))
    *this = detail::big_rational::narrow(
        detail::big_rational::fraction(detail::big_rational::integer(numerator), denominator));
}

SLIEKSNIS_INLINE rational operator+(const rational& a, const rational& b) {
  rational r;
  if (detail::big_rational::small(a, b) && detail::big_rational::sum(a, b, 1, r)) return r;
  return detail::big_rational::narrow(detail::big_rational::widen(a) + detail::big_rational::widen(b));
}

SLIEKSNIS_INLINE rational operator-(const rational& a, const rational& b) {
  rational r;
  if (detail::big_rational::small(a, b) && detail::big_rational::sum(a, b, -1, r)) return r;
  return detail::big_rational::narrow(detail::big_rational::widen(a) - detail::big_rational::widen(b));
}

SLIEKSNIS_INLINE rational operator*(const rational& a, const rational& b) {
  using wide = detail::big_rational::wide;
  rational r;
  if (detail::big_rational::small(a, b) &&
      detail::big_rational::reduce(wide{a.numerator_} * b.numerator_, wide{a.denominator_} * b.denominator_,
                                   r))
    return r;
  return detail::big_rational::narrow(detail::big_rational::widen(a) * detail::big_rational::widen(b));
}

SLIEKSNIS_INLINE rational operator/(const rational& a, const rational& b) {
  using wide = detail::big_rational::wide;
  if (b.sign() == 0) throw std::domain_error("slieksnis::rational: division by zero");
  rational r;
  if (detail::big_rational::small(a, b)) {
    const int sign = b.numerator_ < 0 ? -1 : 1;
    if (detail::big_rational::reduce(wide{a.numerator_} * b.denominator_ * sign,
                                     wide{a.denominator_} * b.numerator_ * sign, r))
      return r;
  }
  return detail::big_rational::narrow(detail::big_rational::widen(a) / detail::big_rational::widen(b));
}

SLIEKSNIS_INLINE rational rational::operator-() const { return rational(0) - *this; }

SLIEKSNIS_INLINE bool operator==(const rational& a, const rational& b) {
  if (detail::big_rational::small(a, b))
    return a.numerator_ == b.numerator_ && a.denominator_ == b.denominator_;
  return detail::big_rational::order(a, b) == std::strong_ordering::equal;
}

SLIEKSNIS_INLINE std::strong_ordering operator<=>(const rational& a, const rational& b) {
  return detail::big_rational::order(a, b);
}

SLIEKSNIS_INLINE int rational::sign() const {
  if (big_) return big_->value.sign();
  return numerator_ > 0 ? 1 : numerator_ < 0 ? -1 : 0;
}

SLIEKSNIS_INLINE bool rational::is_integer() const {
  return big_ ? denominator(big_->value) == 1 : denominator_ == 1;
}

SLIEKSNIS_INLINE std::optional<std::int64_t> rational::as_integer() const {
  if (big_ || denominator_ != 1) return std::nullopt;
  return numerator_;
}

SLIEKSNIS_INLINE std::optional<std::pair<std::int64_t, std::int64_t>> rational::as_fraction() const {
  if (big_) return std::nullopt;
  return std::pair{numerator_, denominator_};
}

SLIEKSNIS_INLINE rational rational::floor() const {
  if (!big_) {
    const std::int64_t quotient = numerator_ / denominator_;
    return rational(quotient - (numerator_ % denominator_ < 0 ? 1 : 0));
  }
  using integer = detail::big_rational::integer;
  integer quotient;
  integer remainder;
  divide_qr(integer(numerator(big_->value)), integer(denominator(big_->value)), quotient, remainder);
  if (remainder < 0) --quotient;
  return detail::big_rational::narrow(detail::big_rational::fraction(quotient));
}

SLIEKSNIS_INLINE rational rational::power(const rational& base, std::int64_t exponent) {
  constexpr std::int64_t limit = 1000;  // keeps a typing error from filling the memory
  if (exponent > limit || exponent < -limit)
    throw std::out_of_range("slieksnis::rational: an exponent beyond a thousand");
  rational square = exponent < 0 ? rational(1) / base : base;
  rational result = 1;
  for (std::int64_t left = exponent < 0 ? -exponent : exponent; left > 0; left /= 2) {
    if (left % 2 != 0) result = result * square;
    if (left > 1) square = square * square;
  }
  return result;
}

SLIEKSNIS_INLINE std::optional<decimal> rational::as_decimal() const {
  if (big_) return std::nullopt;
  std::int64_t left = denominator_;
  int twos = 0;
  int fives = 0;
  for (; left % 2 == 0; left /= 2) ++twos;
  for (; left % 5 == 0; left /= 5) ++fives;
  const int scale = std::max(twos, fives);
  if (left != 1 || scale > decimal_digits_max) return std::nullopt;
  detail::big_rational::wide coefficient = numerator_;
  for (int i = twos; i < scale; ++i) coefficient *= 2;  // at most 2^63 * 5^18 < 2^127
  for (int i = fives; i < scale; ++i) coefficient *= 5;
  constexpr detail::big_rational::wide high = 999'999'999'999'999'999;
  if (coefficient > high || coefficient < -high) return std::nullopt;
  return decimal{static_cast<std::int64_t>(coefficient), static_cast<std::uint8_t>(scale)};
}

SLIEKSNIS_INLINE std::string to_string(const rational& number) {
  if (const auto finite = number.as_decimal()) return to_string(*finite);
  return detail::big_rational::widen(number).str();
}

}  // namespace v0
}  // namespace slieksnis
