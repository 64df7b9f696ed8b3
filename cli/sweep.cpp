// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>

#include "answer_case.hpp"
#include "case_options.hpp"
#include "load_rules.hpp"
#include "output.hpp"
#include "reform_options.hpp"
#include "slieksnis/render/sweep.hpp"
#include "slieksnis/render/sweep_svg.hpp"
#include "study_request.hpp"
#include "sweep_population.hpp"
#include "vary_options.hpp"
#include "write_file.hpp"

namespace slieksnis::cli {
namespace {

/// The benefits and statuses that were named; without any, all that the day has rules for.
std::vector<std::size_t> wanted_of(const rule_book& book, const command_line& line, const stated_case& one) {
  std::vector<std::size_t> result = named_benefits(book, line, one.operands);
  for (std::size_t id = 0; one.operands.empty() && id < book.definitions().size(); ++id) {
    const definition& of = book.at(id);
    if (of.is_decided() && (of.of == entity::household || of.of == entity::person) &&
        (of.by_definition || of.in_force(one.on) != nullptr))
      result.push_back(id);
  }
  return result;
}

/// What only a table needs is an error where one household is asked about.
void refuse_options_of_tables(const command_line& line) {
  std::vector<error> errors;
  for (const option& one : study_command_options()) {
    if (one.name == "--on" || one.name == "--format") continue;
    const bool given =
        line.has(one.name) || std::any_of(line.rest.begin(), line.rest.end(), [&](const loose_word& word) {
          return word.is_option && word.text == one.name;
        });
    if (!given) continue;
    const std::string name(one.name);
    line.wrong(errors, error_code::command_argument,
               {{"tabula vai --synthetic kopā ar " + name, "a table or --synthetic together with " + name},
                {"viena mājsaimniecība", "one household"},
                {"tabulas failu raksta bez opcijas, piemēram, majsaimniecibas.csv; vienai mājsaimniecībai "
                 "pabalstus nosauc tāpat",
                 "the file of a table is written without an option, such as households.csv; so are the "
                 "benefits of one household"}});
  }
  if (!errors.empty()) throw unusable(std::move(errors));
}

exit_code answer_from(const reformed_rules& rules, const command_line& line, output& out) {
  const rule_book& book = rules.book();
  stated_case one = read_case(book, line);
  check_span(book, one.on);
  const std::vector<variation> varied = read_variations(book, line, one.stated, one.on);
  const std::vector<std::size_t> wanted = wanted_of(book, line, one);
  sweep given = sweep_of(book, one.stated, one.on, wanted, varied);
  if (one.operands.empty()) keep_granted(given);

  const render_options how{line.lang, false, line.colour ? terminal_style() : text_style{}};
  const std::string format = line.value("--format").value_or("csv");
  if (const auto path = line.value("--svg")) write_file(*path, sweep_svg(book, one.stated, given, how));
  const std::string answer = format == "json"   ? sweep_json(book, one.stated, given, how)
                             : format == "svg"  ? sweep_svg(book, one.stated, given, how)
                             : format == "text" ? sweep_text(book, one.stated, given, how)
                                                : sweep_csv(book, given);
  if (one.on_is_today) note_today(line, out, one.on);
  if (format == "csv") note_reforms(book, line, out);
  for (const std::size_t i : given.nothing_reads)
    note_nothing_reads(book.at(given.varied[i].definition), line, out);
  if (!book.reforms().empty()) {
    const facts anywhere = with_setting(one.stated, varied, given.settings.front().at);
    const plan planned = make_plan(book, one.on, wanted, shape_of(anywhere));
    tell_unread(book, reform_changes(rules.baseline, book, {&planned}), one.on, line, out);
  }
  note_cut_short(line, out, one);
  warn_of_personal_codes(line, out, one);
  format == "text" ? out.print(answer) : out.print_as_it_is(answer);
  return exit_code::answered;
}

exit_code run(const command_line& line, output& out) {
  if (asks_about_population(line)) return sweep_population(line, out);
  refuse_options_of_tables(line);
  return with_rules(line, operands_are::benefits,
                    [&](const reformed_rules& rules) { return answer_from(rules, line, out); });
}

}  // namespace

command sweep_command() {
  command result{
      "sweep",
      {"[PABALSTS…] | FAILS", "[BENEFIT…] | FILE"},
      {"kā pabalsti un izmaksas mainās līdz ar vienu vai diviem lielumiem",
       "how benefits and cost change with one value or two"},
      {"Bez FAILA: viena mājsaimniecība ar faktiem kā komandai calc. Katram iestatījumam rāda iznākumu un "
       "summu; "
       "mainot ienākumus,\narī pašu ienākumus, kopsummu un to, cik no katra vēl nopelnītā eiro zaudē, jo "
       "pabalsti "
       "samazinās (marginal_loss).\nDiagrammā tā ir budžeta līnija. --format text pasaka, kur pabalsts "
       "beidzas un "
       "kur zaudē visvairāk.\nAr FAILU vai --synthetic: iedzīvotāju tabula kā komandai simulate; katram "
       "iestatījumam saņēmēji, izmaksas, vidējā summa.\nDatums aiz @: lielums spēkā no šīs dienas, arī tur, "
       "kur "
       "noteikumi skatās atpakaļ. Personas faktu raksta persons[2].alga.",
       "Without a FILE: one household with facts as for calc. Each setting has its outcome and amount; where "
       "income "
       "is varied\nalso own income, everything in all, and what of each further euro earned is lost because "
       "benefits fall (marginal_loss).\nThe chart is the budget line. --format text tells where a benefit "
       "ends and "
       "where most is lost.\nWith a FILE or --synthetic: a table of the population as for simulate; "
       "recipients, "
       "cost and mean amount at each setting.\nA date after @: the value holds from that day on, also where "
       "the "
       "rules look back. A person's fact is written persons[2].wage."},
      {vary_option()},
      true,
      {{{"Mājokļa pabalsts, ienākumiem augot", "Housing benefit while income grows"},
        {"slieksnis sweep majokla-pabalsts --on 01.02.2026 --pensionars 1 --majokla-izdevumi 300 --vary "
         "ienakumi=0..1200/10 --format text",
         "slieksnis sweep housing-benefit --on 2026-02-01 --pensioner 1 --housing-costs 300 --vary "
         "income=0..1200/10 --format text"}},
       {{"Budžeta līnija diagrammā", "The budget line as a chart"},
        {"slieksnis sweep gmi-pabalsts majokla-pabalsts --on 01.02.2026 --pensionars 1 --majokla-izdevumi "
         "300 "
         "--vary ienakumi=0..1200/10 --svg budzeta-linija.svg -o budzeta-linija.csv",
         "slieksnis sweep gmi-benefit housing-benefit --on 2026-02-01 --pensioner 1 --housing-costs 300 "
         "--vary income=0..1200/10 --svg budget-line.svg -o budget-line.csv"}},
       {{"Izmaksas, mainot GMI sliekšņa daļu no mediānas",
         "Cost over the share of the median that is the GMI threshold"},
        {"slieksnis sweep --synthetic 1000 --on 01.02.2026 --vary gmi_dala=0,20..0,40/0,05@01.01.2026 "
         "--format "
         "text",
         "slieksnis sweep --synthetic 1000 --on 2026-02-01 --vary gmi_share=0.20..0.40/0.05@2026-01-01 "
         "--format "
         "text"}}},
      run};
  for (option& one : study_command_options()) {
    if (one.name == "--format")
      one = {"--format",
             same("csv|json|text|svg"),
             {"izvades veids; ja nav norādīts, csv", "the form of the output; csv unless given"},
             {"csv", "json", "text", "svg"}};
    if (one.name == "--on") one = on_option();
    if (one.name != "--by" && one.name != "--households" && one.name != "--rejected")
      result.options.push_back(std::move(one));
  }
  result.options.push_back({"--svg",
                            {"FAILS", "FILE"},
                            {"ierakstīt diagrammu SVG failā", "write the chart to an SVG file as well"}});
  for (auto& one : reform_options()) result.options.push_back(std::move(one));
  for (auto& one : case_options(true)) result.options.push_back(std::move(one));
  return result;
}

}  // namespace slieksnis::cli
