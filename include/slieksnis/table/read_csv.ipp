// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <bit>
#include <memory>

#include "csv_fields.hpp"
#include "read_csv.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// What is done with the fields of a column.
enum class field_use : std::uint8_t { pass, number, fact, household, day, group };

/// Reads the rows of one block from the front to the back.
class csv_reader {
 public:
  csv_reader(const row_block& block, fact_rows& into)
      : text_(block.text()),
        begin_(block.bytes.data()),
        end_(begin_ + block.size),
        into_(into),
        columns_(into.columns()),
        separator_(columns_.separator) {
    for (std::size_t i = 0; i < columns_.columns.size(); ++i) {
      const std::size_t lane = columns_.lanes[i];
      uses_.push_back({use_of(i), lane == table_columns::none ? nullptr : &into.lanes[lane]});
    }
  }

  void read() {
    for (const char* at = begin_; at < end_;) at = row(at);
  }

 private:
  [[nodiscard]] field_use use_of(std::size_t column) const {
    switch (columns_.columns[column].use) {
      case column_use::household:
        return field_use::household;
      case column_use::day:
        return field_use::day;
      case column_use::group:
        return field_use::group;
      case column_use::passed:
        return field_use::pass;
      case column_use::weight:
      case column_use::fact:
        break;
    }
    const cell_reader& reader = into_.lanes[columns_.lanes[column]].reader();
    return reader.sort() == cell_sort::number ? field_use::number : field_use::fact;
  }

  /// Whether a field ends here. The text is followed by a line end.
  [[nodiscard]] bool ends(const char* at) const noexcept {
    return *at == separator_ || *at == '\n' || (*at == '\r' && at[1] == '\n');
  }

  /// The next separator or line end, eight bytes at a time: a byte is looked for as a zero of a difference.
  [[nodiscard]] const char* field_end(const char* at) const noexcept {
    constexpr std::uint64_t ones = 0x0101'0101'0101'0101U;
    constexpr std::uint64_t tops = 0x8080'8080'8080'8080U;
    const std::uint64_t separators = ones * static_cast<unsigned char>(separator_);
    constexpr std::uint64_t lines = ones * static_cast<unsigned char>('\n');
    while (true) {
      const std::uint64_t bytes = eight_bytes(at);
      const std::uint64_t a = bytes ^ separators;
      const std::uint64_t b = bytes ^ lines;
      const std::uint64_t found = (((a - ones) & ~a) | ((b - ones) & ~b)) & tops;
      if (found != 0) return at + std::countr_zero(found) / 8;
      at += 8;
    }
  }

  [[nodiscard]] std::size_t offset(const char* at) const noexcept {
    return static_cast<std::size_t>(at - begin_);
  }

  /// Reads the row that begins here; returns where the next one does.
  const char* row(const char* const first) {
    const std::size_t row = into_.rows.size();
    into_.rows.push_back({static_cast<std::uint32_t>(offset(first)), 0, 0});
    const char* at = first;
    const std::size_t count = uses_.size();
    if (ends(at) && *at != separator_) return empty_line(row, at);
    for (std::size_t column = 0;; ++column) {
      at = field(row, column, at);
      if (*at == separator_ && at < end_) {
        ++at;
        if (column + 1 < count) continue;
        return end_row(row, rest_of(at), count + 1);
      }
      return end_row(row, at, column + 1);
    }
  }

  /// Behind the last field of a row that has too many.
  [[nodiscard]] const char* rest_of(const char* at) const {
    while (true) {
      const csv_field next = csv_field_at(text_, offset(at), separator_);
      at = begin_ + next.where.end;
      if (at == end_ || *at != separator_) return at;
      ++at;
    }
  }

  const char* field(std::size_t row, std::size_t column, const char* at) {
    const field_use use = uses_[column].use;
    if (use == field_use::number) {
      fact_lane& lane = *uses_[column].lane;
      const char* next = at;
      char mark = into_.mark;
      std::int64_t number = 0;
      if (lane.reader().plain_number(next, mark, number, separator_) && ends(next)) {
        into_.mark = mark;
        lane.put_number(row, number);
        return next;
      }
    }
    if (*at == '"') return quoted_field(row, column, at);
    const char* const stop = field_end(at);
    const char* const last = *stop == '\n' && stop > at && stop[-1] == '\r' ? stop - 1 : stop;
    if (use != field_use::pass && last != at)
      says(row, column, {offset(at), offset(last)}, {at, static_cast<std::size_t>(last - at)}, false);
    return last;
  }

