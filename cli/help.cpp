// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "arguments.hpp"
#include "case_options.hpp"
#include "load_rules.hpp"

namespace slieksnis::cli {
namespace {

std::string heading(const words& title, language lang) { return "\n" + title.in(lang) + ":\n"; }

/// Two columns; a left part that is too wide gets a line of its own. fmt counts characters, not bytes.
std::string rows(const std::vector<std::pair<std::string, std::string>>& all) {
  constexpr std::size_t widest = 32;
  std::size_t width = 0;
  for (const auto& [left, right] : all)
    if (const std::size_t length = code_points(left); length <= widest) width = std::max(width, length);
  std::string result;
  for (const auto& [left, right] : all) {
    if (code_points(left) <= width)
      result += fmt::format("  {:<{}}  {}\n", left, width, right);
    else
      result += fmt::format("  {}\n  {:<{}}  {}\n", left, "", width, right);
  }
  return result;
}

std::string option_rows(const std::vector<option>& options, language lang) {
  std::vector<std::pair<std::string, std::string>> all;
  all.reserve(options.size());
  for (const option& one : options)
    all.emplace_back(std::string(one.name) + (one.value.empty() ? "" : " " + one.value.in(lang)),
                     one.help.in(lang));
  return rows(all);
}

std::string program_help(const std::vector<command>& commands, language lang) {
  const bool lv = lang == language::lv;
  std::string result =
      lv ? "slieksnis: Latvijas minimālo ienākumu sliekšņi un pabalsti — precīzi un ar pamatojumu\n"
         : "slieksnis: Latvian minimum income thresholds and benefits, exact and with reasons\n";
  result += heading({"Lietošana", "Usage"}, lang) +
            (lv ? "  slieksnis KOMANDA [OPCIJAS]\n" : "  slieksnis COMMAND [OPTIONS]\n");
  std::vector<std::pair<std::string, std::string>> all;
  all.reserve(commands.size());
  for (const command& one : commands) all.emplace_back(one.name, one.summary.in(lang));
  result += heading({"Komandas", "Commands"}, lang) + rows(all);
  result += heading({"Opcijas", "Options"}, lang) + option_rows(common_options(), lang);
  result += heading({"Izejas kods", "Exit code"}, lang);
  result += lv ? "  0 atbildēts (arī ar atteikumu); 1 atteikts vai nav nosakāms, tikai ar --exit-status; 2 "
                 "nepareiza komandrinda;\n"
                 "  3 nederīgi noteikumi vai fakti; 4 neizdevās nolasīt vai uzrakstīt\n"
               : "  0 answered (a refusal is an answer); 1 refused or undetermined, only with --exit-status; "
                 "2 wrong command line;\n"
                 "  3 unusable rules or facts; 4 could not read or write\n";
  result +=
      heading({"Piemērs", "Example"}, lang) + "  " + commands.front().examples.front().line.in(lang) + "\n";
  result += lv ? "\nVairāk par komandu: slieksnis KOMANDA --help\n"
               : "\nMore about a command: slieksnis COMMAND --help\n";
  return result;
}

std::string command_help(const command_line& line) {
  const command& chosen = *line.chosen;
  const language lang = line.lang;
  std::string result = fmt::format("slieksnis {}: {}\n", chosen.name, chosen.summary.in(lang));
  const std::string operands = chosen.operands.empty() ? "" : " " + chosen.operands.in(lang);
  result +=
      heading({"Lietošana", "Usage"}, lang) + fmt::format("  slieksnis {}{} {}\n", chosen.name, operands,
                                                          lang == language::lv ? "[OPCIJAS]" : "[OPTIONS]");
  if (!chosen.more.empty()) result += "\n" + chosen.more.in(lang) + "\n";
  if (!chosen.options.empty())
    result += heading({"Opcijas", "Options"}, lang) + option_rows(chosen.options, lang);
  if (chosen.takes_facts) {
    std::vector<std::pair<std::string, std::string>> facts;
    for (auto& one : fact_options(load_book(line), lang))
      facts.emplace_back(std::move(one.name), one.title.in(lang));
    result += heading({"Mājsaimniecība", "The household"}, lang) + rows(facts);
  }
  result += heading({"Opcijas visām komandām", "Options of every command"}, lang) +
            option_rows(common_options(), lang);
  result += heading({"Piemēri", "Examples"}, lang);
  for (const example& one : chosen.examples)
    result += fmt::format("  {}:\n    {}\n", one.what.in(lang), one.line.in(lang));
  return result;
}

}  // namespace

std::string help_text(const std::vector<command>& commands, const command_line& line) {
  return line.chosen == nullptr ? program_help(commands, line.lang) : command_help(line);
}

}  // namespace slieksnis::cli
