// SPDX-License-Identifier: Apache-2.0
/// \file Before a block is run: how large its numbers can become, and so how wide its lanes must be.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "fact_table.hpp"
#include "table_program.hpp"

namespace slieksnis {
inline namespace v0 {

/// The narrowest lanes that hold every number of a block, intermediate ones included.
enum class lane_width : std::uint8_t { bits_32, bits_64, bits_128, exact };

/// Some households after one another, with their persons.
struct table_block {
  std::size_t first = 0;
  std::size_t households = 0;
  std::size_t first_person = 0;
  std::size_t persons = 0;
};
[[nodiscard]] table_block block_of(const fact_table& table, std::size_t first, std::size_t most);

/// Ranges of inputs for which lanes of 32 bits are known to be wide enough: blocks inside them need no
/// arithmetic.
struct narrow_ranges {
  std::uint64_t program = 0;  ///< the id of the program they are about
  std::vector<std::pair<std::int64_t, std::int64_t>>
      inputs;  ///< least and greatest, as `table_program::loads`
  std::int64_t largest_household = 0;
  std::vector<std::pair<std::int64_t, std::int64_t>> measured;  ///< memory for those of the block at hand
};

/// Interval arithmetic over the steps, from the least and greatest input of the block. Sound: no lane of a
/// block overflows at the width that it gives. `known` is read and widened; the answer does not depend on it.
/// Cost: one pass over the inputs, and some ten nanoseconds a step where `known` does not tell.
[[nodiscard]] lane_width width_of(const table_program& program, const fact_table& table,
                                  const table_block& block, narrow_ranges& known);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "block_range.ipp"
#endif
