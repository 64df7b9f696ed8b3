// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "../formula/lexer.hpp"
#include "format.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// One sentence of two, with its values filled in.
template <typename... Values>
[[nodiscard]] std::string say(language lang, const char* lv, const char* en, const Values&... values) {
  return fmt::vformat(lang == language::lv ? lv : en, fmt::make_format_args(values...));
}

/// "1 gads", "21 gads", but "11 gadi": Latvian takes the singular after numbers that end in one.
SLIEKSNIS_INLINE std::string counted(std::int64_t count, language lang, std::array<const char*, 4> forms) {
  const bool latvian_one = count % 10 == 1 && count % 100 != 11;
  const char* form =
      lang == language::lv ? (latvian_one ? forms[0] : forms[1]) : (count == 1 ? forms[2] : forms[3]);
  return fmt::format("{} {}", count, form);
}
inline constexpr std::array<const char*, 4> year_forms{"gads", "gadi", "year", "years"};
inline constexpr std::array<const char*, 4> month_forms{"mēnesis", "mēneši", "month", "months"};
inline constexpr std::array<const char*, 4> day_forms{"diena", "dienas", "day", "days"};

SLIEKSNIS_INLINE std::string format_months(months_duration duration, language lang) {
  const int size = duration.months < 0 ? -duration.months : duration.months;
  std::string result = duration.months < 0 ? "−" : "";
  if (size >= 12) result += counted(size / 12, lang, year_forms);
  if (size >= 12 && size % 12 != 0) result += lang == language::lv ? " un " : " and ";
  if (size % 12 != 0 || size == 0) result += counted(size % 12, lang, month_forms);
  return result;
}

/// The words of the formula language in Latvian; other names stay.
inline constexpr std::array<std::pair<std::string_view, std::string_view>, 24> latvian_words{{
    {"and", "un"},
    {"or", "vai"},
    {"not", "nav"},
    {"if", "ja"},
    {"then", "tad"},
    {"else", "citādi"},
    {"true", "jā"},
    {"false", "nē"},
    {"min", "mazākais no"},
    {"max", "lielākais no"},
    {"sum", "summa"},
    {"count", "skaits"},
    {"every", "katram"},
    {"some", "kādam"},
    {"in", "no"},
    {"satisfies", "izpildās"},
    {"age", "vecums"},
    {"between", "starp"},
    {"floor", "noapaļots uz leju"},
    {"ceiling", "noapaļots uz augšu"},
    {"abs", "lielums"},
    {"date", "datums"},
    {"duration", "ilgums"},
    {"years and months duration", "gadi un mēneši starp"},
}};

SLIEKSNIS_INLINE std::string word_in(std::string_view word, language lang) {
  if (lang == language::lv)
    for (const auto& [feel, latvian] : latvian_words)
      if (feel == word) return std::string(latvian);
  return std::string(word);
}

/// `duration("P1Y6M")` at this token: a number of months, written by words.
SLIEKSNIS_INLINE std::optional<months_duration> written_duration(const std::vector<token>& tokens,
                                                                 std::size_t at) {
  if (at + 3 >= tokens.size() || tokens[at].text != "duration" || tokens[at + 1].text != "(" ||
      tokens[at + 2].kind != token_kind::text || tokens[at + 3].text != ")")
    return std::nullopt;
  return parse_months_duration(tokens[at + 2].text);
}

/// A definition's own name in running text: `mājokļa koeficients`.
SLIEKSNIS_INLINE std::string spoken_name(const rule_book& book, const definition& of, language lang) {
  const std::string& name = lang == language::lv && !of.latvian.empty() ? of.latvian : of.name;
  std::string result;
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::size_t end = std::min(name.find('_', begin), name.size());
    result += (begin == 0 ? "" : " ") + book.written_word(name.substr(begin, end - begin));
    begin = end + 1;
  }
  return result;
}

SLIEKSNIS_INLINE const words* title_of(const definition& of, std::string_view id) {
  if (of.what.is_enumeration())
    for (const auto& one : *of.what.values)
      if (one.id == id) return &one.title;
  return nullptr;
}

}  // namespace detail

SLIEKSNIS_INLINE std::string format_date(date day, language lang) { return in_words(day).in(lang); }

