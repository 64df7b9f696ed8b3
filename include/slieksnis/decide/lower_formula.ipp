// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <utility>

#include "plan_builder.hpp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE plan_builder::lowered plan_builder::lower(const expression& e, setting& at) {
  if (e.to_null) return {constant(null_value{}), nullptr, false};
  lowered result = lower_node(e, at);
  // Conditions and what they compare are what a refusal is explained with.
  if (at.notes != nullptr && !result.list && !result.person) at.notes->nodes.emplace_back(&e, result.value);
  return result;
}

SLIEKSNIS_INLINE plan_builder::lowered plan_builder::lower_node(const expression& e, setting& at) {
  const auto operand = [&](std::size_t i) { return scalar(*e.operands[i], at); };
  switch (e.kind) {
    case expression_kind::literal:
      return {constant(e.written), nullptr, false};
    case expression_kind::name:
      return lower_name(e, at);
    case expression_kind::negate:
      return {add(step_kind::negate, e.what.kind, {operand(0)}), nullptr, false};
    case expression_kind::binary:
      return lower_binary(e, at);
    case expression_kind::between: {
      const step_id value = operand(0);
      const step_id low = compare(operation::greater_equal, value, operand(1));
      const step_id high = compare(operation::less_equal, value, operand(2));
      return {add(step_kind::logical_and, type_kind::boolean, {low, high}), nullptr, false};
    }
    case expression_kind::in:
      return lower_in(e, at);
    case expression_kind::conditional: {
      const step_id condition = operand(0);
      const step_id then = operand(1);
      return {add(step_kind::choose, e.what.kind, {condition, then, operand(2)}), nullptr, false};
    }
    case expression_kind::list: {
      auto list = std::make_shared<lowered_list>();
      for (const auto& item : e.operands) {
        const step_id value = scalar(*item, at);
        list->items.emplace_back(value, constant(true));
      }
      return {0, std::move(list), false};
    }
    case expression_kind::filter:
      return lower_filter(e, at);
    case expression_kind::path:
      return lower_path(e, at);
    case expression_kind::some:
    case expression_kind::every:
    case expression_kind::loop:
      return lower_iteration(e, at);
    case expression_kind::call:
      return lower_call(e, at);
    case expression_kind::test:
    case expression_kind::range:
      break;  // lowered with the `in` they belong to
  }
  return {constant(null_value{}), nullptr, false};
}

SLIEKSNIS_INLINE plan_builder::lowered plan_builder::lower_name(const expression& e, setting& at) {
  step_id value = 0;
  std::size_t named = e.definition;
  switch (e.meaning) {
    case name_meaning::variable:
      for (std::size_t i = at.variables.size(); i-- > 0;)
        if (at.variables[i].name == e.name) return at.variables[i].what;
      throw std::logic_error("slieksnis: a variable out of scope");
    case name_meaning::on:
      value = constant(at.on);
      if (at.on == plan_.on_) set_course(value, {day_course::never, motion::with_day});
      return {value, nullptr, false};
    case name_meaning::persons: {
      auto list = std::make_shared<lowered_list>();
      list->over_persons = list->are_persons = true;
      const step_id everybody = constant(true);
      list->items.emplace_back(everybody, everybody);
      return {0, std::move(list), false};
    }
    case name_meaning::previous:
      value = value_on(e.definition, previous_day(at));
      break;
    case name_meaning::itself:
      value = input(*at.itself, e.definition);
      break;
    default:
      value = value_on(named, at.on);
  }
  if (at.notes != nullptr) at.notes->mentions.push_back({e.where, named, value, false});
  return {value, nullptr, false};
}

SLIEKSNIS_INLINE plan_builder::lowered plan_builder::lower_binary(const expression& e, setting& at) {
  const step_id a = scalar(*e.operands[0], at);
  const step_id b = scalar(*e.operands[1], at);
  const type_kind left = e.operands[0]->what.kind;
  const type_kind right = e.operands[1]->what.kind;
  const auto one = [&](step_kind kind, std::vector<step_id> operands) {
    return lowered{add(kind, e.what.kind, std::move(operands)), nullptr, false};
  };
  switch (e.op) {
    case operation::logical_and:
      return one(step_kind::logical_and, {a, b});
    case operation::logical_or:
      return one(step_kind::logical_or, {a, b});
    case operation::add:
    case operation::subtract:
      if (left == type_kind::day && right == type_kind::day) return one(step_kind::days_between, {a, b});
      if (left == type_kind::day) {
        const step_id duration = e.op == operation::add ? b : add(step_kind::negate, right, {b});
        return one(step_kind::date_plus, {a, duration});
      }
      return one(e.op == operation::add ? step_kind::add : step_kind::subtract, {a, b});
    case operation::multiply:
      return one(step_kind::multiply, {a, b});
    case operation::divide:
      return one(step_kind::divide, {a, b});
    case operation::power:
      return one(step_kind::power, {a, b});
    default:
      return {compare(e.op, a, b), nullptr, false};
  }
}

SLIEKSNIS_INLINE step_id plan_builder::lower_test(step_id value, const expression& test, setting& at) {
  if (test.to_null) return constant(null_value{});
  if (test.kind == expression_kind::test) return compare(test.op, value, scalar(*test.operands[0], at));
  if (test.kind == expression_kind::range) {
    const step_id low = compare(test.low_open ? operation::greater : operation::greater_equal, value,
                                scalar(*test.operands[0], at));
    const step_id high = compare(test.high_open ? operation::less : operation::less_equal, value,
                                 scalar(*test.operands[1], at));
    return add(step_kind::logical_and, type_kind::boolean, {low, high});
  }
  const lowered other = lower(test, at);
  if (!other.list) return compare(operation::equal, value, other.value);
  lowered_list same = *other.list;
  for (auto& [item, takes_part] : same.items) item = compare(operation::equal, value, item);
  return over(step_kind::some, type_kind::boolean, same);
}

SLIEKSNIS_INLINE plan_builder::lowered plan_builder::lower_in(const expression& e, setting& at) {
  const step_id value = scalar(*e.operands[0], at);
  std::vector<step_id> tests;
  for (std::size_t i = 1; i < e.operands.size(); ++i) tests.push_back(lower_test(value, *e.operands[i], at));
  return {tests.size() == 1 ? tests.front() : add(step_kind::logical_or, type_kind::boolean, tests), nullptr,
          false};
}

SLIEKSNIS_INLINE plan_builder::lowered plan_builder::lower_path(const expression& e, setting& at) {
  const lowered owner = lower(*e.operands[0], at);
  if (e.meaning == name_meaning::definition) {  // a person's value
    const step_id value = value_on(e.definition, at.on);
    const bool list = owner.list != nullptr;
    const bool whole =
        e.operands[0]->kind == expression_kind::name;  // what stands for a name in the shown formula
    if (at.notes != nullptr && whole) at.notes->mentions.push_back({e.where, e.definition, value, list});
    if (!list) return {value, nullptr, false};
    auto column = std::make_shared<lowered_list>(*owner.list);
    column->items.front().first = value;
    column->are_persons = false;
    return {0, std::move(column), false};
  }
  const bool months = e.operands[0]->what.is(type_kind::months_duration);
  const step_kind kind = e.name == "year"               ? step_kind::part_year
                         : e.name == "month"            ? step_kind::part_month
                         : e.name == "day"              ? step_kind::part_day
                         : e.name == "years"            ? step_kind::part_years
                         : e.name == "months" && months ? step_kind::part_months
                                                        : step_kind::part_days;
  return {add(kind, type_kind::number, {owner.value}), nullptr, false};
}

/// `for`, `some` and `every`: over persons the body is lowered once, over a written list once for each item.
SLIEKSNIS_INLINE plan_builder::lowered plan_builder::lower_iteration(const expression& e, setting& at) {
  lowered_list list = items_of(*e.operands[0], at);
  planned_formula* const notes = std::exchange(at.notes, nullptr);  // values inside differ from item to item
  for (auto& [item, takes_part] : list.items) {
    at.variables.push_back({e.name, {item, nullptr, list.are_persons}});
    item = scalar(*e.operands[1], at);
    at.variables.pop_back();
  }
  at.notes = notes;
  list.are_persons = false;
  if (e.kind == expression_kind::loop) return {0, std::make_shared<lowered_list>(std::move(list)), false};
  return {
      over(e.kind == expression_kind::some ? step_kind::some : step_kind::every, type_kind::boolean, list),
      nullptr, false};
}

SLIEKSNIS_INLINE plan_builder::lowered plan_builder::lower_filter(const expression& e, setting& at) {
  lowered_list list = items_of(*e.operands[0], at);
  if (!e.what.is(type_kind::list)) {  // an index, checked to be a written whole number
    const auto* written = std::get_if<rational>(&e.operands[1]->written);
    if (written == nullptr)
      return {constant(null_value{}), nullptr, false};  // compatible mode: a condition on what is null
    const auto index = written->as_integer();
    const bool there = index && *index >= 1 && *index <= static_cast<std::int64_t>(list.items.size());
    return {there ? list.items[static_cast<std::size_t>(*index - 1)].first
                  : constant_or_failure(step_kind::least, e.what.kind),
            nullptr, false};
  }
  planned_formula* const notes = std::exchange(at.notes, nullptr);
  for (auto& [item, takes_part] : list.items) {
    at.variables.push_back({"item", {item, nullptr, list.are_persons}});
    const step_id condition = scalar(*e.operands[1], at);
    takes_part = add(step_kind::logical_and, type_kind::boolean, {takes_part, condition});
    at.variables.pop_back();
  }
  at.notes = notes;
  return {0, std::make_shared<lowered_list>(std::move(list)), false};
}

SLIEKSNIS_INLINE plan_builder::lowered_list plan_builder::items_of(const expression& e, setting& at) {
  const lowered result = lower(e, at);
  if (result.list) return *result.list;
  lowered_list one;  // FEEL: a single value where a list is expected
  one.items.emplace_back(result.value, constant(true));
  return one;
}

}  // namespace v0
}  // namespace slieksnis
