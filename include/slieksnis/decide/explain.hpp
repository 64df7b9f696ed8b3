// SPDX-License-Identifier: Apache-2.0
/// \file From the values of a plan's steps to the reasons and the trace of a decision.
#pragma once

#include <vector>

#include "decision.hpp"

namespace slieksnis {
inline namespace v0 {

/// The named values below `roots`, each after those it uses, for the day of assessment.
[[nodiscard]] std::vector<trace_step> trace_of(const evaluation& values, const std::vector<step_id>& roots,
                                               std::optional<std::size_t> person);

/// The conditions that make the entitlement of a planned value fail; descends into statuses and true-or-false
/// variables.
[[nodiscard]] std::vector<failed_condition> reasons_of(const evaluation& values, const planned_value& refused,
                                                       std::optional<std::size_t> person);

/// Whether the condition is a gate of the rules, or names one: then the benefit does not concern this person
/// or household at all.
[[nodiscard]] bool is_about_gate(const rule_book& book, const failed_condition& reason);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "explain.ipp"
#endif
