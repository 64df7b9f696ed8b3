// SPDX-License-Identifier: Apache-2.0
/// \file Numbers, dates, values and formulas as people read them in Latvian and English.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "../decide/decision.hpp"
#include "../facts/write_facts.hpp"

namespace slieksnis {
inline namespace v0 {

/// `01.02.2026` in Latvian, `2026-02-01` in English.
[[nodiscard]] std::string format_date(date day, language lang);
/// `01.01.2026.–30.04.2026.` in Latvian, `2026-01-01 to 2026-04-30` in English; the last day is included.
[[nodiscard]] std::string format_period(const period& when, language lang);
/// A decimal comma in Latvian, a point in English; at least so many places. A number without a finite decimal
/// form is cut after six places and ends in `…`.
[[nodiscard]] std::string format_number(const rational& number, int least_places, language lang);
/// The value without its unit; enumerations by title, money with cents.
[[nodiscard]] std::string format_bare(const definition& of, const value& what, language lang);
/// The value with its unit: `267,50 EUR mēnesī`, `64 gadi un 6 mēneši`.
[[nodiscard]] std::string format_value(const rule_book& book, const definition& of, const value& what,
                                       language lang);
/// A need as scripts write it: `income`, `persons[2].born`, `persons`.
[[nodiscard]] std::string name_of(const rule_book& book, const need& missing);

/// How names inside a formula are shown.
enum class formula_style { names, numbers };
/// A formula for people: keywords and names in the language, `×` for `*`; with numbers in place of the names.
[[nodiscard]] std::string format_formula(const rule_book& book, const definition& owner,
                                         std::string_view formula, const std::vector<shown_mention>& mentions,
                                         formula_style style, language lang);

/// A sentence with its first letter in upper case (ASCII and Latvian letters).
[[nodiscard]] std::string capitalised(std::string text);
/// The sources' names, joined by "; ".
[[nodiscard]] std::string format_sources(const rule_book& book, const std::vector<std::size_t>& sources,
                                         language lang);
[[nodiscard]] words described(confidence support);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "format.ipp"
#endif
