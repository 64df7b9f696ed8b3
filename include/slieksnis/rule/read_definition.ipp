// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>

#include "rule_book_builder.hpp"
#include "rule_name.hpp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE void rule_book_builder::read_definition(definition_kind kind, std::size_t topic,
                                                         const json_key& name, const json_value& value) {
  definition result;
  result.name = name.name;
  result.kind = kind;
  result.topic = topic;
  result.at = place{value.source, name.where, value.pointer()};
  if (!is_rule_name(name.name))
    errors_.emplace_back(
        error_code::rule_name, result.at,
        complaint{{"nosaukums no mazajiem burtiem, cipariem un pasvītrām, bez garumzīmēm",
                   "a name of lower-case letters, digits and underscores"},
                  same(in_quotes(name.name)),
                  is_keyword(name.name)
                      ? words{"šis vārds pieder formulu valodai", "this word belongs to the formula language"}
                      : words{"piemēram, gmi_first", "such as gmi_first"}});
  object_reader object(value.known_as(result.at.pointer), rule_codes);
  result.latvian = object.text("lv", true).value_or("");
  result.also = read_also(object);
  result.title = read_words(object, "title", true);
  result.question = read_words(object, "question", kind == definition_kind::fact);
  read_type(object, result);
  read_domain(object, result);
  read_unstated(object, result);
  result.group = object.text("group", false).value_or("");
  result.averaged = object.flag("averaged");
  result.gate = object.flag("gate");
  if (kind == definition_kind::fact || kind == definition_kind::variable) {
    result.rare = object.flag("rare");
    result.fixed = object.flag("fixed");
  }
  if (kind == definition_kind::benefit || kind == definition_kind::status)
    result.may_go_on = object.flag("may_go_on");
  result.not_after_on = object.flag("not_after_on");
  const auto only = [&](std::string_view key, bool set, type_kind wanted) {
    if (set && !result.what.is(wanted))
      object.optional(key)->wrong(error_code::rule_type,
                                  {described(type::of(wanted)), described(result.what), {}});
  };
  only("averaged", result.averaged, type_kind::number);
  only("not_after_on", result.not_after_on, type_kind::day);
  result.by = object.text("by", false).value_or("");
  if (const auto shows = object.optional("shows")) {
    if (shows->node.kind != json_kind::list) shows->wrong_kind(error_code::rule_kind, {"saraksts", "a list"});
    for (std::size_t i = 0; i < shows->node.items.size(); ++i)
      result.shown_names.emplace_back(shows->node.items[i].text, shows->item(i).at());
  }
  if (kind == definition_kind::benefit) {
    const auto reference = [&](std::string_view key) {
      const auto found = object.optional(key);
      const auto named = object.text(key, false);
      return found && named ? std::pair(*named, found->at()) : std::pair(std::string(), place{});
    };
    result.instead_of_name = reference("instead_of");
    result.counted_as_name = reference("counted_as");
    const auto paid = object.text("paid", true).value_or("month");
    for (const payment one :
         {payment::month, payment::quarter, payment::half_year, payment::once, payment::service})
      if (paid == name_of(one)) result.paid = one;
    if (!result.paid)
      object.required("paid")->wrong_kind(error_code::rule_kind,
                                          {R"("month", "quarter", "half_year", "once" vai "service")",
                                           R"("month", "quarter", "half_year", "once" or "service")"});
    const bool left_out = object.flag("not_in_total");
    result.in_total = !left_out && (result.of == entity::person || result.of == entity::household);
  }
  if (kind != definition_kind::fact) {
    if (const auto versions = object.required("versions")) {
      if (versions->node.kind != json_kind::list)
        versions->wrong_kind(error_code::rule_kind, {"saraksts", "a list"});
      else if (versions->node.items.empty())
        versions->wrong(error_code::rule_versions,
                        {{"vismaz viena versija", "at least one version"},
                         {"tukšs saraksts", "an empty list"},
                         {"pievienojiet versiju ar \"from\"", "add a version with \"from\""}});
      result.versions.reserve(versions->node.items.size());
      for (std::size_t i = 0; versions->node.kind == json_kind::list && i < versions->node.items.size(); ++i)
        result.versions.push_back(read_version(result, versions->item(i)));
    }
  }
  object.finish();

  const std::size_t id = book_.definitions_.size();
  book_.names_.emplace(result.name, id);
  book_.definitions_.push_back(std::move(result));
  const definition& added = book_.definitions_.back();
  const std::size_t before = errors_.size();
  add_name(added.name, id, added.at, {});
  if (!added.latvian.empty() && !is_rule_name(folded(added.latvian)))
    errors_.emplace_back(error_code::rule_name, member(added.at, "/lv"),
                         complaint{{"nosaukums no burtiem, cipariem un pasvītrām",
                                    "a name of letters, digits and underscores"},
                                   same(in_quotes(added.latvian)),
                                   {"piemēram, ienākumu_mediāna", "such as ienākumu_mediāna"}});
  if (!added.latvian.empty() && errors_.size() == before) add_name(added.latvian, id, added.at, "/lv");
  for (const std::string& one : added.also) add_name(one, id, added.at, "/also");
}

