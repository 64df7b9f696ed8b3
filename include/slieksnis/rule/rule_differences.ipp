// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <utility>

#include "rule_differences.hpp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE bool same_law(const version& a, const version& b) {
  const auto texts = [](const version& of) {
    std::vector<std::string> all;
    for (const formula& one : of.alternatives) all.push_back(one.source.text);
    all.push_back(of.entitled_if ? of.entitled_if->source.text : std::string());
    if (of.round) all.push_back(to_string(of.round->to) + " " + std::string(name_of(of.round->mode)));
    if (of.reviewed_each)
      all.push_back(std::to_string(of.reviewed_each->month) + "-" + std::to_string(of.reviewed_each->day));
    if (of.table) {
      all.insert(all.end(), of.table->inputs.begin(), of.table->inputs.end());
      all.emplace_back(of.table->unique ? "unique" : "first");
      all.emplace_back(of.table->otherwise_stated ? "stated" : "");
    }
    if (of.table)
      for (const table_row& row : of.table->rows) {
        all.insert(all.end(), row.cells.begin(), row.cells.end());
        all.push_back(row.amount.source.text);
      }
    return all;
  };
  return texts(a) == texts(b);
}

SLIEKSNIS_INLINE bool same_meaning(const definition& a, const definition& b) {
  const auto values = [](const definition& of) {
    std::vector<std::string> all;
    for (std::size_t i = 0; of.what.is_enumeration() && i < of.what.values->size(); ++i)
      all.push_back((*of.what.values)[i].id);
    return all;
  };
  const auto unstated_of = [](const definition& of) {
    return of.otherwise ? to_string(of.otherwise->what) + (of.otherwise->by_law ? " by law" : "") : "";
  };
  return a.kind == b.kind && a.of == b.of && a.what.kind == b.what.kind &&
         to_string(a.what.measure) == to_string(b.what.measure) && a.decimals == b.decimals &&
         a.minimum == b.minimum && a.maximum == b.maximum && a.paid == b.paid && values(a) == values(b) &&
         unstated_of(a) == unstated_of(b);
}

namespace detail {

/// Ids, since the two books number their sources apart.
SLIEKSNIS_INLINE bool same_sources(const rule_book& before, const version& a, const rule_book& after,
                                   const version& b) {
  const auto ids = [](const rule_book& book, const version& of) {
    std::vector<std::string> all;
    for (const std::size_t source : of.sources) all.push_back(book.sources()[source].id);
    return all;
  };
  return ids(before, a) == ids(after, b);
}

/// The days between two changes of either book, one difference for days that differ alike.
SLIEKSNIS_INLINE void add_differences(const rule_book& before, const definition* a, const rule_book& after,
                                      const definition* b, std::vector<rule_difference>& into) {
  std::set<date> days;
  for (const definition* of : {a, b})
    for (std::size_t i = 0; of != nullptr && i < of->versions.size(); ++i)
      days.insert({of->versions[i].when.from, of->versions[i].when.to});
  const bool one_alone = a == nullptr || b == nullptr;
  if (one_alone ? days.empty() : !same_meaning(*a, *b)) into.push_back({a, b, {}, nullptr, nullptr, false});
  if (days.empty()) return;  // a fact
  const std::size_t first = into.size();
  for (auto from = days.begin(), to = std::next(from); to != days.end(); ++from, ++to) {
    const version* old_rule = a != nullptr ? a->in_force(*from) : nullptr;
    const version* new_rule = b != nullptr ? b->in_force(*from) : nullptr;
    if (old_rule == nullptr && new_rule == nullptr) continue;
    const bool both = old_rule != nullptr && new_rule != nullptr;
    const bool sources = both && same_sources(before, *old_rule, after, *new_rule);
    if (sources && same_law(*old_rule, *new_rule)) continue;
    const bool goes_on = into.size() > first && into.back().when.to == *from &&
                         into.back().old_rule == old_rule && into.back().new_rule == new_rule;
    if (goes_on)
      into.back().when.to = *to;
    else
      into.push_back({a, b, {*from, *to}, old_rule, new_rule, sources});
  }
}

}  // namespace detail

SLIEKSNIS_INLINE std::vector<rule_difference> differences(const rule_book& before, const rule_book& after) {
  std::vector<rule_difference> result;
  const auto of = [](const rule_book& book, const std::string& name) {
    const auto id = book.find(name);
    return id ? &book.at(*id) : nullptr;
  };
  for (const definition& one : before.definitions())
    detail::add_differences(before, &one, after, of(after, one.name), result);
  for (const definition& one : after.definitions())
    if (of(before, one.name) == nullptr) detail::add_differences(before, nullptr, after, &one, result);
  return result;
}

}  // namespace v0
}  // namespace slieksnis
