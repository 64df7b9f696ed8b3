// SPDX-License-Identifier: Apache-2.0
/// \file What would change a refusal, found by deciding again.
#pragma once

#include <vector>

#include "decision.hpp"

namespace slieksnis {
inline namespace v0 {

/// The differences any one of which would turn a refusal into a grant; all else stays as it is stated:
/// - a stated number below a failed condition, or a computed one that may be asked for (such as the income of
///   the household): the nearest value of its domain and decimal places with which it is granted. One step
///   nearer to the present value it is refused;
/// - up to three further persons of the kinds that the rules define, or only counted; no fewer suffice;
/// - a later day, on the day before which it is refused; or an earlier day, up to which it was granted;
/// - another answer to a stated yes-or-no question or choice.
/// What nobody can change (`fixed`) or what tells that a benefit concerns somebody else (`gate`) is left
/// alone. Where a number must lie in a narrow range it may go unfound; what is returned always holds.
/// Nothing for a decision that is not a refusal. Ordered: numbers, persons, days, choices; at most three
/// numbers and three choices.
/// Cost: a reading for each candidate, some thirty for each number that is found, and a plan for each day
/// tried: below a millisecond for most refusals, some milliseconds where ages of many persons count.
[[nodiscard]] std::vector<possible_change> changes_for(const rule_book& book, const facts& stated,
                                                       const decision& refused);

/// The case with the change; decide it on `change.on`.
[[nodiscard]] facts changed(const facts& stated, const possible_change& change);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "changes.ipp"
#endif
