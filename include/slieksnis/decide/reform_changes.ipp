// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>

#include "reform_changes.hpp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE std::vector<reform_change> reform_changes(const rule_book& book,
                                                           const std::vector<const plan*>& plans) {
  std::set<const version*> read;
  for (const plan* one : plans)
    for (const planned_value& value : one->values()) {
      if (value.overridden) continue;
      read.insert(value.rule);
      for (const planned_value& part : value.by_version) read.insert(part.rule);
    }
  std::vector<reform_change> result;
  for (std::size_t id = 0; id < book.definitions().size(); ++id)
    for (const version& one : book.at(id).versions)
      if (one.reform) result.push_back({id, &one, read.contains(&one)});
  return result;
}

}  // namespace v0
}  // namespace slieksnis
