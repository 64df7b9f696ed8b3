// SPDX-License-Identifier: Apache-2.0
#include "help.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "case_options.hpp"
#include "load_rules.hpp"
#include "slieksnis/render/wrap.hpp"

namespace slieksnis::cli {
namespace {

using row_list = std::vector<std::pair<std::string, std::string>>;

std::string heading(const words& title, language lang) { return "\n" + title.in(lang) + ":\n"; }

/// Two columns; a left part that is too wide gets a line of its own. fmt counts characters, not bytes.
std::string rows(const row_list& all) {
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
  row_list all;
  all.reserve(options.size());
  for (const option& one : options)
    all.emplace_back(std::string(one.name) + (one.value.empty() ? "" : " " + one.value.in(lang)),
                     one.help.in(lang));
  return rows(all);
}

/// An example that can be copied as it stands.
std::string example_lines(const std::string& line, const std::string& indent, std::size_t width) {
  std::string result = indent;
  for (const char c : broken_command(line, width - indent.size()))
    result += c == '\n' ? "\n" + indent : std::string(1, c);
  return result + "\n";
}

}  // namespace

std::string broken_command(std::string_view line, std::size_t width) {
  // An option and its value stay together, and so does what is quoted.
  std::vector<std::string> units;
  bool quoted = false;
  bool option = false;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t end = at;
    for (; end < line.size() && (quoted || line[end] != ' '); ++end)
      if (line[end] == '\'') quoted = !quoted;
    const std::string word(line.substr(at, end - at));
    const bool value = option && !word.starts_with("--");
    option = word.starts_with("--");
    if (value)
      units.back() += " " + word;
    else
      units.push_back(word);
    at = std::min(end + 1, line.size());
  }
  std::string result;
  std::size_t column = 0;
  for (const std::string& unit : units) {
    const std::size_t wide = columns_of(unit);
    const std::size_t mark = &unit == &units.back() ? 0 : 2;  // room for ` \`
    if (column > 0 && column + 1 + wide + mark > width) {
      result += " \\\n    " + unit;
      column = 4 + wide;
    } else {
      result += (column > 0 ? " " : "") + unit;
      column += (column > 0 ? 1 : 0) + wide;
    }
  }
  return result;
}

std::vector<told_exit_code> told_exit_codes() {
  return {
      {exit_code::answered, {"atbildēts; arī atteikums ir atbilde", "answered; a refusal is an answer"}},
      {exit_code::not_granted,
       {"atteikts vai nav nosakāms, tikai ar --exit-status",
        "refused or undetermined, only with --exit-status"}},
      {exit_code::wrong_command, {"nepareiza komandrinda", "wrong command line"}},
      {exit_code::unusable,
       {"nederīgi noteikumi, fakti vai rindas; pieraksts, kas nesakrīt",
        "unusable rules, facts or rows; a receipt that is not equal"}},
      {exit_code::no_access, {"neizdevās nolasīt vai uzrakstīt", "could not read or write"}},
      {exit_code::interrupted,
       {"intervija pārtraukta bez atbildes", "an interview was left without an answer"}},
  };
}

std::string program_help(const std::vector<command>& commands, language lang, std::size_t width) {
  const bool lv = lang == language::lv;
  std::string result =
      lv ? "slieksnis: Latvijas minimālo ienākumu sliekšņi un pabalsti – precīzi un ar pamatojumu\n"
         : "slieksnis: Latvian minimum income thresholds and benefits, exact and with reasons\n";
  result += heading({"Lietošana", "Usage"}, lang) +
            (lv ? "  slieksnis KOMANDA [OPCIJAS]\n" : "  slieksnis COMMAND [OPTIONS]\n");
  std::size_t widest = 0;
  for (const command& one : commands) widest = std::max(widest, one.name.size());
  const words* group = nullptr;
  for (const command& one : commands) {
    if (group == nullptr || one.group != *group) result += heading(one.group, lang);
    group = &one.group;
    result += fmt::format("  {:<{}}  {}\n", one.name, widest, one.summary.in(lang));
  }
  result += heading({"Opcijas", "Options"}, lang) + option_rows(common_options(), lang);
  row_list codes;
  for (const auto& [code, meaning] : told_exit_codes())
    codes.emplace_back(std::to_string(static_cast<int>(code)), meaning.in(lang));
  result += heading({"Izejas kods", "Exit code"}, lang) + rows(codes);
  result += heading({"Piemērs", "Example"}, lang) +
            example_lines(commands.front().examples.front().line.in(lang), "  ", width);
  result += lv ? "\nVairāk par komandu: slieksnis help KOMANDA\n"
               : "\nMore about a command: slieksnis help COMMAND\n";
  return wrapped(result, width);
}

std::string command_help(const command& chosen, const command_line& line, std::size_t width) {
  const language lang = line.lang;
  std::string result = fmt::format("slieksnis {}: {}\n", chosen.name, chosen.summary.in(lang));
  const std::string operands = chosen.operands.empty() ? "" : " " + chosen.operands.in(lang);
  result +=
      heading({"Lietošana", "Usage"}, lang) + fmt::format("  slieksnis {}{} {}\n", chosen.name, operands,
                                                          lang == language::lv ? "[OPCIJAS]" : "[OPTIONS]");
  if (!chosen.more.empty()) result += "\n" + flowed(chosen.more.in(lang), width) + "\n";
  if (!chosen.options.empty())
    result += heading({"Opcijas", "Options"}, lang) + option_rows(chosen.options, lang);
  if (chosen.takes_facts) {
    row_list facts;
    for (auto& one : fact_options(load_book(line), chosen.takes_persons, lang))
      facts.emplace_back(std::move(one.name), one.title.in(lang));
    result += heading({"Mājsaimniecība", "The household"}, lang) + rows(facts);
  }
  result += heading({"Opcijas visām komandām", "Options of every command"}, lang) +
            option_rows(common_options(), lang);
  result += heading({"Piemēri", "Examples"}, lang);
  for (const example& one : chosen.examples)
    result += fmt::format("  {}:\n{}", one.what.in(lang), example_lines(one.line.in(lang), "    ", width));
  return wrapped(result, width);
}

}  // namespace slieksnis::cli
