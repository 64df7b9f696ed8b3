// SPDX-License-Identifier: Apache-2.0
/// \file How the rows of the report are covered: by which definitions, on which days, from which sources,
/// with how many cases.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cases.hpp"

namespace slieksnis {
inline namespace v0 {

/// A row of the report with what the rules have for it. A row of several topics is one.
struct covered_row {
  std::string row;
  words title;                            ///< as the first topic has it
  std::vector<std::size_t> rules;         ///< the definitions that carry it, each once
  std::vector<period> periods;            ///< the days on which some of them holds, without overlaps
  std::vector<std::size_t> main_sources;  ///< the first one of each version
  std::vector<std::size_t> sources;       ///< all, the main ones first
  std::size_t cases = 0;                  ///< how many expect something of one of the definitions
  confidence support = confidence::high;  ///< the lowest among versions and their table rows
  date reviewed;                          ///< the day up to which all its topics are known to be current
};

/// The rows of all topics in natural order.
[[nodiscard]] std::vector<covered_row> coverage_of(const rule_book& book,
                                                   const std::vector<expected_case>& cases);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "coverage.ipp"
#endif
