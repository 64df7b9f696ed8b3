// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "load_rules.hpp"
#include "output.hpp"
#include "slieksnis/render/coverage.hpp"

namespace slieksnis::cli {
namespace {

exit_code run(const command_line& line, output& out) {
  std::vector<error> errors;
  if (const auto operands = line.operands(); !operands.empty()) {
    line.wrong(errors, error_code::command_argument,
               {{"tikai opcijas", "options only"}, same(in_quotes(operands.front())), {}});
    throw unusable(std::move(errors));
  }
  const rule_files files = read_rules(line, true);
  const rule_book book = load_rule_book(files.rules);
  std::vector<expected_case> cases;
  for (const auto& file : files.cases)
    for (auto& one : read_cases(book, file, errors)) cases.push_back(std::move(one));
  if (!errors.empty()) throw unusable(std::move(errors));
  const auto rows = coverage_of(book, cases);
  const std::string format = line.value("--format").value_or("text");
  out.print(format == "json" ? coverage_json(book, rows, line.lang)
            : format == "md" ? coverage_markdown(book, rows, line.lang)
                             : coverage_text(book, rows, line.lang));
  return exit_code::answered;
}

}  // namespace

command coverage_command() {
  return {
      "coverage",
      {},
      {"kuras pārskata rindas noteikumi aptver un ar ko",
       "which rows of the report the rules cover, and with what"},
      {"Pie katras rindas: definīcijas, dienas, par kurām tās zināmas, galvenie avoti, gadījumu skaits, "
       "zemākā "
       "ticamība un diena,\nlīdz kurai tiesību akti pārbaudīti.",
       "With each row: the definitions, the days for which they are known, the main sources, the number of "
       "cases, the lowest\nconfidence, and the day up to which the law was checked."},
      {format_option({"text", "md", "json"})},
      false,
      {{{"Visas rindas", "Every row"}, same("slieksnis coverage")},
       {{"Tabula rules/README.md failam", "The table of rules/README.md"},
        same("slieksnis coverage --format md --lang en")}},
      run};
}

}  // namespace slieksnis::cli
