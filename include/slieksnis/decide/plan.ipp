// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plan.hpp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE std::optional<std::size_t> plan::value_of(std::size_t definition) const {
  for (std::size_t i = values_.size(); i-- > 0;)
    if (values_[i].definition == definition && values_[i].on == on_) return i;
  return std::nullopt;
}

}  // namespace v0
}  // namespace slieksnis
