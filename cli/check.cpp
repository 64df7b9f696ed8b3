// SPDX-License-Identifier: Apache-2.0
#include "load_rules.hpp"
#include "output.hpp"
#include "reform_options.hpp"
#include "slieksnis/decide/prove.hpp"

namespace slieksnis::cli {
namespace {

exit_code run(const command_line& line, output&) {
  const auto paths = line.operands();
  rule_files files = read_rules(line, false);
  if (!paths.empty()) files.rules = replaced(files.rules, read_paths(paths, other_names::are_rules).rules);
  const asked_reforms asked = reforms_asked(line);
  if (!asked.changes_nothing()) {
    // Published figures are the law's: a reform changes them on purpose.
    static_cast<void>(load_reformed(files.rules, book_use::everything, asked));
    return exit_code::answered;
  }
  const rule_book book = load_rule_book(files.rules);
  auto errors = prove_published(book);
  if (!errors.empty()) throw unusable(std::move(errors));
  return exit_code::answered;
}

}  // namespace

command check_command() {
  return {"check",
          {"[CEĻŠ…]", "[PATH…]"},
          {"pārbaudīt noteikumu failus; klusums nozīmē, ka viss ir kārtībā",
           "check rule files; silence means that all is well"},
          {"Bez CEĻA pārbauda iebūvētos noteikumus. CEĻŠ ir rule.json fails vai mape: to pārbauda kopā ar "
           "pārējiem iebūvētajiem\nnoteikumiem, tā paša nosaukuma temata vietā. Publicētos skaitļus "
           "salīdzina ar formulām.\nAr --reform pārbauda reformu: vai to "
           "var likt pār šiem noteikumiem.",
           "Without a PATH the built-in rules. A PATH is a rule.json or a folder: it is checked together "
           "with the other\nbuilt-in rules, in place of the topic of the same name. Published figures are "
           "proved against the formulas.\n"
           "With --reform a reform: whether it can be laid over these rules."},
          {reform_options()[0], dated_set_option(), reform_options()[1]},
          false,
          {{{"Iebūvētie noteikumi", "The built-in rules"}, same("slieksnis check")},
           {{"Mainīts temats", "A changed topic"}, same("slieksnis check rules/gmi/rule.json")},
           {{"Reforma", "A reform"},
            same("slieksnis check --reform examples/policy/reforms/raise-gmi-share.json")}},
          run};
}

}  // namespace slieksnis::cli
