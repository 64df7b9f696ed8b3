// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <utility>

#include "case_differences.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// The law that a step used, as text: rows and formulas of two books have nothing else in common.
SLIEKSNIS_INLINE std::vector<std::string> law_of(const trace_step& step) {
  std::vector<std::string> all;
  if (step.rule == nullptr) return all;
  if (step.row != nullptr) {
    all = step.row->cells;
    all.push_back(step.row->amount.source.text);
  } else if (step.used != nullptr && !step.rule->plain_value) {  // a figure is its value
    all.push_back(step.used->source.text);
  }
  if (step.rule->entitled_if) all.push_back(step.rule->entitled_if->source.text);
  if (step.rule->round)
    all.push_back(to_string(step.rule->round->to) + " " + std::string(name_of(step.rule->round->mode)));
  return all;
}

SLIEKSNIS_INLINE bool same_result(const evaluated& a, const evaluated& b) {
  return a.state() == b.state() && (!a.known() || a.what() == b.what());
}

/// Pairs two lists by a key, in an order that keeps both: what only the second one has stands before the next
/// pair.
template <typename Item, typename Key, typename Pair>
void pair_up(const std::vector<Item>& before, const std::vector<Item>& after, const Key& key_before,
             const Key& key_after, const Pair& pair) {
  using key_of = decltype(key_before(before.front()));
  std::map<key_of, std::size_t> places;
  for (std::size_t i = 0; i < after.size(); ++i) places.emplace(key_after(after[i]), i);
  std::vector<bool> paired(after.size(), false);
  for (const Item& one : before)
    if (const auto found = places.find(key_before(one)); found != places.end()) paired[found->second] = true;
  std::size_t next = 0;
  for (const Item& one : before) {
    const auto found = places.find(key_before(one));
    if (found == places.end()) {
      pair(&one, nullptr);
      continue;
    }
    for (; next < found->second; ++next)
      if (!paired[next]) pair(nullptr, &after[next]);
    pair(&one, &after[found->second]);
    next = std::max(next, found->second);
  }
  for (; next < after.size(); ++next)
    if (!paired[next]) pair(nullptr, &after[next]);
}

}  // namespace detail

SLIEKSNIS_INLINE bool decision_pair::changed() const noexcept {
  return before == nullptr || after == nullptr || before->outcome != after->outcome ||
         before->amount != after->amount;
}

SLIEKSNIS_INLINE std::vector<decision_pair> pairs_of(const rule_book& book_before,
                                                     const std::vector<decision>& before,
                                                     const rule_book& book_after,
                                                     const std::vector<decision>& after) {
  using key = std::pair<std::string, std::optional<std::size_t>>;
  const auto step_key = [](const rule_book& book) {
    return std::function([&book](const trace_step& one) {
      return key{book.at(one.definition).name, one.person};
    });
  };
  const auto decision_key = [](const rule_book& book) {
    return std::function([&book](const decision& one) { return key{book.at(one.benefit).name, one.person}; });
  };
  std::vector<decision_pair> result;
  detail::pair_up(before, after, decision_key(book_before), decision_key(book_after),
                  [&](const decision* a, const decision* b) {
                    decision_pair& made = result.emplace_back();
                    made.before = a;
                    made.after = b;
                    const std::vector<trace_step> none;
                    detail::pair_up(
                        a != nullptr ? a->trace : none, b != nullptr ? b->trace : none, step_key(book_before),
                        step_key(book_after), [&](const trace_step* old_step, const trace_step* new_step) {
                          step_pair step{old_step, new_step, false, false};
                          if (old_step != nullptr && new_step != nullptr) {
                            step.other_value = !detail::same_result(old_step->result, new_step->result);
                            step.other_rule = old_step->from != new_step->from ||
                                              detail::law_of(*old_step) != detail::law_of(*new_step);
                          }
                          made.steps.push_back(step);
                        });
                  });
  return result;
}

}  // namespace v0
}  // namespace slieksnis
