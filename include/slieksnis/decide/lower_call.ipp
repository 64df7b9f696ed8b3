// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include "plan_builder.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// The step of each function that is one step on its arguments.
SLIEKSNIS_INLINE step_kind simple_step(function id) {
  switch (id) {
    case function::abs:
      return step_kind::absolute;
    case function::modulo:
      return step_kind::modulo;
    case function::odd:
      return step_kind::odd;
    case function::even:
      return step_kind::even;
    case function::not_:
      return step_kind::logical_not;
    case function::string:
      return step_kind::to_text;
    case function::number:
      return step_kind::to_number;
    case function::make_date:
      return step_kind::make_date;
    case function::years_and_months_duration:
      return step_kind::months_between;
    case function::age:
      return step_kind::age;
    case function::day_of_year:
      return step_kind::day_of_year;
    case function::day_of_week:
      return step_kind::day_of_week;
    case function::string_length:
      return step_kind::text_length;
    case function::contains:
      return step_kind::text_contains;
    case function::starts_with:
      return step_kind::text_starts;
    case function::ends_with:
      return step_kind::text_ends;
    case function::upper_case:
      return step_kind::text_upper;
    case function::lower_case:
      return step_kind::text_lower;
    case function::min:
      return step_kind::least;
    case function::max:
      return step_kind::greatest;
    case function::sum:
      return step_kind::sum;
    case function::product:
      return step_kind::product;
    case function::mean:
      return step_kind::mean;
    case function::count:
      return step_kind::count;
    case function::all:
      return step_kind::every;
    case function::any:
    case function::list_contains:
      return step_kind::some;
    default:
      return step_kind::round;
  }
}

SLIEKSNIS_INLINE rounding_mode mode_of(function id) {
  switch (id) {
    case function::floor:
      return rounding_mode::floor;
    case function::ceiling:
      return rounding_mode::ceiling;
    case function::round_up:
      return rounding_mode::up;
    case function::round_down:
      return rounding_mode::down;
    case function::round_half_up:
      return rounding_mode::half_up;
    case function::round_half_down:
      return rounding_mode::half_down;
    default:
      return rounding_mode::half_even;  // FEEL's decimal()
  }
}

/// The step of `places` decimal places, written as a literal or its negation.
SLIEKSNIS_INLINE rational step_of_places(const expression& places) {
  const bool minus = places.kind == expression_kind::negate;
  const expression& size = minus ? *places.operands.front() : places;
  const auto whole = std::get<rational>(size.written).as_integer().value_or(0);
  return rational::power(rational(10), minus ? whole : -whole);
}

}  // namespace detail

SLIEKSNIS_INLINE plan_builder::lowered plan_builder::lower_call(const expression& e, setting& at) {
  const function id = function_named(e.name)->id;
  const step_kind kind = detail::simple_step(id);
  switch (id) {
    case function::floor:
    case function::ceiling:
    case function::round_up:
    case function::round_down:
    case function::round_half_up:
    case function::round_half_down:
    case function::decimal: {
      const rational to = e.operands.size() == 2 ? detail::step_of_places(*e.operands[1]) : rational(1);
      return {rounded(scalar(*e.operands[0], at), to, detail::mode_of(id)), nullptr, false};
    }
    case function::duration: {
      const auto& text = std::get<std::string>(e.operands[0]->written);  // checked to be a written duration
      if (const auto months = parse_months_duration(text)) return {constant(*months), nullptr, false};
      return {constant(*parse_days_duration(text)), nullptr, false};
    }
    case function::min:
    case function::max:
    case function::sum:
    case function::product:
    case function::mean:
    case function::count:
    case function::all:
    case function::any: {
      lowered_list list;
      if (e.operands.size() == 1) {
        list = items_of(*e.operands[0], at);
      } else {
        for (const auto& argument : e.operands) {
          const step_id item = scalar(*argument, at);
          list.items.emplace_back(item, constant(true));
        }
      }
      return {over(kind, e.what.kind, list), nullptr, false};
    }
    case function::list_contains: {
      lowered_list list = items_of(*e.operands[0], at);
      const step_id wanted = scalar(*e.operands[1], at);
      for (auto& [item, takes_part] : list.items) item = compare(operation::equal, item, wanted);
      return {over(kind, type_kind::boolean, list), nullptr, false};
    }
    default: {
      std::vector<step_id> operands;
      for (const auto& argument : e.operands) operands.push_back(scalar(*argument, at));
      return {add(kind, e.what.kind, std::move(operands)), nullptr, false};
    }
  }
}

}  // namespace v0
}  // namespace slieksnis
