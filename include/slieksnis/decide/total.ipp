// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

#include "total.hpp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE bool replaced_by_another(const rule_book& book, const std::vector<decision>& decisions,
                                          const decision& one) {
  return std::any_of(decisions.begin(), decisions.end(), [&](const decision& other) {
    return other.granted() && book.at(other.benefit).instead_of == one.benefit;
  });
}

SLIEKSNIS_INLINE std::vector<total> totals_of(const rule_book& book, const std::vector<decision>& decisions) {
  std::vector<total> result;
  for (const decision& one : decisions) {
    const definition& of = book.at(one.benefit);
    if (!one.granted() || !one.amount || !of.in_total || of.paid == payment::service ||
        replaced_by_another(book, decisions, one))
      continue;
    auto at = std::find_if(result.begin(), result.end(), [&](const total& sum) {
      return sum.paid == *of.paid && sum.measure == of.what.measure;
    });
    if (at == result.end()) at = result.insert(result.end(), total{*of.paid, of.what.measure, rational(0)});
    at->amount = at->amount + *one.amount;
  }
  std::stable_sort(result.begin(), result.end(),
                   [](const total& a, const total& b) { return a.paid < b.paid; });
  return result;
}

}  // namespace v0
}  // namespace slieksnis
