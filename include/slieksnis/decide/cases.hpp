// SPDX-License-Identifier: Apache-2.0
/// \file Cases beside the rules: named households with the decisions they must get.
#pragma once

#include <string>
#include <vector>

#include "decide.hpp"

namespace slieksnis {
inline namespace v0 {

/// One named case of a `cases.json`, ready to run.
struct expected_case {
  std::string name;
  date on;
  facts stated;
  json_tree expect;
  bool cut_to_euro = false;
  std::vector<std::string> published;  ///< ids of published examples that this case proves
  place at;
};

/// Reads a `cases.json`; adds what is wrong with it to `errors`.
[[nodiscard]] std::vector<expected_case> read_cases(const rule_book& book, const source_pointer& file,
                                                    std::vector<error>& errors);

/// Runs one case; adds an error for everything that differs from what is expected.
void run_case(const rule_book& book, const expected_case& one, std::vector<error>& errors);

/// How a whole set went.
struct cases_result {
  std::size_t passed = 0;
  std::size_t failed = 0;
  std::vector<error> errors;  ///< of files and of cases
};
[[nodiscard]] cases_result run_cases(const rule_book& book, const std::vector<source_pointer>& files);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "cases.ipp"
#endif
