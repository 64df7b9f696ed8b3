// SPDX-License-Identifier: Apache-2.0
// A tenth of a cent in a literal: which way should it round?
#include <slieksnis/value/money.hpp>

using namespace slieksnis::literals;

#ifndef SLIEKSNIS_CONTROL
const auto amount = 1.005_eur;
#else
const auto amount = 1.00_eur;
#endif
