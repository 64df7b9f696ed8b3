// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <utility>

#include "plan_builder.hpp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE bool plan_builder::all_constant(const std::vector<step_id>& operands) const {
  return std::all_of(operands.begin(), operands.end(),
                     [&](step_id id) { return plan_.steps_[id].of == domain::constant; });
}

SLIEKSNIS_INLINE step_id plan_builder::constant(value known) {
  step made;
  if (const auto* number = std::get_if<rational>(&known)) {
    made.what = type_kind::number;
    if (const auto written = number->as_decimal()) made.scale = written->scale;
  } else if (std::holds_alternative<bool>(known)) {
    made.what = type_kind::boolean;
  } else if (std::holds_alternative<date>(known)) {
    made.what = type_kind::day;
  } else if (std::holds_alternative<std::string>(known)) {
    made.what = type_kind::text;
  } else if (std::holds_alternative<months_duration>(known)) {
    made.what = type_kind::months_duration;
  } else if (std::holds_alternative<days_duration>(known)) {
    made.what = type_kind::days_duration;
  }
  made.constant = std::move(known);
  plan_.steps_.push_back(std::move(made));
  return static_cast<step_id>(plan_.steps_.size() - 1);
}

/// The constant keeps how long it holds: the day of assessment is one of the constants it may come from.
SLIEKSNIS_INLINE step_id plan_builder::folded(const step& made, const std::vector<evaluated>& known,
                                              value result) {
  std::vector<day_course> courses;
  for (const step_id id : made.operands) courses.push_back(plan_.course(id));
  const step_id id = constant(std::move(result));
  set_course(id, course_of(made, known, courses, plan_.on_));
  return id;
}

SLIEKSNIS_INLINE void plan_builder::set_course(step_id id, day_course course) {
  if (plan_.courses_.size() <= id) plan_.courses_.resize(plan_.steps_.size());
  plan_.courses_[id] = course;
}

/// The values of a version end with it; those of one that is reviewed, with the next review.
SLIEKSNIS_INLINE void plan_builder::end_with_version(const planned_value& made, const definition& of,
                                                     const version& rule, date on) {
  if (on != plan_.on_) return;  // an earlier day stays what it was
  day_course own;
  if (!of.by_definition) own.ends(rule.when.to);  // otherwise another date chooses the version
  if (rule.reviewed_each) own.ends(slieksnis::add(latest(*rule.reviewed_each, on), months_duration{12}));
  const auto end = [&](step_id id) {
    day_course course = plan_.course(id);
    course.ends(own.until);
    set_course(id, course);
  };
  end(made.result);
  if (!made.entitled) return;
  end(made.entitled->result);
  if (of.kind == definition_kind::benefit) end(made.amount);
}

/// Adds a step, or the constant it always gives when its operands are constants. A constant that fails
/// (a division by a written zero) stays a step: whether anybody depends on it is known only later.
SLIEKSNIS_INLINE step_id plan_builder::add(step_kind kind, type_kind what, std::vector<step_id> operands,
                                           value parameter) {
  step made;
  made.kind = kind;
  made.what = what;
  made.null_on_failure = compatible_;
  made.constant = std::move(parameter);
  made.operands = std::move(operands);
  for (const step_id id : made.operands) made.of = std::max(made.of, plan_.steps_[id].of);
  if (made.of == domain::constant && !made.operands.empty()) {
    std::vector<evaluated> known;
    for (const step_id id : made.operands) {
      const step& operand = plan_.steps_[id];
      known.push_back(operand.kind == step_kind::constant ? evaluated(operand.constant)
                                                          : evaluated::failed());
    }
    const evaluated result = compute(made, known);
    if (result.known()) return folded(made, known, result.what());
    made.of = domain::common;
  }
  made.scale = scale_of(made);
  plan_.steps_.push_back(std::move(made));
  return static_cast<step_id>(plan_.steps_.size() - 1);
}

