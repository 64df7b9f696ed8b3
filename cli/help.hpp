// SPDX-License-Identifier: Apache-2.0
/// \file What the program tells about itself, made from the table of commands: help, the manual page and
/// what shells need to complete a command line.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "arguments.hpp"

namespace slieksnis::cli {

struct told_exit_code {
  exit_code code;
  words meaning;
};
[[nodiscard]] std::vector<told_exit_code> told_exit_codes();

/// A variable of the environment that the program looks at.
struct told_variable {
  std::string_view name;
  words meaning;
};
[[nodiscard]] std::vector<told_variable> told_variables();

/// A kind of file that the program reads.
struct told_file {
  words name;
  words meaning;
};
[[nodiscard]] std::vector<told_file> told_files();

/// A command line on several lines, as a shell takes it: broken before options, with `\` at the ends.
[[nodiscard]] std::string broken_command(std::string_view line, std::size_t width);

/// Help for the program, lines no wider than `width`.
[[nodiscard]] std::string program_help(const std::vector<command>& commands, language lang,
                                       std::size_t width);
/// Help for one command; the options of facts come from the rules that `line` asks for.
[[nodiscard]] std::string command_help(const command& chosen, const command_line& line, std::size_t width);

/// The manual page in roff, for `man` and `mandoc`. Runs its examples: their output is what they print.
[[nodiscard]] std::string manual_page(const std::vector<command>& commands, const command_line& line);

/// The shells for which there is a script.
[[nodiscard]] std::vector<std::string_view> completed_shells();
/// The script that makes the shell ask `slieksnis __complete`.
[[nodiscard]] std::string completion_script(std::string_view shell);

/// What may stand in place of the last word: a candidate a line, with a tab and what it means. A line
/// `:files` says that the shell should offer files. Never fails: what cannot be read offers nothing.
/// Cost: the whole rules are read only where names of the rules may stand.
[[nodiscard]] std::string completions_of(const std::vector<command>& commands,
                                         const std::vector<std::string>& typed);

}  // namespace slieksnis::cli
