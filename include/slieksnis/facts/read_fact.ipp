// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <utility>

#include "../source/nearest.hpp"
#include "read_fact.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// What people put between thousands: a blank, a no-break blank, a narrow no-break blank.
SLIEKSNIS_INLINE std::size_t blank_length(std::string_view text) noexcept {
  if (text.starts_with(' ')) return 1;
  if (text.starts_with("\u00A0")) return 2;
  if (text.starts_with("\u202F")) return 3;
  return 0;
}

/// `1 234,50` as `1234.50`. Empty when it is no amount: two separators, blanks not before three digits, signs
/// inside.
SLIEKSNIS_INLINE std::optional<std::string> plain_amount(std::string_view text) {
  std::string result;
  if (text.starts_with('-')) {
    result = "-";
    text.remove_prefix(1);
  } else if (text.starts_with("\u2212")) {  // the typographic minus
    result = "-";
    text.remove_prefix(3);
  }
  bool separator = false;
  std::size_t group = 0;  // digits since a blank
  bool grouped = false;
  while (!text.empty()) {
    const char c = text.front();
    if (const std::size_t blank = blank_length(text); blank > 0) {
      if (separator || group == 0 || (grouped ? group != 3 : group > 3)) return std::nullopt;
      grouped = true;
      group = 0;
      text.remove_prefix(blank);
      continue;
    }
    if (c == '.' || c == ',') {
      if (separator || group == 0 || (grouped && group != 3)) return std::nullopt;
      separator = true;
      result += '.';
    } else if (c >= '0' && c <= '9') {
      result += c;
      if (!separator) ++group;
    } else {
      return std::nullopt;
    }
    text.remove_prefix(1);
  }
  if (!separator && grouped && group != 3) return std::nullopt;
  return result;
}

SLIEKSNIS_INLINE std::string_view trimmed(std::string_view text) noexcept {
  while (text.starts_with(' ') || text.starts_with('\t')) text.remove_prefix(1);
  while (text.ends_with(' ') || text.ends_with('\t')) text.remove_suffix(1);
  return text;
}

SLIEKSNIS_INLINE std::string example_amount(const definition& of) { return of.decimals > 0 ? "500.50" : "4"; }

