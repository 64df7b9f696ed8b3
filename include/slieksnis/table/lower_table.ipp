// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <utility>

#include "../decide/compute.hpp"
#include "lower_table.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

SLIEKSNIS_INLINE table_step& table_lowering::emit(table_operation kind, bool of_persons) {
  program_.steps.emplace_back();
  program_.steps.back().kind = kind;
  program_.steps.back().of_persons = of_persons;
  return program_.steps.back();
}

SLIEKSNIS_INLINE register_id table_lowering::new_number() { return program_.numbers++; }

SLIEKSNIS_INLINE table_lowering::cell table_lowering::number_cell(register_id from, bool of_persons,
                                                                  std::int64_t denominator, type_kind type,
                                                                  bool sure) {
  cell result;
  result.what = sort::number;
  result.type = type;
  result.of_persons = of_persons;
  result.sure = sure;
  result.base = from;
  result.denominator = denominator;
  return result;
}

SLIEKSNIS_INLINE table_lowering::cell table_lowering::truth_cell(register_id from, bool of_persons,
                                                                 bool sure) {
  cell result = number_cell(from, of_persons, 1, type_kind::boolean, sure);
  result.what = sort::truth;
  return result;
}

SLIEKSNIS_INLINE table_lowering::cell table_lowering::uniform(evaluated one, type_kind type) {
  cell result;
  result.type = type;
  result.sure = one.known();
  result.one = std::move(one);
  return result;
}

SLIEKSNIS_INLINE table_lowering::cell table_lowering::not_held(std::string why) {
  program_.not_held.push_back(std::move(why));
  cell result;
  result.what = sort::not_held;
  return result;
}

SLIEKSNIS_INLINE std::uint32_t table_lowering::code(const std::string& text) {
  const auto [at, added] = code_numbers_.emplace(text, static_cast<std::uint32_t>(program_.codes.size()));
  if (added) program_.codes.push_back(text);
  return at->second;
}

SLIEKSNIS_INLINE std::uint32_t table_lowering::need_code(std::size_t definition) {
  return code(definition == need::persons ? "persons" : plan_.book().at(definition).name);
}

/// The register of a truth; a uniform one is written out.
SLIEKSNIS_INLINE register_id table_lowering::truth_register(const cell& a, bool of_persons) {
  if (a.what == sort::truth) return a.base;
  table_step& made = emit(table_operation::fill_truth, of_persons);
  made.into = new_truth();
  made.fa = !a.one.known() ? truth::unknown : a.one.is(true) ? truth::yes : truth::no;
  return made.into;
}

SLIEKSNIS_INLINE register_id table_lowering::need_register(const cell& a, bool of_persons) {
  if (a.sure) return no_register;
  if (a.need != no_register) return a.need;
  table_step& made = emit(table_operation::need_of, of_persons);
  made.into = new_need();
  made.index = need_code(a.one.needs().front().definition);
  return made.into;
}

SLIEKSNIS_INLINE void table_lowering::need_first_of(cell& result, const std::vector<cell>& operands) {
  if (result.sure || result.what == sort::uniform) return;
  register_id so_far = no_register;
  for (const cell& one : operands) {
    const register_id next = need_register(one, result.of_persons);
    if (next == no_register) continue;
    if (so_far == no_register) {
      so_far = next;
      continue;
    }
    table_step& made = emit(table_operation::need_first, result.of_persons);
    made.a = so_far;
    made.b = next;
    so_far = made.into = new_need();
  }
  result.need = so_far;
}

/// A household's value for each of its persons.
SLIEKSNIS_INLINE table_lowering::cell table_lowering::spread(const cell& a) {
  cell result = a;
  result.of_persons = true;
  if (a.what == sort::uniform || a.of_persons) return result;
  table_step& made =
      emit(a.what == sort::truth ? table_operation::spread_truth : table_operation::spread_number, true);
  made.a = a.base;
  const std::size_t at = program_.steps.size() - 1;
  result.base = a.what == sort::truth ? new_truth() : new_number();
  program_.steps[at].into = result.base;
  if (a.need != no_register) {
    table_step& need = emit(table_operation::need_spread, true);
    need.a = a.need;
    need.into = result.need = new_need();
  }
  return result;
}

SLIEKSNIS_INLINE const table_lowering::cell& table_lowering::at(step_id id) {
  if (const auto known = cells_.find(id); known != cells_.end()) return known->second;
  cell made = lower(plan_.steps()[id]);
  return cells_.emplace(id, std::move(made)).first->second;
}

SLIEKSNIS_INLINE table_lowering::cell table_lowering::lower(const step& one) {
  if (one.kind == step_kind::constant) return uniform(one.constant, one.what);
  if (one.kind == step_kind::input) return input(one);
  if (one.kind == step_kind::choose) return choose(one);
  if (one.kind == step_kind::first_known) return first_known(one);
  if (one.over_persons) return over_persons(one);
  std::vector<cell> operands;
  const bool of_persons = one.of == domain::person;
  for (const step_id id : one.operands) {
    cell next = at(id);
    if (next.what == sort::not_held) return next;
    operands.push_back(of_persons ? spread(next) : std::move(next));
  }
  const auto all_uniform = std::all_of(operands.begin(), operands.end(),
                                       [](const cell& next) { return next.what == sort::uniform; });
  if (all_uniform) {
    std::vector<evaluated> known;
    for (const cell& next : operands) known.push_back(next.one);
    evaluated result = compute(one, known);
    return uniform(std::move(result), one.what);
  }
  if (std::any_of(operands.begin(), operands.end(), fails))
    return not_held("an operation on what fails for every row");
  cell result;
  switch (one.kind) {
    case step_kind::ask: {
      result = operands[0];
      if (result.sure) return result;
      table_step& made = emit(table_operation::need_of, of_persons);
      made.index = need_code(one.definition);
      (result.what == sort::truth ? made.c : made.a) = result.base;
      made.into = result.need = new_need();
      return result;
    }
    case step_kind::logical_and:
      return logical(operands, false);
    case step_kind::logical_or:
      return logical(operands, true);
    case step_kind::logical_not:
      return negated(operands[0]);
    case step_kind::equal:
    case step_kind::not_equal:
    case step_kind::less:
    case step_kind::less_equal: {
      const bool equality = one.kind == step_kind::equal || one.kind == step_kind::not_equal;
      const bool truths = operands[0].type == type_kind::boolean || operands[1].type == type_kind::boolean;
      if (truths)
        return equality ? equal(operands[0], operands[1], one.kind == step_kind::equal)
                        : not_held("an order of truths");
      if (!equality && operands[0].type == type_kind::text) return not_held("an order of texts");
      result = compared(operands[0], operands[1],
                        one.kind == step_kind::equal       ? sign_test::zero
                        : one.kind == step_kind::not_equal ? sign_test::not_zero
                        : one.kind == step_kind::less      ? sign_test::below
                                                           : sign_test::not_above);
      break;
    }
    case step_kind::negate:
      result = times(operands[0], uniform(value{rational(-1)}, type_kind::number), one.what);
      break;
    case step_kind::add:
    case step_kind::subtract:
      result = sum_of(operands[0], operands[1], one.kind == step_kind::add ? 1 : -1, one.what);
      break;
    case step_kind::days_between:
      result = sum_of(operands[0], operands[1], -1, one.what);
      break;
    case step_kind::part_days:
      if (operands[0].type != type_kind::days_duration) return looked_up(one, operands);
      result = operands[0];
      result.type = type_kind::number;
      return result;
    case step_kind::date_plus:
      if (operands[1].type != type_kind::days_duration) return looked_up(one, operands);
      result = sum_of(operands[0], operands[1], 1, one.what);
      break;
    case step_kind::multiply:
      result = times(operands[0], operands[1], one.what);
      break;
    case step_kind::divide: {
      const auto* divisor = operands[1].what == sort::uniform ? operands[1].one.as<rational>() : nullptr;
      if (divisor == nullptr || divisor->sign() == 0 || operands[0].type != type_kind::number)
        return not_held("a division by a column");
      result = times(operands[0], uniform(value{rational(1) / *divisor}, type_kind::number), one.what);
      break;
    }
    case step_kind::absolute:
      result = absolute(operands[0]);
      break;
    case step_kind::round:
      return rounded(one, operands[0]);
    case step_kind::sum:
    case step_kind::least:
    case step_kind::greatest:
    case step_kind::every:
    case step_kind::some:
    case step_kind::mean:
      return over_list(one, operands);
    default:
      return looked_up(one, operands);
  }
  if (result.what != sort::not_held) need_first_of(result, operands);
  return result;
}

