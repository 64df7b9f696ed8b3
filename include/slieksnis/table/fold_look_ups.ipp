// SPDX-License-Identifier: Apache-2.0
// Functions of functions of one column: whether somebody was born early enough for one of five pension ages
// is five tables, five comparisons and four `or`, or one table. Each entry is computed beforehand.
#pragma once

#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <utility>

#include "table_program.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// Whole numbers of a step `a * fa + b * fb + constant`, or nothing where 64 bits do not hold it.
[[nodiscard]] inline std::optional<std::int64_t> linear_of(const table_step& one, std::int64_t a,
                                                           std::int64_t b) {
  std::int64_t x = 0;
  std::int64_t y = 0;
  if (__builtin_mul_overflow(a, one.fa, &x) || __builtin_mul_overflow(b, one.fb, &y)) return std::nullopt;
  if (one.b == no_register) y = 0;
  if (__builtin_add_overflow(x, y, &x) || __builtin_add_overflow(x, one.constant, &x)) return std::nullopt;
  return x;
}

[[nodiscard]] inline bool passes(sign_test test, std::int64_t number) noexcept {
  switch (test) {
    case sign_test::zero:
      return number == 0;
    case sign_test::not_zero:
      return number != 0;
    case sign_test::below:
      return number < 0;
    case sign_test::not_above:
      return number <= 0;
  }
  return false;
}

class look_up_folder {
 public:
  explicit look_up_folder(table_program& program) : program_(program) {}

  void fold() {
    for (table_step& one : program_.steps) {
      if (one.kind == table_operation::look_up_number) {
        if (!fold_number(one)) numbers_[one.into] = {one.a, one.index};
      } else if (one.kind == table_operation::look_up_truth) {
        fold_look_up_of_look_up(one);
        truths_[one.into] = {one.a, one.index};
      } else if (one.kind == table_operation::sign) {
        fold_sign(one);
      } else if (one.kind == table_operation::logical_and || one.kind == table_operation::logical_or ||
                 one.kind == table_operation::logical_not) {
        fold_truth(one);
      }
    }
  }

 private:
  /// A register that is a table of another one.
  struct looked_up {
    register_id from = no_register;
    std::uint32_t table = 0;
  };
  using known_look_ups = std::map<register_id, looked_up>;

  [[nodiscard]] static const looked_up* find(const known_look_ups& in, register_id id) {
    const auto found = in.find(id);
    return found == in.end() ? nullptr : &found->second;
  }

  /// A new table over the places of another one. `entry` gives nothing where the exact reading is needed.
  template <typename Entry>
  [[nodiscard]] std::uint32_t make(const look_up_table& over, const Entry& entry) {
    look_up_table made;
    made.first = over.first;
    made.values.resize(over.values.size());
    made.fails.resize(over.values.size());
    for (std::size_t i = 0; i < over.values.size(); ++i) {
      const std::optional<std::int32_t> value = entry(i);
      made.values[i] = value.value_or(0);
      made.fails[i] = value ? 0 : 1;
      made.least = std::min(made.least, made.values[i]);
      made.greatest = std::max(made.greatest, made.values[i]);
    }
    if (std::find(made.fails.begin(), made.fails.end(), 1) == made.fails.end()) made.fails.clear();
    program_.look_ups.push_back(std::move(made));
    return static_cast<std::uint32_t>(program_.look_ups.size() - 1);
  }
  [[nodiscard]] static bool fails(const look_up_table& table, std::size_t place) {
    return !table.fails.empty() && table.fails[place] != 0;
  }
  void replace(table_step& one, table_operation kind, const looked_up& by) {
    table_step made;
    made.kind = kind;
    made.of_persons = one.of_persons;
    made.into = one.into;
    made.a = by.from;
    made.index = by.table;
    one = made;
    (kind == table_operation::look_up_truth ? truths_ : numbers_)[one.into] = by;
  }

  /// What a table gives for what another one gives.
  [[nodiscard]] looked_up through(const looked_up& inner, std::uint32_t outer) {
    const look_up_table before = program_.look_ups[inner.table];
    const look_up_table after = program_.look_ups[outer];
    return {inner.from, make(before, [&](std::size_t i) -> std::optional<std::int32_t> {
              const std::int64_t place = before.values[i] - after.first;
              const bool there = place >= 0 && place < static_cast<std::int64_t>(after.values.size());
              if (fails(before, i) || !there || fails(after, static_cast<std::size_t>(place)))
                return std::nullopt;
              return after.values[static_cast<std::size_t>(place)];
            })};
  }
  bool fold_number(table_step& one) {
    const looked_up* inner = find(numbers_, one.a);
    if (inner == nullptr) return false;
    replace(one, table_operation::look_up_number, through(*inner, one.index));
    return true;
  }
  void fold_look_up_of_look_up(table_step& one) {
    if (const looked_up* inner = find(numbers_, one.a))
      replace(one, table_operation::look_up_truth, through(*inner, one.index));
  }

  void fold_sign(table_step& one) {
    const looked_up* a = find(numbers_, one.a);
    const looked_up* b = one.b == no_register ? a : find(numbers_, one.b);
    if (a == nullptr || b == nullptr || a->from != b->from) return;
    const look_up_table left = program_.look_ups[a->table];
    const look_up_table right = program_.look_ups[b->table];
    if (left.first != right.first || left.values.size() != right.values.size()) return;
    const std::uint32_t table = make(left, [&](std::size_t i) -> std::optional<std::int32_t> {
      const auto number = linear_of(one, left.values[i], right.values[i]);
      if (!number || fails(left, i) || fails(right, i)) return std::nullopt;
      return passes(one.test, *number) ? truth::yes : truth::no;
    });
    replace(one, table_operation::look_up_truth, {a->from, table});
  }

  /// A table of truths has no unknown entry; where the number itself is unknown, all of them are.
  void fold_truth(table_step& one) {
    const looked_up* a = find(truths_, one.a);
    const looked_up* b = one.b == no_register ? a : find(truths_, one.b);
    if (a == nullptr || b == nullptr || a->from != b->from) return;
    const look_up_table left = program_.look_ups[a->table];
    const look_up_table right = program_.look_ups[b->table];
    if (left.first != right.first || left.values.size() != right.values.size()) return;
    const std::uint32_t table = make(left, [&](std::size_t i) -> std::optional<std::int32_t> {
      if (fails(left, i) || fails(right, i)) return std::nullopt;
      const bool x = left.values[i] == truth::yes;
      const bool y = right.values[i] == truth::yes;
      const bool holds = one.kind == table_operation::logical_and  ? x && y
                         : one.kind == table_operation::logical_or ? x || y
                                                                   : !x;
      return holds ? truth::yes : truth::no;
    });
    replace(one, table_operation::look_up_truth, {a->from, table});
  }

  table_program& program_;
  known_look_ups numbers_;
  known_look_ups truths_;
};

/// Tables that no step uses any more go; the rest are numbered anew.
inline void drop_unused_look_ups(table_program& program) {
  std::map<std::size_t, std::size_t> places;
  std::vector<look_up_table> kept;
  const auto keep = [&](std::size_t index) {
    const auto [at, fresh] = places.emplace(index, kept.size());
    if (fresh) kept.push_back(std::move(program.look_ups[index]));
    return at->second;
  };
  for (table_step& one : program.steps) {
    if (one.kind == table_operation::look_up_number || one.kind == table_operation::look_up_truth)
      one.index = static_cast<std::uint32_t>(keep(one.index));
    else if (one.kind == table_operation::load_number && one.constant != no_look_up)
      one.constant = static_cast<std::int64_t>(keep(static_cast<std::size_t>(one.constant)));
  }
  program.look_ups = std::move(kept);
}

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis
