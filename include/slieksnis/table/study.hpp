// SPDX-License-Identifier: Apache-2.0
/// \file What a population gets under one law or several: who receives, what it costs, who gains and loses.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "../decide/plan.hpp"
#include "../decide/total.hpp"
#include "batch.hpp"

namespace slieksnis {
inline namespace v0 {

/// One law under which all rows are decided.
struct scenario {
  std::string name;                 ///< such as the name of a reform; for people
  const rule_book* book = nullptr;  ///< has every name that the first scenario's book has
  facts shared;                     ///< of that book: what all rows share
  std::optional<date> on;           ///< none where a column tells each row's day
};

/// By what households are grouped.
struct grouping {
  /// A definition of the first scenario's rules, or the header of a column that is no fact. Of a definition
  /// of persons the greatest of the household counts, such as the age of the oldest.
  std::string name;
  bool is_column = false;
  /// Of a number: where a class begins, rising. Empty: each value is a group of its own.
  std::vector<rational> bounds;
  /// More than 0: so many parts of equal weight, by the value under the first scenario, such as ten for
  /// deciles. Households of one value (to six decimals) stay together, so that neither order nor threads
  /// decide: the part of a value is told by the weight of all lesser values.
  std::size_t parts = 0;
};

struct study_options {
  batch_options rows;  ///< `on`, `wanted` and columns by the first scenario's rules; `output` is not used
  std::vector<scenario> scenarios;  ///< at least one
  bool compares = true;             ///< the others with the first; else each stands for itself
  std::vector<grouping> groups;
  /// The header of the column with each household's weight, a number not below 0; empty: each weighs 1.
  std::string weight_column;
  /// Names of a threshold and of the income held against it, both of households and in the same unit; empty:
  /// no shortfalls.
  std::string threshold;
  std::string income;
};

/// How many, and what they stand for. Without weights both are the same number.
struct study_count {
  std::uint64_t rows = 0;
  rational weight;
};

/// One quantity whose distribution is looked at.
enum class study_quantity : std::uint8_t {
  benefit,   ///< one benefit or status; of persons each person counts
  total,     ///< of a household: all wanted benefits that add up, as `totals_of` has it
  shortfall  ///< of a household: what is missing to the threshold after monthly benefits; "granted" below it
};

struct study_measure {
  study_quantity quantity = study_quantity::benefit;
  std::size_t definition = 0;  ///< of a benefit or status, in the first scenario's rules
  bool has_amount = false;
  payment paid = payment::month;  ///< of amounts
  unit measure;
};

/// One measure under one scenario, and against the first scenario. Amounts are sums times weights, exactly.
struct study_figures {
  study_count granted;
  study_count refused;
  study_count undetermined;  ///< in amounts they are 0; of a total what is known counts
  rational amount;
  // Against the first scenario; all empty for that one. Those undetermined on either side are in `unknown`
  // and in none of the others.
  study_count newly;      ///< granted, and not before
  study_count no_longer;  ///< granted before, and not now
  study_count winners;    ///< a greater amount
  study_count losers;
  study_count unknown;
  rational gain;  ///< of the winners, not below 0
  rational loss;  ///< of the losers, not below 0
};

struct study_group {
  std::string value;             ///< an id or text; empty for numbers, and where nothing is known
  std::optional<rational> from;  ///< the number, the bound, or of a part its least value
  std::optional<rational> to;    ///< of classes: up to, not including; of a part its greatest value
  std::size_t part = 0;          ///< of parts: 1, 2, …
  bool unknown = false;          ///< households whose value is not known
  study_count households;
  std::vector<study_figures> figures;  ///< by scenario and measure: `scenario * measures.size() + measure`
};

struct study_table {
  grouping by;
  std::optional<std::size_t> definition;  ///< in the first scenario's rules; none for a column
  std::vector<study_group> groups;        ///< by value; unknown ones last
};

struct study_result {
  std::vector<study_measure> measures;
  study_group all;
  std::vector<study_table> tables;  ///< in the order of `groups`
  batch_summary rows;               ///< what was read, and what was wrong; `benefits` is empty
  bool weighted = false;
  /// For each scenario the plans that decided it, one for each day: they tell which changes were read.
  std::vector<std::vector<const plan*>> plans;
  /// Keeps the plans.
  std::vector<std::shared_ptr<const void>> kept;

  [[nodiscard]] const study_figures& figures(const study_group& of, std::size_t scenario,
                                             std::size_t measure) const {
    return of.figures[scenario * measures.size() + measure];
  }
};

/// Decides all rows under each scenario and adds up. Totals are exact and depend neither on the order of rows
/// (where rows are persons: of households) nor on `threads`. `rejected` and `progress` as in `run_batch`; bad
/// rows count nowhere.
///
/// `households`, if any, gets each row as it came with columns behind it for each measure of the first two
/// scenarios: `NAME_before`, `NAME_after`, `NAME_change` (amounts, or for a status the outcomes without a
/// change), empty where undetermined; with one scenario only `NAME`. For a household of several rows what is
/// the household's stands on the first one.
///
/// Errors: as `run_batch`; also `unusable` for a grouping that names nothing, bounds that do not rise, parts
/// of what is no number, a weight column that is not there, and a definition that a scenario's rules do not
/// have. A weight that cannot be read makes the row bad.
/// Cost: per row what reading costs once, and deciding and adding up for each scenario: two scenarios with
/// groupings take about twice as long as a batch, a hundred settings of one number about thirty times.
/// Memory: some megabytes a thread; with a grouping by parts some hundred bytes a household as well, since
/// where parts begin is known only at the end.
[[nodiscard]] study_result run_study(const study_options& options, byte_source& in,
                                     byte_sink* households = nullptr, byte_sink* rejected = nullptr,
                                     const std::function<void(const batch_progress&)>& progress = {});

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "study.ipp"
#endif
