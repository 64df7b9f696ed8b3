// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <set>

#include "../facts/load_facts.hpp"
#include "../source/json_tree.hpp"
#include "read_cell.ipp"
#include "read_ndjson.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

[[nodiscard]] inline bool is_json_blank(char c) noexcept { return c == ' ' || c == '\t' || c == '\r'; }

/// Whether a token is a number by the grammar of JSON.
SLIEKSNIS_INLINE bool is_json_number(std::string_view token) noexcept {
  std::size_t at = token.starts_with('-') ? 1 : 0;
  const auto digits = [&] {
    const std::size_t first = at;
    while (at < token.size() && token[at] >= '0' && token[at] <= '9') ++at;
    return at - first;
  };
  const bool zero = at < token.size() && token[at] == '0';
  const std::size_t whole = digits();
  if (whole == 0 || (zero && whole > 1)) return false;
  if (at < token.size() && token[at] == '.') {
    ++at;
    if (digits() == 0) return false;
  }
  if (at < token.size() && (token[at] == 'e' || token[at] == 'E')) {
    ++at;
    if (at < token.size() && (token[at] == '+' || token[at] == '-')) ++at;
    if (digits() == 0) return false;
  }
  return at == token.size();
}

struct flat_member {
  std::size_t column = 0;
  json_kind kind = json_kind::null;
  span where;
  std::string_view says;
};

/// Reads the rows of one block from the front to the back.
class ndjson_reader {
 public:
  ndjson_reader(const row_block& block, fact_rows& into)
      : text_(block.text()), into_(into), columns_(into.columns()) {}

