// SPDX-License-Identifier: Apache-2.0
/// \file What two rule books say differently, and on which days.
#pragma once

#include <vector>

#include "rule_book.hpp"

namespace slieksnis {
inline namespace v0 {

/// Whether two versions read the same, so that only their days, sources or notes differ.
[[nodiscard]] bool same_law(const version& a, const version& b);

/// Days on which one name has another figure, formula, table, condition, rounding or source.
struct rule_difference {
  const definition* before = nullptr;  ///< null: the first book does not have the name
  const definition* after = nullptr;   ///< null: the second one does not
  period when;
  const version* old_rule = nullptr;  ///< null: no version on these days
  const version* new_rule = nullptr;
  bool same_sources = false;
  [[nodiscard]] bool only_sources() const {
    return old_rule != nullptr && new_rule != nullptr && same_law(*old_rule, *new_rule);
  }
};

/// In the order of the first book's definitions, then what only the second one has; of one name by days. Both
/// books must outlive the result. Facts have no versions: they are told when only one of the books has them.
[[nodiscard]] std::vector<rule_difference> differences(const rule_book& before, const rule_book& after);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "rule_differences.ipp"
#endif
