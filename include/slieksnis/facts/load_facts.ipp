// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <utility>

#include "../source/nearest.hpp"
#include "../source/object_reader.hpp"
#include "load_facts.hpp"
#include "read_fact.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// Reads the members of one object of a facts file.
class facts_reader {
 public:
  facts_reader(const rule_book& book, facts& target, std::vector<error>& errors)
      : book_(book), target_(target), errors_(errors) {}

  void common(const json_value& value) {
    each(
        value, false, [&](std::size_t id, stated_value stated) { target_.put(id, std::move(stated)); },
        &common_seen_);
  }
  void given(const json_value& value) {
    each(value, false,
         [&](std::size_t id, stated_value stated) { target_.put_override(id, std::move(stated)); });
  }
  void persons(const json_value& value) {
    if (value.node.kind != json_kind::list) {
      value.wrong_kind(error_code::facts_kind, {"personu saraksts", "a list of persons"});
      return;
    }
    if (value.node.items.size() > persons_max) {
      const std::string limit = std::to_string(persons_max);
      value.wrong(error_code::facts_persons,
                  {{"ne vairāk kā " + limit + " personas", "at most " + limit + " persons"},
                   same(std::to_string(value.node.items.size())),
                   {"katra mājsaimniecība ir atsevišķs fails", "each household is a file of its own"}});
      return;
    }
    target_.state_persons();
    for (std::size_t i = 0; i < value.node.items.size(); ++i) person(value.item(i));
  }

 private:
  void person(const json_value& value) {
    const std::size_t index = target_.add_person();
    if (value.node.kind == json_kind::object) {
      for (std::size_t i = 0; i < value.node.keys.size(); ++i)
        if (value.node.keys[i].name == "kind") apply_kind(index, value.item(i));
      for (std::size_t i = 0; i < value.node.keys.size(); ++i)
        if (is_label(folded(value.node.keys[i].name))) label(index, value.item(i));
    }
    each(value, true,
         [&](std::size_t id, stated_value stated) { target_.put_person(index, id, std::move(stated)); });
  }

  void label(std::size_t index, const json_value& value) {
    if (value.node.kind == json_kind::text && !value.node.text.empty())
      target_.set_label(index, std::string(value.node.text));
    else
      value.wrong_kind(error_code::facts_kind,
                       {"teksts, piemēram, \"vecmāmiņa\"", "a text, such as \"grandmother\""});
  }

  void apply_kind(std::size_t index, const json_value& value) {
    if (const person_kind* kind = book_.find_person_kind(value.node.text)) {
      for (const auto& [name, text] : kind->sets) {
        const std::size_t id = *book_.find(name);
        if (auto stated = read_fact(book_.at(id), text, kind->at, errors_))
          target_.put_person(index, id, std::move(*stated));
      }
      return;
    }
    std::vector<std::string> names;
    for (const person_kind& kind : book_.person_kinds()) names.push_back(kind.name);
    value.wrong_kind(error_code::facts_enumeration, {"zināms personas veids", "a known kind of person"},
                     did_you_mean(value.node.text, names));
  }

  template <typename Put>
  void each(const json_value& value, bool of_person, const Put& put,
            std::vector<std::size_t>* seen_before = nullptr) {
    if (value.node.kind != json_kind::object) {
      value.wrong_kind(error_code::facts_kind, {"objekts", "an object"});
      return;
    }
    std::vector<std::size_t> seen_here;
    std::vector<std::size_t>& seen = seen_before != nullptr ? *seen_before : seen_here;
    for (std::size_t i = 0; i < value.node.keys.size(); ++i) {
      const json_key& key = value.node.keys[i];
      if (of_person && (key.name == "kind" || is_label(folded(key.name)))) continue;
      const json_value item = value.item(i);
      const auto id =
          find_fact(book_, key.name, of_person, {value.source, key.where, item.pointer()}, errors_);
      if (!id) continue;
      if (std::find(seen.begin(), seen.end(), *id) != seen.end()) {
        errors_.emplace_back(error_code::facts_twice, place{value.source, key.where, item.pointer()},
                             complaint{{"katrs fakts vienu reizi", "each fact once"},
                                       {in_quotes(key.name) + ", kas jau norādīts kā " + book_.at(*id).name,
                                        in_quotes(key.name) + ", already stated as " + book_.at(*id).name},
                                       {"paturiet vienu no abiem", "keep one of the two"}});
        continue;
      }
      seen.push_back(*id);
      if (auto stated = read(book_.at(*id), item)) put(*id, std::move(*stated));
    }
  }

  std::optional<stated_value> read(const definition& of, const json_value& value) {
    switch (value.node.kind) {
      case json_kind::text:
      case json_kind::number: {
        if (value.node.kind == json_kind::number && !of.what.is(type_kind::number)) break;
        return read_fact(of, value.node.text, value.at(), errors_);
      }
      case json_kind::boolean:
        if (!of.what.is(type_kind::boolean)) break;
        return stated_value{slieksnis::value{value.node.text == "true"}, {}};
      case json_kind::list:
        if (!of.averaged) break;
        return three_months(of, value);
      case json_kind::null:
        value.wrong(error_code::facts_kind,
                    {described(of.what),
                     same("null"),
                     {"nezināmu faktu vienkārši nenorādiet", "leave an unknown fact out instead"}});
        return std::nullopt;
      case json_kind::object:
        break;
    }
    value.wrong_kind(error_code::facts_kind, described(of.what));
    return std::nullopt;
  }

