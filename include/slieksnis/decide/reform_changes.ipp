// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

#include "make_plan.hpp"
#include "reform_changes.hpp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE std::vector<reform_change> reform_changes(const rule_book& book,
                                                           const std::vector<const plan*>& plans) {
  std::set<const version*> read;
  for (const plan* one : plans)
    for (const planned_value& value : one->values()) {
      if (value.overridden) continue;
      read.insert(value.rule);
      for (const planned_value& part : value.by_version) read.insert(part.rule);
    }
  std::vector<reform_change> result;
  for (std::size_t id = 0; id < book.definitions().size(); ++id)
    for (const version& one : book.at(id).versions)
      if (one.reform) result.push_back({id, &one, read.contains(&one), nullptr});
  // What a reform writes as one version is cut where the law's versions meet.
  const auto written_as = [](const reform_change& one) {
    return std::pair(one.definition, std::pair(one.rule->at.source, one.rule->at.where.begin));
  };
  std::set<decltype(written_as(result.front()))> read_texts;
  for (const reform_change& one : result)
    if (one.read) read_texts.insert(written_as(one));
  for (reform_change& one : result) one.read = read_texts.contains(written_as(one));
  return result;
}

SLIEKSNIS_INLINE std::vector<reform_change> reform_changes(const rule_book& before, const rule_book& after,
                                                           const std::vector<const plan*>& plans) {
  std::vector<reform_change> result = reform_changes(after, plans);
  // Both may have overlays of their own behind those that they share.
  std::size_t own = 0;
  const std::size_t most = std::min(before.reforms().size(), after.reforms().size());
  while (own < most && before.reforms()[own].name == after.reforms()[own].name) ++own;
  std::erase_if(result, [&](const reform_change& one) { return *one.rule->reform < own; });
  for (reform_change& one : result) {
    const auto known = before.find(after.at(one.definition).name);
    if (known) one.law = before.at(*known).in_force(one.rule->when.from);
  }
  return result;
}

SLIEKSNIS_INLINE std::vector<reform_change> reform_changes(const rule_book& before, const rule_book& after,
                                                           const std::vector<std::size_t>& wanted,
                                                           const case_shape& shape, const period& when) {
  std::set<date> days{when.from};
  for (const reform_change& one : reform_changes(before, after, {}))
    if (when.contains(one.rule->when.from)) days.insert(one.rule->when.from);
  std::vector<std::unique_ptr<plan>> plans;
  std::vector<const plan*> read;
  for (const date day : days) {
    std::vector<std::size_t> in_force;
    for (const std::size_t id : wanted)
      if (after.at(id).by_definition || after.at(id).in_force(day) != nullptr) in_force.push_back(id);
    if (in_force.empty()) continue;
    plans.push_back(std::make_unique<plan>(make_plan(after, day, in_force, shape)));
    read.push_back(plans.back().get());
  }
  return reform_changes(before, after, read);
}

SLIEKSNIS_INLINE std::vector<reform_change> unread(const std::vector<reform_change>& changes) {
  const auto which = [](const reform_change& one) { return std::pair(one.definition, one.rule->reform); };
  std::set<decltype(which(changes.front()))> told;
  for (const reform_change& one : changes)
    if (one.read) told.insert(which(one));
  std::vector<reform_change> result;
  for (const reform_change& one : changes)
    if (told.insert(which(one)).second) result.push_back(one);
  return result;
}

}  // namespace v0
}  // namespace slieksnis