  const char* quoted_field(std::size_t row, std::size_t column, const char* at) {
    const csv_field found = csv_field_at(text_, offset(at), separator_);
    if (found.text_behind || found.unclosed) {
      broken_.push_back({column, found.where});
    } else if (uses_[column].use != field_use::pass) {
      const std::string_view text = found.says(text_, room_);
      says(row, column, found.where, text, found.doubled);
    }
    return begin_ + found.where.end;
  }

  /// Takes what a field says. A wrong one waits until it is known where the row ends.
  void says(std::size_t row, std::size_t column, span where, std::string_view text, bool in_room) {
    if (uses_[column].use == field_use::household) {
      if (in_room) text = into_.texts.emplace_back(text);
      into_.households[row] = text;
      return;
    }
    if (uses_[column].use == field_use::group) {
      if (in_room) text = into_.texts.emplace_back(text);
      into_.group_cell(row, column, text);
      return;
    }
    if (uses_[column].use == field_use::day)
      into_.day_cell(row, column, where, text);
    else
      into_.cell(row, column, where, text);
  }

  const char* end_row(std::size_t row, const char* at, std::size_t fields) {
    row_place& place = into_.rows[row];
    place.end = static_cast<std::uint32_t>(offset(at));
    const char* const next = std::min(at + (*at == '\r' ? 2 : 1), end_);
    place.next = static_cast<std::uint32_t>(offset(next));
    if (!broken_.empty()) {
      for (const broken_field& one : broken_)
        into_.wrong(row, one.column, one.where, error_code::table_syntax,
                    {{"atdalītājs aiz aizverošās pēdiņas", "a separator behind the closing quote"},
                     {"vēl teksts", "more text"},
                     {"pēdiņas laukā rakstiet divreiz", "write quotes inside a field twice"}});
      broken_.clear();
    }
    if (fields != uses_.size()) wrong_count(row, fields);
    return next;
  }

  void wrong_count(std::size_t row, std::size_t fields) {
    const row_place place = into_.rows[row];
    if (fields > uses_.size()) {
      std::size_t next = 0;
      fields = csv_row(text_.substr(0, place.end), place.begin, separator_, next).size();
    }
    const std::string wanted = std::to_string(uses_.size());
    const std::string found = std::to_string(fields);
    into_.wrong(row, table_columns::none, {place.begin, place.end}, error_code::table_row,
                {{"lauku skaits rindā: " + wanted, wanted + (uses_.size() == 1 ? " field" : " fields")},
                 same(found),
                 {"pārbaudiet, vai lauki ar atdalītāju ir pēdiņās",
                  "check that fields with a separator inside are in quotes"}});
  }

  const char* empty_line(std::size_t row, const char* at) {
    row_place& place = into_.rows[row];
    place.end = place.begin;
    const char* const next = std::min(at + (*at == '\r' ? 2 : 1), end_);
    place.next = static_cast<std::uint32_t>(offset(next));
    into_.wrong(
        row, table_columns::none, {place.begin, place.begin}, error_code::table_row,
        {{"rinda ar vērtībām", "a row with values"},
         {"tukša rinda", "an empty line"},
         {"tukšas rindas var būt tikai faila beigās", "only the end of the file may have empty lines"}});
    return next;
  }

  struct broken_field {
    std::size_t column;
    span where;
  };

  std::string_view text_;
  const char* begin_;
  const char* end_;
  fact_rows& into_;
  const table_columns& columns_;
  char separator_;
  struct known_column {
    field_use use;
    fact_lane* lane;
  };
  std::vector<known_column> uses_;
  std::vector<broken_field> broken_;
  std::string room_;
};

}  // namespace detail

SLIEKSNIS_INLINE std::vector<std::pair<std::string, place>> csv_header(const std::string& file,
                                                                       std::string_view text, char separator,
                                                                       std::size_t first_line,
                                                                       std::size_t& next) {
  const auto fields = csv_row(text, 0, separator, next);
  const auto source =
      std::make_shared<source_text>(file, std::string(text.substr(0, next)), source_kind::file, first_line);
  std::vector<std::pair<std::string, place>> result;
  std::string room;
  for (const csv_field& one : fields)
    result.emplace_back(std::string(trimmed(one.says(text, room))), place{source, one.where, {}});
  return result;
}

SLIEKSNIS_INLINE void read_csv(const row_block& block, fact_rows& into) {
  detail::csv_reader(block, into).read();
}

SLIEKSNIS_INLINE std::string csv_text_of(std::string_view row, std::size_t column, char separator) {
  std::size_t begin = 0;
  for (std::size_t i = 0;; ++i) {
    const csv_field found = csv_field_at(row, begin, separator);
    std::string room;
    if (i == column) return std::string(found.says(row, room));
    if (found.where.end >= row.size() || row[found.where.end] != separator) return {};
    begin = found.where.end + 1;
  }
}

}  // namespace v0
}  // namespace slieksnis