/// The decimal places that always suffice for the step's number: sums need the most of their operands,
/// products the sum of them, a quotient may need more than there are.
SLIEKSNIS_INLINE int plan_builder::scale_of(const step& made) const {
  if (made.what != type_kind::number) return no_scale;
  const auto operand = [&](std::size_t i) { return plan_.steps_[made.operands[i]].scale; };
  const auto most = [&](std::size_t first, std::size_t stride) {
    int result = 0;
    for (std::size_t i = first; i < made.operands.size(); i += stride) {
      if (operand(i) == no_scale) return no_scale;
      result = std::max(result, operand(i));
    }
    return result;
  };
  switch (made.kind) {
    case step_kind::multiply:
      return operand(0) == no_scale || operand(1) == no_scale ? no_scale : operand(0) + operand(1);
    case step_kind::round: {
      const auto step_size = std::get<rational>(made.constant).as_decimal();
      return step_size ? step_size->scale : no_scale;
    }
    case step_kind::negate:
    case step_kind::absolute:
    case step_kind::ask:
      return operand(0);
    case step_kind::add:
    case step_kind::subtract:
    case step_kind::first_known:
    case step_kind::modulo:
      return most(0, 1);
    case step_kind::choose:
      return most(1, 1);
    case step_kind::sum:
    case step_kind::least:
    case step_kind::greatest:
      return most(0, 2);
    case step_kind::divide:
    case step_kind::mean:
    case step_kind::power:
    case step_kind::product:
    case step_kind::to_number:
      return no_scale;
    default:
      return 0;  // counts, ages, parts of dates
  }
}

SLIEKSNIS_INLINE step_id plan_builder::over(step_kind kind, type_kind what, const lowered_list& list) {
  std::vector<step_id> operands;
  for (const auto& [item, takes_part] : list.items) {
    operands.push_back(item);
    operands.push_back(takes_part);
  }
  if (!list.over_persons) {
    if (operands.empty()) return constant_or_failure(kind, what);
    return add(kind, what, std::move(operands));
  }
  step made;
  made.kind = kind;
  made.what = what;
  made.of = domain::common;
  made.over_persons = true;
  made.null_on_failure = compatible_;
  made.operands = std::move(operands);
  made.scale = scale_of(made);
  plan_.steps_.push_back(std::move(made));
  return static_cast<step_id>(plan_.steps_.size() - 1);
}

/// A list step over a written empty list: its constant, or a step that fails where there is none.
SLIEKSNIS_INLINE step_id plan_builder::constant_or_failure(step_kind kind, type_kind what) {
  step made;
  made.kind = kind;
  made.what = what;
  made.null_on_failure = compatible_;
  const evaluated result = compute(made, {});
  if (result.known()) return constant(result.what());
  made.of = domain::common;
  plan_.steps_.push_back(std::move(made));
  return static_cast<step_id>(plan_.steps_.size() - 1);
}

SLIEKSNIS_INLINE step_id plan_builder::compare(operation op, step_id a, step_id b) {
  switch (op) {
    case operation::equal:
      return add(step_kind::equal, type_kind::boolean, {a, b});
    case operation::not_equal:
      return add(step_kind::not_equal, type_kind::boolean, {a, b});
    case operation::less:
      return add(step_kind::less, type_kind::boolean, {a, b});
    case operation::less_equal:
      return add(step_kind::less_equal, type_kind::boolean, {a, b});
    case operation::greater:
      return add(step_kind::less, type_kind::boolean, {b, a});
    default:
      return add(step_kind::less_equal, type_kind::boolean, {b, a});
  }
}

SLIEKSNIS_INLINE step_id plan_builder::rounded(step_id number, const rational& to, rounding_mode mode) {
  step made;
  made.kind = step_kind::round;
  made.what = type_kind::number;
  made.mode = mode;
  made.constant = to;
  made.null_on_failure = compatible_;
  made.operands = {number};
  made.of = plan_.steps_[number].of;
  if (plan_.steps_[number].kind == step_kind::constant) {
    const std::vector<evaluated> known{plan_.steps_[number].constant};
    return folded(made, known, compute(made, known).what());
  }
  made.scale = scale_of(made);
  plan_.steps_.push_back(std::move(made));
  return static_cast<step_id>(plan_.steps_.size() - 1);
}

}  // namespace v0
}  // namespace slieksnis
