// SPDX-License-Identifier: Apache-2.0
// Rounding has no default mode: whoever rounds says how.
#include <slieksnis/value/rounding.hpp>

using slieksnis::rational;

rational rounded(const rational& number) {
#ifndef SLIEKSNIS_CONTROL
  return slieksnis::round(number, rational(1));
#else
  return slieksnis::round(number, rational(1), slieksnis::rounding_mode::half_up);
#endif
}
