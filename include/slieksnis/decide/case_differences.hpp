// SPDX-License-Identifier: Apache-2.0
/// \file One case under two laws: which decisions belong together, and which steps of the calculation differ.
#pragma once

#include <vector>

#include "decision.hpp"

namespace slieksnis {
inline namespace v0 {

/// One named value before and after; at least one of the two is there.
struct step_pair {
  const trace_step* before = nullptr;  ///< null: not part of the calculation
  const trace_step* after = nullptr;
  bool other_value = false;
  /// Another formula, condition, rounding or row of a table, or stated where it was computed. Other words of
  /// a table's other rows do not count.
  bool other_rule = false;
  [[nodiscard]] bool changed() const noexcept {
    return before == nullptr || after == nullptr || other_value || other_rule;
  }
};

/// One benefit or status before and after; at least one of the two is there.
struct decision_pair {
  const decision* before = nullptr;  ///< null: the law before does not have it
  const decision* after = nullptr;
  std::vector<step_pair> steps;  ///< in the order of the traces
  /// Another outcome or amount.
  [[nodiscard]] bool changed() const noexcept;
};

/// Decisions and steps that have the same name and person. The rule books may be different ones; the
/// decisions must outlive the result.
[[nodiscard]] std::vector<decision_pair> pairs_of(const rule_book& book_before,
                                                  const std::vector<decision>& before,
                                                  const rule_book& book_after,
                                                  const std::vector<decision>& after);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "case_differences.ipp"
#endif
