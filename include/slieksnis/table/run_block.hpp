// SPDX-License-Identifier: Apache-2.0
/// \file Runs the operations of a program over one block of households, with lanes of one width.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "../decide/decision.hpp"
#include "block_range.hpp"

namespace slieksnis {
inline namespace v0 {

/// Where the results of one wanted benefit go: one place for each household, or for each person.
struct result_columns {
  std::span<outcome> outcomes;
  std::span<std::int64_t> amounts;   ///< empty for a status
  std::span<std::uint16_t> reasons;  ///< codes of the program
};

namespace detail {

/// The registers of a block. Made once for each thread and used for block after block.
template <typename Lane>
class block_registers {
 public:
  void prepare(const table_program& program, std::size_t households, std::size_t persons);

  [[nodiscard]] Lane* number(register_id id) noexcept { return numbers_.data() + id * stride_; }
  [[nodiscard]] std::uint8_t* known(register_id id) noexcept { return known_.data() + id * stride_; }
  [[nodiscard]] std::uint8_t* truth_of(register_id id) noexcept { return truths_.data() + id * stride_; }
  [[nodiscard]] std::uint16_t* need_of(register_id id) noexcept { return needs_.data() + id * stride_; }

  std::vector<std::uint8_t> all_known;    ///< of each number: then its `known` is not written
  std::vector<std::uint8_t> all_decided;  ///< of each truth: none is unknown
  std::vector<std::uint8_t> any_need;
  std::vector<std::uint32_t> household_of;  ///< of each person; see block_runner::household_of
  std::vector<std::uint64_t> totals;        ///< running, over the persons of the block
  std::vector<std::uint8_t> exactly;        ///< households that the exact reading has to decide

 private:
  // Register after register, each `stride_` rows long.
  std::vector<Lane> numbers_;
  std::vector<std::uint8_t> known_;
  std::vector<std::uint8_t> truths_;
  std::vector<std::uint16_t> needs_;
  std::size_t stride_ = 0;
};

}  // namespace detail

/// Everything that blocks need, for each width of lanes.
struct block_workspace {
  detail::block_registers<std::int32_t> narrow;
  detail::block_registers<std::int64_t> usual;
  __extension__ detail::block_registers<__int128> wide;
};

/// Decides the households of a block and writes results at their places. Returns which households the exact
/// reading has to decide instead: counted inside the block, 1 for those.
/// `width` must be what `width_of` gave, or wider.
[[nodiscard]] std::span<const std::uint8_t> run_block(const table_program& program, const fact_table& table,
                                                      const table_block& block, lane_width width,
                                                      std::span<const result_columns> results,
                                                      block_workspace& workspace);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "run_block.ipp"
#endif
