// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "json_tree.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// Receives the parser's events in the order of the text, and finds each token again from where the last
/// one ended. The package's positions are those of its buffer, which is one byte late after numbers.
class json_builder {
 public:
  json_builder(const source_pointer& source, std::vector<error>& errors)
      : source_(source), bytes_(source->bytes()), errors_(errors) {
    if (bytes_.starts_with("\xEF\xBB\xBF")) cursor_ = 3;
  }

  bool null() { return scalar(json_kind::null, literal_end()); }
  bool boolean(bool) { return scalar(json_kind::boolean, literal_end()); }
  bool number_integer(std::int64_t) { return scalar(json_kind::number, literal_end()); }
  bool number_unsigned(std::uint64_t) { return scalar(json_kind::number, literal_end()); }
  bool number_float(nlohmann::json::number_float_t, const std::string&) {
    return scalar(json_kind::number, literal_end());
  }
  bool binary(std::vector<std::uint8_t>&) { return false; }

  bool string(std::string& text) {
    if (!scalar(json_kind::text, string_end())) return false;
    last().text = std::move(text);
    return true;
  }

  bool key(std::string& name) {
    const std::size_t begin = token_begin();
    cursor_ = string_end();
    open_.back()->keys.push_back({std::move(name), {begin, cursor_}});
    return true;
  }

  bool start_object(std::size_t) { return open(json_kind::object); }
  bool start_array(std::size_t) { return open(json_kind::list); }
  bool end_object() {
    refuse_duplicates(*open_.back());
    return close();
  }
  bool end_array() { return close(); }

  bool parse_error(std::size_t offset, const std::string&, const nlohmann::json::exception& problem) {
    const std::string_view reason = problem.what();
    const auto says = [&](std::string_view part) { return reason.find(part) != std::string_view::npos; };
    const std::size_t last_read = std::min(offset == 0 ? 0 : offset - 1, bytes_.size());
    span where = wrong_token(last_read);
    const std::string_view token = bytes_.substr(where.begin, where.end - where.begin);

    const words no_comments{"JSON failā komentārus neraksta; izņemiet to",
                            "JSON has no comments; take it out"};
    words expected{"pareizs JSON teksts", "well-formed JSON"};
    words found = same(
        token.starts_with('"')
            ? in_quotes(token.substr(1, token.size() - (token.size() > 1 && token.ends_with('"') ? 2 : 1)))
            : in_quotes(token));
    words hint{"pārbaudiet pēdiņas, komatus un iekavas šajā vietā",
               "check the quotes, commas and brackets here"};
    if (says("must be escaped")) {
      expected = {"pēdiņa teksta beigās", "a quote at the end of the text"};
      found = bytes_[last_read] == '\t' ? words{"tabulācijas zīme", "a tab"}
                                        : words{"rindas beigas", "the end of the line"};
      hint = {"aizveriet tekstu ar pēdiņu; rindas beigas tekstā raksta \\n, tabulāciju \\t",
              "close the text with a quote; inside a text write \\n for a new line and \\t for a tab"};
    } else if (says("forbidden character after backslash") || says("'\\u' must be followed")) {
      expected = {"aiz \\ viena no zīmēm \" \\ / b f n r t u", "one of \" \\ / b f n r t u after \\"};
      if (last_read > 0 && bytes_[last_read - 1] == '\\') {
        where = {last_read - 1, last_read + 1};
        found = same(in_quotes(bytes_.substr(
            last_read - 1, 1 + std::max<std::size_t>(utf8_length(bytes_.substr(last_read)), 1))));
      }
      hint = {"slīpsvītru tekstā raksta divreiz: \\\\", "write a backslash in a text twice: \\\\"};
    } else if (where.begin == bytes_.size()) {
      found = {"teksta beigas", "the end of the text"};
      hint = {"aizveriet visas pēdiņas un iekavas", "close every quote and bracket"};
      if (const std::size_t last = bytes_.find_last_not_of(" \t\r\n"); last != std::string_view::npos)
        where = {last, last + 1};
    } else if (says("parsing object key")) {
      expected = {"atslēga pēdiņās", "a key in quotes"};
      hint = token == "}" ? words{"izņemiet komatu pirms iekavas", "remove the comma before the bracket"}
             : token.starts_with("/") ? no_comments
                                      : words{"atslēgas raksta dubultpēdiņās", "write keys in double quotes"};
    } else if (says("parsing object separator")) {
      expected = {"kols aiz atslēgas", "a colon after the key"};
      hint = {};
    } else if (says("parsing object -") || says("parsing array -")) {
      const std::string_view closing = says("parsing array -") ? "]" : "}";
      expected = {"komats vai " + std::string(closing), "a comma or " + std::string(closing)};
    } else if (says("expected end of input")) {
      expected = {"teksta beigas", "the end of the text"};
      hint = {"pārbaudiet, vai iekava nav aizvērta par agru", "check whether a bracket is closed too early"};
    } else if (says("parsing value")) {
      expected = {"vērtība", "a value"};
      hint = token == "]" || token == "}" ? words{"izņemiet lieko komatu vai pierakstiet vērtību",
                                                  "remove the extra comma or write the value"}
             : token.starts_with("/")     ? no_comments
                                      : words{"tekstus raksta dubultpēdiņās", "write texts in double quotes"};
    }
    errors_.emplace_back(error_code::json_syntax, place{source_, where, {}},
                         complaint{std::move(expected), std::move(found), std::move(hint)});
    return false;
  }

