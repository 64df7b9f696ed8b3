// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <utility>

#include "compute.hpp"
#include "interval.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

[[nodiscard]] inline bool has_order(const value& what) {
  return std::holds_alternative<rational>(what) || std::holds_alternative<date>(what) ||
         std::holds_alternative<months_duration>(what) || std::holds_alternative<days_duration>(what);
}

[[nodiscard]] inline possible_values exactly(const value& what) {
  possible_values result;
  if (has_order(what))
    result.least = result.greatest = what;
  else
    result.among = {what};
  return result;
}

[[nodiscard]] inline possible_values truths(bool may_be_true, bool may_be_false) {
  possible_values result;
  if (may_be_false) result.among.emplace_back(false);
  if (may_be_true) result.among.emplace_back(true);
  return result;
}

[[nodiscard]] inline bool is_one(const possible_values& of) {
  return (of.least && of.greatest && *of.least == *of.greatest) || of.among.size() == 1;
}

/// Two limits of one kind.
[[nodiscard]] inline bool comparable(const std::optional<value>& a, const std::optional<value>& b) {
  return a && b && a->index() == b->index();
}

/// Whatever one of them may be; what comes of nobody only where there is no other.
[[nodiscard]] inline possible_values any_of(const std::vector<possible_values>& alternatives) {
  std::optional<possible_values> result;
  for (const possible_values& one : alternatives) {
    if (one.of_nobody) continue;
    if (!result) {
      result = one;
      continue;
    }
    result->least = comparable(result->least, one.least) ? std::optional(std::min(*result->least, *one.least))
                                                         : std::nullopt;
    result->greatest = comparable(result->greatest, one.greatest)
                           ? std::optional(std::max(*result->greatest, *one.greatest))
                           : std::nullopt;
    if (one.among.empty()) result->among.clear();
    if (result->among.empty()) continue;
    for (const value& what : one.among)
      if (std::find(result->among.begin(), result->among.end(), what) == result->among.end())
        result->among.push_back(what);
  }
  return result ? *result : alternatives.front();
}

/// Whatever one of them may be, all of them counted: what comes of nobody may be anything.
[[nodiscard]] inline possible_values any_at_all(const std::vector<possible_values>& alternatives) {
  for (const possible_values& one : alternatives) {
    if (!one.of_nobody) continue;
    possible_values result;
    result.among = one.among;
    result.of_nobody = true;
    return result;
  }
  return any_of(alternatives);
}

/// A step over all persons while nobody says who they are.
[[nodiscard]] inline possible_values of_nobody_known(const step& one) {
  possible_values result;
  if (one.what == type_kind::boolean) result = truths(true, true);
  result.of_nobody = true;
  return result;
}

/// The result of the step at two limits, if both are known.
[[nodiscard]] inline std::optional<value> at_limits(const step& one, const std::optional<value>& a,
                                                    const std::optional<value>& b) {
  if (!a || !b) return std::nullopt;
  const std::array<evaluated, 2> operands{evaluated(*a), evaluated(*b)};
  const evaluated result = compute(one, operands);
  return result.known() ? std::optional(result.what()) : std::nullopt;
}

[[nodiscard]] inline std::optional<value> at_limit(const step& one, const std::optional<value>& a) {
  if (!a) return std::nullopt;
  const std::array<evaluated, 1> operands{evaluated(*a)};
  const evaluated result = compute(one, operands);
  return result.known() ? std::optional(result.what()) : std::nullopt;
}

/// Products and quotients take their least and greatest at corners, where all four are known.
[[nodiscard]] inline possible_values at_corners(const step& one, const possible_values& a,
                                                const possible_values& b) {
  possible_values result;
  for (const auto* x : {&a.least, &a.greatest})
    for (const auto* y : {&b.least, &b.greatest}) {
      const auto corner = at_limits(one, *x, *y);
      if (!corner) return {};
      if (!result.least || *corner < *result.least) result.least = corner;
      if (!result.greatest || *result.greatest < *corner) result.greatest = corner;
    }
  return result;
}

[[nodiscard]] inline bool never_below_zero(const possible_values& of) {
  const auto least = of.least_number();
  return least && least->sign() >= 0;
}

