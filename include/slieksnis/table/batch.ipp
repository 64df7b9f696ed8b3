// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "batch.hpp"
#include "batch_input.ipp"
#include "in_turn.hpp"
#include "read_csv.hpp"
#include "read_ndjson.hpp"
#include "row_blocks.ipp"
#include "write_rows.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// What all threads of one run share. What is not const is used in turn only.
struct batch_run {
  const rule_book& book;
  const facts& shared;
  const batch_options& options;
  const batch_input& input;
  block_reader& reader;
  day_deciders& deciders;
  byte_sink& out;
  byte_sink* rejected;
  const std::function<void(const batch_progress&)>& progress;

  char mark = 0;          ///< the decimal mark, once a row or the options have told it
  char written_mark = 0;  ///< of the output: told by the first block
  household_order order;
  std::vector<benefit_counts> counts;
  batch_summary summary;
};

enum batch_part : std::size_t { part_read, part_check, part_write, batch_parts };

/// What one thread does: a block after another is read, understood, decided and written.
class batch_worker {
 public:
  batch_worker(batch_run& run, turns& order)
      : run_(run),
        order_(order),
        rows_(run.book, run.input.columns, run.options.file),
        households_(run.book, run.shared, run.input.columns),
        decisions_(run.deciders) {
    rows_.about = [this](const std::string& name) -> const further_member& { return about(name); };
  }

  bool operator()(std::uint64_t piece) {
    bool more = false;
    char mark = 0;
    order_.in_turn(part_read, piece, [&] {
      more = run_.reader.next(block_);
      bytes_ = run_.reader.bytes();
    });
    // Not in turn: whatever is known by now is checked when it is this block's turn.
    if (more) understand(mark = run_.options.input.decimal_mark.value_or('\0'));
    order_.in_turn(part_check, piece, [&] { check(more, mark); });
    if (!more) {
      order_.in_turn(part_write, piece, [] {});
      return false;
    }
    rows_.take_out_bad();
    decisions_.decide(rows_, households_);
    const std::string_view text = writer_->write(rows_, households_, decisions_);
    counts_.clear();
    writer_->count(rows_, households_, decisions_, counts_);
    order_.in_turn(part_write, piece, [&] { write(text); });
    return true;
  }

 private:
  void understand(char mark) {
    rows_.begin(block_, mark, batch_errors_kept);
    if (run_.input.columns.syntax == row_syntax::csv)
      read_csv(block_, rows_);
    else
      read_ndjson(block_, rows_);
    check_encoding();
    households_.group(rows_);
    decisions_.find_days(rows_, households_, run_.options.on);
  }

  void check_encoding() {
    if (is_ascii(rows_.text()) || is_utf8(rows_.text())) return;
    for (std::size_t row = 0; row < rows_.size(); ++row) {
      const std::string_view text = rows_.text(row);
      const std::size_t good = utf8_part(text);
      if (good == text.size() || rows_.is_bad(row)) continue;
      const std::size_t at = rows_.rows[row].begin + good;
      rows_.wrong(row, table_columns::none, {at, at + 1}, error_code::table_encoding, not_utf8());
    }
  }

  /// In turn: what depends on the blocks before.
  void check(bool more, char mark) {
    if (!more) return;
    if (run_.mark != 0 && mark == 0 && rows_.mark != run_.mark && rows_.mark != 0) understand(run_.mark);
    if (run_.mark == 0) run_.mark = rows_.mark;
    if (!writer_) {
      row_style style = run_.input.style;
      if (run_.written_mark == 0) run_.written_mark = run_.input.mark_of_output(run_.mark);
      style.decimal_mark = run_.written_mark;
      writer_.emplace(run_.book, run_.input.columns, run_.options.wanted, style);
    }
    if (run_.input.columns.of_persons()) meet_households();
    std::stable_sort(rows_.errors.begin(), rows_.errors.end(), [](const error& a, const error& b) {
      return std::pair(a.at().line, a.at().column) < std::pair(b.at().line, b.at().column);
    });
    const std::uint64_t found = rows_.error_count;
    if (found > 0 && run_.options.on_error == bad_rows::stop) stop();
    households_.spread_bad(rows_);
    batch_summary& summary = run_.summary;
    summary.errors += found;
    for (const error& one : rows_.errors)
      if (summary.first_errors.size() < batch_errors_kept) summary.first_errors.push_back(one);
  }

  void meet_households() {
    for (std::size_t i = 0; i < households_.size(); ++i) {
      const std::size_t row = households_.offsets()[i];
      const std::string_view name = rows_.households[row];
      // A household of too many persons is cut; it is one all the same.
      if (name.empty() || (i > 0 && name == rows_.households[row - 1])) continue;
      const auto answer = run_.order.meet(name);
      if (answer == household_order::answer::first_time) continue;
      const bool back = answer == household_order::answer::came_back;
      const std::size_t column = run_.input.columns.household;
      rows_.wrong(
          row, column, rows_.place_of(row, column), error_code::table_household,
          {{"mājsaimniecības visas rindas pēc kārtas", "all rows of a household together"},
           back ? words{in_quotes(name) + " vēlreiz", in_quotes(name) + " again"}
                : words{in_quotes(name) + " pēc lielāka apzīmējuma, tāpēc nevar zināt, vai tā jau bija",
                        in_quotes(name) + " after a greater one, so that it may have been there before"},
           {"sakārtojiet rindas pēc šīs kolonnas", "sort the rows by this column"}});
    }
  }

