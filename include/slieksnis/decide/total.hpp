// SPDX-License-Identifier: Apache-2.0
/// \file What the granted benefits of one case add up to.
#pragma once

#include <vector>

#include "decision.hpp"

namespace slieksnis {
inline namespace v0 {

/// The sum of all granted amounts that are paid for the same time in the same unit.
struct total {
  payment paid = payment::month;
  unit measure;  ///< such as EUR/month
  rational amount;
};

/// Whether another granted benefit takes the place of this one (`instead_of`).
[[nodiscard]] bool replaced_by_another(const rule_book& book, const std::vector<decision>& decisions,
                                       const decision& one);

/// Sums in the order of `payment`. Services, benefits that the rules mark `not_in_total` and those that
/// another benefit replaces do not count: they are no extra money in the hands of the household.
[[nodiscard]] std::vector<total> totals_of(const rule_book& book, const std::vector<decision>& decisions);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "total.ipp"
#endif
