// SPDX-License-Identifier: Apache-2.0
/// \file One value of the formula language: what facts hold and steps compute.
#pragma once

#include <string>
#include <variant>

#include "date.hpp"
#include "rational.hpp"

namespace slieksnis {
inline namespace v0 {

/// FEEL's null. The strict profile never computes it; `eval --feel-compat` turns errors into it.
struct null_value {
  friend auto operator<=>(null_value, null_value) = default;
};

/// A known value. "Not known" is not one of them: see `outcome_value` in decide/.
using value = std::variant<null_value, bool, rational, std::string, date, months_duration, days_duration>;

/// The value as a formula would write it: `12.5`, `true`, `2026-02-01`, `P64Y6M`; texts as they are.
[[nodiscard]] std::string to_string(const value& known);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "value.ipp"
#endif
