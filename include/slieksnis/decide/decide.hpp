// SPDX-License-Identifier: Apache-2.0
/// \file Deciding: a plan and the facts of a case in, decisions out.
#pragma once

#include <string_view>
#include <vector>

#include "decision.hpp"
#include "make_plan.hpp"

namespace slieksnis {
inline namespace v0 {

/// Decides every benefit and status among the plan's wanted definitions, for one case; a person's benefit
/// once for each person. Ask for names that are neither with `value_of`.
[[nodiscard]] std::vector<decision> decide(const plan& planned, const facts& stated,
                                           const std::vector<std::size_t>& wanted);

/// The same with outcome, amount and needs only: no reasons, assumptions, intervals or trace. For those who
/// ask many times; about a third of the cost.
[[nodiscard]] std::vector<decision> outcomes_of(const evaluation& values,
                                                const std::vector<std::size_t>& wanted);

/// Outcome, amount and needs alone: without reasons, assumptions and trace, which cost most of the time.
[[nodiscard]] decision outcome_of(const evaluation& values, const planned_value& wanted,
                                  std::optional<std::size_t> person);

/// One benefit or status of the household, with a plan of its own. Throws `unusable` for an unknown name or a
/// day without a version.
[[nodiscard]] decision decide(const rule_book& book, date on, std::string_view benefit, const facts& stated);

/// The value of a variable of the household or country; unknown when facts are missing.
[[nodiscard]] evaluated value_of(const rule_book& book, date on, std::string_view name, const facts& stated);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "decide.ipp"
#endif