  std::optional<stated_value> three_months(const definition& of, const json_value& value) {
    if (value.node.items.size() != 3) {
      value.wrong(error_code::facts_three_months,
                  {{"trīs summas, pa vienai par katru no pēdējiem trim mēnešiem",
                    "three amounts, one for each of the last three months"},
                   same(std::to_string(value.node.items.size())),
                   {"mēnesim bez ienākumiem rakstiet \"0\"", "write \"0\" for a month without income"}});
      return std::nullopt;
    }
    stated_value result;
    for (std::size_t i = 0; i < 3; ++i) {
      const auto month = read(of, value.item(i));
      if (!month) return std::nullopt;
      if (!month->months.empty()) {
        value.item(i).wrong(
            error_code::facts_three_months,
            {{"viena mēneša summa", "the amount of one month"}, described(value.item(i).node), {}});
        return std::nullopt;
      }
      result.months.push_back(std::get<rational>(month->what));
    }
    result.what = (result.months[0] + result.months[1] + result.months[2]) / rational(3);
    return result;
  }

  const rule_book& book_;
  facts& target_;
  std::vector<error>& errors_;
  std::vector<std::size_t> common_seen_;  ///< "household" and "municipality" share their names
};

}  // namespace detail

namespace detail {

/// Adds every definition that the formula names.
SLIEKSNIS_INLINE void collect_named(const expression& part, std::vector<std::size_t>& ids) {
  if (part.meaning == name_meaning::definition || part.meaning == name_meaning::item_member)
    ids.push_back(part.definition);
  for (const auto& operand : part.operands) collect_named(*operand, ids);
}

/// Whether a person states something that the definition is computed from, such as an age for the number of
/// children.
SLIEKSNIS_INLINE bool told_by_persons(const facts& stated, std::size_t definition) {
  std::vector<std::size_t> open{definition};
  for (std::size_t i = 0; i < open.size(); ++i) {
    const slieksnis::definition& of = stated.book().at(open[i]);
    if (of.of == entity::person &&
        std::any_of(stated.persons()->begin(), stated.persons()->end(),
                    [&](const stated_values& person) { return person.contains(open[i]); }))
      return true;
    if (of.versions.empty()) continue;
    std::vector<std::size_t> named;
    for (const formula& one : of.versions.front().alternatives) collect_named(*one.tree, named);
    for (const std::size_t next : named)
      if (std::find(open.begin(), open.end(), next) == open.end()) open.push_back(next);
  }
  return false;
}

SLIEKSNIS_INLINE numbers_of_persons find_numbers_of_persons(const rule_book& book) {
  numbers_of_persons result;
  for (std::size_t id = 0; id < book.definitions().size(); ++id) {
    const definition& of = book.at(id);
    if (of.of != entity::household || of.versions.empty()) continue;
    const auto& ways = of.versions.front().alternatives;
    if (std::none_of(ways.begin(), ways.end(),
                     [](const formula& one) { return one.source.text == "count(persons)"; }))
      continue;
    result.whole.push_back(id);
    for (const formula& one : ways) collect_named(*one.tree, result.parts);
  }
  return result;
}

SLIEKSNIS_INLINE void check_numbers_of_persons(const facts& stated, std::vector<error>& errors) {
  const std::size_t count = stated.persons()->size();
  if (count == 0) return;
  const rule_book& book = stated.book();
  const auto contradicts = [&](std::size_t id) {
    const auto number = stated.common().find(id);
    if (number == stated.common().end()) return;
    errors.emplace_back(error_code::facts_twice, book.at(id).name,
                        complaint{{"personas vai to skaits, ne abi", "the persons or their number, not both"},
                                  {book.at(id).latvian + " " + to_string(number->second.what) +
                                       " un norādītas personas: " + std::to_string(count),
                                   book.at(id).name + " " + to_string(number->second.what) +
                                       ", and persons stated: " + std::to_string(count)},
                                  {"norādiet katru personu (piemēram, --pieaugušais 2) vai tikai skaitu",
                                   "state every person (such as --adult 2), or the numbers only"}});
  };
  const numbers_of_persons numbers = find_numbers_of_persons(book);
  for (const std::size_t id : numbers.whole) {
    const auto number = stated.common().find(id);
    if (number != stated.common().end() &&
        number->second.what != value{rational(static_cast<std::int64_t>(count))})
      contradicts(id);
  }
  for (const std::size_t part : numbers.parts) {
    const auto number = stated.common().find(part);
    if (number == stated.common().end()) continue;
    const bool too_many = value{rational(static_cast<std::int64_t>(count))} < number->second.what;
    if (too_many || told_by_persons(stated, part)) contradicts(part);
  }
}

}  // namespace detail

