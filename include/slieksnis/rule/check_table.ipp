// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <utility>

#include "../formula/parser.hpp"
#include "rule_book_builder.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// The ids of a cell such as `group_1, group_2`, with where each begins.
SLIEKSNIS_INLINE std::vector<std::string> cell_values(std::string_view cell) {
  std::vector<std::string> result;
  while (true) {
    const std::size_t comma = std::min(cell.find(','), cell.size());
    std::string_view part = cell.substr(0, comma);
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    result.emplace_back(part);
    if (comma == cell.size()) return result;
    cell.remove_prefix(comma + 1);
  }
}

/// The values an input can have, when they can be listed.
SLIEKSNIS_INLINE std::vector<std::string> enumerated_values(const type& input) {
  if (input.is(type_kind::boolean)) return {"true", "false"};
  std::vector<std::string> result;
  if (input.is_enumeration())
    for (const auto& one : *input.values) result.push_back(one.id);
  return result;
}

}  // namespace detail

SLIEKSNIS_INLINE void rule_book_builder::check_table(const definition& owner, version& in) {
  decision_table& table = *in.table;
  bool sound = true;
  for (std::size_t i = 0; i < table.inputs.size(); ++i) {
    const std::string& input = table.inputs[i];
    if (book_.find(input)) continue;
    sound = false;
    errors_.emplace_back(
        error_code::rule_table_input, member(table.at, "/inputs/" + std::to_string(i)),
        complaint{{"zināms lieluma nosaukums", "a known name"}, same(in_quotes(input)), nearest_name(input)});
  }
  for (const auto& row : table.rows) {
    sound = sound && row.cells.size() == table.inputs.size();
    check_formula(row.amount, owner, in, owner.what);
  }
  if (!sound) return;
  const std::size_t before = errors_.size();
  check_cells(owner, in, table);
  if (errors_.size() == before) check_combinations(table);
}

/// Turns each cell into a condition on its input.
SLIEKSNIS_INLINE void rule_book_builder::check_cells(const definition& owner, const version& in,
                                                     decision_table& table) {
  for (auto& row : table.rows) {
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const definition& input = book_.at(*book_.find(table.inputs[i]));
      const auto values = detail::enumerated_values(input.what);
      const std::string& cell = row.cells[i];
      const std::size_t before = errors_.size();
      const place cell_at{row.at.source, row.cell_places[i], row.at.pointer + "/" + std::to_string(i)};
      formula condition;
      condition.source = {cell, cell_at, true};
      std::string tests = cell;
      if (input.what.is_enumeration() && cell != "-") {  // ids stand bare in cells
        tests.clear();
        for (const auto& id : detail::cell_values(cell)) {
          const std::size_t begin = cell.find(id);
          if (std::find(values.begin(), values.end(), id) == values.end())
            errors_.emplace_back(error_code::rule_table_cell,
                                 id.empty() ? cell_at : condition.source.part({begin, begin + id.size()}),
                                 complaint{{"kāda no " + input.name + " vērtībām vai -",
                                            "one of the values of " + input.name + ", or -"},
                                           same(in_quotes(id)),
                                           did_you_mean(id, values)});
          tests += (tests.empty() ? "\"" : ", \"") + id + "\"";
        }
      }
      if (errors_.size() != before) continue;
      std::vector<formula_problem> problems;
      condition.tree = parse_unary_tests(tests, table.inputs[i], problems);
      if (input.what.is(type_kind::boolean) && cell != "-" && cell != "true" && cell != "false") {
        errors_.emplace_back(error_code::rule_table_cell, cell_at,
                             complaint{{"true, false vai -", "true, false or -"}, same(in_quotes(cell)), {}});
        problems.clear();
      } else if (!problems.empty()) {
        errors_.emplace_back(error_code::rule_table_cell, cell_at,
                             complaint{{"nosacījums, piemēram, \"< 7\", \"[7..18)\" vai \"-\"",
                                        "a condition, such as \"< 7\", \"[7..18)\" or \"-\""},
                                       same(in_quotes(cell)),
                                       {}});
        problems.clear();
      } else if (condition.tree) {
        check_formula(condition, owner, in, type::of(type_kind::boolean));
      }
      row.conditions.push_back(std::move(condition.tree));
    }
  }
}

