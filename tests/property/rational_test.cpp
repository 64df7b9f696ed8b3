// SPDX-License-Identifier: Apache-2.0
// The fast fractions against Boost's unbounded ones, with numbers at the ends of 64 bits as often as others.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <boost/multiprecision/cpp_int.hpp>
#include <cstdint>
#include <limits>
#include <slieksnis/value/rounding.hpp>

namespace {

using namespace slieksnis;
using reference = boost::multiprecision::cpp_rational;
using integer = boost::multiprecision::cpp_int;

constexpr std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t highest = std::numeric_limits<std::int64_t>::max();

rc::Gen<std::int64_t> near(std::int64_t value) {
  return rc::gen::map(rc::gen::inRange<std::int64_t>(-3, 4),
                      [value](std::int64_t step) { return value + step; });
}

rc::Gen<std::int64_t> whole() {
  // Products of neighbours of 2^31, 2^32 and 2^62 with small numbers lie just inside and just outside 64
  // bits.
  return rc::gen::weightedOneOf<std::int64_t>({{5, rc::gen::inRange<std::int64_t>(-20, 21)},
                                               {2, rc::gen::inRange<std::int64_t>(-100'000, 100'001)},
                                               {2, rc::gen::arbitrary<std::int64_t>()},
                                               {1, rc::gen::just(lowest)},
                                               {2, near(lowest + 3)},
                                               {2, near(highest - 3)},
                                               {2, near(std::int64_t{1} << 31)},
                                               {2, near(std::int64_t{1} << 32)},
                                               {3, near(std::int64_t{1} << 62)}});
}

/// A fraction in both representations.
struct both {
  rational ours;
  reference theirs;
};
void showValue(const both& shown, std::ostream& out) { out << shown.theirs; }

reference fraction(std::int64_t n, std::int64_t d) {
  const integer above(n);
  const integer below(d);
  return d < 0 ? reference(-above, -below) : reference(above, below);
}

rc::Gen<both> small() {
  return rc::gen::apply(
      [](std::int64_t n, std::int64_t d) {
        return both{rational(n, d), fraction(n, d)};
      },
      whole(), rc::gen::distinctFrom(whole(), std::int64_t{0}));
}
/// Also fractions that no longer fit 64 bits.
rc::Gen<both> any() {
  return rc::gen::oneOf(small(), rc::gen::apply(
                                     [](const both& a, const both& b) {
                                       return both{a.ours * b.ours, a.theirs * b.theirs};
                                     },
                                     small(), small()));
}

/// What to_string promises, by the reference alone.
std::string shown(const reference& number) {
  const integer n = numerator(number);
  integer d = denominator(number);
  int places = 0;
  integer scaled = n;
  while (places <= 18 && scaled % d != 0) {
    scaled *= 10;
    ++places;
  }
  const integer limit("999999999999999999");
  if (scaled % d != 0 || places > 18 || abs(integer(scaled / d)) > limit)
    return d == 1 ? n.str() : n.str() + "/" + d.str();
  std::string digits = integer(abs(integer(scaled / d))).str();
  if (digits.size() <= static_cast<std::size_t>(places))
    digits.insert(0, static_cast<std::size_t>(places) + 1 - digits.size(), '0');
  if (places > 0) digits.insert(digits.size() - static_cast<std::size_t>(places), ".");
  return (n < 0 ? "-" : "") + digits;
}

RC_GTEST_PROP(rational_property, computes_as_unbounded_fractions_do, ()) {
  const both a = *any();
  const both b = *any();
  RC_ASSERT(to_string(a.ours) == shown(a.theirs));
  RC_ASSERT(to_string(a.ours + b.ours) == shown(a.theirs + b.theirs));
  RC_ASSERT(to_string(a.ours - b.ours) == shown(a.theirs - b.theirs));
  RC_ASSERT(to_string(a.ours * b.ours) == shown(a.theirs * b.theirs));
  RC_ASSERT(to_string(-a.ours) == shown(-a.theirs));
  if (b.theirs != 0) RC_ASSERT(to_string(a.ours / b.ours) == shown(a.theirs / b.theirs));
}

RC_GTEST_PROP(rational_property, orders_as_unbounded_fractions_do, ()) {
  const both a = *any();
  const both b = *rc::gen::oneOf(any(), rc::gen::just(a));
  RC_ASSERT((a.ours < b.ours) == (a.theirs < b.theirs));
  RC_ASSERT((a.ours == b.ours) == (a.theirs == b.theirs));
  RC_ASSERT(a.ours.sign() == a.theirs.sign());
  RC_ASSERT(a.ours.is_integer() == (denominator(a.theirs) == 1));
}

RC_GTEST_PROP(rational_property, has_one_representation_for_equal_values, ()) {
  const both a = *any();
  const both b = *any();
  RC_ASSERT(a.ours + b.ours - b.ours == a.ours);
  RC_ASSERT((a.ours + b.ours - b.ours).as_integer() == a.ours.as_integer());
  RC_ASSERT((a.ours + b.ours - b.ours).as_decimal() == a.ours.as_decimal());
  if (b.theirs != 0) RC_ASSERT(a.ours / b.ours * b.ours == a.ours);
}

RC_GTEST_PROP(rational_property, floors_below_and_within_one, ()) {
  const both a = *any();
  const rational floor = a.ours.floor();
  RC_ASSERT(floor.is_integer());
  RC_ASSERT(floor <= a.ours);
  RC_ASSERT(a.ours < floor + rational(1));
}

RC_GTEST_PROP(rational_property, raises_as_repeated_products_do, ()) {
  const both a = *small();
  const int exponent = *rc::gen::inRange(0, 12);
  reference expected = 1;
  for (int i = 0; i < exponent; ++i) expected *= a.theirs;
  RC_ASSERT(to_string(rational::power(a.ours, exponent)) == shown(expected));
  if (a.theirs != 0)
    RC_ASSERT(rational::power(a.ours, -exponent) * rational::power(a.ours, exponent) == rational(1));
}

constexpr rounding_mode modes[] = {rounding_mode::half_up, rounding_mode::half_down, rounding_mode::half_even,
                                   rounding_mode::up,      rounding_mode::down,      rounding_mode::floor,
                                   rounding_mode::ceiling};

RC_GTEST_PROP(rounding_property, gives_a_multiple_less_than_one_step_away, ()) {
  const both a = *any();
  const rational step =
      *rc::gen::element(rational(1), rational(1, 100), rational(5), rational(1, 3), rational(7, 20));
  for (const auto mode : modes) {
    const rational rounded = round(a.ours, step, mode);
    RC_ASSERT((rounded / step).is_integer());
    const rational away = rounded < a.ours ? a.ours - rounded : rounded - a.ours;
    RC_ASSERT(away < step);
    RC_ASSERT(round(rounded, step, mode) == rounded);
    const bool half = mode == rounding_mode::half_up || mode == rounding_mode::half_down ||
                      mode == rounding_mode::half_even;
    if (half) RC_ASSERT(away * rational(2) <= step);
  }
}

RC_GTEST_PROP(rounding_property, keeps_its_direction_and_its_mirror_image, ()) {
  const both a = *any();
  const rational step = *rc::gen::element(rational(1), rational(1, 100), rational(7, 20));
  RC_ASSERT(round(a.ours, step, rounding_mode::floor) <= a.ours);
  RC_ASSERT(round(a.ours, step, rounding_mode::ceiling) >= a.ours);
  RC_ASSERT(round(-a.ours, step, rounding_mode::floor) == -round(a.ours, step, rounding_mode::ceiling));
  for (const auto mode : {rounding_mode::half_up, rounding_mode::half_down, rounding_mode::half_even,
                          rounding_mode::up, rounding_mode::down})
    RC_ASSERT(round(-a.ours, step, mode) == -round(a.ours, step, mode));
}

RC_GTEST_PROP(rounding_property, never_changes_the_order, ()) {
  const both a = *any();
  const both b =
      *rc::gen::oneOf(any(), rc::gen::map(rc::gen::inRange(-100, 100), [a](int cents) {
                        return both{a.ours + rational(cents, 100), a.theirs + fraction(cents, 100)};
                      }));
  for (const auto mode : modes)
    RC_ASSERT((a.ours <= b.ours ? round(a.ours, rational(1), mode) <= round(b.ours, rational(1), mode)
                                : round(a.ours, rational(1), mode) >= round(b.ours, rational(1), mode)));
}

RC_GTEST_PROP(decimal_property, reads_back_what_it_prints, ()) {
  const auto scale = *rc::gen::inRange<std::uint8_t>(0, 19);
  const auto coefficient = *rc::gen::suchThat(whole(), [](std::int64_t n) {
    return n > -1'000'000'000'000'000'000 && n < 1'000'000'000'000'000'000;
  });
  const decimal written{coefficient, scale};
  const auto read = parse_decimal(to_string(written));
  RC_PRE(read.has_value());  // a small number with many places has more than 18 digits
  RC_ASSERT(*read == written);
  RC_ASSERT(to_string(*read) == to_string(written));
  RC_ASSERT(rational(*read) == rational(written));
}

RC_GTEST_PROP(decimal_property, reads_digits_and_nothing_else, (const std::string& text)) {
  const auto read = parse_decimal(text);
  const bool clean = text.find_first_not_of("0123456789.-") == std::string::npos;
  RC_ASSERT(!read || clean);
  if (read) RC_ASSERT(rational(*read) == rational(*parse_decimal(to_string(*read))));
}

}  // namespace
