// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <memory>
#include <utility>

#include "batch.hpp"
#include "batch_input.ipp"
#include "in_turn.hpp"
#include "row_worker.ipp"
#include "write_rows.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// What all threads of a batch share besides.
struct batch_run : row_run {
  day_deciders& deciders;
  byte_sink& out;
  byte_sink* rejected;
  char written_mark = 0;  ///< the decimal mark of the output: told by the first block
  std::vector<benefit_counts> counts;
};

/// Decides and writes one block after another.
class batch_worker : public row_worker {
 public:
  batch_worker(batch_run& run, turns& order) : row_worker(run, order), run_(run), decisions_(run.deciders) {}

 private:
  void find_days() override { decisions_.find_days(rows_, households_, run_.options.on); }

  void begin_block() override {
    if (writer_) return;
    row_style style = run_.input.style;
    if (run_.written_mark == 0) run_.written_mark = run_.input.mark_of_output(run_.mark);
    style.decimal_mark = run_.written_mark;
    writer_.emplace(run_.book, run_.input.columns, run_.options.wanted, style);
  }

  void work() override {
    decisions_.decide(rows_, households_);
    text_ = writer_->write(rows_, households_, decisions_);
    counts_.clear();
    writer_->count(rows_, households_, decisions_, counts_);
  }

  void hand_on() override {
    if (!text_.empty()) run_.out.write(text_);
    if (run_.rejected != nullptr && rows_.any_bad()) run_.rejected->write(writer_->rejected(rows_));
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      benefit_counts& sum = run_.counts[i];
      sum.granted += counts_[i].granted;
      sum.refused += counts_[i].refused;
      sum.undetermined += counts_[i].undetermined;
      sum.total = sum.total + counts_[i].total;
      for (const auto& [reason, number] : counts_[i].reasons) sum.reasons[reason] += number;
    }
  }

  batch_run& run_;
  row_decisions decisions_;
  std::optional<row_writer> writer_;
  std::string_view text_;
  std::vector<benefit_counts> counts_;
};

/// The summary of all that was counted.
SLIEKSNIS_INLINE batch_summary finished(batch_run& run) {
  finish(run);
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
  detail::batch_run run{
      {book, shared, options, input, reader, progress, options.input.decimal_mark.value_or('\0'), {}, {}},
      deciders,
      out,
      rejected,
      '\0',
      {}};
  run.counts.resize(options.wanted.size());
  const row_writer header(book, input.columns, options.wanted, input.style);
  const std::string first = header.header(input.header);
  if (!first.empty()) out.write(first);
  if (rejected != nullptr && !input.header.empty())
    rejected->write(input.header + input.columns.separator + "error" + std::string(input.style.line_end));
  turns order(detail::row_parts);
  run_in_turn(order, std::max(options.threads, 1U), [&](unsigned) {
    const auto worker = std::make_shared<detail::batch_worker>(run, order);
    return [worker](std::uint64_t piece) { return (*worker)(piece); };
  });
  return detail::finished(run);
}

}  // namespace v0
}  // namespace slieksnis