  [[nodiscard]] std::optional<json_node> take() && { return std::move(root_); }

 private:
  [[nodiscard]] std::size_t token_begin() const {
    const std::size_t found = bytes_.find_first_not_of(" \t\r\n,:", cursor_);
    return std::min(found, bytes_.size());
  }
  /// The token that does not fit, given the last byte that was read of it.
  [[nodiscard]] span wrong_token(std::size_t last_read) const {
    constexpr std::string_view blanks = " \t\r\n";
    std::size_t begin = std::min(bytes_.find_first_not_of(blanks, cursor_), bytes_.size());
    if (begin < last_read && (bytes_[begin] == ',' || bytes_[begin] == ':'))
      begin = std::min(bytes_.find_first_not_of(blanks, begin + 1), bytes_.size());
    begin = std::min(begin, last_read);
    if (begin == bytes_.size()) return {begin, begin};
    const std::string_view rest = bytes_.substr(begin, bytes_.find('\n', begin) - begin);
    std::size_t length = 1;
    if (rest.front() == '"') {
      while (length < rest.size() && rest[length] != '"') length += rest[length] == '\\' ? 2U : 1U;
      length = std::min(length + 1, rest.size());
    } else if (std::string_view("{}[],:").find(rest.front()) == std::string_view::npos) {
      length = std::max<std::size_t>(std::min(rest.find_first_of(" \t\r,:{}[]\""), rest.size()), 1);
    }
    return {begin, begin + length};
  }
  [[nodiscard]] std::size_t literal_end() const {
    return std::min(bytes_.find_first_of(" \t\r\n,:]}", token_begin()), bytes_.size());
  }
  [[nodiscard]] std::size_t string_end() const {
    std::size_t at = token_begin() + 1;
    for (; at < bytes_.size() && bytes_[at] != '"'; ++at)
      if (bytes_[at] == '\\') ++at;
    return std::min(at + 1, bytes_.size());
  }

  json_node& add(json_node node) {
    if (open_.empty()) return root_.emplace(std::move(node));
    return open_.back()->items.emplace_back(std::move(node));
  }
  [[nodiscard]] json_node& last() { return open_.empty() ? *root_ : open_.back()->items.back(); }

  bool scalar(json_kind kind, std::size_t end) {
    const std::size_t begin = token_begin();
    json_node& node = add({kind, {begin, end}, {}, {}, {}});
    if (kind != json_kind::text) node.text = bytes_.substr(begin, end - begin);
    cursor_ = end;
    return true;
  }

  bool open(json_kind kind) {
    const std::size_t begin = token_begin();
    if (open_.size() == json_depth_max) {
      const std::string limit = std::to_string(json_depth_max);
      errors_.emplace_back(
          error_code::json_depth, place{source_, {begin, begin + 1}, {}},
          complaint{{"ne vairāk kā " + limit + " ligzdoti līmeņi", "at most " + limit + " nested levels"},
                    {"vēl viens līmenis", "one more level"},
                    {"vienkāršojiet faila uzbūvi", "simplify the structure of the file"}});
      return false;
    }
    // Pointers to open nodes stay good: a node's items grow only while the node itself is innermost.
    open_.push_back(&add({kind, {begin, begin + 1}, {}, {}, {}}));
    cursor_ = begin + 1;
    return true;
  }

