// SPDX-License-Identifier: Apache-2.0
/// \file What can still be asked to decide a case, when some facts are known to be unobtainable.
#pragma once

#include <optional>
#include <vector>

#include "exact.hpp"

namespace slieksnis {
inline namespace v0 {

/// A decision that is not made yet and that answers can still make.
struct open_decision {
  std::size_t benefit = 0;
  std::optional<std::size_t> person;
  /// The facts whose answers can still decide it, in the order of its rule: of a condition and what follows
  /// from it only the condition; of alternatives the one that needs least; who the persons are before what
  /// follows from that.
  std::vector<need> needs;
};

/// The open decisions about `wanted`, a person's once for each person. A need that is set `aside` is one that
/// nobody can answer: where it could be computed, its parts are asked for instead, and what nothing but such
/// needs could decide is left out. That a comparison with an open number may turn out either way is assumed,
/// never that it cannot: so some fact may be asked in vain, but none is left out.
/// Cost: a pass over the plan's steps, about as much as evaluating them, and one over those of each decision.
[[nodiscard]] std::vector<open_decision> open_decisions(const evaluation& values,
                                                        const std::vector<std::size_t>& wanted,
                                                        const std::vector<need>& aside);

/// Whether the value of `asked`, a need that can be computed, would follow from `other`, perhaps with more.
[[nodiscard]] bool follows_from(const plan& planned, std::size_t asked, std::size_t other);

/// Whether the fact belongs to a group that counts as complete once any of it is stated, such as incomes by
/// kind: then the whole group is one question.
[[nodiscard]] inline bool asked_as_group(const definition& of) noexcept {
  return of.otherwise && of.otherwise->if_group_stated && !of.group.empty();
}

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "open_needs.ipp"
#endif
