// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "answer_case.hpp"
#include "case_options.hpp"
#include "load_rules.hpp"
#include "output.hpp"
#include "reform_options.hpp"
#include "slieksnis/render/receipt.hpp"
#include "write_file.hpp"

namespace slieksnis::cli {
namespace {

/// A receipt is recomputed by the law alone, which would give another answer.
void no_receipt_of_a_reform(const command_line& line) {
  throw unusable(error(error_code::command_argument, line.called,
                       {{"pieraksts par spēkā esošo likumu", "a receipt of the law in force"},
                        {"--receipt kopā ar reformu vai pieņēmumu par likumu",
                         "--receipt with a reform or an assumption about the law"},
                        {"reformas aprēķinu var saglabāt ar --format json -o FAILS",
                         "keep the answer of a reform by --format json -o FILE"}}));
}

exit_code answer_from(const reformed_rules& rules, const command_line& line, output& out) {
  const rule_book& book = rules.book();
  const stated_case one = read_case(book, line);
  const wanted_answer wanted = wanted_by(line, named_benefits(book, line, one.operands));
  answer given = answer_case(book, one.stated, one.on, wanted, &rules.baseline);
  given.on_is_today = one.on_is_today;
  const auto receipt = line.value("--receipt");
  if (receipt && (!book.reforms().empty() || book.assumed_days())) no_receipt_of_a_reform(line);
  if (receipt) given.made = provenance_of(line);
  const std::string sheet = sheet_text(book, one.stated, given, line);
  if (receipt)
    write_file(*receipt,
               render_receipt(book, one.stated, given, wanted.benefits, {line.lang, wanted.explain}));
  note_cut_short(line, out, one);
  warn_of_personal_codes(line, out, one);
  tell_unread(book, given.reformed, given.on, line, out);
  out.print(sheet);
  return line.has("--exit-status") && !is_granted(given) ? exit_code::not_granted : exit_code::answered;
}

exit_code run(const command_line& line, output& out) {
  return with_rules(line,
                    wanted_by(line, {}).others ? operands_are::benefits_among_all : operands_are::benefits,
                    [&](const reformed_rules& rules) { return answer_from(rules, line, out); });
}

}  // namespace

command calc_command() {
  command result{
      "calc",
      {"[PABALSTS…]", "[BENEFIT…]"},
      {"kas mājsaimniecībai pienākas šajā dienā un kāpēc", "what a household gets on a day, and why"},
      {"Bez PABALSTA: viss, par ko tajā dienā var lemt. Faktus norāda kā opcijas (--income 500 vai "
       "--ienakumi 500);\nslieksnis list facts rāda visus. Vārdus drīkst saīsināt, kamēr der tikai viens "
       "(--majokla-izd 300), un tie "
       "der ar garumzīmēm\nvai bez tām. Summās der punkts vai komats; trīs mēnešus raksta 300/310/320.",
       "Without a BENEFIT: all that can be decided that day. Facts are options (--income 500 or --ienakumi "
       "500);\nslieksnis list facts shows all of them. Names may be cut short while only one fits "
       "(--housing-c 300), and "
       "Latvian marks may be\nleft out. Amounts take a point or a comma; three months are 300/310/320."},
      {},
      true,
      {{{"Pensionārs ar 500 EUR ienākumiem un 300 EUR mājokļa izdevumiem",
         "A pensioner with an income of 500 EUR and housing costs of 300 EUR"},
        {"slieksnis calc majokla-pabalsts --on 01.02.2026 --pensionars 1 --ienakumi 500 --majokla-izdevumi "
         "300",
         "slieksnis calc housing-benefit --on 2026-02-01 --pensioner 1 --income 500 --housing-costs 300"}},
       {{"Divi pieaugušie un bērns, ienākumi katram savi",
         "Two adults and a child, each with an income of their own"},
        {"slieksnis calc gmi-pabalsts --on 01.03.2025 --person 'pieaugusais alga=200' --pieaugusais "
         "--berns 7",
         "slieksnis calc gmi-benefit --on 2025-03-01 --person 'adult wage=200' --adult --child 7"}},
       {{"Lapa lietai, ko var izdrukāt", "A page for the case file that can be printed"},
        {"slieksnis calc gmi-pabalsts --on 01.03.2025 --locekli 2 --ienakumi 150 --format html",
         "slieksnis calc gmi-benefit --on 2025-03-01 --members 2 --income 150 --format html"}},
       {{"Mājsaimniecība no faila, ar pamatojumu", "A household from a file, with the reasons"},
        same("slieksnis calc --facts examples/cases/06-newborn-parents.json --explain")}},
      run};
  result.options = {on_option()};
  for (auto& one : case_options(true)) result.options.push_back(std::move(one));
  result.options.push_back(
      {"--explain",
       {},
       {"rādīt katru aprēķina soli ar avotu", "show every step of the computation with its source"}});
  result.options.push_back(format_option(sheet_formats()));
  result.options.push_back({"--receipt",
                            {"FAILS", "FILE"},
                            {"pierakstīt aprēķinu failā, ko vēlāk pārbauda slieksnis verify",
                             "record the calculation in a file that slieksnis verify checks later"}});
  for (auto& one : reform_options()) result.options.push_back(std::move(one));
  result.options.push_back(
      {"--exit-status",
       {},
       {"beigt ar 1, ja prasītais nav piešķirts", "exit with 1 unless what was asked for is granted"}});
  return result;
}

}  // namespace slieksnis::cli
