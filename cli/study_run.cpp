// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <algorithm>
#include <utility>

#include "answer_case.hpp"
#include "bad_rows.hpp"
#include "batch_streams.hpp"
#include "case_options.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "slieksnis/render/format.hpp"
#include "slieksnis/render/reforms.hpp"
#include "study_request.hpp"
#include "synthetic_rows.hpp"

namespace slieksnis::cli {
namespace {

/// Groups that nobody named and whose value no household has are left out.
void leave_out_unknown(study_request& asked, study_result& made) {
  if (!asked.usual_groups) return;
  for (std::size_t i = made.tables.size(); i-- > 0;) {
    const auto& groups = made.tables[i].groups;
    if (std::any_of(groups.begin(), groups.end(), [](const study_group& one) { return !one.unknown; }))
      continue;
    made.tables.erase(made.tables.begin() + static_cast<std::ptrdiff_t>(i));
    asked.how.groups.erase(asked.how.groups.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

/// The plans of all scenarios that these rules decided.
std::vector<const plan*> plans_of(const study_request& asked, const study_result& made,
                                  const rule_book& book) {
  std::vector<const plan*> result;
  for (std::size_t s = 0; s < made.plans.size(); ++s)
    if (asked.how.scenarios[s].book == &book)
      result.insert(result.end(), made.plans[s].begin(), made.plans[s].end());
  return result;
}

/// What `--set` without a day overrides on one side, and whether anything reads it.
std::vector<std::string> override_lines(const scenario& one, const std::vector<const plan*>& plans,
                                        const command_line& line, const output& out) {
  std::vector<std::string> result;
  std::vector<error> unread;
  for (const auto& [id, stated] : one.shared.overrides()) {
    const definition& of = one.book->at(id);
    const bool read = std::any_of(plans.begin(), plans.end(), [id = id](const plan* by) {
      return std::any_of(by->values().begin(), by->values().end(),
                         [id](const planned_value& value) { return value.definition == id; });
    });
    result.push_back(capitalised(of.title.in(line.lang)) + " (" + of.name +
                     "): " + format_value(*one.book, of, stated.what, line.lang) + " (--set)");
    if (read) continue;
    const words nothing{"pieprasītais to nelieto", "nothing that is asked for uses it"};
    result.back() += "; " + nothing.in(line.lang);
    if (line.has("--strict"))
      unread.emplace_back(
          error_code::reform_unread, line.called,
          complaint{
              {"vērtība, ko kaut kas lieto", "a value that something uses"}, same("--set " + of.name), {}});
    else
      out.complain(words{"brīdinājums: --set " + of.name + ": " + nothing.lv + "\n",
                         "warning: --set " + of.name + ": " + nothing.en + "\n"}
                       .in(line.lang));
  }
  if (!unread.empty()) throw unusable(std::move(unread));
  return result;
}

study_report report_of(const study_job& job, const study_result& made, const command_line& line,
                       const output& out) {
  const study_request& asked = *job.asked;
  const rule_book& book = job.rules->book();
  study_report result{line.lang, asked.synthetic.has_value(), {}, {}, provenance_of(line)};
  if (asked.synthetic) result.notes = synthetic_notes(asked.synthetic->seed, line.lang);
  for (std::string& one : reform_notices(book, line.lang)) result.notes.push_back(std::move(one));

  const scenario& last = asked.how.scenarios.back();
  const std::vector<const plan*> plans = plans_of(asked, made, book);
  const auto changes =
      job.rules->reformed ? reform_changes(job.rules->baseline, book, plans) : std::vector<reform_change>();
  tell_unread(book, changes, last.on, line, out);
  result.changes.resize(asked.how.scenarios.size());
  auto& lines = result.changes.back();
  lines = reform_lines(book, changes, last.on, line.lang);
  if (asked.how.compares)
    for (std::string& one : override_lines(last, made.plans.back(), line, out))
      lines.push_back(std::move(one));
  return result;
}

/// Says what was taken without being asked for.
void note_usual(const study_request& asked, const command_line& line, const output& out) {
  if (asked.on_is_today) note_today(line, out, *asked.how.scenarios.front().on);
  if (asked.usual_wanted) {
    std::string names;
    for (const std::size_t id : asked.how.rows.wanted)
      names += (names.empty() ? "" : ", ") + asked.how.scenarios.front().book->at(id).title.in(line.lang);
    out.complain(words{"piezīme: --want nav norādīts, aprēķināts: " + names + "\n",
                       "note: without --want this is calculated: " + names + "\n"}
                     .in(line.lang));
  }
  const auto& both = asked.how.scenarios;
  const bool same_law = asked.how.compares && both.size() == 2 && both[0].book == both[1].book &&
                        both[0].on == both[1].on && both[1].shared.overrides().empty();
  if (same_law)
    out.complain(words{"piezīme: nekas nav mainīts; norādiet --reform, --set vai divas dienas aiz --on\n",
                       "note: nothing is changed; give --reform, --set or two days after --on\n"}
                     .in(line.lang));
}

/// Runs the study, writes the files beside the report, and prints the report.
exit_code answer_from(study_job& job, input_file* table, const command_line& line, output& out) {
  study_request& asked = *job.asked;
  std::optional<synthetic_rows> made_up;
  if (asked.synthetic)
    made_up.emplace(asked.synthetic->seed, *asked.how.scenarios.front().on, asked.synthetic->households);

  progress_display progress(::isatty(STDERR_FILENO) != 0, table != nullptr ? table->size() : std::nullopt,
                            line.lang);
  interruption signals([&] { progress.clear(); });
  std::optional<result_stream> households;
  std::optional<result_stream> rejected;
  if (!asked.households.empty()) households.emplace(asked.households);
  if (!asked.rejected.empty()) rejected.emplace(asked.rejected);
  std::optional<output_rows> rows;
  std::optional<output_rows> bad;
  if (households) signals.watch(households->file());
  if (rejected) signals.watch(rejected->file());
  if (households) rows.emplace(*households, signals);
  if (rejected) bad.emplace(*rejected, signals);
  if (table != nullptr) table->stop_by(signals);

  byte_source& in = made_up ? static_cast<byte_source&>(*made_up) : *table;
  study_result made = run_study(asked.how, in, rows ? &*rows : nullptr, bad ? &*bad : nullptr,
                                [&](const batch_progress& now) { progress.show(now); });
  progress.clear();
  leave_out_unknown(asked, made);
  const study_report report = report_of(job, made, line, out);
  if (rows) rows->finish();
  if (bad) bad->finish();
  if (rejected) rejected->flush();
  if (households) households->flush();
  if (rejected) rejected->keep();
  if (households) households->keep();

  const std::string format = line.value("--format").value_or("text");
  if (format == "csv")  // a table has no room for it
    for (const std::string& one : report.notes) out.complain(one + "\n");
  note_usual(asked, line, out);
  tell_bad_rows(made.rows, line, out);
  out.print(format == "json"   ? study_json(asked.how, made, report)
            : format == "csv"  ? study_csv(asked.how, made, report)
            : format == "html" ? study_html(asked.how, made, report)
                               : study_text(asked.how, made, report));
  return made.rows.bad_rows > 0 ? exit_code::unusable : exit_code::answered;
}

}  // namespace

std::vector<option> study_command_options() {
  std::vector<option> result = table_options();
  for (option& one : result) {
    if (one.name == "--on")
      one = {
          "--on",
          {"DATUMS[,DATUMS]|KOLONNA", "DATE[,DATE]|COLUMN"},
          {"novērtējuma diena, vairākas ar komatiem vai column:VIRSRAKSTS – kolonna ar katras rindas dienu; "
           "ja nav norādīta, šodiena",
           "the day of assessment, several with commas, or column:HEADER, the column with each row's day; "
           "today unless given"}};
    if (one.name == "--want")
      one.help = {"pabalsti un statusi, atdalīti ar komatiem; ja nav norādīti, GMI un mājokļa pabalsts",
                  "benefits and statuses, with commas between them; GMI and housing benefit unless given"};
  }
  result.insert(
      result.end(),
      {{"--synthetic",
        {"SKAITS", "COUNT"},
        {"tabulas vietā tik izdomātu mājsaimniecību, kādas raksta slieksnis population",
         "so many made-up households instead of a table (see slieksnis population)"}},
       {"--seed",
        {"SKAITLIS", "NUMBER"},
        {"kuras izdomātās mājsaimniecības; ja nav norādīts, 1", "which made-up households; 1 unless given"}},
       {"--weights",
        {"KOLONNA", "COLUMN"},
        {"kolonna ar katras mājsaimniecības svaru", "the column with the weight of each household"}},
       {"--by",
        {"VĀRDS", "NAME"},
        {"kā grupēt: lielums (sastāvs), daļās (ienākumi/10), klasēs (ienākumi=0,250.50,500; decimālpunkts) "
         "vai "
         "column:VIRSRAKSTS; var atkārtot; --by none: bez grupām",
         "how to group: a name (composition), parts (income/10), classes (income=0,250.50,500; a decimal "
         "point) or column:HEADER; may be repeated; --by none: no groups"},
        {},
        true},
       {"--households",
        {"FAILS", "FILE"},
        {"ierakstīt šajā failā katru mājsaimniecību ar tās summām",
         "write each household with its amounts to this file"}},
       format_option({"text", "csv", "json", "html"})});
  return result;
}

exit_code answer_study(const command_line& line, study_kind kind, output& out) {
  const asked_reforms reforms = reforms_asked(line);
  study_job job = read_study(line, kind, reforms);
  if (job.asked->synthetic) return answer_from(job, nullptr, line, out);
  input_file in(job.asked->input);
  job = with_header(std::move(job), line, kind, reforms, in.first_line());
  return answer_from(job, &in, line, out);
}

}  // namespace slieksnis::cli
