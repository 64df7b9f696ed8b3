// SPDX-License-Identifier: Apache-2.0
// CSV rows as JSON objects, and the other way round.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "../source/json_tree.hpp"
#include "csv_fields.hpp"
#include "fact_rows.hpp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE void append_json(std::string& to, std::string_view text) {
  constexpr std::string_view hexadecimal = "0123456789abcdef";
  to += '"';
  while (!text.empty()) {
    const auto c = static_cast<unsigned char>(text.front());
    const std::size_t length = c < 0x80U ? 1 : detail::utf8_length(text);
    if (length == 0) {
      to += "\uFFFD";
    } else if (c == '"' || c == '\\') {
      to += '\\';
      to += text.front();
    } else if (c < 0x20U) {
      const char* const names = "btn?fr";  // from 8 on; 11 has none
      if (c >= 8 && c <= 13 && c != 11)
        to += std::string{'\\', names[c - 8]};
      else
        to += std::string{'\\', 'u', '0', '0', hexadecimal[c >> 4U], hexadecimal[c & 0xFU]};
    } else {
      to += text.substr(0, length);
    }
    text.remove_prefix(length == 0 ? 1 : length);
  }
  to += '"';
}

namespace detail {

/// A row that is no object, or does not fit the header, as an object of one member.
SLIEKSNIS_INLINE void append_whole_row(std::string& to, std::string_view row) {
  to += "{\"row\":";
  append_json(to, row);
  to += '}';
}

SLIEKSNIS_INLINE void csv_to_json(std::string_view row, const table_columns& columns, std::string& to) {
  std::size_t next = 0;
  const auto fields = csv_row(row, 0, columns.separator, next);
  if (fields.size() != columns.columns.size() || row.empty()) {
    append_whole_row(to, row);
    return;
  }
  std::string room;
  to += '{';
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (i > 0) to += ',';
    append_json(to, columns.columns[i].header);
    to += ':';
    append_json(to, fields[i].says(row, room));
  }
  to += '}';
}

/// The object of a line; nothing where it is none.
SLIEKSNIS_INLINE std::optional<json_tree> json_object(std::string_view line) {
  std::vector<error> ignored;
  auto tree = parse_json(std::make_shared<source_text>("", std::string(line)), ignored);
  if (tree && tree->kind != json_kind::object) tree.reset();
  return tree;
}

/// Texts without their quotes, all else as it is written. What is no object stands in the first column.
SLIEKSNIS_INLINE void json_to_csv(std::string_view row, const table_columns& columns, char separator,
                                  std::string& to) {
  const auto tree = json_object(row);
  if (!tree) append_csv(to, row, separator);
  for (std::size_t i = 0; i < columns.columns.size(); ++i) {
    if (i > 0) to += separator;
    const json_node* const node = tree ? tree->find(columns.columns[i].header) : nullptr;
    if (node == nullptr || node->kind == json_kind::null) continue;
    const bool text = node->kind == json_kind::text;
    append_csv(to, text ? node->text : row.substr(node->where.begin, node->where.end - node->where.begin),
               separator);
  }
}

/// All rows of a block in the other syntax.
SLIEKSNIS_INLINE void translate_rows(const fact_rows& rows, char separator, std::string& text,
                                     std::vector<row_place>& places) {
  text.clear();
  places.clear();
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const std::size_t begin = text.size();
    if (rows.columns().syntax == row_syntax::csv)
      csv_to_json(rows.text(row), rows.columns(), text);
    else
      json_to_csv(rows.text(row), rows.columns(), separator, text);
    const auto end = static_cast<std::uint32_t>(text.size());
    places.push_back({static_cast<std::uint32_t>(begin), end, end});
  }
  text.append(block_padding, '\0');  // may be read behind its end, as a block may
}

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis
