// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "help.hpp"
#include "output.hpp"
#include "slieksnis/source/nearest.hpp"

namespace slieksnis::cli {
namespace {

constexpr std::string_view manual = "man";
constexpr std::string_view completions = "completions";

[[noreturn]] void refuse(const command_line& line, complaint words) {
  std::vector<error> errors;
  line.wrong(errors, error_code::command_argument, std::move(words));
  throw unusable(std::move(errors));
}

std::string_view shell_of(const command_line& line, const std::vector<std::string>& operands) {
  const auto shells = completed_shells();
  if (operands.size() == 2)
    for (const auto shell : shells)
      if (operands[1] == shell) return shell;
  const words found = operands.size() == 1 ? words{"nekas", "nothing"} : same(in_quotes(operands.back()));
  refuse(line, {{"bash, zsh vai fish aiz completions", "bash, zsh or fish after completions"},
                found,
                did_you_mean(operands.back(), {shells.begin(), shells.end()})});
}

exit_code run(const command_line& line, output& out) {
  const auto commands = all_commands();
  const auto operands = line.operands();
  if (operands.empty()) {
    out.print(program_help(commands, line.lang, out.help_width()));
    return exit_code::answered;
  }
  if (operands.front() == completions) {
    out.print_as_it_is(completion_script(shell_of(line, operands)));
    return exit_code::answered;
  }
  if (operands.size() > 1)
    refuse(line, {{"viena komanda", "one command"}, same(std::to_string(operands.size())), {}});
  if (operands.front() == manual) {
    out.print_as_it_is(manual_page(commands, line));
    return exit_code::answered;
  }
  const auto known = std::find_if(commands.begin(), commands.end(),
                                  [&](const command& one) { return one.name == operands.front(); });
  if (known == commands.end()) {
    std::vector<std::string> names{std::string(manual), std::string(completions)};
    for (const command& one : commands) names.emplace_back(one.name);
    words hint = did_you_mean(operands.front(), names);
    if (hint.empty()) hint = {"visas komandas rāda: slieksnis help", "slieksnis help shows every command"};
    refuse(line, {{"zināma komanda", "a known command"}, same(in_quotes(operands.front())), std::move(hint)});
  }
  out.print(command_help(*known, line, out.help_width()));
  return exit_code::answered;
}

}  // namespace

command help_command() {
  return {"help",
          {"[KOMANDA|man|completions APVALKS]", "[COMMAND|man|completions SHELL]"},
          {"palīdzība par programmu vai komandu, rokasgrāmata, komandu papildināšana",
           "help about the program or a command, the manual page, completions"},
          {"man: rokasgrāmatas lapa roff formātā. completions: apvalka bash, zsh vai fish skripts, kas ar "
           "tabulatoru papildina komandas, opcijas, pabalstus, faktus un to vērtības.",
           "man: the manual page in roff. completions: a script for bash, zsh or fish that completes "
           "commands, options, benefits, facts and their values when Tab is pressed."},
          {},
          false,
          {{{"Viena komanda ar piemēriem", "One command with examples"}, same("slieksnis help calc")},
           {{"Rokasgrāmata bez instalēšanas", "The manual page without installing it"},
            {"slieksnis help man --lang lv | man -l -", "slieksnis help man | man -l -"}},
           {{"Papildināšana šajā bash logā", "Completions in this window of bash"},
            same("source <(slieksnis help completions bash)")}},
          run};
}

}  // namespace slieksnis::cli
