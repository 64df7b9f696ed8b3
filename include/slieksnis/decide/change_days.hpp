// SPDX-License-Identifier: Apache-2.0
/// \file The days ahead on which an answer may change although the facts stay as they are: another reading of
/// the same plan, which evaluates for each step until when its value stays.
#pragma once

#include <optional>
#include <vector>

#include "decision.hpp"
#include "exact.hpp"

namespace slieksnis {
inline namespace v0 {

/// The next day after `planned.on()` on which any named value of the plan may differ with the same facts: a
/// version begins or ends, a review is due, a person grows older, a term that a formula compares with the day
/// runs out. It may name a day on which nothing changes, it never skips one. Nothing when all stays until the
/// end of the rule book's days. A wanted benefit that has no version yet is not in the plan: its beginning is
/// not found here (see `spans_of`). Cost: about two evaluations of the plan.
[[nodiscard]] std::optional<date> next_change(const plan& planned, const facts& stated);

/// The same for the outcome and the amount of these benefits and statuses only: days that concern just other
/// values of the plan are skipped. Cost: about one evaluation.
[[nodiscard]] std::optional<date> next_change(const evaluation& values,
                                              const std::vector<std::size_t>& wanted);

/// The same for one decision: of a refusal only its conditions count, of a person's benefit only that person.
[[nodiscard]] std::optional<date> next_change_of(const evaluation& values, const decision& decided);

/// The next day after `on` on which the definition gets a version, or nothing. For a definition without one.
[[nodiscard]] std::optional<date> next_begin(const definition& of, date on) noexcept;

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "change_days.ipp"
#endif