[[nodiscard]] inline possible_values possible_product(const step& one, const possible_values& a,
                                                      const possible_values& b) {
  if (!never_below_zero(a) || !never_below_zero(b)) return at_corners(one, a, b);
  possible_values result;
  result.least = at_limits(one, a.least, b.least);
  result.greatest = at_limits(one, a.greatest, b.greatest);
  return result;
}

[[nodiscard]] inline possible_values possible_quotient(const step& one, const possible_values& a,
                                                       const possible_values& b) {
  const auto* divisor = b.least ? std::get_if<rational>(&*b.least) : nullptr;
  if (divisor == nullptr || divisor->sign() <= 0) return {};
  if (!never_below_zero(a)) return at_corners(one, a, b);
  possible_values result;
  result.least = b.greatest ? at_limits(one, a.least, b.greatest) : std::optional<value>(rational(0));
  result.greatest = at_limits(one, a.greatest, b.least);
  return result;
}

[[nodiscard]] inline possible_values possible_equality(const possible_values& a, const possible_values& b,
                                                       bool equal) {
  bool apart = comparable(a.greatest, b.least) && *a.greatest < *b.least;
  apart = apart || (comparable(b.greatest, a.least) && *b.greatest < *a.least);
  if (!a.among.empty() && !b.among.empty())
    apart = apart || std::none_of(a.among.begin(), a.among.end(), [&](const value& what) {
              return std::find(b.among.begin(), b.among.end(), what) != b.among.end();
            });
  const bool same = is_one(a) && is_one(b) && !apart;
  return truths(equal ? !apart : !same, equal ? !same : !apart);
}

[[nodiscard]] inline possible_values possible_comparison(const possible_values& a, const possible_values& b,
                                                         bool or_equal) {
  const auto below = [&](const std::optional<value>& x, const std::optional<value>& y, bool also_equal) {
    return comparable(x, y) && (*x < *y || (also_equal && *x == *y));
  };
  const bool always = below(a.greatest, b.least, or_equal);
  const bool never = below(b.greatest, a.least, !or_equal);
  return truths(!never, !always);
}

/// A sum of what takes part, or its count.
[[nodiscard]] inline possible_values possible_sum(
    step_kind kind, const std::vector<std::pair<possible_values, possible_values>>& items) {
  const rational none(0);
  std::optional<rational> least(none);
  std::optional<rational> greatest(none);
  for (const auto& [item, takes_part] : items) {
    if (!takes_part.may_be(true)) continue;
    const bool sure = !takes_part.may_be(false);
    const bool counted = kind == step_kind::count;
    const auto low = counted ? std::optional(rational(1)) : item.least_number();
    const auto high = counted ? std::optional(rational(1)) : item.greatest_number();
    if (least) least = low ? std::optional(*least + (sure ? *low : std::min(*low, none))) : std::nullopt;
    if (greatest)
      greatest = high ? std::optional(*greatest + (sure ? *high : std::max(*high, none))) : std::nullopt;
  }
  possible_values result;
  if (least) result.least = *least;
  if (greatest) result.greatest = *greatest;
  return result;
}

/// Items with whether they take part.
[[nodiscard]] inline possible_values possible_over_list(
    step_kind kind, const std::vector<std::pair<possible_values, possible_values>>& items) {
  possible_values result;
  if (kind == step_kind::every || kind == step_kind::some) {
    const bool decisive = kind == step_kind::some;
    bool may = false;
    bool must = false;
    for (const auto& [item, takes_part] : items) {
      may = may || (takes_part.may_be(true) && item.may_be(decisive));
      must = must || (!takes_part.may_be(false) && !item.may_be(!decisive));
    }
    return decisive ? truths(may, !must) : truths(!must, may);
  }
  if (kind == step_kind::sum || kind == step_kind::count) return possible_sum(kind, items);
  if (kind == step_kind::product) return result;
  std::vector<possible_values> all;
  for (const auto& [item, takes_part] : items)
    if (takes_part.may_be(true)) all.push_back(item);
  if (all.empty()) return result;
  result = any_at_all(all);
  if (kind == step_kind::mean) return result;
  // The least of a list is no greater than the greatest of any item that surely takes part.
  const bool least = kind == step_kind::least;
  for (const auto& [item, takes_part] : items) {
    std::optional<value>& limit = least ? result.greatest : result.least;
    const std::optional<value>& own = least ? item.greatest : item.least;
    if (takes_part.may_be(false) || !own) continue;
    if (!limit || (comparable(limit, own) && (least ? *own < *limit : *limit < *own))) limit = own;
  }
  return result;
}

