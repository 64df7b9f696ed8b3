// SPDX-License-Identifier: Apache-2.0
/// \file What else a household that asked for one benefit should be checked for.
#pragma once

#include <string>
#include <vector>

#include "sheet.hpp"

namespace slieksnis {
inline namespace v0 {

/// Beside what was asked for by name, in words.
struct also_lines {
  std::vector<std::string> granted;  ///< what the same facts grant as well, with its amount
  std::vector<std::string> open;     ///< what a single further fact would decide, under its question
  [[nodiscard]] bool empty() const noexcept { return granted.empty() && open.empty(); }
};

/// From `given.also`. Questions of special circumstances, and those that tell whether a benefit concerns the
/// household at all, are left out, as is what the answer asks for anyway; at most three questions, those
/// first that decide most.
[[nodiscard]] also_lines also_of(const rule_book& book, const facts& stated, const answer& given,
                                 language lang);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "also.ipp"
#endif
