// SPDX-License-Identifier: Apache-2.0
/// \file Named rounding: there is no default mode and no hidden rounding anywhere.
#pragma once

#include <optional>
#include <string_view>

#include "rational.hpp"

namespace slieksnis {
inline namespace v0 {

/// What happens to the part that is cut off. Names follow FEEL and the DMN standard.
enum class rounding_mode { half_up, half_down, half_even, up, down, floor, ceiling };

/// `half_up` and so on, as rule files write it.
[[nodiscard]] std::string_view name_of(rounding_mode mode) noexcept;
[[nodiscard]] std::optional<rounding_mode> rounding_mode_named(std::string_view name) noexcept;

/// The multiple of `step` that `mode` chooses for `number`. "Up" and "half up" go away from zero.
/// `step` must be above zero; throws std::domain_error otherwise.
[[nodiscard]] rational round(const rational& number, const rational& step, rounding_mode mode);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "rounding.ipp"
#endif
