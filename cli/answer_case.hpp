// SPDX-License-Identifier: Apache-2.0
/// \file From a case to its answer and to the sheet in the form that was asked for. Every command that ends
/// with a sheet goes this way.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "arguments.hpp"
#include "slieksnis/facts/facts.hpp"
#include "slieksnis/render/answer.hpp"

namespace slieksnis::cli {

/// The benefits and statuses that were asked for by name, each once. Throws `unusable` for other words.
[[nodiscard]] std::vector<std::size_t> named_benefits(const rule_book& book, const command_line& line,
                                                      const std::vector<std::string>& operands);

/// A division by zero is no answer: a rule or an override is wrong. Throws `unusable` that names the
/// benefits.
void check_failed(const rule_book& book, const std::vector<decision>& decisions);

/// Whether the answer grants what was asked for: by name each benefit to somebody, otherwise anything at all.
[[nodiscard]] bool is_granted(const answer& given);

/// What an answer is to hold.
struct wanted_answer {
  std::vector<std::size_t> benefits;  ///< and statuses; none means everything that can be decided on the day
  bool explain = false;  ///< also what would change each decision, for everything (see `shown_in_full`)
  bool others = false;   ///< also the outcomes of what was not asked for by name
};

/// What `--explain` and `--format` ask for.
[[nodiscard]] wanted_answer wanted_by(const command_line& line, std::vector<std::size_t> benefits);

/// The decisions about a case, with the outlook of those that a sheet shows in full; beside a `baseline` also
/// what the reforms of `book` change in it. Throws `unusable` for a day that no rule covers and for a
/// division by zero.
[[nodiscard]] answer answer_case(const rule_book& book, const facts& stated, date on, wanted_answer wanted,
                                 const rule_book* baseline = nullptr);

/// This program, the rules that it uses, and today: the user's calendar, or the day of SOURCE_DATE_EPOCH
/// where the output has to be reproducible. Throws `unusable` when the rules cannot be read.
[[nodiscard]] provenance provenance_of(const command_line& line);

/// The choices of `--format` for a sheet.
[[nodiscard]] std::vector<std::string_view> sheet_formats();

/// The sheet by `--format` and `--explain`; adds the provenance where the form shows it.
[[nodiscard]] std::string sheet_text(const rule_book& book, const facts& stated, answer given,
                                     const command_line& line);

}  // namespace slieksnis::cli
