// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include "rule_book_builder.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// The folder of `rules/gmi/rule.json` is `gmi`; empty when the file is not named so.
SLIEKSNIS_INLINE std::string topic_folder(std::string_view file) {
  constexpr std::string_view suffix = "/rule.json";
  if (!file.ends_with(suffix)) return {};
  file.remove_suffix(suffix.size());
  return std::string(file.substr(file.rfind('/') + 1));
}

}  // namespace detail

SLIEKSNIS_INLINE void rule_book_builder::read_topic(const source_pointer& file, const json_value& value) {
  object_reader object(value, rule_codes);
  topic result;
  result.source = file;
  result.name = object.text("topic", true).value_or("");
  const std::string folder = detail::topic_folder(file->name());
  if (!folder.empty() && !result.name.empty() && folder != result.name)
    object.required("topic")->wrong(
        error_code::rule_topic,
        {{"mapes nosaukums " + in_quotes(folder), "the folder's name " + in_quotes(folder)},
         same(in_quotes(result.name)),
         {"nosauciet tematu un mapi vienādi", "give the topic and the folder one name"}});
  result.title = read_words(object, "title", true);
  if (const auto covers = object.required("covers")) {
    object_reader span(*covers, rule_codes);
    result.covers.from = read_date(span, "from", true).value_or(first_date);
    result.covers.to = read_date(span, "to", true).value_or(last_date);
    span.finish();
    if (span.is_object() && result.covers.to <= result.covers.from)
      covers->wrong(error_code::rule_covers,
                    {{"\"to\" pēc \"from\"", "\"to\" after \"from\""},
                     {"no " + to_string(result.covers.from) + " līdz " + to_string(result.covers.to),
                      "from " + to_string(result.covers.from) + " to " + to_string(result.covers.to)},
                     {"\"to\" ir pirmā diena, uz kuru temats vairs neattiecas",
                      "\"to\" is the first day that the topic no longer covers"}});
  }
  result.reviewed = read_date(object, "reviewed", true).value_or(first_date);
  static_cast<void>(object.optional("sources"));  // read before all rule files
  result.statistics = object.flag("statistics");
  if (object.has("uses")) result.uses = read_names(object, "uses", false);
  const std::size_t id = book_.topics_.size();
  book_.topics_.push_back(std::move(result));

  const auto each = [&](std::string_view key, const auto& read) {
    if (const auto section = object.optional(key)) {
      object_reader names(*section, rule_codes);
      for (const auto& [name, one] : names.members()) read(name, one);
    }
  };
  each("units", [&](const json_key& name, const json_value& one) {
    object_reader unit(one, rule_codes);
    if (!unit_topics_.emplace(name.name, id).second)
      one.wrong(error_code::rule_duplicate_name,
                {{"mērvienība, kam vēl nav vārdu", "a unit that has no words yet"},
                 same(in_quotes(name.name)),
                 {"vārdus dod viens temats; pārējie to min \"uses\"",
                  "one topic gives the words; others name it in \"uses\""}});
    const std::string unit_name(name.name);
    book_.units_[unit_name] = {unit.text("lv", true).value_or(""), unit.text("en", true).value_or("")};
    if (const auto singular = unit.optional("one")) book_.units_of_one_[unit_name] = read_words(*singular);
    unit.finish();
  });
  for (const auto& proper : read_names(object, "proper_names", false))
    book_.proper_names_[folded(proper.first)] = proper.first;
  each("groups", [&](const json_key& name, const json_value& one) {
    object_reader group(one, rule_codes);
    const std::string group_name(name.name);
    book_.groups_[group_name] = read_words(group, "assumed", true);
    if (const auto sum = group.text("sum", false)) book_.group_sums_[group_name] = *sum;
    if (const auto question = group.optional("question"))
      book_.group_questions_[group_name] = read_words(*question);
    group.finish();
  });
  each("facts",
       [&](const auto& name, const auto& one) { read_definition(definition_kind::fact, id, name, one); });
  each("parameters", [&](const auto& name, const auto& one) {
    read_definition(definition_kind::parameter, id, name, one);
  });
  each("variables",
       [&](const auto& name, const auto& one) { read_definition(definition_kind::variable, id, name, one); });
  each("statuses",
       [&](const auto& name, const auto& one) { read_definition(definition_kind::status, id, name, one); });
  each("benefits",
       [&](const auto& name, const auto& one) { read_definition(definition_kind::benefit, id, name, one); });
  each("person_kinds", [&](const auto& name, const auto& one) { read_person_kind(name, one); });
  const auto each_of = [&](std::string_view key, const auto& read) {
    const auto list = object.optional(key);
    if (!list) return;
    if (list->node.kind != json_kind::list) list->wrong_kind(error_code::rule_kind, {"saraksts", "a list"});
    for (std::size_t i = 0; list->node.kind == json_kind::list && i < list->node.items.size(); ++i)
      read(list->item(i));
  };
  const auto read_unless_partial = [&](std::string_view key, const auto& read) {
    if (book_.partial_)
      static_cast<void>(object.optional(key));  // what proves the rules says nothing about a case
    else
      each_of(key, read);
  };
  read_unless_partial("published", [&](const json_value& one) { read_published(book_.topics_[id], one); });
  read_unless_partial("rows", [&](const json_value& one) { read_row(book_.topics_[id], one); });
  read_unless_partial("conflicts", [&](const json_value& one) { read_conflict(book_.topics_[id], one); });
  object.finish();
}

