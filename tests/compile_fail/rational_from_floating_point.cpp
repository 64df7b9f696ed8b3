// SPDX-License-Identifier: Apache-2.0
// 0.1 is no tenth in binary, so an exact fraction refuses it.
#include <slieksnis/value/rational.hpp>

#ifndef SLIEKSNIS_CONTROL
const slieksnis::rational tenth = 0.1;
#else
const slieksnis::rational tenth = slieksnis::decimal{1, 1};
#endif
