// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

#include "bounds.hpp"
#include "interval.hpp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE std::optional<amount_bounds> bounds_for(const rule_book& book, const facts& stated,
                                                         const decision& undetermined) {
  const definition& of = book.at(undetermined.benefit);
  if (undetermined.outcome != outcome::undetermined || of.kind != definition_kind::benefit)
    return std::nullopt;
  if (of.of == entity::person && !undetermined.person) return std::nullopt;
  const plan planned =
      make_plan(book, undetermined.on, std::vector<std::size_t>{undetermined.benefit}, shape_of(stated));
  const evaluation values(planned, stated);
  const interval_reading possible(values);
  const planned_value& wanted = planned.values()[*planned.value_of(undetermined.benefit)];
  const std::size_t row = undetermined.person.value_or(0);
  const possible_values amount = possible.at(wanted.result, row);
  const bool may_be_refused = wanted.entitled && possible.at(wanted.entitled->result, row).may_be(false);

  // Nobody is due less than nothing.
  const rational nothing(0);
  amount_bounds result;
  const auto least = amount.least_number();
  result.least = may_be_refused || !least ? nothing : std::max(*least, nothing);
  if (const auto greatest = amount.greatest_number()) result.greatest = std::max(*greatest, nothing);
  return result;
}

}  // namespace v0
}  // namespace slieksnis
