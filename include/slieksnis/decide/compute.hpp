// SPDX-License-Identifier: Apache-2.0
/// \file What each kind of step does with known, unknown and failed operands, exactly.
/// Used to fold constants when a plan is made and to evaluate a case: one meaning for both.
#pragma once

#include <span>

#include "evaluated.hpp"
#include "step.hpp"

namespace slieksnis {
inline namespace v0 {

/// The result of a step other than an input. `operands` are in the order of the step's; for list steps they
/// are pairs of item and "takes part", as many as there are items.
[[nodiscard]] evaluated compute(const step& what, std::span<const evaluated> operands);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "compute.ipp"
#endif
