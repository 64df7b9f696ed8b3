// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <utility>

#include "load_rules.hpp"
#include "output.hpp"
#include "slieksnis/decide/cases.hpp"

namespace slieksnis::cli {
namespace {

exit_code run(const command_line& line, output& out) {
  const auto paths = line.operands();
  rule_files files = read_rules(line, paths.empty());
  if (!paths.empty()) {
    rule_files given = read_paths(paths, other_names::are_cases);
    files.rules = replaced(files.rules, given.rules);
    files.cases = std::move(given.cases);
  }
  const rule_book book = load_rule_book(files.rules);
  const cases_result result = run_cases(book, files.cases);
  const bool lv = line.lang == language::lv;
  out.print(std::to_string(result.passed) + (lv ? " izdevās" : " passed"));
  if (result.failed > 0) out.print(", " + std::to_string(result.failed) + (lv ? " neizdevās" : " failed"));
  out.print("\n");
  if (result.errors.empty()) return exit_code::answered;
  out.complain(unusable(result.errors).text(line.lang));
  return exit_code::unusable;
}

}  // namespace

command test_command() {
  return {"test",
          {"[CEĻŠ…]", "[PATH…]"},
          {"izpildīt gadījumus, kas glabājas pie noteikumiem", "run the cases kept beside the rules"},
          {"Bez CEĻA: visi iebūvētie gadījumi. CEĻŠ ir cases.json fails vai mape; ja mapē ir rule.json, "
           "gadījumus izpilda ar to.",
           "Without a PATH: all built-in cases. A PATH is a cases.json or a folder; the cases of a folder "
           "with a rule.json\nrun on that rule file."},
          {},
          false,
          {{{"Iebūvētie gadījumi", "The built-in cases"}, same("slieksnis test")},
           {{"Mainīts temats ar saviem gadījumiem", "A changed topic with its cases"},
            same("slieksnis test rules/gmi")}},
          run};
}

}  // namespace slieksnis::cli
