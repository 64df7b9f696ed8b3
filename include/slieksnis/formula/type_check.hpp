// SPDX-License-Identifier: Apache-2.0
/// \file Names, types, units and entities of a formula, checked before anything is computed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "expression.hpp"
#include "lexer.hpp"

namespace slieksnis {
inline namespace v0 {

/// What a name stands for in the rule book.
struct named_type {
  std::size_t definition = 0;
  type what;
  entity of = entity::household;
};

/// The names a formula may use.
class scope {
 public:
  scope() = default;
  scope(const scope&) = delete;
  scope& operator=(const scope&) = delete;
  virtual ~scope() = default;
  [[nodiscard]] virtual std::optional<named_type> find(std::string_view name) const = 0;
  [[nodiscard]] virtual std::vector<std::string> names() const = 0;
};

/// Where a formula stands, which decides what it may name.
struct formula_setting {
  const scope& names;
  entity of = entity::household;
  /// The definition whose formula this is, for `previous` and for its own name.
  std::optional<named_type> itself;
  std::string_view own_name = {};
  bool may_name_itself = false;   ///< its own name means its stated value
  bool may_use_previous = false;  ///< it is reviewed on a day of the year
  bool feel_compatible = false;   ///< what is wrong becomes null instead of a problem
};

/// Sets the type and meaning of every node; the type of the whole. In the compatible mode nothing is
/// reported.
type check_types(expression& formula, const formula_setting& setting, std::vector<formula_problem>& problems);

/// Checks in addition that the formula's value fits a definition of type `wanted`.
void check_fits(expression& formula, const type& wanted, const formula_setting& setting,
                std::vector<formula_problem>& problems);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "type_check.ipp"
#endif
