// SPDX-License-Identifier: Apache-2.0
/// \file Before a block is run: how large its numbers can become, and so how wide its lanes must be.
#pragma once

#include <cstddef>
#include <cstdint>
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

/// Interval arithmetic over the steps, from the least and greatest input of the block. Sound: no lane of a
/// block overflows at the width that it gives. Cost: one pass over the inputs.
[[nodiscard]] lane_width width_of(const table_program& program, const fact_table& table,
                                  const table_block& block);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "block_range.ipp"
#endif
