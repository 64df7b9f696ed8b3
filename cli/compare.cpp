// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "compare_case.hpp"
#include "output.hpp"
#include "study_request.hpp"

namespace slieksnis::cli {
namespace {

/// What only one case has, or only a population.
void refuse_other_kind(const command_line& line, bool population) {
  std::vector<error> errors;
  const words of_case{"tikai vienai mājsaimniecībai, bez tabulas", "for one household only, without a table"};
  const words of_many{"tikai tabulai vai --synthetic", "for a table or --synthetic only"};
  const auto refuse = [&](const std::string& found, const words& where) {
    line.wrong(errors, error_code::command_argument, {where, same(in_quotes(found)), {}});
  };
  const std::string format = line.value("--format").value_or("text");
  if (population) {
    if (line.has("--explain")) refuse("--explain", of_case);
    if (format == "md") refuse("--format md", of_case);
  } else {
    const std::vector<std::string_view> known = compare_case_formats();
    if (std::find(known.begin(), known.end(), format) == known.end()) refuse("--format " + format, of_many);
    for (const option& one : study_command_options()) {
      const std::string name(one.name);
      const bool both = name == "--on" || name == "--format";
      const bool given =
          line.has(name) || std::any_of(line.rest.begin(), line.rest.end(), [&](const loose_word& word) {
            return word.is_option && word.text == name;
          });
      if (!both && given) refuse(name, of_many);
    }
  }
  if (!errors.empty()) throw unusable(std::move(errors));
}

exit_code run(const command_line& line, output& out) {
  const bool population = asks_about_population(line);
  refuse_other_kind(line, population);
  return population ? answer_study(line, study_kind::compare, out) : compare_case(line, out);
}

}  // namespace

command compare_command() {
  command result{
      "compare",
      {"[FAILS|PABALSTS…]", "[FILE|BENEFIT…]"},
      {"likums pirms un pēc reformas: kas iegūst, kas zaudē, cik tas maksā",
       "the law before and after a reform: who gains, who loses, what it costs"},
      {"Aprēķina divreiz: pēc spēkā esošā likuma (un --baseline pārklājumiem) un pēc tā ar --reform un "
       "--set.\nFakti "
       "opcijās attiecas uz abām pusēm. Bez faila salīdzina vienu mājsaimniecību, ko apraksta kā komandai "
       "calc: abas "
       "lapas\nblakus. Ar tabulas failu (CSV vai NDJSON; - ir standarta ievade) vai --synthetic salīdzina "
       "visas kopā: "
       "izmaksas\nmēnesī un gadā, kas sāk un kas vairs nesaņem, ieguvēji un zaudētāji, trūkums līdz "
       "slieksnim, arī pa "
       "grupām.\nDivas dienas aiz --on salīdzina vienas dienas likumu ar otras dienas likumu; tikai tabulai.",
       "Calculates twice: by the rules in force (and the overlays of --baseline) and by those with --reform "
       "and "
       "--set.\nFacts in options belong to both sides. Without a file it compares one household, described "
       "as for "
       "calc: both sheets side\nby side. With a file (CSV or NDJSON as for batch; - is the standard input) "
       "or "
       "--synthetic it compares all of them:\ncost a month and a year, who is newly and no longer entitled, "
       "winners and losers, what is missing to the threshold,\nalso by groups. Two days after --on compare "
       "the law "
       "of one day with that of the other; for a table only."},
      study_command_options(),
      true,
      {{{"Vientuļam pensionāram ar 2025. gada koeficientiem", "A lone pensioner by the coefficients of 2025"},
        {"slieksnis compare majokla-pabalsts --on 01.02.2026 --pensionars 1 --ienakumi 500 "
         "--majokla-izdevumi 300 "
         "--reform examples/policy/reforms/housing-coefficients-of-2025.json",
         "slieksnis compare housing-benefit --on 2026-02-01 --pensioner 1 --income 500 --housing-costs 300 "
         "--reform examples/policy/reforms/housing-coefficients-of-2025.json"}},
       {{"Lielāka GMI daļa, tabula", "A greater GMI share, a table"},
        {"slieksnis compare examples/batch/majsaimniecibas.csv --on 01.07.2023 --set "
         "gmi_dala=0,30@01.07.2023",
         "slieksnis compare examples/batch/households.csv --on 2023-07-01 --set gmi_share=0.30@2023-07-01"}},
       {{"Reforma no faila, izdomātas mājsaimniecības, lapa ar diagrammām",
         "A reform from a file, made-up households, a page with charts"},
        {"slieksnis compare --synthetic 1000 --on 01.02.2026 --reform "
         "examples/policy/reforms/raise-gmi-share.json --format html -o salidzinajums.html",
         "slieksnis compare --synthetic 1000 --on 2026-02-01 --reform "
         "examples/policy/reforms/raise-gmi-share.json --format html -o comparison.html"}}},
      run};
  for (option& one : result.options)
    if (one.name == "--format") one = format_option({"text", "md", "csv", "json", "html"});
  result.options.push_back({"--explain",
                            {},
                            {"vienai mājsaimniecībai: visi aprēķina soļi, arī nemainītie",
                             "of one household: every step, also those that do not change"}});
  for (option& one : reform_options()) result.options.push_back(std::move(one));
  result.options.push_back({"--baseline",
                            {"FAILS", "FILE"},
                            {"pārklājums, kas attiecas uz abām pusēm; var atkārtot",
                             "an overlay that belongs to both sides; may be repeated"},
                            {},
                            true});
  for (option& one : case_options(true)) result.options.push_back(std::move(one));
  return result;
}

}  // namespace slieksnis::cli
