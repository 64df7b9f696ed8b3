// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>
#include <utility>

#include "../source/source_text.hpp"
#include "../value/date.ipp"
#include "compute.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// "Not known", needing everything that any of the operands needs, in order and once.
SLIEKSNIS_INLINE evaluated all_needs(std::span<const evaluated> operands) {
  std::vector<need> result;
  for (const evaluated& one : operands)
    for (const need& missing : one.needs())
      if (std::find(result.begin(), result.end(), missing) == result.end()) result.push_back(missing);
  return evaluated::unknown(std::move(result));
}

/// Where not everything is known: failed before unknown before null, as what is wrong outweighs what is
/// missing.
SLIEKSNIS_INLINE evaluated not_known(std::span<const evaluated> operands) {
  const auto any = [&](knowledge state) {
    return std::any_of(operands.begin(), operands.end(),
                       [&](const auto& one) { return one.state() == state; });
  };
  if (any(knowledge::failed)) return evaluated::failed();
  if (any(knowledge::unknown)) return all_needs(operands);
  return value{null_value{}};
}

/// Kleene's conjunction (`decisive` false) and disjunction (`decisive` true).
SLIEKSNIS_INLINE evaluated kleene(std::span<const evaluated> operands, bool decisive) {
  bool all_known = true;
  for (const evaluated& one : operands) {
    if (one.is(decisive)) return value{decisive};
    all_known = all_known && one.is(!decisive);
  }
  return all_known ? evaluated(value{!decisive}) : not_known(operands);
}

SLIEKSNIS_INLINE evaluated choose(std::span<const evaluated> operands) {
  const evaluated& condition = operands[0];
  if (condition.is(true)) return operands[1];
  if (condition.is(false) || condition.is_null()) return operands[2];
  if (condition.state() == knowledge::failed) return condition;
  // Either way the same: the condition does not matter.
  if (operands[1].known() && operands[2].known() && operands[1].what() == operands[2].what())
    return operands[1];
  return all_needs(operands);
}

/// Items with whether each takes part. Sums and products skip what does not; what may or may not is unknown.
SLIEKSNIS_INLINE evaluated over_list(const step& what, std::span<const evaluated> pairs) {
  std::vector<evaluated> items;      // those that take part for sure
  std::vector<evaluated> uncertain;  // conditions that are not known
  for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) {
    if (pairs[i + 1].is(true))
      items.push_back(pairs[i]);
    else if (!pairs[i + 1].is(false) && !pairs[i + 1].is_null())
      uncertain.push_back(pairs[i + 1]);
  }
  const auto logical = [&](bool decisive) -> evaluated {
    // An item that may not take part decides nothing by itself, but may not be ignored either.
    const evaluated sure = kleene(items, decisive);
    if (sure.is(decisive) || uncertain.empty()) return sure;
    for (std::size_t i = 0; i + 1 < pairs.size(); i += 2)
      if (!pairs[i + 1].known() && !pairs[i].is(!decisive)) return not_known(pairs);
    return sure;
  };
  if (what.kind == step_kind::every) return logical(false);
  if (what.kind == step_kind::some) return logical(true);
  if (!uncertain.empty()) return not_known(uncertain);
  if (what.kind == step_kind::count) return value{rational(static_cast<std::int64_t>(items.size()))};
  if (!std::all_of(items.begin(), items.end(), [](const auto& one) { return one.known() && !one.is_null(); }))
    return not_known(items);
  if (what.kind == step_kind::sum || what.kind == step_kind::product || what.kind == step_kind::mean) {
    const bool product = what.kind == step_kind::product;
    rational total = product ? 1 : 0;
    for (const evaluated& one : items) {
      const auto* number = one.as<rational>();
      if (number == nullptr) return evaluated::failed();
      total = product ? total * *number : total + *number;
    }
    if (what.kind != step_kind::mean) return value{total};
    if (items.empty()) return evaluated::failed();
    return value{total / rational(static_cast<std::int64_t>(items.size()))};
  }
  if (items.empty()) return evaluated::failed();
  const auto less = [](const evaluated& a, const evaluated& b) { return a.what() < b.what(); };
  return what.kind == step_kind::least ? *std::min_element(items.begin(), items.end(), less)
                                       : *std::max_element(items.begin(), items.end(), less);
}

