// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <utility>

#include "nearest.hpp"
#include "object_reader.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {
/// Appends a key to a JSON pointer (RFC 6901).
SLIEKSNIS_INLINE void append_key(std::string& pointer, std::string_view key) {
  pointer += '/';
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
}  // namespace detail

SLIEKSNIS_INLINE void json_value::wrong_kind(error_code code, words expected, words hint) const {
  wrong(code, {std::move(expected), described(node), std::move(hint)});
}

SLIEKSNIS_INLINE json_value json_value::item(std::size_t index) const {
  std::string inner;
  inner.reserve(pointer.size() + (node.kind == json_kind::object ? node.keys[index].name.size() : 4) + 1);
  inner += pointer;
  detail::append_key(inner, node.kind == json_kind::object ? node.keys[index].name : std::to_string(index));
  return {source, node.items[index], std::move(inner), errors};
}

SLIEKSNIS_INLINE object_reader::object_reader(json_value value, codes used)
    : value_(std::move(value)), codes_(used), object_(value_.node.kind == json_kind::object) {
  if (!object_) value_.wrong_kind(codes_.kind, {"objekts", "an object"});
}

SLIEKSNIS_INLINE bool object_reader::has(std::string_view key) { return optional(key).has_value(); }

SLIEKSNIS_INLINE std::optional<json_value> object_reader::optional(std::string_view key) {
  if (std::find(known_.begin(), known_.end(), key) == known_.end()) known_.push_back(key);
  if (!object_) return std::nullopt;
  for (std::size_t i = 0; i < value_.node.keys.size(); ++i)
    if (value_.node.keys[i].name == key) return value_.item(i);
  return std::nullopt;
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
  if (found->node.kind == json_kind::text) return found->node.text;
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

SLIEKSNIS_INLINE std::vector<std::pair<json_key, json_value>> object_reader::members() {
  std::vector<std::pair<json_key, json_value>> result;
  if (!object_) return result;
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
    const std::vector<std::string> names(known_.begin(), known_.end());
    for (const auto& name : names) list += (list.empty() ? "" : ", ") + name;
    const words near = did_you_mean(key.name, names);
    value_.errors.emplace_back(
        codes_.unknown_key, place{value_.source, key.where, value_.pointer},
        complaint{{"zināma atslēga", "a known key"},
                  same(in_quotes(key.name)),
                  near.empty() ? words{"iespējamās atslēgas: " + list, "possible keys: " + list} : near});
  }
  // Point at the opening bracket: the whole object may be pages long.
  const place at{value_.source, {value_.node.where.begin, value_.node.where.begin + 1}, value_.pointer};
  for (const auto& key : missing_) {
    const std::string name = in_quotes(key);
    value_.errors.emplace_back(codes_.missing_key, at,
                               complaint{{"atslēga " + name, "the key " + name},
                                         {"objekts bez tās", "an object without it"},
                                         {"pievienojiet " + name, "add " + name}});
  }
  missing_.clear();
}

}  // namespace v0
}  // namespace slieksnis
