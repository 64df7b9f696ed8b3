// SPDX-License-Identifier: Apache-2.0
// The library in a first translation unit; two.cpp is the second. Linking is the test.
#include <slieksnis/lv.hpp>
#include <slieksnis/slieksnis.hpp>

const char* version_seen_by_one() { return SLIEKSNIS_VERSION; }
