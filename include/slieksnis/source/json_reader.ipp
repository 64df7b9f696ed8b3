// SPDX-License-Identifier: Apache-2.0
// Reads JSON (RFC 8259) into a tree, in one pass and without exceptions.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <memory>
#include <utility>

#include "json_syntax.ipp"
#include "json_tree.ipp"
#include "source_text.ipp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// Stops at the first byte that does not fit. The text is known to be UTF-8.
class json_reader {
 public:
  json_reader(const source_pointer& source, std::pmr::memory_resource& room, std::vector<error>& errors)
      : source_(source), bytes_(source->bytes()), room_(room), errors_(errors) {
    if (bytes_.starts_with("\xEF\xBB\xBF")) at_ = 3;
  }

  /// Fills the root; false after adding an error.
  bool read(json_node& root) {
    skip_blanks();
    if (!value(root)) return false;
    skip_blanks();
    return at_ == bytes_.size() || wrong(json_wanted::end);
  }

 private:
  /// The next byte; zero, which fits nowhere, behind the last one.
  [[nodiscard]] char next() const { return at_ < bytes_.size() ? bytes_[at_] : '\0'; }
  void skip_blanks() {
    const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
    while (at_ < bytes_.size() && blank(bytes_[at_])) ++at_;
  }

  bool value(json_node& node) {
    node.where.begin = at_;
    bool good = false;
    switch (next()) {
      case '{':
        node.kind = json_kind::object;
        good = deeper() && object(node);
        break;
      case '[':
        node.kind = json_kind::list;
        good = deeper() && list(node);
        break;
      case '"':
        node.kind = json_kind::text;
        good = text(node.text);
        break;
      case 't':
        good = literal(node, json_kind::boolean, "true");
        break;
      case 'f':
        good = literal(node, json_kind::boolean, "false");
        break;
      case 'n':
        good = literal(node, json_kind::null, "null");
        break;
      default:
        good = number(node);
    }
    node.where.end = at_;
    return good;
  }

  bool literal(json_node& node, json_kind kind, std::string_view word) {
    if (bytes_.substr(at_, word.size()) != word) return wrong(json_wanted::value);
    node.kind = kind;
    node.text = bytes_.substr(at_, word.size());
    at_ += word.size();
    return true;
  }

  bool number(json_node& node) {
    const std::size_t begin = at_;
    const auto digits = [&] {
      const std::size_t first = at_;
      while (next() >= '0' && next() <= '9') ++at_;
      return at_ > first;
    };
    if (next() == '-') ++at_;
    bool good = true;
    if (next() == '0')
      ++at_;  // and no further digit
    else
      good = digits();
    if (good && next() == '.') {
      ++at_;
      good = digits();
    }
    if (good && (next() == 'e' || next() == 'E')) {
      ++at_;
      if (next() == '+' || next() == '-') ++at_;
      good = digits();
    }
    if (!good) {
      at_ = begin;
      return wrong(json_wanted::value);
    }
    node.kind = json_kind::number;
    node.text = bytes_.substr(begin, at_ - begin);
    return true;
  }

  /// The text without its quotes, escapes resolved: a value or a key.
  bool text(std::string_view& result) {
    quote_ = at_++;
    skip_plain();
    if (next() == '"') {  // nearly always
      result = bytes_.substr(quote_ + 1, at_ - quote_ - 1);
      ++at_;
      return true;
    }
    std::string resolved(bytes_.substr(quote_ + 1, at_ - quote_ - 1));
    while (next() != '"') {
      if (at_ == bytes_.size()) return unclosed();
      if (next() != '\\') return fail(json_token(bytes_, quote_), unclosed_text(next()));
      if (!escape(resolved)) return false;
      const std::size_t begin = at_;
      skip_plain();
      resolved += bytes_.substr(begin, at_ - begin);
    }
    ++at_;
    result = kept(room_, resolved);
    return true;
  }

  /// To the next quote, backslash or control character, or to the end. Eight bytes at a time, as most texts
  /// are long: `x - 1` borrows from a byte's top bit only where the byte is zero or behind such a byte, and
  /// likewise for bytes below 0x20, so the lowest of these bits is that of the first special byte.
  void skip_plain() {
    constexpr std::uint64_t each = 0x0101'0101'0101'0101U;
    constexpr std::uint64_t top = 0x80 * each;
    for (; at_ + 8 <= bytes_.size(); at_ += 8) {
      const std::uint64_t eight = eight_bytes(bytes_.data() + at_);
      const std::uint64_t quotes = eight ^ ('"' * each);
      const std::uint64_t backslashes = eight ^ ('\\' * each);
      const std::uint64_t special = (((quotes - each) & ~quotes) | ((backslashes - each) & ~backslashes) |
                                     ((eight - 0x20 * each) & ~eight)) &
                                    top;
      if (special == 0) continue;
      at_ += static_cast<std::size_t>(std::countr_zero(special)) / 8;
      return;
    }
    while (at_ < bytes_.size() && bytes_[at_] != '"' && bytes_[at_] != '\\' &&
           static_cast<unsigned char>(bytes_[at_]) >= 0x20U)
      ++at_;
  }

  bool escape(std::string& result) {
    const std::size_t backslash = at_++;
    constexpr std::string_view letters = "\"\\/bfnrt";
    constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
    if (at_ == bytes_.size()) return unclosed();
    if (const std::size_t known = letters.find(bytes_[at_]); known != std::string_view::npos) {
      result += meant[known];
      ++at_;
      return true;
    }
    if (bytes_[at_] == 'u') {
      at_ = backslash;
      return character(result);
    }
    const std::size_t length = 1 + utf8_length(bytes_.substr(at_));
    return fail({backslash, backslash + 2}, wrong_escape({"aiz \\ viena no zīmēm \" \\ / b f n r t u",
                                                          "one of \" \\ / b f n r t u after \\"},
                                                         bytes_.substr(backslash, length)));
  }

  /// `\u0101`, or the two of `\uD834\uDD1E` that stand for one character.
  bool character(std::string& result) {
    const std::size_t begin = at_;
    std::uint32_t code = 0;
    if (!unit(code)) return false;
    const bool first_half = code >= 0xD800 && code < 0xDC00;
    if (first_half && bytes_.substr(at_, 2) == "\\u") {
      std::uint32_t second = 0;
      if (!unit(second)) return false;
      if (second < 0xDC00 || second > 0xDFFF)
        return fail({begin, begin + 6}, half_a_pair(bytes_.substr(begin, 6)));
      code = 0x10000 + ((code - 0xD800) << 10U) + (second - 0xDC00);
    } else if (code >= 0xD800 && code <= 0xDFFF) {
      return fail({begin, begin + 6}, half_a_pair(bytes_.substr(begin, 6)));
    }
    append_utf8(result, code);
    return true;
  }

  /// One `\u` and its four digits.
  bool unit(std::uint32_t& code) {
    const std::size_t begin = at_;
    for (at_ += 2; at_ < begin + 6; ++at_) {
      const char c = next();
      const bool digit = c >= '0' && c <= '9';
      const bool upper = c >= 'A' && c <= 'F';
      if (!digit && !upper && !(c >= 'a' && c <= 'f')) {
        if (at_ == bytes_.size()) return unclosed();
        return fail({begin, at_},
                    wrong_escape({"četri heksadecimāli cipari aiz \\u", "four hexadecimal digits after \\u"},
                                 bytes_.substr(begin, at_ - begin)));
      }
      code = code * 16 + static_cast<std::uint32_t>(c - (digit ? '0' : upper ? 'A' - 10 : 'a' - 10));
    }
    return true;
  }

  bool object(json_node& node) {
    const std::size_t first_key = keys_.size();
    const std::size_t first_item = items_.size();
    ++at_;
    skip_blanks();
    if (next() != '}') {
      while (true) {
        if (next() != '"') return wrong(json_wanted::key);
        json_key key{{}, {at_, at_}};
        if (!text(key.name)) return false;
        key.where.end = at_;
        keys_.push_back(std::move(key));
        skip_blanks();
        if (next() != ':') return wrong(json_wanted::colon);
        ++at_;
        skip_blanks();
        if (!item()) return false;
        if (next() == '}') break;
        if (next() != ',') return wrong(json_wanted::comma_or_brace);
        ++at_;
        skip_blanks();
      }
    }
    ++at_;
    --depth_;
    node.keys = taken(keys_, first_key);
    node.items = taken(items_, first_item);
    refuse_duplicates(node);
    return true;
  }

  bool list(json_node& node) {
    const std::size_t first_item = items_.size();
    ++at_;
    skip_blanks();
    if (next() != ']') {
      while (true) {
        if (!item()) return false;
        if (next() == ']') break;
        if (next() != ',') return wrong(json_wanted::comma_or_bracket);
        ++at_;
        skip_blanks();
      }
    }
    ++at_;
    --depth_;
    node.items = taken(items_, first_item);
    return true;
  }

  /// A value and the blanks behind it.
  bool item() {
    json_node node;
    if (!value(node)) return false;
    items_.push_back(std::move(node));
    skip_blanks();
    return true;
  }

