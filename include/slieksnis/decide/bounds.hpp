// SPDX-License-Identifier: Apache-2.0
/// \file Between which amounts an undetermined benefit lies.
#pragma once

#include <optional>

#include "decision.hpp"

namespace slieksnis {
inline namespace v0 {

/// The bounds of a benefit that cannot be decided yet: whatever the facts still needed turn out to be, what
/// is due lies within, rounded as the rule rounds. Persons are those stated. Nothing where the decision is
/// determined, has no amount, or concerns persons of whom nobody is stated.
/// Cost: that of a plan and two readings, tens of microseconds for one benefit.
[[nodiscard]] std::optional<amount_bounds> bounds_for(const rule_book& book, const facts& stated,
                                                      const decision& undetermined);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "bounds.ipp"
#endif