SLIEKSNIS_INLINE std::string format_period(const period& when, language lang) {
  return detail::say(lang, "{}–{}", "{} to {}", format_date(when.from, lang),
                     format_date(when.last_day(), lang));
}

SLIEKSNIS_INLINE std::string format_number(const rational& number, int least_places, language lang) {
  constexpr int cut_places = 6;
  std::string text;
  if (const auto written = number.as_decimal()) {
    text = to_string(*written);
    const std::size_t point = text.find('.');
    const int places = point == std::string::npos ? 0 : static_cast<int>(text.size() - point - 1);
    if (places < least_places)
      text += (places == 0 ? "." : "") + std::string(static_cast<std::size_t>(least_places - places), '0');
  } else {
    const rational cut = round(number, rational::power(rational(10), -cut_places), rounding_mode::down);
    text = to_string(cut) + "…";
  }
  if (lang == language::lv) std::replace(text.begin(), text.end(), '.', ',');
  if (text.starts_with('-')) text.replace(0, 1, "−");
  return text;
}

SLIEKSNIS_INLINE std::string format_bare(const definition& of, const value& what, language lang) {
  if (const auto* number = std::get_if<rational>(&what))
    return format_number(*number, of.what.measure.of_money() ? 2 : 0, lang);
  if (const auto* truth = std::get_if<bool>(&what))
    return *truth ? words{"jā", "yes"}.in(lang) : words{"nē", "no"}.in(lang);
  if (const auto* day = std::get_if<date>(&what)) return format_date(*day, lang);
  if (const auto* months = std::get_if<months_duration>(&what)) return detail::format_months(*months, lang);
  if (const auto* days = std::get_if<days_duration>(&what))
    return detail::counted(days->days, lang, detail::day_forms);
  if (const auto* text = std::get_if<std::string>(&what)) {
    const words* title = detail::title_of(of, *text);
    return title != nullptr ? title->in(lang) : *text;
  }
  return to_string(what);
}

SLIEKSNIS_INLINE std::string format_value(const rule_book& book, const definition& of, const value& what,
                                          language lang) {
  const auto* number = std::get_if<rational>(&what);
  if (number == nullptr) return format_bare(of, what, lang);
  const std::string measure = to_string(of.what.measure);
  const auto whole = number->as_integer();
  if (whole && *whole >= 0 && measure == "years") return detail::counted(*whole, lang, detail::year_forms);
  if (whole && *whole >= 0 && measure == "months") return detail::counted(*whole, lang, detail::month_forms);
  if (whole && *whole >= 0 && measure == "days") return detail::counted(*whole, lang, detail::day_forms);
  const std::string in_words = book.unit_words(measure, *number).in(lang);
  return format_bare(of, what, lang) + (in_words.empty() ? "" : " " + in_words);
}

SLIEKSNIS_INLINE std::string name_of(const rule_book& book, const need& missing) {
  if (missing.definition == need::persons) return "persons";
  const std::string& name = book.at(missing.definition).name;
  return missing.person ? fmt::format("persons[{}].{}", *missing.person + 1, name) : name;
}

