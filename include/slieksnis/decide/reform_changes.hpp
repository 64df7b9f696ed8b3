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
  bool read =
      false;  ///< some plan computes with it; else the reform does nothing there, and that must be said
};

/// Every version that comes from a reform, definition by definition and by days.
[[nodiscard]] std::vector<reform_change> reform_changes(const rule_book& book,
                                                        const std::vector<const plan*>& plans);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "reform_changes.ipp"
#endif
