// SPDX-License-Identifier: Apache-2.0
/// \file The built-in functions: one table of names and shapes.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "../config.hpp"

namespace slieksnis {
inline namespace v0 {

enum class function : std::uint8_t {
  abs,
  floor,
  ceiling,
  round_up,
  round_down,
  round_half_up,
  round_half_down,
  decimal,
  modulo,
  odd,
  even,
  min,
  max,
  sum,
  product,
  mean,
  count,
  all,
  any,
  list_contains,
  not_,
  string,
  number,
  make_date,
  duration,
  years_and_months_duration,
  age,
  day_of_year,
  day_of_week,
  string_length,
  contains,
  starts_with,
  ends_with,
  upper_case,
  lower_case
};

/// A function's name as FEEL writes it, and how many arguments it takes.
struct function_shape {
  function id;
  std::string_view name;
  std::size_t least;
  std::size_t most;
};

inline constexpr std::size_t any_number_of_arguments = 1000;

inline constexpr std::array<function_shape, 35> functions{{
    {function::abs, "abs", 1, 1},
    {function::floor, "floor", 1, 2},
    {function::ceiling, "ceiling", 1, 2},
    {function::round_up, "round up", 2, 2},
    {function::round_down, "round down", 2, 2},
    {function::round_half_up, "round half up", 2, 2},
    {function::round_half_down, "round half down", 2, 2},
    {function::decimal, "decimal", 2, 2},
    {function::modulo, "modulo", 2, 2},
    {function::odd, "odd", 1, 1},
    {function::even, "even", 1, 1},
    {function::min, "min", 1, any_number_of_arguments},
    {function::max, "max", 1, any_number_of_arguments},
    {function::sum, "sum", 1, any_number_of_arguments},
    {function::product, "product", 1, any_number_of_arguments},
    {function::mean, "mean", 1, any_number_of_arguments},
    {function::count, "count", 1, 1},
    {function::all, "all", 1, any_number_of_arguments},
    {function::any, "any", 1, any_number_of_arguments},
    {function::list_contains, "list contains", 2, 2},
    {function::not_, "not", 1, 1},
    {function::string, "string", 1, 1},
    {function::number, "number", 1, 1},
    {function::make_date, "date", 1, 3},
    {function::duration, "duration", 1, 1},
    {function::years_and_months_duration, "years and months duration", 2, 2},
    {function::age, "age", 2, 2},  // ours: completed years from the first date to the second
    {function::day_of_year, "day of year", 1, 1},
    {function::day_of_week, "day of week", 1, 1},
    {function::string_length, "string length", 1, 1},
    {function::contains, "contains", 2, 2},
    {function::starts_with, "starts with", 2, 2},
    {function::ends_with, "ends with", 2, 2},
    {function::upper_case, "upper case", 1, 1},
    {function::lower_case, "lower case", 1, 1},
}};

[[nodiscard]] constexpr std::optional<function_shape> function_named(std::string_view name) noexcept {
  for (const auto& shape : functions)
    if (shape.name == name) return shape;
  return std::nullopt;
}

}  // namespace v0
}  // namespace slieksnis
