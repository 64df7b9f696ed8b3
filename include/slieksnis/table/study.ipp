// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <memory>
#include <utility>

#include "row_worker.ipp"
#include "study.hpp"
#include "study_groups.ipp"
#include "study_plan.ipp"
#include "study_rows.ipp"
#include "study_tables.ipp"
#include "study_units.ipp"
#include "tally.ipp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// One scenario as the threads share it.
struct study_side {
  const scenario& law;
  table_columns columns;  ///< those of the input, with the definitions of its own rules
  std::unique_ptr<day_deciders> deciders;
};

/// What all threads of a study share besides.
struct study_run : row_run {
  const study_options& of;
  const study_plan& plan;
  const std::vector<group_source>& sources;
  std::vector<study_side>& sides;
  byte_sink* households;
  byte_sink* rejected;
  study_tallies tallies;  ///< of all threads that have ended
  char written_mark = 0;  ///< the decimal mark of the rows written: told by the first block
};

/// Decides one block after another in each scenario, and adds up.
class study_worker : public row_worker {
 public:
  study_worker(study_run& run, turns& order)
      : row_worker(run, order),
        run_(run),
        tallies_(run.sources, run.sides.size(), run.plan.measures.size(), !run.of.weight_column.empty()) {
    for (study_side& side : run.sides) {
      decided_.push_back(std::make_unique<row_decisions>(*side.deciders));
      units_.push_back(std::make_unique<study_units>(*side.law.book, run.plan));
    }
    for (const group_source& one : run.sources) groups_.emplace_back(one);
    if (run.households != nullptr || run.rejected != nullptr) {
      writer_ = std::make_unique<study_row_writer>(run.book, run.plan, run.input,
                                                   run.of.compares && run.sides.size() > 1);
      rejects_ = std::make_unique<row_writer>(run.book, run.input.columns, std::vector<std::size_t>{},
                                              run.input.style);
    }
  }

 private:
  void find_days() override {
    for (std::size_t s = 0; s < decided_.size(); ++s)
      decided_[s]->find_days(rows_, households_, run_.sides[s].law.on);
  }

  /// A household without weight stands for nobody knows how many.
  void begin_block() override {
    if (run_.written_mark == 0) run_.written_mark = run_.input.mark_of_output(run_.mark);
    mark_ = run_.written_mark;
    const std::size_t column = run_.input.columns.weight;
    if (column == table_columns::none) return;
    for (std::size_t i = 0; i < households_.size(); ++i) {
      const std::size_t row = households_.offsets()[i];
      if (weights().is_stated(run_.input.columns.of_persons() ? i : row) || rows_.is_bad(row)) continue;
      rows_.wrong(row, column, rows_.place_of(row, column), error_code::facts_kind,
                  {{"mājsaimniecības svars", "the household's weight"},
                   {"tukša šūna", "an empty cell"},
                   {"mājsaimniecībai, kas nepārstāv nevienu, rakstiet 0",
                    "write 0 for a household that stands for none"}});
    }
  }

  void work() override {
    const std::size_t measures = run_.plan.measures.size();
    for (std::size_t s = 0; s < decided_.size(); ++s) decided_[s]->decide(rows_, households_);
    // The decimals of the first block hold for all, whichever scenario needs most.
    for (std::size_t s = 0; s < decided_.size(); ++s)
      units_[s]->find(rows_, households_, *decided_[s], tallies_.decimals);
    find_households();
    for (std::size_t d = 0; d < tallies_.of.size(); ++d) {
      tally& to = tallies_.of[d];
      const std::vector<std::uint32_t>* codes =
          d == 0 ? nullptr : &groups_[d - 1].find(rows_, households_, *decided_[0]);
      to.have_groups(d == 0 ? 1 : groups_[d - 1].codes().keys().size());
      for (const unit& one : units_of_block_)
        to.household(codes == nullptr ? 0 : (*codes)[one.household], one.weight);
      for (std::size_t s = 0; s < decided_.size(); ++s)
        for (std::size_t m = 0; m < measures; ++m) add(to, codes, s, m);
    }
    if (run_.households != nullptr) {
      std::vector<const study_units*> written;
      const std::size_t most = run_.of.compares ? 2 : 1;
      for (std::size_t s = 0; s < std::min(most, units_.size()); ++s) written.push_back(units_[s].get());
      text_ = writer_->write(rows_, households_, written, tallies_.decimals, mark_);
    }
  }

  void add(tally& to, const std::vector<std::uint32_t>* codes, std::size_t scenario, std::size_t measure) {
    const unit_values& now = units_[scenario]->of(measure);
    const unit_values& before = units_[0]->of(measure);
    const bool compares = run_.of.compares && scenario > 0;
    const bool of_persons = run_.plan.of_persons(run_.book, measure);
    const std::size_t measures = run_.plan.measures.size();
    const std::size_t a_group = run_.sides.size() * measures;
    const std::size_t offset = scenario * measures + measure;
    const int decimals = tallies_.decimals[measure];
    for (const unit& one : units_of_block_) {
      const std::size_t cell = (codes == nullptr ? 0 : (*codes)[one.household] * a_group) + offset;
      const std::size_t first = of_persons ? households_.offsets()[one.household] : one.household;
      const std::size_t last = of_persons ? households_.offsets()[one.household + 1] : one.household + 1;
      for (std::size_t at = first; at < last; ++at) {
        const tally_side side = now.side(at);
        to.add(cell, side, one.weight, decimals);
        if (compares) to.compare(cell, before.side(at), side, one.weight, decimals);
      }
    }
  }

  /// The good households of the block and their weights.
  void find_households() {
    units_of_block_.clear();
    for (std::size_t i = 0; i < households_.size(); ++i) {
      const std::size_t row = households_.offsets()[i];
      if (rows_.any_bad() && rows_.is_bad(row)) continue;
      const std::int64_t weight = run_.of.weight_column.empty()
                                      ? weight_one
                                      : weights().at(run_.input.columns.of_persons() ? i : row);
      units_of_block_.push_back({static_cast<std::uint32_t>(i), weight});
    }
  }
  [[nodiscard]] const fact_lane& weights() const {
    return run_.input.columns.of_persons() ? households_.lanes().back() : rows_.lanes.back();
  }

  void hand_on() override {
    if (run_.households != nullptr && !text_.empty()) run_.households->write(text_);
    if (run_.rejected != nullptr && rows_.any_bad()) run_.rejected->write(rejects_->rejected(rows_));
  }

  void end() override {
    std::vector<const group_codes*> codes;
    for (const household_groups& one : groups_) codes.push_back(&one.codes());
    run_.tallies.take(tallies_, codes);
  }

  struct unit {
    std::uint32_t household;
    std::int64_t weight;
  };

  study_run& run_;
  study_tallies tallies_;
  std::vector<std::unique_ptr<row_decisions>> decided_;
  std::vector<std::unique_ptr<study_units>> units_;
  std::vector<household_groups> groups_;
  std::vector<unit> units_of_block_;
  std::unique_ptr<study_row_writer> writer_;
  std::unique_ptr<row_writer> rejects_;
  std::string_view text_;
  char mark_ = 0;
};

}  // namespace detail

SLIEKSNIS_INLINE study_result run_study(const study_options& options, byte_source& in, byte_sink* households,
                                        byte_sink* rejected,
                                        const std::function<void(const batch_progress&)>& progress) {
  const scenario& first = options.scenarios.at(0);
  const rule_book& book = *first.book;
  batch_options rows = options.rows;
  rows.weight_column = options.weight_column;
  rows.on = first.on;
  for (const grouping& one : options.groups)
    if (one.is_column &&
        std::find(rows.group_columns.begin(), rows.group_columns.end(), one.name) == rows.group_columns.end())
      rows.group_columns.push_back(one.name);
  block_reader reader(in, rows.file);
  const detail::batch_input input = detail::begin_batch(book, first.shared, rows, reader);

  detail::study_planner planner(options, input.columns, rows);
  const detail::study_plan plan = planner.plan();
  const std::vector<detail::group_source> sources = planner.sources();
  planner.check();
  std::vector<detail::study_side> sides;
  sides.reserve(options.scenarios.size());
  for (std::size_t s = 0; s < options.scenarios.size(); ++s) {
    sides.push_back({options.scenarios[s], planner.columns_of(s), nullptr});
    detail::study_side& side = sides.back();
    side.deciders =
        std::make_unique<day_deciders>(*side.law.book, side.law.shared, side.columns, planner.wanted_of(s));
    if (side.law.on)
      if (const auto day = side.deciders->at(*side.law.on); !day->decider) throw unusable(day->errors);
  }
  planner.check();

  detail::study_run run{
      {book, first.shared, rows, input, reader, progress, rows.input.decimal_mark.value_or('\0'), {}, {}},
      options,
      plan,
      sources,
      sides,
      households,
      rejected,
      detail::study_tallies(sources, sides.size(), plan.measures.size(), !options.weight_column.empty())};
  if (households != nullptr) {
    const detail::study_row_writer header(book, plan, input, options.compares && sides.size() > 1);
    if (const std::string text = header.header(); !text.empty()) households->write(text);
  }
  if (rejected != nullptr && !input.header.empty())
    rejected->write(input.header + input.columns.separator + "error" + std::string(input.style.line_end));
  turns order(detail::row_parts);
  run_in_turn(order, std::max(rows.threads, 1U), [&](unsigned) {
    const auto worker = std::make_shared<detail::study_worker>(run, order);
    return [worker](std::uint64_t piece) { return (*worker)(piece); };
  });
  detail::finish(run);

  study_result result = run.tallies.result(book, plan, sources);
  result.rows = std::move(run.summary);
  result.weighted = !options.weight_column.empty();
  for (const detail::study_side& side : sides) {
    auto& plans = result.plans.emplace_back();
    for (const auto& day : side.deciders->known()) {
      if (!day->decider) continue;
      plans.push_back(&day->decider->planned());
      result.kept.push_back(day);
    }
  }
  return result;
}

}  // namespace v0
}  // namespace slieksnis
