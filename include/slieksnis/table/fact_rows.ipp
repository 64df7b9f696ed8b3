// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <memory>

#include "../facts/personal_code.hpp"
#include "../facts/written_value.hpp"
#include "../source/json_tree.hpp"
#include "csv_fields.hpp"
#include "fact_rows.hpp"
#include "row_blocks.ipp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE void fact_lane::clear(std::size_t rows) {
  // The words that tell what is stated are whole: a table may begin at any of them.
  const std::size_t words = (rows + 63) / 64;
  stated_.assign(words, 0);
  switch (reader_.sort()) {
    case cell_sort::number:
      numbers_.assign(words * 64, 0);
      break;
    case cell_sort::day:
      days_.assign(words * 64, 0);
      break;
    case cell_sort::truth:
    case cell_sort::choice:
      codes_.assign(words * 64, 0);
      break;
    case cell_sort::other:
      break;
  }
}

SLIEKSNIS_INLINE fact_rows::fact_rows(const rule_book& book, const table_columns& columns, std::string file)
    : book_(book), columns_(columns), file_(std::move(file)) {
  for (const std::size_t id : columns.facts) lanes.emplace_back(book.at(id));
  if (columns.weight != table_columns::none) lanes.emplace_back(weight_definition());
  groups.resize(columns.groups.size());
}

SLIEKSNIS_INLINE void fact_rows::begin(const row_block& block, char known_mark, std::size_t errors_kept) {
  text_ = block.text();
  first_line_ = block.first_line;
  errors_kept_ = errors_kept;
  const std::size_t most = block.lines + 1;
  rows.clear();
  rows.reserve(most);
  for (fact_lane& one : lanes) one.clear(most);
  households.assign(columns_.of_persons() ? most : 0, std::string_view());
  for (auto& one : groups) one.assign(most, std::string_view());
  texts.clear();
  days.assign(columns_.day != table_columns::none ? most : 0, no_day);
  bad_.assign(most, 0);
  kept.clear();
  bad_rows.clear();
  errors.clear();
  error_count = 0;
  mark = known_mark;
}

SLIEKSNIS_INLINE std::size_t fact_rows::line_of(std::size_t row) const noexcept {
  const std::string_view before = text_.substr(0, rows[row].begin);
  return first_line_ + detail::lines_in(before);
}

SLIEKSNIS_INLINE void fact_rows::mark_bad(std::size_t row, error_code code, std::size_t column) {
  if (bad_[row] != 0) return;
  bad_[row] = 1;
  bad_rows.push_back({row, code, column});
}

SLIEKSNIS_INLINE std::size_t fact_rows::end_of(std::size_t begin) const noexcept {
  const std::size_t next = columns_.syntax == row_syntax::csv ? csv_row_end(text_, begin, columns_.separator)
                                                              : text_.find('\n', begin) + 1;
  std::size_t end = next == std::string_view::npos || next == 0 ? text_.size() : next - 1;
  if (end > begin && text_[end - 1] == '\r') --end;
  return end;
}

SLIEKSNIS_INLINE place fact_rows::place_in(std::size_t row, std::size_t column, span where) const {
  // The end of a row may not be known yet.
  row_place at = rows[row];
  at.end = static_cast<std::uint32_t>(end_of(at.begin));
  const auto source = std::make_shared<source_text>(
      file_, without_personal_codes(std::string(text_.substr(at.begin, at.end - at.begin))),
      source_kind::file, line_of(row));
  const std::size_t begin = std::clamp<std::size_t>(where.begin, at.begin, at.end) - at.begin;
  const std::size_t end = std::clamp<std::size_t>(where.end, at.begin, at.end) - at.begin;
  return {source,
          {begin, std::max(begin, end)},
          column == table_columns::none ? std::string() : columns_.columns[column].header};
}

SLIEKSNIS_INLINE void fact_rows::wrong(std::size_t row, std::size_t column, span where, error_code code,
                                       complaint words) {
  mark_bad(row, code, column);
  if (error_count++ < errors_kept_) errors.emplace_back(code, place_in(row, column, where), std::move(words));
}

