// SPDX-License-Identifier: Apache-2.0
// An amount made from binary floating point would already be wrong.
#include <slieksnis/value/money.hpp>

using slieksnis::money;

#ifndef SLIEKSNIS_CONTROL
const money amount = 410.10;
#else
using namespace slieksnis::literals;
const money amount = 410.10_eur;
#endif