SLIEKSNIS_INLINE void rule_book_builder::read_type(object_reader& object, definition& target) {
  constexpr std::array<std::pair<std::string_view, entity>, 4> entities{
      {{"country", entity::country},
       {"municipality", entity::municipality},
       {"household", entity::household},
       {"person", entity::person}}};
  const bool parameter = target.kind == definition_kind::parameter;
  if (const auto of = parameter ? object.optional("of") : object.required("of")) {
    const auto known = std::find_if(entities.begin(), entities.end(),
                                    [&](const auto& pair) { return pair.first == of->node.text; });
    if (known != entities.end() && !(parameter && known->second != entity::country))
      target.of = known->second;
    else
      of->wrong_kind(error_code::rule_entity,
                     parameter ? same("\"country\"")
                               : words{"\"country\", \"municipality\", \"household\" vai \"person\"",
                                       "\"country\", \"municipality\", \"household\" or \"person\""});
  }

  const std::string kind =
      object.text("type", false).value_or(target.kind == definition_kind::status ? "boolean" : "number");
  const auto values = object.optional("values");
  const auto unit_text = object.optional("unit");
  if (kind == "number") {
    target.what = type::number({});
    if (const auto written = object.required("unit")) {
      const auto measure =
          written->node.kind == json_kind::text ? parse_unit(written->node.text) : std::nullopt;
      if (measure)
        target.what.measure = *measure;
      else
        written->wrong_kind(
            error_code::rule_unit,
            {"mērvienība, piemēram, \"EUR/month\" vai \"1\"", "a unit, such as \"EUR/month\" or \"1\""},
            {"mērvienības vārdus savieno ar * un /, bez atstarpēm",
             "join the words of a unit with * and /, without blanks"});
    }
  } else if (kind == "boolean") {
    target.what = type::of(type_kind::boolean);
  } else if (kind == "text") {
    target.what = type::of(type_kind::text);
  } else if (kind == "date") {
    target.what = type::of(type_kind::day);
  } else if (kind == "duration") {
    target.what = type::of(type_kind::months_duration);
  } else if (kind == "enumeration") {
    auto allowed = std::make_shared<enumeration>();
    if (const auto listed = object.required("values")) {
      object_reader ids(*listed, rule_codes);
      for (const auto& [id, title] : ids.members()) {
        if (!is_rule_name(id.name))
          errors_.emplace_back(
              error_code::rule_name, place{title.source, id.where, title.pointer()},
              complaint{
                  {"vērtības nosaukums no mazajiem burtiem, cipariem un pasvītrām, bez garumzīmēm",
                   "a value's name of lower-case letters, digits and underscores"},
                  same(in_quotes(id.name)),
                  {"lasāmo nosaukumu rakstiet \"lv\" un \"en\"", "the title goes into \"lv\" and \"en\""}});
        allowed->push_back({std::string(id.name), read_words(title)});
      }
      if (allowed->empty() && ids.is_object())
        listed->wrong(error_code::rule_enumeration, {{"vismaz viena vērtība", "at least one value"},
                                                     {"tukšs objekts", "an empty object"},
                                                     {"uzskaitiet vērtības vai lietojiet \"type\": \"text\"",
                                                      "list the values, or use \"type\": \"text\""}});
    }
    target.what = type::of(type_kind::text);
    target.what.values = std::move(allowed);
  } else {
    object.required("type")->wrong_kind(
        error_code::rule_type,
        {"\"number\", \"boolean\", \"text\", \"date\", \"duration\" vai \"enumeration\"",
         "\"number\", \"boolean\", \"text\", \"date\", \"duration\" or \"enumeration\""});
  }
  const bool known_kind = target.what.kind != type_kind::any;  // otherwise reported
  const auto only_for = [&](const std::optional<json_value>& found, std::string_view key,
                            std::string_view wanted) {
    if (!found || !known_kind || kind == wanted) return;
    const std::string needed = "\"type\": " + in_quotes(wanted);
    found->wrong(error_code::rule_type,
                 {{needed + ", ja ir " + in_quotes(key), needed + " together with " + in_quotes(key)},
                  same("\"type\": " + in_quotes(kind)),
                  {"izlabojiet \"type\" vai izņemiet " + in_quotes(key),
                   "correct \"type\", or take " + in_quotes(key) + " out"}});
  };
  only_for(values, "values", "enumeration");
  only_for(unit_text, "unit", "number");
}

