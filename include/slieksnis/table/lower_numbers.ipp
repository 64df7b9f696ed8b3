// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

#include "../decide/compute.hpp"
#include "lower_table.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// Whole numbers that remember whether they still fit.
struct checked {
  std::int64_t size = 0;
  bool fits = true;

  friend checked operator*(checked a, checked b) {
    checked result;
    result.fits = a.fits && b.fits && !__builtin_mul_overflow(a.size, b.size, &result.size);
    return result;
  }
  friend checked operator+(checked a, checked b) {
    checked result;
    result.fits = a.fits && b.fits && !__builtin_add_overflow(a.size, b.size, &result.size);
    return result;
  }
};

/// Beyond this the lanes would leave 64 bits anyhow.
inline constexpr std::int64_t denominator_max = 1'000'000'000'000;

/// Days that a table of a function of a date covers; rows outside are read exactly.
inline constexpr date look_up_first{std::chrono::year{1900} / 1 / 1};
inline constexpr date look_up_last{std::chrono::year{2040} / 12 / 31};
inline constexpr std::int64_t look_up_months = 3000;

SLIEKSNIS_INLINE std::int64_t table_lowering::code_of_text(const std::string& text) {
  const auto [at, added] = texts_.emplace(text, static_cast<std::int64_t>(texts_.size()));
  if (added) program_.texts.push_back(text);
  return at->second;
}

SLIEKSNIS_INLINE std::optional<std::int64_t> table_lowering::lane_of(const value& known,
                                                                     std::int64_t denominator) {
  if (const auto* number = std::get_if<rational>(&known))
    return (*number * rational(denominator)).as_integer();
  if (denominator != 1) return std::nullopt;
  if (const auto* day = std::get_if<date>(&known)) return day->time_since_epoch().count();
  if (const auto* months = std::get_if<months_duration>(&known)) return months->months;
  if (const auto* days = std::get_if<days_duration>(&known)) return days->days;
  if (const auto* text = std::get_if<std::string>(&known)) return code_of_text(*text);
  return std::nullopt;
}

SLIEKSNIS_INLINE std::optional<value> table_lowering::value_of_lane(std::int64_t lane, type_kind type) const {
  switch (type) {
    case type_kind::day:
      return value{date{std::chrono::days{lane}}};
    case type_kind::months_duration:
      return value{months_duration{static_cast<int>(lane)}};
    case type_kind::days_duration:
      return value{days_duration{static_cast<int>(lane)}};
    default:
      return std::nullopt;
  }
}

SLIEKSNIS_INLINE std::optional<std::int64_t> table_lowering::denominator_of(const cell& a) const {
  if (a.what == sort::number) return a.denominator;
  const auto* number = a.one.as<rational>();
  if (number == nullptr) return 1;
  const auto fraction = number->as_fraction();
  return fraction ? std::optional(fraction->second) : std::nullopt;
}

SLIEKSNIS_INLINE std::optional<std::int64_t> table_lowering::common_denominator(const cell& a,
                                                                                const cell& b) const {
  const auto left = denominator_of(a);
  const auto right = denominator_of(b);
  if (!left || !right || *left > denominator_max || *right > denominator_max) return std::nullopt;
  const std::int64_t common = *left / std::gcd(*left, *right);
  if (common > denominator_max / *right) return std::nullopt;
  return common * *right;
}

/// A constant, or the register whose lanes are the cell's at this denominator.
SLIEKSNIS_INLINE table_lowering::argument table_lowering::as_argument(const cell& a,
                                                                      std::int64_t denominator) {
  if (a.what == sort::uniform && a.sure)
    if (const auto lane = lane_of(a.one.what(), denominator)) return {no_register, *lane};
  return {in_register(a, denominator), 0};
}

SLIEKSNIS_INLINE register_id table_lowering::in_register(const cell& a, std::int64_t denominator) {
  if (a.what == sort::uniform) {
    // Never known, or known: a constant under a condition that is the same for every row.
    const auto lane = a.sure ? lane_of(a.one.what(), denominator) : std::optional<std::int64_t>(0);
    table_step& condition = emit(table_operation::fill_truth, a.of_persons);
    const register_id c = condition.into = new_truth();
    condition.fa = a.sure ? truth::yes : truth::unknown;
    const register_id into = new_number();
    table_step& made = emit(table_operation::constant_if, a.of_persons);
    made.c = c;
    made.fa = lane.value_or(0);
    made.into = into;
    return into;
  }
  const std::int64_t more = denominator / a.denominator;
  if (a.factor == 1 && a.offset == 0 && more == 1) return a.base;
  const register_id into = new_number();
  table_step& made = emit(table_operation::linear, a.of_persons);
  made.a = a.base;
  const checked factor = checked{a.factor} * checked{more};
  const checked offset = checked{a.offset} * checked{more};
  if (!factor.fits || !offset.fits) static_cast<void>(not_held("numbers of too many places"));
  made.fa = factor.size;
  made.constant = offset.size;
  made.into = into;
  return into;
}

/// A number as factor, offset at a common denominator; a constant has no register.
struct scaled_number {
  register_id base = no_register;
  checked factor;
  checked offset;
};

SLIEKSNIS_INLINE table_lowering::cell table_lowering::sum_of(const cell& a, const cell& b, int sign,
                                                             type_kind type) {
  if (type == type_kind::text) return not_held("texts put together");
  const auto denominator = common_denominator(a, b);
  if (!denominator) return not_held("numbers of too many places");
  const auto scaled = [&](const cell& one, int by) {
    scaled_number result;
    const bool constant = one.what == sort::uniform && one.sure;
    if (constant) {
      const auto lane = lane_of(one.one.what(), *denominator);
      result.offset = {lane.value_or(0), lane.has_value()};
    } else if (one.what == sort::uniform) {
      result.base = in_register(one, *denominator);
      result.factor = {1};
    } else {
      const checked more{*denominator / one.denominator};
      result.base = one.base;
      result.factor = checked{one.factor} * more;
      result.offset = checked{one.offset} * more;
    }
    result.factor = result.factor * checked{by};
    result.offset = result.offset * checked{by};
    return result;
  };
  const scaled_number left = scaled(a, 1);
  const scaled_number right = scaled(b, sign);
  const checked offset = left.offset + right.offset;
  if (!left.factor.fits || !right.factor.fits || !offset.fits) return not_held("numbers of too many places");
  const bool of_persons = a.of_persons || b.of_persons;
  const bool sure = a.sure && b.sure;
  cell result = number_cell(left.base, of_persons, *denominator, type, sure);
  result.offset = offset.size;
  if (left.base == no_register || right.base == no_register || left.base == right.base) {
    const checked factor = left.factor + right.factor;
    if (!factor.fits) return not_held("numbers of too many places");
    result.base = left.base == no_register ? right.base : left.base;
    result.factor = factor.size;
    return result;
  }
  const register_id into = new_number();
  table_step& made = emit(table_operation::linear, of_persons);
  made.a = left.base;
  made.fa = left.factor.size;
  made.b = right.base;
  made.fb = right.factor.size;
  made.constant = offset.size;
  made.into = into;
  return number_cell(into, of_persons, *denominator, type, sure);
}

SLIEKSNIS_INLINE table_lowering::cell table_lowering::times(const cell& a, const cell& b, type_kind type) {
  if (a.what == sort::uniform && b.what != sort::uniform) return times(b, a, type);
  if (b.what == sort::uniform && !b.sure) return times(a, with_register(b), type);
  // FEEL cuts a duration to whole units, and one of more than this many is a failure.
  constexpr std::int64_t longest = 100'000;
  const bool duration = type == type_kind::months_duration || type == type_kind::days_duration;
  const bool sure = a.sure && b.sure;
  const bool of_persons = a.of_persons || b.of_persons;
  if (b.what == sort::uniform) {
    const auto own = denominator_of(b);
    const auto by = own ? lane_of(b.one.what(), *own) : std::nullopt;
    if (!by) return not_held("numbers of too many places");
    if (duration && (*own != 1 || a.denominator != 1)) return not_held("a part of a duration");
    const checked factor = checked{a.factor} * checked{*by};
    const checked offset = checked{a.offset} * checked{*by};
    const checked denominator = checked{a.denominator} * checked{*own};
    if (!factor.fits || !offset.fits || !denominator.fits || denominator.size > denominator_max)
      return not_held("numbers of too many places");
    cell result = number_cell(a.base, of_persons, denominator.size, type, sure);
    const std::int64_t shared = std::gcd(std::gcd(factor.size, offset.size), denominator.size);
    result.factor = factor.size / shared;
    result.offset = offset.size / shared;
    result.denominator = denominator.size / shared;
    if (!duration || result.factor == 1 || result.factor == -1) return result;
    const register_id into = in_register(result, 1);
    program_.steps.back().limit = longest;
    return number_cell(into, of_persons, 1, type, sure);
  }
  if (duration && (a.denominator != 1 || b.denominator != 1)) return not_held("a part of a duration");
  if (a.denominator > denominator_max / b.denominator) return not_held("numbers of too many places");
  const register_id left = in_register(a, a.denominator);
  const register_id right = in_register(b, b.denominator);
  const register_id into = new_number();
  table_step& made = emit(table_operation::multiply, of_persons);
  made.a = left;
  made.b = right;
  made.into = into;
  made.limit = duration ? longest : 0;
  return number_cell(into, of_persons, a.denominator * b.denominator, type, sure);
}

/// A cell that is the same for every row as a register, for operations that need one.
SLIEKSNIS_INLINE table_lowering::cell table_lowering::with_register(const cell& a) {
  const std::int64_t denominator = denominator_of(a).value_or(1);
  cell result = number_cell(in_register(a, denominator), a.of_persons, denominator, a.type, a.sure);
  result.need = need_register(a, a.of_persons);
  return result;
}

SLIEKSNIS_INLINE table_lowering::cell table_lowering::compared(const cell& a, const cell& b, sign_test test) {
  const cell difference = sum_of(a, b, -1, type_kind::number);
  if (difference.what == sort::not_held) return difference;
  // The last step, where it is the difference alone, is tested as it is made.
  const bool fresh = !program_.steps.empty() && program_.steps.back().kind == table_operation::linear &&
                     program_.steps.back().into == difference.base &&
                     difference.base + 1 == program_.numbers && difference.base != a.base &&
                     difference.base != b.base;
  if (fresh) {
    table_step& made = program_.steps.back();
    made.kind = table_operation::sign;
    made.test = test;
    made.into = new_truth();
    --program_.numbers;
    return truth_cell(made.into, difference.of_persons, difference.sure);
  }
  table_step& made = emit(table_operation::sign, difference.of_persons);
  made.a = difference.base;
  made.fa = difference.factor;
  made.constant = difference.offset;
  made.test = test;
  made.into = new_truth();
  return truth_cell(made.into, difference.of_persons, difference.sure);
}

SLIEKSNIS_INLINE table_lowering::cell table_lowering::rounded(const step& one, const cell& a) {
  const auto to = std::get<rational>(one.constant).as_fraction();
  if (!to || a.denominator > denominator_max / to->first) return not_held("a rounding to too many places");
  // (lane / d) as a multiple of p / q is lane * q / (d * p) of them.
  const std::int64_t divisor = a.denominator * to->first;
  const std::int64_t shared = std::gcd(to->second, divisor);
  const std::int64_t multiplier = to->second / shared;
  cell result;
  if (divisor == shared) {  // always a multiple already
    const cell whole = a;
    result = number_cell(whole.base, a.of_persons, to->second, type_kind::number, a.sure);
    const checked more = checked{multiplier} * checked{to->first};
    const checked factor = checked{a.factor} * more;
    const checked offset = checked{a.offset} * more;
    if (!factor.fits || !offset.fits) return not_held("numbers of too many places");
    result.factor = factor.size;
    result.offset = offset.size;
  } else {
    const register_id from = in_register(a, a.denominator);
    const register_id into = new_number();
    table_step& made = emit(table_operation::round, a.of_persons);
    made.a = from;
    made.fa = multiplier;
    made.fb = divisor / shared;
    made.constant = to->first;
    made.mode = one.mode;
    made.into = into;
    result = number_cell(into, a.of_persons, to->second, type_kind::number, a.sure);
  }
  need_first_of(result, {a});
  return result;
}

SLIEKSNIS_INLINE table_lowering::cell table_lowering::extreme(table_operation kind, const cell& a,
                                                              const cell& b) {
  if (a.what == sort::uniform && b.what != sort::uniform) return extreme(kind, b, a);
  if (a.type == type_kind::text || a.type == type_kind::boolean) return not_held("an order of texts");
  const auto denominator = common_denominator(a, b);
  if (!denominator) return not_held("numbers of too many places");
  const bool of_persons = a.of_persons || b.of_persons;
  const register_id left = in_register(a, *denominator);
  const argument right = as_argument(b, *denominator);
  const register_id into = new_number();
  table_step& made = emit(kind, of_persons);
  made.a = left;
  made.b = right.from;
  made.fb = right.constant;
  made.into = into;
  return number_cell(into, of_persons, *denominator, a.type, a.sure && b.sure);
}

SLIEKSNIS_INLINE table_lowering::cell table_lowering::absolute(const cell& a) {
  const register_id from = in_register(a, a.denominator);
  const register_id into = new_number();
  table_step& made = emit(table_operation::absolute, a.of_persons);
  made.a = from;
  made.into = into;
  return number_cell(into, a.of_persons, a.denominator, a.type, a.sure);
}

/// A function of one date or duration: every result is computed beforehand by the exact reading.
SLIEKSNIS_INLINE table_lowering::cell table_lowering::looked_up(const step& one,
                                                                const std::vector<cell>& operands) {
  std::size_t varies = operands.size();
  std::vector<evaluated> known;
  for (std::size_t i = 0; i < operands.size(); ++i) {
    const bool constant = operands[i].what == sort::uniform && operands[i].sure;
    if (!constant && varies != operands.size()) return not_held("a function of two columns");
    if (!constant) varies = i;
    known.push_back(operands[i].one);
  }
  const cell& from = operands[varies];
  if (from.what != sort::number || from.denominator != 1) return not_held("a function of this column");
  look_up_table table;
  std::int64_t last = look_up_months;
  table.first = -look_up_months;
  if (from.type == type_kind::day) {
    table.first = look_up_first.time_since_epoch().count();
    last = look_up_last.time_since_epoch().count();
  } else if (from.type != type_kind::months_duration) {
    return not_held("a function of this column");
  }
  const bool is_truth = one.what == type_kind::boolean;
  bool any = false;
  for (std::int64_t lane = table.first; lane <= last; ++lane) {
    known[varies] = *value_of_lane(lane, from.type);
    const evaluated result = compute(one, known);
    const auto* holds = result.as<bool>();
    const auto becomes = holds != nullptr ? std::optional<std::int64_t>(*holds ? truth::yes : truth::no)
                         : result.known() ? lane_of(result.what(), 1)
                                          : std::nullopt;
    const bool fits = becomes && *becomes >= std::numeric_limits<std::int32_t>::min() &&
                      *becomes <= std::numeric_limits<std::int32_t>::max();
    const std::int32_t entry = fits ? static_cast<std::int32_t>(*becomes) : 0;
    table.values.push_back(entry);
    table.fails.push_back(fits ? 0 : 1);
    if (!fits) continue;
    table.least = any ? std::min(table.least, entry) : entry;
    table.greatest = any ? std::max(table.greatest, entry) : entry;
    any = true;
  }
  if (std::find(table.fails.begin(), table.fails.end(), 1) == table.fails.end()) table.fails.clear();
  const register_id at = in_register(from, 1);
  cell result = is_truth ? truth_cell(new_truth(), from.of_persons, from.sure)
                         : number_cell(new_number(), from.of_persons, 1, one.what, from.sure);
  table_step& made =
      emit(is_truth ? table_operation::look_up_truth : table_operation::look_up_number, from.of_persons);
  made.a = at;
  made.index = static_cast<std::uint32_t>(program_.look_ups.size());
  made.into = result.base;
  program_.look_ups.push_back(std::move(table));
  need_first_of(result, {from});
  return result;
}

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis
