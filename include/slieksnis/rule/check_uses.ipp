// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "../source/object_reader.ipp"
#include "rule_book_builder.hpp"
#include "walk.ipp"

namespace slieksnis {
inline namespace v0 {

/// The topics that a definition needs, each with the name and the place that first needs it.
SLIEKSNIS_INLINE void rule_book_builder::collect_uses(
    const definition& of, std::map<std::size_t, std::pair<std::string, place>>& used) const {
  const auto add = [&](std::size_t topic, const std::string& name, const place& at) {
    used.try_emplace(topic, name, at);
  };
  const auto add_name = [&](const std::string& name, const place& at) {
    if (const auto id = book_.find(name)) add(book_.at(*id).topic, name, at);
  };
  if (const auto words = unit_topics_.find(to_string(of.what.measure));
      of.what.is(type_kind::number) && words != unit_topics_.end())
    add(words->second, words->first, of.at);
  if (!of.by.empty()) add_name(of.by, of.at);
  for (const auto& [name, at] : of.shown_names) add_name(name, at);
  for (const version& one : of.versions) {
    if (one.table)
      for (const auto& input : one.table->inputs) add_name(input, one.table->at);
    detail::each_tree(one, [&](const expression& tree) {
      detail::walk(tree, [&](const expression& e) {
        if (detail::names_definition(e)) add(book_.at(e.definition).topic, e.name, one.at);
      });
    });
  }
}

SLIEKSNIS_INLINE void rule_book_builder::check_uses(std::size_t topic) {
  const slieksnis::topic& owner = book_.topics_[topic];
  if (!owner.uses) return;
  std::map<std::size_t, std::pair<std::string, place>> used;
  for (const definition& of : book_.definitions_)
    if (of.topic == topic) collect_uses(of, used);
  for (const person_kind& kind : book_.person_kinds_) {
    if (kind.at.source != owner.source) continue;
    for (const auto& [name, text] : kind.sets)
      if (const auto id = book_.find(name)) used.try_emplace(book_.at(*id).topic, name, kind.at);
  }
  used.erase(topic);

  std::vector<std::string> names;
  for (const auto& one : book_.topics_) names.push_back(one.name);
  for (const auto& [name, at] : *owner.uses) {
    const auto known = std::find(names.begin(), names.end(), name);
    if (known == names.end())
      errors_.emplace_back(
          error_code::rule_reference, at,
          complaint{{"temats", "a topic"}, same(in_quotes(name)), did_you_mean(name, names)});
    else if (used.erase(static_cast<std::size_t>(known - names.begin())) == 0)
      errors_.emplace_back(
          error_code::rule_uses, at,
          complaint{{"temats, kura nosaukumus šis lieto", "a topic whose names this one uses"},
                    {in_quotes(name) + ", ko nelieto", in_quotes(name) + ", which it does not use"},
                    {"izņemiet to no \"uses\"", "remove it from \"uses\""}});
  }
  for (const auto& [id, why] : used)
    errors_.emplace_back(
        error_code::rule_uses, why.second,
        complaint{{"nosaukums no temata, kas minēts \"uses\"", "a name of a topic listed in \"uses\""},
                  {in_quotes(why.first) + " no temata " + names[id],
                   in_quotes(why.first) + " of topic " + names[id]},
                  {"pievienojiet \"uses\" tematu " + in_quotes(names[id]),
                   "add " + in_quotes(names[id]) + " to \"uses\""}});
}

}  // namespace v0
}  // namespace slieksnis