/// The result of a step on single values, from what its operands may be.
[[nodiscard]] SLIEKSNIS_INLINE possible_values possible_result(const step& one,
                                                               const std::vector<possible_values>& operands) {
  possible_values result;
  const bool of_nobody = std::any_of(operands.begin(), operands.end(),
                                     [](const possible_values& operand) { return operand.of_nobody; });
  if (of_nobody && one.kind != step_kind::choose && one.what != type_kind::boolean) {
    result.of_nobody = true;
    return result;
  }
  const auto rising = [&] {  // in every operand
    result.least = operands.size() == 2 ? at_limits(one, operands[0].least, operands[1].least)
                                        : at_limit(one, operands[0].least);
    result.greatest = operands.size() == 2 ? at_limits(one, operands[0].greatest, operands[1].greatest)
                                           : at_limit(one, operands[0].greatest);
    return result;
  };
  const auto apart = [&](std::size_t rises, std::size_t falls) {  // in one, falling in the other
    const bool first = rises == 0;
    const possible_values& up = operands[rises];
    const possible_values& down = operands[falls];
    result.least = first ? at_limits(one, up.least, down.greatest) : at_limits(one, down.greatest, up.least);
    result.greatest =
        first ? at_limits(one, up.greatest, down.least) : at_limits(one, down.least, up.greatest);
    return result;
  };
  switch (one.kind) {
    case step_kind::choose: {
      std::vector<possible_values> branches;
      if (operands[0].may_be(true)) branches.push_back(operands[1]);
      if (operands[0].may_be(false) || branches.empty()) branches.push_back(operands[2]);
      return any_at_all(branches);
    }
    case step_kind::logical_and:
    case step_kind::logical_or: {
      const bool decisive = one.kind == step_kind::logical_or;
      const bool may = std::any_of(operands.begin(), operands.end(),
                                   [&](const auto& operand) { return operand.may_be(decisive); });
      const bool must = std::any_of(operands.begin(), operands.end(),
                                    [&](const auto& operand) { return !operand.may_be(!decisive); });
      return decisive ? truths(may, !must) : truths(!must, may);
    }
    case step_kind::logical_not:
      return truths(operands[0].may_be(false), operands[0].may_be(true));
    case step_kind::equal:
    case step_kind::not_equal:
      return possible_equality(operands[0], operands[1], one.kind == step_kind::equal);
    case step_kind::less:
    case step_kind::less_equal:
      return possible_comparison(operands[0], operands[1], one.kind == step_kind::less_equal);
    case step_kind::add:
    case step_kind::date_plus:
    case step_kind::round:
    case step_kind::part_year:
    case step_kind::part_years:
    case step_kind::part_days:
      return rising();
    case step_kind::subtract:
    case step_kind::days_between:
      return apart(0, 1);
    case step_kind::months_between:
    case step_kind::age:  // from the first day to the second
      return apart(1, 0);
    case step_kind::negate:
      result.least = at_limit(one, operands[0].greatest);
      result.greatest = at_limit(one, operands[0].least);
      return result;
    case step_kind::multiply:
      return possible_product(one, operands[0], operands[1]);
    case step_kind::divide:
      return possible_quotient(one, operands[0], operands[1]);
    case step_kind::absolute: {
      if (never_below_zero(operands[0])) return operands[0];
      if (one.what != type_kind::number) return result;
      result.least = rational(0);
      const auto low = at_limit(one, operands[0].least);
      const auto high = at_limit(one, operands[0].greatest);
      if (low && high) result.greatest = std::max(*low, *high);
      return result;
    }
    default:
      return one.what == type_kind::boolean ? truths(true, true) : result;
  }
}

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis
