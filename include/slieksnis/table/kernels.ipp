// SPDX-License-Identifier: Apache-2.0
// The loops over rows, for one width of lanes. Each is a few operations without branches on whole arrays, so
// that compilers make vectors of them. Rows past the last one are computed too, and belong to nobody.
#pragma once

#include <algorithm>

#include "processors.ipp"
#include "run_block.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// Whether a number taken as the rest decides the rounding, per mode. All sizes are whole numbers.
template <typename Lane>
[[gnu::always_inline]] inline Lane rounded_quotient(Lane number, Lane divisor, rounding_mode mode) {
  const Lane quotient = static_cast<Lane>(number / divisor);  // towards zero
  const Lane rest = static_cast<Lane>(number % divisor);
  if (rest == 0) return quotient;
  const bool minus = number < 0;
  const Lane away = static_cast<Lane>(minus ? -1 : 1);
  const Lane size = static_cast<Lane>(minus ? -rest : rest);
  const Lane other = static_cast<Lane>(divisor - size);
  bool outwards = false;
  switch (mode) {
    case rounding_mode::up:
      outwards = true;
      break;
    case rounding_mode::down:
      break;
    case rounding_mode::floor:
      outwards = minus;
      break;
    case rounding_mode::ceiling:
      outwards = !minus;
      break;
    case rounding_mode::half_up:
      outwards = size >= other;
      break;
    case rounding_mode::half_down:
      outwards = size > other;
      break;
    case rounding_mode::half_even:
      outwards = size > other || (size == other && quotient % 2 != 0);
      break;
  }
  return static_cast<Lane>(quotient + (outwards ? away : Lane{0}));
}

/// For what the loops are made: many rows; one household without persons, where whole vectors would compute
/// 63 rows that belong to nobody; and one whose values are all known, so that nobody need ask.
enum class block_shape : std::uint8_t { many, one, one_known };

/// The operations of a program over one block.
template <typename Lane, block_shape Shape>
class block_runner {
 public:
  block_runner(const table_program& program, const fact_table& table, const table_block& block,
               block_registers<Lane>& registers, std::span<const result_columns> results)
      : program_(program), table_(table), block_(block), registers_(registers), results_(results) {}

  [[gnu::always_inline]] void run() {
    for (const table_step& one : program_.steps) {
      if (single && one.of_persons) continue;  // nobody's
      const std::size_t rows = padded_rows(one.of_persons ? block_.persons : block_.households);
      if (one.kind <= table_operation::constant_if)
        numbers(one, rows);
      else if (one.kind <= table_operation::truth_if)
        truths(one, rows);
      else if (one.kind <= table_operation::need_persons)
        needs(one, rows);
      else
        rest(one, rows);
    }
  }

 private:
  static constexpr bool single = Shape != block_shape::many;

  [[nodiscard]] static constexpr std::size_t padded_rows(std::size_t rows) noexcept {
    return single ? 1 : detail::padded_rows(rows);
  }
  template <typename Function>
  [[gnu::always_inline]] static void for_rows(std::size_t rows, const Function& function) {
    if constexpr (single)
      function(std::size_t{0});
    else
      detail::for_rows(rows, function);
  }
  template <typename Function>
  [[gnu::always_inline]] static void for_rows_exactly(std::size_t rows, const Function& function) {
    if constexpr (single)
      function(std::size_t{0});
    else
      detail::for_rows_exactly(rows, function);
  }

  [[gnu::always_inline]] Lane* number(register_id id) { return registers_.number(id); }
  [[gnu::always_inline]] std::uint8_t* known(register_id id) { return registers_.known(id); }
  [[gnu::always_inline]] std::uint8_t* truth_of(register_id id) { return registers_.truth_of(id); }
  [[gnu::always_inline]] std::uint16_t* need_of(register_id id) { return registers_.need_of(id); }
  /// Whether a number is known in every row, and a truth decided; a constant is.
  [[gnu::always_inline]] bool all_known(register_id id) const {
    return Shape == block_shape::one_known || id == no_register || registers_.all_known[id] != 0;
  }
  [[gnu::always_inline]] void set_all_known(register_id id, bool known) {
    if (Shape != block_shape::one_known) registers_.all_known[id] = known ? 1 : 0;
  }
  [[gnu::always_inline]] bool decided(register_id id) const {
    return Shape == block_shape::one_known || registers_.all_decided[id] != 0;
  }
  [[gnu::always_inline]] void set_decided(register_id id, bool decided) {
    if (Shape != block_shape::one_known) registers_.all_decided[id] = decided ? 1 : 0;
  }

  /// Known where both are. Either may be a constant.
  [[gnu::always_inline]] void known_with_both(register_id into, register_id a, register_id b,
                                              std::size_t rows) {
    set_all_known(into, all_known(a) && all_known(b));
    if (all_known(into)) return;
    std::uint8_t* result = known(into);
    if (all_known(b)) {
      std::copy_n(known(a), rows, result);
    } else if (all_known(a)) {
      std::copy_n(known(b), rows, result);
    } else {
      const std::uint8_t* x = known(a);
      const std::uint8_t* y = known(b);
      for_rows(rows, [=](std::size_t i) { result[i] = x[i] & y[i]; });
    }
  }

  [[gnu::always_inline]] void numbers(const table_step& one, std::size_t rows) {
    switch (one.kind) {
      case table_operation::linear: {
        Lane* result = number(one.into);
        const Lane* a = number(one.a);
        const Lane fa = static_cast<Lane>(one.fa);
        const Lane more = static_cast<Lane>(one.constant);
        if (one.b == no_register) {
          for_rows(rows, [=](std::size_t i) { result[i] = static_cast<Lane>(a[i] * fa + more); });
        } else {
          const Lane* b = number(one.b);
          const Lane fb = static_cast<Lane>(one.fb);
          for_rows(rows, [=](std::size_t i) { result[i] = static_cast<Lane>(a[i] * fa + more + b[i] * fb); });
        }
        known_with_both(one.into, one.a, one.b, rows);
        return;
      }
      case table_operation::multiply: {
        Lane* result = number(one.into);
        const Lane* a = number(one.a);
        const Lane* b = number(one.b);
        for_rows(rows, [=](std::size_t i) { result[i] = static_cast<Lane>(a[i] * b[i]); });
        known_with_both(one.into, one.a, one.b, rows);
        return;
      }
      case table_operation::round: {
        Lane* result = number(one.into);
        const Lane* a = number(one.a);
        const Lane by = static_cast<Lane>(one.fa);
        const Lane divisor = static_cast<Lane>(one.fb);
        const Lane times = static_cast<Lane>(one.constant);
        const rounding_mode mode = one.mode;
        for (std::size_t i = 0; i < rows; ++i)
          result[i] =
              static_cast<Lane>(rounded_quotient(static_cast<Lane>(a[i] * by), divisor, mode) * times);
        known_with_both(one.into, one.a, no_register, rows);
        return;
      }
      case table_operation::absolute: {
        Lane* result = number(one.into);
        const Lane* a = number(one.a);
        for_rows(rows, [=](std::size_t i) { result[i] = a[i] < 0 ? static_cast<Lane>(-a[i]) : a[i]; });
        known_with_both(one.into, one.a, no_register, rows);
        return;
      }
      case table_operation::least:
      case table_operation::greatest:
        extreme(one, rows);
        return;
      case table_operation::choose_number:
        choose(one, rows);
        return;
      case table_operation::first_number:
        first(one, rows);
        return;
      case table_operation::constant_if: {
        Lane* result = number(one.into);
        std::uint8_t* sure = known(one.into);
        const std::uint8_t* c = truth_of(one.c);
        const Lane value = static_cast<Lane>(one.fa);
        for_rows(rows, [=](std::size_t i) {
          sure[i] = c[i] & truth::yes;
          result[i] = sure[i] != 0 ? value : Lane{0};
        });
        set_all_known(one.into, false);
        return;
      }
      default:
        return;
    }
  }

  [[gnu::always_inline]] void extreme(const table_step& one, std::size_t rows) {
    Lane* result = number(one.into);
    const Lane* a = number(one.a);
    const bool least = one.kind == table_operation::least;
    if (one.b == no_register) {
      const Lane b = static_cast<Lane>(one.fb);
      if (least)
        for_rows(rows, [=](std::size_t i) { result[i] = a[i] < b ? a[i] : b; });
      else
        for_rows(rows, [=](std::size_t i) { result[i] = a[i] < b ? b : a[i]; });
    } else {
      const Lane* b = number(one.b);
      if (least)
        for_rows(rows, [=](std::size_t i) { result[i] = a[i] < b[i] ? a[i] : b[i]; });
      else
        for_rows(rows, [=](std::size_t i) { result[i] = a[i] < b[i] ? b[i] : a[i]; });
    }
    known_with_both(one.into, one.a, one.b, rows);
  }

  [[gnu::always_inline]] void choose(const table_step& one, std::size_t rows) {
    Lane* result = number(one.into);
    const std::uint8_t* c = truth_of(one.c);
    const Lane* a = one.a == no_register ? nullptr : number(one.a);
    const Lane* b = one.b == no_register ? nullptr : number(one.b);
    const Lane x = static_cast<Lane>(one.fa);
    const Lane y = static_cast<Lane>(one.fb);
    if (a != nullptr && b != nullptr)
      for_rows(rows, [=](std::size_t i) { result[i] = (c[i] & truth::yes) != 0 ? a[i] : b[i]; });
    else if (a != nullptr)
      for_rows(rows, [=](std::size_t i) { result[i] = (c[i] & truth::yes) != 0 ? a[i] : y; });
    else if (b != nullptr)
      for_rows(rows, [=](std::size_t i) { result[i] = (c[i] & truth::yes) != 0 ? x : b[i]; });
    else
      for_rows(rows, [=](std::size_t i) { result[i] = (c[i] & truth::yes) != 0 ? x : y; });
    set_all_known(one.into, decided(one.c) && all_known(one.a) && all_known(one.b));
    if (all_known(one.into)) return;
    std::uint8_t* sure = known(one.into);
    for (std::size_t i = 0; i < rows; ++i) {
      const bool known_a = all_known(one.a) || known(one.a)[i] != 0;
      const bool known_b = all_known(one.b) || known(one.b)[i] != 0;
      // Either way the same: the condition does not matter.
      const bool same = known_a && known_b && (a != nullptr ? a[i] : x) == (b != nullptr ? b[i] : y);
      const bool holds = c[i] == truth::yes ? known_a : c[i] == truth::no ? known_b : same;
      sure[i] = holds ? 1 : 0;
      if (!holds) result[i] = 0;
    }
  }

  [[gnu::always_inline]] void first(const table_step& one, std::size_t rows) {
    Lane* result = number(one.into);
    const Lane* a = number(one.a);
    if (all_known(one.a)) {
      std::copy_n(a, rows, result);
      set_all_known(one.into, true);
      return;
    }
    const std::uint8_t* sure = known(one.a);
    if (one.b == no_register) {
      const Lane b = static_cast<Lane>(one.fb);
      for_rows(rows, [=](std::size_t i) { result[i] = sure[i] != 0 ? a[i] : b; });
    } else {
      const Lane* b = number(one.b);
      for_rows(rows, [=](std::size_t i) { result[i] = sure[i] != 0 ? a[i] : b[i]; });
    }
    set_all_known(one.into, all_known(one.b));
    if (all_known(one.b)) return;
    std::uint8_t* into = known(one.into);
    const std::uint8_t* other = known(one.b);
    for_rows(rows, [=](std::size_t i) { into[i] = sure[i] | other[i]; });
  }

  /// Whose household each person of the block is, counted inside the block. Found when first needed.
  const std::uint32_t* household_of() {
    std::uint32_t* household = registers_.household_of.data();
    if (households_found_) return household;
    households_found_ = true;
    const auto offsets = table_.offsets();
    std::size_t person = 0;
    for (std::size_t h = 0; h < block_.households && !offsets.empty(); ++h)
      for (; person + block_.first_person < offsets[block_.first + h + 1]; ++person)
        household[person] = static_cast<std::uint32_t>(h);
    std::fill(household + person, household + padded_rows(block_.persons), std::uint32_t{0});
    return household;
  }
  /// The household of this row of the step will be decided by the exact reading.
  void leave_to_exact(const table_step& one, std::size_t row) {
    registers_.exactly[one.of_persons ? household_of()[row] : row] = 1;
  }

  // kernels_truths.ipp
  void truths(const table_step& one, std::size_t rows);
  void sign(const table_step& one, std::size_t rows);
  void needs(const table_step& one, std::size_t rows);
  // kernels_rows.ipp
  void rest(const table_step& one, std::size_t rows);
  void load_number(const table_step& one, std::size_t rows);
  void load_truth(const table_step& one, std::size_t rows);
  void look_up(const table_step& one, std::size_t rows);
  void spread(const table_step& one);
  void group_stated(const table_step& one);
  void decide(const table_step& one);
  void reason(const table_step& one);
  // kernels_persons.ipp
  void total_over_persons(const table_step& one);
  void finish_number(const table_step& one, Lane* result, std::uint8_t* sure);
  void number_over_persons(const table_step& one);
  void truth_over_persons(const table_step& one);
  void need_over_persons(const table_step& one);

  const table_program& program_;
  const fact_table& table_;
  const table_block& block_;
  block_registers<Lane>& registers_;
  std::span<const result_columns> results_;
  bool households_found_ = false;
};

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis
