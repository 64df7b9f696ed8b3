// SPDX-License-Identifier: Apache-2.0
/// \file What two rule books say differently, and on which days.
#pragma once

#include <vector>

#include "rule_book.hpp"

namespace slieksnis {
inline namespace v0 {

/// Whether two versions read the same, so that only their days, sources or notes differ.
[[nodiscard]] bool same_law(const version& a, const version& b);

/// Whether two definitions of a name mean the same: what it is about, its unit or type, its domain, and what
/// holds where a fact is not stated.
[[nodiscard]] bool same_meaning(const definition& a, const definition& b);

/// Days on which one name has another figure, formula, table, condition, rounding or source.
struct rule_difference {
  const definition* before = nullptr;  ///< null: the first book does not have the name
  const definition* after = nullptr;   ///< null: the second one does not
  period when;
  const version* old_rule = nullptr;  ///< null: no version on these days
  const version* new_rule = nullptr;
  bool same_sources = false;
  /// The name itself means something else, or is a fact that only one of the books has: `when` says nothing.
  [[nodiscard]] bool of_meaning() const { return old_rule == nullptr && new_rule == nullptr; }
  [[nodiscard]] bool only_sources() const {
    return old_rule != nullptr && new_rule != nullptr && same_law(*old_rule, *new_rule);
  }
};

/// In the order of the first book's definitions, then what only the second one has; of one name by days. Both
/// books must outlive the result. What differs in the meaning of a name comes before its versions.
[[nodiscard]] std::vector<rule_difference> differences(const rule_book& before, const rule_book& after);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "rule_differences.ipp"
#endif
