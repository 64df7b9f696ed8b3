// SPDX-License-Identifier: Apache-2.0
// Reading rows block by block on several threads: what all runs over a population do alike.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "batch_input.ipp"
#include "in_turn.hpp"
#include "read_csv.hpp"
#include "read_ndjson.hpp"
#include "row_blocks.ipp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// What all threads of one run share. What is not const is used in turn only.
struct row_run {
  const rule_book& book;
  const facts& shared;
  const batch_options& options;
  const batch_input& input;
  block_reader& reader;
  const std::function<void(const batch_progress&)>& progress;

  char mark = 0;  ///< the decimal mark, once a row or the options have told it
  household_order order;
  batch_summary summary;
};

enum row_part : std::size_t { part_read, part_check, part_write, row_parts };

/// What one thread does: a block after another is read, understood, worked on and handed on.
class row_worker {
 public:
  row_worker(row_run& run, turns& order)
      : rows_(run.book, run.input.columns, run.options.file),
        households_(run.book, run.shared, run.input.columns),
        run_(run),
        order_(order) {
    rows_.about = [this](const std::string& name) -> const further_member& { return about(name); };
  }
  virtual ~row_worker() = default;
  row_worker(const row_worker&) = delete;
  row_worker& operator=(const row_worker&) = delete;

  bool operator()(std::uint64_t piece) {
    bool more = false;
    char mark = 0;
    order_.in_turn(part_read, piece, [&] {
      more = run_.reader.next(block_);
      bytes_ = run_.reader.bytes();
    });
    // Not in turn: whatever is known by now is checked when it is this block's turn.
    if (more) understand(mark = run_.options.input.decimal_mark.value_or('\0'));
    order_.in_turn(part_check, piece, [&] {
      if (more) check(mark);
    });
    if (!more) {
      order_.in_turn(part_write, piece, [&] { end(); });
      return false;
    }
    rows_.take_out_bad();
    work();
    order_.in_turn(part_write, piece, [&] {
      hand_on();
      count();
    });
    return true;
  }

 protected:
  /// Adds what is wrong with the rows in view of the rules.
  virtual void find_days() = 0;
  /// In turn, before errors are looked at: more that is wrong, and what the first block decides for all.
  virtual void begin_block() {}
  /// The block is good but for its bad rows.
  virtual void work() = 0;
  /// In turn.
  virtual void hand_on() = 0;
  /// In turn, when there are no more blocks for this thread.
  virtual void end() {}

  fact_rows rows_;
  household_rows households_;

 private:
  void understand(char mark) {
    rows_.begin(block_, mark, batch_errors_kept);
    if (run_.input.columns.syntax == row_syntax::csv)
      read_csv(block_, rows_);
    else
      read_ndjson(block_, rows_);
    check_encoding();
    households_.group(rows_);
    find_days();
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
  void check(char mark) {
    if (run_.mark != 0 && mark == 0 && rows_.mark != run_.mark && rows_.mark != 0) understand(run_.mark);
    if (run_.mark == 0) run_.mark = rows_.mark;
    begin_block();
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

  /// In turn.
  void count() {
    batch_summary& summary = run_.summary;
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
    if (run_.progress) run_.progress({bytes_, summary.rows});
  }

  /// A member of NDJSON that came after the first block.
  const further_member& about(const std::string& name) {
    const auto known = about_.find(name);
    if (known != about_.end()) return known->second;
    return about_.emplace(name, run_.input.further(run_.book, run_.shared, run_.options, name)).first->second;
  }

  row_run& run_;
  turns& order_;
  row_block block_;
  std::map<std::string, further_member> about_;
  std::uint64_t bytes_ = 0;
};

/// What was read, when all is.
inline void finish(row_run& run) {
  batch_summary& result = run.summary;
  result.recognised.syntax = run.input.columns.syntax;
  if (run.input.columns.syntax == row_syntax::csv) result.recognised.separator = run.input.columns.separator;
  if (run.mark != 0) result.recognised.decimal_mark = run.mark;
  result.columns = run.input.columns.columns;
}

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis
