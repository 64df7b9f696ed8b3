// SPDX-License-Identifier: Apache-2.0
/// \file Linking the rule book for one day.
#pragma once

#include <string_view>
#include <vector>

#include "plan.hpp"

namespace slieksnis {
inline namespace v0 {

/// What a case states itself: the shape its plan must have.
[[nodiscard]] case_shape shape_of(const facts& stated);

/// The plan for deciding `wanted` on a day, for cases that state what `shape` says. The rule book must
/// outlive it. Throws `unusable` when a wanted definition has no version on that day: the message names the
/// days it has. Cost: tens of microseconds for one benefit; a plan serves any number of cases.
[[nodiscard]] plan make_plan(const rule_book& book, date on, const std::vector<std::size_t>& wanted,
                             const case_shape& shape = {});
/// The same by names; throws `unusable` for an unknown one.
[[nodiscard]] plan make_plan(const rule_book& book, date on, const std::vector<std::string_view>& wanted,
                             const case_shape& shape = {});

/// The plan for a stand-alone formula over a household. In the compatible mode errors become null.
/// Throws `unusable` for a formula that is wrong.
[[nodiscard]] plan plan_formula(const rule_book& book, date on, const struct formula& text,
                                const case_shape& shape, bool feel_compatible);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "make_plan.ipp"
#endif
