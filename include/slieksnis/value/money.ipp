// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "money.hpp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE std::optional<money> money::exactly(const rational& euro) {
  const auto cents = (euro * rational(100)).as_integer();
  return cents ? std::optional(money(*cents)) : std::nullopt;
}

SLIEKSNIS_INLINE rational money::in_euro() const { return {cents_, 100}; }

SLIEKSNIS_INLINE std::string to_string(money amount) { return to_string(decimal{amount.cents_, 2}); }

}  // namespace v0
}  // namespace slieksnis
