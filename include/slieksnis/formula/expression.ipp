// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../source/json_tree.hpp"
#include "expression.hpp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE place formula_text::part(span where) const {
  if (!at.source) return at;
  if (!in_json) return {at.source, {at.where.begin + where.begin, at.where.begin + where.end}, at.pointer};
  json_node node;
  node.where = at.where;
  return {at.source,
          {offset_in_source(*at.source, node, where.begin), offset_in_source(*at.source, node, where.end)},
          at.pointer};
}

}  // namespace v0
}  // namespace slieksnis