SLIEKSNIS_INLINE void rule_book_builder::read_domain(object_reader& object, definition& target) {
  // Money has cents and counts are whole unless a file says otherwise.
  target.decimals = target.what.measure.of_money() ? 2 : 0;
  if (const auto places = object.optional("decimals")) {
    const auto number =
        places->node.kind == json_kind::number ? parse_decimal(places->node.text) : std::nullopt;
    if (number && number->scale == 0 && number->coefficient >= 0 && number->coefficient <= 9)
      target.decimals = static_cast<int>(number->coefficient);
    else
      places->wrong_kind(error_code::rule_domain, {"decimālzīmju skaits no 0 līdz 9, bez pēdiņām",
                                                   "a number of decimal places from 0 to 9, without quotes"});
  }
  const auto bound = [&](std::string_view key) -> std::optional<rational> {
    const auto found = object.optional(key);
    if (!found) return std::nullopt;
    const auto number = read_number(*found);
    return number ? std::optional<rational>(*number) : std::nullopt;
  };
  target.minimum = bound("minimum");
  target.maximum = bound("maximum");
  if (target.minimum && target.maximum && *target.maximum < *target.minimum)
    object.required("maximum")->wrong(error_code::rule_domain,
                                      {{"vismaz " + to_string(*target.minimum) + ", kas ir \"minimum\"",
                                        "at least " + to_string(*target.minimum) + ", the \"minimum\""},
                                       same(to_string(*target.maximum)),
                                       {"samainiet \"minimum\" un \"maximum\" vietām vai izlabojiet",
                                        "exchange or correct \"minimum\" and \"maximum\""}});
}

