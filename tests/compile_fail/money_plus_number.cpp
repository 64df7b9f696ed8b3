// SPDX-License-Identifier: Apache-2.0
// Adding a bare number to an amount: nobody knows whether it means euro or cents.
#include <slieksnis/value/money.hpp>

using slieksnis::money;

money sum() {
  const auto amount = money::cents(500);
#ifndef SLIEKSNIS_CONTROL
  return amount + 1;
#else
  return amount + money::cents(1);
#endif
}
