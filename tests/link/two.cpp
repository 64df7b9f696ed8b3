// SPDX-License-Identifier: Apache-2.0
#include <slieksnis/lv.hpp>
#include <slieksnis/slieksnis.hpp>
#include <string_view>

const char* version_seen_by_one();

int main() { return std::string_view(version_seen_by_one()) == SLIEKSNIS_VERSION ? 0 : 1; }