SLIEKSNIS_INLINE evaluated arithmetic(step_kind kind, const value& a, const value& b) {
  if (const auto* x = std::get_if<rational>(&a)) {
    if (const auto* y = std::get_if<rational>(&b)) {
      switch (kind) {
        case step_kind::add:
          return value{*x + *y};
        case step_kind::subtract:
          return value{*x - *y};
        case step_kind::multiply:
          return value{*x * *y};
        case step_kind::divide:
          return y->sign() == 0 ? evaluated::failed() : evaluated(value{*x / *y});
        case step_kind::modulo:  // FEEL: the sign of the divisor
          return y->sign() == 0 ? evaluated::failed() : evaluated(value{*x - *y * (*x / *y).floor()});
        default:
          break;
      }
      const auto exponent = y->as_integer();
      if (!exponent || *exponent > 1000 || *exponent < -1000 || (x->sign() == 0 && *exponent < 0))
        return evaluated::failed();
      // Powers of powers would fill the memory: only numbers of ordinary size are raised far.
      const bool huge =
          !x->floor().as_integer() || (x->sign() != 0 && !(rational(1) / *x).floor().as_integer());
      if (huge && (*exponent > 8 || *exponent < -8)) return evaluated::failed();
      return value{rational::power(*x, *exponent)};
    }
    if (kind == step_kind::multiply) return arithmetic(kind, b, a);  // a number of durations
    return evaluated::failed();
  }
  const auto scaled = [&](int size) -> std::optional<int> {
    const auto* factor = std::get_if<rational>(&b);
    if (factor == nullptr || (kind == step_kind::divide && factor->sign() == 0)) return std::nullopt;
    const rational result = kind == step_kind::divide ? rational(size) / *factor : rational(size) * *factor;
    const rational whole =
        result.sign() < 0 ? -((-result).floor()) : result.floor();  // FEEL cuts to whole months
    const auto number = whole.as_integer();
    return number && *number >= -100'000 && *number <= 100'000 ? std::optional(static_cast<int>(*number))
                                                               : std::nullopt;
  };
  const auto duration = [&]<typename Duration>(const Duration& x, int Duration::*size) -> evaluated {
    if (const auto* y = std::get_if<Duration>(&b)) {
      if (kind == step_kind::add) return value{Duration{x.*size + y->*size}};
      if (kind == step_kind::subtract) return value{Duration{x.*size - y->*size}};
      return evaluated::failed();
    }
    const auto number = scaled(x.*size);
    return number ? evaluated(value{Duration{*number}}) : evaluated::failed();
  };
  if (const auto* x = std::get_if<months_duration>(&a)) return duration(*x, &months_duration::months);
  if (const auto* x = std::get_if<days_duration>(&a)) return duration(*x, &days_duration::days);
  const auto* x = std::get_if<std::string>(&a);
  const auto* y = std::get_if<std::string>(&b);
  if (x != nullptr && y != nullptr && kind == step_kind::add) return value{*x + *y};
  return evaluated::failed();
}

SLIEKSNIS_INLINE evaluated within_calendar(date day) {
  return day < first_date || day > last_date ? evaluated::failed() : evaluated(value{day});
}

