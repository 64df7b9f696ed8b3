// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "row_worker.ipp"
#include "study.hpp"
#include "study_groups.ipp"
#include "study_parts.ipp"
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
  std::vector<kept_block> kept;
  char written_mark = 0;  ///< the decimal mark of the rows written: told by the first block

  [[nodiscard]] bool weighted() const noexcept { return !of.weight_column.empty(); }
  [[nodiscard]] std::size_t a_group() const noexcept { return sides.size() * plan.measures.size(); }
};

/// Adds the units of a block to the groups of one grouping. `group` tells that of a household.
template <typename Group>
void add_block(const study_run& run, const block_units& units, const std::vector<standing_column>& columns,
               const std::vector<int>& decimals, const Group& group, tally& to) {
  const std::size_t measures = run.plan.measures.size();
  std::vector<std::uint32_t> groups(units.good.size());
  for (std::size_t i = 0; i < groups.size(); ++i) {
    groups[i] = units.good[i] != 0 ? group(i) : static_cast<std::uint32_t>(to.groups());
    if (units.good[i] != 0) to.household(groups[i], run.weighted() ? units.weights[i] : weight_one);
  }
  std::vector<std::uint32_t> of_persons;
  std::vector<std::int64_t> weights_of_persons;
  for (std::size_t i = 0; i + 1 < units.offsets.size(); ++i) {
    of_persons.insert(of_persons.end(), units.offsets[i + 1] - units.offsets[i], groups[i]);
    if (run.weighted())
      weights_of_persons.insert(weights_of_persons.end(), units.offsets[i + 1] - units.offsets[i],
                                units.weights[i]);
  }
  for (std::size_t place = 0; place < columns.size(); ++place) {
    const bool persons = run.plan.of_persons(run.book, place % measures);
    to.add(place, columns[place], persons ? of_persons : groups, persons ? weights_of_persons : units.weights,
           decimals[place % measures]);
  }
}

/// Decides one block after another in each scenario, and adds up.
class study_worker : public row_worker {
 public:
  study_worker(study_run& run, turns& order)
      : row_worker(run, order),
        run_(run),
        tallies_(run.sources, run.sides.size(), run.plan.measures.size(), run.weighted()) {
    for (study_side& side : run.sides) {
      decided_.push_back(std::make_unique<row_decisions>(*side.deciders));
      units_.push_back(std::make_unique<study_units>(*side.law.book, run.plan));
    }
    for (const group_source& one : run.sources) groups_.emplace_back(one);
    has_parts_ = std::any_of(run.sources.begin(), run.sources.end(),
                             [](const group_source& one) { return one.by.parts > 0; });
    if (run.households != nullptr)
      writer_.emplace(run.book, run.plan, run.input, run.of.compares && run.sides.size() > 1);
    if (run.rejected != nullptr)
      rejects_.emplace(run.book, run.input.columns, std::vector<std::size_t>{}, run.input.style);
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
    std::vector<int>& decimals = tallies_.decimals;
    find_units();
    columns_.resize(run_.a_group());
    for (std::size_t s = 0; s < decided_.size(); ++s) {
      decided_[s]->decide(rows_, households_);
      units_[s]->find(rows_, households_, *decided_[s], decimals);
      const bool compares = run_.of.compares && s > 0;
      for (std::size_t m = 0; m < measures; ++m)
        stand(units_[compares ? 0 : s]->of(m), units_[s]->of(m), run_.plan.measures[m].has_amount, compares,
              decimals[m], columns_[s * measures + m]);
    }
    if (!tallies_.sums_up())
      add_block(
          run_, units_of_block_, columns_, decimals, [](std::size_t) { return 0U; }, tallies_.of.front());
    kept_block kept;
    for (std::size_t d = 0; d < groups_.size(); ++d) {
      const auto& codes = groups_[d].find(rows_, households_, *decided_[0]);
      if (run_.sources[d].by.parts > 0) {
        kept.values.push_back(groups_[d].numbers());
        continue;
      }
      tally& to = tallies_.of[1 + d];
      to.have_groups(groups_[d].codes().keys().size());
      add_block(
          run_, units_of_block_, columns_, decimals, [&](std::size_t household) { return codes[household]; },
          to);
    }
    if (run_.households != nullptr) {
      std::vector<const study_units*> written;
      const std::size_t most = run_.of.compares ? 2 : 1;
      for (std::size_t s = 0; s < std::min(most, units_.size()); ++s) written.push_back(units_[s].get());
      text_ = writer_->write(rows_, households_, written, decimals, mark_);
    }
    if (!has_parts_) return;
    kept.units = std::move(units_of_block_);
    kept.columns = std::move(columns_);
    kept_.push_back(std::move(kept));
  }

