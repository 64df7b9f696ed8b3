// SPDX-License-Identifier: Apache-2.0
// Euro times euro is no amount.
#include <slieksnis/value/money.hpp>

using slieksnis::money;

money product(money a, money b) {
#ifndef SLIEKSNIS_CONTROL
  return a * b;
#else
  return a + b;
#endif
}
