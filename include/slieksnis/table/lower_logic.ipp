// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <atomic>
#include <utility>

#include "../decide/compute.hpp"
#include "lower_table.hpp"
#include "reason.hpp"
#include "tidy_program.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

SLIEKSNIS_INLINE table_lowering::cell table_lowering::choose(const step& one) {
  const bool of_persons = one.of == domain::person;
  cell condition = at(one.operands[0]);
  if (condition.what == sort::not_held) return condition;
  if (condition.what == sort::uniform && condition.sure) {
    const cell& taken = at(one.operands[condition.one.is(true) ? 1 : 2]);
    return of_persons ? spread(taken) : taken;
  }
  cell then = at(one.operands[1]);
  cell otherwise = at(one.operands[2]);
  if (then.what == sort::not_held) return then;
  if (otherwise.what == sort::not_held) return otherwise;
  if (of_persons) {
    condition = spread(condition);
    then = spread(then);
    otherwise = spread(otherwise);
  }
  const bool all_uniform =
      condition.what == sort::uniform && then.what == sort::uniform && otherwise.what == sort::uniform;
  if (all_uniform) {
    const std::vector<evaluated> known{condition.one, then.one, otherwise.one};
    return uniform(compute(one, known), one.what);
  }
  if (fails(condition)) return not_held("a choice by what fails for every row");
  const bool sure = condition.sure && then.sure && otherwise.sure;
  cell result;
  const register_id c = truth_register(condition, of_persons);
  // An arm that fails, such as a date that no version covers: rows that may come to it are read exactly.
  for (cell* arm : {&then, &otherwise}) {
    if (!fails(*arm)) continue;
    table_step& made = emit(table_operation::mark_exact, of_persons);
    made.c = c;
    made.fa = arm == &then ? truth::no : truth::yes;
    *arm = arm == &then ? otherwise : then;
  }
  if (fails(then)) return not_held("a failure for every row");
  if (one.what == type_kind::boolean) {
    const register_id a = truth_register(then, of_persons);
    const register_id b = truth_register(otherwise, of_persons);
    table_step& made = emit(table_operation::choose_truth, of_persons);
    made.a = a;
    made.b = b;
    made.c = c;
    made.into = new_truth();
    result = truth_cell(made.into, of_persons, sure);
  } else {
    // An arm that is never known still has to be a register, so that its rows are not known.
    const auto denominator = common_denominator(then, otherwise);
    if (!denominator) return not_held("numbers of too many places");
    const argument a = as_argument(then, *denominator);
    const argument b = as_argument(otherwise, *denominator);
    const register_id into = new_number();
    table_step& made = emit(table_operation::choose_number, of_persons);
    made.a = a.from;
    made.fa = a.constant;
    made.b = b.from;
    made.fb = b.constant;
    made.c = c;
    made.into = into;
    result = number_cell(into, of_persons, *denominator, one.what, sure);
  }
  if (sure) return result;
  const register_id need_then = need_register(then, of_persons);
  const register_id need_else = need_register(otherwise, of_persons);
  const register_id need_condition = need_register(condition, of_persons);
  table_step& need = emit(table_operation::need_choose, of_persons);
  need.a = need_then;
  need.b = need_else;
  need.c = c;
  need.d = need_condition;
  const register_id by_branch = need.into = new_need();
  table_step& masked = emit(table_operation::need_unknown, of_persons);
  masked.a = by_branch;
  (result.what == sort::truth ? masked.c : masked.b) = result.base;
  masked.into = result.need = new_need();
  return result;
}

SLIEKSNIS_INLINE table_lowering::cell table_lowering::logical(const std::vector<cell>& operands,
                                                              bool decisive) {
  // A uniform operand decides for all rows, changes nothing, or is unknown for all rows.
  for (const cell& one : operands)
    if (one.what == sort::uniform && one.one.is(decisive)) return one;
  std::vector<cell> live;
  for (const cell& one : operands)
    if (one.what != sort::uniform || !one.sure) live.push_back(one);
  if (live.size() == 1) return live.front();
  bool of_persons = false;
  bool sure = true;
  for (const cell& one : live) {
    of_persons = of_persons || one.of_persons;
    sure = sure && one.sure;
  }
  register_id so_far = truth_register(live.front(), of_persons);
  for (std::size_t i = 1; i < live.size(); ++i) {
    const register_id next = truth_register(live[i], of_persons);
    table_step& made =
        emit(decisive ? table_operation::logical_or : table_operation::logical_and, of_persons);
    made.a = so_far;
    made.b = next;
    so_far = made.into = new_truth();
  }
  cell result = truth_cell(so_far, of_persons, sure);
  if (sure) return result;
  need_first_of(result, live);
  table_step& masked = emit(table_operation::need_unknown, of_persons);
  masked.a = result.need;
  masked.c = so_far;
  masked.into = result.need = new_need();
  return result;
}

