// SPDX-License-Identifier: Apache-2.0
/// \file A stated value from the text a person writes: `500,50`, `1 234.50`, `01.02.2026`, `jā`, `Rīga`.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "../rule/rule_book.hpp"

namespace slieksnis {
inline namespace v0 {

/// A value as it was stated. An amount that is averaged may come as three months; then `what` is their exact
/// mean.
struct stated_value {
  value what;
  std::vector<rational> months;
  friend bool operator==(const stated_value&, const stated_value&) = default;
};

/// The value, or nothing after adding what is wrong. Amounts may have a decimal point or comma, blanks or the
/// other mark between thousands, and the word EUR; an averaged amount may be three amounts joined by `/`. A
/// value of an enumeration may be cut short. What could be read in two ways is an error that names both.
[[nodiscard]] std::optional<stated_value> read_fact(const definition& of, std::string_view text,
                                                    const place& at, std::vector<error>& errors);

/// Checks type, decimal places and domain of a value that came without text.
[[nodiscard]] bool fits_domain(const definition& of, const value& what, const place& at,
                               std::vector<error>& errors);

/// The definition a stated name means, or an error with the nearest names. `of_person` tells which names fit
/// here.
[[nodiscard]] std::optional<std::size_t> find_fact(const rule_book& book, std::string_view name,
                                                   bool of_person, const place& at,
                                                   std::vector<error>& errors);

/// A day as people write it, `2026-02-01` or `01.02.2026`; an error otherwise, which names both days where
/// the text can mean two (`1/2/2026`).
[[nodiscard]] std::optional<date> read_day(std::string_view text, const place& at,
                                           std::vector<error>& errors);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "read_fact.ipp"
#endif
