// SPDX-License-Identifier: Apache-2.0
/// \file What the reforms of a rule book changed, and whether an answer used it.
#pragma once

#include <vector>

#include "plan.hpp"

namespace slieksnis {
inline namespace v0 {

/// A version that a reform put in place of the law's.
struct reform_change {
  std::size_t definition = 0;
  const version* rule = nullptr;
  /// Some plan computes with it, or with another part of what the reform wrote as one version; else the
  /// reform does nothing there, and that must be said.
  bool read = false;
  const version* law = nullptr;  ///< what it takes the place of, where the law is known and has it
};

/// Every version that comes from a reform, definition by definition and by days.
[[nodiscard]] std::vector<reform_change> reform_changes(const rule_book& book,
                                                        const std::vector<const plan*>& plans);

/// The same beside the rules that the reforms lie over, whose own reforms are no changes. Both books must
/// outlive the result. `plans` are of `after`.
[[nodiscard]] std::vector<reform_change> reform_changes(const rule_book& before, const rule_book& after,
                                                        const std::vector<const plan*>& plans);

/// The same for what is wanted of cases of this shape on any day of `when`: with plans for its first day and
/// for the first day of each change in it. Cost: a plan for each of these days.
[[nodiscard]] std::vector<reform_change> reform_changes(const rule_book& before, const rule_book& after,
                                                        const std::vector<std::size_t>& wanted,
                                                        const case_shape& shape, const period& when);

/// The names whose reform nothing read on any of its days: one change for each name and reform.
[[nodiscard]] std::vector<reform_change> unread(const std::vector<reform_change>& changes);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "reform_changes.ipp"
#endif
