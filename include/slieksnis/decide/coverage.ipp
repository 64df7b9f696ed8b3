// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "../source/natural_order.hpp"
#include "coverage.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

template <typename Item>
void add_once(std::vector<Item>& list, const Item& one) {
  if (std::find(list.begin(), list.end(), one) == list.end()) list.push_back(one);
}

/// Periods in order; those that overlap or follow each other without a gap become one.
SLIEKSNIS_INLINE std::vector<period> merged(std::vector<period> all) {
  std::sort(all.begin(), all.end(), [](const period& a, const period& b) {
    return std::pair(a.from, a.to) < std::pair(b.from, b.to);
  });
  std::vector<period> result;
  for (const period& one : all) {
    if (result.empty() || result.back().to < one.from)
      result.push_back(one);
    else
      result.back().to = std::max(result.back().to, one.to);
  }
  return result;
}

SLIEKSNIS_INLINE void add_version(covered_row& target, const version& rule) {
  target.support = std::max(target.support, rule.support);  // low is the greatest
  if (!rule.sources.empty()) add_once(target.main_sources, rule.sources.front());
  for (const std::size_t source : rule.sources) add_once(target.sources, source);
  if (!rule.table) return;
  for (const table_row& row : rule.table->rows) {
    target.support = std::max(target.support, row.support);
    if (!row.sources.empty()) add_once(target.main_sources, row.sources.front());
    for (const std::size_t source : row.sources) add_once(target.sources, source);
  }
}

/// The definitions that a case expects something of.
SLIEKSNIS_INLINE std::set<std::size_t> expected_names(const rule_book& book, const expected_case& one) {
  std::set<std::size_t> result;
  for (const json_key& key : one.expect.keys)
    if (const auto id = book.find_spoken(key.name)) result.insert(*id);
  return result;
}

}  // namespace detail

SLIEKSNIS_INLINE std::vector<covered_row> coverage_of(const rule_book& book,
                                                      const std::vector<expected_case>& cases) {
  std::vector<covered_row> result;
  for (const topic& owner : book.topics())
    for (const report_row& row : owner.rows) {
      auto known = std::find_if(result.begin(), result.end(),
                                [&](const covered_row& one) { return one.row == row.row; });
      if (known == result.end()) {
        known = result.insert(result.end(), covered_row());
        known->row = row.row;
        known->title = row.title;
        known->reviewed = owner.reviewed;
      }
      known->reviewed = std::min(known->reviewed, owner.reviewed);
      for (const std::size_t id : row.rules) detail::add_once(known->rules, id);
    }
  for (covered_row& row : result) {
    for (const std::size_t id : row.rules) {
      const definition& of = book.at(id);
      row.reviewed = std::min(row.reviewed, book.topics()[of.topic].reviewed);
      if (!of.versions.empty()) row.periods.push_back(of.span());
      for (const version& rule : of.versions) detail::add_version(row, rule);
    }
    row.periods = detail::merged(std::move(row.periods));
    std::stable_partition(row.sources.begin(), row.sources.end(), [&](std::size_t source) {
      return std::find(row.main_sources.begin(), row.main_sources.end(), source) != row.main_sources.end();
    });
  }
  for (const expected_case& one : cases) {
    const auto names = detail::expected_names(book, one);
    for (covered_row& row : result)
      row.cases +=
          std::any_of(row.rules.begin(), row.rules.end(), [&](std::size_t id) { return names.contains(id); });
  }
  std::stable_sort(result.begin(), result.end(), [](const covered_row& a, const covered_row& b) {
    return natural_order(a.row, b.row) < 0;
  });
  return result;
}

}  // namespace v0
}  // namespace slieksnis