SLIEKSNIS_INLINE void rule_book_builder::read_unstated(object_reader& object, definition& target) {
  const auto by_law = object.optional("default");
  const auto assumed = object.optional("assumed");
  if (by_law && assumed)
    assumed->wrong(error_code::rule_one_of, {{"\"default\" vai \"assumed\"", "\"default\" or \"assumed\""},
                                             {"abi", "both"},
                                             {"paturiet vienu", "keep one"}});
  if (!by_law && !assumed) return;
  object_reader inner(by_law ? *by_law : *assumed, rule_codes);
  unstated result;
  result.by_law = by_law.has_value();
  const auto text = inner.required("value");
  if (result.by_law) {
    result.sources = read_source_ids(inner, true);
  } else {
    result.title = read_words(inner, "title", true);
    result.if_group_stated = inner.flag("if_group_stated");
  }
  inner.finish();
  if (target.kind != definition_kind::fact) {
    inner.value().wrong(error_code::rule_kind, {{"šāda atslēga tikai faktam", "this key for a fact only"},
                                                {"cita veida lielums", "another kind of definition"},
                                                {"pārceliet lielumu uz \"facts\" vai izņemiet atslēgu",
                                                 "move the definition to \"facts\", or take the key out"}});
    return;
  }
  if (!text) return;
  if (const auto known = read_value(*text, target)) {
    const auto* number = std::get_if<rational>(&*known);
    if (number != nullptr &&
        ((target.minimum && *number < *target.minimum) || (target.maximum && *number > *target.maximum)))
      text->wrong(error_code::rule_domain, {{"vērtība starp \"minimum\" un \"maximum\"",
                                             "a value between \"minimum\" and \"maximum\""},
                                            described(text->node),
                                            {}});
    result.what = *known;
    target.otherwise = std::move(result);
  }
}

SLIEKSNIS_INLINE std::optional<value> rule_book_builder::parse_value(std::string_view text,
                                                                     const definition& owner) {
  switch (owner.what.kind) {
    case type_kind::number:
      if (const auto number = parse_decimal(text)) return value{rational(*number)};
      break;
    case type_kind::boolean:
      if (text == "true" || text == "false") return value{text == "true"};
      break;
    case type_kind::day:
      if (const auto day = parse_date(text)) return value{*day};
      break;
    case type_kind::months_duration:
      if (const auto months = parse_months_duration(text)) return value{*months};
      break;
    case type_kind::text:
      if (!owner.what.is_enumeration()) return value{std::string(text)};
      for (const auto& one : *owner.what.values)
        if (one.id == text) return value{one.id};
      break;
    default:
      break;
  }
  return std::nullopt;
}

SLIEKSNIS_INLINE std::optional<value> rule_book_builder::read_value(const json_value& text,
                                                                    const definition& owner) {
  if (owner.what.is(type_kind::number)) {
    const auto number = read_number(text);
    return number ? std::optional<value>(rational(*number)) : std::nullopt;
  }
  if (text.node.kind == json_kind::text)
    if (auto known = parse_value(text.node.text, owner)) return known;
  words hint;
  if (text.node.kind != json_kind::text)
    hint = {"rakstiet vērtību pēdiņās", "write the value in quotes"};
  else if (owner.what.is_enumeration()) {
    std::vector<std::string> ids;
    for (const auto& one : *owner.what.values) ids.push_back(one.id);
    hint = did_you_mean(text.node.text, ids);
  }
  text.wrong_kind(error_code::rule_value, described_value(owner), std::move(hint));
  return std::nullopt;
}

SLIEKSNIS_INLINE words rule_book_builder::described_value(const definition& owner) {
  switch (owner.what.kind) {
    case type_kind::number:
      return {"skaitlis, piemēram, \"166.00\"", "a number, such as \"166.00\""};
    case type_kind::boolean:
      return {"\"true\" vai \"false\"", "\"true\" or \"false\""};
    case type_kind::day:
      return {"datums, piemēram, \"2025-01-01\"", "a date, such as \"2025-01-01\""};
    case type_kind::months_duration:
      return {"ilgums, piemēram, \"P64Y6M\"", "a duration, such as \"P64Y6M\""};
    default:
      break;
  }
  if (!owner.what.is_enumeration()) return {"teksts pēdiņās", "a text in quotes"};
  std::string listed;
  for (const auto& one : *owner.what.values) listed += (listed.empty() ? "" : ", ") + one.id;
  return {"viena no vērtībām: " + listed, "one of " + listed};
}

}  // namespace v0
}  // namespace slieksnis