  bool close() {
    const std::size_t begin = token_begin();
    open_.back()->where.end = cursor_ = begin + 1;
    open_.pop_back();
    return true;
  }

  void refuse_duplicates(const json_node& object) {
    if (object.keys.size() < 2) return;
    std::vector<std::size_t> order(object.keys.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return object.keys[a].name < object.keys[b].name; });
    for (std::size_t i = 1; i < order.size(); ++i) {
      const json_key& again = object.keys[order[i]];
      const json_key& first = object.keys[order[i - 1]];
      if (again.name != first.name) continue;
      const std::string line = std::to_string(source_->at(first.where.begin).line);
      errors_.emplace_back(error_code::json_duplicate_key, place{source_, again.where, {}},
                           complaint{{"katra atslēga vienu reizi", "each key once"},
                                     {in_quotes(again.name) + " vēlreiz, pirmoreiz " + line + ". rindā",
                                      in_quotes(again.name) + " again, first in line " + line},
                                     {"paturiet vienu no abām", "keep one of the two"}});
    }
  }

  const source_pointer& source_;
  std::string_view bytes_;
  std::vector<error>& errors_;
  std::optional<json_node> root_;
  std::vector<json_node*> open_;
  std::size_t cursor_ = 0;
};

}  // namespace detail

SLIEKSNIS_INLINE const json_node* json_node::find(std::string_view key) const noexcept {
  for (std::size_t i = 0; i < keys.size(); ++i)
    if (keys[i].name == key) return &items[i];
  return nullptr;
}

SLIEKSNIS_INLINE std::optional<json_node> parse_json(const source_pointer& source,
                                                     std::vector<error>& errors) {
  const std::size_t before = errors.size();
  if (!is_utf8(source->bytes())) {
    std::string_view rest = source->bytes();
    while (const std::size_t length = detail::utf8_length(rest)) rest.remove_prefix(length);
    const std::size_t at = source->bytes().size() - rest.size();
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(rest.front());
    const std::string shown{digits[byte >> 4U], digits[byte & 0xFU]};
    errors.emplace_back(
        error_code::json_encoding, place{source, {at, at + 1}, {}},
        complaint{{"teksts UTF-8 kodējumā", "text in UTF-8"},
                  {"baits " + shown + ", kas UTF-8 kodējumā šeit nevar būt",
                   "the byte " + shown + ", which cannot stand here in UTF-8"},
                  {"saglabājiet failu UTF-8 kodējumā", "save the file in the UTF-8 encoding"}});
    return std::nullopt;
  }
  detail::json_builder builder(source, errors);
  nlohmann::json::sax_parse(source->bytes(), &builder);
  if (errors.size() != before) return std::nullopt;
  return std::move(builder).take();
}

SLIEKSNIS_INLINE std::size_t offset_in_source(const source_text& source, const json_node& text,
                                              std::size_t offset) {
  const std::string_view bytes = source.bytes();
  std::size_t at = text.where.begin + 1;
  for (std::size_t decoded = 0; decoded < offset && at + 1 < text.where.end;) {
    if (bytes[at] != '\\') {
      ++at;
      ++decoded;
    } else if (bytes[at + 1] != 'u') {
      at += 2;
      ++decoded;
    } else {
      const unsigned long code = std::stoul(std::string(bytes.substr(at + 2, 4)), nullptr, 16);
      const bool pair = code >= 0xD800 && code < 0xDC00;  // two escapes, one character of four bytes
      at += pair ? 12 : 6;
      decoded += pair ? 4 : code < 0x80 ? 1 : code < 0x800 ? 2 : 3;
    }
  }
  return at;
}

SLIEKSNIS_INLINE words described(const json_node& node) {
  switch (node.kind) {
    case json_kind::null:
      return same("null");
    case json_kind::boolean:
      return same(node.text);
    case json_kind::number:
      return {"skaitlis " + node.text.substr(0, 40), "the number " + node.text.substr(0, 40)};
    case json_kind::text:
      return same(in_quotes(node.text));
    case json_kind::list:
      return {"saraksts", "a list"};
    case json_kind::object:
      break;
  }
  return {"objekts", "an object"};
}

}  // namespace v0
}  // namespace slieksnis