SLIEKSNIS_INLINE table_lowering::cell table_lowering::input(const step& one) {
  const definition& of = plan_.book().at(one.definition);
  const auto& columns = table_.columns();
  const bool overridden = table_.shared().overrides().contains(one.definition);
  for (std::size_t i = 0; i < columns.size() && !overridden; ++i)
    if (columns[i].definition == one.definition) return loaded(one, i);
  const stated_values& stated = overridden ? table_.shared().overrides() : table_.shared().common();
  if (const auto found = stated.find(one.definition); found != stated.end())
    return uniform(found->second.what, one.what);
  cell missing = uniform(evaluated::unknown({{one.definition, std::nullopt}}), one.what);
  if (!of.otherwise) return missing;
  if (!of.otherwise->if_group_stated) return uniform(of.otherwise->what, one.what);
  return filled_by_group(one, std::move(missing));
}

/// The default that holds for a household as soon as anything of the group is stated for one of its persons.
SLIEKSNIS_INLINE table_lowering::cell table_lowering::filled_by_group(const step& one, cell from) {
  const definition& of = plan_.book().at(one.definition);
  std::vector<std::size_t> columns;
  for (std::size_t i = 0; i < table_.columns().size(); ++i) {
    const definition& other = plan_.book().at(table_.columns()[i].definition);
    if (other.of == entity::person && other.group == of.group) columns.push_back(i);
  }
  if (columns.empty()) return from;
  table_step& stated = emit(table_operation::group_stated, false);
  stated.index = static_cast<std::uint32_t>(program_.groups.size());
  const register_id group = stated.into = new_truth();
  program_.groups.push_back(std::move(columns));
  const cell condition = spread(truth_cell(group, false, true));
  const bool is_truth = one.what == type_kind::boolean;
  const auto lane = is_truth ? std::optional<std::int64_t>(std::get<bool>(of.otherwise->what) ? 1 : 2)
                             : lane_of(of.otherwise->what, 1);
  if (!lane) return not_held("a default that is no whole number: " + of.name);
  table_step& made = emit(is_truth ? table_operation::truth_if : table_operation::constant_if, true);
  made.c = condition.base;
  made.fa = *lane;
  const std::size_t at = program_.steps.size() - 1;
  cell result =
      is_truth ? truth_cell(new_truth(), true, false) : number_cell(new_number(), true, 1, one.what, false);
  program_.steps[at].into = result.base;
  table_step& need = emit(table_operation::need_of, true);
  need.index = need_code(one.definition);
  (is_truth ? need.c : need.a) = result.base;
  need.into = result.need = new_need();
  return result;
}

