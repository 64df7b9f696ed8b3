// SPDX-License-Identifier: Apache-2.0
#include "slieksnis/render/show.hpp"

#include <utility>

#include "case_options.hpp"
#include "load_rules.hpp"
#include "output.hpp"
#include "reform_options.hpp"
#include "slieksnis/facts/load_facts.hpp"
#include "slieksnis/source/nearest.hpp"

namespace slieksnis::cli {
namespace {

std::size_t find_name(const rule_book& book, const command_line& line) {
  const auto operands = line.operands();
  std::vector<error> errors;
  if (operands.size() != 1) {
    const words found = operands.empty() ? words{"nekas", "nothing"} : same(std::to_string(operands.size()));
    line.wrong(errors, error_code::command_argument,
               {{"viens vārds", "one name"},
                found,
                {"visus vārdus rāda: slieksnis list", "slieksnis list shows every name"}});
    throw unusable(std::move(errors));
  }
  if (const auto id = book.find_spoken(operands.front())) return *id;
  std::vector<std::string> names;
  for (const definition& one : book.definitions()) {
    names.push_back(one.name);
    names.push_back(one.latvian);
  }
  words hint = did_you_mean(operands.front(), names);
  if (hint.empty()) hint = {"visus vārdus rāda: slieksnis list", "slieksnis list shows every name"};
  line.wrong(errors, error_code::command_argument,
             {{"zināms vārds", "a known name"}, same(in_quotes(operands.front())), std::move(hint)});
  throw unusable(std::move(errors));
}

/// A day without a version is refused, with the days that have one.
void check_day(const definition& of, date on) {
  if (of.versions.empty() || of.in_force(on) != nullptr) return;
  throw unusable(outside_span(of.name, of.span(), on, of.title));
}

exit_code run(const command_line& line, output& out) {
  const reformed_rules rules = load_reformed(line);
  const rule_book& book = rules.book();
  const std::size_t id = find_name(book, line);
  std::optional<date> on;
  if (line.has("--on")) {
    on = day_of(line);
    check_day(book.at(id), *on);
  }
  if (rules.reformed) {
    const period when = on ? period{*on, *on + std::chrono::days{1}} : book.at(id).span();
    tell_unread(book, reform_changes(rules.baseline, book, {id}, {}, when), on, line, out);
  }
  out.print(line.value("--format") == "json" ? show_json(book, id, on, line.lang)
                                             : show_text(book, id, on, line.lang));
  return exit_code::answered;
}

}  // namespace

command show_command() {
  option on = on_option();
  on.help = {"rādīt arī vērtību šajā dienā", "also show the value on this day"};
  command result{"show",
                 {"VĀRDS", "NAME"},
                 {"viena vārda formula vai vērtība, tās vēsture un avoti",
                  "one name's formula or figure, its history and sources"},
                 {},
                 {std::move(on), format_option({"text", "json"})},
                 false,
                 {{{"GMI slieksnis", "The GMI threshold"}, same("slieksnis show gmi_first --on 2026-02-01")},
                  {{"Mājokļa pabalsta formula", "The formula of the housing benefit"},
                   {"slieksnis show majokla-pabalsts", "slieksnis show housing-benefit"}}},
                 run};
  for (auto& one : rule_reform_options()) result.options.push_back(std::move(one));
  return result;
}

}  // namespace slieksnis::cli