SLIEKSNIS_INLINE std::optional<rational> read_amount(const definition& of, std::string_view text,
                                                     const place& at, std::vector<error>& errors) {
  const auto written = plain_amount(trimmed(text));
  const auto number = written ? parse_decimal(*written) : std::nullopt;
  if (!number) {
    const std::string example = example_amount(of);
    std::string latvian = example;
    std::replace(latvian.begin(), latvian.end(), '.', ',');
    const bool letters = std::any_of(text.begin(), text.end(),
                                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    errors.emplace_back(error_code::facts_amount, at,
                        complaint{{"skaitlis, piemēram, " + latvian, "a number, such as " + example},
                                  same(in_quotes(text)),
                                  letters ? words{"rakstiet tikai skaitli, bez vārdiem un mērvienības",
                                                  "write the number only, without words or a unit"}
                                          : words{"lietojiet vienu decimālkomatu vai decimālpunktu",
                                                  "use one decimal comma or point"}});
    return std::nullopt;
  }
  const rational exact(*number);
  const auto shortest = exact.as_decimal();
  if (number->scale == 3 && of.decimals == 2) {  // `1.234`: a thousand or one?
    std::string thousands = *written;
    thousands.erase(std::remove(thousands.begin(), thousands.end(), '.'), thousands.end());
    const std::string cents = written->substr(0, written->size() - 1);
    errors.emplace_back(error_code::facts_decimals, at,
                        complaint{{"ne vairāk kā 2 cipari aiz komata", "at most 2 decimal places"},
                                  same(in_quotes(text)),
                                  {"domāts " + thousands + " vai " + cents + "? Rakstiet vienu no tiem",
                                   "is it " + thousands + " or " + cents + "? Write one of them"}});
    return std::nullopt;
  }
  if (!shortest || shortest->scale > of.decimals) {
    const std::string places = std::to_string(of.decimals);
    errors.emplace_back(
        error_code::facts_decimals, at,
        complaint{of.decimals == 0
                      ? words{"vesels skaitlis", "a whole number"}
                      : words{places == "1" ? "ne vairāk kā 1 cipars aiz komata"
                                            : "ne vairāk kā " + places + " cipari aiz komata",
                              "at most " + places + (places == "1" ? " decimal place" : " decimal places")},
                  same(in_quotes(text)),
                  of.decimals == 0
                      ? words{}
                      : words{"noapaļojiet pirms ievadīšanas", "round it before it is entered"}});
    return std::nullopt;
  }
  return exact;
}

SLIEKSNIS_INLINE std::optional<value> read_choice(const definition& of, std::string_view text,
                                                  const place& at, std::vector<error>& errors) {
  const std::string wanted = folded(trimmed(text));
  std::vector<std::string> ids;
  std::string listed;
  std::vector<const enumeration_value*> by_word;  // `I` or `1` for "I grupa", group_1
  for (const auto& one : *of.what.values) {
    const std::string forms[] = {folded(one.id), folded(one.title.lv), folded(one.title.en)};
    for (const auto& form : forms)
      if (form == wanted) return value{one.id};
    const bool word = std::any_of(std::begin(forms), std::end(forms), [&](const auto& form) {
      return ("_" + form + "_").find("_" + wanted + "_") != std::string::npos;
    });
    if (word && !wanted.empty()) by_word.push_back(&one);
    ids.push_back(one.id);
    listed += (listed.empty() ? "" : ", ") + one.id;
  }
  if (by_word.size() == 1) return value{by_word.front()->id};
  errors.emplace_back(error_code::facts_enumeration, at,
                      complaint{{"viena no vērtībām: " + listed, "one of " + listed},
                                same(in_quotes(text)),
                                did_you_mean(text, ids)});
  return std::nullopt;
}

SLIEKSNIS_INLINE std::optional<value> read_plain(const definition& of, std::string_view text, const place& at,
                                                 std::vector<error>& errors) {
  switch (of.what.kind) {
    case type_kind::number: {
      const auto number = read_amount(of, text, at, errors);
      return number ? std::optional<value>(*number) : std::nullopt;
    }
    case type_kind::boolean: {
      const std::string word = folded(trimmed(text));
      if (word == "true" || word == "yes" || word == "ja") return value{true};
      if (word == "false" || word == "no" || word == "ne") return value{false};
      errors.emplace_back(error_code::facts_boolean, at,
                          complaint{{"jā vai nē", "yes or no"}, same(in_quotes(text)), {}});
      return std::nullopt;
    }
    case type_kind::day: {
      const auto day = read_day(text, at, errors);
      return day ? std::optional<value>(*day) : std::nullopt;
    }
    case type_kind::months_duration:
      if (const auto months = parse_months_duration(trimmed(text))) return value{*months};
      errors.emplace_back(
          error_code::facts_kind, at,
          complaint{{"ilgums, piemēram, P64Y6M", "a duration, such as P64Y6M"}, same(in_quotes(text)), {}});
      return std::nullopt;
    default:
      break;
  }
  if (of.what.is_enumeration()) return read_choice(of, text, at, errors);
  return value{std::string(text)};
}

}  // namespace detail

SLIEKSNIS_INLINE std::optional<date> read_day(std::string_view text, const place& at,
                                              std::vector<error>& errors) {
  const std::string_view plain = detail::trimmed(text);
  if (const auto day = parse_date(plain)) return day;
  if (const auto day = parse_latvian_date(plain)) return day;
  errors.emplace_back(
      error_code::facts_date, at,
      complaint{{"datums, piemēram, 01.02.2026 vai 2026-02-01", "a date, such as 2026-02-01 or 01.02.2026"},
                same(in_quotes(text)),
                {"pārbaudiet, vai tāda diena ir kalendārā", "check that the calendar has this day"}});
  return std::nullopt;
}

