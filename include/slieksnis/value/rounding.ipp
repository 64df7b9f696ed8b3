// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <stdexcept>
#include <utility>

#include "rounding.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {
inline constexpr std::array<std::pair<rounding_mode, std::string_view>, 7> rounding_names{{
    {rounding_mode::half_up, "half_up"},
    {rounding_mode::half_down, "half_down"},
    {rounding_mode::half_even, "half_even"},
    {rounding_mode::up, "up"},
    {rounding_mode::down, "down"},
    {rounding_mode::floor, "floor"},
    {rounding_mode::ceiling, "ceiling"},
}};
}

SLIEKSNIS_INLINE std::string_view name_of(rounding_mode mode) noexcept {
  for (const auto& [known, name] : detail::rounding_names)
    if (known == mode) return name;
  return {};
}

SLIEKSNIS_INLINE std::optional<rounding_mode> rounding_mode_named(std::string_view name) noexcept {
  for (const auto& [mode, known] : detail::rounding_names)
    if (known == name) return mode;
  return std::nullopt;
}

SLIEKSNIS_INLINE rational round(const rational& number, const rational& step, rounding_mode mode) {
  if (step.sign() <= 0) throw std::domain_error("slieksnis::round: the step must be above zero");
  const rational steps = number / step;
  const rational below = steps.floor();
  if (below == steps) return number;
  const rational above = below + 1;
  const bool negative = steps.sign() < 0;
  const rational& away = negative ? below : above;
  const rational& toward = negative ? above : below;
  const auto half = steps - below <=> rational(1, 2);
  switch (mode) {
    case rounding_mode::floor:
      return below * step;
    case rounding_mode::ceiling:
      return above * step;
    case rounding_mode::up:
      return away * step;
    case rounding_mode::down:
      return toward * step;
    default:
      break;
  }
  if (half != std::strong_ordering::equal) return (half < 0 ? below : above) * step;
  if (mode == rounding_mode::half_up) return away * step;
  if (mode == rounding_mode::half_down) return toward * step;
  return ((below * rational(1, 2)).is_integer() ? below : above) * step;  // half even
}

}  // namespace v0
}  // namespace slieksnis
