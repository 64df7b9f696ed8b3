// SPDX-License-Identifier: Apache-2.0
/// \file A sweep for a terminal, as CSV and as JSON.
#pragma once

#include <string>

#include "../decide/sweep.hpp"
#include "answer.hpp"

namespace slieksnis {
inline namespace v0 {

/// One line for each setting: the varied numbers; of each benefit or status `NAME_outcome` and, for amounts,
/// `NAME_amount`; what is paid in all as `benefits_month`, `benefits_once` …; where income is varied
/// `own_income`, `total` (own income and monthly benefits) and `marginal_loss`. Points as decimal marks; a
/// number without a finite decimal form is a fraction. Empty: nothing is granted, or not known.
[[nodiscard]] std::string sweep_csv(const rule_book& book, const sweep& given);
/// The same with titles, where benefits begin and end, and what the answers rest on; see
/// rules/schemas/sweep.schema.json.
[[nodiscard]] std::string sweep_json(const rule_book& book, const facts& stated, const sweep& given,
                                     const render_options& options);
/// What a person wants to know of it: where a benefit begins or ends, which stretches are even, where one
/// more euro earned loses most. Two variations: what is paid in all, as a table.
[[nodiscard]] std::string sweep_text(const rule_book& book, const facts& stated, const sweep& given,
                                     const render_options& options);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "sweep.ipp"
#include "sweep_json.ipp"
#include "sweep_text.ipp"
#endif
