// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decision.hpp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE std::string_view name_of(outcome what) noexcept {
  return what == outcome::granted ? "granted" : what == outcome::refused ? "refused" : "undetermined";
}

}  // namespace v0
}  // namespace slieksnis
