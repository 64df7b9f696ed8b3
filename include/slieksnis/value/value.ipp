// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <type_traits>

#include "value.hpp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE std::string to_string(const value& known) {
  return std::visit(
      [](const auto& v) -> std::string {
        using type = std::decay_t<decltype(v)>;
        if constexpr (std::is_same_v<type, null_value>)
          return "null";
        else if constexpr (std::is_same_v<type, bool>)
          return v ? "true" : "false";
        else if constexpr (std::is_same_v<type, std::string>)
          return v;
        else
          return to_string(v);
      },
      known);
}

}  // namespace v0
}  // namespace slieksnis