  [[noreturn]] void stop() const {
    std::vector<error> errors = rows_.errors;
    if (errors.size() > batch_errors_shown)
      errors.erase(errors.begin() + static_cast<std::ptrdiff_t>(batch_errors_shown), errors.end());
    if (rows_.error_count > errors.size()) {
      const std::string all = std::to_string(rows_.error_count);
      errors.emplace_back(error_code::table_row, run_.options.file,
                          complaint{{"rindas bez kļūdām", "rows without errors"},
                                    {"kļūdas līdz šai vietai: " + all, "errors so far: " + all},
                                    {"kļūdainās rindas var arī atzīmēt un turpināt",
                                     "bad rows can also be marked and passed by"}});
    }
    throw unusable(std::move(errors));
  }

  void write(std::string_view text) {
    batch_summary& summary = run_.summary;
    if (!text.empty()) run_.out.write(text);
    if (run_.rejected != nullptr && rows_.any_bad()) run_.rejected->write(writer_->rejected(rows_));
    summary.rows += rows_.size();
    summary.bad_rows += rows_.bad_rows.size();
    if (run_.input.columns.of_persons()) {
      summary.persons += rows_.size();
      for (std::size_t i = 0; i < households_.size(); ++i) {
        const std::size_t row = households_.offsets()[i];
        if (i == 0 || rows_.households[row].empty() || rows_.households[row] != rows_.households[row - 1])
          ++summary.households;
      }
    } else {
      summary.households += rows_.size();
    }
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      benefit_counts& sum = run_.counts[i];
      sum.granted += counts_[i].granted;
      sum.refused += counts_[i].refused;
      sum.undetermined += counts_[i].undetermined;
      sum.total = sum.total + counts_[i].total;
      for (const auto& [reason, number] : counts_[i].reasons) sum.reasons[reason] += number;
    }
    if (run_.progress) run_.progress({bytes_, summary.rows});
  }

  /// A member of NDJSON that came after the first block.
  const further_member& about(const std::string& name) {
    const auto known = about_.find(name);
    if (known != about_.end()) return known->second;
    return about_.emplace(name, run_.input.further(run_.book, run_.shared, run_.options, name)).first->second;
  }

  batch_run& run_;
  turns& order_;
  row_block block_;
  fact_rows rows_;
  household_rows households_;
  row_decisions decisions_;
  std::optional<row_writer> writer_;
  std::vector<benefit_counts> counts_;
  std::map<std::string, further_member> about_;
  std::uint64_t bytes_ = 0;
};

/// The summary of all that was counted.
SLIEKSNIS_INLINE batch_summary finished(batch_run& run) {
  batch_summary result = std::move(run.summary);
  for (std::size_t i = 0; i < run.options.wanted.size(); ++i) {
    benefit_counts& counted = run.counts[i];
    batch_of_benefit of;
    of.definition = run.options.wanted[i];
    of.granted = counted.granted;
    of.refused = counted.refused;
    of.undetermined = counted.undetermined;
    of.total = counted.total;
    of.reasons.assign(counted.reasons.begin(), counted.reasons.end());
    std::stable_sort(of.reasons.begin(), of.reasons.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    result.benefits.push_back(std::move(of));
  }
  result.recognised.syntax = run.input.columns.syntax;
  if (run.input.columns.syntax == row_syntax::csv) result.recognised.separator = run.input.columns.separator;
  if (run.mark != 0) result.recognised.decimal_mark = run.mark;
  result.columns = run.input.columns.columns;
  return result;
}

}  // namespace detail

SLIEKSNIS_INLINE batch_summary run_batch(const rule_book& book, const facts& shared,
                                         const batch_options& options, byte_source& in, byte_sink& out,
                                         byte_sink* rejected,
                                         const std::function<void(const batch_progress&)>& progress) {
  block_reader reader(in, options.file);
  const detail::batch_input input = detail::begin_batch(book, shared, options, reader);
  day_deciders deciders(book, shared, input.columns, options.wanted);
  if (options.on)
    if (const auto day = deciders.at(*options.on); !day->decider) throw unusable(day->errors);
  detail::batch_run run{book,     shared, options,  input,    reader,
                        deciders, out,    rejected, progress, options.input.decimal_mark.value_or('\0'),
                        '\0',     {},     {},       {}};
  run.counts.resize(options.wanted.size());
  const row_writer header(book, input.columns, options.wanted, input.style);
  const std::string first = header.header(input.header);
  if (!first.empty()) out.write(first);
  if (rejected != nullptr && !input.header.empty())
    rejected->write(input.header + input.columns.separator + "error" + std::string(input.style.line_end));
  turns order(detail::batch_parts);
  run_in_turn(order, std::max(options.threads, 1U), [&](unsigned) {
    const auto worker = std::make_shared<detail::batch_worker>(run, order);
    return [worker](std::uint64_t piece) { return (*worker)(piece); };
  });
  return detail::finished(run);
}

}  // namespace v0
}  // namespace slieksnis
