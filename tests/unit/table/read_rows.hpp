// SPDX-License-Identifier: Apache-2.0
/// \file The rows of a text, read for tests of what reads and groups them.
#pragma once

#include <memory>
#include <slieksnis/table/household_rows.hpp>
#include <slieksnis/table/read_csv.hpp>
#include <slieksnis/table/read_ndjson.hpp>

namespace read_rows {

using namespace slieksnis;

/// Everything that stays while rows are read. The first line of CSV is its header.
struct rows {
  rows(const rule_book& book, const batch_options& how, std::string_view text,
       row_syntax syntax = row_syntax::csv)
      : shared(book), options(how) {
    std::vector<std::pair<std::string, place>> headers;
    std::size_t next = 0;
    headers = syntax == row_syntax::csv ? csv_header("t.csv", text, ';', 1, next)
                                        : ndjson_members("t.csv", text, 1, true);
    columns = read_columns(book, shared, options, headers, errors);
    columns.syntax = syntax;
    columns.separator = ';';
    text.remove_prefix(next);
    block.bytes.assign(text.begin(), text.end());
    block.bytes.push_back('\n');
    block.bytes.resize(text.size() + block_padding);
    block.size = text.size();
    block.lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    block.first_line = syntax == row_syntax::csv ? 2 : 1;
    read = std::make_unique<fact_rows>(book, columns, "t.csv");
    read->begin(block, options.input.decimal_mark.value_or('\0'), 10);
    if (syntax == row_syntax::csv)
      read_csv(block, *read);
    else
      read_ndjson(block, *read);
  }

  /// The values of a fact by row: the numbers of its lane, `-` where nothing is stated.
  [[nodiscard]] std::string lane(const char* name) const {
    const std::size_t id = *shared.book().find(name);
    const auto found = std::find(columns.facts.begin(), columns.facts.end(), id);
    const fact_lane& of = read->lanes.at(static_cast<std::size_t>(found - columns.facts.begin()));
    std::string result;
    for (std::size_t row = 0; row < read->size(); ++row)
      result += (row == 0 ? "" : " ") + (of.is_stated(row) ? std::to_string(of.at(row)) : std::string("-"));
    return result;
  }
  /// Which rows are bad: `0: facts.amount`, and so on.
  [[nodiscard]] std::string bad() const {
    std::string result;
    for (std::size_t row = 0; row < read->size(); ++row)
      for (const auto& one : read->bad_rows)
        if (one.row == row)
          result +=
              (result.empty() ? "" : ", ") + std::to_string(row) + ": " + std::string(name_of(one.code));
    return result;
  }
  [[nodiscard]] std::string printed(language lang = language::en) const {
    return read->errors.empty() ? "" : unusable(read->errors).text(lang);
  }

  facts shared;
  batch_options options;
  std::vector<error> errors;
  table_columns columns;
  row_block block;
  std::unique_ptr<fact_rows> read;
};

}  // namespace read_rows
