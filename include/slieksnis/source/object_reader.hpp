// SPDX-License-Identifier: Apache-2.0
/// \file Typed reading of a JSON object: "it has these members, of these kinds". Collects every error.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "json_tree.hpp"

namespace slieksnis {
inline namespace v0 {

/// A value inside a file that is being read: the node, its place, and where errors go.
class json_value {
 public:
  /// The whole tree of a text, or a part that was cut out of one and stood at the JSON pointer `cut_from`.
  json_value(const source_pointer& text, const json_node& root, std::string_view cut_from,
             std::vector<error>& into)
      : source(text), node(root), errors(into), root_(root), root_pointer_(cut_from) {}

  const source_pointer& source;
  const json_node& node;
  std::vector<error>& errors;

  /// Found from the root each time: places and errors need it, and most values never become one.
  [[nodiscard]] std::string pointer() const;
  [[nodiscard]] place at() const { return {source, node.where, pointer()}; }
  /// The same with the opening bracket or quote alone: a whole object may be pages long.
  [[nodiscard]] place opening() const {
    return {source, {node.where.begin, node.where.begin + 1}, pointer()};
  }
  void wrong(error_code code, complaint words) const { errors.emplace_back(code, at(), std::move(words)); }
  /// Adds an error of the wrong kind of value: "expected a list; found the number 5".
  void wrong_kind(error_code code, words expected, words hint = {}) const;
  [[nodiscard]] json_value item(std::size_t index) const { return {*this, node.items[index]}; }
  /// The same where the pointer is known, and outlives it: those of the values inside are found from here.
  [[nodiscard]] json_value known_as(std::string_view pointer_here) const {
    return {source, node, pointer_here, errors};
  }

 private:
  json_value(const json_value& outer, const json_node& inner)
      : source(outer.source),
        node(inner),
        errors(outer.errors),
        root_(outer.root_),
        root_pointer_(outer.root_pointer_) {}

  const json_node& root_;
  std::string_view root_pointer_;
};

/// Reads one object. Every key that is asked for counts as known, and has to live until `finish`, which
/// reports the others: a literal, as a rule.
class object_reader {
 public:
  /// The codes that errors of this kind of file carry.
  struct codes {
    error_code kind = error_code::rule_kind;
    error_code unknown_key = error_code::rule_unknown_key;
    error_code missing_key = error_code::rule_missing_key;
  };

  /// Anything but an object is reported, and then behaves like an object without members.
  object_reader(const json_value& value, codes used);

  [[nodiscard]] const json_value& value() const noexcept { return value_; }
  [[nodiscard]] bool is_object() const noexcept { return object_; }
  [[nodiscard]] bool has(std::string_view key);
  [[nodiscard]] std::optional<json_value> optional(std::string_view key);
  [[nodiscard]] std::optional<json_value> required(std::string_view key);
  /// A text member; a missing one is reported only when `needed`.
  [[nodiscard]] std::optional<std::string> text(std::string_view key, bool needed);
  [[nodiscard]] bool flag(std::string_view key);
  /// Whether an absent key seems to be there under a misspelt name, which `finish` reports.
  [[nodiscard]] bool misspelt(const std::vector<std::string>& keys) const;
  /// The members in order, keys counted as known: for objects whose keys are names.
  [[nodiscard]] std::vector<std::pair<const json_key&, json_value>> members();
  /// Reports the required keys that are missing, and the keys nobody asked for with the nearest known one as
  /// a hint.
  void finish();

 private:
  json_value value_;
  codes codes_;
  bool object_ = false;
  std::vector<std::string_view> known_;  ///< what was asked for: literals, or names in the tree that is read
  std::vector<std::string>
      missing_;  ///< reported by `finish`, unless an unknown key is the missing one misspelt
};

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "object_reader.ipp"
#endif
