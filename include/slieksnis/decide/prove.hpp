// SPDX-License-Identifier: Apache-2.0
/// \file Published figures against the rules: equal, a documented conflict, or an error; and what the figures
/// together tell about a parameter that was never published.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "decide.hpp"

namespace slieksnis {
inline namespace v0 {

/// How a published figure and the rules stand to each other. `open`: explained, but no source settles it.
enum class verdict { equal, explained, open, unexplained };
[[nodiscard]] constexpr std::string_view name_of(verdict what) noexcept {
  constexpr std::string_view names[] = {"equal", "explained", "open", "unexplained"};
  return names[static_cast<std::size_t>(what)];
}

/// One published figure and what the rules give for it.
struct proof {
  std::size_t topic = 0;  ///< whose file has the figure
  const published_figure* figure = nullptr;
  facts stated;  ///< the case that the figure is about
  evaluated computed;
  [[nodiscard]] bool equal() const { return computed.known() && computed.what() == figure->what; }
};
[[nodiscard]] verdict verdict_of(const proof& one);

/// Every published figure of the book, computed.
[[nodiscard]] std::vector<proof> prove_figures(const rule_book& book);

/// What the published figures of a period imply for a parameter that is known only as an interval.
struct implied_interval {
  std::size_t parameter = 0;
  const version* rule = nullptr;  ///< with the interval as it is written, and the working value
  rational working;
  bool fits = false;  ///< every figure holds at the working value; if not, nothing is implied
  /// The ends, the first one included; empty where no figure bounds that side.
  std::optional<rational> low;
  std::optional<rational> high;
  /// The figures that fail just outside of an end, in the order of their definitions and days.
  std::vector<const published_figure*> bind_low;
  std::vector<const published_figure*> bind_high;
  bool as_written = false;  ///< the rule file has exactly this interval
};

/// Every interval of the book, recomputed from the figures. Cost: some hundred evaluations of each figure
/// that depends on the parameter.
[[nodiscard]] std::vector<implied_interval> imply_intervals(const rule_book& book);

/// The figures that disagree without an explanation, explained conflicts that agree after all, and intervals
/// that are not what the published figures imply.
[[nodiscard]] std::vector<error> prove_published(const rule_book& book);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "prove.ipp"
#endif
