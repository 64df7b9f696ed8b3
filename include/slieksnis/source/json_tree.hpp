// SPDX-License-Identifier: Apache-2.0
/// \file JSON (RFC 8259) with the place of every value kept, duplicate keys refused and numbers left as they
/// are written. Read by a reader of our own: the package that writes JSON keeps no positions and the last of
/// two equal keys without a word, what it finds wrong is told from the words of its messages only, and with
/// it reading the rules took half of the program's start.
#pragma once

#include <memory>
#include <memory_resource>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "error.hpp"

namespace slieksnis {
inline namespace v0 {

enum class json_kind { null, boolean, number, text, list, object };

/// The key of an object's member; its value is the item of the same index.
struct json_key {
  std::string_view name;
  span where;
};

/// A value in a json_tree, which owns what it refers to; so it is not copied without it.
struct json_node {
  json_kind kind = json_kind::null;
  span where;                        ///< the whole value, quotes and brackets included
  std::string_view text;             ///< a text's characters; a number or literal as written
  std::span<const json_key> keys;    ///< of an object
  std::span<const json_node> items;  ///< of a list or object

  json_node() = default;
  json_node(json_node&&) = default;
  json_node& operator=(json_node&&) = default;

  /// The index of a key and its item; that behind the last one when there is no such key.
  [[nodiscard]] std::size_t index_of(std::string_view key) const noexcept;
  [[nodiscard]] const json_node* find(std::string_view key) const noexcept;

 protected:
  json_node(const json_node&) = default;
  json_node& operator=(const json_node&) = default;
};

/// The root of a tree, with the text and the memory that its nodes refer to. Copies share them.
class json_tree : public json_node {
 public:
  json_tree() = default;
  /// A copy of a part of a tree, which then stands alone.
  explicit json_tree(const json_node& part);

 private:
  friend std::optional<json_tree> parse_json(const source_pointer& source, std::vector<error>& errors);
  source_pointer source_;                                      ///< where most of the texts stand
  std::shared_ptr<std::pmr::monotonic_buffer_resource> room_;  ///< of keys, items and the other texts
};

/// How deep lists and objects may nest.
inline constexpr std::size_t json_depth_max = 40;

/// The tree, or nothing after adding to `errors` what is wrong. Duplicate keys are all reported.
[[nodiscard]] std::optional<json_tree> parse_json(const source_pointer& source, std::vector<error>& errors);

/// Where byte `offset` of a text value's characters stands in the source, escapes such as `\"` and `\u0101`
/// counted.
[[nodiscard]] std::size_t offset_in_source(const source_text& source, const json_node& text,
                                           std::size_t offset);

/// "an object", "a number": what a value is, in words.
[[nodiscard]] words described(const json_node& node);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "json_reader.ipp"
#include "json_tree.ipp"
#endif
