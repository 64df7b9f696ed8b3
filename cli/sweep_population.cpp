// SPDX-License-Identifier: Apache-2.0
#include "sweep_population.hpp"

#include <unistd.h>

#include <algorithm>
#include <utility>

#include "bad_rows.hpp"
#include "batch_streams.hpp"
#include "case_options.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "slieksnis/render/population_sweep.hpp"
#include "slieksnis/render/reforms.hpp"
#include "study_request.hpp"
#include "synthetic_rows.hpp"
#include "vary_options.hpp"
#include "write_file.hpp"

namespace slieksnis::cli {
namespace {

/// More than these are hours for a large table.
constexpr std::size_t population_settings_max = 1000;

/// The study of `simulate` with a scenario for each setting, and without groups.
population_sweep settings_of(study_job& job, const command_line& line) {
  study_options& how = job.asked->how;
  if (how.scenarios.size() != 1) {
    std::vector<error> errors;
    line.wrong(errors, error_code::command_argument,
               {{"viena diena aiz --on", "one day after --on"},
                same(std::to_string(how.scenarios.size())),
                {"citu dienu aprēķiniet atsevišķi", "calculate another day by itself"}});
    throw unusable(std::move(errors));
  }
  scenario one = std::move(how.scenarios.front());
  population_sweep result;
  result.on = one.on;
  result.varied = read_variations(*one.book, line, one.shared, one.on,
                                  {.of_a_case = false, .most = population_settings_max});
  for (const variation& varied : result.varied) result.counts.push_back(*count_of(varied));
  const std::vector<rational> firsts = numbers_of(result.varied.front());
  const std::vector<rational> seconds =
      result.varied.size() > 1 ? numbers_of(result.varied.back()) : std::vector<rational>{};
  for (const rational& first : firsts) {
    if (seconds.empty()) result.settings.push_back({first});
    for (const rational& second : seconds) result.settings.push_back({first, second});
  }
  how.scenarios.clear();
  for (const auto& setting : result.settings)
    how.scenarios.push_back({"", one.book, with_setting(one.shared, result.varied, setting), one.on});
  how.compares = false;
  how.groups.clear();
  how.threshold.clear();
  how.income.clear();
  return result;
}

/// What would stay unsaid otherwise: a change that does nothing.
void note_unread(const population_sweep& given, const rule_book& book, const command_line& line,
                 const output& out) {
  for (const variation& varied : given.varied) {
    const auto reads = [&](const plan* by) {
      return std::any_of(by->values().begin(), by->values().end(),
                         [&](const planned_value& one) { return one.definition == varied.definition; });
    };
    if (!given.made.plans.empty() &&
        !std::any_of(given.made.plans.front().begin(), given.made.plans.front().end(), reads))
      note_nothing_reads(book.at(varied.definition), line, out);
  }
}

exit_code answer_from(study_job& job, input_file* table, const command_line& line, output& out) {
  const study_request& asked = *job.asked;
  population_sweep given = settings_of(job, line);
  given.made_up = asked.synthetic.has_value();
  if (asked.synthetic) given.notes = synthetic_notes(asked.synthetic->seed, line.lang);
  for (std::string& one : reform_notices(job.rules->book(), line.lang)) given.notes.push_back(std::move(one));
  std::optional<synthetic_rows> made_up;
  if (asked.synthetic) {
    if (!given.on) throw std::logic_error("slieksnis: made-up households have one day");
    made_up.emplace(asked.synthetic->seed, *given.on, asked.synthetic->households);
  }
  progress_display progress(::isatty(STDERR_FILENO) != 0, table != nullptr ? table->size() : std::nullopt,
                            line.lang);
  byte_source& in = made_up ? static_cast<byte_source&>(*made_up) : *table;
  given.made =
      run_study(asked.how, in, nullptr, nullptr, [&](const batch_progress& now) { progress.show(now); });
  progress.clear();

  const rule_book& book = job.rules->book();
  if (asked.on_is_today) note_today(line, out, *given.on);
  if (job.rules->reformed) {
    std::vector<const plan*> plans;
    for (const auto& of_scenario : given.made.plans)
      plans.insert(plans.end(), of_scenario.begin(), of_scenario.end());
    tell_unread(book, reform_changes(job.rules->baseline, book, plans), given.on, line, out);
  }
  if (line.value("--format").value_or("csv") == "csv") note_reforms(book, line, out);
  note_unread(given, book, line, out);
  tell_bad_rows(given.made.rows, line, out);
  if (const auto path = line.value("--svg")) write_file(*path, population_sweep_svg(book, given, line.lang));
  const render_options how{line.lang, false, line.colour ? terminal_style() : text_style{}};
  const std::string format = line.value("--format").value_or("csv");
  if (format == "text")
    out.print(population_sweep_text(book, given, how));
  else
    out.print_as_it_is(format == "json"  ? population_sweep_json(book, given, line.lang)
                       : format == "svg" ? population_sweep_svg(book, given, line.lang)
                                         : population_sweep_csv(book, given));
  return given.made.rows.bad_rows > 0 ? exit_code::unusable : exit_code::answered;
}

}  // namespace

exit_code sweep_population(const command_line& line, output& out) {
  const asked_reforms reforms = reforms_asked(line);
  study_job job = read_study(line, study_kind::simulate, reforms);
  if (job.asked->synthetic) return answer_from(job, nullptr, line, out);
  input_file in(job.asked->input);
  job = with_header(std::move(job), line, study_kind::simulate, reforms, in.first_line());
  return answer_from(job, &in, line, out);
}

}  // namespace slieksnis::cli
