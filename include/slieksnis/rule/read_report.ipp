// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rule_book_builder.hpp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE rule_book_builder::named_places rule_book_builder::read_names(object_reader& object,
                                                                               std::string_view key,
                                                                               bool needed) {
  named_places result;
  const auto list = needed ? object.required(key) : object.optional(key);
  if (!list) return result;
  if (list->node.kind != json_kind::list)
    list->wrong_kind(error_code::rule_kind, {"saraksts", "a list"});
  else if (needed && list->node.items.empty())
    list->wrong(error_code::rule_reference, {{"vismaz viens nosaukums", "at least one name"},
                                             {"tukšs saraksts", "an empty list"},
                                             {"nosauciet definīcijas", "name the definitions"}});
  for (std::size_t i = 0; list->node.kind == json_kind::list && i < list->node.items.size(); ++i) {
    const json_value one = list->item(i);
    if (one.node.kind == json_kind::text)
      result.emplace_back(one.node.text, one.at());
    else
      one.wrong_kind(error_code::rule_kind, {"nosaukums pēdiņās", "a name in quotes"});
  }
  return result;
}

SLIEKSNIS_INLINE void rule_book_builder::read_row(topic& owner, const json_value& value) {
  object_reader object(value, rule_codes);
  report_row result;
  result.row = object.text("row", true).value_or("");
  result.title = read_words(object, "title", true);
  result.names = read_names(object, "rules", true);
  object.finish();
  owner.rows.push_back(std::move(result));
}

SLIEKSNIS_INLINE void rule_book_builder::read_conflict(topic& owner, const json_value& value) {
  object_reader object(value, rule_codes);
  known_conflict result;
  result.at = value.at();
  result.id = object.text("id", true).value_or("");
  result.title = read_words(object, "title", true);
  result.found = read_words(object, "found", true);
  result.decided = read_words(object, "decided", true);
  result.reason = read_words(object, "reason", true);
  result.open = object.flag("open");
  result.sources = read_source_ids(object, true);
  result.names = read_names(object, "about", false);
  object.finish();
  for (const topic& one : book_.topics_)
    for (const known_conflict& known : one.conflicts)
      if (known.id == result.id && !result.id.empty())
        object.optional("id")->wrong(error_code::rule_duplicate_name,
                                     {{"vēl neizmantots pretrunas nosaukums", "a conflict id not used yet"},
                                      already_used(known.id, known.at),
                                      {"katru pretrunu aprakstiet vienreiz", "describe each conflict once"}});
  owner.conflicts.push_back(std::move(result));
}

SLIEKSNIS_INLINE std::vector<std::size_t> rule_book_builder::resolved(const named_places& names) {
  std::vector<std::size_t> result;
  for (const auto& [name, at] : names) {
    if (const auto id = book_.find(name))
      result.push_back(*id);
    else
      errors_.emplace_back(
          error_code::rule_reference, at,
          complaint{{"zināms nosaukums", "a known name"}, same(in_quotes(name)), nearest_name(name)});
  }
  return result;
}

SLIEKSNIS_INLINE void rule_book_builder::check_report(topic& owner) {
  for (report_row& row : owner.rows) row.rules = resolved(row.names);
  for (known_conflict& conflict : owner.conflicts) conflict.about = resolved(conflict.names);
}

}  // namespace v0
}  // namespace slieksnis
