// SPDX-License-Identifier: Apache-2.0
/// \file The command line as words with a meaning: the command, its fixed options, and the rest.
/// Options that state facts have names from the rules, so they are told apart later (case_options.hpp).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "command.hpp"

namespace slieksnis::cli {

/// A word whose place counts: an operand, an option that only the rules know, or one that may be repeated.
struct loose_word {
  std::size_t index = 0;  ///< on the command line: the value of an option is its neighbour
  bool is_option = false;
  std::string text;                  ///< as typed; an option with its dashes, without `=value`
  std::optional<std::string> value;  ///< what followed `=`
};

class command_line {
 public:
  language lang = language::en;
  std::string called;               ///< "slieksnis calc": the subject of errors
  const command* chosen = nullptr;  ///< null for the program alone
  std::vector<loose_word> rest;
  bool colour = false;  ///< the answer is for a terminal that shows it, or it was asked for

  [[nodiscard]] bool has(std::string_view option) const { return fixed_.contains(std::string(option)); }
  [[nodiscard]] std::optional<std::string> value(std::string_view option) const;
  /// As if the option had been given with this value.
  void set_value(std::string_view option, std::string value) {
    fixed_.insert_or_assign(std::string(option), std::vector<std::string>{std::move(value)});
  }
  /// Adds an error about the command line itself.
  void wrong(std::vector<error>& errors, error_code code, complaint words) const {
    errors.emplace_back(code, called, std::move(words));
  }
  /// The operands of a command that knows no facts. Throws `unusable` for options left over.
  [[nodiscard]] std::vector<std::string> operands() const;
  /// An option that nothing knows; `more` are names that only the rules know.
  [[nodiscard]] complaint unknown_option(const std::string& name, std::vector<std::string> more) const;

 private:
  friend class line_reader;
  /// Whether the command has an option of this name that stays among the loose words.
  [[nodiscard]] bool is_repeated(const std::string& name) const;
  std::map<std::string, std::vector<std::string>> fixed_;
};

/// The language that `--lang` or else the environment asks for. Does not look at anything else, so that every
/// error about the command line is in the right language.
[[nodiscard]] language language_of(const std::vector<std::string>& words);

/// Reads the words after the program's name. Throws `unusable` with every error of the command line.
[[nodiscard]] command_line read_command_line(const std::vector<command>& commands,
                                             const std::vector<std::string>& words);

}  // namespace slieksnis::cli
