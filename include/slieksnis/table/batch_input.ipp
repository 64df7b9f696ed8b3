// SPDX-License-Identifier: Apache-2.0
// The beginning of an input: its syntax, its columns, and how the output will be written.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "batch.hpp"
#include "csv_fields.hpp"
#include "fact_rows.hpp"
#include "read_csv.hpp"
#include "read_ndjson.hpp"
#include "row_blocks.hpp"
#include "write_rows.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

[[nodiscard]] inline complaint not_utf8() {
  return {{"teksts UTF-8 kodējumā", "text in UTF-8"},
          {"cits kodējums", "another encoding"},
          {"saglabājiet tabulu kā CSV UTF-8", "save the table as CSV UTF-8"}};
}

struct batch_input {
  table_columns columns;
  std::string header;  ///< the line of CSV as it came, without its end
  row_style style;     ///< of the output; its mark is known later
  std::vector<std::pair<std::string, place>> headers;

  /// The mark of the output, when the first block has told the input's, or has none.
  [[nodiscard]] char mark_of_output(char found) const noexcept {
    if (style.syntax == row_syntax::ndjson) return '.';
    if (columns.syntax == row_syntax::ndjson) return '.';
    if (found != 0) return found;
    return style.separator == ',' ? '.' : ',';
  }

  /// What a member means that only later rows have.
  [[nodiscard]] further_member further(const rule_book& book, const facts& shared,
                                       const batch_options& options, const std::string& name) const {
    further_member result;
    auto all = headers;
    all.emplace_back(name, place{});
    const table_columns read = read_columns(book, shared, options, all, result.errors);
    result.column = read.columns.back();
    if (style.syntax == row_syntax::csv)
      result.errors.emplace_back(error_code::table_header, place{},
                                 complaint{{"vārdi, kas ir jau pirmajās rindās: no tiem ir virsraksts",
                                            "names that the first rows have: they make the header"},
                                           same(in_quotes(name)),
                                           {"rakstiet rezultātu kā NDJSON", "write the result as NDJSON"}});
    return result;
  }
};

/// The header line, however long it is.
SLIEKSNIS_INLINE std::size_t header_end(block_reader& reader, char separator) {
  while (true) {
    const std::string_view text = reader.front();
    const std::size_t end = csv_row_end(text, 0, separator);
    if (end != std::string_view::npos) return end;
    if (!reader.longer()) return text.size();
  }
}

SLIEKSNIS_INLINE char find_separator(const batch_options& options, std::string_view front, std::size_t line) {
  if (options.input.separator) return *options.input.separator;
  const std::string_view first = front.substr(0, std::min(front.find('\n'), front.size()));
  if (const auto found = separator_of(first)) return *found;
  const auto source =
      std::make_shared<source_text>(options.file, std::string(first), source_kind::file, line);
  throw unusable(error(error_code::table_syntax, place{source, {0, 1}, {}},
                       {{"virsraksts ar vienu atdalītāju", "a header with one separator"},
                        {"divi, kas ir tikpat bieži", "two that are as frequent"},
                        {"norādiet atdalītāju", "say which one it is"}}));
}

SLIEKSNIS_INLINE batch_input begin_csv(const rule_book& book, const facts& shared,
                                       const batch_options& options, block_reader& reader) {
  batch_input result;
  // Lines without anything before the header.
  std::string_view front = reader.front();
  std::size_t empty = 0;
  while (empty < front.size() && (front[empty] == '\n' || front[empty] == '\r')) ++empty;
  reader.take(empty);
  front = reader.front();
  const auto line = static_cast<std::size_t>(reader.line());
  const char separator = find_separator(options, front, line);
  const std::size_t end = header_end(reader, separator);
  front = reader.front();
  std::string_view header = front.substr(0, end);
  if (header.empty())
    throw unusable(error(
        error_code::table_header, options.file,
        {{"virsraksts: kolonnu nosaukumi pirmajā rindā", "a header: names of columns in the first line"},
         {"tukšs fails", "an empty file"},
         {}}));
  if (!is_utf8(header)) {
    const auto source =
        std::make_shared<source_text>(options.file, std::string(header), source_kind::file, line);
    const std::size_t at = utf8_part(header);
    throw unusable(error(error_code::table_encoding, place{source, {at, at + 1}, {}}, not_utf8()));
  }
  std::size_t next = 0;
  result.headers = csv_header(options.file, header, separator, line, next);
  result.style.line_end = header.ends_with("\r\n") ? "\r\n" : "\n";
  while (header.ends_with('\n') || header.ends_with('\r')) header.remove_suffix(1);
  result.header = header;
  std::vector<error> errors;
  result.columns = read_columns(book, shared, options, result.headers, errors);
  result.columns.syntax = row_syntax::csv;
  result.columns.separator = separator;
  if (!errors.empty()) throw unusable(std::move(errors));
  reader.take(end);
  const std::size_t household = result.columns.household;
  reader.cut_rows(
      row_syntax::csv, separator,
      household == table_columns::none
          ? std::function<std::string(std::string_view)>()
          : [household, separator](std::string_view row) { return csv_text_of(row, household, separator); });
  return result;
}

SLIEKSNIS_INLINE batch_input begin_ndjson(const rule_book& book, const facts& shared,
                                          const batch_options& options, block_reader& reader) {
  batch_input result;
  std::string_view front = reader.front();
  while (front.find('\n') == std::string_view::npos && reader.longer()) front = reader.front();
  front = reader.front();
  result.headers = ndjson_members(options.file, front, static_cast<std::size_t>(reader.line()),
                                  front.size() < block_bytes);
  const std::size_t line = front.find('\n');
  result.style.line_end =
      line != std::string_view::npos && line > 0 && front[line - 1] == '\r' ? "\r\n" : "\n";
  std::vector<error> errors;
  result.columns = read_columns(book, shared, options, result.headers, errors);
  result.columns.syntax = row_syntax::ndjson;
  if (!errors.empty()) throw unusable(std::move(errors));
  const std::string household = result.columns.household == table_columns::none
                                    ? std::string()
                                    : result.columns.columns[result.columns.household].header;
  reader.cut_rows(
      row_syntax::ndjson, ',',
      household.empty() ? std::function<std::string(std::string_view)>()
                        : [household](std::string_view row) { return ndjson_text_of(row, household); });
  return result;
}

/// Reads what has to be known before the rows. Throws `unusable` where the rows cannot be used.
SLIEKSNIS_INLINE batch_input begin_batch(const rule_book& book, const facts& shared,
                                         const batch_options& options, block_reader& reader) {
  if (!options.on && options.date_column.empty())
    throw unusable(error(error_code::facts_date_missing, options.file,
                         {{"diena, par kuru jālemj, vai kolonna, kas to rāda",
                           "the day to decide on, or the column that tells it"},
                          {"nav norādīta", "none"},
                          {}}));
  const row_syntax syntax = options.input.syntax.value_or(syntax_of(reader.front()));
  batch_input result = syntax == row_syntax::csv ? begin_csv(book, shared, options, reader)
                                                 : begin_ndjson(book, shared, options, reader);
  result.style.syntax = options.output.value_or(syntax);
  result.style.separator =
      syntax == row_syntax::csv ? result.columns.separator : options.input.separator.value_or(',');
  std::vector<error> errors;
  for (const std::size_t id : options.wanted)
    if (const definition& of = book.at(id); of.of == entity::person && !result.columns.of_persons())
      errors.emplace_back(
          error_code::facts_entity, options.file,
          complaint{{"rindas, kas ir personas: " + of.latvian + " ir katrai personai atsevišķi",
                     "rows that are persons, since each person has a " + of.name + " of their own"},
                    {"rindas, kas ir mājsaimniecības", "rows that are households"},
                    {"norādiet kolonnu, kas rāda, kurai mājsaimniecībai persona pieder",
                     "say which column tells to which household a person belongs"}});
  if (!errors.empty()) throw unusable(std::move(errors));
  check_some_use(book, shared, options, result.columns, errors);
  if (!errors.empty()) throw unusable(std::move(errors));
  return result;
}

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis
