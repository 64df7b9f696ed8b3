// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <utility>

#include "rule_book.hpp"
#include "rule_book_builder.hpp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE std::optional<std::size_t> rule_book::find(std::string_view name) const {
  const auto found = names_.find(std::string(name));
  return found == names_.end() ? std::nullopt : std::optional(found->second);
}

SLIEKSNIS_INLINE std::optional<std::size_t> rule_book::find_spoken(std::string_view name) const {
  const auto found = spoken_.find(folded(name));
  return found == spoken_.end() ? std::nullopt : std::optional(found->second);
}

SLIEKSNIS_INLINE words rule_book::unit_words(const std::string& unit) const {
  const auto found = units_.find(unit);
  return found == units_.end() ? same(unit == "1" ? "" : unit) : found->second;
}

SLIEKSNIS_INLINE words rule_book::group_words(const std::string& group) const {
  const auto found = groups_.find(group);
  return found == groups_.end() ? words{} : found->second;
}

SLIEKSNIS_INLINE rule_book_builder::rule_book_builder(const std::vector<source_pointer>& files) {
  std::vector<std::pair<source_pointer, json_node>> rules;
  for (const auto& file : files) {
    const std::string_view name = file->name();
    if (name.ends_with("cases.json") || name.ends_with(".md")) continue;
    auto tree = parse_json(file, errors_);
    if (!tree) continue;
    if (name.ends_with("sources.json"))
      read_sources({file, *tree, {}, errors_});
    else
      rules.emplace_back(file, std::move(*tree));
  }
  for (const auto& [file, tree] : rules) {  // a rule file may bring sources of its own
    if (const auto* own = tree.find("sources")) {
      object_reader list({file, *own, "/sources", errors_}, rule_codes);
      for (const auto& [id, one] : list.members()) read_citation(id, one);
    }
  }
  for (const auto& [file, tree] : rules) read_topic(file, {file, tree, {}, errors_});
  if (!errors_.empty()) return;  // meaning is checked once the shape is right, so that one slip is one error

  for (auto& one : book_.definitions_) check_definition(one);
  for (auto& one : book_.topics_) check_published(one);
  for (const auto& kind : book_.person_kinds_) check_person_kind(kind);
  if (errors_.empty()) check_cycles();
  if (!errors_.empty()) return;

  period span{last_date, first_date};
  for (const auto& one : book_.definitions_) {
    if (one.kind != definition_kind::benefit && one.kind != definition_kind::status) continue;
    span.from = std::min(span.from, one.span().from);
    span.to = std::max(span.to, one.span().to);
  }
  if (span.to <= span.from)
    for (const auto& one : book_.topics_) span = {std::min(span.from, one.covers.from), std::max(span.to, one.covers.to)};
  book_.span_ = span;
}

SLIEKSNIS_INLINE rule_book load_rule_book(const std::vector<source_pointer>& files) {
  rule_book_builder builder(files);
  if (!builder.errors().empty()) throw unusable(builder.errors());
  return std::move(builder).take();
}

SLIEKSNIS_INLINE std::vector<error> check_rule_files(const std::vector<source_pointer>& files) {
  return rule_book_builder(files).errors();
}

}  // namespace v0
}  // namespace slieksnis