/// For inputs whose values can be listed, every combination must have a row, and under "unique" only one.
SLIEKSNIS_INLINE void rule_book_builder::check_combinations(const decision_table& table) {
  std::vector<std::vector<std::string>> values;
  std::size_t combinations = 1;
  for (const auto& input : table.inputs) {
    values.push_back(detail::enumerated_values(book_.at(*book_.find(input)).what));
    if (values.back().empty()) values.back() = {""};  // a number or date: only "-" covers all of it
    combinations *= values.back().size();
  }
  constexpr std::size_t most = 4096;
  if (combinations > most) return;
  std::vector<std::string> without_row;
  std::vector<const table_row*> overlapping;
  for (std::size_t n = 0; n < combinations; ++n) {
    std::vector<std::string> combination;
    std::string shown;
    std::size_t rest = n;
    for (std::size_t i = 0; i < values.size(); ++i) {
      combination.push_back(values[i][rest % values[i].size()]);
      rest /= values[i].size();
      if (!combination.back().empty())
        shown += (shown.empty() ? "" : ", ") + table.inputs[i] + " = " + combination.back();
    }
    const table_row* first = nullptr;
    bool covered = false;
    for (const auto& row : table.rows) {
      bool matches = true;
      bool all_of_it = true;
      for (std::size_t i = 0; i < row.cells.size() && matches; ++i) {
        if (row.cells[i] == "-") continue;
        if (combination[i].empty()) {
          all_of_it = false;
        } else {
          const auto ids = detail::cell_values(row.cells[i]);
          matches = std::find(ids.begin(), ids.end(), combination[i]) != ids.end();
        }
      }
      if (!matches) continue;
      if (first != nullptr && all_of_it && covered && table.unique &&
          std::find(overlapping.begin(), overlapping.end(), &row) == overlapping.end()) {
        overlapping.push_back(&row);  // once, however many cases it matches again
        const std::string line = std::to_string(first->at.source->at(first->at.where.begin).line);
        errors_.emplace_back(
            error_code::rule_table_overlap, row.at,
            complaint{{"viena rinda katram gadījumam", "one row for each case"},
                      {"vēl viena rinda gadījumam " + shown + "; pirmā ir faila " + line + ". rindā",
                       "another row for " + shown + "; the first is in line " + line},
                      {"izņemiet vienu rindu vai lietojiet \"hit\": \"first\"",
                       "remove one row, or use \"hit\": \"first\""}});
      }
      if (first == nullptr) first = &row;
      covered = covered || all_of_it;
    }
    if (!covered && !table.otherwise_stated) without_row.push_back(shown);
  }
  if (without_row.empty()) return;
  constexpr std::size_t shown_most = 3;
  std::string shown;
  for (std::size_t i = 0; i < std::min(without_row.size(), shown_most); ++i)
    shown += (i == 0 ? "" : " / ") + without_row[i];
  const std::string more =
      without_row.size() > shown_most ? std::to_string(without_row.size() - shown_most) : "";
  errors_.emplace_back(
      error_code::rule_table_incomplete, member(table.at, "/rows"),
      complaint{{"rinda katram gadījumam", "a row for every case"},
                shown.empty()
                    ? words{"tabula, kurā daļai vērtību rindas nav", "a table without a row for some values"}
                    : words{"nav rindas gadījumam " + shown + (more.empty() ? "" : " un vēl " + more),
                            "no row for " + shown + (more.empty() ? "" : " and " + more + " more")},
                {"pievienojiet rindu; - nozīmē \"jebkura vērtība\"", "add a row; - means any value"}});
}

}  // namespace v0
}  // namespace slieksnis
