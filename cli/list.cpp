// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <utility>

#include "load_rules.hpp"
#include "output.hpp"
#include "reform_options.hpp"
#include "slieksnis/render/listing.hpp"
#include "slieksnis/source/nearest.hpp"

namespace slieksnis::cli {
namespace {

struct choice {
  listing which;
  words name;
};

std::array<choice, 5> choices() {
  return {{{listing::facts, {"fakti", "facts"}},
           {listing::benefits, {"pabalsti", "benefits"}},
           {listing::variables, {"lielumi", "variables"}},
           {listing::parameters, {"parametri", "parameters"}},
           {listing::all, {"viss", "all"}}}};
}

words words_near(const std::string& word) {
  std::vector<std::string> latvian;
  std::vector<std::string> english;
  for (const choice& one : choices()) {
    latvian.push_back(one.name.lv);
    english.push_back(one.name.en);
  }
  const words in_latvian = did_you_mean(word, latvian);
  const words in_english = did_you_mean(word, english);
  return in_latvian.empty()   ? in_english
         : in_english.empty() ? in_latvian
                              : words{in_latvian.lv, in_english.en};
}

listing chosen(const command_line& line) {
  const auto operands = line.operands();
  if (operands.empty()) return listing::all;
  if (operands.size() == 1)
    for (const choice& one : choices())
      if (folded(operands.front()) == one.name.en || folded(operands.front()) == one.name.lv)
        return one.which;
  std::vector<error> errors;
  line.wrong(errors, error_code::command_argument,
             {{"viens no fakti, pabalsti, lielumi, parametri, viss",
               "one of facts, benefits, variables, parameters, all"},
              same(in_quotes(operands.back())),
              operands.size() > 1 ? words{} : words_near(operands.front())});
  throw unusable(std::move(errors));
}

exit_code run(const command_line& line, output& out) {
  const listing which = chosen(line);
  const reformed_rules rules = load_reformed(line);
  const rule_book& book = rules.book();
  out.print(line.value("--format") == "json" ? list_json(book, which, line.lang)
                                             : list_text(book, which, line.lang));
  return exit_code::answered;
}

}  // namespace

command list_command() {
  return {
      "list",
      {"[fakti|pabalsti|lielumi|parametri|viss]", "[facts|benefits|variables|parameters|all]"},
      {"visi vārdi, ko noteikumi pazīst", "every name that the rules know"},
      {"Pie katra: angliskais un latviskais vārds, uz ko tas attiecas, mērvienība, aptvertās dienas un "
       "pēdējās pārbaudes diena.",
       "With each: the English and the Latvian name, what it is about, the unit, the days it covers and the "
       "day of its last review."},
      {reform_options().front(), format_option({"text", "json"})},
      false,
      {{{"Pabalsti un statusi", "Benefits and statuses"},
        {"slieksnis list pabalsti", "slieksnis list benefits"}},
       {{"Viss citai programmai", "Everything, for another program"}, same("slieksnis list --format json")}},
      run};
}

}  // namespace slieksnis::cli
