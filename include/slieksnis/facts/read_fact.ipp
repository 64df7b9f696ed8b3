// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <utility>

#include "../source/nearest.hpp"
#include "read_fact.hpp"
#include "written_value.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

SLIEKSNIS_INLINE std::string with_comma(std::string number) {
  std::replace(number.begin(), number.end(), '.', ',');
  return number;
}

SLIEKSNIS_INLINE std::string example_amount(const definition& of) { return of.decimals > 0 ? "500.50" : "4"; }

/// `1.234` or `1,234`: says both readings and how each is written without doubt.
SLIEKSNIS_INLINE void thousand_or_decimals(const definition& of, std::string_view text,
                                           const written_number& written, const place& at,
                                           std::vector<error>& errors) {
  const std::string& thousands = *written.thousands;
  const std::string& plain = *written.plain;
  const std::size_t point = plain.find('.');
  const std::string places = plain.substr(point + 1);
  const std::string cut = of.decimals > 0 ? plain.substr(0, point + 1 + static_cast<std::size_t>(of.decimals))
                                          : plain.substr(0, point);
  const bool one_way = of.decimals == 0 && places != "000";  // part of a whole is not what was meant
  errors.emplace_back(
      error_code::facts_amount, at,
      complaint{{"skaitlis, ko var saprast vienā veidā", "a number that can be read in one way"},
                {in_quotes(text) + ", tas ir, " + thousands + " vai " + with_comma(plain),
                 in_quotes(text) + ", that is, " + thousands + " or " + plain},
                one_way ? words{"rakstiet veselu skaitli: " + thousands, "write a whole number: " + thousands}
                        : words{"rakstiet " + thousands + " vai " + with_comma(cut),
                                "write " + thousands + " or " + cut}});
}

SLIEKSNIS_INLINE std::optional<rational> read_amount(const definition& of, std::string_view text,
                                                     const place& at, std::vector<error>& errors) {
  const written_number written =
      read_number_as_written(of.what.measure.of_money() ? without_euro(text) : trimmed(text));
  // With three decimal places or more, `1.234` is no thousand: such numbers are shares and coefficients.
  if (written.plain && written.thousands && of.decimals < 3) {
    thousand_or_decimals(of, text, written, at, errors);
    return std::nullopt;
  }
  const auto& reading = written.plain ? written.plain : written.thousands;
  const auto number = reading ? parse_decimal(*reading) : std::nullopt;
  if (!number) {
    const std::string example = example_amount(of);
    const bool letters = std::any_of(text.begin(), text.end(),
                                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    errors.emplace_back(
        error_code::facts_amount, at,
        complaint{{"skaitlis, piemēram, " + with_comma(example), "a number, such as " + example},
                  same(in_quotes(text)),
                  letters
                      ? words{"rakstiet tikai skaitli, bez vārdiem", "write the number only, without words"}
                      : words{"lietojiet vienu decimālkomatu vai decimālpunktu",
                              "use one decimal comma or point"}});
    return std::nullopt;
  }
  const rational exact(*number);
  const auto shortest = exact.as_decimal();
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

/// By id or title in either language; by whole words of one of them, such as `I` or `1` for "I grupa",
/// group_1; or cut short. More than one meaning is an error that names them.
SLIEKSNIS_INLINE std::optional<value> read_choice(const definition& of, std::string_view text,
                                                  const place& at, std::vector<error>& errors) {
  const std::string wanted = folded(trimmed(text));
  const auto& values = *of.what.values;
  std::vector<known_name> forms;
  for (std::size_t i = 0; i < values.size(); ++i)
    for (const std::string_view form : {std::string_view(values[i].id), std::string_view(values[i].title.lv),
                                        std::string_view(values[i].title.en)})
      forms.push_back({folded(form), i});
  std::vector<std::size_t> meant;
  const auto add = [&](std::size_t meaning) {
    if (std::find(meant.begin(), meant.end(), meaning) == meant.end()) meant.push_back(meaning);
  };
  for (const auto& form : forms)
    if (form.name == wanted) return value{values[form.meaning].id};
  for (const auto& form : forms)
    if (!wanted.empty() && ("_" + form.name + "_").find("_" + wanted + "_") != std::string::npos)
      add(form.meaning);
  if (meant.empty())
    for (const auto& one : short_for(wanted, forms)) add(one.meaning);
  if (meant.size() == 1) return value{values[meant.front()].id};

  const auto titles = [&](const std::vector<std::size_t>& of_values) {
    words result;
    for (const std::size_t i : of_values) {
      result.lv += (result.lv.empty() ? "" : "; ") + values[i].title.lv;
      result.en += (result.en.empty() ? "" : ", ") + values[i].id;
    }
    return result;
  };
  if (meant.size() > 1) {
    const words both = titles(meant);
    errors.emplace_back(
        error_code::facts_enumeration, at,
        complaint{{"vērtība, ko var saprast vienā veidā", "a value that can be read in one way"},
                  same(in_quotes(text)),
                  {"vai domāts kāds no šiem: " + both.lv + "?", "did you mean one of " + both.en + "?"}});
    return std::nullopt;
  }
  std::vector<std::size_t> all;
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < values.size(); ++i) {
    all.push_back(i);
    ids.push_back(values[i].id);
  }
  words near = did_you_mean(text, ids);
  std::vector<std::string> latvian;
  for (const std::string& id : nearest(text, ids))
    latvian.push_back(
        values[static_cast<std::size_t>(std::find(ids.begin(), ids.end(), id) - ids.begin())].title.lv);
  if (!near.empty()) near.lv = "vai domāts " + either(latvian).lv + "?";
  const words listed = titles(all);
  errors.emplace_back(error_code::facts_enumeration, at,
                      complaint{{"viena no vērtībām: " + listed.lv, "one of " + listed.en},
                                same(in_quotes(text)),
                                std::move(near)});
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
  const std::vector<date> days = days_as_written(text);
  if (days.size() == 1) return days.front();
  if (days.size() > 1) {
    std::vector<std::string> latvian;
    std::vector<std::string> english;
    for (const date day : days) {
      latvian.push_back(in_words(day).lv);
      english.push_back(in_words(day).en);
    }
    const words both{either(latvian).lv, either(english).en};
    errors.emplace_back(
        error_code::facts_date, at,
        complaint{{"datums, ko var saprast vienā veidā", "a date that can be read in one way"},
                  {in_quotes(text) + ", tas ir, " + both.lv, in_quotes(text) + ", that is, " + both.en},
                  {"rakstiet " + both.lv, "write " + both.en}});
    return std::nullopt;
  }
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
