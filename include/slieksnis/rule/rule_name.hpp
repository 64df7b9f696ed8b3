// SPDX-License-Identifier: Apache-2.0
/// \file How names in rule files are spelled.
#pragma once

#include <string_view>

#include "../formula/lexer.hpp"

namespace slieksnis {
inline namespace v0 {

/// Lower-case ASCII letters, digits and underscores, a letter first, and no word of the formula language.
[[nodiscard]] inline bool is_rule_name(std::string_view name) noexcept {
  if (name.empty() || name.front() < 'a' || name.front() > 'z') return false;
  for (const char c : name)
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_')) return false;
  return !is_keyword(name) && name != "on" && name != "persons" && name != "previous" && name != "item";
}

}  // namespace v0
}  // namespace slieksnis
