// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <utility>

#include "decide.hpp"
#include "explain.hpp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE decision outcome_of(const evaluation& values, const planned_value& wanted,
                                     std::optional<std::size_t> person) {
  decision result;
  result.benefit = wanted.definition;
  result.person = person;
  result.on = values.of().on();
  const std::size_t row = person.value_or(0);
  const bool benefit = values.of().book().at(wanted.definition).kind == definition_kind::benefit;
  // A stated or overridden result has no entitlement of its own: above zero it is granted.
  const evaluated& entitled =
      wanted.entitled ? values.at(wanted.entitled->result, row) : values.at(wanted.result, row);
  const evaluated& amount =
      wanted.entitled && benefit ? values.at(wanted.amount, row) : values.at(wanted.result, row);
  const auto* stated_amount = !wanted.entitled && benefit ? entitled.as<rational>() : nullptr;
  if (entitled.is(false) || (stated_amount != nullptr && stated_amount->sign() == 0)) {
    result.outcome = outcome::refused;
  } else if (!entitled.known() || !amount.known()) {
    result.outcome = outcome::undetermined;
    result.failed =
        entitled.state() == knowledge::failed || (entitled.known() && amount.state() == knowledge::failed);
    for (const auto* part : {&entitled, &amount})
      for (const need& missing : part->needs())
        if (std::find(result.needs.begin(), result.needs.end(), missing) == result.needs.end())
          result.needs.push_back(missing);
  } else {
    result.outcome = outcome::granted;
    if (const auto* number = amount.as<rational>(); number != nullptr && benefit) result.amount = *number;
  }
  return result;
}

namespace detail {

/// A number inside the half-open interval as near to its end as any published figure can tell.
SLIEKSNIS_INLINE rational just_below(const rational& end) { return end - rational(1, 1'000'000'000); }
SLIEKSNIS_INLINE rational just_above(const rational& end) { return end + rational(1, 1'000'000'000); }

/// The same decision at both ends of every interval: does anything depend on where in it the truth lies?
SLIEKSNIS_INLINE std::optional<std::pair<rational, rational>> amounts_at_ends(
    const plan& planned, const facts& stated, const decision& at_working_value) {
  std::optional<std::pair<rational, rational>> result;
  const rule_book& book = planned.book();
  for (const std::size_t parameter : planned.intervals()) {
    const auto& ends = *book.at(parameter).in_force(planned.on())->between;
    for (const rational& end : {ends.first, just_below(ends.second)}) {
      facts moved = stated;
      moved.put_override(parameter, {end, {}});
      const plan other =
          make_plan(book, planned.on(), std::vector<std::size_t>{at_working_value.benefit}, shape_of(moved));
      const evaluation values(other, moved);
      const decision there = outcome_of(values, other.values()[*other.value_of(at_working_value.benefit)],
                                        at_working_value.person);
      const rational amount = there.amount.value_or(rational(0));
      const rational now = at_working_value.amount.value_or(rational(0));
      if (amount == now && there.outcome == at_working_value.outcome) continue;
      if (!result) result.emplace(now, now);
      result->first = std::min(result->first, amount);
      result->second = std::max(result->second, amount);
    }
  }
  return result;
}

SLIEKSNIS_INLINE decision decide_one(const evaluation& values, const planned_value& wanted,
                                     std::optional<std::size_t> person) {
  decision result = outcome_of(values, wanted, person);
  const plan& planned = values.of();
  std::vector<step_id> roots{wanted.result};
  if (wanted.entitled) roots.push_back(wanted.entitled->result);
  // The amount of a refused benefit explains nothing; whether it was due does.
  if (result.outcome == outcome::refused && wanted.entitled) roots = {wanted.entitled->result, wanted.result};
  result.assumptions = values.assumptions_below(roots, person);
  for (const std::size_t shown : planned.book().at(wanted.definition).shows)
    if (const auto at = planned.value_of(shown)) roots.push_back(planned.values()[*at].result);
  result.trace = trace_of(values, roots, person);
  if (result.outcome == outcome::refused && wanted.entitled)
    result.reasons = reasons_of(values, wanted, person);
  if (!planned.intervals().empty() && result.outcome != outcome::undetermined)
    result.amount_between = amounts_at_ends(planned, values.stated(), result);
  return result;
}

}  // namespace detail

namespace detail {

/// Each wanted benefit once, or once for each person, decided by `decide_this`.
template <typename Function>
[[nodiscard]] std::vector<decision> decide_each(const evaluation& values,
                                                const std::vector<std::size_t>& wanted,
                                                const Function& decide_this) {
  const plan& planned = values.of();
  std::vector<decision> result;
  for (const std::size_t id : wanted) {
    const auto at = planned.value_of(id);
    if (!at) throw std::logic_error("slieksnis: the plan was not made for this benefit");
    const planned_value& value = planned.values()[*at];
    if (planned.book().at(id).of != entity::person) {
      result.push_back(decide_this(values, value, std::nullopt));
    } else if (values.persons() == 0) {  // not stated, or stated to be nobody
      decision nobody;
      nobody.benefit = id;
      nobody.on = planned.on();
      nobody.needs.push_back({});
      result.push_back(std::move(nobody));
    } else {
      for (std::size_t person = 0; person < values.persons(); ++person)
        result.push_back(decide_this(values, value, person));
    }
  }
  return result;
}

}  // namespace detail

SLIEKSNIS_INLINE std::vector<decision> decide(const plan& planned, const facts& stated,
                                              const std::vector<std::size_t>& wanted) {
  return detail::decide_each(evaluation(planned, stated), wanted, detail::decide_one);
}

SLIEKSNIS_INLINE std::vector<decision> outcomes_of(const evaluation& values,
                                                   const std::vector<std::size_t>& wanted) {
  return detail::decide_each(values, wanted, outcome_of);
}

SLIEKSNIS_INLINE decision decide(const rule_book& book, date on, std::string_view benefit,
                                 const facts& stated) {
  const plan planned = make_plan(book, on, std::vector<std::string_view>{benefit}, shape_of(stated));
  const std::size_t id = *book.find_spoken(benefit);
  return std::move(decide(planned, stated, {id}).front());
}

SLIEKSNIS_INLINE evaluated value_of(const rule_book& book, date on, std::string_view name,
                                    const facts& stated) {
  const plan planned = make_plan(book, on, std::vector<std::string_view>{name}, shape_of(stated));
  const evaluation values(planned, stated);
  return values.at(planned.values()[*planned.value_of(*book.find_spoken(name))].result);
}

}  // namespace v0
}  // namespace slieksnis