SLIEKSNIS_INLINE evaluated with_dates(const step& what, std::span<const evaluated> operands) {
  const auto* day = operands[0].as<date>();
  switch (what.kind) {
    case step_kind::date_plus:
      if (day == nullptr) break;
      if (const auto* months = operands[1].as<months_duration>()) return within_calendar(add(*day, *months));
      if (const auto* days = operands[1].as<days_duration>()) return within_calendar(add(*day, *days));
      break;
    case step_kind::days_between:
      if (const auto* other = operands[1].as<date>(); day != nullptr && other != nullptr)
        return value{days_duration{static_cast<int>((*day - *other).count())}};
      break;
    case step_kind::months_between:
    case step_kind::age:
      if (const auto* other = operands[1].as<date>(); day != nullptr && other != nullptr) {
        const months_duration months = months_between(*day, *other);
        if (what.kind == step_kind::months_between) return value{months};
        return value{rational(months.months / 12)};
      }
      break;
    case step_kind::part_years:
    case step_kind::part_months:
      if (const auto* months = operands[0].as<months_duration>())
        return value{
            rational(what.kind == step_kind::part_years ? months->months / 12 : months->months % 12)};
      break;
    case step_kind::part_days:
      if (const auto* days = operands[0].as<days_duration>()) return value{rational(days->days)};
      break;
    case step_kind::make_date: {
      std::optional<date> made;
      if (const auto* text = operands[0].as<std::string>()) {
        made = parse_date(*text);
      } else if (operands.size() == 3) {
        std::string iso;
        for (std::size_t i = 0; i < 3; ++i) {
          const auto* number = operands[i].as<rational>();
          const auto whole = number != nullptr ? number->as_integer() : std::nullopt;
          if (!whole || *whole < 0 || *whole > 9999) return evaluated::failed();
          iso += (i == 0 ? "" : "-") + padded(static_cast<int>(*whole), i == 0 ? 4 : 2);
        }
        made = parse_date(iso);
      }
      return made ? evaluated(value{*made}) : evaluated::failed();
    }
    default: {
      if (day == nullptr) break;
      const std::chrono::year_month_day calendar{*day};
      if (what.kind == step_kind::part_year) return value{rational(static_cast<int>(calendar.year()))};
      if (what.kind == step_kind::part_month)
        return value{rational(static_cast<int>(static_cast<unsigned>(calendar.month())))};
      if (what.kind == step_kind::part_day)
        return value{rational(static_cast<int>(static_cast<unsigned>(calendar.day())))};
      if (what.kind == step_kind::day_of_year) {
        const date first{calendar.year() / 1 / 1};
        return value{rational(static_cast<int>((*day - first).count()) + 1)};
      }
      constexpr std::array<const char*, 7> names{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                 "Thursday", "Friday", "Saturday"};
      return value{std::string(names[std::chrono::weekday{*day}.c_encoding()])};
    }
  }
  return evaluated::failed();
}

