// SPDX-License-Identifier: Apache-2.0
/// \file The tree of a parsed formula.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "../source/error.hpp"
#include "../value/value.hpp"
#include "type.hpp"

namespace slieksnis {
inline namespace v0 {

enum class expression_kind {
  literal,      ///< `written`
  name,         ///< `name`
  negate,       ///< -operand
  binary,       ///< `operation` on two operands
  between,      ///< operand, low, high
  in,           ///< operand, then one test each
  test,         ///< `< 5` inside `in`: `operation` on one operand
  range,        ///< low, high; `low_open`, `high_open`
  conditional,  ///< condition, then, else
  list,         ///< items
  filter,       ///< list, condition
  path,         ///< operand, then `.name`
  some,         ///< list, condition; `name` is the variable
  every,        ///< the same
  loop,         ///< list, result; `name` is the variable
  call          ///< `name` with arguments
};

enum class operation {
  add,
  subtract,
  multiply,
  divide,
  power,
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  logical_and,
  logical_or
};

/// What a name means; set by the type check.
enum class name_meaning {
  none,
  definition,   ///< `definition` of the rule book, for the case or the person at hand
  item_member,  ///< `definition` of the list item at hand (inside a filter)
  variable,     ///< the variable of a quantifier or loop, or `item`
  persons,      ///< the list of all persons
  on,           ///< the day of assessment
  previous,     ///< the value of the definition itself on the day before the last review
  itself        ///< the stated value of the definition whose formula this is
};

struct expression {
  expression_kind kind = expression_kind::literal;
  span where;  ///< in the formula's text
  value written;
  std::string name;
  operation op = operation::add;
  bool low_open = false;
  bool high_open = false;
  std::vector<std::unique_ptr<expression>> operands;
  std::size_t depth = 1;

  // Set by the type check.
  type what;
  name_meaning meaning = name_meaning::none;
  std::size_t definition = 0;
  bool to_null = false;  ///< compatible mode only: wrong here, so FEEL's null
};
using expression_pointer = std::unique_ptr<expression>;

/// The text of a formula and where it stands: in a JSON file, where escapes shift places, or by itself.
struct formula_text {
  std::string text;
  place at;
  bool in_json = false;

  /// A part of the formula as a place in the file.
  [[nodiscard]] place part(span where) const;
};

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "expression.ipp"
#endif