SLIEKSNIS_INLINE void fact_rows::wrong(std::size_t row, const error& one) {
  mark_bad(row, one.code(), table_columns::none);
  if (error_count++ < errors_kept_) errors.push_back(one);
}

SLIEKSNIS_INLINE void fact_rows::wrong_cell(std::size_t row, std::size_t column, span where,
                                            std::string_view says, char known_mark) {
  std::vector<error> found;
  lanes[columns_.lanes[column]].reader().complain(says, known_mark, {}, found);
  for (const error& one : found)
    wrong(row, column, where, one.code(), {one.expected(), one.found(), one.hint()});
}

SLIEKSNIS_INLINE void fact_rows::cell(std::size_t row, std::size_t column, span where,
                                      std::string_view says) {
  fact_lane& lane = lanes[columns_.lanes[column]];
  std::int64_t number = 0;
  switch (lane.reader().read(says, mark, number)) {
    case cell_result::empty:
      return;
    case cell_result::stated:
      lane.put(row, number);
      return;
    case cell_result::beyond:
      keep(row, columns_.facts[columns_.lanes[column]], lane.reader().taken());
      return;
    case cell_result::wrong:
      wrong_cell(row, column, where, says, mark);
  }
}

SLIEKSNIS_INLINE const definition& weight_definition() {
  static const definition result = [] {
    definition made;
    made.name = "weight";
    made.title = {"svars: cik mājsaimniecību šī pārstāv", "weight: how many households this one stands for"};
    made.kind = definition_kind::fact;
    made.of = entity::household;
    made.what = type::number(unit());
    made.decimals = 9;
    made.minimum = rational(0);
    made.maximum = rational(1'000'000'000);
    return made;
  }();
  return result;
}

SLIEKSNIS_INLINE void fact_rows::group_cell(std::size_t row, std::size_t column, std::string_view says) {
  for (std::size_t i = 0; i < groups.size(); ++i)
    if (columns_.groups[i] == column) groups[i][row] = trimmed(says);
}

SLIEKSNIS_INLINE void fact_rows::take(std::size_t row, std::size_t column, stated_value what) {
  fact_lane& lane = lanes[columns_.lanes[column]];
  std::int64_t number = 0;
  if (lane.reader().take(std::move(what), number) == cell_result::stated)
    lane.put(row, number);
  else
    keep(row, columns_.facts[columns_.lanes[column]], lane.reader().taken());
}

SLIEKSNIS_INLINE void fact_rows::day_cell(std::size_t row, std::size_t column, span where,
                                          std::string_view says) {
  if (trimmed(says).empty()) return;
  std::int64_t day = 0;
  if (plain_day(says, day)) {
    days[row] = static_cast<std::int32_t>(day);
    return;
  }
  std::vector<error> found;
  if (const auto read = read_day(says, {}, found))
    days[row] = static_cast<std::int32_t>(read->time_since_epoch().count());
  for (const error& one : found)
    wrong(row, column, where, one.code(), {one.expected(), one.found(), one.hint()});
}

SLIEKSNIS_INLINE span fact_rows::place_of(std::size_t row, std::size_t column) const {
  const row_place& at = rows[row];
  if (columns_.syntax == row_syntax::csv) {
    std::size_t next = 0;
    const auto fields = csv_row(text_.substr(0, at.end), at.begin, columns_.separator, next);
    return column < fields.size() ? fields[column].where : span{at.begin, at.end};
  }
  const auto source = std::make_shared<source_text>(file_, std::string(text(row)));
  std::vector<error> ignored;
  const auto tree = parse_json(source, ignored);
  if (tree)
    for (std::size_t i = 0; i < tree->keys.size(); ++i)
      if (tree->keys[i].name == columns_.columns[column].header)
        return {at.begin + tree->items[i].where.begin, at.begin + tree->items[i].where.end};
  return {at.begin, at.end};
}

SLIEKSNIS_INLINE void fact_rows::take_out_bad() {
  for (const auto& one : bad_rows)
    for (fact_lane& lane : lanes)
      if (lane.reader().sort() != cell_sort::other) lane.take_out(one.row);
  if (!bad_rows.empty()) std::erase_if(kept, [&](const kept_value& one) { return is_bad(one.row); });
}

}  // namespace v0
}  // namespace slieksnis
