// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "compute.hpp"
#include "exact.hpp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE evaluation::evaluation(const plan& planned, const facts& stated)
    : plan_(&planned), facts_(&stated), nobody_(evaluated::unknown({{need::persons, std::nullopt}})) {
  if (shape_of(stated) != planned.shape())
    throw std::logic_error("slieksnis: the plan was made for a case that states other variables");
  // A household has at least one person: an empty list says nothing about who they are.
  persons_stated_ = stated.persons() && !stated.persons()->empty();
  persons_ = persons_stated_ ? stated.persons()->size() : 0;
  const auto& steps = planned.steps();
  values_.resize(steps.size());
  for (step_id id = 0; id < steps.size(); ++id) run(id);
}

SLIEKSNIS_INLINE void evaluation::run(step_id id) {
  const step& one = plan_->steps()[id];
  if (one.kind == step_kind::constant) {
    values_[id].emplace_back(one.constant);
    return;
  }
  const std::size_t rows = one.of == domain::person ? persons_ : 1;
  values_[id].reserve(rows);
  std::vector<evaluated> operands;
  for (std::size_t row = 0; row < rows; ++row) {
    if (one.kind == step_kind::input) {
      values_[id].push_back(bind(one, one.of == domain::person ? std::optional(row) : std::nullopt));
      continue;
    }
    if (one.over_persons && !persons_stated_) {
      values_[id].push_back(nobody_);
      continue;
    }
    operands.clear();
    if (one.over_persons)
      for (std::size_t person = 0; person < persons_; ++person)
        for (const step_id operand : one.operands) operands.push_back(at(operand, person));
    else
      for (const step_id operand : one.operands) operands.push_back(at(operand, row));
    evaluated result = compute(one, operands);
    if (one.kind == step_kind::ask && one.of == domain::person && result.state() == knowledge::unknown)
      result = evaluated::unknown({{one.definition, row}});  // whose value it is
    values_[id].push_back(std::move(result));
  }
}

SLIEKSNIS_INLINE const evaluated& evaluation::at(step_id id, std::size_t person) const {
  const auto& column = values_[id];
  if (plan_->steps()[id].of != domain::person) return column.front();
  return column.empty() ? nobody_ : column[person];
}

SLIEKSNIS_INLINE const stated_value* evaluation::stated_for(const step& input,
                                                            std::optional<std::size_t> person) const {
  const auto in = [&](const stated_values& values) -> const stated_value* {
    const auto found = values.find(input.definition);
    return found == values.end() ? nullptr : &found->second;
  };
  if (plan_->shape().overridden.contains(input.definition)) return in(facts_->overrides());
  return person ? in((*facts_->persons())[*person]) : in(facts_->common());
}

SLIEKSNIS_INLINE bool evaluation::group_stated(const std::string& group) const {
  if (!persons_stated_) return false;
  return std::any_of(facts_->persons()->begin(), facts_->persons()->end(), [&](const auto& person) {
    return std::any_of(person.begin(), person.end(),
                       [&](const auto& one) { return plan_->book().at(one.first).group == group; });
  });
}

SLIEKSNIS_INLINE evaluated evaluation::bind(const step& input, std::optional<std::size_t> person) const {
  if (const auto* stated = stated_for(input, person)) return stated->what;
  const definition& of = plan_->book().at(input.definition);
  if (of.otherwise && (!of.otherwise->if_group_stated || group_stated(of.group))) return of.otherwise->what;
  return evaluated::unknown({{input.definition, person}});
}

SLIEKSNIS_INLINE bool evaluation::assumed(std::size_t definition, std::size_t person) const {
  step input;
  input.definition = definition;
  const auto& of = plan_->book().at(definition);
  if (of.kind != definition_kind::fact || !of.otherwise) return false;
  return stated_for(input, of.of == entity::person ? std::optional(person) : std::nullopt) == nullptr;
}

SLIEKSNIS_INLINE std::vector<bool> evaluation::reached(const std::vector<step_id>& roots,
                                                       std::optional<std::size_t> person) const {
  const auto& steps = plan_->steps();
  std::vector<bool> result(steps.size(), false);
  std::vector<bool> everybody(steps.size(), !person);  // reached through a step over all persons
  for (const step_id root : roots) result[root] = true;
  // Operands come before their step, so one walk from the end reaches everything.
  for (std::size_t id = result.size(); id-- > 0;) {
    if (!result[id]) continue;
    const step& one = steps[id];
    const bool all = one.of == domain::person ? everybody[id] : one.over_persons || !person;
    const auto reach = [&](step_id operand) {
      result[operand] = true;
      if (all) everybody[operand] = true;
    };
    const std::size_t first = one.of == domain::person && !all ? *person : 0;
    const std::size_t last = one.of != domain::person ? 1 : all ? persons_ : first + 1;
    const auto everywhere = [&](step_id operand, const auto& holds) {
      for (std::size_t row = first; row < last; ++row)
        if (!holds(at(operand, row))) return false;
      return true;
    };
    const auto known = [](const evaluated& value) { return value.known(); };
    if (one.kind == step_kind::choose && everywhere(one.operands[0], known)) {
      reach(one.operands[0]);
      if (!everywhere(one.operands[0], [](const evaluated& value) { return value.is(false); }))
        reach(one.operands[1]);
      if (!everywhere(one.operands[0], [](const evaluated& value) { return value.is(true); }))
        reach(one.operands[2]);
    } else if (one.kind == step_kind::first_known) {
      // Up to the first operand that is known for the case, or for every person.
      for (const step_id operand : one.operands) {
        reach(operand);
        if (everywhere(operand, known)) break;
      }
    } else if (one.kind == step_kind::ask && one.of != domain::person &&
               !at(static_cast<step_id>(id)).known()) {
      // It is asked for itself; what it might have been computed from explains nothing.
    } else {
      for (const step_id operand : one.operands) reach(operand);
    }
  }
  return result;
}

SLIEKSNIS_INLINE std::vector<assumption> evaluation::assumptions_below(
    const std::vector<step_id>& roots, std::optional<std::size_t> person) const {
  const auto below = reached(roots, person);
  std::vector<assumption> result;
  for (std::size_t id = 0; id < below.size(); ++id) {
    const step& one = plan_->steps()[id];
    if (!below[id] || one.kind != step_kind::input) continue;
    const std::size_t rows = one.of == domain::person ? persons_ : 1;
    for (std::size_t row = 0; row < rows; ++row) {
      const assumption found{one.definition, one.of == domain::person ? std::optional(row) : std::nullopt};
      if (at(static_cast<step_id>(id), row).known() && assumed(one.definition, row) &&
          std::find(result.begin(), result.end(), found) == result.end())
        result.push_back(found);
    }
  }
  return result;
}

}  // namespace v0
}  // namespace slieksnis
