// SPDX-License-Identifier: Apache-2.0
/// \file Programs over columns written by hand, and their results.
#pragma once

#include <slieksnis/table/run_block.hpp>
#include <vector>

namespace table_steps {

using namespace slieksnis;

/// A step with its operands named: `step(table_operation::multiply, {.into = 2, .a = 0, .b = 1})`.
inline table_step step(table_operation kind, table_step rest = {}) {
  rest.kind = kind;
  return rest;
}
inline table_step load(register_id into, std::uint32_t column) {
  return step(table_operation::load_number, {.into = into, .constant = no_look_up, .index = column});
}

/// The steps and, at their end, register `amount` granted where the truth `entitled` holds; without:
/// everywhere.
inline table_program program(std::vector<table_step> steps, register_id amount,
                             register_id entitled = no_register) {
  table_program result;
  result.numbers = 8;
  result.truths = 8;
  result.needs = 2;
  result.steps = std::move(steps);
  if (entitled == no_register) {
    entitled = 7;
    result.steps.push_back(step(table_operation::fill_truth, {.into = 7, .fa = truth::yes}));
  }
  result.steps.push_back(step(table_operation::decide, {.a = entitled, .b = amount}));
  result.results.push_back({.definition = 0, .of_persons = false, .has_amount = true, .decimals = 0});
  result.codes.emplace_back();
  for (std::uint32_t i = 0; i < result.steps.size(); ++i)
    if (result.steps[i].kind == table_operation::load_number) result.loads.push_back(i);
  return result;
}

/// The width of lanes for a block, without anything that other blocks have told.
inline lane_width width_alone(const table_program& program, const fact_table& table,
                              const table_block& block) {
  narrow_ranges nothing;
  return width_of(program, table, block, nothing);
}

struct results {
  std::vector<outcome> outcomes;
  std::vector<std::int64_t> amounts;
  std::vector<std::uint16_t> reasons;
  std::vector<std::uint8_t> exactly;
};

/// Runs one block of all households with lanes of this width.
inline results run(const table_program& program, const fact_table& table, lane_width width) {
  results made;
  const std::size_t rows = table.households();
  made.outcomes.resize(rows);
  made.amounts.resize(rows);
  made.reasons.resize(rows);
  const std::vector<result_columns> places{{made.outcomes, made.amounts, made.reasons}};
  block_workspace workspace;
  const auto left = run_block(program, table, block_of(table, 0, rows), width, places, workspace);
  made.exactly.assign(left.begin(), left.end());
  return made;
}

}  // namespace table_steps
