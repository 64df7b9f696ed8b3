// SPDX-License-Identifier: Apache-2.0
/// \file One case from the command line: `--facts`, an option for every fact, `--person` and `--set`.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "arguments.hpp"
#include "slieksnis/facts/facts.hpp"

namespace slieksnis::cli {

struct stated_case {
  facts stated;
  date on;
  bool on_is_today = false;           ///< nobody named a day
  std::vector<std::string> operands;  ///< the words that are neither options nor their values
  std::vector<std::pair<std::string, std::string>>
      cut_short;  ///< names as typed, and what they were taken for
  std::vector<std::string> personal_codes =
      {};  ///< where something looks like one: `family.json:3:17`, `--person`
};

/// Throws `unusable` with every error of the options and the file.
[[nodiscard]] stated_case read_case(const rule_book& book, const command_line& line);

/// The day that `--on` names, or today. Throws `unusable`.
[[nodiscard]] date day_of(const command_line& line);
/// The user's day, in the time zone of the environment.
[[nodiscard]] date today();
/// Says on standard error that today was taken, where the answer itself has no room for it.
void note_today(const command_line& line, const output& out, date on);
/// Says on standard error what names were taken for that were cut short: a fact that the answer does not need
/// would not show there.
void note_cut_short(const command_line& line, const output& out, const stated_case& one);
/// Says on standard error where something looks like a personal code; to be called once the answer is sure.
void warn_of_personal_codes(const command_line& line, const output& out, const stated_case& one);
/// Throws `unusable` when no rule covers the day; `may_go_on`: the command takes --law-goes-on-until, and the
/// hint says so.
void check_span(const rule_book& book, date on, bool may_go_on = false);

/// An option for a fact, as help shows it.
struct fact_option {
  std::string name;  ///< with dashes and what stands for the value
  words title;
};
/// The options that describe a household: kinds of persons if wanted, then what may be asked about a
/// household.
[[nodiscard]] std::vector<fact_option> fact_options(const rule_book& book, bool with_persons, language lang);

}  // namespace slieksnis::cli