SLIEKSNIS_INLINE void rule_book_builder::read_person_kind(const json_key& name, const json_value& value) {
  object_reader object(value, rule_codes);
  person_kind result;
  result.name = name.name;
  result.at = value.at();
  result.latvian = object.text("lv", true).value_or("");
  result.also = read_also(object);
  result.title = read_words(object, "title", true);
  result.takes = object.text("takes", true).value_or("count");
  if (const auto sets = object.optional("sets")) {
    object_reader members(*sets, rule_codes);
    for (const auto& [key, one] : members.members()) {
      if (one.node.kind != json_kind::text)
        one.wrong_kind(error_code::rule_kind, {"teksts pēdiņās", "a text in quotes"});
      else
        result.sets.emplace_back(key.name, one.node.text);
    }
  }
  for (auto& form : read_names(object, "forms", false)) result.forms.push_back(std::move(form.first));
  object.finish();
  result.topic = book_.topics_.size() - 1;
  book_.person_kinds_.push_back(std::move(result));
}

SLIEKSNIS_INLINE void rule_book_builder::read_published(topic& owner, const json_value& value) {
  object_reader object(value, rule_codes);
  published_figure result;
  result.of_name = object.text("of", true).value_or("");
  result.on = read_date(object, "on", true).value_or(first_date);
  const auto what = object.required("value");
  result.at = what ? what->at() : value.at();
  if (what) {
    if (what->node.kind == json_kind::text)
      result.what =
          std::string(what->node.text);  // read for its type once the name is known: check_published
    else
      static_cast<void>(read_number(*what));
  }
  result.sources = read_source_ids(object, true);
  result.conflict = read_words(object, "conflict", false);
  result.open = object.flag("open");
  if (object.has("open") && !object.has("conflict") && !object.misspelt({"conflict"}))
    object.optional("open")->wrong(
        error_code::rule_conflict,
        {{"\"conflict\", kas paskaidro atšķirību", "a \"conflict\" that explains the difference"},
         {"\"open\" bez \"conflict\"", "\"open\" without one"},
         {"pievienojiet \"conflict\" abās valodās vai izņemiet \"open\"",
          "add a \"conflict\" in both languages, or remove \"open\""}});
  if (const auto given = object.optional("given")) {
    object_reader members(*given, rule_codes);
    for (const auto& [key, one] : members.members()) result.given.emplace_back(key.name, one.node.text);
  }
  if (const auto facts = object.optional("facts")) result.facts.emplace(facts->node);
  object.finish();
  owner.published.push_back(std::move(result));
}

SLIEKSNIS_INLINE std::vector<std::string> rule_book_builder::read_also(object_reader& object) {
  std::vector<std::string> result;
  const auto list = object.optional("also");
  if (!list) return result;
  const bool names = list->node.kind == json_kind::list && !list->node.items.empty() &&
                     std::all_of(list->node.items.begin(), list->node.items.end(), [](const json_node& one) {
                       return one.kind == json_kind::text && !one.text.empty();
                     });
  if (!names)
    list->wrong_kind(error_code::rule_kind, {"saraksts ar nosaukumiem", "a list of names"});
  else
    for (const json_node& one : list->node.items) result.emplace_back(one.text);
  return result;
}

SLIEKSNIS_INLINE void rule_book_builder::add_name(std::string_view name, std::size_t id, const place& at,
                                                  std::string_view path) {
  const auto [known, added] = book_.spoken_.emplace(folded(name), id);
  if (added || known->second == id) return;
  errors_.emplace_back(error_code::rule_duplicate_name, path.empty() ? at : member(at, path),
                       complaint{{"vēl neizmantots nosaukums", "a name not used yet"},
                                 already_used(name, book_.definitions_[known->second].at),
                                 {"izvēlieties citu nosaukumu", "choose another name"}});
}

SLIEKSNIS_INLINE words rule_book_builder::already_used(std::string_view name, const place& first) {
  const std::string line =
      first.source->name() + ":" + std::to_string(first.source->at(first.where.begin).line);
  return {in_quotes(name) + ", kas jau lietots: " + line, in_quotes(name) + ", already used at " + line};
}

}  // namespace v0
}  // namespace slieksnis