SLIEKSNIS_INLINE table_lowering::cell table_lowering::loaded(const step& one, std::size_t column) {
  const definition& of = plan_.book().at(one.definition);
  const fact_column& from = table_.columns()[column];
  const bool of_persons = one.of == domain::person;
  const bool is_truth = one.what == type_kind::boolean;
  std::int64_t mapped = no_look_up;
  if (one.what == type_kind::text) {
    look_up_table codes;
    for (const std::string& id : from.dictionary)
      codes.values.push_back(static_cast<std::int32_t>(code_of_text(id)));
    // Cells that are not stated still look one up.
    if (codes.values.empty()) codes.values.push_back(0);
    codes.greatest = static_cast<std::int32_t>(texts_.size());
    mapped = static_cast<std::int64_t>(program_.look_ups.size());
    program_.look_ups.push_back(std::move(codes));
  }
  table_step& made = emit(is_truth ? table_operation::load_truth : table_operation::load_number, of_persons);
  made.index = static_cast<std::uint32_t>(column);
  made.constant = mapped;
  const std::size_t at = program_.steps.size() - 1;
  std::int64_t denominator = 1;
  for (int i = 0; i < from.decimals; ++i) denominator *= 10;
  const bool sure = from.stated.empty();
  cell result = is_truth ? truth_cell(new_truth(), of_persons, sure)
                         : number_cell(new_number(), of_persons, denominator, one.what, sure);
  program_.steps[at].into = result.base;
  if (sure) return result;
  table_step& need = emit(table_operation::need_of, of_persons);
  need.index = need_code(one.definition);
  (is_truth ? need.c : need.a) = result.base;
  need.into = result.need = new_need();
  if (!of.otherwise) return result;
  // Where it is not stated, what the law or an assumption puts in its place.
  cell otherwise =
      of.otherwise->if_group_stated
          ? filled_by_group(one, uniform(evaluated::unknown({{one.definition, std::nullopt}}), one.what))
          : uniform(of.otherwise->what, one.what);
  return first_of({std::move(result), std::move(otherwise)}, one.what);
}

SLIEKSNIS_INLINE table_lowering::cell table_lowering::first_known(const step& one) {
  std::vector<cell> operands;
  for (const step_id id : one.operands) {
    cell next = at(id);
    if (next.what == sort::not_held) return next;
    const bool last = next.sure;
    operands.push_back(one.of == domain::person ? spread(next) : std::move(next));
    if (last) break;  // whatever follows is never looked at
  }
  return first_of(std::move(operands), one.what);
}

SLIEKSNIS_INLINE table_lowering::cell table_lowering::first_of(std::vector<cell> operands, type_kind type) {
  // Never known: plays no part, but where all are unknown the first one says what is missing.
  const cell first = operands.front();
  std::erase_if(operands, [](const cell& next) { return next.what == sort::uniform && !next.sure; });
  if (operands.empty()) return first;
  cell result = operands.front();
  for (std::size_t i = 1; i < operands.size(); ++i) {
    const cell& next = operands[i];
    const bool of_persons = result.of_persons || next.of_persons;
    const bool sure = result.sure || next.sure;
    if (type == type_kind::boolean) {
      const register_id a = truth_register(result, of_persons);
      const register_id b = truth_register(next, of_persons);
      table_step& made = emit(table_operation::first_truth, of_persons);
      made.a = a;
      made.b = b;
      made.into = new_truth();
      result = truth_cell(made.into, of_persons, sure);
    } else {
      const auto denominator = common_denominator(result, next);
      if (!denominator) return not_held("numbers of too many places");
      const register_id a = in_register(result, *denominator);
      const argument b = as_argument(next, *denominator);
      const register_id into = new_number();
      table_step& made = emit(table_operation::first_number, of_persons);
      made.a = a;
      made.b = b.from;
      made.fb = b.constant;
      made.into = into;
      result = number_cell(into, of_persons, *denominator, type, sure);
    }
  }
  if (!result.sure && (operands.size() > 1 || first.what == sort::uniform)) {
    const register_id need = need_register(first, result.of_persons);
    table_step& made = emit(table_operation::need_unknown, result.of_persons);
    made.a = need;
    (result.what == sort::truth ? made.c : made.b) = result.base;
    made.into = result.need = new_need();
  }
  return result;
}

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis
