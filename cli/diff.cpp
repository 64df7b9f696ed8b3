// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <utility>

#include "load_rules.hpp"
#include "output.hpp"
#include "reform_options.hpp"
#include "slieksnis/render/rule_differences.hpp"
#include "slieksnis/source/json_tree.hpp"
#include "slieksnis/source/nearest.hpp"

namespace slieksnis::cli {
namespace {

namespace fs = std::filesystem;

bool is_law(const std::string& word) { return folded(word) == "law" || folded(word) == "likums"; }

bool is_reform(const source_pointer& file) {
  std::vector<error> ignored;  // reading it tells them
  const auto tree = parse_json(file, ignored);
  return tree && tree->find("reform") != nullptr;
}

/// `law+first.json+second.json` in parts. A file may have a plus in its own name.
std::vector<std::string> parts_of(const std::string& word) {
  std::error_code ignored;
  if (word.find('+') == std::string::npos || fs::exists(word, ignored)) return {word};
  std::vector<std::string> result;
  for (std::size_t begin = 0; begin <= word.size();) {
    const std::size_t end = std::min(word.find('+', begin), word.size());
    if (end > begin) result.push_back(word.substr(begin, end - begin));
    begin = end + 1;
  }
  return result;
}

/// One side: the law, a folder of rules or a changed rule file, and reforms laid over it in order.
rule_book side(const std::string& word, const std::vector<source_pointer>& law) {
  std::vector<source_pointer> rules = law;
  std::vector<source_pointer> reforms;
  std::vector<error> errors;
  for (const std::string& part : parts_of(word)) {
    std::error_code ignored;
    if (is_law(part) && !fs::exists(part, ignored)) continue;
    if (fs::is_directory(part, ignored)) {
      rules = read_paths({part}, other_names::are_rules, false).rules;
      continue;
    }
    try {
      source_pointer file = read_file(part);
      if (is_reform(file))
        reforms.push_back(std::move(file));
      else
        rules = replaced(rules, {std::move(file)});
    } catch (const unusable& failed) {
      const words near = did_you_mean(part, {"law", "likums"});
      for (const error& one : failed.errors())
        errors.emplace_back(one.code(), part,
                            complaint{{"likums, noteikumu mape vai reformas fails",
                                       "law, a folder of rules or the file of a reform"},
                                      one.found(),
                                      near.empty() ? one.hint() : near});
    }
  }
  if (!errors.empty()) throw unusable(std::move(errors));
  return load_rule_book(rules, book_use::everything, reforms);
}

exit_code run(const command_line& line, output& out) {
  const auto operands = line.operands();
  std::vector<error> errors;
  if (operands.size() != 2) {
    line.wrong(
        errors, error_code::command_argument,
        {{"divi noteikumu kopumi", "two rule sets"},
         operands.empty() ? words{"nekas", "nothing"} : same(std::to_string(operands.size())),
         {"piemēram, slieksnis diff likums reforma.json", "for example, slieksnis diff law reform.json"}});
    throw unusable(std::move(errors));
  }
  const std::vector<source_pointer> law = read_rules(line, false).rules;
  std::vector<rule_book> books;
  for (const std::string& word : operands) {
    try {
      books.push_back(side(word, law));
    } catch (const unusable& failed) {
      errors.insert(errors.end(), failed.errors().begin(), failed.errors().end());
    }
  }
  if (!errors.empty()) throw unusable(std::move(errors));
  const rule_book& before = books[0];
  const rule_book& after = books[1];
  const compared_rules what{&before, &after, operands[0], operands[1]};
  out.print(line.value("--format") == "json" ? rule_differences_json(what, line.lang)
                                             : rule_differences_text(what, line.lang));
  return line.has("--exit-status") && !differences(before, after).empty() ? exit_code::not_granted
                                                                          : exit_code::answered;
}

}  // namespace

command diff_command() {
  return {
      "diff",
      {"PIRMIE OTRIE", "FIRST SECOND"},
      {"ar ko divi noteikumu kopumi vai reformas atšķiras, un no kuras dienas",
       "what two rule sets or reforms say differently, and from which day"},
      {"PIRMIE un OTRIE ir: likums (iebūvētie vai --rules noteikumi), noteikumu mape, mainīts rule.json "
       "vai reformas fails,\nko liek pār likumu; vairākas reformas savieno ar +. Vērtības, tabulas, "
       "formulas, nosacījumus,\nnoapaļošanu un avotus salīdzina pa vārdiem un dienām.",
       "FIRST and SECOND are: law (the built-in rules or those of --rules), a folder of rules, a changed "
       "rule.json,\nor the file of a reform, which is laid over the law; several reforms are joined by +. "
       "Values, tables,\nformulas, conditions, roundings and sources are compared by name and by days."},
      {format_option({"text", "json"}),
       {"--exit-status", {}, {"beigt ar 1, ja atšķiras", "exit with 1 if they differ"}}},
      false,
      {{{"Ko maina reforma", "What a reform changes"},
        {"slieksnis diff likums examples/policy/reforms/raise-gmi-share.json",
         "slieksnis diff law examples/policy/reforms/raise-gmi-share.json"}},
       {{"Divas reformas", "Two reforms"},
        same("slieksnis diff examples/policy/reforms/raise-gmi-share.json "
             "examples/policy/reforms/half-of-income.json")}},
      run};
}

}  // namespace slieksnis::cli
