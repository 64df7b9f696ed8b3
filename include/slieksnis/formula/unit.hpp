// SPDX-License-Identifier: Apache-2.0
/// \file Units of numbers: `EUR/month`, `EUR`, `years`, and `1` for pure numbers.
/// Third stage: the formula language, from text to typed tree.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../config.hpp"

namespace slieksnis {
inline namespace v0 {

/// A product of powers of base units. Base units are plain names; no conversion between them is known,
/// so `EUR/month` and `EUR` never meet by accident.
class unit {
 public:
  unit() = default;  ///< `1`

  [[nodiscard]] bool pure() const noexcept { return powers_.empty(); }
  /// Whether euro take part: a bare number other than zero never stands for money.
  [[nodiscard]] bool of_money() const noexcept;

  friend unit operator*(const unit& a, const unit& b);
  friend unit operator/(const unit& a, const unit& b);
  friend bool operator==(const unit&, const unit&) = default;
  /// `EUR/month`; `1` when pure.
  friend std::string to_string(const unit& u);
  /// Reads factors joined by `*` and `/`. Empty: not a unit.
  friend std::optional<unit> parse_unit(std::string_view text);

 private:
  [[nodiscard]] unit combined(const unit& other, int sign) const;
  std::vector<std::pair<std::string, int>> powers_;  // sorted by name, no zero powers
};

[[nodiscard]] std::optional<unit> parse_unit(std::string_view text);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "unit.ipp"
#endif
