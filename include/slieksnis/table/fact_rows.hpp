// SPDX-License-Identifier: Apache-2.0
/// \file The rows of one block, read: by column what they state, and what is wrong with them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../source/error.hpp"
#include "read_cell.hpp"
#include "row_blocks.hpp"
#include "table_columns.hpp"

namespace slieksnis {
inline namespace v0 {

/// Where a row stands in the text of its block: `end` is before its line end, `next` behind it.
struct row_place {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t next = 0;
};

/// The values of one fact, a row each. What is not stated is 0.
class fact_lane {
 public:
  explicit fact_lane(const definition& of) : reader_(of) {}

  /// Nothing is stated for so many rows.
  void clear(std::size_t rows);
  void put(std::size_t row, std::int64_t number) noexcept {
    stated_[row / 64] |= std::uint64_t{1} << (row % 64);
    switch (reader_.sort()) {
      case cell_sort::number:
        numbers_[row] = number;
        break;
      case cell_sort::day:
        days_[row] = static_cast<std::int32_t>(number);
        break;
      default:
        codes_[row] = static_cast<std::uint8_t>(number);
    }
  }
  /// The same for a lane of numbers.
  void put_number(std::size_t row, std::int64_t number) noexcept {
    stated_[row / 64] |= std::uint64_t{1} << (row % 64);
    numbers_[row] = number;
  }
  void take_out(std::size_t row) noexcept {
    put(row, 0);
    stated_[row / 64] &= ~(std::uint64_t{1} << (row % 64));
  }
  [[nodiscard]] bool is_stated(std::size_t row) const noexcept {
    return ((stated_[row / 64] >> (row % 64)) & 1U) != 0;
  }
  [[nodiscard]] std::int64_t at(std::size_t row) const noexcept {
    switch (reader_.sort()) {
      case cell_sort::number:
        return numbers_[row];
      case cell_sort::day:
        return days_[row];
      default:
        return codes_[row];
    }
  }

  [[nodiscard]] cell_reader& reader() noexcept { return reader_; }
  [[nodiscard]] const cell_reader& reader() const noexcept { return reader_; }
  [[nodiscard]] const definition& of() const noexcept { return reader_.of(); }
  [[nodiscard]] std::span<const std::int64_t> numbers() const noexcept { return numbers_; }
  [[nodiscard]] std::span<const std::int32_t> days() const noexcept { return days_; }
  [[nodiscard]] std::span<const std::uint8_t> codes() const noexcept { return codes_; }
  [[nodiscard]] std::span<const std::uint64_t> stated() const noexcept { return stated_; }

 private:
  cell_reader reader_;
  std::vector<std::int64_t> numbers_;
  std::vector<std::int32_t> days_;
  std::vector<std::uint8_t> codes_;
  std::vector<std::uint64_t> stated_;
};

/// A value that no column holds.
struct kept_value {
  std::size_t row = 0;
  std::size_t definition = 0;
  stated_value what;
};

/// Why a row is bad: the first thing found wrong with it.
struct bad_row {
  std::size_t row = 0;
  error_code code = error_code::table_row;
  std::size_t column = table_columns::none;
};

/// A member of NDJSON that no object at the front of the text has.
struct further_member {
  batch_column column;
  std::vector<error> errors;  ///< why it cannot be used
};

/// No day is stated.
inline constexpr std::int32_t no_day = std::numeric_limits<std::int32_t>::min();

/// A weight: how many households one stands for.
[[nodiscard]] const definition& weight_definition();

/// What was read of one block. Memory is used again from block to block; for one thread.
class fact_rows {
 public:
  fact_rows(const rule_book& book, const table_columns& columns, std::string file);

  /// Begins a block; its text must stay while the rows are used. `mark` is the decimal mark, 0 if not known.
  /// No more than `errors_kept` errors are kept in words.
  void begin(const row_block& block, char mark, std::size_t errors_kept);

  [[nodiscard]] const table_columns& columns() const noexcept { return columns_; }
  [[nodiscard]] const rule_book& book() const noexcept { return book_; }
  [[nodiscard]] const std::string& file() const noexcept { return file_; }
  [[nodiscard]] std::string_view text() const noexcept { return text_; }
  [[nodiscard]] std::string_view text(std::size_t row) const noexcept {
    return text_.substr(rows[row].begin, rows[row].end - rows[row].begin);
  }
  [[nodiscard]] std::size_t size() const noexcept { return rows.size(); }
  /// The line of the file on which a row begins. Cost: reads the block up to there.
  [[nodiscard]] std::size_t line_of(std::size_t row) const noexcept;
  [[nodiscard]] bool is_bad(std::size_t row) const noexcept { return bad_[row] != 0; }
  [[nodiscard]] bool any_bad() const noexcept { return !bad_rows.empty(); }

  /// The row is bad; the first time counts. What it states is taken out later, by `take_out_bad`.
  void mark_bad(std::size_t row, error_code code, std::size_t column);
  /// Something is wrong with a cell, or with the row where `column` is none. `where` is in the text.
  void wrong(std::size_t row, std::size_t column, span where, error_code code, complaint words);
  /// The same with words of another reader, which knows the place.
  void wrong(std::size_t row, const error& one);
  /// A cell that its lane's reader found wrong.
  void wrong_cell(std::size_t row, std::size_t column, span where, std::string_view says, char mark);
  /// The cell of a fact: reads it into its lane.
  void cell(std::size_t row, std::size_t column, span where, std::string_view says);
  /// The cell of a column of groups. `says` must stay while the rows are used.
  void group_cell(std::size_t row, std::size_t column, std::string_view says);
  /// What a cell of a fact says, already read.
  void take(std::size_t row, std::size_t column, stated_value what);
  /// The cell of the column of days.
  void day_cell(std::size_t row, std::size_t column, span where, std::string_view says);
  void keep(std::size_t row, std::size_t definition, stated_value what) {
    kept.push_back({row, definition, std::move(what)});
  }
  /// Where the cell stands, for errors that are found later.
  [[nodiscard]] span place_of(std::size_t row, std::size_t column) const;
  /// Bad rows state nothing from here on.
  void take_out_bad();

  std::vector<row_place> rows;
  std::vector<fact_lane> lanes;              ///< of the facts; where there are weights theirs is the last
  std::vector<std::string_view> households;  ///< by row, where rows are persons
  std::vector<std::vector<std::string_view>> groups;  ///< by column of groups and row: what it says
  std::deque<std::string> texts;                      ///< of households written with quotes or escapes inside
  std::vector<std::int32_t> days;                     ///< by row, where a column tells the day
  std::vector<kept_value> kept;
  std::vector<struct bad_row> bad_rows;
  std::vector<error> errors;  ///< the first
  std::uint64_t error_count = 0;
  char mark = 0;
  /// NDJSON: tells about a member that no column has, by its name. Not set: it passes through.
  std::function<const further_member&(const std::string&)> about;

 private:
  [[nodiscard]] std::size_t end_of(std::size_t begin) const noexcept;
  [[nodiscard]] place place_in(std::size_t row, std::size_t column, span where) const;

  const rule_book& book_;
  const table_columns& columns_;
  std::string file_;
  std::string_view text_;
  std::uint64_t first_line_ = 1;
  std::size_t errors_kept_ = 0;
  std::vector<std::uint8_t> bad_;
};

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "fact_rows.ipp"
#endif
