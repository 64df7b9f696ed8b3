// SPDX-License-Identifier: Apache-2.0
/// \file From the steps of a plan to operations on columns.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../decide/exact.hpp"
#include "fact_table.hpp"
#include "table_program.hpp"

namespace slieksnis {
inline namespace v0 {

/// The operations that decide `wanted` for the columns of the table. The plan must have been made for what
/// the table states. Cost: some tens of microseconds, and a few milliseconds for each function of a date.
[[nodiscard]] table_program make_table_program(const plan& planned, const fact_table& table,
                                               const std::vector<std::size_t>& wanted);

namespace detail {

/// Lowers step by step; every step becomes a cell.
class table_lowering {
 public:
  table_lowering(const plan& planned, const fact_table& table) : plan_(planned), table_(table) {
    program_.codes.emplace_back();
  }
  void want(std::size_t definition);
  [[nodiscard]] table_program take() && { return std::move(program_); }

 private:
  enum class sort : std::uint8_t { uniform, number, truth, not_held };
  /// What a step is for all rows: one value, a register, or nothing that columns can hold.
  struct cell {
    sort what = sort::uniform;
    type_kind type = type_kind::any;
    bool of_persons = false;
    bool sure = true;  ///< never unknown
    evaluated one;     ///< of a uniform cell
    /// Of a number: (register * factor + offset) / denominator.
    register_id base = no_register;
    std::int64_t factor = 1;
    std::int64_t offset = 0;
    std::int64_t denominator = 1;
    register_id need = no_register;
  };
  /// A constant, or a register.
  struct argument {
    register_id from = no_register;
    std::int64_t constant = 0;
  };

  // lower_table.ipp: inputs
  [[nodiscard]] const cell& at(step_id id);
  [[nodiscard]] cell lower(const step& one);
  [[nodiscard]] cell input(const step& one);
  [[nodiscard]] cell loaded(const step& one, std::size_t column);
  [[nodiscard]] cell filled_by_group(const step& one, cell from);

  // lower_logic.ipp: truths, lists, results
  [[nodiscard]] cell choose(const step& one);
  [[nodiscard]] cell first_known(const step& one);
  [[nodiscard]] cell first_of(std::vector<cell> operands, type_kind type);
  [[nodiscard]] cell logical(const std::vector<cell>& operands, bool decisive);
  [[nodiscard]] cell negated(const cell& a);
  [[nodiscard]] cell equal(const cell& a, const cell& b, bool wanted);
  [[nodiscard]] cell over_list(const step& one, const std::vector<cell>& operands);
  [[nodiscard]] cell over_persons(const step& one);
  void add_reasons(const planned_value& value, const cell* chosen, std::uint32_t result, bool of_persons);

  // lower_numbers.ipp: numbers, dates, durations
  [[nodiscard]] cell sum_of(const cell& a, const cell& b, int sign, type_kind type);
  [[nodiscard]] cell times(const cell& a, const cell& b, type_kind type);
  [[nodiscard]] cell with_register(const cell& a);
  [[nodiscard]] cell compared(const cell& a, const cell& b, sign_test test);
  [[nodiscard]] cell rounded(const step& one, const cell& a);
  [[nodiscard]] cell extreme(table_operation kind, const cell& a, const cell& b);
  [[nodiscard]] cell absolute(const cell& a);
  [[nodiscard]] cell looked_up(const step& one, const std::vector<cell>& operands);
  [[nodiscard]] std::optional<std::int64_t> lane_of(const value& known, std::int64_t denominator);
  [[nodiscard]] std::optional<std::int64_t> denominator_of(const cell& a) const;
  [[nodiscard]] std::optional<std::int64_t> common_denominator(const cell& a, const cell& b) const;
  [[nodiscard]] argument as_argument(const cell& a, std::int64_t denominator);
  [[nodiscard]] register_id in_register(const cell& a, std::int64_t denominator);
  [[nodiscard]] std::int64_t code_of_text(const std::string& text);
  [[nodiscard]] std::optional<value> value_of_lane(std::int64_t lane, type_kind type) const;

  // registers and steps
  [[nodiscard]] register_id new_number();
  [[nodiscard]] register_id new_truth() { return program_.truths++; }
  [[nodiscard]] register_id new_need() { return program_.needs++; }
  [[nodiscard]] cell number_cell(register_id from, bool of_persons, std::int64_t denominator, type_kind type,
                                 bool sure);
  [[nodiscard]] cell truth_cell(register_id from, bool of_persons, bool sure);
  [[nodiscard]] static cell uniform(evaluated one, type_kind type);
  [[nodiscard]] cell not_held(std::string why);
  [[nodiscard]] static bool fails(const cell& a) {
    return a.what == sort::uniform && a.one.state() == knowledge::failed;
  }
  [[nodiscard]] register_id truth_register(const cell& a, bool of_persons);
  [[nodiscard]] cell spread(const cell& a);
  [[nodiscard]] std::uint32_t code(const std::string& text);
  [[nodiscard]] std::uint32_t need_code(std::size_t definition);
  /// The need of a result that is unknown exactly where its first unknown operand is.
  void need_first_of(cell& result, const std::vector<cell>& operands);
  [[nodiscard]] register_id need_register(const cell& a, bool of_persons);
  table_step& emit(table_operation kind, bool of_persons);

  const plan& plan_;
  const fact_table& table_;
  table_program program_;
  std::map<step_id, cell> cells_;
  std::map<std::string, std::int64_t> texts_;  ///< places in `table_program::texts`
  std::map<std::string, std::uint32_t> code_numbers_;
};

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "lower_logic.ipp"
#include "lower_numbers.ipp"
#include "lower_table.ipp"
#endif
