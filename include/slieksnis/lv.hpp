// SPDX-License-Identifier: Apache-2.0
/// \file Latvian thresholds and benefits by plain calls: the typed front door for programs.
/// Thin: every answer comes from the shipped rules through the same plan as everything else.
/// Needs the target slieksnis::rules.
#pragma once

#include <optional>

#include "config.hpp"
#include "decide/decide.hpp"
#include "rule/load_rules.hpp"
#include "value/date.hpp"
#include "value/money.hpp"

namespace slieksnis {
inline namespace v0 {
namespace lv {

/// The classes of households that the housing benefit tells apart (section 35, paragraph five, of the Law on
/// Social Services and Social Assistance).
enum class composition {
  lone_pension_age_or_disabled,
  only_pension_age_or_disabled,
  only_pension_age_or_disabled_with_children,
  other
};

/// What is known about a household. Leave out what is not: the decision then says what it needs.
struct household {
  std::optional<int> members;
  std::optional<money> income;         ///< EUR a month, the whole household, as assessed
  std::optional<money> housing_costs;  ///< EUR a month, the recognised costs
  std::optional<lv::composition> composition;
  std::optional<money> low_income_first;  ///< the municipality's own threshold for the first person
  std::optional<money> low_income_next;   ///< and for each further person
  std::optional<bool> property_within_limits;
};

/// The shipped rules, read at the first call and never changed. Threads may share them.
/// Cost: a few milliseconds once.
[[nodiscard]] const rule_book& law();

// The thresholds of a day. Each throws `unusable` for a day on which the rules have no version of it; the
// message names the days they have.

/// Unit: EUR a month for an equivalent consumer. Source: the parameter's own, see `slieksnis show
/// income_median`.
[[nodiscard]] rational income_median(date on);
/// The GMI threshold as a share of the median. Unit: 1.
[[nodiscard]] rational gmi_share(date on);
/// The sum of the GMI thresholds of a household. Unit: EUR a month. `members` is at least 1.
[[nodiscard]] money gmi_level(int members, date on);
/// The income threshold of a poor household. Unit: EUR a month.
[[nodiscard]] money poor_level(int members, date on);
/// The coefficient of the housing benefit for a class of households. Unit: 1.
[[nodiscard]] rational housing_coefficient(composition of, date on);

// Decisions with reasons, needs and trace.
[[nodiscard]] decision gmi_benefit(const household& about, date on);
[[nodiscard]] decision housing_benefit(const household& about, date on);
[[nodiscard]] decision poor_household(const household& about, date on);
[[nodiscard]] decision low_income_household(const household& about, date on);

/// The same facts for the general functions of the library.
[[nodiscard]] facts facts_of(const household& about);

}  // namespace lv
}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "lv.ipp"
#endif
