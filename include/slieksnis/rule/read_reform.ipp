// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <utility>

#include "rule_book_builder.hpp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE void rule_book_builder::go_on_until(date last) {
  date known = first_date;
  for (const topic& one : book_.topics_) known = std::max(known, one.covers.to);
  if (book_.topics_.empty() || last < known) return;
  const date end = last + std::chrono::days{1};
  book_.assumed_days_ = period{known, end};
  for (definition& one : book_.definitions_) {
    const bool ends_with_rules = book_.topics_[one.topic].covers.to == known && !one.versions.empty();
    if (ends_with_rules && one.versions.back().to == known) one.versions.back().to.reset();
  }
  for (topic& one : book_.topics_)
    if (one.covers.to == known) one.covers.to = end;
}

SLIEKSNIS_INLINE void rule_book_builder::read_reform(const source_pointer& file, const json_value& value) {
  object_reader object(value, rule_codes);
  if (object.is_object() && value.node.find("reform") == nullptr) {  // each key would be wrong in turn
    errors_.emplace_back(error_code::rule_missing_key, value.opening(),
                         complaint{{"reforma ar \"reform\", \"title\" un to, ko tā maina",
                                    "a reform with \"reform\", \"title\" and what it changes"},
                                   {"fails bez \"reform\"", "a file without \"reform\""},
                                   {"reformā ir tikai izmaiņas; kā to rakstīt, ir rules/README.md",
                                    "a reform holds changes only; rules/README.md tells how to write one"}});
    return;
  }
  reform result;
  result.name = object.text("reform", true).value_or("");
  result.title = read_words(object, "title", true);
  result.topic = book_.topics_.size();
  result.citation = book_.sources_.size();

  topic own;
  own.name = result.name;
  own.title = result.title;
  own.source = file;
  own.covers = {last_date, first_date};
  for (const topic& one : book_.topics_) {
    own.covers = {std::min(own.covers.from, one.covers.from), std::max(own.covers.to, one.covers.to)};
    own.reviewed = std::max(own.reviewed, one.reviewed);  // as far as the law that it builds on was checked
  }
  book_.topics_.push_back(std::move(own));
  citation itself;
  itself.id = "reform:" + result.name;
  itself.act = {"Reforma „" + result.title.lv + "”", "The reform “" + result.title.en + "”"};
  itself.kind = "reform";
  if (file->kind() == source_kind::file) itself.address = file->name();  // words of a command line have none
  book_.sources_.push_back(std::move(itself));
  if (const auto sources = object.optional("sources")) {
    object_reader list(*sources, rule_codes);
    for (const auto& [id, one] : list.members()) read_citation(id, one);
  }
  const std::size_t topic_id = result.topic;
  reform_ = book_.reforms_.size();
  book_.reforms_.push_back(std::move(result));

  constexpr std::pair<const char*, definition_kind> sections[] = {{"facts", definition_kind::fact},
                                                                  {"parameters", definition_kind::parameter},
                                                                  {"variables", definition_kind::variable},
                                                                  {"statuses", definition_kind::status},
                                                                  {"benefits", definition_kind::benefit}};
  for (const auto& [key, kind] : sections) {
    const auto section = object.optional(key);
    if (!section) continue;
    object_reader names(*section, rule_codes);
    for (const auto& [name, one] : names.members()) read_change(kind, topic_id, name, one);
  }
  object.finish();
  reform_.reset();
}

/// A definition that the rules have gets new versions; one with a title of its own is new.
SLIEKSNIS_INLINE void rule_book_builder::read_change(definition_kind kind, std::size_t topic,
                                                     const json_key& name, const json_value& value) {
  const auto known = book_.find(name.name);
  if (!known) {
    if (value.node.find("title") != nullptr) return read_definition(kind, topic, name, value);
    const words near = nearest_name(name.name);
    errors_.emplace_back(
        error_code::rule_reference, place{value.source, name.where, value.pointer()},
        complaint{{"nosaukums no likuma noteikumiem, ko reforma maina",
                   "a name of the rules that the reform changes"},
                  same(in_quotes(name.name)),
                  near.empty() ? words{"jaunai vērtībai vajag arī \"title\", \"lv\" un pārējo",
                                       "a new value also needs \"title\", \"lv\" and the rest"}
                               : near});
    return;
  }
  const definition owner = book_.at(*known);
  if (owner.kind != kind || kind == definition_kind::fact) {
    constexpr std::string_view sections[] = {"facts", "parameters", "variables", "statuses", "benefits"};
    const std::string section(sections[static_cast<std::size_t>(owner.kind)]);
    errors_.emplace_back(
        error_code::rule_reference, place{value.source, name.where, value.pointer()},
        kind == definition_kind::fact
            ? complaint{{"jauns fakts", "a new fact"},
                        already_used(name.name, owner.at),
                        {"reforma maina noteikumus, ne to, ko par sevi norāda cilvēks",
                         "a reform changes rules, not what people state about themselves"}}
            : complaint{{in_quotes(owner.name) + " sadaļā " + in_quotes(section),
                         in_quotes(owner.name) + " in the section " + in_quotes(section)},
                        {"cita sadaļa", "another section"},
                        {"pārceliet to uz " + in_quotes(section), "move it to " + in_quotes(section)}});
    return;
  }
  object_reader object(value, rule_codes);
  std::vector<version> changes;
  if (const auto versions = object.required("versions")) {
    if (versions->node.kind != json_kind::list || versions->node.items.empty())
      versions->wrong_kind(error_code::rule_kind, {"saraksts ar versijām", "a list of versions"});
    else
      for (std::size_t i = 0; i < versions->node.items.size(); ++i)
        changes.push_back(read_version(owner, versions->item(i)));
  }
  object.finish();
  if (!changes.empty()) lay_over(book_.definitions_[*known], std::move(changes));
}

