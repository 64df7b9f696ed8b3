// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

#include "unit.hpp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE bool unit::of_money() const noexcept {
  return std::any_of(powers_.begin(), powers_.end(), [](const auto& power) { return power.first == "EUR"; });
}

SLIEKSNIS_INLINE unit unit::combined(const unit& other, int sign) const {
  unit result = *this;
  for (const auto& [name, power] : other.powers_) {
    const auto at =
        std::lower_bound(result.powers_.begin(), result.powers_.end(), name,
                         [](const auto& known, const std::string& wanted) { return known.first < wanted; });
    if (at == result.powers_.end() || at->first != name)
      result.powers_.insert(at, {name, sign * power});
    else if ((at->second += sign * power) == 0)
      result.powers_.erase(at);
  }
  return result;
}

SLIEKSNIS_INLINE unit operator*(const unit& a, const unit& b) { return a.combined(b, 1); }
SLIEKSNIS_INLINE unit operator/(const unit& a, const unit& b) { return a.combined(b, -1); }

SLIEKSNIS_INLINE std::string to_string(const unit& u) {
  std::string above;
  std::string below;
  for (const auto& [name, power] : u.powers_) {
    for (int i = 0; i < power; ++i) above += (above.empty() ? "" : "*") + name;
    for (int i = 0; i > power; --i) below += "/" + name;
  }
  return (above.empty() ? "1" : above) + below;
}

SLIEKSNIS_INLINE std::optional<unit> parse_unit(std::string_view text) {
  unit result;
  int sign = 1;
  while (true) {
    std::size_t length = 0;
    while (length < text.size() && text[length] != '*' && text[length] != '/') {
      const char c = text[length];
      const bool letter =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (length > 0 && c >= '0' && c <= '9');
      if (!letter && !(c == '1' && length == 0)) return std::nullopt;
      ++length;
    }
    const std::string_view factor = text.substr(0, length);
    if (factor.empty() || (factor.front() == '1' && factor.size() > 1)) return std::nullopt;
    if (factor != "1") {
      unit base;
      base.powers_.emplace_back(std::string(factor), 1);
      result = result.combined(base, sign);
    }
    if (length == text.size()) return result;
    sign = text[length] == '*' ? 1 : -1;
    text.remove_prefix(length + 1);
  }
}

}  // namespace v0
}  // namespace slieksnis
