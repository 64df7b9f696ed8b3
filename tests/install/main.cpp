// SPDX-License-Identifier: Apache-2.0
// A program of somebody else: built against the installed package in every way it can be used.
#include <chrono>
#include <iostream>
#include <slieksnis/lv.hpp>
#include <slieksnis/slieksnis.hpp>

int main() {
  using namespace std::chrono_literals;
  std::cout << "gmi_level " << to_string(slieksnis::lv::gmi_level(4, 2025y / 3 / 1)) << '\n';
}