  void read() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t line = std::min(text_.find('\n', at), text_.size());
      std::size_t end = line;
      if (end > at && text_[end - 1] == '\r') --end;
      const std::size_t next = std::min(line + 1, text_.size());
      into_.rows.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end),
                            static_cast<std::uint32_t>(next)});
      row(into_.rows.size() - 1, at, end);
      at = next;
    }
  }

 private:
  void row(std::size_t row, std::size_t begin, std::size_t end) {
    members_.clear();
    if (!flat(begin, end)) {
      slowly(row, begin, end);
      return;
    }
    for (const flat_member& one : members_) take(row, one);
  }

  /// Fills `members_` from an object whose members are texts without escapes, numbers or literals, each with
  /// a column that takes its kind; false for any other.
  bool flat(std::size_t at, std::size_t end) {
    constexpr std::size_t most = 64;
    if (columns_.columns.size() > most) return false;
    std::uint64_t seen = 0;
    std::size_t expected = 0;
    const auto blanks = [&] {
      while (at < end && is_json_blank(text_[at])) ++at;
    };
    const auto take = [&](char c) {
      blanks();
      if (at == end || text_[at] != c) return false;
      ++at;
      return true;
    };
    if (!take('{')) return false;
    blanks();
    if (at < end && text_[at] == '}') {
      ++at;
      blanks();
      return at == end;
    }
    while (true) {
      if (!take('"')) return false;
      const auto key = plain_text(at, end);
      if (!key) return false;
      at += key->size() + 1;
      std::size_t column = expected;
      if (column >= columns_.columns.size() || columns_.columns[column].header != *key)
        column = columns_.find(*key);
      if (column == table_columns::none || ((seen >> column) & 1U) != 0) return false;
      seen |= std::uint64_t{1} << column;
      expected = column + 1;
      if (!take(':')) return false;
      blanks();
      if (at == end) return false;
      if (!flat_value(at, end, column)) return false;
      blanks();
      if (at == end) return false;
      const char behind = text_[at++];
      if (behind == '}') break;
      if (behind != ',') return false;
    }
    blanks();
    return at == end;
  }

  /// The characters up to the closing quote, if none of them is an escape or a control character.
  [[nodiscard]] std::optional<std::string_view> plain_text(std::size_t at, std::size_t end) const noexcept {
    for (std::size_t i = at; i < end; ++i) {
      const char c = text_[i];
      if (c == '"') return text_.substr(at, i - at);
      if (c == '\\' || static_cast<unsigned char>(c) < 0x20U) return std::nullopt;
    }
    return std::nullopt;
  }

  bool flat_value(std::size_t& at, std::size_t end, std::size_t column) {
    const std::size_t begin = at;
    if (text_[at] == '"') {
      const auto text = plain_text(at + 1, end);
      if (!text) return false;
      at += text->size() + 2;
      members_.push_back({column, json_kind::text, {begin, at}, *text});
      return true;
    }
    while (at < end && text_[at] != ',' && text_[at] != '}' && !is_json_blank(text_[at])) ++at;
    const std::string_view token = text_.substr(begin, at - begin);
    const json_kind kind = token == "null"                       ? json_kind::null
                           : token == "true" || token == "false" ? json_kind::boolean
                                                                 : json_kind::number;
    if (kind == json_kind::number && !is_json_number(token)) return false;
    if (!takes(column, kind)) return false;
    members_.push_back({column, kind, {begin, at}, token});
    return true;
  }

  /// Whether a column can do something with this kind of value.
  [[nodiscard]] bool takes(std::size_t column, json_kind kind) const {
    if (kind == json_kind::null || kind == json_kind::text) return true;
    const batch_column& of = columns_.columns[column];
    switch (of.use) {
      case column_use::passed:
        return true;
      case column_use::household:
      case column_use::weight:
      case column_use::group:
        return kind == json_kind::number;
      case column_use::day:
        return false;
      case column_use::fact:
        break;
    }
    const type& what = into_.book().at(of.definition).what;
    return (kind == json_kind::number && what.is(type_kind::number)) ||
           (kind == json_kind::boolean && what.is(type_kind::boolean));
  }

  void take(std::size_t row, const flat_member& one) {
    if (one.kind == json_kind::null) return;
    switch (columns_.columns[one.column].use) {
      case column_use::passed:
        return;
      case column_use::household:
        into_.households[row] = one.says;
        return;
      case column_use::day:
        into_.day_cell(row, one.column, one.where, one.says);
        return;
      case column_use::group:
        into_.group_cell(row, one.column, one.says);
        return;
      case column_use::weight:
      case column_use::fact:
        break;
    }
    // The decimal mark of a JSON number is the point, whatever mark the texts have.
    const char mark = into_.mark;
    if (one.kind == json_kind::number) into_.mark = '.';
    into_.cell(row, one.column, one.where, one.says);
    if (one.kind == json_kind::number) into_.mark = mark;
  }

  void slowly(std::size_t row, std::size_t begin, std::size_t end) {
    const std::string_view line = text_.substr(begin, end - begin);
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) {
      into_.wrong(
          row, table_columns::none, {begin, begin}, error_code::table_row,
          {{"rinda ar vērtībām", "a row with values"},
           {"tukša rinda", "an empty line"},
           {"tukšas rindas var būt tikai faila beigās", "only the end of the file may have empty lines"}});
      return;
    }
    const auto source =
        std::make_shared<source_text>(into_.file(), std::string(line), source_kind::file, into_.line_of(row));
    std::vector<error> errors;
    const auto tree = parse_json(source, errors);
    if (!tree) {
      for (const error& one : errors) refuse(row, begin, one);
      return;
    }
    if (tree->kind != json_kind::object) {
      into_.wrong(row, table_columns::none, {begin, end}, error_code::table_row,
                  {{"JSON objekts katrā rindā", "a JSON object on each line"}, described(*tree), {}});
      return;
    }
    for (std::size_t i = 0; i < tree->keys.size(); ++i) member(row, begin, tree->keys[i], tree->items[i]);
  }

  /// An error of the JSON reader. What looks like a personal code is not printed with it.
  void refuse(std::size_t row, std::size_t begin, const error& one) {
    const std::string_view line = into_.text(row);
    if (personal_codes_in(line).empty()) {
      into_.wrong(row, one);
      return;
    }
    const std::size_t at = begin + std::min(one.at().column - 1, line.size());
    into_.wrong(row, table_columns::none, {at, at + 1}, one.code(),
                {one.expected(), one.found(), one.hint()});
  }

  void member(std::size_t row, std::size_t begin, const json_key& key, const json_node& node) {
    const std::size_t column = columns_.find(key.name);
    const span where{begin + node.where.begin, begin + node.where.end};
    if (column == table_columns::none) {
      further(row, key, node, where);
      return;
    }
    if (node.kind == json_kind::null) return;
    if (!takes(column, node.kind)) {
      if (columns_.columns[column].use == column_use::fact && node.kind == json_kind::list &&
          into_.book().at(columns_.columns[column].definition).averaged) {
        three_months(row, column, node, where);
        return;
      }
      wrong_kind(row, column, node, where);
      return;
    }
    std::string_view says = node.text;
    if (const column_use use = columns_.columns[column].use;
        use == column_use::household || use == column_use::group)
      says = into_.texts.emplace_back(says);
    take(row, {column, node.kind, where, says});
  }

  void wrong_kind(std::size_t row, std::size_t column, const json_node& node, span where) {
    const batch_column& of = columns_.columns[column];
    const words expected = of.use == column_use::fact ? described(into_.book().at(of.definition).what)
                           : of.use == column_use::day
                               ? words{"datums, piemēram, \"2026-02-01\"", "a date, such as \"2026-02-01\""}
                               : words{"teksts vai skaitlis", "a text or a number"};
    into_.wrong(row, column, where,
                of.use == column_use::fact     ? error_code::facts_kind
                : of.use == column_use::weight ? error_code::facts_kind
                : of.use == column_use::day    ? error_code::facts_date
                                               : error_code::table_household,
                {expected, described(node), {}});
  }

  void three_months(std::size_t row, std::size_t column, const json_node& node, span where) {
    std::string joined;
    bool plain = node.items.size() == 3;
    for (const json_node& one : node.items) {
      plain = plain && (one.kind == json_kind::number || one.kind == json_kind::text) &&
              one.text.find('/') == std::string_view::npos;
      joined += (joined.empty() ? "" : "/") + std::string(one.text);
    }
    if (plain) {
      months(row, column, node, where, joined);
      return;
    }
    into_.wrong(row, column, where, error_code::facts_three_months,
                {{"trīs summas, pa vienai par katru no pēdējiem trim mēnešiem",
                  "three amounts, one for each of the last three months"},
                 described(node),
                 {"mēnesim bez ienākumiem rakstiet \"0\"", "write \"0\" for a month without income"}});
  }

  /// Three amounts, of which texts have the decimal mark of the file and numbers the point of JSON.
  void months(std::size_t row, std::size_t column, const json_node& node, span where,
              const std::string& joined) {
    fact_lane& lane = into_.lanes[columns_.lanes[column]];
    char mark = into_.mark;
    for (const json_node& one : node.items) {
      if (one.kind == json_kind::number || same_mark(lane.of(), one.text, mark)) continue;
      into_.wrong_cell(row, column, where, one.text, mark);
      return;
    }
    std::vector<error> errors;
    auto stated = read_fact(lane.of(), joined, {}, errors);
    for (const error& one : errors)
      into_.wrong(row, column, where, one.code(), {one.expected(), one.found(), one.hint()});
    if (!stated) return;
    into_.mark = mark;
    into_.take(row, column, std::move(*stated));
  }

  /// A member that no object at the front of the text has.
  void further(std::size_t row, const json_key& key, const json_node& node, span where) {
    if (!into_.about) return;
    const further_member& known = into_.about(std::string(key.name));
    for (const error& one : known.errors)
      into_.wrong(row, table_columns::none, where, one.code(), {one.expected(), one.found(), one.hint()});
    if (known.column.use != column_use::fact || !known.errors.empty() || node.kind == json_kind::null) return;
    const definition& of = into_.book().at(known.column.definition);
    const auto wrong = [&](const std::vector<error>& errors) {
      for (const error& one : errors)
        into_.wrong(row, table_columns::none, where, one.code(), {one.expected(), one.found(), one.hint()});
    };
    if (node.kind == json_kind::boolean && of.what.is(type_kind::boolean)) {
      into_.keep(row, known.column.definition, {value{node.text == "true"}, {}});
      return;
    }
    const bool number = node.kind == json_kind::number;
    if (node.kind != json_kind::text && !(number && of.what.is(type_kind::number))) {
      into_.wrong(row, table_columns::none, where, error_code::facts_kind,
                  {described(of.what), described(node), {}});
      return;
    }
    cell_reader reader(of);
    char mark = number ? '.' : into_.mark;
    std::int64_t ignored = 0;
    std::vector<error> errors;
    const cell_result result = reader.read(node.text, mark, ignored);
    if (result == cell_result::empty) return;
    if (result == cell_result::wrong) {
      reader.complain(node.text, mark, {}, errors);
      wrong(errors);
      return;
    }
    if (!number) into_.mark = mark;
    into_.keep(row, known.column.definition, *read_fact(of, node.text, {}, errors));
  }

  std::string_view text_;
  fact_rows& into_;
  const table_columns& columns_;
  std::vector<flat_member> members_;
};

}  // namespace detail

