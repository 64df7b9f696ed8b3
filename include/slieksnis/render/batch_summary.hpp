// SPDX-License-Identifier: Apache-2.0
/// \file What a run over many rows came to, for people and for programs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "../decide/reform_changes.hpp"
#include "../table/batch.hpp"

namespace slieksnis {
inline namespace v0 {

/// Digits before a decimal mark in groups of three: `1 234 567,50` in Latvian, `1,234,567.50` in English. The
/// number is as `format_number` gives it; what follows it stays as it is.
[[nodiscard]] std::string grouped_digits(std::string_view number, language lang);

/// What all decisions of a run may rest on.
struct batch_doubts {
  std::vector<std::string> assumptions;  ///< about facts that no column states
  std::vector<std::string> cautions;     ///< uncertain figures and days after the last review
};

/// The assumptions and cautions of the wanted benefits on the day of the run. Where a column tells each row's
/// day, those of all days that the rules cover. Cost: one plan, or one for each day on which a rule begins.
[[nodiscard]] batch_doubts doubts_of(const rule_book& book, const facts& shared, const batch_options& how,
                                     const batch_summary& sum, language lang);

/// What the reforms of the rules changed for a run over `book`, beside the rules without them.
[[nodiscard]] std::vector<reform_change> changes_of_run(const rule_book& baseline, const rule_book& book,
                                                        const facts& shared, const batch_options& how,
                                                        const batch_summary& sum);

/// Counts, exact totals, the most frequent reasons, assumptions and cautions. Reasons and names of columns
/// stand as in the rows.
[[nodiscard]] std::string batch_summary_text(const rule_book& book, const facts& shared,
                                             const batch_options& how, const batch_summary& sum,
                                             language lang, const std::vector<reform_change>& reformed = {});
/// The same, with all reasons; see rules/schemas/batch.schema.json.
[[nodiscard]] std::string batch_summary_json(const rule_book& book, const facts& shared,
                                             const batch_options& how, const batch_summary& sum,
                                             language lang, const std::vector<reform_change>& reformed = {});

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "batch_summary.ipp"
#endif
