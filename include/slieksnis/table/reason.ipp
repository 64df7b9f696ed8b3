// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

#include "reason.hpp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE std::vector<refusing_condition> refusing_conditions(const planned_value& value) {
  std::vector<refusing_condition> result;
  if (!value.entitled || value.entitled->source == nullptr) return result;
  const planned_formula& of = *value.entitled;
  std::vector<const expression*> open{of.source->tree.get()};
  while (!open.empty()) {
    const expression* next = open.back();
    open.pop_back();
    if (next->kind == expression_kind::binary && next->op == operation::logical_and) {
      open.push_back(next->operands[1].get());
      open.push_back(next->operands[0].get());
      continue;
    }
    const auto node = std::find_if(of.nodes.begin(), of.nodes.end(),
                                   [&](const auto& known) { return known.first == next; });
    if (node == of.nodes.end()) continue;
    const std::string& text = of.source->source.text;
    result.push_back({text.substr(next->where.begin, next->where.end - next->where.begin), node->second});
  }
  return result;
}

SLIEKSNIS_INLINE std::string reason_of(const evaluation& values, const planned_value& refused,
                                       std::size_t person) {
  const planned_value* in_force = &refused;
  for (std::size_t i = 0; i < refused.by_version.size(); ++i)
    if (values.at(refused.chosen_when[i], person).is(true)) in_force = &refused.by_version[i];
  for (const refusing_condition& one : refusing_conditions(*in_force))
    if (values.at(one.holds, person).is(false)) return one.text;
  return {};
}

}  // namespace v0
}  // namespace slieksnis
