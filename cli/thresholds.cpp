// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "case_options.hpp"
#include "load_rules.hpp"
#include "output.hpp"
#include "reform_options.hpp"
#include "slieksnis/render/listing.hpp"

namespace slieksnis::cli {
namespace {

exit_code run(const command_line& line, output& out) {
  if (const auto operands = line.operands(); !operands.empty()) {
    std::vector<error> errors;
    line.wrong(
        errors, error_code::command_argument,
        {{"tikai opcijas", "options only"},
         same(in_quotes(operands.front())),
         {"dienu norāda tā: --on " + operands.front(), "a day is given so: --on " + operands.front()}});
    throw unusable(std::move(errors));
  }
  const date on = day_of(line);
  const reformed_rules rules = load_reformed(line);
  const rule_book& book = rules.book();
  check_span(book, on, true);
  if (rules.reformed) {
    std::vector<std::size_t> listed;
    for (std::size_t id = 0; id < book.definitions().size(); ++id)
      if (book.at(id).of == entity::country) listed.push_back(id);
    tell_unread(book, reform_changes(rules.baseline, book, listed, {}, {on, on + std::chrono::days{1}}), on,
                line, out);
  }
  if (!line.has("--on")) note_today(line, out, on);
  const std::string format = line.value("--format").value_or("text");
  out.print(format == "json" ? thresholds_json(book, on, line.lang)
            : format == "md" ? thresholds_markdown(book, on, line.lang)
                             : thresholds_text(book, on, line.lang));
  return exit_code::answered;
}

}  // namespace

command thresholds_command() {
  command result{"thresholds",
                 {},
                 {"dienas sliekšņi, summas, daļas un koeficienti",
                  "the thresholds, amounts, shares and coefficients of a day"},
                 {},
                 {on_option(), format_option({"text", "md", "json"})},
                 false,
                 {{{"Sliekšņi šodien", "The thresholds today"}, same("slieksnis thresholds")},
                  {{"Citai programmai", "For another program"},
                   same("slieksnis thresholds --on 2025-03-01 --format json")}},
                 run};
  for (auto& one : rule_reform_options()) result.options.push_back(std::move(one));
  return result;
}

}  // namespace slieksnis::cli
