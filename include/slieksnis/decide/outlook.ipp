// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bounds.hpp"
#include "changes.hpp"
#include "days.ipp"
#include "outlook.hpp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE std::optional<period> holds_for(const rule_book& book, const facts& stated,
                                                 const decision& decided) {
  detail::trial again(book, decided.benefit, decided.person);
  const auto now = detail::span_from(again, stated, decided.on);
  if (!now) return std::nullopt;
  period result{decided.on, now->when.to};
  while (const auto next = detail::span_from(again, stated, result.to)) {
    if (!detail::same_answer(next->what, now->what)) break;
    result.to = next->when.to;
  }
  // Back year by year, as long as a whole year has the same answer.
  for (bool same = true; same;) {
    const auto before = detail::spans_before(again, stated, result.from);
    same = !before.empty();
    for (auto one = before.rbegin(); one != before.rend() && same; ++one) {
      same = one->when.to == result.from && detail::same_answer(one->what, now->what);
      if (same) result.from = one->when.from;
    }
  }
  return result;
}

SLIEKSNIS_INLINE void add_outlook(const rule_book& book, const facts& stated, decision& decided) {
  switch (decided.outcome) {
    case outcome::granted:
      decided.holds = holds_for(book, stated, decided);
      break;
    case outcome::refused:
      decided.changes = changes_for(book, stated, decided);
      break;
    case outcome::undetermined:
      decided.bounds = bounds_for(book, stated, decided);
      break;
  }
}

}  // namespace v0
}  // namespace slieksnis
