// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <slieksnis/source/natural_order.hpp>
#include <string>
#include <vector>

namespace {

using namespace slieksnis;

TEST(natural_order, counts_numbers_inside_ids) {
  std::vector<std::string> ids{"C10", "R1", "C2", "A9", "C1", "", "C", "C02b", "C2a", "C 1"};
  std::sort(ids.begin(), ids.end(),
            [](const auto& a, const auto& b) { return natural_order(a, b) == std::strong_ordering::less; });
  EXPECT_EQ(ids, (std::vector<std::string>{"", "A9", "C", "C 1", "C1", "C2", "C2a", "C02b", "C10", "R1"}));
}

TEST(natural_order, takes_numbers_of_any_length) {
  static_assert(natural_order("R99999999999999999999", "R100000000000000000000") ==
                std::strong_ordering::less);
  EXPECT_EQ(natural_order("R007", "R7"), std::strong_ordering::equal);
  EXPECT_EQ(natural_order("R0", "R00"), std::strong_ordering::equal);
  EXPECT_EQ(natural_order("R1", "R01a"), std::strong_ordering::less);
}

}  // namespace
