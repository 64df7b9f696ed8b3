// SPDX-License-Identifier: Apache-2.0
/// \file The steps of a plan: small typed operations, each on the results of earlier ones.
/// Every reading (one case exactly, many cases by column) is an evaluator over these.
#pragma once

#include <cstdint>
#include <vector>

#include "../formula/function.hpp"
#include "../formula/type.hpp"
#include "../value/rounding.hpp"
#include "../value/value.hpp"

namespace slieksnis {
inline namespace v0 {

using step_id = std::uint32_t;

enum class step_kind : std::uint8_t {
  constant,     ///< `constant`: everything that depends on the date only
  input,        ///< the stated value of `definition`
  ask,          ///< operand; where it is not known, `definition` is what is needed
  first_known,  ///< the first operand whose value is known
  choose,       ///< condition, then, else
  logical_and,
  logical_or,
  logical_not,
  equal,
  not_equal,
  less,
  less_equal,
  negate,
  add,
  subtract,
  multiply,
  divide,
  power,
  modulo,
  absolute,
  round,  ///< to a multiple of `constant` by `mode`
  odd,
  even,
  date_plus,     ///< a day and a duration
  days_between,  ///< from the second to the first, as a duration
  months_between,
  age,
  part_year,
  part_month,
  part_day,
  part_years,
  part_months,
  part_days,
  make_date,
  day_of_year,
  day_of_week,
  to_text,
  to_number,
  text_length,
  text_contains,
  text_starts,
  text_ends,
  text_upper,
  text_lower,
  // Over lists: operands are pairs of item and "takes part"; per person, one pair of columns.
  sum,
  product,
  mean,
  count,
  least,
  greatest,
  every,
  some
};

/// What a step's value depends on, and so how many values it has.
enum class domain : std::uint8_t {
  constant,  ///< one value for the plan
  common,    ///< one value for a case
  person     ///< one value for each person
};

/// No finite number of decimal places is known (after a division).
inline constexpr int no_scale = -1;

struct step {
  step_kind kind = step_kind::constant;
  domain of = domain::constant;
  type_kind what = type_kind::any;
  /// Of a number: the decimal places that always suffice, fixed here so that columns of integers can hold it.
  int scale = no_scale;
  bool over_persons = false;     ///< a list step whose pair are columns of persons
  bool null_on_failure = false;  ///< the compatible mode of `eval`
  rounding_mode mode = rounding_mode::half_up;
  value constant;
  std::size_t definition = 0;
  std::vector<step_id> operands;
};

}  // namespace v0
}  // namespace slieksnis
