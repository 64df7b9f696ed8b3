// SPDX-License-Identifier: Apache-2.0
/// \file A study of a population in words, tables and charts: who receives, what it costs, who gains and
/// loses.
#pragma once

#include <string>
#include <vector>

#include "../table/study.hpp"
#include "../value/words.hpp"
#include "answer.hpp"

namespace slieksnis {
inline namespace v0 {

/// What a report tells besides the figures of a study.
struct study_report {
  language lang = language::en;
  /// The households are made up: JSON says so by itself; in words `notes` do.
  bool made_up = false;
  /// For each scenario what it changes, a sentence each; may be shorter than there are scenarios.
  std::vector<std::vector<std::string>> changes = {};
  /// What every reader has to know first, such as that the households are made up.
  std::vector<std::string> notes = {};
  provenance made = {};
};

// All of them show amounts and means to cents, rounded half up once, from exact sums; weighted counts to
// two places. The exact sums stand in JSON and CSV. `made` must be the result of a study with these options.
// Errors: none. Cost: some milliseconds, of which the assumptions of the rules take a plan a scenario.

/// For a terminal. Groups are shown for what benefits add up to, not for each of the parts of that sum.
[[nodiscard]] std::string study_text(const study_options& options, const study_result& made,
                                     const study_report& report);

/// One long table for programs: a row for each table, group, scenario and measure, with all figures as
/// columns, and whether the households are made up. The table of all households is `all`. Numbers are exact
/// and have a point.
[[nodiscard]] std::string study_csv(const study_options& options, const study_result& made,
                                    const study_report& report);

/// See rules/schemas/study.schema.json.
[[nodiscard]] std::string study_json(const study_options& options, const study_result& made,
                                     const study_report& report);

/// One page that needs nothing else, with charts, good to print on A4 and without colour.
[[nodiscard]] std::string study_html(const study_options& options, const study_result& made,
                                     const study_report& report);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "study.ipp"
#include "study_bars.ipp"
#include "study_csv.ipp"
#include "study_html.ipp"
#include "study_json.ipp"
#include "study_sheet.ipp"
#include "study_text.ipp"
#endif
