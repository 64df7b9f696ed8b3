// SPDX-License-Identifier: Apache-2.0
/// \file Reforms on the command line: overlay files, single values from a day on, and which of them counted.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "arguments.hpp"
#include "load_rules.hpp"
#include "slieksnis/decide/reform_changes.hpp"

namespace slieksnis::cli {

class output;

/// `--reform`, `--law-goes-on-until` and `--strict`, for commands that answer from the rules.
[[nodiscard]] std::vector<option> reform_options();
/// `--set NAME=VALUE@DATE`, for commands without facts; `case_options()` has one that takes both forms.
[[nodiscard]] option dated_set_option();
/// All of them, for commands without facts.
[[nodiscard]] std::vector<option> rule_reform_options();

/// Whether the command has the options above.
[[nodiscard]] bool takes_reforms(const command_line& line);
/// What to do about a day after the last one that the rules cover.
[[nodiscard]] words law_goes_on_hint(date day);
/// Whether a text after `--set` names a day, and so is a reform rather than a value for this run.
[[nodiscard]] bool is_dated(std::string_view set_text);

/// What a command line says about reforms. The files are read once: one of them may be a pipe.
struct asked_reforms {
  std::vector<source_pointer> baseline;  ///< `--baseline`: overlays of what a reform is compared with
  std::vector<source_pointer> files;     ///< `--reform`
  std::vector<std::string> sets;         ///< `--set` with a day: `gmi_share=0.30@2026-07-01`
  bool strict = false;
  std::optional<date> goes_on_until;  ///< `--law-goes-on-until`

  [[nodiscard]] bool none() const noexcept { return baseline.empty() && changes_nothing(); }
  [[nodiscard]] bool changes_nothing() const noexcept { return files.empty() && sets.empty(); }
  /// Everything in which names of the rules may stand, for `part_of_rules`.
  void add_texts(std::vector<std::string_view>& into) const;
};

/// Throws `unusable` for a file that cannot be read.
[[nodiscard]] asked_reforms reforms_asked(const command_line& line);

/// The rules without a reform and with it.
struct reformed_rules {
  rule_book baseline;                 ///< the law, with the overlays of `--baseline`
  std::optional<rule_book> reformed;  ///< the same with `--reform` and dated `--set`; nothing without them

  [[nodiscard]] const rule_book& book() const noexcept { return reformed ? *reformed : baseline; }
};

/// Both books from the texts of rule files. Throws `unusable` with every error of rules, overlays and
/// `--set`; the last ones point to the command line.
[[nodiscard]] reformed_rules load_reformed(const std::vector<source_pointer>& files, book_use use,
                                           const asked_reforms& asked);
/// The same from all rules of the program or of `--rules`.
[[nodiscard]] reformed_rules load_reformed(const command_line& line);

/// `with_book` with reforms: only the topics that the command line, the facts file and the reforms speak of.
[[nodiscard]] exit_code with_rules(const command_line& line, operands_are operands,
                                   const std::function<exit_code(const reformed_rules&)>& answer);

/// Says on standard error that the answer rests on reforms, where the answer itself has no room for it.
void note_reforms(const rule_book& book, const command_line& line, const output& out);
/// Says on standard error which reforms nothing read, and why; with `--strict` that is an error instead.
/// `on` is the day that was asked about, if it is one. Throws `unusable` with `reform.unread`.
void tell_unread(const rule_book& book, const std::vector<reform_change>& changes, std::optional<date> on,
                 const command_line& line, const output& out);

}  // namespace slieksnis::cli