SLIEKSNIS_INLINE std::string format_formula(const rule_book& book, const definition& owner,
                                            std::string_view formula,
                                            const std::vector<shown_mention>& mentions, formula_style style,
                                            language lang) {
  std::vector<formula_problem> ignored;
  const auto tokens = tokens_of(formula, ignored);
  const bool lv = lang == language::lv;
  const auto shown_value = [&](const definition& of, const evaluated& one) {
    if (!one.known()) return std::string("?");
    const auto* number = one.as<rational>();
    const std::string bare = format_bare(of, one.what(), lang);
    if (number != nullptr && number->sign() < 0) return "(" + bare + ")";
    return std::holds_alternative<std::string>(one.what()) ? (lv ? "„" : "“") + bare + "”" : bare;
  };
  const auto shown = [&](const shown_mention& one, std::string_view written) {
    const definition& of = book.at(one.definition);
    if (style == formula_style::names) {
      if (written == "previous") return std::string(lv ? "iepriekšējā vērtība" : "previous value");
      return detail::spoken_name(book, of, lang);
    }
    if (!one.list) return shown_value(of, one.values.front());
    std::string items;
    for (const evaluated& item : one.values) items += (items.empty() ? "" : "; ") + shown_value(of, item);
    return items;
  };
  // An enumeration's id in quotes is shown by the title it has in the definition named next to it.
  const auto quoted_text = [&](const token& literal) {
    const words* title = nullptr;
    std::size_t nearest = formula.size() + 1;
    for (const auto& one : mentions) {
      const words* here = detail::title_of(book.at(one.definition), literal.text);
      const std::size_t away = one.where.end <= literal.where.begin ? literal.where.begin - one.where.end
                                                                    : one.where.begin - literal.where.end;
      if (here == nullptr || away >= nearest) continue;
      title = here;
      nearest = away;
    }
    if (title == nullptr) title = detail::title_of(owner, literal.text);
    for (const auto& one : book.definitions())
      if (title == nullptr) title = detail::title_of(one, literal.text);
    return (lv ? "„" : "“") + (title != nullptr ? title->in(lang) : literal.text) + "”";
  };

  std::string result;
  std::size_t written_to = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const token& one = tokens[i];
    if (one.where.begin < written_to || one.kind == token_kind::end) continue;
    result += formula.substr(written_to, one.where.begin - written_to);
    written_to = one.where.end;
    const auto found = std::find_if(mentions.begin(), mentions.end(), [&](const auto& m) {
      return m.where.begin == one.where.begin && m.where.end >= one.where.end;
    });
    if (found != mentions.end()) {
      written_to = found->where.end;
      result += shown(*found, formula.substr(found->where.begin, found->where.end - found->where.begin));
    } else if (const auto duration = detail::written_duration(tokens, i)) {
      result += detail::format_months(*duration, lang);
      written_to = tokens[i + 3].where.end;
    } else if (one.kind == token_kind::text) {
      result += quoted_text(one);
    } else if (one.kind == token_kind::number && lv) {
      std::string number = one.text;
      std::replace(number.begin(), number.end(), '.', ',');
      result += number;
    } else if (one.kind == token_kind::symbol) {
      result += one.text == "*"    ? "×"
                : one.text == "-"  ? "−"
                : one.text == "<=" ? "≤"
                : one.text == ">=" ? "≥"
                : one.text == "!=" ? "≠"
                : one.text == ","  ? ";"
                                   : one.text;
    } else if (one.kind == token_kind::name) {
      const auto known = book.find(one.text);
      result += known                         ? detail::spoken_name(book, book.at(*known), lang)
                : lv && one.text == "persons" ? "personas"
                : lv && one.text == "on"      ? "aprēķina diena"
                : one.text == "previous"      ? (lv ? "iepriekšējā vērtība" : "previous value")
                                              : detail::word_in(one.text, lang);
    } else {
      result += detail::word_in(one.text, lang);
    }
  }
  return result;
}

SLIEKSNIS_INLINE std::string capitalised(std::string text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 11> letters{{{"ā", "Ā"},
                                                                                   {"č", "Č"},
                                                                                   {"ē", "Ē"},
                                                                                   {"ģ", "Ģ"},
                                                                                   {"ī", "Ī"},
                                                                                   {"ķ", "Ķ"},
                                                                                   {"ļ", "Ļ"},
                                                                                   {"ņ", "Ņ"},
                                                                                   {"š", "Š"},
                                                                                   {"ū", "Ū"},
                                                                                   {"ž", "Ž"}}};
  for (const auto& [small, large] : letters)
    if (text.starts_with(small)) return std::string(large) + text.substr(small.size());
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

SLIEKSNIS_INLINE std::string format_sources(const rule_book& book, const std::vector<std::size_t>& sources,
                                            language lang) {
  std::string result;
  for (const std::size_t id : sources) {
    result += (result.empty() ? "" : "; ") + book.sources()[id].name(lang);
  }
  return result;
}

SLIEKSNIS_INLINE words described(confidence support) {
  switch (support) {
    case confidence::high:
      return {"augsta", "high"};
    case confidence::medium:
      return {"vidēja", "medium"};
    case confidence::low:
      break;
  }
  return {"zema", "low"};
}

}  // namespace v0
}  // namespace slieksnis
