// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <charconv>
#include <utility>

#include "nearest.hpp"
#include "object_reader.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {
/// Appends a key to a JSON pointer (RFC 6901).
SLIEKSNIS_INLINE void append_key(std::string& pointer, std::string_view key) {
  pointer += '/';
  if (key.find('~') == std::string_view::npos && key.find('/') == std::string_view::npos) {  // nearly always
    pointer += key;
    return;
  }
  for (const char c : key) {
    if (c == '~')
      pointer += "~0";
    else if (c == '/')
      pointer += "~1";
    else
      pointer += c;
  }
}
SLIEKSNIS_INLINE std::string pointer_part(std::string_view key) {
  std::string result;
  append_key(result, key);
  return result;
}
/// The item that a part of a JSON pointer, without its slash, names; nothing when there is none.
SLIEKSNIS_INLINE std::optional<std::size_t> item_named(const json_node& outer, std::string_view part) {
  if (outer.kind == json_kind::list) {
    std::size_t index = 0;
    const auto read = std::from_chars(part.data(), part.data() + part.size(), index);
    if (read.ec != std::errc{} || index >= outer.items.size()) return std::nullopt;
    return index;
  }
  std::string key;
  for (std::size_t i = 0; i < part.size(); ++i) {
    const bool escape = part[i] == '~' && i + 1 < part.size();
    key += !escape ? part[i] : part[++i] == '0' ? '~' : '/';
  }
  const std::size_t index = outer.index_of(key);
  return index < outer.keys.size() ? std::optional(index) : std::nullopt;
}
}  // namespace detail

SLIEKSNIS_INLINE void json_value::wrong_kind(error_code code, words expected, words hint) const {
  wrong(code, {std::move(expected), described(node), std::move(hint)});
}

SLIEKSNIS_INLINE std::string json_value::pointer() const {
  std::string result(root_pointer_);
  result.reserve(64);
  for (const json_node* outer = &root_; outer != &node;) {
    // The item that the node is, or is in: the last one that does not begin behind it.
    const auto behind =
        std::upper_bound(outer->items.begin(), outer->items.end(), node.where.begin,
                         [](std::size_t begin, const json_node& one) { return begin < one.where.begin; });
    const auto index = static_cast<std::size_t>(behind - outer->items.begin()) - 1;
    detail::append_key(result, outer->kind == json_kind::object ? std::string_view(outer->keys[index].name)
                                                                : std::to_string(index));
    outer = &outer->items[index];
  }
  return result;
}

SLIEKSNIS_INLINE object_reader::object_reader(const json_value& value, codes used)
    : value_(value), codes_(used), object_(value_.node.kind == json_kind::object) {
  known_.reserve(16);
  if (!object_) value_.wrong_kind(codes_.kind, {"objekts", "an object"});
}

SLIEKSNIS_INLINE bool object_reader::has(std::string_view key) { return optional(key).has_value(); }

SLIEKSNIS_INLINE std::optional<json_value> object_reader::optional(std::string_view key) {
  known_.push_back(key);
  if (!object_) return std::nullopt;
  const std::size_t index = value_.node.index_of(key);
  return index < value_.node.keys.size() ? std::optional(value_.item(index)) : std::nullopt;
}

SLIEKSNIS_INLINE std::optional<json_value> object_reader::required(std::string_view key) {
  auto found = optional(key);
  if (!found && object_ && std::find(missing_.begin(), missing_.end(), key) == missing_.end())
    missing_.emplace_back(key);
  return found;
}

SLIEKSNIS_INLINE std::optional<std::string> object_reader::text(std::string_view key, bool needed) {
  const auto found = needed ? required(key) : optional(key);
  if (!found) return std::nullopt;
  if (found->node.kind == json_kind::text) return std::string(found->node.text);
  found->wrong_kind(codes_.kind, {"teksts pēdiņās", "a text in quotes"});
  return std::nullopt;
}

SLIEKSNIS_INLINE bool object_reader::flag(std::string_view key) {
  const auto found = optional(key);
  if (!found) return false;
  if (found->node.kind == json_kind::boolean) return found->node.text == "true";
  found->wrong_kind(codes_.kind, {"true vai false", "true or false"});
  return false;
}

SLIEKSNIS_INLINE bool object_reader::misspelt(const std::vector<std::string>& keys) const {
  return object_ && std::any_of(value_.node.keys.begin(), value_.node.keys.end(), [&](const json_key& key) {
           return std::find(keys.begin(), keys.end(), key.name) == keys.end() &&
                  !nearest(key.name, keys).empty();
         });
}

SLIEKSNIS_INLINE std::vector<std::pair<const json_key&, json_value>> object_reader::members() {
  std::vector<std::pair<const json_key&, json_value>> result;
  if (!object_) return result;
  result.reserve(value_.node.keys.size());
  for (std::size_t i = 0; i < value_.node.keys.size(); ++i) {
    known_.emplace_back(value_.node.keys[i].name);
    result.emplace_back(value_.node.keys[i], value_.item(i));
  }
  return result;
}

SLIEKSNIS_INLINE void object_reader::finish() {
  if (!object_) return;
  for (const json_key& key : value_.node.keys) {
    if (std::find(known_.begin(), known_.end(), key.name) != known_.end()) continue;
    if (const auto meant = nearest(key.name, missing_); !meant.empty()) std::erase(missing_, meant.front());
    std::string list;
    std::vector<std::string> names;
    for (const std::string_view name : known_) {  // asked for twice, told once
      if (std::find(names.begin(), names.end(), name) != names.end()) continue;
      list += (list.empty() ? "" : ", ") + names.emplace_back(name);
    }
    const words near = did_you_mean(key.name, names);
    value_.errors.emplace_back(
        codes_.unknown_key, place{value_.source, key.where, value_.pointer()},
        complaint{{"zināma atslēga", "a known key"},
                  same(in_quotes(key.name)),
                  near.empty() ? words{"iespējamās atslēgas: " + list, "possible keys: " + list} : near});
  }
  for (const auto& key : missing_) {
    const std::string name = in_quotes(key);
    value_.errors.emplace_back(codes_.missing_key, value_.opening(),
                               complaint{{"atslēga " + name, "the key " + name},
                                         {"objekts bez tās", "an object without it"},
                                         {"pievienojiet " + name, "add " + name}});
  }
  missing_.clear();
}

}  // namespace v0
}  // namespace slieksnis
