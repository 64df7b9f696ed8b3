// SPDX-License-Identifier: Apache-2.0
/// \file One case under two laws, side by side: for a terminal, as Markdown, as a page and as JSON.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "../decide/case_differences.hpp"
#include "answer.hpp"

namespace slieksnis {
inline namespace v0 {

/// The same case before and after; books, facts and answers must outlive what is made of it.
struct case_comparison {
  const rule_book& book_before;
  const facts& stated_before;
  const answer& before;
  const rule_book& book_after;
  const facts& stated_after;
  const answer& after;  ///< `reformed` tells what changed and whether it counted
};

/// A benefit, status or total at a glance.
struct comparison_row {
  std::string title;
  std::string before;
  std::string after;
  std::string change;  ///< with its sign; empty where there is nothing to subtract
  std::string unit;
};

/// How a value came about on one side.
struct comparison_side {
  std::string value;                 ///< empty: it is not part of the calculation
  std::string how;                   ///< origin, formula with numbers, row of a table, rounding
  std::string names;                 ///< the formula with names
  std::string when;                  ///< the period of the version
  std::vector<std::size_t> sources;  ///< numbers in the sheet's list, from 1
};

struct comparison_step {
  std::string title;
  bool changed = false;
  comparison_side before;
  comparison_side after;
};

/// One decision in words.
struct compared_decision {
  std::string title;
  bool changed = false;
  std::string before;  ///< "granted, 192.70 EUR a month"
  std::string after;
  std::vector<std::string> why_before;  ///< reasons of a refusal, or what is needed
  std::vector<std::string> why_after;
  std::vector<comparison_step> steps;  ///< without `explain` only those that changed
  std::size_t unchanged = 0;           ///< how many are left out
};

struct comparison_sheet {
  std::string heading;
  std::string law_before;
  std::string law_after;
  std::vector<comparison_row> rows;
  std::vector<comparison_row> totals;
  std::vector<compared_decision> decisions;  ///< what was asked for by name; otherwise what changed
  std::vector<std::string> reforms;          ///< what the reform changes, and whether it counted
  std::vector<std::string> overridden;
  std::vector<std::string> assumptions;
  std::vector<std::string> cautions;
  std::vector<std::string> sources;
};

[[nodiscard]] comparison_sheet comparison_sheet_of(const case_comparison& both,
                                                   const render_options& options);

/// Plain text. Steps stand side by side from a `width` of 120 columns on, else before over after.
[[nodiscard]] std::string comparison_text(const case_comparison& both, const render_options& options,
                                          std::size_t width);
[[nodiscard]] std::string comparison_markdown(const case_comparison& both, const render_options& options);
/// Both answers as `calc` gives them, what changed in each benefit and total, and the steps in pairs; see
/// rules/schemas/compare-case.schema.json.
[[nodiscard]] std::string comparison_json(const case_comparison& both, const render_options& options);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "case_comparison.ipp"
#include "case_comparison_json.ipp"
#include "case_comparison_text.ipp"
#endif
