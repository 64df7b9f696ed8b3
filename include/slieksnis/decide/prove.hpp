// SPDX-License-Identifier: Apache-2.0
/// \file Published figures against the rules: equal, a documented conflict, or an error.
#pragma once

#include <optional>
#include <vector>

#include "decide.hpp"

namespace slieksnis {
inline namespace v0 {

/// One published figure and what the rules give for it.
struct proof {
  std::size_t topic = 0;
  const published_figure* figure = nullptr;
  evaluated computed;
  [[nodiscard]] bool equal() const { return computed.known() && computed.what() == figure->what; }
};

/// Every published figure of the book, computed.
[[nodiscard]] std::vector<proof> prove_figures(const rule_book& book);

/// The figures that disagree without an explanation, explained conflicts that agree after all, and intervals
/// that are not what the published figures imply.
[[nodiscard]] std::vector<error> prove_published(const rule_book& book);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "prove.ipp"
#endif
