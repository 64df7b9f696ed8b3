// SPDX-License-Identifier: Apache-2.0
/// \file A population while one or two numbers are varied: recipients and cost at each setting.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "../decide/sweep.hpp"
#include "../table/study.hpp"
#include "answer.hpp"

namespace slieksnis {
inline namespace v0 {

/// A study whose scenarios are the settings, in this order; the last variation changes fastest.
struct population_sweep {
  std::optional<date> on;  ///< none where a column tells each row's day
  std::vector<variation> varied;
  std::vector<std::size_t> counts;              ///< how many numbers each variation takes
  std::vector<std::vector<rational>> settings;  ///< of each the number of each variation
  study_result made;
  bool made_up = false;            ///< the households are: CSV and JSON say so by themselves
  std::vector<std::string> notes;  ///< what every reader has to know first, for the other forms and JSON
};

// Means are rounded to cents, half up; sums are exact.

/// One line for each setting: the varied numbers, `households`,
/// and of each benefit, status and total `NAME_recipients`, `NAME_undetermined`, for amounts `NAME_amount`
/// (the cost, for the time the benefit is paid for) and `NAME_mean`; last whether the households are
/// `made_up`.
[[nodiscard]] std::string population_sweep_csv(const rule_book& book, const population_sweep& given);
/// The same with titles; see rules/schemas/population-sweep.schema.json.
[[nodiscard]] std::string population_sweep_json(const rule_book& book, const population_sweep& given,
                                                language lang);
/// A table for each benefit and total.
[[nodiscard]] std::string population_sweep_text(const rule_book& book, const population_sweep& given,
                                                const render_options& options);
/// Cost and recipients over the varied number (see line_chart.hpp); of two variations what monthly benefits
/// cost in all.
[[nodiscard]] std::string population_sweep_svg(const rule_book& book, const population_sweep& given,
                                               language lang);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "population_sweep.ipp"
#include "population_sweep_svg.ipp"
#endif