  /// The last of a stack, from the first that belongs to the list that is closed.
  template <typename T>
  std::span<const T> taken(std::vector<T>& stack, std::size_t first) {
    const auto begin = stack.begin() + static_cast<std::ptrdiff_t>(first);
    const std::size_t count = stack.size() - first;
    T* const result = json_room<T>(room_, count);
    std::uninitialized_move(begin, stack.end(), result);
    stack.erase(begin, stack.end());
    return {result, count};
  }

  bool deeper() {
    if (++depth_ <= json_depth_max) return true;
    const std::string limit = std::to_string(json_depth_max);
    errors_.emplace_back(
        error_code::json_depth, place{source_, {at_, at_ + 1}, {}},
        complaint{{"ne vairāk kā " + limit + " ligzdoti līmeņi", "at most " + limit + " nested levels"},
                  {"vēl viens līmenis", "one more level"},
                  {"vienkāršojiet faila uzbūvi", "simplify the structure of the file"}});
    return false;
  }

  void refuse_duplicates(const json_node& object) {
    const auto& keys = object.keys;
    constexpr std::size_t few =
        16;  // comparing each with each is faster than sorting, and most are different
    if (keys.size() <= few) {
      bool twice = false;
      for (std::size_t i = 1; i < keys.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) twice = twice || keys[i].name == keys[j].name;
      if (!twice) return;
    }
    std::vector<std::size_t> order(keys.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return keys[a].name < keys[b].name; });
    for (std::size_t i = 1; i < order.size(); ++i) {
      const json_key& again = keys[order[i]];
      const json_key& first = keys[order[i - 1]];
      if (again.name != first.name) continue;
      const std::string line = std::to_string(source_->at(first.where.begin).line);
      errors_.emplace_back(error_code::json_duplicate_key, place{source_, again.where, {}},
                           complaint{{"katra atslēga vienu reizi", "each key once"},
                                     {in_quotes(again.name) + " vēlreiz, pirmoreiz " + line + ". rindā",
                                      in_quotes(again.name) + " again, first in line " + line},
                                     {"paturiet vienu no abām", "keep one of the two"}});
    }
  }

  bool wrong(json_wanted wanted) {
    if (at_ == bytes_.size()) return too_short();
    const span where = json_token(bytes_, at_);
    return fail(where, wrong_token(wanted, bytes_.substr(where.begin, where.end - where.begin)));
  }

  /// Points at the last byte that is not blank: behind it something is missing.
  bool too_short() {
    const std::size_t last = bytes_.find_last_not_of(json_blanks);
    const span where = last == std::string_view::npos ? span{at_, at_} : span{last, last + 1};
    return fail(where, ended_early({"pareizs JSON teksts", "well-formed JSON"}));
  }

  bool unclosed() {
    return fail(json_token(bytes_, quote_), ended_early({"aizverošā pēdiņa", "a closing quote"}));
  }

  bool fail(span where, complaint words) {
    errors_.emplace_back(error_code::json_syntax, place{source_, where, {}}, std::move(words));
    return false;
  }

  const source_pointer& source_;
  std::string_view bytes_;
  std::pmr::memory_resource& room_;
  std::vector<error>& errors_;
  std::vector<json_key> keys_;    ///< of the objects that are open
  std::vector<json_node> items_;  ///< of the objects and lists that are open
  std::size_t at_ = 0;
  std::size_t quote_ = 0;  ///< where the last text begins
  std::size_t depth_ = 0;
};

}  // namespace detail

SLIEKSNIS_INLINE std::optional<json_tree> parse_json(const source_pointer& source,
                                                     std::vector<error>& errors) {
  const std::string_view bytes = source->bytes();
  if (const std::size_t at = detail::utf8_part(bytes); at < bytes.size()) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(bytes[at]);
    const std::string shown{digits[byte >> 4U], digits[byte & 0xFU]};
    errors.emplace_back(
        error_code::json_encoding, place{source, {at, at + 1}, {}},
        complaint{{"teksts UTF-8 kodējumā", "text in UTF-8"},
                  {"baits " + shown + ", kas UTF-8 kodējumā šeit nevar būt",
                   "the byte " + shown + ", which cannot stand here in UTF-8"},
                  {"saglabājiet failu UTF-8 kodējumā", "save the file in the UTF-8 encoding"}});
    return std::nullopt;
  }
  const std::size_t before = errors.size();
  std::optional<json_tree> tree(std::in_place);
  tree->source_ = source;
  tree->room_ = std::make_shared<std::pmr::monotonic_buffer_resource>(bytes.size() + 1);
  detail::json_reader(source, *tree->room_, errors).read(*tree);
  if (errors.size() != before) tree.reset();
  return tree;
}

}  // namespace v0
}  // namespace slieksnis
