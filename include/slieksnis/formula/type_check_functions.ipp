// SPDX-License-Identifier: Apache-2.0
// The second half of type_check.ipp: what each built-in function takes and gives.
#pragma once

#include "type_check.hpp"

namespace slieksnis {
inline namespace v0 {
namespace detail {

SLIEKSNIS_INLINE type type_checker::function_type(function id, const expression& e) {
  const auto& arguments = e.operands;
  const expression& first = *arguments.front();
  const auto all_are = [&](type_kind kind) {
    for (const auto& argument : arguments) must_be(*argument, kind);
  };
  // min, max, sum … take one list or the items themselves.
  const auto items = [&]() -> type {
    if (arguments.size() == 1 && first.what.is(type_kind::list)) return *first.what.element;
    type together = first.what;
    for (std::size_t i = 1; i < arguments.size(); ++i) {
      const type next = meet(*arguments[together.bare ? 0 : i - 1], *arguments[i]);
      if (together.bare || together.is(type_kind::any)) together = next;
    }
    return together;
  };
  const auto numbers = [&]() -> type {
    type result = items();
    if (!result.is(type_kind::number) && !result.is(type_kind::any))
      return mismatch(first, described(type::number({})));
    result.bare = result.zero = false;
    return result;
  };

  switch (id) {
    case function::abs:
      if (!first.what.is(type_kind::months_duration) && !first.what.is(type_kind::days_duration))
        must_be(first, type_kind::number);
      return first.what;
    case function::floor:
    case function::ceiling:
    case function::round_up:
    case function::round_down:
    case function::round_half_up:
    case function::round_half_down:
    case function::decimal:
      must_be(first, type_kind::number);
      if (arguments.size() == 2) {
        const expression& places = *arguments[1];
        const bool minus = places.kind == expression_kind::negate;
        const expression& size = minus ? *places.operands.front() : places;
        const auto* written =
            size.kind == expression_kind::literal ? std::get_if<rational>(&size.written) : nullptr;
        if (written == nullptr || !written->is_integer() || *written > rational(decimal_digits_max))
          return mismatch(places, {"decimālzīmju skaits, rakstīts ar skaitli",
                                   "the number of decimal places, written as a figure"});
      }
      return first.what;
    case function::modulo:
      must_be(first, type_kind::number);
      return meet(first, *arguments[1]);
    case function::odd:
    case function::even:
      must_be_count(first);
      return type::of(type_kind::boolean);
    case function::min:
    case function::max: {
      const type result = items();
      if (result.is(type_kind::boolean) || result.is(type_kind::person) || result.is(type_kind::list))
        return mismatch(first, {"vērtības, ko var salīdzināt pēc lieluma", "values that have an order"});
      return result;
    }
    case function::sum:
    case function::mean:
      return numbers();
    case function::product: {
      type result = numbers();
      if (result.is(type_kind::number) && !result.measure.pure())
        return mismatch(first, described(type::number({})), error_code::formula_unit);
      return result;
    }
    case function::count:
      must_be(first, type_kind::list);
      return type::number({});
    case function::all:
    case function::any: {
      const type item = items();
      if (!item.is(type_kind::boolean) && !item.is(type_kind::any))
        return mismatch(first, described(type::of(type_kind::boolean)));
      return type::of(type_kind::boolean);
    }
    case function::list_contains:
      must_be(first, type_kind::list);
      if (first.what.is(type_kind::list) && !common(*first.what.element, arguments[1]->what))
        return mismatch(*arguments[1], described(*first.what.element));
      return type::of(type_kind::boolean);
    case function::not_:
      must_be(first, type_kind::boolean);
      return type::of(type_kind::boolean);
    case function::string:
      if (first.what.is(type_kind::list) || first.what.is(type_kind::person))
        return mismatch(first, {"vienkārša vērtība", "a simple value"});
      return type::of(type_kind::text);
    case function::number:
      must_be(first, type_kind::text);
      return type::number({});
    case function::make_date:
      if (arguments.size() == 1) {
        must_be(first, type_kind::text);
        const auto* written =
            first.kind == expression_kind::literal ? std::get_if<std::string>(&first.written) : nullptr;
        if (written != nullptr && !parse_date(*written))
          return wrong(error_code::formula_type, first.where,
                       {"datums, piemēram, \"2025-01-01\"", "a date, such as \"2025-01-01\""},
                       same(in_quotes(*written)),
                       {"pārbaudiet gadu, mēnesi un dienu", "check the year, month and day"});
      } else if (arguments.size() == 3) {
        all_are(type_kind::number);
      } else {
        return wrong(error_code::formula_arguments, e.where,
                     {"viens vai trīs argumenti", "one or three arguments"}, same("2"));
      }
      return type::of(type_kind::day);
    case function::duration: {
      const auto* written =
          first.kind == expression_kind::literal ? std::get_if<std::string>(&first.written) : nullptr;
      if (written != nullptr && parse_months_duration(*written)) return type::of(type_kind::months_duration);
      if (written != nullptr && parse_days_duration(*written)) return type::of(type_kind::days_duration);
      return wrong(error_code::formula_type, first.where,
                   {"ilgums kā teksts, piemēram, \"P64Y6M\" vai \"P14D\"",
                    "a duration as text, such as \"P64Y6M\" or \"P14D\""},
                   written != nullptr ? same(in_quotes(*written)) : described(first.what));
    }
    case function::years_and_months_duration:
      all_are(type_kind::day);
      return type::of(type_kind::months_duration);
    case function::age: {
      all_are(type_kind::day);
      return type::number(*parse_unit("years"));
    }
    case function::day_of_year:
      must_be(first, type_kind::day);
      return type::number({});
    case function::day_of_week:
      must_be(first, type_kind::day);
      return type::of(type_kind::text);
    case function::string_length:
      must_be(first, type_kind::text);
      return type::number({});
    case function::contains:
    case function::starts_with:
    case function::ends_with:
      all_are(type_kind::text);
      return type::of(type_kind::boolean);
    case function::upper_case:
    case function::lower_case:
      must_be(first, type_kind::text);
      return type::of(type_kind::text);
  }
  return {};
}

}  // namespace detail
}  // namespace v0
}  // namespace slieksnis
