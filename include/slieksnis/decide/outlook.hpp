// SPDX-License-Identifier: Apache-2.0
/// \file What a decision leaves open: until when it holds, what would change it, what it may come to.
#pragma once

#include <optional>

#include "decision.hpp"

namespace slieksnis {
inline namespace v0 {

/// The days around the decision's on which the same facts give the same outcome and amount, found by deciding
/// on every day that may differ: back to the first day of the rules at most, and ahead until they end.
/// Nothing where the rules have no version. Cost: a plan and two readings for each such day; a few for most
/// benefits.
[[nodiscard]] std::optional<period> holds_for(const rule_book& book, const facts& stated,
                                              const decision& decided);

/// Fills in what is asked of one decision beyond itself: `changes` of a refusal, `bounds` of what is
/// undetermined, `holds` of a grant.
void add_outlook(const rule_book& book, const facts& stated, decision& decided);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "outlook.ipp"
#endif