/// Whether these days of a definition are free for the reform at hand.
SLIEKSNIS_INLINE bool rule_book_builder::may_replace(const definition& target, const version& old,
                                                     const version& one) {
  if (!old.reform) return true;
  const auto& other = book_.reforms_[*old.reform];
  errors_.emplace_back(error_code::rule_overlap, member(one.at, "/from"),
                       complaint{{"dienas, kuras cita reforma nemaina", "days that no other reform changes"},
                                 {in_quotes(target.name) + " no " + in_words(old.when.from).lv +
                                      " jau maina " + in_quotes(other.name),
                                  in_quotes(target.name) + " from " + to_string(old.when.from) +
                                      " on is already changed by " + in_quotes(other.name)},
                                 {"apvienojiet abas reformas vai ierobežojiet vienu ar \"to\"",
                                  "join the two reforms, or end one of them with \"to\""}});
  return false;
}

/// What a reform leaves unsaid stays as the law has it: a benefit's other half, and the rounding.
SLIEKSNIS_INLINE version rule_book_builder::completed(version one, const version& law) {
  if (one.entitled_if && one.alternatives.empty() && !one.table) one.alternatives = law.alternatives;
  if (!one.entitled_if) one.entitled_if = law.entitled_if;
  if (!one.round) one.round = law.round;
  return one;
}

/// The versions of the law with those of the reform in their place, each on its days. What is left of the law
/// before and after keeps its own text and source.
SLIEKSNIS_INLINE void rule_book_builder::lay_over(definition& target, std::vector<version> changes) {
  const date end_of_all = book_.topics_[target.topic].covers.to;
  const auto end_of = [&](const std::vector<version>& all, std::size_t i) {
    return all[i].to.value_or(i + 1 < all.size() ? all[i + 1].when.from : end_of_all);
  };
  for (std::size_t i = 0; i < target.versions.size(); ++i)
    target.versions[i].when.to = end_of(target.versions, i);
  for (std::size_t i = 0; i < changes.size(); ++i) {
    changes[i].when.to = end_of(changes, i);
    const bool backwards = changes[i].when.to <= changes[i].when.from;
    if (backwards || (i > 0 && changes[i].when.from < changes[i - 1].when.to)) {
      errors_.emplace_back(
          error_code::rule_order, member(changes[i].at, "/from"),
          complaint{{"versijas pēc kārtas, katra ar vismaz vienu dienu noteikumu laikā",
                     "versions in order, each with at least one day that the rules cover"},
                    in_words(changes[i].when.from),
                    {"noteikumi aptver dienas līdz " + in_words(end_of_all - std::chrono::days{1}).lv,
                     "the rules cover days up to " + to_string(end_of_all - std::chrono::days{1})}});
      return;
    }
  }
  std::vector<version> result;
  for (const version& law : target.versions) {
    date from = law.when.from;
    const auto keep = [&](date to) {  // what is left of the law's version
      if (to <= from) return;
      version rest = law;
      rest.when = {from, to};
      result.push_back(std::move(rest));
    };
    for (const version& one : changes) {
      const date begin = std::max(one.when.from, law.when.from);
      const date end = std::min(one.when.to, law.when.to);
      if (end <= begin) continue;
      if (!may_replace(target, law, one)) return;
      keep(begin);
      version piece = completed(one, law);
      piece.when = {begin, end};
      result.push_back(std::move(piece));
      from = end;
    }
    keep(law.when.to);
  }
  // Days of a reform on which the law has nothing to leave the other half to.
  for (const version& one : changes) {
    const bool before = one.when.from < target.versions.front().when.from;
    const bool after = one.when.to > target.versions.back().when.to;
    if (!before && !after) continue;
    const date outside = before ? one.when.from : one.when.to - std::chrono::days{1};
    errors_.emplace_back(
        error_code::rule_covers,
        member(one.at, before   ? "/from"
                       : one.to ? "/to"
                                : "/from"),
        complaint{
            {"diena no " + in_words(target.versions.front().when.from).lv + " līdz " +
                 in_words(target.versions.back().when.last_day()).lv,
             "a day from " + to_string(target.versions.front().when.from) + " to " +
                 to_string(target.versions.back().when.last_day())},
            in_words(outside),
            {"noteikumiem citās dienās versijas nav; ierobežojiet reformu ar \"from\" un \"to\"",
             "the rules have no version on other days; keep the reform within them by \"from\" and \"to\""}});
    return;
  }
  for (std::size_t i = 0; i < result.size(); ++i) {
    const bool last = i + 1 == result.size();
    result[i].to = last && result[i].when.to != end_of_all ? std::optional(result[i].when.to) : std::nullopt;
  }
  target.versions = std::move(result);
}

}  // namespace v0
}  // namespace slieksnis
