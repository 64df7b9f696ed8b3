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
  bool number_float(double, const std::string&) { return scalar(json_kind::number, literal_end()); }
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

  bool parse_error(std::size_t offset, const std::string& token, const nlohmann::json::exception& problem) {
    const std::size_t at = std::min(offset == 0 ? 0 : offset - 1, bytes_.size());
    const place where{source_, {at, std::min(at + 1, bytes_.size())}, {}};
    const std::string_view reason = problem.what();
    if (reason.find("UTF-8") != std::string_view::npos) {
      errors_.emplace_back(error_code::json_encoding, where,
                           complaint{{"teksts UTF-8 kodējumā", "text in UTF-8"},
                                     {"bojāts baits", "a malformed byte"},
                                     {"saglabājiet failu UTF-8 kodējumā", "save the file in the UTF-8 encoding"}});
      return false;
    }
    const bool at_end = offset > bytes_.size() || token.find("<U+0000>") != std::string::npos || at >= bytes_.size();
    errors_.emplace_back(
        error_code::json_syntax, where,
        complaint{{"pareizs JSON teksts", "well-formed JSON"},
                  at_end ? words{"teksta beigas", "the end of the text"} : same(in_quotes(bytes_.substr(at, 20))),
                  {"pārbaudiet pēdiņas, komatus un iekavas šajā vietā", "check the quotes, commas and brackets here"}});
    return false;
  }

  [[nodiscard]] std::optional<json_node> take() && { return std::move(root_); }

 private:
  [[nodiscard]] std::size_t token_begin() const {
    const std::size_t found = bytes_.find_first_not_of(" \t\r\n,:", cursor_);
    return std::min(found, bytes_.size());
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
          complaint{{"ne vairāk par " + limit + " ligzdotiem līmeņiem", "at most " + limit + " nested levels"},
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
      errors_.emplace_back(
          error_code::json_duplicate_key, place{source_, again.where, {}},
          complaint{{"katra atslēga vienu reizi", "each key once"},
                    {in_quotes(again.name) + " otrreiz; pirmoreiz " + line + ". rindā",
                     in_quotes(again.name) + " again; it stands first in line " + line},
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

SLIEKSNIS_INLINE std::optional<json_node> parse_json(const source_pointer& source, std::vector<error>& errors) {
  const std::size_t before = errors.size();
  detail::json_builder builder(source, errors);
  nlohmann::json::sax_parse(source->bytes(), &builder);
  if (errors.size() != before) return std::nullopt;
  return std::move(builder).take();
}

SLIEKSNIS_INLINE std::size_t offset_in_source(const source_text& source, const json_node& text, std::size_t offset) {
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
    case json_kind::null: return same("null");
    case json_kind::boolean: return same(node.text);
    case json_kind::number: return {"skaitlis " + node.text.substr(0, 40), "the number " + node.text.substr(0, 40)};
    case json_kind::text: return same(in_quotes(node.text));
    case json_kind::list: return {"saraksts", "a list"};
    case json_kind::object: break;
  }
  return {"objekts", "an object"};
}

}  // namespace v0
}  // namespace slieksnis
