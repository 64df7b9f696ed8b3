// SPDX-License-Identifier: Apache-2.0
/// \file What a command is: its name, its options and what it does. Help, parsing and tests read this.
#pragma once

#include <string_view>
#include <vector>

#include "exit_code.hpp"
#include "slieksnis/value/words.hpp"

namespace slieksnis::cli {

class output;
class command_line;

/// An option with a fixed name. Facts are options too, but their names come from the rules.
struct option {
  std::string_view name;  ///< with its dashes
  words value;            ///< what stands for the value in help; empty for a flag
  words help;
  std::vector<std::string_view> choices = {};
  bool repeated = false;  ///< then it stays in order among the loose words
};

struct example {
  words what;
  words line;
  exit_code exits = exit_code::answered;  ///< what it ends with; a test runs it
};

struct command {
  std::string_view name;
  words operands;  ///< as in the usage line
  words summary;
  words more;  ///< what the options do not tell
  std::vector<option> options;
  bool takes_facts = false;
  std::vector<example> examples;
  exit_code (*run)(const command_line& line, output& out) = nullptr;
  words group = {};           ///< the heading under which the program's help lists it
  bool takes_persons = true;  ///< the facts may be of persons; they all share them otherwise
};

/// Every command, in the order of help.
[[nodiscard]] std::vector<command> all_commands();
/// The options that every command has, and the program without a command.
[[nodiscard]] std::vector<option> common_options();

// Options that several commands share.
[[nodiscard]] option on_option();
[[nodiscard]] option format_option(std::vector<std::string_view> choices);
/// `with_reforms`: `--set` also takes values from a day on (reform_options.hpp).
[[nodiscard]] std::vector<option> case_options(bool with_reforms = false);

// One function a file.
[[nodiscard]] command calc_command();
[[nodiscard]] command ask_command();
[[nodiscard]] command timeline_command();
[[nodiscard]] command batch_command();
[[nodiscard]] command simulate_command();
[[nodiscard]] command sweep_command();
[[nodiscard]] command compare_command();
[[nodiscard]] command population_command();
[[nodiscard]] command thresholds_command();
[[nodiscard]] command list_command();
[[nodiscard]] command show_command();
[[nodiscard]] command diff_command();
[[nodiscard]] command check_command();
[[nodiscard]] command test_command();
[[nodiscard]] command reconcile_command();
[[nodiscard]] command coverage_command();
[[nodiscard]] command verify_command();
[[nodiscard]] command eval_command();
[[nodiscard]] command help_command();

}  // namespace slieksnis::cli
