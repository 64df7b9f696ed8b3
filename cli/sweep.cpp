// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "answer_case.hpp"
#include "case_options.hpp"
#include "load_rules.hpp"
#include "output.hpp"
#include "reform_options.hpp"
#include "slieksnis/render/sweep.hpp"
#include "slieksnis/render/sweep_svg.hpp"
#include "vary_options.hpp"
#include "write_file.hpp"

namespace slieksnis::cli {
namespace {

/// The benefits and statuses that were named; without any, all that the day has rules for.
std::vector<std::size_t> wanted_of(const rule_book& book, const command_line& line, const stated_case& one) {
  std::vector<std::size_t> result = named_benefits(book, line, one.operands);
  for (std::size_t id = 0; one.operands.empty() && id < book.definitions().size(); ++id) {
    const definition& of = book.at(id);
    if (of.is_decided() && (of.of == entity::household || of.of == entity::person) &&
        (of.by_definition || of.in_force(one.on) != nullptr))
      result.push_back(id);
  }
  return result;
}

/// What would stay unsaid otherwise: a change that does nothing.
void note_unread(const rule_book& book, const command_line& line, const output& out, const sweep& given) {
  for (const std::size_t i : given.nothing_reads) {
    const std::string& name = book.at(given.varied[i].definition).name;
    out.complain(line.lang == language::lv ? "brīdinājums: " + name + " maina, bet nekas no tā nav atkarīgs\n"
                                           : "warning: " + name + " is varied, but nothing depends on it\n");
  }
}

exit_code answer_from(const reformed_rules& rules, const command_line& line, output& out) {
  const rule_book& book = rules.book();
  stated_case one = read_case(book, line);
  check_span(book, one.on);
  const std::vector<variation> varied = read_variations(book, line, one.stated, one.on, true);
  const std::vector<std::size_t> wanted = wanted_of(book, line, one);
  sweep given = sweep_of(book, one.stated, one.on, wanted, varied);
  if (one.operands.empty()) keep_granted(given);

  const render_options how{line.lang, false, line.colour ? terminal_style() : text_style{}};
  const std::string format = line.value("--format").value_or("csv");
  if (const auto path = line.value("--svg")) write_file(*path, sweep_svg(book, one.stated, given, how));
  const std::string answer = format == "json"   ? sweep_json(book, one.stated, given, how)
                             : format == "svg"  ? sweep_svg(book, one.stated, given, how)
                             : format == "text" ? sweep_text(book, one.stated, given, how)
                                                : sweep_csv(book, given);
  if (one.on_is_today) note_today(line, out, one.on);
  if (format != "text") note_unread(book, line, out, given);
  if (!book.reforms().empty()) {
    const facts anywhere = with_setting(one.stated, varied, given.settings.front().at);
    const plan planned = make_plan(book, one.on, wanted, shape_of(anywhere));
    tell_unread(book, reform_changes(rules.baseline, book, {&planned}), one.on, line, out);
  }
  note_cut_short(line, out, one);
  warn_of_personal_codes(line, out, one);
  format == "text" ? out.print(answer) : out.print_as_it_is(answer);
  return exit_code::answered;
}

exit_code run(const command_line& line, output& out) {
  return with_rules(line, operands_are::benefits,
                    [&](const reformed_rules& rules) { return answer_from(rules, line, out); });
}

}  // namespace

command sweep_command() {
  command result{
      "sweep",
      {"[PABALSTS…]", "[BENEFIT…]"},
      {"kā pabalsti mainās līdz ar vienu vai diviem lielumiem", "how benefits change with one value or two"},
      {"", ""},
      {on_option(), vary_option()},
      true,
      {},
      run};
  for (auto& one : case_options()) result.options.push_back(std::move(one));
  for (auto& one : reform_options()) result.options.push_back(std::move(one));
  result.options.push_back(
      {"--format",
       same("csv|json|text|svg"),
       {"izvades veids; ja nav norādīts, csv", "the form of the output; csv unless given"},
       {"csv", "json", "text", "svg"}});
  result.options.push_back({"--svg",
                            {"FAILS", "FILE"},
                            {"ierakstīt diagrammu SVG failā", "write the chart to an SVG file as well"}});

  return result;
}

}  // namespace slieksnis::cli
