// SPDX-License-Identifier: Apache-2.0
/// \file Why a benefit is refused, in one word of the rules: the first condition of its own that fails.
#pragma once

#include <string>
#include <vector>

#include "../decide/exact.hpp"

namespace slieksnis {
inline namespace v0 {

/// One of the conditions that must all hold, as the rule writes it.
struct refusing_condition {
  std::string text;
  step_id holds = 0;
};

/// The conditions joined by `and` in the entitlement of a planned value, in the order of the rule.
[[nodiscard]] std::vector<refusing_condition> refusing_conditions(const planned_value& value);

/// The text of the first condition that is false for this case; empty where none is, such as for a date that
/// no version covers.
[[nodiscard]] std::string reason_of(const evaluation& values, const planned_value& refused,
                                    std::size_t person);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "reason.ipp"
#endif
