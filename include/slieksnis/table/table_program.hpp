// SPDX-License-Identifier: Apache-2.0
/// \file A plan as operations on columns of whole numbers, for one set of columns.
///
/// A number is held as lane / denominator, where the denominator is fixed here and the same for all rows; so
/// lanes are exact as long as they do not overflow, and that is known before a block is run, from the range
/// of its inputs. A truth value is a byte: bit 0 "true", bit 1 "false", neither "unknown" (Kleene).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "../decide/plan.hpp"

namespace slieksnis {
inline namespace v0 {

using register_id = std::uint32_t;
inline constexpr register_id no_register = static_cast<register_id>(-1);

namespace truth {
inline constexpr std::uint8_t unknown = 0;
inline constexpr std::uint8_t yes = 1;
inline constexpr std::uint8_t no = 2;
}  // namespace truth

/// By sort of loop, so that the right one is found with few comparisons.
enum class table_operation : std::uint8_t {
  // Numbers from registers of the same rows.
  linear,  ///< a * fa + b * fb + constant; without b: a * fa + constant
  multiply,
  round,  ///< the multiple of `fb` nearest to a * fa, counted; times `constant`
  absolute,
  least,
  greatest,
  choose_number,  ///< c, then a or the constant `fa`, else b or the constant `fb`
  first_number,   ///< a where it is known, else b or the constant `fb`
  constant_if,    ///< the constant `fa` where c is true, else unknown
  // Truths from registers of the same rows.
  sign,        ///< truth of (a * fa + b * fb + constant) against zero, by `test`
  fill_truth,  ///< `fa` for every row
  logical_and,
  logical_or,
  logical_not,
  equal_truth,
  choose_truth,
  first_truth,
  truth_if,  ///< the truth `fa` where c is true, else unknown
  // What is missing, as a code; only run where something is.
  need_of,       ///< `index` where the number a or the truth c is unknown; without both: everywhere
  need_first,    ///< a's where there is one, else b's
  need_choose,   ///< by the truth c: a's, b's, or where it is unknown d's
  need_unknown,  ///< a's where the number b or the truth c is unknown
  need_spread,
  need_persons,  ///< of a household: see kernels_persons.ipp
  // From and to columns, tables and persons.
  load_number,  ///< column `index`; its codes by the table `constant`, if there is one
  load_truth,
  look_up_number,  ///< table `index` at a
  look_up_truth,
  group_stated,   ///< truth of "some column of group `index` is stated for some person of the household"
  spread_number,  ///< from households to their persons
  spread_truth,
  sum_persons,
  count_persons,
  least_persons,
  greatest_persons,
  every_person,
  some_person,
  mark_exact,  ///< rows where the truth c is not `fa` are left to the exact reading
  decide,
  reason
};

enum class sign_test : std::uint8_t { zero, not_zero, below, not_above };

struct table_step {
  table_operation kind = table_operation::linear;
  bool of_persons = false;  ///< its rows are persons
  sign_test test = sign_test::zero;
  rounding_mode mode = rounding_mode::half_up;
  register_id into = 0;
  register_id a = no_register;
  register_id b = no_register;
  register_id c = no_register;
  register_id d = no_register;
  register_id e = no_register;
  std::int64_t fa = 1;
  std::int64_t fb = 1;
  std::int64_t constant = 0;
  std::uint32_t index = 0;
  std::int64_t limit = 0;  ///< above zero: a larger result is a failure, left to the exact reading
};

/// Whole numbers from `first` on, mapped by the exact reading.
struct look_up_table {
  std::int64_t first = 0;
  std::vector<std::int32_t> values;  ///< numbers, or bytes of `truth`
  std::vector<std::uint8_t> fails;   ///< where there is no value; empty: nowhere
  std::int32_t least = 0;
  std::int32_t greatest = 0;
};

/// Of `load_number`, in `constant`: the column needs no table.
inline constexpr std::int64_t no_look_up = -1;

/// What a wanted benefit or status comes from.
struct table_result {
  std::size_t definition = 0;
  bool of_persons = false;
  bool has_amount = false;
  int decimals = 0;  ///< of the amount
};

/// Why a benefit is refused, or what is missing: see `reason_texts`.
struct table_program {
  std::uint64_t id = 0;  ///< a number of its own, by which workspaces know it again; 0: none yet
  std::vector<table_step> steps;
  std::vector<std::uint32_t> loads;  ///< which steps load numbers
  bool all_known = false;            ///< no value of any row can be unknown
  std::vector<look_up_table> look_ups;
  std::vector<std::vector<std::size_t>> groups;  ///< columns of persons by group
  std::vector<table_result> results;
  std::vector<std::string> codes;  ///< of reasons and needs; 0 is none
  register_id numbers = 0;         ///< how many registers of each sort
  register_id truths = 0;
  register_id needs = 0;
  /// Steps that columns cannot hold, such as a division by a column: then every row is read exactly.
  std::vector<std::string> not_held;

  [[nodiscard]] bool holds() const noexcept { return not_held.empty(); }
};

}  // namespace v0
}  // namespace slieksnis
