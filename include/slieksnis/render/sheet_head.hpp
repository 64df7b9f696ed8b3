// SPDX-License-Identifier: Apache-2.0
/// \file What stands on a sheet for the case file beside the decisions: which calculation it is, the facts of
/// the case, and what the decisions come to.
#pragma once

#include <string>
#include <vector>

#include "answer.hpp"

namespace slieksnis {
inline namespace v0 {

/// One line of the head: "Date of calculation", "2026-07-01".
struct head_line {
  std::string label;
  std::string text;
};

/// A stated fact in words.
struct fact_line {
  std::string title;
  std::string value;  ///< with unit
  std::string how;    ///< "stated"; with the months of a mean; "given, not computed"; "overridden by --set"
};

/// The facts of the household, the municipality or one person, or what is overridden.
struct fact_group {
  std::string whose;
  std::vector<fact_line> facts;  ///< may be empty for a person of whom nothing is stated
};

/// The day of assessment and the provenance, as far as they are known.
[[nodiscard]] std::vector<head_line> head_of(const answer& given, language lang);

/// Everything that the case states, in the order of the rule book, persons in theirs. What is assumed is
/// found with the decisions.
[[nodiscard]] std::vector<fact_group> facts_in_words(const rule_book& book, const facts& stated,
                                                     language lang);

/// What the granted decisions add up to: "385.00 EUR a month", "600.00 EUR (once)".
[[nodiscard]] std::vector<std::string> totals_in_words(const rule_book& book, const answer& given,
                                                       language lang);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "sheet_head.ipp"
#endif