SLIEKSNIS_INLINE std::vector<std::pair<std::string, place>> ndjson_members(const std::string& file,
                                                                           std::string_view text,
                                                                           std::size_t first_line,
                                                                           bool whole) {
  std::vector<std::pair<std::string, place>> result;
  std::set<std::string, std::less<>> seen;
  for (std::size_t at = 0; at < text.size(); ++first_line) {
    const std::size_t end = text.find('\n', at);
    if (end == std::string_view::npos && !whole) break;
    const std::string_view line = text.substr(at, end == std::string_view::npos ? end : end - at);
    at = end == std::string_view::npos ? text.size() : end + 1;
    const auto source = std::make_shared<source_text>(file, std::string(line), source_kind::file, first_line);
    std::vector<error> ignored;
    const auto tree = parse_json(source, ignored);
    if (!tree || tree->kind != json_kind::object) continue;
    for (const json_key& key : tree->keys)
      if (seen.emplace(key.name).second) result.emplace_back(key.name, place{source, key.where, {}});
  }
  return result;
}

SLIEKSNIS_INLINE void read_ndjson(const row_block& block, fact_rows& into) {
  detail::ndjson_reader(block, into).read();
}

SLIEKSNIS_INLINE std::string ndjson_text_of(std::string_view row, std::string_view member) {
  std::vector<error> ignored;
  const auto tree = parse_json(std::make_shared<source_text>("", std::string(row)), ignored);
  const json_node* found = tree && tree->kind == json_kind::object ? tree->find(member) : nullptr;
  const bool tells = found != nullptr && (found->kind == json_kind::text || found->kind == json_kind::number);
  return tells ? std::string(found->text) : std::string();
}

}  // namespace v0
}  // namespace slieksnis
