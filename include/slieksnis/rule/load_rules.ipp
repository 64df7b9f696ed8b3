// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <tuple>
#include <utility>

#include "../source/object_reader.ipp"
#include "load_rules.hpp"
#include "rule_book_builder.hpp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE rule_file_role role_of(std::string_view path) noexcept {
  // The whole name: `my-cases.json` is a rule file, not a file of cases.
  const std::string_view name = path.substr(path.find_last_of("/\\") + 1);
  if (name == "cases.json") return rule_file_role::cases;
  if (name == "sources.json") return rule_file_role::sources;
  return name.ends_with(".md") ? rule_file_role::other : rule_file_role::rules;
}

SLIEKSNIS_INLINE rule_book_builder::rule_book_builder(const std::vector<source_pointer>& files, book_use use,
                                                      const std::vector<source_pointer>& reforms,
                                                      std::optional<date> goes_on_until) {
  book_.partial_ = use == book_use::answers;
  std::vector<std::pair<source_pointer, json_tree>> trees;
  for (const auto& file : files) {
    const rule_file_role role = role_of(file->name());
    if (role == rule_file_role::cases || role == rule_file_role::other) continue;
    auto tree = parse_json(file, errors_);
    sources_missing_ = sources_missing_ || (!tree && role == rule_file_role::sources);
    if (!tree) continue;
    if (role == rule_file_role::sources)
      read_sources({file, *tree, {}, errors_});
    else
      trees.emplace_back(file, std::move(*tree));
  }
  for (const auto& [file, tree] : trees) {  // a rule file may bring sources of its own
    if (const auto* own = tree.find("sources")) {
      object_reader list({file, *own, "/sources", errors_}, rule_codes);
      for (const auto& [id, one] : list.members()) read_citation(id, one);
    }
  }
  std::size_t names = 0;  // a definition is large: counting them beats moving them with each step of growth
  for (const auto& [file, tree] : trees)
    for (const char* section : {"facts", "parameters", "variables", "statuses", "benefits"})
      if (const auto* found = tree.find(section)) names += found->items.size();
  book_.definitions_.reserve(names);
  for (auto& [file, tree] : trees) {
    read_topic(file, {file, tree, {}, errors_});
    tree = {};  // its memory is taken by what the next file defines
  }
  if (goes_on_until) go_on_until(*goes_on_until);
  for (const auto& file : reforms)
    if (const auto tree = parse_json(file, errors_)) read_reform(file, {file, *tree, {}, errors_});
  // Meaning is checked once the shape is right, so that one slip is one error. A formula that cannot be read
  // has no tree, and disturbs nobody.
  if (std::any_of(errors_.begin(), errors_.end(),
                  [](const error& one) { return !name_of(one.code()).starts_with("formula."); }))
    return;

  for (auto& one : book_.definitions_) periods_wrong_.push_back(!check_periods(one));
  for (auto& one : book_.definitions_) check_definition(one);
  // A reform may use what the topic that it changes does not; the topics themselves are checked without it.
  for (std::size_t id = 0; id < book_.topics_.size() && reforms.empty(); ++id) check_uses(id);
  for (auto& one : book_.topics_) {
    check_published(one);
    check_report(one);
  }
  for (const auto& kind : book_.person_kinds_) check_person_kind(kind);
  // Topics that build on few others are the general ones; their kinds of persons are looked for first.
  std::stable_sort(book_.person_kinds_.begin(), book_.person_kinds_.end(),
                   [&](const person_kind& a, const person_kind& b) {
                     const auto& uses_of_a = book_.topics_[a.topic].uses;
                     const auto& uses_of_b = book_.topics_[b.topic].uses;
                     return (uses_of_a ? uses_of_a->size() : 0) < (uses_of_b ? uses_of_b->size() : 0);
                   });
  if (errors_.empty()) check_cycles();
  if (!errors_.empty()) return;

  period span{last_date, first_date};
  for (const auto& one : book_.definitions_) {
    if (one.kind != definition_kind::benefit && one.kind != definition_kind::status) continue;
    span.from = std::min(span.from, one.span().from);
    span.to = std::max(span.to, one.span().to);
  }
  if (span.to <= span.from)
    for (const auto& one : book_.topics_)
      span = {std::min(span.from, one.covers.from), std::max(span.to, one.covers.to)};
  book_.span_ = span;
}

SLIEKSNIS_INLINE place rule_book_builder::member(const place& outer, std::string_view path, bool key) const {
  if (read_again_.first != outer.source) {
    std::vector<error> ignored;  // there were none
    auto tree = parse_json(outer.source, ignored);
    if (!tree) return outer;
    read_again_ = {outer.source, std::move(*tree)};
  }
  const std::string pointer = outer.pointer + std::string(path);
  const json_node* at = &read_again_.second;
  span key_where;
  for (std::size_t begin = 0; begin < pointer.size();) {
    const std::size_t end = std::min(pointer.find('/', begin + 1), pointer.size());
    const auto index = detail::item_named(*at, std::string_view(pointer).substr(begin + 1, end - begin - 1));
    if (!index) return outer;
    key_where = at->kind == json_kind::object ? at->keys[*index].where : at->items[*index].where;
    at = &at->items[*index];
    begin = end;
  }
  return {outer.source, key ? key_where : at->where, pointer};
}

SLIEKSNIS_INLINE words rule_book_builder::nearest_name(std::string_view name) const {
  std::vector<std::string> names;
  for (const auto& one : book_.definitions_) names.push_back(one.name);
  return book_.find(name) ? words{} : did_you_mean(name, names);
}

namespace detail {
/// Errors in the order of the files, and of the lines of each.
SLIEKSNIS_INLINE std::vector<error> in_order(std::vector<error> errors,
                                             const std::vector<source_pointer>& files) {
  const auto rank = [&](const error& one) {
    const auto file = std::find_if(files.begin(), files.end(),
                                   [&](const auto& known) { return known->name() == one.file(); });
    return std::tuple(file - files.begin(), one.at().line, one.at().column);
  };
  std::stable_sort(errors.begin(), errors.end(),
                   [&](const error& a, const error& b) { return rank(a) < rank(b); });
  return errors;
}
}  // namespace detail

SLIEKSNIS_INLINE rule_book load_rule_book(const std::vector<source_pointer>& files, book_use use) {
  return load_rule_book(files, use, {});
}

SLIEKSNIS_INLINE rule_book load_rule_book(const std::vector<source_pointer>& files, book_use use,
                                          const std::vector<source_pointer>& reforms,
                                          std::optional<date> goes_on_until) {
  rule_book_builder builder(files, use, reforms, goes_on_until);
  if (!builder.errors().empty()) throw unusable(detail::in_order(builder.errors(), files));
  return std::move(builder).take();
}

SLIEKSNIS_INLINE std::vector<error> check_rule_files(const std::vector<source_pointer>& files,
                                                     const std::vector<source_pointer>& reforms) {
  return detail::in_order(rule_book_builder(files, book_use::everything, reforms).errors(), files);
}

}  // namespace v0
}  // namespace slieksnis
