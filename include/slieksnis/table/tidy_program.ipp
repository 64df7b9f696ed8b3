// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

#include "fold_look_ups.ipp"
#include "tidy_program.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// Registers of different sorts are numbered apart.
enum class register_sort : std::uint8_t { none, number, truth, need };

/// The sorts of a step's result and of its operands a, b, c, d, e.
struct step_sorts {
  register_sort into = register_sort::none;
  std::array<register_sort, 5> operands{};
};

SLIEKSNIS_INLINE step_sorts sorts_of(const table_step& one) {
  using enum register_sort;
  switch (one.kind) {
    case table_operation::load_number:
      return {number, {}};
    case table_operation::load_truth:
    case table_operation::fill_truth:
    case table_operation::group_stated:
      return {truth, {}};
    case table_operation::linear:
    case table_operation::multiply:
    case table_operation::round:
    case table_operation::absolute:
    case table_operation::least:
    case table_operation::greatest:
    case table_operation::first_number:
    case table_operation::look_up_number:
    case table_operation::spread_number:
      return {number, {number, number}};
    case table_operation::sign:
    case table_operation::look_up_truth:
      return {truth, {number, number}};
    case table_operation::choose_number:
      return {number, {number, number, truth}};
    case table_operation::constant_if:
      return {number, {none, none, truth}};
    case table_operation::logical_and:
    case table_operation::logical_or:
    case table_operation::logical_not:
    case table_operation::equal_truth:
    case table_operation::first_truth:
    case table_operation::choose_truth:
    case table_operation::truth_if:
    case table_operation::spread_truth:
    case table_operation::every_person:
    case table_operation::some_person:
      return {truth, {truth, truth, truth}};
    case table_operation::sum_persons:
    case table_operation::count_persons:
    case table_operation::least_persons:
    case table_operation::greatest_persons:
      return {number, {number, none, truth}};
    case table_operation::need_of:
      return {need, {number, none, truth}};
    case table_operation::need_first:
      return {need, {need, need, truth}};
    case table_operation::need_choose:
      return {need, {need, need, truth, need}};
    case table_operation::need_unknown:
      return {need, {need, number, truth}};
    case table_operation::need_spread:
      return {need, {need}};
    case table_operation::need_persons:
      return {need, {need, need, truth, one.fa != 0 ? truth : number, truth}};
    case table_operation::decide:
      return {none, {truth, number, need, need}};
    case table_operation::mark_exact:
    case table_operation::reason:
      break;
  }
  return {none, {truth, none, truth}};
}

/// Calls `function(register, sort)` for every operand that is a register.
template <typename Function>
void for_operands(table_step& one, const Function& function) {
  const step_sorts sorts = sorts_of(one);
  const std::array<register_id*, 5> all{&one.a, &one.b, &one.c, &one.d, &one.e};
  for (std::size_t i = 0; i < all.size(); ++i)
    if (*all[i] != no_register && sorts.operands[i] != register_sort::none)
      function(*all[i], sorts.operands[i]);
}

/// Steps that do the same to the same operands give the same.
SLIEKSNIS_INLINE void join_equal_steps(table_program& program) {
  const auto key = [](const table_step& one) {
    return std::tuple(one.kind, one.of_persons, one.test, one.mode, one.a, one.b, one.c, one.d, one.e, one.fa,
                      one.fb, one.constant, one.index, one.limit);
  };
  std::map<decltype(key(table_step{})), register_id> made;
  std::map<std::pair<register_sort, register_id>, register_id> renamed;
  std::vector<table_step> kept;
  for (table_step one : program.steps) {
    for_operands(one, [&](register_id& operand, register_sort sort) {
      if (const auto other = renamed.find({sort, operand}); other != renamed.end()) operand = other->second;
    });
    const register_sort sort = sorts_of(one).into;
    if (sort != register_sort::none) {
      const auto [at, fresh] = made.emplace(key(one), one.into);
      if (!fresh) {
        renamed[{sort, one.into}] = at->second;
        continue;
      }
    }
    kept.push_back(one);
  }
  program.steps = std::move(kept);
}

/// Steps whose result nobody uses go; walks from users to what they use.
SLIEKSNIS_INLINE void drop_unused_steps(table_program& program) {
  std::map<std::pair<register_sort, register_id>, bool> used;
  std::vector<table_step> kept;
  for (std::size_t i = program.steps.size(); i-- > 0;) {
    table_step one = program.steps[i];
    const register_sort sort = sorts_of(one).into;
    if (sort != register_sort::none && !used[{sort, one.into}]) continue;
    for_operands(one, [&](register_id operand, register_sort of) { used[{of, operand}] = true; });
    kept.push_back(one);
  }
  std::reverse(kept.begin(), kept.end());
  program.steps = std::move(kept);
}

/// A register is free again after its last use.
SLIEKSNIS_INLINE void reuse_registers(table_program& program) {
  std::map<std::pair<register_sort, register_id>, std::size_t> last_use;
  for (std::size_t i = 0; i < program.steps.size(); ++i)
    for_operands(program.steps[i], [&](register_id operand, register_sort sort) {
      last_use[{sort, operand}] = i;
    });
  std::array<std::vector<register_id>, 4> free;
  std::array<register_id, 4> count{};
  std::map<std::pair<register_sort, register_id>, register_id> place;
  for (std::size_t i = 0; i < program.steps.size(); ++i) {
    table_step& one = program.steps[i];
    std::vector<std::pair<register_sort, register_id>> ended;
    for_operands(one, [&](register_id& operand, register_sort sort) {
      const std::pair old{sort, operand};
      operand = place.at(old);
      if (last_use.at(old) == i && std::find(ended.begin(), ended.end(), old) == ended.end())
        ended.push_back(old);
    });
    // The result never takes the place of an operand: some loops read it again after they have written.
    if (const register_sort sort = sorts_of(one).into; sort != register_sort::none) {
      auto& spare = free[static_cast<std::size_t>(sort)];
      const std::pair old{sort, one.into};
      if (spare.empty()) spare.push_back(count[static_cast<std::size_t>(sort)]++);
      one.into = place[old] = spare.back();
      spare.pop_back();
    }
    for (const auto& old : ended) free[static_cast<std::size_t>(old.first)].push_back(place.at(old));
  }
  program.numbers = count[static_cast<std::size_t>(register_sort::number)];
  program.truths = count[static_cast<std::size_t>(register_sort::truth)];
  program.needs = count[static_cast<std::size_t>(register_sort::need)];
}

}  // namespace detail

SLIEKSNIS_INLINE table_program tidied(table_program program) {
  detail::join_equal_steps(program);
  detail::look_up_folder(program).fold();
  detail::drop_unused_steps(program);
  detail::drop_unused_look_ups(program);
  detail::reuse_registers(program);
  return program;
}

}  // namespace v0
}  // namespace slieksnis
