// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <utility>

#include "../decide/total.hpp"
#include "sheet.ipp"
#include "sheet_head.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

SLIEKSNIS_INLINE fact_line fact_in_words(const rule_book& book, std::size_t id, const stated_value& stated,
                                         origin from, language lang) {
  const definition& of = book.at(id);
  fact_line result{capitalised(of.title.in(lang)), format_value(book, of, stated.what, lang),
                   described(from).in(lang)};
  if (stated.months.empty()) return result;
  std::string months;
  for (const auto& one : stated.months) months += (months.empty() ? "" : " + ") + format_number(one, 2, lang);
  result.how += fmt::format("; ({}) / {}", months, stated.months.size());
  return result;
}

/// The values of one entity. As in the trace: what may be asked for is stated, other variables are given.
SLIEKSNIS_INLINE std::vector<fact_line> facts_in_words(const rule_book& book, const stated_values& stated,
                                                       bool (*belongs)(entity), language lang) {
  std::vector<fact_line> result;
  for (const auto& [id, one] : stated) {
    if (!belongs(book.at(id).of)) continue;
    const origin from = book.at(id).askable() ? origin::stated : origin::given;
    result.push_back(fact_in_words(book, id, one, from, lang));
  }
  return result;
}

}  // namespace detail

SLIEKSNIS_INLINE std::vector<head_line> head_of(const answer& given, language lang) {
  const bool lv = lang == language::lv;
  std::vector<head_line> result;
  const auto add = [&](const char* latvian, const char* english, std::string text) {
    if (!text.empty()) result.push_back({lv ? latvian : english, std::move(text)});
  };
  const provenance& made = given.made;
  add("Novērtējuma diena", "Day of assessment", format_date(given.on, lang));
  add("Aprēķina datums", "Date of calculation", made.calculated ? format_date(*made.calculated, lang) : "");
  add("Programma", "Program", made.program);
  add("Noteikumu kontrolsumma (SHA-256)", "Checksum of the rules (SHA-256)", made.rules);
  return result;
}

SLIEKSNIS_INLINE std::vector<fact_group> facts_in_words(const rule_book& book, const facts& stated,
                                                        language lang) {
  const bool lv = lang == language::lv;
  std::vector<fact_group> result;
  const auto add = [&](const char* latvian, const char* english, std::vector<fact_line> lines) {
    if (!lines.empty()) result.push_back({lv ? latvian : english, std::move(lines)});
  };
  add("Mājsaimniecība", "Household",
      detail::facts_in_words(
          book, stated.common(), [](entity of) { return of == entity::household || of == entity::person; },
          lang));
  add("Pašvaldība", "Municipality",
      detail::facts_in_words(
          book, stated.common(), [](entity of) { return of == entity::municipality; }, lang));
  add("Valsts", "Country",
      detail::facts_in_words(
          book, stated.common(), [](entity of) { return of == entity::country; }, lang));
  if (stated.persons())
    for (std::size_t i = 0; i < stated.persons()->size(); ++i)
      result.push_back({capitalised(detail::person_words(stated, i, lang)),
                        detail::facts_in_words(
                            book, (*stated.persons())[i], [](entity) { return true; }, lang)});
  std::vector<fact_line> overridden;
  for (const auto& [id, one] : stated.overrides())
    overridden.push_back(detail::fact_in_words(book, id, one, origin::overridden, lang));
  add("Aizstāts šim aprēķinam", "Overridden for this calculation", std::move(overridden));
  return result;
}

SLIEKSNIS_INLINE std::vector<std::string> totals_in_words(const rule_book& book, const answer& given,
                                                          language lang) {
  std::vector<std::string> result;
  for (const total& sum : totals_of(book, given.decisions)) {
    const std::string often = detail::payment_words(sum.paid).in(lang);
    result.push_back(format_number(sum.amount, 2, lang) + " " +
                     book.unit_words(to_string(sum.measure)).in(lang) +
                     (often.empty() ? "" : " (" + often + ")"));
  }
  return result;
}

}  // namespace v0
}  // namespace slieksnis
