// SPDX-License-Identifier: Apache-2.0
/// \file Until when a step's value stays as it is while the days go by and the facts stay the same.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>

#include "evaluated.hpp"
#include "step.hpp"

namespace slieksnis {
inline namespace v0 {

/// How a value that is a day follows the day of assessment.
enum class motion : std::uint8_t {
  none,
  with_day,  ///< always the same number of days before or after it
  by_months  ///< whole months before or after such a day: the days between vary with the lengths of months
};

/// The days ahead of one value, seen from the day of assessment.
struct day_course {
  static constexpr date never = date::max();

  date until = never;  ///< the first later day on which the value may be another; never too late
  motion moves = motion::none;

  [[nodiscard]] bool stays() const noexcept { return moves == motion::none; }
  void ends(date day) noexcept { until = std::min(until, day); }
};

/// The course of what `made` gives on the day `on`, from its operands' values and courses. It may end before
/// the value changes, never after. Cost: as `compute`, without arithmetic.
[[nodiscard]] day_course course_of(const step& made, std::span<const evaluated> operands,
                                   std::span<const day_course> courses, date on);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "day_course.ipp"
#endif
