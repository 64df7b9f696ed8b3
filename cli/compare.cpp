// SPDX-License-Identifier: Apache-2.0
#include "compare_case.hpp"
#include "output.hpp"
#include "study_request.hpp"

namespace slieksnis::cli {
namespace {

exit_code run(const command_line& line, output& out) {
  if (!asks_about_population(line)) return compare_case(line, out);
  if (line.value("--format") == "md")
    throw unusable(error(error_code::command_argument, line.called,
                         {{"text, csv, json vai html tabulai", "text, csv, json or html for a table"},
                          same("md"),
                          {"md ir vienai mājsaimniecībai", "md is for one household"}}));
  return answer_study(line, study_kind::compare, out);
}

}  // namespace

command compare_command() {
  command result{
      "compare",
      {"FAILS", "FILE"},
      {"likums pirms un pēc reformas: kas iegūst, kas zaudē, cik tas maksā",
       "the law before and after a reform: who gains, who loses, what it costs"},
      {"Lasa tabulu kā slieksnis batch un aprēķina katru mājsaimniecību divreiz: pēc spēkā esošajiem "
       "noteikumiem "
       "(un --baseline\npārklājumiem) un pēc tiem ar --reform un --set. Divas dienas aiz --on salīdzina "
       "vienas "
       "dienas likumu ar otras dienas likumu.\nFakti opcijās attiecas uz abām pusēm. Rāda izmaksas mēnesī un "
       "gadā, saņēmējus, kas sāk un kas vairs nesaņem, ieguvējus\nun zaudētājus, trūkumu līdz slieksnim, arī "
       "pa "
       "grupām. --households raksta katru mājsaimniecību.",
       "Reads a table as slieksnis batch does and calculates each household twice: by the rules in force "
       "(and "
       "the overlays of\n--baseline) and by those with --reform and --set. Two days after --on compare the "
       "law of "
       "one day with that of the other.\nFacts in options belong to both sides. Shows cost a month and a "
       "year, "
       "recipients, who is newly and no longer entitled,\nwinners and losers, what is missing to the "
       "threshold, "
       "also by groups. --households writes each household."},
      study_command_options(),
      true,
      {{{"Lielāka GMI daļa, tabula", "A greater GMI share, a table"},
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
    if (one.name == "--format") one = format_option({"text", "csv", "json", "html", "md"});
  for (option& one : reform_options()) result.options.push_back(std::move(one));
  result.options.push_back({"--baseline",
                            {"FAILS", "FILE"},
                            {"pārklājums, kas attiecas uz abām pusēm; var atkārtot",
                             "an overlay that belongs to both sides; may be repeated"},
                            {},
                            true});
  for (option& one : case_options(true)) result.options.push_back(std::move(one));
  result.options.push_back({"--explain",
                            {},
                            {"vienai mājsaimniecībai: arī soļi, kas nemainās",
                             "for one household: the steps that stay the same too"}});
  return result;
}

}  // namespace slieksnis::cli
