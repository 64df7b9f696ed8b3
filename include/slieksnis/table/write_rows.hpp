// SPDX-License-Identifier: Apache-2.0
/// \file Rows as they came with their decisions behind, as CSV or NDJSON.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "decide_rows.hpp"

namespace slieksnis {
inline namespace v0 {

/// How rows are written.
struct row_style {
  row_syntax syntax = row_syntax::csv;
  char separator = ',';
  char decimal_mark = '.';
  std::string_view line_end = "\n";  ///< of the header and of rows that have none
};

/// What was decided about one benefit or status in one block.
struct benefit_counts {
  std::uint64_t granted = 0;
  std::uint64_t refused = 0;
  std::uint64_t undetermined = 0;
  rational total;
  std::map<std::string, std::uint64_t> reasons;
};

/// Writes the rows of blocks. Memory is used again; for one thread.
class row_writer {
 public:
  row_writer(const rule_book& book, const table_columns& columns, std::vector<std::size_t> wanted,
             const row_style& style);

  /// The header of the output; empty for NDJSON. `came` is the header line as it came, without its end, where
  /// the input is CSV as well.
  [[nodiscard]] std::string header(std::string_view came) const;

  /// The text of all rows of a block. It stays until the next call.
  [[nodiscard]] std::string_view write(const fact_rows& rows, const household_rows& households,
                                       const row_decisions& decisions);
  /// Adds what was decided to `counts`, a benefit each. A household counts once, bad ones nowhere.
  void count(const fact_rows& rows, const household_rows& households, const row_decisions& decisions,
             std::vector<benefit_counts>& counts) const;
  /// The bad rows as they came, each with `LINE: CODE: COLUMN` as a further column or member `error`.
  [[nodiscard]] std::string rejected(const fact_rows& rows) const;

 private:
  /// A text that may be copied in pieces of 32 bytes, since as many follow it.
  struct piece {
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
  };
  /// What stands behind a row for one benefit. Granted: `granted`, the amount, `behind`.
  struct benefit_pieces {
    bool has_amount = false;
    piece granted;
    piece behind;
    /// By reason, and then by outcome: refused, undetermined.
    std::vector<piece> others;
  };

  void make_pieces(const std::vector<std::string>& reasons);
  piece keep(std::string_view text);
  [[nodiscard]] std::string bad_text(error_code code) const;
  [[nodiscard]] std::string shown(const rational& amount) const;
  char* amount(char* to, std::int64_t number, int decimals) const noexcept;
  char* results(char* to, const decided_day& day, std::size_t household, std::size_t person);
  char* amount_of(char* to, const decision_column& column, std::size_t row) const;
  [[nodiscard]] std::string marked_row(std::string_view came, std::string_view behind, row_syntax syntax,
                                       char separator) const;
  static void count_column(const decision_column& column, const std::vector<std::uint8_t>& good,
                           const std::vector<std::string>& reasons, benefit_counts& counts);

  const rule_book& book_;
  const table_columns& columns_;
  std::vector<std::size_t> wanted_;
  row_style style_;
  bool quote_amounts_;
  std::vector<std::string> reasons_;
  std::vector<benefit_pieces> pieces_;
  std::string room_;         ///< of the pieces
  std::size_t longest_ = 0;  ///< what all benefits may take behind a row
  std::vector<char> out_;
  std::vector<const struct bad_row*> bad_;  ///< by row, where there are any
  std::string translated_;                  ///< rows in another syntax than they came in
  std::vector<row_place> translated_rows_;
};

/// A text as a JSON string, in quotes; what is no UTF-8 as U+FFFD.
void append_json(std::string& to, std::string_view text);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "write_rows.ipp"
#endif