SLIEKSNIS_INLINE evaluated with_texts(const step& what, std::span<const evaluated> operands) {
  if (what.kind == step_kind::to_text) return value{to_string(operands[0].what())};
  const auto* text = operands[0].as<std::string>();
  if (text == nullptr) return evaluated::failed();
  if (what.kind == step_kind::to_number) {
    const auto number = parse_decimal(*text);
    return number ? evaluated(value{rational(*number)}) : evaluated::failed();
  }
  if (what.kind == step_kind::text_length)
    return value{rational(static_cast<std::int64_t>(code_points(*text)))};
  if (what.kind == step_kind::text_upper || what.kind == step_kind::text_lower) {
    std::string result = *text;  // ASCII only: other letters are left as they are
    for (char& c : result) {
      if (what.kind == step_kind::text_upper && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
      if (what.kind == step_kind::text_lower && c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return value{std::move(result)};
  }
  const auto* other = operands.size() > 1 ? operands[1].as<std::string>() : nullptr;
  if (other == nullptr) return evaluated::failed();
  if (what.kind == step_kind::text_contains) return value{text->find(*other) != std::string::npos};
  return value{what.kind == step_kind::text_starts ? text->starts_with(*other) : text->ends_with(*other)};
}

SLIEKSNIS_INLINE evaluated with_one_number(const step& what, const value& operand) {
  if (const auto* number = std::get_if<rational>(&operand)) {
    if (what.kind == step_kind::negate) return value{-*number};
    if (what.kind == step_kind::absolute) return value{number->sign() < 0 ? -*number : *number};
    if (what.kind == step_kind::round)
      return value{round(*number, std::get<rational>(what.constant), what.mode)};
    if (!number->is_integer()) return evaluated::failed();
    const bool even = (*number / rational(2)).is_integer();
    return value{what.kind == step_kind::even ? even : !even};
  }
  const auto duration = [&]<typename Duration>(const Duration& x, int Duration::*size) -> evaluated {
    if (what.kind == step_kind::negate || (what.kind == step_kind::absolute && x.*size < 0))
      return value{Duration{-(x.*size)}};
    return what.kind == step_kind::absolute ? evaluated(value{x}) : evaluated::failed();
  };
  if (const auto* months = std::get_if<months_duration>(&operand))
    return duration(*months, &months_duration::months);
  if (const auto* days = std::get_if<days_duration>(&operand)) return duration(*days, &days_duration::days);
  return evaluated::failed();
}

SLIEKSNIS_INLINE evaluated on_known(const step& what, std::span<const evaluated> operands) {
  const value& a = operands[0].what();
  switch (what.kind) {
    case step_kind::equal:
      return value{a == operands[1].what()};
    case step_kind::not_equal:
      return value{a != operands[1].what()};
    case step_kind::less:
    case step_kind::less_equal:
      if (a.index() != operands[1].what().index()) return evaluated::failed();
      return value{what.kind == step_kind::less ? a < operands[1].what() : a <= operands[1].what()};
    case step_kind::add:
    case step_kind::subtract:
    case step_kind::multiply:
    case step_kind::divide:
    case step_kind::power:
    case step_kind::modulo:
      return arithmetic(what.kind, a, operands[1].what());
    case step_kind::negate:
    case step_kind::absolute:
    case step_kind::round:
    case step_kind::odd:
    case step_kind::even:
      return with_one_number(what, a);
    case step_kind::to_text:
    case step_kind::to_number:
    case step_kind::text_length:
    case step_kind::text_contains:
    case step_kind::text_starts:
    case step_kind::text_ends:
    case step_kind::text_upper:
    case step_kind::text_lower:
      return with_texts(what, operands);
    default:
      return with_dates(what, operands);
  }
}

SLIEKSNIS_INLINE evaluated compute_strictly(const step& what, std::span<const evaluated> operands) {
  switch (what.kind) {
    case step_kind::constant:
      return what.constant;
    case step_kind::input:
      return evaluated::failed();  // inputs are bound, not computed
    case step_kind::ask:
      return operands[0].state() == knowledge::unknown ? evaluated::unknown({{what.definition, std::nullopt}})
                                                       : operands[0];
    case step_kind::first_known:
      for (const evaluated& one : operands)
        if (one.known()) return one;
      return not_known(operands);
    case step_kind::choose:
      return choose(operands);
    case step_kind::logical_and:
      return kleene(operands, false);
    case step_kind::logical_or:
      return kleene(operands, true);
    case step_kind::logical_not:
      if (operands[0].is(true) || operands[0].is(false)) return value{operands[0].is(false)};
      return operands[0];
    case step_kind::sum:
    case step_kind::product:
    case step_kind::mean:
    case step_kind::count:
    case step_kind::least:
    case step_kind::greatest:
    case step_kind::every:
    case step_kind::some:
      return over_list(what, operands);
    default:
      break;
  }
  const bool all_known =
      std::all_of(operands.begin(), operands.end(), [](const auto& one) { return one.known(); });
  if (!all_known) return not_known(operands);
  const bool comparing = what.kind == step_kind::equal || what.kind == step_kind::not_equal;
  if (!comparing &&
      std::any_of(operands.begin(), operands.end(), [](const auto& one) { return one.is_null(); }))
    return value{null_value{}};
  return on_known(what, operands);
}

}  // namespace detail

SLIEKSNIS_INLINE evaluated compute(const step& what, std::span<const evaluated> operands) {
  evaluated result = detail::compute_strictly(what, operands);
  if (what.null_on_failure && result.state() == knowledge::failed) return value{null_value{}};
  return result;
}

}  // namespace v0
}  // namespace slieksnis
