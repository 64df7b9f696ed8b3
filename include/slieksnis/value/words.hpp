// SPDX-License-Identifier: Apache-2.0
/// \file One sentence or name in both languages of the product.
#pragma once

#include <string>

namespace slieksnis {
inline namespace v0 {

/// The languages every text for people exists in.
enum class language { lv, en };

/// The same words in Latvian and English.
struct words {
  std::string lv;
  std::string en;

  [[nodiscard]] const std::string& in(language lang) const noexcept { return lang == language::lv ? lv : en; }
  [[nodiscard]] bool empty() const noexcept { return lv.empty() && en.empty(); }
  friend bool operator==(const words&, const words&) = default;
};

}  // namespace v0
}  // namespace slieksnis
