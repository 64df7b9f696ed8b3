// SPDX-License-Identifier: Apache-2.0
/// \file What the columns of a table mean: which are facts, and which only pass through.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../facts/facts.hpp"
#include "../source/error.hpp"
#include "row_format.hpp"

namespace slieksnis {
inline namespace v0 {

/// What is done about a row that cannot be read.
enum class bad_rows : std::uint8_t {
  stop,  ///< `unusable` is thrown
  mark   ///< the row is written with the outcome `error`, and counted
};

struct batch_options {
  std::vector<std::size_t> wanted;  ///< definitions of benefits and statuses
  std::optional<date> on;           ///< one day for all rows, or
  std::string date_column;          ///< the column that tells each row's day
  /// Not empty: rows are persons, grouped by this column. The rows of a household stand together.
  std::string household_column;
  /// Not empty: the column of each household's weight. Only studies use it.
  std::string weight_column;
  /// Columns that are no facts and by which households are grouped. Only studies use them.
  std::vector<std::string> group_columns;
  row_format input;
  std::optional<row_syntax> output;  ///< as the input unless set; CSV keeps the input's separator and mark
  bad_rows on_error = bad_rows::stop;
  /// What a header means where it is not the name of a fact: header, and name of a fact, or nothing for a
  /// column that only passes through.
  std::vector<std::pair<std::string, std::string>> columns;
  std::string file;      ///< the name of the input in errors
  unsigned threads = 1;  ///< the output does not depend on it
};

/// What a column, or a member of NDJSON, was taken for.
enum class column_use : std::uint8_t { fact, household, day, weight, group, passed };

struct batch_column {
  std::string header;
  column_use use = column_use::passed;
  std::size_t definition = 0;     ///< of a fact
  std::vector<std::string> near;  ///< passed: the names of facts that it nearly is, best first
};

/// All columns of a table, in the order of the file.
struct table_columns {
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  row_syntax syntax = row_syntax::csv;
  char separator = ',';
  std::vector<batch_column> columns;
  std::vector<std::size_t> lanes;   ///< by column: its place in `facts`, or none
  std::vector<std::size_t> facts;   ///< definitions
  std::size_t household = none;     ///< the column by which persons are grouped
  std::size_t day = none;           ///< the column of the day
  std::size_t weight = none;        ///< the column of weights; its lane stands behind those of facts
  std::vector<std::size_t> groups;  ///< by place in `batch_options::group_columns`: the column, or none

  [[nodiscard]] bool of_persons() const noexcept { return household != none; }
  /// The column of this header; none where there is no such column.
  [[nodiscard]] std::size_t find(std::string_view header) const noexcept;
};

/// What the headers mean, each with its place for errors. Names of facts are found as people say them, in
/// either language. Adds an error for a fact in two columns, or in `shared` as well, for a fact of persons
/// where rows are households, for a column that the options name and that is not there, and for a header that
/// the output would have twice.
[[nodiscard]] table_columns read_columns(const rule_book& book, const facts& shared,
                                         const batch_options& options,
                                         const std::vector<std::pair<std::string, place>>& headers,
                                         std::vector<error>& errors);

/// The columns that the output adds for a wanted benefit or status: outcome, amount if it has one, reason.
[[nodiscard]] std::vector<std::string> added_columns(const definition& wanted);

/// Adds an error that lists what would be needed, where no column states anything that a wanted benefit uses
/// on the day; with a column of days, on the last day of the rules.
void check_some_use(const rule_book& book, const facts& shared, const batch_options& options,
                    const table_columns& columns, std::vector<error>& errors);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "table_columns.ipp"
#endif
