// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include "../source/nearest.hpp"
#include "rule_book.hpp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE std::optional<std::size_t> rule_book::find(std::string_view name) const {
  const auto found = names_.find(name);
  return found == names_.end() ? std::nullopt : std::optional(found->second);
}

SLIEKSNIS_INLINE std::optional<std::size_t> rule_book::find_spoken(std::string_view name) const {
  const auto found = spoken_.find(folded(name));
  return found == spoken_.end() ? std::nullopt : std::optional(found->second);
}

SLIEKSNIS_INLINE const person_kind* rule_book::find_person_kind(std::string_view name) const {
  const std::string wanted = folded(name);
  const auto is = [&](const std::string& one) { return folded(one) == wanted; };
  for (const person_kind& kind : person_kinds_)
    if (is(kind.name) || is(kind.latvian) || std::any_of(kind.also.begin(), kind.also.end(), is))
      return &kind;
  return nullptr;
}

SLIEKSNIS_INLINE words rule_book::unit_words(const std::string& unit) const {
  const auto found = units_.find(unit);
  return found == units_.end() ? same(unit == "1" ? "" : unit) : found->second;
}

SLIEKSNIS_INLINE words rule_book::unit_words(const std::string& unit, const rational& number) const {
  words result = unit_words(unit);
  const auto one = units_of_one_.find(unit);
  const auto whole = number.as_integer();
  if (one == units_of_one_.end() || !whole) return result;
  const bool latvian_singular = *whole % 10 == 1 && *whole % 100 != 11;
  if (latvian_singular) result.lv = one->second.lv;
  if (*whole == 1) result.en = one->second.en;
  return result;
}

SLIEKSNIS_INLINE words rule_book::group_words(const std::string& group) const {
  const auto found = groups_.find(group);
  return found == groups_.end() ? words{} : found->second;
}

SLIEKSNIS_INLINE words rule_book::group_question(const std::string& group) const {
  const auto found = group_questions_.find(group);
  return found == group_questions_.end() ? words{} : found->second;
}

SLIEKSNIS_INLINE std::optional<std::size_t> rule_book::sum_of_group(const std::string& group) const {
  const auto found = group_sums_.find(group);
  return found == group_sums_.end() ? std::nullopt : find(found->second);
}

SLIEKSNIS_INLINE std::string rule_book::written_word(const std::string& word) const {
  const auto found = proper_names_.find(folded(word));
  return found == proper_names_.end() ? word : found->second;
}

}  // namespace v0
}  // namespace slieksnis
