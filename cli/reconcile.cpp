// SPDX-License-Identifier: Apache-2.0
#include "slieksnis/render/reconcile.hpp"

#include <string>
#include <utility>

#include "load_rules.hpp"
#include "output.hpp"
#include "slieksnis/source/nearest.hpp"

namespace slieksnis::cli {
namespace {

/// A word may be both a name and a topic; then both are meant.
reconciled_part asked_for(const rule_book& book, const command_line& line) {
  reconciled_part result;
  std::vector<error> errors;
  for (const std::string& word : line.operands()) {
    const auto id = book.find_spoken(word);
    if (id) result.definitions.insert(*id);
    bool topic_found = false;
    for (std::size_t topic = 0; topic < book.topics().size(); ++topic) {
      if (folded(book.topics()[topic].name) != folded(word)) continue;
      result.topics.insert(topic);
      topic_found = true;
    }
    if (id || topic_found) continue;
    std::vector<std::string> names;
    for (const topic& one : book.topics()) names.push_back(one.name);
    for (const definition& one : book.definitions()) {
      names.push_back(one.name);
      names.push_back(one.latvian);
    }
    words hint = did_you_mean(word, names);
    if (hint.empty()) hint = {"visus vārdus rāda: slieksnis list", "slieksnis list shows every name"};
    line.wrong(
        errors, error_code::command_argument,
        {{"zināms vārds vai temats", "a known name or topic"}, same(in_quotes(word)), std::move(hint)});
  }
  if (!errors.empty()) throw unusable(std::move(errors));
  return result;
}

exit_code run(const command_line& line, output& out) {
  const rule_book book = load_book(line);
  const reconciled_part part = asked_for(book, line);
  const std::string format = line.value("--format").value_or("text");
  out.print(format == "json" ? reconcile_json(book, part, line.lang)
            : format == "md" ? reconcile_markdown(book, part, line.lang)
                             : reconcile_text(book, part, line.lang));
  return exit_code::answered;
}

}  // namespace

command reconcile_command() {
  return {
      "reconcile",
      {"[VĀRDS|TEMATS…]", "[NAME|TOPIC…]"},
      {"publicētie skaitļi, intervāli un avotu pretrunas pret noteikumiem",
       "published figures, intervals and conflicts of sources against the rules"},
      {"Bez VĀRDA vai TEMATA: viss. Katrs publicētais skaitlis ar formulas rezultātu; katrs lielums, kas "
       "zināms tikai kā\nintervāls, ar intervālu, kas izriet no publicētajiem skaitļiem; katra avotu "
       "pretruna ar "
       "to, kā tā izšķirta un kāpēc.",
       "Without a NAME or TOPIC: everything. Each published figure with the formula’s result; each figure "
       "known only\nas an interval with the interval that the published figures imply; each conflict of "
       "sources with what was decided and why."},
      {format_option({"text", "md", "json"})},
      false,
      {{{"GMI temats", "The topic of the GMI"}, same("slieksnis reconcile gmi")},
       {{"Viens slieksnis", "One threshold"}, same("slieksnis reconcile poor_first")}},
      run};
}

}  // namespace slieksnis::cli
