// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <type_traits>

#include "json_tree.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// Makes room for `count` values, which are never destroyed: all of them go with the tree.
template <typename T>
[[nodiscard]] T* json_room(std::pmr::memory_resource& room, std::size_t count) {
  static_assert(std::is_trivially_destructible_v<T>);
  return std::pmr::polymorphic_allocator<T>(&room).allocate(count);
}

SLIEKSNIS_INLINE std::string_view kept(std::pmr::memory_resource& room, std::string_view text) {
  char* const begin = json_room<char>(room, text.size());
  std::copy(text.begin(), text.end(), begin);
  return {begin, text.size()};
}

SLIEKSNIS_INLINE void copy_node(const json_node& from, json_node& to, std::pmr::memory_resource& room) {
  to.kind = from.kind;
  to.where = from.where;
  to.text = kept(room, from.text);
  json_key* const keys = json_room<json_key>(room, from.keys.size());
  json_node* const items = json_room<json_node>(room, from.items.size());
  for (std::size_t i = 0; i < from.keys.size(); ++i)
    std::construct_at(keys + i, json_key{kept(room, from.keys[i].name), from.keys[i].where});
  for (std::size_t i = 0; i < from.items.size(); ++i)
    copy_node(from.items[i], *std::construct_at(items + i), room);
  to.keys = {keys, from.keys.size()};
  to.items = {items, from.items.size()};
}

}  // namespace detail

SLIEKSNIS_INLINE json_tree::json_tree(const json_node& part)
    : room_(std::make_shared<std::pmr::monotonic_buffer_resource>(part.where.end - part.where.begin + 1)) {
  detail::copy_node(part, *this, *room_);
}

SLIEKSNIS_INLINE std::size_t json_node::index_of(std::string_view key) const noexcept {
  const auto is_it = [&](std::string_view name) {  // most keys of one length differ in their first letter
    return name.size() == key.size() && (key.empty() || name.front() == key.front()) && name == key;
  };
  std::size_t index = 0;
  while (index < keys.size() && !is_it(keys[index].name)) ++index;
  return index;
}

SLIEKSNIS_INLINE const json_node* json_node::find(std::string_view key) const noexcept {
  const std::size_t index = index_of(key);
  return index < keys.size() ? &items[index] : nullptr;
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
  const auto shown = [&] { return std::string(node.text.substr(0, 40)); };
  switch (node.kind) {
    case json_kind::null:
      return same("null");
    case json_kind::boolean:
      return same(node.text);
    case json_kind::number:
      return {"skaitlis " + shown(), "the number " + shown()};
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
