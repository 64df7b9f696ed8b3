// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>

#include "kernels.ipp"
#include "kernels_persons.ipp"
#include "kernels_rows.ipp"
#include "kernels_truths.ipp"
#include "run_block.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

template <typename Lane>
void block_registers<Lane>::prepare(const table_program& program, std::size_t households,
                                    std::size_t persons) {
  const std::size_t wanted = padded_rows(std::max(households, persons)) + rows_at_once;
  household_of.resize(std::max(household_of.size(), padded_rows(persons) + rows_at_once));
  totals.resize(std::max(totals.size(), persons + 1));
  exactly.assign(padded_rows(households), 0);
  const bool fits = wanted <= stride_ && all_known.size() == program.numbers &&
                    all_decided.size() == program.truths && any_need.size() == program.needs;
  if (fits) return;
  stride_ = std::max(wanted, stride_);
  numbers_.assign(program.numbers * stride_, {});
  known_.assign(program.numbers * stride_, {});
  truths_.assign(program.truths * stride_, {});
  needs_.assign(program.needs * stride_, {});
  all_known.assign(program.numbers, 1);
  all_decided.assign(program.truths, 1);
  any_need.assign(program.needs, 0);
}

template <typename Lane>
std::span<const std::uint8_t> run_with(const table_program& program, const fact_table& table,
                                       const table_block& block, std::span<const result_columns> results,
                                       block_registers<Lane>& registers) {
  registers.prepare(program, block.households, block.persons);
  if (block.households == 1 && !table.has_persons()) {
    if (program.all_known)
      block_runner<Lane, block_shape::one_known>(program, table, block, registers, results).run();
    else
      block_runner<Lane, block_shape::one>(program, table, block, registers, results).run();
    return {registers.exactly.data(), 1};
  }
  block_runner<Lane, block_shape::many> runner(program, table, block, registers, results);
  on_this_processor([&runner]() __attribute__((always_inline)) { runner.run(); });
  return {registers.exactly.data(), block.households};
}

}  // namespace detail

SLIEKSNIS_INLINE std::span<const std::uint8_t> run_block(const table_program& program,
                                                         const fact_table& table, const table_block& block,
                                                         lane_width width,
                                                         std::span<const result_columns> results,
                                                         block_workspace& workspace) {
  switch (width) {
    case lane_width::bits_32:
      return detail::run_with<std::int32_t>(program, table, block, results, workspace.narrow);
    case lane_width::bits_64:
      return detail::run_with<std::int64_t>(program, table, block, results, workspace.usual);
    case lane_width::bits_128:
      return detail::run_with<detail::wide_lane>(program, table, block, results, workspace.wide);
    case lane_width::exact:
      break;
  }
  throw std::logic_error("slieksnis: a block that no width of lanes holds");
}

}  // namespace v0
}  // namespace slieksnis
