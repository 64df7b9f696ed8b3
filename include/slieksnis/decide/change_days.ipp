// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <stdexcept>

#include "change_days.hpp"
#include "day_course.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// The courses of a plan's steps for one case, one for each value.
class course_reading {
 public:
  explicit course_reading(const evaluation& values) : values_(values), plan_(values.of()) {
    const auto& steps = plan_.steps();
    courses_.resize(steps.size());
    for (step_id id = 0; id < steps.size(); ++id) run(id);
  }

  /// The earliest day on which the step has another value, for any person.
  [[nodiscard]] date until(step_id id) const {
    date result = day_course::never;
    for (const day_course& one : courses_[id])
      result = std::min(result, one.stays() ? one.until : plan_.on() + std::chrono::days{1});
    return result;
  }
  /// The same for one person, where the step has a value for each.
  [[nodiscard]] date until(step_id id, std::size_t person) const {
    const day_course one = at(id, person);
    return one.stays() ? one.until : plan_.on() + std::chrono::days{1};
  }

 private:
  void run(step_id id) {
    const step& one = plan_.steps()[id];
    const std::size_t rows = one.of == domain::person ? values_.persons() : 1;
    courses_[id].assign(rows, plan_.course(id));
    if (one.operands.empty() || (one.over_persons && !values_.persons_stated())) return;
    for (std::size_t row = 0; row < rows; ++row) {
      operands_.clear();
      operand_courses_.clear();
      const std::size_t first = one.over_persons ? 0 : row;
      const std::size_t last = one.over_persons ? values_.persons() : row + 1;
      for (std::size_t person = first; person < last; ++person)
        for (const step_id operand : one.operands) {
          operands_.push_back(values_.at(operand, person));
          operand_courses_.push_back(at(operand, person));
        }
      day_course made = course_of(one, operands_, operand_courses_, plan_.on());
      made.ends(courses_[id][row].until);
      courses_[id][row] = made;
    }
  }

  [[nodiscard]] day_course at(step_id id, std::size_t person) const {
    const auto& column = courses_[id];
    if (plan_.steps()[id].of != domain::person) return column.front();
    return column.empty() ? day_course{} : column[person];
  }

  const evaluation& values_;
  const plan& plan_;
  std::vector<std::vector<day_course>> courses_;
  std::vector<evaluated> operands_;
  std::vector<day_course> operand_courses_;
};

SLIEKSNIS_INLINE void end_with(date& until, const course_reading& read, const planned_value& value) {
  until = std::min(until, read.until(value.result));
  if (!value.entitled) return;
  until = std::min(until, read.until(value.entitled->result));
  until = std::min(until, read.until(value.amount));
}

SLIEKSNIS_INLINE std::optional<date> within_book(const plan& planned, date until) {
  return planned.book().span().to <= until ? std::nullopt : std::optional(until);
}

}  // namespace detail

SLIEKSNIS_INLINE std::optional<date> next_change(const plan& planned, const facts& stated) {
  const evaluation values(planned, stated);
  const detail::course_reading read(values);
  date until = day_course::never;
  for (const planned_value& value : planned.values())
    if (value.on == planned.on()) detail::end_with(until, read, value);
  if (planned.formula()) until = std::min(until, read.until(planned.formula()->result));
  if (planned.list())
    for (const step_id item : planned.list()->first) until = std::min(until, read.until(item));
  return detail::within_book(planned, until);
}

SLIEKSNIS_INLINE std::optional<date> next_change(const evaluation& values,
                                                 const std::vector<std::size_t>& wanted) {
  const plan& planned = values.of();
  const detail::course_reading read(values);
  date until = day_course::never;
  for (const std::size_t id : wanted) {
    const auto at = planned.value_of(id);
    if (!at) throw std::logic_error("slieksnis: the plan was not made for this benefit");
    detail::end_with(until, read, planned.values()[*at]);
  }
  return detail::within_book(planned, until);
}

SLIEKSNIS_INLINE std::optional<date> next_change_of(const evaluation& values, const decision& decided) {
  const plan& planned = values.of();
  const detail::course_reading read(values);
  const planned_value& value = planned.values()[*planned.value_of(decided.benefit)];
  const std::size_t row = decided.person.value_or(0);
  // While the conditions keep failing, the amount that they keep from being paid may change as it likes.
  const bool conditions_only = decided.outcome == outcome::refused && value.entitled;
  date until = conditions_only ? day_course::never : read.until(value.result, row);
  if (value.entitled) until = std::min(until, read.until(value.entitled->result, row));
  if (value.entitled && !conditions_only) until = std::min(until, read.until(value.amount, row));
  return detail::within_book(planned, until);
}

SLIEKSNIS_INLINE std::optional<date> next_begin(const definition& of, date on) noexcept {
  for (const version& one : of.versions)
    if (one.when.from > on) return one.when.from;
  return std::nullopt;
}

}  // namespace v0
}  // namespace slieksnis