  /// The good households of the block and their weights.
  void find_units() {
    block_units& units = units_of_block_;
    units.good.assign(households_.size(), 1);
    for (std::size_t i = 0; i < households_.size() && rows_.any_bad(); ++i)
      units.good[i] = rows_.is_bad(households_.offsets()[i]) ? 0 : 1;
    units.weights.clear();
    for (std::size_t i = 0; i < households_.size() && run_.weighted(); ++i)
      units.weights.push_back(
          units.good[i] == 0 ? 0
                             : weights().at(run_.input.columns.of_persons() ? i : households_.offsets()[i]));
    units.offsets.clear();
    if (run_.input.columns.of_persons()) units.offsets = households_.offsets();
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
    // Blocks that are kept have amounts of this thread's decimals.
    run_.tallies.take(tallies_, codes);
    for (kept_block& one : kept_) {
      one.decimals = tallies_.decimals;
      run_.kept.push_back(std::move(one));
    }
  }

  study_run& run_;
  study_tallies tallies_;
  std::vector<std::unique_ptr<row_decisions>> decided_;
  std::vector<std::unique_ptr<study_units>> units_;
  std::vector<household_groups> groups_;
  bool has_parts_ = false;
  block_units units_of_block_;
  std::vector<standing_column> columns_;
  std::vector<kept_block> kept_;
  std::optional<study_row_writer> writer_;
  std::optional<row_writer> rejects_;
  std::string_view text_;
  char mark_ = 0;
};

/// Adds all households by parts, now that all have been read.
inline std::map<std::size_t, part_bounds> add_parts(study_run& run, unsigned threads) {
  std::map<std::size_t, part_bounds> bounds;
  std::size_t place = 0;
  for (std::size_t d = 0; d < run.sources.size(); ++d) {
    const std::size_t parts = run.sources[d].by.parts;
    if (parts == 0) continue;
    const part_bounds& found = bounds.emplace(d, part_bounds(run.kept, place, parts)).first->second;
    turns order(1);
    run_in_turn(order, threads, [&](unsigned) {
      const auto own = std::make_shared<tally>(run.a_group(), run.weighted());
      own->have_groups(parts + 1);
      return [&, own](std::uint64_t piece) {
        if (piece < run.kept.size()) {
          const kept_block& block = run.kept[piece];
          const auto& values = block.values[place];
          add_block(
              run, block.units, block.columns, block.decimals,
              [&](std::size_t household) {
                return static_cast<std::uint32_t>(found.part_of(values[household]));
              },
              *own);
          order.in_turn(0, piece, [] {});
          return true;
        }
        order.in_turn(0, piece, [&] {
          for (std::size_t part = 0; part <= parts; ++part)
            run.tallies.of[1 + d].take(part, *own, part, run.tallies.decimals, run.tallies.decimals);
        });
        return false;
      };
    });
    ++place;
  }
  return bounds;
}

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
      detail::study_tallies(sources, sides.size(), plan.measures.size(), !options.weight_column.empty()),
      {},
      '\0'};
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

  const auto bounds = detail::add_parts(run, std::max(rows.threads, 1U));
  study_result result = run.tallies.result(book, plan, sources, bounds, options.compares);
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
