// SPDX-License-Identifier: Apache-2.0
/// \file Rows of text in, the same rows with decisions out: a population in constant memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../facts/facts.hpp"
#include "../source/error.hpp"
#include "byte_stream.hpp"
#include "table_columns.hpp"

namespace slieksnis {
inline namespace v0 {

struct batch_progress {
  std::uint64_t bytes = 0;  ///< of the input, read
  std::uint64_t rows = 0;   ///< decided and written
};

/// What was decided about one benefit or status; for a benefit of persons each person counts.
struct batch_of_benefit {
  std::size_t definition = 0;
  std::uint64_t granted = 0;
  std::uint64_t refused = 0;
  std::uint64_t undetermined = 0;
  rational total;  ///< of the amounts that are granted, exactly
  /// Conditions that refused and facts that were missing, and how often: most often first, ties by text.
  std::vector<std::pair<std::string, std::uint64_t>> reasons;
};

struct batch_summary {
  std::uint64_t rows = 0;        ///< rows of the input that hold something, without the header
  std::uint64_t households = 0;  ///< as many as rows, unless rows are persons
  std::uint64_t persons = 0;     ///< rows that are persons
  std::uint64_t bad_rows = 0;    ///< rows that are marked, all rows of a household with a bad one among them
  std::uint64_t errors = 0;      ///< cells and rows that are wrong
  std::vector<error> first_errors;         ///< the first of them, at most `batch_errors_kept`
  std::vector<batch_of_benefit> benefits;  ///< in the order that was wanted; bad rows count nowhere
  row_format recognised;                   ///< as it was set, or found; no mark where no number has one
  std::vector<batch_column> columns;       ///< in the order of the file
};

/// How many errors a summary keeps; more are counted only.
inline constexpr std::size_t batch_errors_kept = 100;
/// How many errors of one block stop the reading with `bad_rows::stop`; the last one tells how many there
/// are.
inline constexpr std::size_t batch_errors_shown = 20;

/// Reads rows, decides what is wanted for each, and writes each row as it came with its decisions behind:
/// `NAME_outcome` (granted, refused, undetermined, or `error` for a bad row), for a benefit `NAME_amount`
/// (empty unless granted), and `NAME_reason` (refused: the condition of the rule that fails; undetermined:
/// the fact that is missing; a bad row: the code of its first error). Decisions are those of `decide`, to the
/// last digit. What a household is granted stands on the row of each of its persons.
///
/// An empty cell, or `null` in NDJSON, states nothing. Facts that the columns state must not stand in
/// `shared` as well. Numbers and days are read as `read_fact` reads them, all numbers of a file with the same
/// decimal mark. CSV columns of the output have their input's separator and decimal mark (a comma with `;`
/// and tabs where the first rows have no mark), NDJSON has amounts as texts with a point.
///
/// `rejected`, if any, gets the bad rows as they came, under the header with a further column `error`; in
/// NDJSON as a further member.
///
/// `in`, `out`, `rejected` and `progress` are called by whichever thread has its turn, never two at once.
/// What they throw, such as to stop early, leaves this function as it is, after all threads have ended.
///
/// Errors: throws `unusable` for a header that cannot be used, for columns none of which any wanted benefit
/// needs, for a benefit of persons where rows are households, for a text that is no table (a quote that never
/// closes), and for bad rows as `on_error` says: then with all errors of the block of rows, and what stands
/// before the block is written. Cost: constant memory of some megabytes a thread; households whose numbers do
/// not rise are remembered in sixteen bytes each, to notice one that comes back.
[[nodiscard]] batch_summary run_batch(const rule_book& book, const facts& shared,
                                      const batch_options& options, byte_source& in, byte_sink& out,
                                      byte_sink* rejected = nullptr,
                                      const std::function<void(const batch_progress&)>& progress = {});

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "batch.ipp"
#endif