SLIEKSNIS_INLINE table_lowering::cell table_lowering::negated(const cell& a) {
  table_step& made = emit(table_operation::logical_not, a.of_persons);
  made.a = a.base;
  made.into = new_truth();
  cell result = truth_cell(made.into, a.of_persons, a.sure);
  result.need = a.need;
  return result;
}

SLIEKSNIS_INLINE table_lowering::cell table_lowering::equal(const cell& a, const cell& b, bool wanted) {
  const bool of_persons = a.of_persons || b.of_persons;
  const register_id left = truth_register(a, of_persons);
  const register_id right = truth_register(b, of_persons);
  table_step& made = emit(table_operation::equal_truth, of_persons);
  made.a = left;
  made.b = right;
  made.fa = wanted ? 1 : 0;
  made.into = new_truth();
  cell result = truth_cell(made.into, of_persons, a.sure && b.sure);
  need_first_of(result, {a, b});
  return result;
}

/// A written list: pairs of item and "takes part", which for a written list is always a constant.
SLIEKSNIS_INLINE table_lowering::cell table_lowering::over_list(const step& one,
                                                                const std::vector<cell>& operands) {
  std::vector<cell> items;
  for (std::size_t i = 0; i + 1 < operands.size(); i += 2) {
    if (operands[i + 1].what != sort::uniform || !operands[i + 1].sure)
      return not_held("a filter on a written list");
    if (operands[i + 1].one.is(true)) items.push_back(operands[i]);
  }
  if (items.empty()) return not_held("an empty list");
  if (one.kind == step_kind::every || one.kind == step_kind::some)
    return logical(items, one.kind == step_kind::some);
  cell result = items.front();
  for (std::size_t i = 1; i < items.size(); ++i) {
    result = one.kind == step_kind::least      ? extreme(table_operation::least, result, items[i])
             : one.kind == step_kind::greatest ? extreme(table_operation::greatest, result, items[i])
                                               : sum_of(result, items[i], 1, one.what);
    if (result.what == sort::not_held) return result;
  }
  if (one.kind == step_kind::mean) {
    const rational share = rational(1) / rational(static_cast<std::int64_t>(items.size()));
    result = times(result, uniform(value{share}, type_kind::number), one.what);
  }
  if (result.what != sort::not_held) need_first_of(result, items);
  return result;
}

SLIEKSNIS_INLINE table_lowering::cell table_lowering::over_persons(const step& one) {
  if (!table_.has_persons()) return uniform(evaluated::unknown({{need::persons, std::nullopt}}), one.what);
  if (one.operands.size() != 2) return not_held("a list of several columns");
  cell item = at(one.operands[0]);
  cell part = at(one.operands[1]);
  if (item.what == sort::not_held) return item;
  if (part.what == sort::not_held) return part;
  item = spread(item);
  part = spread(part);
  const bool logical = one.kind == step_kind::every || one.kind == step_kind::some;
  table_operation kind = table_operation::count_persons;
  switch (one.kind) {
    case step_kind::sum:
      kind = table_operation::sum_persons;
      break;
    case step_kind::count:
      break;
    case step_kind::least:
      kind = table_operation::least_persons;
      break;
    case step_kind::greatest:
      kind = table_operation::greatest_persons;
      break;
    case step_kind::every:
      kind = table_operation::every_person;
      break;
    case step_kind::some:
      kind = table_operation::some_person;
      break;
    default:
      return not_held("a mean or product over persons");
  }
  const bool counts = one.kind == step_kind::count;
  const bool everybody = part.what == sort::uniform && part.sure && part.one.is(true);
  std::int64_t denominator = 1;
  register_id from = no_register;
  if (logical) {
    from = truth_register(item, true);
  } else if (!counts) {
    const auto own = denominator_of(item);
    if (!own) return not_held("numbers of too many places");
    denominator = *own;
    from = in_register(item, denominator);
  }
  const register_id takes_part = everybody ? no_register : truth_register(part, true);
  // A household of no persons says nothing about who they are, so the result is never sure.
  cell result = logical ? truth_cell(new_truth(), false, false)
                        : number_cell(new_number(), false, denominator, one.what, false);
  const register_id need_item = counts ? no_register : need_register(item, true);
  const register_id need_part = need_register(part, true);
  table_step& made = emit(kind, false);
  made.a = from;
  made.c = takes_part;
  made.into = result.base;
  table_step& need = emit(table_operation::need_persons, false);
  need.a = need_item;
  need.b = need_part;
  need.c = takes_part;
  need.d = result.base;
  need.fa = logical ? 1 : 0;
  need.fb = logical && one.kind == step_kind::some ? truth::yes : truth::no;
  need.e = logical ? from : no_register;
  need.index = need_code(need::persons);
  need.into = result.need = new_need();
  return result;
}

/// The conditions that may refuse, in order; the first one that fails is the reason.
SLIEKSNIS_INLINE void table_lowering::add_reasons(const planned_value& value, const cell* chosen,
                                                  std::uint32_t result, bool of_persons) {
  for (const refusing_condition& one : refusing_conditions(value)) {
    const cell condition = at(one.holds);
    if (condition.what == sort::uniform && !condition.one.is(false)) continue;
    const cell shown = of_persons ? spread(condition) : condition;
    const register_id fails = truth_register(shown, of_persons);
    const register_id when = chosen == nullptr ? no_register : truth_register(*chosen, of_persons);
    table_step& made = emit(table_operation::reason, of_persons);
    made.a = fails;
    made.c = when;
    made.index = code(one.text);
    made.constant = result;
  }
}

SLIEKSNIS_INLINE void table_lowering::want(std::size_t definition) {
  const auto place = plan_.value_of(definition);
  const planned_value& value = plan_.values()[*place];
  const slieksnis::definition& of = plan_.book().at(definition);
  table_result result;
  result.definition = definition;
  result.of_persons = of.of == entity::person;
  result.has_amount = of.kind == definition_kind::benefit;
  const auto index = static_cast<std::uint32_t>(program_.results.size());
  // What a row states itself is decided by that alone, without the conditions of the rule.
  if (plan_.shape().sometimes.contains(definition)) {
    static_cast<void>(not_held("a benefit or status that some rows state"));
    program_.results.push_back(result);
    return;
  }
  if (!value.entitled) {
    // A stated status is its own truth; a stated amount needs the exact reading's test against zero.
    if (result.has_amount) {
      static_cast<void>(not_held("a stated benefit"));
      program_.results.push_back(result);
      return;
    }
  }
  const step_id entitled_step = value.entitled ? value.entitled->result : value.result;
  cell entitled = at(entitled_step);
  cell amount;
  if (result.has_amount) amount = at(value.amount);
  if (fails(entitled) || fails(amount)) static_cast<void>(not_held("a failure for every row"));
  if (entitled.what == sort::not_held || amount.what == sort::not_held || !program_.holds()) {
    program_.results.push_back(result);
    return;
  }
  if (result.of_persons) entitled = spread(entitled);
  const register_id e = truth_register(entitled, result.of_persons);
  const register_id need_entitled = need_register(entitled, result.of_persons);
  register_id from = no_register;
  register_id need_amount = no_register;
  if (result.has_amount) {
    if (result.of_persons) amount = spread(amount);
    auto denominator = denominator_of(amount);
    std::int64_t whole = 1;
    while (denominator && whole % *denominator != 0 && result.decimals < 18) {
      whole *= 10;
      ++result.decimals;
    }
    if (!denominator || whole % *denominator != 0) {
      static_cast<void>(not_held("an amount without a last decimal place: " + of.name));
      program_.results.push_back(result);
      return;
    }
    // At least two places for money, so that columns of amounts look alike.
    while (of.what.measure.of_money() && result.decimals < 2) {
      whole *= 10;
      ++result.decimals;
    }
    from = in_register(amount, whole);
    need_amount = need_register(amount, result.of_persons);
  }
  table_step& made = emit(table_operation::decide, result.of_persons);
  made.a = e;
  made.b = from;
  made.c = need_entitled;
  made.d = need_amount;
  made.index = index;
  if (value.by_version.empty()) {
    add_reasons(value, nullptr, index, result.of_persons);
  } else {
    for (std::size_t i = 0; i < value.by_version.size(); ++i) {
      cell chosen = at(value.chosen_when[i]);
      if (result.of_persons) chosen = spread(chosen);
      if (chosen.what == sort::uniform && chosen.one.is(false)) continue;
      add_reasons(value.by_version[i], &chosen, index, result.of_persons);
    }
  }
  program_.results.push_back(result);
}

}  // namespace detail

SLIEKSNIS_INLINE table_program make_table_program(const plan& planned, const fact_table& table,
                                                  const std::vector<std::size_t>& wanted) {
  detail::table_lowering lowering(planned, table);
  for (const std::size_t definition : wanted) lowering.want(definition);
  static std::atomic<std::uint64_t> programs{0};
  table_program result = tidied(std::move(lowering).take());
  result.id = ++programs;
  result.all_known = !table.has_persons();
  for (std::uint32_t i = 0; i < result.steps.size(); ++i) {
    const table_step& one = result.steps[i];
    if (one.kind == table_operation::load_number) result.loads.push_back(i);
    const bool loads = one.kind == table_operation::load_number || one.kind == table_operation::load_truth;
    const bool may_be_unknown =
        loads ? !table.columns()[one.index].stated.empty()
              : one.kind == table_operation::constant_if || one.kind == table_operation::truth_if ||
                    (one.kind == table_operation::fill_truth && one.fa == truth::unknown);
    result.all_known = result.all_known && !may_be_unknown;
  }
  return result;
}

}  // namespace v0
}  // namespace slieksnis