SLIEKSNIS_INLINE bool fits_domain(const definition& of, const value& what, const place& at,
                                  std::vector<error>& errors) {
  const auto kind = what.index();
  const auto wanted = [&]() -> std::size_t {
    switch (of.what.kind) {
      case type_kind::boolean:
        return 1;
      case type_kind::number:
        return 2;
      case type_kind::text:
        return 3;
      case type_kind::day:
        return 4;
      case type_kind::months_duration:
        return 5;
      default:
        return 6;
    }
  }();
  if (kind != wanted) {
    errors.emplace_back(error_code::facts_kind, at,
                        complaint{described(of.what), same(in_quotes(to_string(what))), {}});
    return false;
  }
  if (of.what.is_enumeration())
    return detail::read_choice(of, std::get<std::string>(what), at, errors).has_value();
  const auto* number = std::get_if<rational>(&what);
  if (number == nullptr) return true;
  const auto written = number->as_decimal();
  if (!written || written->scale > of.decimals) {
    errors.emplace_back(error_code::facts_decimals, at,
                        complaint{{"ciparu skaits aiz komata: ne vairāk kā " + std::to_string(of.decimals),
                                   "decimal places: at most " + std::to_string(of.decimals)},
                                  same(to_string(*number)),
                                  {}});
    return false;
  }
  if ((of.minimum && *number < *of.minimum) || (of.maximum && *number > *of.maximum)) {
    const std::string low = of.minimum ? to_string(*of.minimum) : "";
    const std::string high = of.maximum ? to_string(*of.maximum) : "";
    const words expected = high.empty() ? words{"vismaz " + low, "at least " + low}
                           : low.empty()
                               ? words{"ne vairāk kā " + high, "at most " + high}
                               : words{"no " + low + " līdz " + high, "from " + low + " to " + high};
    errors.emplace_back(
        error_code::facts_domain, at,
        complaint{
            expected, same(to_string(*number)), {"pārbaudiet: " + of.title.lv, "check the " + of.title.en}});
    return false;
  }
  return true;
}

SLIEKSNIS_INLINE std::optional<stated_value> read_fact(const definition& of, std::string_view text,
                                                       const place& at, std::vector<error>& errors) {
  if (of.averaged && text.find('/') != std::string_view::npos) {
    stated_value result;
    std::string_view rest = text;
    while (true) {
      const std::size_t slash = std::min(rest.find('/'), rest.size());
      const auto month = detail::read_amount(of, rest.substr(0, slash), at, errors);
      if (!month || !fits_domain(of, value{*month}, at, errors)) return std::nullopt;
      result.months.push_back(*month);
      if (slash == rest.size()) break;
      rest.remove_prefix(slash + 1);
    }
    if (result.months.size() != 3) {
      errors.emplace_back(error_code::facts_three_months, at,
                          complaint{{"viens mēnesis vai trīs mēneši, piemēram, 300/310/320",
                                     "one month or three, such as 300/310/320"},
                                    same(in_quotes(text)),
                                    {}});
      return std::nullopt;
    }
    result.what = (result.months[0] + result.months[1] + result.months[2]) / rational(3);
    return result;
  }
  auto known = detail::read_plain(of, text, at, errors);
  if (!known || !fits_domain(of, *known, at, errors)) return std::nullopt;
  return stated_value{std::move(*known), {}};
}

SLIEKSNIS_INLINE std::optional<std::size_t> find_fact(const rule_book& book, std::string_view name,
                                                      bool of_person, const place& at,
                                                      std::vector<error>& errors) {
  const auto id = book.find_spoken(name);
  if (!id) {
    std::vector<std::string> names;
    for (const auto& one : book.definitions())
      if ((one.of == entity::person) == of_person) {
        names.push_back(one.name);
        if (!one.latvian.empty()) names.push_back(one.latvian);
      }
    const words near = did_you_mean(name, names);
    errors.emplace_back(
        error_code::facts_unknown_name, at,
        complaint{{"zināms fakta vai lieluma nosaukums", "the name of a known fact or variable"},
                  same(in_quotes(name)),
                  near.empty()
                      ? words{"visus nosaukumus parāda slieksnis list", "slieksnis list shows every name"}
                      : near});
    return std::nullopt;
  }
  if ((book.at(*id).of == entity::person) != of_person) {
    errors.emplace_back(error_code::facts_entity, at,
                        complaint{of_person ? words{"personas fakts", "a fact of a person"}
                                            : words{"mājsaimniecības fakts", "a fact of the household"},
                                  {book.at(*id).name + ", kas ir " + value_of(book.at(*id).of).lv,
                                   book.at(*id).name + ", " + value_of(book.at(*id).of).en},
                                  of_person ? words{"norādiet to ārpus personu saraksta",
                                                    "state it outside the list of persons"}
                                            : words{"norādiet to pie personas", "state it for a person"}});
    return std::nullopt;
  }
  return id;
}

}  // namespace v0
}  // namespace slieksnis
