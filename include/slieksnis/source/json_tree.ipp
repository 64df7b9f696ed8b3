// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "json_tree.hpp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE const json_node* json_node::find(std::string_view key) const noexcept {
  for (std::size_t i = 0; i < keys.size(); ++i)
    if (keys[i].name == key) return &items[i];
  return nullptr;
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
