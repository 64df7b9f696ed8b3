// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "day_course.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

using operand_values = std::span<const evaluated>;
using operand_courses = std::span<const day_course>;

SLIEKSNIS_INLINE day_course earliest(operand_courses courses) {
  day_course result;
  for (const day_course& one : courses) result.ends(one.until);
  return result;
}

/// One operand that decides is enough, as long as it stays: the longest of them counts.
SLIEKSNIS_INLINE day_course course_of_logic(operand_values operands, operand_courses courses, bool decisive) {
  std::optional<date> decided;
  for (std::size_t i = 0; i < operands.size(); ++i)
    if (operands[i].is(decisive)) decided = std::max(decided.value_or(courses[i].until), courses[i].until);
  return decided ? day_course{*decided} : earliest(courses);
}

SLIEKSNIS_INLINE day_course course_of_choice(operand_values operands, operand_courses courses, date on) {
  const evaluated& condition = operands[0];
  if (!condition.known()) {
    day_course result = earliest(courses);
    // Only two known branches that become equal decide without the condition.
    if (!operands[1].known() || !operands[2].known()) {
      const date first = operands[1].known() ? courses[0].until : courses[1].until;
      const date second = operands[2].known() ? courses[0].until : courses[2].until;
      return {std::min(courses[0].until, std::max(first, second))};
    }
    if (!courses[1].stays() || !courses[2].stays()) result.ends(on + std::chrono::days{1});
    return result;
  }
  day_course result = courses[condition.is(true) ? 1 : 2];
  result.ends(courses[0].until);
  return result;
}

/// Pairs of item and "takes part": what stays away does not count.
SLIEKSNIS_INLINE day_course course_of_list(const step& made, operand_values pairs, operand_courses courses,
                                           date on) {
  const bool logical = made.kind == step_kind::every || made.kind == step_kind::some;
  std::optional<date> decided;
  day_course result;
  for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) {
    result.ends(courses[i + 1].until);
    if (pairs[i + 1].is(false)) continue;
    date item = courses[i].until;
    if (!courses[i].stays()) item = on + std::chrono::days{1};
    result.ends(item);
    if (logical && pairs[i + 1].is(true) && pairs[i].is(made.kind == step_kind::some)) {
      const date both = std::min(item, courses[i + 1].until);
      decided = std::max(decided.value_or(both), both);
    }
  }
  return decided ? day_course{*decided} : result;
}

/// Two days compared, of which one moves: the order changes when it reaches the other and when it leaves it.
SLIEKSNIS_INLINE date meeting(motion moves, date moving, date fixed, date on) {
  if (moving > fixed) return day_course::never;
  // The same number of months is up to four days longer or shorter elsewhere in the calendar, and a day that
  // a month does not have is moved by up to three at either end.
  const std::chrono::days early{moves == motion::by_months ? 10 : 0};
  return on + std::max(fixed - moving - early, std::chrono::days{1});
}

/// The next whole month, or year for `age`, from a fixed day to one that moves.
SLIEKSNIS_INLINE date next_whole(step_kind kind, date fixed, date moving, date on) {
  const int unit = kind == step_kind::age ? 12 : 1;
  if (moving < fixed) {  // counted down; days that a month does not have make the very day uncertain
    const int whole = months_between(moving, fixed).months / unit;
    const date least = add(fixed, months_duration{-whole * unit}) - std::chrono::days{4};
    return on + std::max(least - moving, std::chrono::days{1});
  }
  const int whole = months_between(fixed, moving).months / unit;
  return on + (add(fixed, months_duration{(whole + 1) * unit}) - moving);
}

/// Where a day that moves gets a new year or month.
SLIEKSNIS_INLINE date next_part(step_kind kind, date moving, date on) {
  const std::chrono::year_month_day parts{moving};
  const auto month = kind == step_kind::part_year
                         ? (parts.year() + std::chrono::years{1}) / std::chrono::January
                         : parts.year() / parts.month() + std::chrono::months{1};
  return on + (date{month / 1} - moving);
}

}  // namespace detail

SLIEKSNIS_INLINE day_course course_of(const step& made, std::span<const evaluated> operands,
                                      std::span<const day_course> courses, date on) {
  switch (made.kind) {
    case step_kind::choose:
      return detail::course_of_choice(operands, courses, on);
    case step_kind::logical_and:
      return detail::course_of_logic(operands, courses, false);
    case step_kind::logical_or:
      return detail::course_of_logic(operands, courses, true);
    case step_kind::first_known: {
      day_course result;
      for (std::size_t i = 0; i < operands.size(); ++i) {
        result.ends(courses[i].until);
        if (!operands[i].known()) continue;
        result.moves = courses[i].moves;
        break;
      }
      return result;
    }
    case step_kind::ask:
      return courses[0];
    case step_kind::sum:
    case step_kind::product:
    case step_kind::mean:
    case step_kind::count:
    case step_kind::least:
    case step_kind::greatest:
    case step_kind::every:
    case step_kind::some:
      return detail::course_of_list(made, operands, courses, on);
    default:
      break;
  }
  day_course result = detail::earliest(courses);
  const bool any_moves =
      std::any_of(courses.begin(), courses.end(), [](const day_course& one) { return !one.stays(); });
  // What is unknown, or null, stays so whatever the other operands do.
  const bool all_known = std::all_of(operands.begin(), operands.end(),
                                     [](const evaluated& one) { return one.known() && !one.is_null(); });
  if (!any_moves || !all_known) return result;
  const bool two = operands.size() == 2;
  const date* first = operands[0].as<date>();
  const date* second = two ? operands[1].as<date>() : nullptr;
  const bool both_with_day =
      two && courses[0].moves == motion::with_day && courses[1].moves == motion::with_day;
  const bool days = first != nullptr && second != nullptr;
  switch (made.kind) {
    case step_kind::equal:
    case step_kind::not_equal:
    case step_kind::less:
    case step_kind::less_equal:
      if (!days) break;
      if (courses[1].stays())
        result.ends(detail::meeting(courses[0].moves, *first, *second, on));
      else if (courses[0].stays())
        result.ends(detail::meeting(courses[1].moves, *second, *first, on));
      else if (!both_with_day)
        break;
      return result;
    case step_kind::months_between:
    case step_kind::age:
      if (!days || !courses[0].stays() || courses[1].moves != motion::with_day) break;
      result.ends(detail::next_whole(made.kind, *first, *second, on));
      return result;
    case step_kind::days_between:
      if (both_with_day) return result;
      break;
    case step_kind::date_plus:
      if (operands[1].as<days_duration>() != nullptr)
        result.moves = courses[0].moves;
      else if (courses[0].moves == motion::with_day)
        result.moves = motion::by_months;
      else
        break;
      return result;
    case step_kind::part_year:
    case step_kind::part_month:
      if (courses[0].moves != motion::with_day) break;
      result.ends(detail::next_part(made.kind, *first, on));
      return result;
    default:
      break;
  }
  result.ends(on + std::chrono::days{1});
  return result;
}

}  // namespace v0
}  // namespace slieksnis
