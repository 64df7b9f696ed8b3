// SPDX-License-Identifier: Apache-2.0
/// \file A decision as an ordered list of lines that every format prints: one place for wording.
#pragma once

#include <string>
#include <vector>

#include "answer.hpp"

namespace slieksnis {
inline namespace v0 {

/// One named value of the calculation in words.
struct sheet_step {
  std::string title;     ///< with the person's number where it is a person's
  std::string value;     ///< with unit
  std::string origin;    ///< "stated", "figure of the law" …; empty when computed
  std::string row;       ///< of a decision table
  std::string in_names;  ///< the formula
  std::string in_numbers;
  std::string rounding;              ///< before, mode and after, where a rounding changed the value
  std::string when;                  ///< the period of the version
  std::vector<std::size_t> sources;  ///< numbers in the sheet's list, from 1
  std::string note;                  ///< with the confidence, where it is not high
};

/// One decision in words.
struct sheet {
  std::string heading;               ///< "Housing benefit: granted, 267.50 EUR a month"
  std::vector<std::string> reasons;  ///< what failed
  std::vector<std::string> changes;  ///< what would change it
  std::vector<std::string> needs;    ///< what has to be known
  std::string bounds;                ///< between which amounts it lies meanwhile; empty: nothing limits it
  std::string holds;                 ///< on which days the same facts give the same answer
  std::vector<sheet_step> steps;
  std::vector<std::string> assumptions;
  std::vector<std::string> overridden;
  std::vector<std::string> sources;   ///< each once, in the order of first use, with its address
  std::vector<std::size_t> cited;     ///< the same, as numbers in the rule book
  std::vector<std::string> cautions;  ///< uncertain figures, intervals, days after the last review
};

/// The words of one decision. Without `explain` each step cites its main source only, and notes of certain
/// figures are left out.
[[nodiscard]] sheet sheet_of(const rule_book& book, const facts& stated, const decision& decided,
                             const render_options& options);

/// `[1, 3]`: the numbers of a step's sources; empty when it has none.
[[nodiscard]] std::string references(const std::vector<std::size_t>& sources);
/// "Answer for 1 February 2026 …" and what concerns the answer as a whole.
[[nodiscard]] std::string heading_of(const answer& given, language lang);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "sheet.ipp"
#endif
