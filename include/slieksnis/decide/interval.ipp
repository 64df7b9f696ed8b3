// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <utility>

#include "compute.hpp"
#include "interval.hpp"
#include "interval_steps.ipp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE bool possible_values::may_be(bool truth) const {
  return among.empty() || std::find(among.begin(), among.end(), value{truth}) != among.end();
}

SLIEKSNIS_INLINE std::optional<rational> possible_values::least_number() const {
  const auto* number = least ? std::get_if<rational>(&*least) : nullptr;
  return number != nullptr ? std::optional(*number) : std::nullopt;
}

SLIEKSNIS_INLINE std::optional<rational> possible_values::greatest_number() const {
  const auto* number = greatest ? std::get_if<rational>(&*greatest) : nullptr;
  return number != nullptr ? std::optional(*number) : std::nullopt;
}

SLIEKSNIS_INLINE possible_values domain_of(const definition& of, date on) {
  possible_values result;
  if (of.what.is(type_kind::boolean)) result.among = {value{false}, value{true}};
  if (of.what.is_enumeration())
    for (const auto& one : *of.what.values) result.among.emplace_back(one.id);
  if (of.what.is(type_kind::number)) {
    if (of.minimum) result.least = *of.minimum;
    if (of.maximum) result.greatest = *of.maximum;
  }
  if (of.what.is(type_kind::day)) {
    result.least = first_date;
    result.greatest = of.not_after_on ? on : last_date;
  }
  return result;
}

SLIEKSNIS_INLINE std::size_t interval_reading::rows(const step& one) const {
  return one.of == domain::person ? values_->persons() : 1;
}

SLIEKSNIS_INLINE bool interval_reading::open(step_id id, std::size_t person) const {
  return !open_[id].empty() && open_[id][person].has_value();
}

SLIEKSNIS_INLINE bool interval_reading::moved(step_id id, std::size_t person) const {
  if (moved_[id].empty()) return false;
  return values_->of().steps()[id].of == domain::person ? moved_[id][person] : moved_[id].front();
}

SLIEKSNIS_INLINE interval_reading::interval_reading(const evaluation& values, std::optional<freed> free)
    : values_(&values) {
  const auto& steps = values.of().steps();
  open_.resize(steps.size());
  moved_.resize(steps.size());
  for (step_id id = 0; id < steps.size(); ++id) {
    const step& one = steps[id];
    if (one.kind == step_kind::constant) continue;
    for (std::size_t row = 0; row < rows(one); ++row) {
      const bool here = free && free->step == id && free->person == row;
      bool moves = here;
      for (std::size_t person = one.over_persons ? 0 : row;
           free && !moves && person < (one.over_persons ? values.persons() : row + 1); ++person)
        for (const step_id operand : one.operands) moves = moves || moved(operand, person);
      if (moves) {
        if (moved_[id].empty()) moved_[id].resize(rows(one), false);
        moved_[id][row] = true;
      }
      if (!moves && values.at(id, row).known()) continue;
      possible_values found =
          here ? domain_of(values.of().book().at(one.definition), values.of().on()) : read(id, row);
      if (open_[id].empty()) open_[id].resize(rows(one));
      open_[id][row] = std::move(found);
    }
  }
}

SLIEKSNIS_INLINE possible_values interval_reading::at(step_id id, std::size_t person) const {
  const std::size_t row = values_->of().steps()[id].of == domain::person ? person : 0;
  if (row < open_[id].size() && open_[id][row]) return *open_[id][row];
  const evaluated& known = values_->at(id, row);
  return known.known() ? detail::exactly(known.what()) : possible_values{};
}

/// Which operand will be the first known one is open, up to one that is known now.
SLIEKSNIS_INLINE possible_values interval_reading::read_first_known(const step& one,
                                                                    std::size_t person) const {
  std::vector<possible_values> alternatives;
  for (const step_id operand : one.operands) {
    alternatives.push_back(at(operand, person));
    if (values_->at(operand, person).known()) break;
  }
  return detail::any_of(alternatives);
}

SLIEKSNIS_INLINE possible_values interval_reading::read_list(const step& one) const {
  if (one.over_persons && !values_->persons_stated()) return detail::of_nobody_known(one);
  std::vector<std::pair<possible_values, possible_values>> items;
  const std::size_t times = one.over_persons ? values_->persons() : 1;
  for (std::size_t person = 0; person < times; ++person)
    for (std::size_t i = 0; i + 1 < one.operands.size(); i += 2)
      items.emplace_back(at(one.operands[i], person), at(one.operands[i + 1], person));
  return detail::possible_over_list(one.kind, items);
}

SLIEKSNIS_INLINE possible_values interval_reading::read(step_id id, std::size_t person) const {
  const plan& planned = values_->of();
  const step& one = planned.steps()[id];
  switch (one.kind) {
    case step_kind::input:
      return domain_of(planned.book().at(one.definition), planned.on());
    case step_kind::ask: {
      const possible_values computed = at(one.operands[0], person);
      // It may be computed once more is known, or be stated itself.
      if (values_->at(id, person).known()) return computed;
      return detail::any_of({computed, domain_of(planned.book().at(one.definition), planned.on())});
    }
    case step_kind::first_known:
      return read_first_known(one, person);
    case step_kind::sum:
    case step_kind::product:
    case step_kind::mean:
    case step_kind::count:
    case step_kind::least:
    case step_kind::greatest:
    case step_kind::every:
    case step_kind::some:
      return read_list(one);
    default: {
      std::vector<possible_values> operands;
      for (const step_id operand : one.operands) operands.push_back(at(operand, person));
      return detail::possible_result(one, operands);
    }
  }
}

}  // namespace v0
}  // namespace slieksnis