SLIEKSNIS_INLINE std::vector<std::size_t> numbers_told_by_persons(const facts& stated) {
  if (!stated.persons() || stated.persons()->empty()) return {};
  std::vector<std::size_t> result = detail::find_numbers_of_persons(stated.book()).parts;
  std::erase_if(result, [&](std::size_t part) { return !detail::told_by_persons(stated, part); });
  return result;
}

SLIEKSNIS_INLINE case_file read_facts(const rule_book& book, const source_pointer& text,
                                      const json_node& node, std::string_view pointer,
                                      std::vector<error>& errors) {
  case_file result{facts(book), std::nullopt};
  object_reader object({text, node, pointer, errors},
                       {error_code::facts_kind, error_code::facts_unknown_name, error_code::facts_kind});
  detail::facts_reader reader(book, result.stated, errors);
  if (const auto on = object.optional("on")) {
    if (on->node.kind == json_kind::text)
      result.on = read_day(on->node.text, on->at(), errors);
    else
      on->wrong_kind(error_code::facts_date,
                     {"datums, piemēram, \"2026-02-01\"", "a date, such as \"2026-02-01\""});
  }
  if (const auto household = object.optional("household")) reader.common(*household);
  if (const auto municipality = object.optional("municipality")) reader.common(*municipality);
  if (const auto persons = object.optional("persons")) reader.persons(*persons);
  if (const auto given = object.optional("given")) reader.given(*given);
  object.finish();
  return result;
}

SLIEKSNIS_INLINE case_file load_facts(const rule_book& book, const source_pointer& text) {
  std::vector<error> errors;
  const auto tree = parse_json(text, errors);
  if (tree) {
    case_file result = read_facts(book, text, *tree, {}, errors);
    if (errors.empty()) return result;
  }
  throw unusable(std::move(errors));
}

SLIEKSNIS_INLINE void check_facts_on(const facts& stated, date on, std::vector<error>& errors) {
  const auto check = [&](const stated_values& values, const std::string& owner) {
    for (const auto& [id, one] : values) {
      const definition& of = stated.book().at(id);
      const auto* day = std::get_if<date>(&one.what);
      if (!of.not_after_on || day == nullptr || *day <= on) continue;
      errors.emplace_back(
          error_code::facts_date, owner + of.name,
          complaint{{"diena ne vēlāk kā " + in_words(on).lv, "a day not after " + in_words(on).en},
                    in_words(*day),
                    {"pārbaudiet: " + of.title.lv, "check the " + of.title.en}});
    }
  };
  check(stated.common(), "");
  if (!stated.persons()) return;
  detail::check_numbers_of_persons(stated, errors);
  for (std::size_t i = 0; i < stated.persons()->size(); ++i)
    check((*stated.persons())[i], "persons[" + std::to_string(i + 1) + "].");
}

SLIEKSNIS_INLINE error outside_span(std::string subject, const period& span, date on, words hint) {
  const words from = in_words(span.from);
  const words last = in_words(span.last_day());
  return {error_code::facts_date_span, std::move(subject),
          complaint{{"diena no " + from.lv + " līdz " + last.lv, "a day from " + from.en + " to " + last.en},
                    in_words(on),
                    std::move(hint)}};
}

SLIEKSNIS_INLINE void add_persons_of_kind(facts& target, const person_kind& kind, std::string_view argument,
                                          const place& at, std::vector<error>& errors) {
  const rule_book& book = target.book();
  std::size_t count = 1;
  std::optional<stated_value> taken;
  if (kind.takes == "count") {
    const auto number = argument.empty() ? std::optional(decimal{1, 0}) : parse_decimal(argument);
    const bool sensible = number && number->scale == 0 && number->coefficient >= 1 &&
                          number->coefficient <= static_cast<std::int64_t>(persons_max);
    if (!sensible) {
      errors.emplace_back(error_code::facts_persons, at,
                          complaint{{"personu skaits no 1 līdz " + std::to_string(persons_max),
                                     "a number of persons from 1 to " + std::to_string(persons_max)},
                                    same(in_quotes(argument)),
                                    {}});
      return;
    }
    count = static_cast<std::size_t>(number->coefficient);
  } else {
    taken = read_fact(book.at(*book.find(kind.takes)), argument, at, errors);
    if (!taken) return;
  }
  target.state_persons();
  if (target.persons()->size() + count > persons_max) {
    errors.emplace_back(error_code::facts_persons, at,
                        complaint{{"ne vairāk kā " + std::to_string(persons_max) + " personas",
                                   "at most " + std::to_string(persons_max) + " persons"},
                                  same(std::to_string(target.persons()->size() + count)),
                                  {}});
    return;
  }
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t person = target.add_person();
    for (const auto& [name, text] : kind.sets) {
      const std::size_t id = *book.find(name);
      if (auto stated = read_fact(book.at(id), text, kind.at, errors))
        target.put_person(person, id, std::move(*stated));
    }
    if (taken) target.put_person(person, *book.find(kind.takes), *taken);
  }
}

}  // namespace v0
}  // namespace slieksnis
