// SPDX-License-Identifier: Apache-2.0
/// \file Which rules a command works with: the built-in ones, a folder, or both together.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "arguments.hpp"
#include "slieksnis/rule/load_rules.hpp"

namespace slieksnis::cli {

/// Texts of rule files, with `sources.json`, and of their cases.
struct rule_files {
  std::vector<source_pointer> rules;
  std::vector<source_pointer> cases;
};

/// The rules of the program, or of the folder that `--rules` names.
[[nodiscard]] rule_files read_rules(const command_line& line, bool with_cases);
/// What a file of another name than rule.json, cases.json or sources.json holds.
enum class other_names { are_rules, are_cases };
/// The rule, source and case files at the paths: files as they are, folders searched below, for cases only
/// `with_cases`.
/// Throws `unusable` for a path that cannot be read and for a folder without any such file.
[[nodiscard]] rule_files read_paths(const std::vector<std::string>& paths, other_names others,
                                    bool with_cases = true);
/// `base` with the files of `instead` in place of those of the same topic, and its sources in place of the
/// base's.
[[nodiscard]] std::vector<source_pointer> replaced(const std::vector<source_pointer>& base,
                                                   const std::vector<source_pointer>& instead);

/// The rule book for commands that answer from it.
[[nodiscard]] rule_book load_book(const command_line& line);

/// Which rules a command works with, as `embedded_rules_checksum`: the paths of a folder's files are taken as
/// if it were `rules/`, so a copy of the rules has the same checksum wherever it lies. Without `--rules`
/// known since the build; with it the files are read once more. Throws `unusable` like `read_paths`.
[[nodiscard]] std::string rules_checksum(const command_line& line);

/// What the loose words of a command line are: benefits, and none of them means all; the same with everything
/// else decided as well; or a formula.
enum class operands_are { benefits, benefits_among_all, a_formula };
/// The rule files of the topics that the command line, the facts file it names and `more` speak of; nothing
/// where all rules are needed: those of a folder, and facts from a pipe, which can be read only once.
[[nodiscard]] std::optional<std::vector<source_pointer>> part_for(
    const command_line& line, operands_are operands, const std::vector<std::string_view>& more = {});
/// Runs `answer` on the topics that the command line, and the facts file it names, speak of; should that
/// fail, on all of them, since hints and spans of days take every topic into account. `answer` must not print
/// before it is sure of its result.
[[nodiscard]] exit_code with_book(const command_line& line, operands_are operands,
                                  const std::function<exit_code(const rule_book&)>& answer);

}  // namespace slieksnis::cli
