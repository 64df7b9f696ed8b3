// SPDX-License-Identifier: Apache-2.0
#pragma once

// Walks through the formulas of a rule, for whoever looks for what they name.

#include "rule.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// Calls `visit` for the tree and everything below it.
template <typename Visit>
void walk(const expression& tree, const Visit& visit) {
  visit(tree);
  for (const auto& operand : tree.operands) walk(*operand, visit);
}

/// Calls `visit` with every tree of a version: formulas, conditions, table cells and values.
template <typename Visit>
void each_tree(const version& in, const Visit& visit) {
  for (const auto& one : in.alternatives)
    if (one.tree) visit(*one.tree);
  if (in.entitled_if && in.entitled_if->tree) visit(*in.entitled_if->tree);
  if (!in.table) return;
  for (const auto& row : in.table->rows) {
    for (const auto& condition : row.conditions)
      if (condition) visit(*condition);
    if (row.amount.tree) visit(*row.amount.tree);
  }
}

/// Of `persons.wage` the name alone.
[[nodiscard]] inline span name_part(const expression& e) noexcept {
  return e.kind == expression_kind::path ? span{e.where.end - e.name.size(), e.where.end} : e.where;
}

[[nodiscard]] inline bool names_definition(const expression& e) noexcept {
  return e.meaning == name_meaning::definition || e.meaning == name_meaning::item_member;
}

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis
