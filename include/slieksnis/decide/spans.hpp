// SPDX-License-Identifier: Apache-2.0
/// \file One household through time: the days on which each answer stays the same, and why it changes.
#pragma once

#include <optional>
#include <vector>

#include "causes.hpp"
#include "decision.hpp"

namespace slieksnis {
inline namespace v0 {

/// Days in a row with the same outcome and amount.
struct steady_span {
  period when;
  bool in_force = true;  ///< otherwise no version of the benefit covers these days, and nothing is decided
  /// On the first of these days. Complete where it is granted, and where it is no longer: others have outcome
  /// and needs only; the needs are those of all the days.
  decision decided;
  std::vector<change_cause> causes;  ///< why it differs from the span before; empty for the first one
};

/// One benefit or status, of the household or of one person, through a period: spans without gaps.
struct benefit_course {
  std::size_t benefit = 0;
  std::optional<std::size_t> person;
  std::vector<steady_span> spans;

  [[nodiscard]] const steady_span& on(date day) const;
};

/// The courses of the wanted benefits and statuses through `when`, a person's benefit once for each person,
/// in the order of `wanted`. The facts are taken as stated on every day; only what follows from the day
/// changes. Nothing is wrong with days on which a benefit has no version. Throws `unusable` when `when` is
/// not within the rule book's days. Cost: one plan and evaluation for each change day of each benefit (tens
/// of microseconds), and for each change two decisions with their traces.
[[nodiscard]] std::vector<benefit_course> spans_of(const rule_book& book, const facts& stated,
                                                   const std::vector<std::size_t>& wanted,
                                                   const period& when);

/// The outcome and amount of every course on a day, in their order, without those not in force: what
/// `totals_of` takes.
[[nodiscard]] std::vector<decision> outcomes_on(const std::vector<benefit_course>& courses, date day);

/// The first days of the spans of all courses, in order, each once.
[[nodiscard]] std::vector<date> first_days(const std::vector<benefit_course>& courses);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "spans.ipp"
#endif
