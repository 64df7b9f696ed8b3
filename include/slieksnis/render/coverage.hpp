// SPDX-License-Identifier: Apache-2.0
/// \file The coverage table: the rows of the report and what the rules have for each.
#pragma once

#include <string>
#include <vector>

#include "../decide/coverage.hpp"

namespace slieksnis {
inline namespace v0 {

[[nodiscard]] std::string coverage_text(const rule_book& book, const std::vector<covered_row>& rows,
                                        language lang);
/// The table alone, to be pasted into a page. Sources in short: each act once, with its articles.
[[nodiscard]] std::string coverage_markdown(const rule_book& book, const std::vector<covered_row>& rows,
                                            language lang);
[[nodiscard]] std::string coverage_json(const rule_book& book, const std::vector<covered_row>& rows,
                                        language lang);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "coverage.ipp"
#endif
