// SPDX-License-Identifier: Apache-2.0
/// \file Why the answer of one day differs from that of another although the facts are the same.
#pragma once

#include <optional>
#include <vector>

#include "exact.hpp"

namespace slieksnis {
inline namespace v0 {

enum class cause_kind {
  figure,  ///< a figure of the law is another one
  rule,    ///< a formula, condition or table of the law reads otherwise
  review,  ///< the law reads the same; a review was due
  time,    ///< the law reads the same; the days went by: an age, a term
  begins,  ///< the first day of the benefit's rules
  ends     ///< the day after the last one
};
[[nodiscard]] std::string_view name_of(cause_kind what) noexcept;

/// One named value that made a decision change.
struct change_cause {
  cause_kind kind = cause_kind::rule;
  std::size_t definition = 0;
  std::optional<std::size_t> person;
  std::optional<value> before;     ///< nothing where it was not known
  std::optional<value> after;      ///< nothing where it is not known
  const version* rule = nullptr;   ///< what holds on the later day; of `ends`, what held before
  const table_row* row = nullptr;  ///< the row of a table that gives the later value
  std::size_t distance = 0;        ///< how many names lie between it and the benefit
};

/// What made the benefit's outcome or amount on `after`'s day differ from that on `before`'s: those changed
/// values that do not follow from others that changed, and that count: with the earlier value alone put back,
/// the answer would be another. Where several only count together, all of them. The most direct comes first.
/// Both readings are of the same facts and contain the benefit. Cost: one plan for each value that changed by
/// itself.
[[nodiscard]] std::vector<change_cause> causes_of(const evaluation& before, const evaluation& after,
                                                  std::size_t benefit, std::optional<std::size_t> person);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "causes.ipp"
#endif
