// SPDX-License-Identifier: Apache-2.0
/// \file Deciding many cases at once: a fact table in, columns of decisions out.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "run_block.hpp"

namespace slieksnis {
inline namespace v0 {

/// The decisions about one benefit or status: one for each household, or for each person.
struct decision_column {
  std::size_t definition = 0;
  bool of_persons = false;
  int decimals = 0;                   ///< of the amounts
  std::vector<outcome> outcomes;
  std::vector<std::int64_t> amounts;  ///< times ten to the power `decimals`; 0 unless granted; none for a status
  /// Places in `table_decisions::reasons`. Refused: the first condition of its own that fails, as the rule
  /// writes it. Undetermined: the most useful fact that is missing. 0: nothing to say.
  std::vector<std::uint16_t> reasons;
};

struct table_decisions {
  std::vector<decision_column> columns;  ///< in the order that was wanted
  std::vector<std::string> reasons;
  /// How many blocks were run with lanes of 32, 64 and 128 bits, and how many households were read exactly.
  std::array<std::size_t, 3> blocks{};
  std::size_t households_read_exactly = 0;
};

struct table_options {
  unsigned threads = 1;               ///< results do not depend on it
  std::size_t block = 1024;           ///< households at a time; results do not depend on it either
  lane_width least = lane_width::bits_32;  ///< for tests: not narrower than this; `exact` reads every row exactly
};

/// Decides the wanted benefits and statuses for every household on a day, to the same bits as `decide` does
/// for each of them alone. Throws `unusable` when a wanted definition has no version on that day.
/// Cost: some tens of nanoseconds a household where columns hold the plan; a microsecond and more for rows
/// that need the exact reading.
[[nodiscard]] table_decisions decide_table(const fact_table& table, date on,
                                           const std::vector<std::size_t>& wanted,
                                           const table_options& options = {});

/// What the columns of a table state, for every row or for some.
[[nodiscard]] case_shape shape_of(const fact_table& table);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "decide_table.ipp"
#endif
