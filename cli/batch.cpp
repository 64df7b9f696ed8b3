// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <algorithm>
#include <utility>

#include "bad_rows.hpp"
#include "batch_request.hpp"
#include "batch_streams.hpp"
#include "case_options.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "reform_options.hpp"
#include "slieksnis/render/batch_summary.hpp"
#include "write_file.hpp"

namespace slieksnis::cli {
namespace {

constexpr std::string_view order_mark = "\xef\xbb\xbf";

/// Everything is on the disk before the first file takes its name.
void keep_all(result_stream& rows, std::optional<result_stream>& rejected) {
  if (rejected) rejected->flush();
  rows.flush();
  if (rejected) rejected->keep();
  rows.keep();
}

exit_code answer(const batch_job& job, input_file& in, const command_line& line, output& out) {
  const batch_request& asked = *job.asked;
  const std::string path = out.take_file();
  const bool quiet = ::isatty(STDERR_FILENO) == 0 || (path.empty() && ::isatty(STDOUT_FILENO) != 0);
  progress_display progress(!quiet, in.size(), line.lang);
  interruption signals([&] { progress.clear(); });
  result_stream rows(path);
  std::optional<result_stream> rejected;
  if (!asked.rejected.empty()) rejected.emplace(asked.rejected);
  signals.watch(rows.file());
  if (rejected) signals.watch(rejected->file());
  in.stop_by(signals);
  output_rows to(rows, signals);
  std::optional<output_rows> bad;
  if (rejected) bad.emplace(*rejected, signals);
  if (in.has_mark() && asked.how.output != row_syntax::ndjson) {  // a spreadsheet reads its own sort of text
    to.write(order_mark);
    if (bad) bad->write(order_mark);
  }

  const batch_summary sum = run_batch(*job.book, asked.shared, asked.how, in, to, bad ? &*bad : nullptr,
                                      [&](const batch_progress& now) { progress.show(now); });
  progress.clear();
  to.finish();
  if (bad) bad->finish();
  std::vector<reform_change> reformed;
  if (job.baseline) reformed = changes_of_run(*job.baseline, *job.book, asked.shared, asked.how, sum);
  tell_unread(*job.book, reformed, asked.how.on, line, out);
  if (!asked.summary.empty())
    write_file(asked.summary,
               batch_summary_json(*job.book, asked.shared, asked.how, sum, line.lang, reformed));
  keep_all(rows, rejected);
  tell_bad_rows(sum, line, out);
  if (asked.summary.empty())
    out.complain(batch_summary_text(*job.book, asked.shared, asked.how, sum, line.lang, reformed));
  return sum.bad_rows > 0 ? exit_code::unusable : exit_code::answered;
}

exit_code run(const command_line& line, output& out) {
  batch_job job = read_batch(line);
  input_file in(job.asked->input);
  job = with_header(std::move(job), line, in.first_line());
  if (job.asked->on_is_today) note_today(line, out, *job.asked->how.on);
  try {
    return answer(job, in, line, out);
  } catch (const reader_left&) {
    out.complain(error(error_code::file_write, "stdout",
                       {{"lasītājs, kas pieņem visas rindas", "a reader that takes all rows"},
                        {"lasītājs ir prom", "a reader that has gone"},
                        {}})
                     .text(line.lang));
    return exit_code::no_access;
  }
}

std::vector<option> batch_options_of_line() {
  std::vector<option> result = table_options();
  const std::vector<option> own{{"--summary",
                                 {"FAILS", "FILE"},
                                 {"kopsavilkums JSON failā; citādi tekstā uz kļūdu izvades",
                                  "the summary as a JSON file; otherwise as text on standard error"}},
                                {"--format",
                                 {"csv|ndjson", "csv|ndjson"},
                                 {"izvades veids; ja nav norādīts, kā ievadei",
                                  "the form of the output; that of the input unless given"},
                                 {"csv", "ndjson"}}};
  const auto after = std::find_if(result.begin(), result.end(),
                                  [](const option& one) { return one.name == "--input-format"; });
  result.insert(after, own.begin(), own.end());
  for (option& one : case_options(true))
    if (one.name != "--person") result.push_back(std::move(one));
  for (option& one : reform_options()) result.push_back(std::move(one));
  return result;
}

}  // namespace

command batch_command() {
  command result{
      "batch",
      {"FAILS", "FILE"},
      {"lemt par katru tabulas rindu", "decide about every row of a table"},
      {"Lasa CSV vai NDJSON no faila vai, ja FAILS ir -, no standarta ievades un raksta katru rindu, kāda tā "
       "bija, ar lēmumiem galā:\nkatram pabalstam iznākums (\"granted\", \"refused\", \"undetermined\"), "
       "summa un "
       "iemesls. "
       "Kolonnu virsraksti ir faktu vārdi; pārējās\nkolonnas paliek, kādas bijušas. Fakti, kas visām rindām "
       "kopīgi, ir opcijas kā komandai calc (--low-income-first 501).\nTukša šūna nozīmē, ka fakts nav "
       "zināms. "
       "Kļūdainu rindu neizlaiž un nemin, kas tajā domāts: ar to viss beidzas,\nvai ar --on-error mark tā "
       "paliek "
       "atzīmēta, un izejas kods ir 3. Ar -o fails ir vesels vai paliek, kāds bijis.",
       "Reads CSV or NDJSON from a file, or from the standard input for -, and writes each row as it was "
       "with "
       "the decisions\nbehind: for each benefit the outcome (\"granted\", \"refused\", \"undetermined\"), "
       "the amount and "
       "the "
       "reason. Headers of columns\nare names of facts; other columns stay as they are. Facts that all rows "
       "share "
       "are options as for calc\n(--low-income-first 501). An empty cell means that the fact is not known. A "
       "bad "
       "row is never dropped and never guessed:\nit ends the run, or with --on-error mark it stays, marked, "
       "and "
       "the exit code is 3. With -o the file is whole or stays as it was."},
      batch_options_of_line(),
      true,
      {{{"Mājsaimniecības no Excel tabulas, ar ; un decimālkomatu", "Households from a table"},
        {"slieksnis batch examples/batch/majsaimniecibas.csv -o lemumi.csv --on 01.07.2023 "
         "--want gmi-pabalsts,majokla-pabalsts",
         "slieksnis batch examples/batch/households.csv -o decisions.csv --on 2023-07-01 "
         "--want gmi-benefit,housing-benefit"}},
       {{"Izdomāta valsts: tūkstoš mājsaimniecību personu",
         "A made-up country: the persons of a thousand households"},
        {"slieksnis population --households 1000 | slieksnis batch - --household household_id --on "
         "01.07.2023 "
         "--want truciga-majsaimnieciba,gmi-pabalsts -o lemumi.csv",
         "slieksnis population --households 1000 | slieksnis batch - --household household_id --on "
         "2023-07-01 "
         "--want poor-household,gmi-benefit -o decisions.csv"}}},
      run};
  result.takes_persons = false;
  return result;
}

}  // namespace slieksnis::cli
