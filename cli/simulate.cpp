// SPDX-License-Identifier: Apache-2.0
#include "output.hpp"
#include "study_request.hpp"

namespace slieksnis::cli {
namespace {

exit_code run(const command_line& line, output& out) { return answer_study(line, study_kind::simulate, out); }

}  // namespace

command simulate_command() {
  command result{
      "simulate",
      {"FAILS", "FILE"},
      {"ko iedzīvotāji saņem kopā: saņēmēji, izmaksas, sadalījums",
       "what a population gets in all: recipients, costs, distribution"},
      {"Lasa tabulu (CSV vai NDJSON; - ir standarta ievade) un saskaita visu pa grupām: kas saņem, cik tas "
       "maksā "
       "mēnesī un gadā,\ncik trūkst līdz trūcīgas mājsaimniecības slieksnim. Vairākas dienas aiz --on stāv "
       "blakus. "
       "Tabulas vietā\n--synthetic SKAITS ņem izdomātas mājsaimniecības. Ar --reform rēķina ar reformu.",
       "Reads a table as slieksnis batch does (CSV or NDJSON; - is the standard input) and adds everything "
       "up by "
       "groups: who\nreceives, what it costs a month and a year, what is missing to the threshold of a poor "
       "household. Several days after\n--on stand side by side. --synthetic COUNT takes made-up households "
       "instead of a table. With --reform the reform is\ntaken to be in force; slieksnis compare compares "
       "before and after."},
      study_command_options(),
      true,
      {{{"Tabula vienā dienā", "A table on one day"},
        {"slieksnis simulate examples/batch/majsaimniecibas.csv --on 01.07.2023",
         "slieksnis simulate examples/batch/households.csv --on 2023-07-01"}},
       {{"Tūkstoš izdomātu mājsaimniecību divās dienās, lapā ar diagrammām",
         "A thousand made-up households on two days, as a page with charts"},
        {"slieksnis simulate --synthetic 1000 --on 01.12.2025,01.02.2026 --format html -o simulacija.html",
         "slieksnis simulate --synthetic 1000 --on 2025-12-01,2026-02-01 --format html -o simulation.html"}}},
      run};
  for (option& one : reform_options()) result.options.push_back(std::move(one));
  for (option& one : case_options(true))
    if (one.name != "--person") result.options.push_back(std::move(one));
  result.takes_persons = false;
  return result;
}

}  // namespace slieksnis::cli
