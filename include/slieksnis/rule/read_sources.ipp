// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rule_book_builder.hpp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE void rule_book_builder::read_sources(const json_value& value) {
  object_reader file(value, rule_codes);
  if (const auto sources = file.required("sources")) {
    object_reader list(*sources, rule_codes);
    for (const auto& [id, one] : list.members()) read_citation(id, one);
  }
  file.finish();
}

SLIEKSNIS_INLINE void rule_book_builder::read_citation(const json_key& id, const json_value& value) {
  object_reader object(value, rule_codes);
  citation result;
  result.id = id.name;
  result.act = read_words(object, "act", true);
  if (const auto article = object.optional("article")) {
    if (article->node.kind == json_kind::text)
      result.article = same(article->node.text);
    else
      result.article = read_words(*article);
  }
  result.edition = read_date(object, "edition", false);
  result.address = object.text("address", true).value_or("");
  result.kind = object.text("kind", true).value_or("");
  object.finish();
  if (!source_ids_.emplace(id.name, book_.sources_.size()).second)
    value.wrong(error_code::rule_duplicate_name,
                {{"vēl neizmantots avota nosaukums", "a source id not used yet"},
                 same(in_quotes(id.name)),
                 {"nosauciet avotu citādi", "give the source another id"}});
  book_.sources_.push_back(std::move(result));
}

SLIEKSNIS_INLINE words rule_book_builder::read_words(const json_value& value) {
  object_reader object(value, rule_codes);
  words result{object.text("lv", true).value_or(""), object.text("en", true).value_or("")};
  object.finish();
  if ((result.lv.empty() || result.en.empty()) && object.has("lv") && object.has("en"))
    value.wrong(error_code::rule_words, {{"teksts abās valodās", "text in both languages"},
                                         {"tukšs teksts", "an empty text"},
                                         {"aizpildiet \"lv\" un \"en\"", "fill in \"lv\" and \"en\""}});
  return result;
}

SLIEKSNIS_INLINE words rule_book_builder::read_words(object_reader& object, std::string_view key,
                                                     bool needed) {
  const auto found = needed ? object.required(key) : object.optional(key);
  return found ? read_words(*found) : words{};
}

SLIEKSNIS_INLINE std::vector<std::size_t> rule_book_builder::read_source_ids(object_reader& object,
                                                                             bool needed) {
  std::vector<std::size_t> result;
  const auto found = needed ? object.required("source") : object.optional("source");
  if (!found) return result;
  const auto add = [&](const json_value& one) {
    if (one.node.kind != json_kind::text) {
      one.wrong_kind(error_code::rule_kind, {"avota nosaukums", "a source id"});
    } else if (const auto known = source_ids_.find(one.node.text); known != source_ids_.end()) {
      result.push_back(known->second);
    } else if (!sources_missing_) {
      std::vector<std::string> ids;
      for (const auto& [id, index] : source_ids_) ids.push_back(id);
      const words near = did_you_mean(one.node.text, ids);
      one.wrong(error_code::rule_source, {{"zināms avots", "a known source"},
                                          same(in_quotes(one.node.text)),
                                          near.empty() ? words{"pievienojiet avotu failā sources.json",
                                                               "add the source to sources.json"}
                                                       : near});
    }
  };
  result.reserve(found->node.items.size());
  if (found->node.kind == json_kind::list)
    for (std::size_t i = 0; i < found->node.items.size(); ++i) add(found->item(i));
  else
    add(*found);
  if (found->node.kind == json_kind::list && found->node.items.empty())
    found->wrong(error_code::rule_source, {{"vismaz viens avots", "at least one source"},
                                           {"tukšs saraksts", "an empty list"},
                                           {"norādiet avotu", "name the source"}});
  return result;
}

SLIEKSNIS_INLINE std::optional<date> rule_book_builder::read_date(const json_value& value) {
  if (value.node.kind == json_kind::text)
    if (const auto day = parse_date(value.node.text)) return day;
  words hint{"pārbaudiet gadu, mēnesi un dienu", "check the year, month and day"};
  if (const auto day =
          value.node.kind == json_kind::text ? parse_latvian_date(value.node.text) : std::nullopt)
    hint = {"rakstiet \"" + to_string(*day) + "\"", "write \"" + to_string(*day) + "\""};
  value.wrong_kind(error_code::rule_date,
                   {"datums, piemēram, \"2025-01-01\"", "a date, such as \"2025-01-01\""}, std::move(hint));
  return std::nullopt;
}

SLIEKSNIS_INLINE std::optional<date> rule_book_builder::read_date(object_reader& object, std::string_view key,
                                                                  bool needed) {
  const auto found = needed ? object.required(key) : object.optional(key);
  return found ? read_date(*found) : std::nullopt;
}

SLIEKSNIS_INLINE confidence rule_book_builder::read_confidence(object_reader& object) {
  const auto found = object.optional("confidence");
  if (!found || found->node.text == "high") return confidence::high;
  if (found->node.text == "medium") return confidence::medium;
  if (found->node.text == "low") return confidence::low;
  found->wrong_kind(error_code::rule_confidence,
                    {"\"high\", \"medium\" vai \"low\"", "\"high\", \"medium\" or \"low\""});
  return confidence::high;
}

SLIEKSNIS_INLINE void rule_book_builder::need_note(const object_reader& object, confidence support,
                                                   const words& note) {
  if (support == confidence::high || !note.empty()) return;
  const json_value& value = object.value();
  const json_node* written = value.node.find("confidence");
  if (written == nullptr || object.misspelt({"note"})) return;
  errors_.emplace_back(
      error_code::rule_note, place{value.source, written->where, value.pointer()},
      complaint{{"\"note\", kas paskaidro, kāpēc skaitlis nav drošs",
                 "a \"note\" that says why the figure is unsure"},
                {in_quotes(written->text) + " bez paskaidrojuma", in_quotes(written->text) + " without one"},
                {"pievienojiet \"note\" abās valodās", "add a \"note\" in both languages"}});
}

SLIEKSNIS_INLINE std::optional<decimal> rule_book_builder::read_number(const json_value& value) {
  if (value.node.kind == json_kind::number) {
    value.wrong(
        error_code::rule_number,
        {{"skaitlis kā teksts, piemēram, \"166.00\"", "a number as text, such as \"166.00\""},
         described(value.node),
         {"rakstiet " + in_quotes(value.node.text) + "; JSON skaitļus citi rīki mēdz noapaļot",
          "write " + in_quotes(value.node.text) + "; numbers in JSON may be rounded by other tools"}});
    return std::nullopt;
  }
  if (value.node.kind == json_kind::text)
    if (const auto number = parse_decimal(value.node.text)) return number;
  words hint{"tikai cipari un viens decimālpunkts, ne vairāk kā 18 cipari",
             "digits and one decimal point only, at most 18 digits"};
  if (std::string with_point(value.node.text); with_point.find(',') != std::string::npos) {
    with_point[with_point.find(',')] = '.';
    if (parse_decimal(with_point))
      hint = {"rakstiet decimālpunktu: \"" + with_point + "\"",
              "write a decimal point: \"" + with_point + "\""};
  }
  value.wrong_kind(error_code::rule_amount,
                   {"skaitlis kā teksts, piemēram, \"166.00\"", "a number as text, such as \"166.00\""},
                   std::move(hint));
  return std::nullopt;
}

}  // namespace v0
}  // namespace slieksnis
