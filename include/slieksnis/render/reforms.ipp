// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <utility>

#include "format.hpp"
#include "reforms.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// Changes next to one another that say the same: the law's versions between them do not count.
struct told_change {
  reform_change change;
  period when;
};

SLIEKSNIS_INLINE std::vector<told_change> told_changes(const rule_book& book,
                                                       const std::vector<reform_change>& changes) {
  std::vector<told_change> result;
  for (const reform_change& one : changes) {
    const auto goes_on = [&](const told_change& last) {
      const definition& of = book.at(one.definition);
      return last.change.definition == one.definition && last.change.rule->reform == one.rule->reform &&
             last.when.to == one.rule->when.from && last.change.read == one.read &&
             version_in_words(book, of, last.change.rule, language::en) ==
                 version_in_words(book, of, one.rule, language::en) &&
             version_in_words(book, of, last.change.law, language::en) ==
                 version_in_words(book, of, one.law, language::en);
    };
    if (!result.empty() && goes_on(result.back()))
      result.back().when.to = one.rule->when.to;
    else
      result.push_back({one, one.rule->when});
  }
  return result;
}

/// The days of everything that a reform says about one name.
SLIEKSNIS_INLINE period days_of(const std::vector<reform_change>& changes, const reform_change& of) {
  period result = of.rule->when;
  for (const reform_change& one : changes)
    if (one.definition == of.definition && one.rule->reform == of.rule->reform) {
      result.from = std::min(result.from, one.rule->when.from);
      result.to = std::max(result.to, one.rule->when.to);
    }
  return result;
}

/// "GMI share (gmi_share)"
SLIEKSNIS_INLINE std::string title_and_name(const definition& of, language lang) {
  const std::string& name = lang == language::lv && !of.latvian.empty() ? of.latvian : of.name;
  return of.title.in(lang) + " (" + name + ")";
}

/// Whether the day lies outside everything that the reform says about the name.
SLIEKSNIS_INLINE bool on_other_days(const std::vector<reform_change>& changes, const reform_change& of,
                                    std::optional<date> on) {
  return on && !days_of(changes, of).contains(*on);
}

/// What a version says, for another program.
SLIEKSNIS_INLINE nlohmann::ordered_json substance_json(const definition& of, const version* rule) {
  if (rule == nullptr) return nullptr;
  nlohmann::ordered_json out = nlohmann::ordered_json::object();
  if (rule->entitled_if) out["entitled_if"] = rule->entitled_if->source.text;
  if (rule->table)
    for (const table_row& row : rule->table->rows)
      out["table"].push_back({{"when", row.cells}, {"value", row.amount.source.text}});
  else if (rule->plain_value)
    out["value"] = rule->alternatives.front().source.text;
  else if (of.kind == definition_kind::benefit && !rule->alternatives.empty())
    out["amount"] = rule->alternatives.front().source.text;
  else if (of.kind != definition_kind::status)
    for (const formula& one : rule->alternatives) out["formulas"].push_back(one.source.text);
  return out;
}

/// The notices, each on a line.
SLIEKSNIS_INLINE std::string notice_lines(const rule_book& book, language lang) {
  std::string result;
  for (const auto& notice : reform_notices(book, lang)) result += notice + "\n";
  return result;
}

SLIEKSNIS_INLINE std::string assumption_of_law(const rule_book& book, language lang) {
  const period& days = *book.assumed_days();
  return say(lang, "Pieņēmums: likums no {} līdz {} paliek tāds pats; tas vēl nav zināms",
             "Assumption: from {} to {} the law stays as it is; it is not known yet",
             format_date(days.from, lang), format_date(days.last_day(), lang));
}

/// The members `reforms` and `law_goes_on` of what is no answer about a case, where there is something to
/// say.
SLIEKSNIS_INLINE void add_assumptions(nlohmann::ordered_json& out, const rule_book& book, language lang,
                                      nlohmann::ordered_json reforms) {
  if (!book.reforms().empty()) out["reforms"] = std::move(reforms);
  if (book.assumed_days())
    out["law_goes_on"] = {{"from", to_string(book.assumed_days()->from)},
                          {"to", to_string(book.assumed_days()->to)},
                          {"notice", assumption_of_law(book, lang)}};
}

/// The member `reforms` of what lists rules rather than answers.
SLIEKSNIS_INLINE nlohmann::ordered_json reform_names_json(const rule_book& book, language lang) {
  nlohmann::ordered_json out = nlohmann::ordered_json::array();
  const auto notices = reform_notices(book, lang);
  for (std::size_t i = 0; i < book.reforms().size(); ++i)
    out.push_back({{"name", book.reforms()[i].name},
                   {"title", book.reforms()[i].title.in(lang)},
                   {"notice", notices[i]}});
  return out;
}

/// The member `reforms` of an answer.
SLIEKSNIS_INLINE nlohmann::ordered_json reforms_json(const rule_book& book,
                                                     const std::vector<reform_change>& changes,
                                                     language lang) {
  nlohmann::ordered_json out = reform_names_json(book, lang);
  for (std::size_t i = 0; i < book.reforms().size(); ++i) {
    nlohmann::ordered_json& one = out[i];
    one["changes"] = nlohmann::ordered_json::array();
    for (const told_change& told : told_changes(book, changes)) {
      if (told.change.rule->reform != i) continue;
      const definition& of = book.at(told.change.definition);
      nlohmann::ordered_json change;
      change["name"] = of.name;
      change["title"] = of.title.in(lang);
      change["from"] = to_string(told.when.from);
      change["to"] = to_string(told.when.to);
      change["before"] = substance_json(of, told.change.law);
      change["after"] = substance_json(of, told.change.rule);
      change["read"] = told.change.read;
      one["changes"].push_back(std::move(change));
    }
  }
  return out;
}

}  // namespace detail

SLIEKSNIS_INLINE std::vector<std::string> reform_notices(const rule_book& book, language lang) {
  std::vector<std::string> result;
  for (const reform& one : book.reforms())
    result.push_back(detail::say(lang, "Pieņēmums: reforma „{}”; tas nav spēkā esošais likums",
                                 "Assumption: the reform “{}”; this is not the law in force",
                                 one.title.in(lang)));
  if (book.assumed_days()) result.push_back(detail::assumption_of_law(book, lang));
  return result;
}

SLIEKSNIS_INLINE std::string version_in_words(const rule_book& book, const definition& of,
                                              const version* rule, language lang) {
  const bool lv = lang == language::lv;
  if (rule == nullptr) return lv ? "nav" : "none";
  if (rule->table) {
    const std::size_t rows = rule->table->rows.size();
    constexpr std::array<const char*, 4> forms{"rinda", "rindas", "row", "rows"};
    return (lv ? "tabula, " : "a table, ") + detail::counted(static_cast<std::int64_t>(rows), lang, forms);
  }
  if (rule->plain_value && !rule->alternatives.empty() && rule->alternatives.front().tree)
    return format_value(book, of, rule->alternatives.front().tree->written, lang);
  std::string text;
  const auto add = [&](const char* what, const formula& one) {
    text += (text.empty() ? "" : "; ") + std::string(what) +
            format_formula(book, of, one.source.text, {}, formula_style::names, lang);
  };
  if (rule->entitled_if) add(lv ? "pienākas, ja " : "entitled if ", *rule->entitled_if);
  for (const formula& one : rule->alternatives)
    if (of.kind != definition_kind::status)
      add(of.kind != definition_kind::benefit ? "" : lv ? "apmērs " : "amount ", one);
  return text;
}

SLIEKSNIS_INLINE std::vector<std::string> reform_lines(const rule_book& book,
                                                       const std::vector<reform_change>& changes,
                                                       std::optional<date> on, language lang) {
  const bool lv = lang == language::lv;
  std::vector<std::string> result;
  for (const detail::told_change& told : detail::told_changes(book, changes)) {
    const reform_change& one = told.change;
    const definition& of = book.at(one.definition);
    std::string line = detail::title_and_name(of, lang) + ": " + version_in_words(book, of, one.law, lang) +
                       " → " + version_in_words(book, of, one.rule, lang) + ", " +
                       format_period(told.when, lang) + "; ";
    if (one.read)
      line += lv ? "izmantots" : "used";
    else if (on && !told.when.contains(*on))
      line += lv ? "nav izmantots: attiecas uz citām dienām" : "not used: it is about other days";
    else
      line += lv ? "nav izmantots: prasītais no tā nav atkarīgs"
                 : "not used: what was asked for does not depend on it";
    result.push_back(std::move(line));
  }
  return result;
}

SLIEKSNIS_INLINE words unread_warning(const rule_book& book, const std::vector<reform_change>& changes,
                                      const reform_change& one, std::optional<date> on) {
  const definition& of = book.at(one.definition);
  const reform& by = book.reforms()[*one.rule->reform];
  const period when = detail::days_of(changes, one);
  const auto in = [&](language lang) {
    std::string text =
        detail::say(lang, "brīdinājums: reformas „{}” izmaiņa „{}” šeit nav izmantota: ",
                    "warning: of the reform “{}”, the change of {} is not used here: ", by.title.in(lang),
                    detail::title_and_name(of, lang));
    if (detail::on_other_days(changes, one, on))
      text += detail::say(lang, "tā attiecas uz dienām {}, ne uz {}", "it is about {}, not about {}",
                          format_period(when, lang), format_date(*on, lang));
    else
      text +=
          words{"nekas no prasītā no tās nav atkarīgs", "nothing that was asked for depends on it"}.in(lang);
    return text;
  };
  return {in(language::lv), in(language::en)};
}

SLIEKSNIS_INLINE complaint unread_complaint(const rule_book& book, const std::vector<reform_change>& changes,
                                            const reform_change& one, std::optional<date> on) {
  const definition& of = book.at(one.definition);
  const period when = detail::days_of(changes, one);
  const bool other_days = detail::on_other_days(changes, one, on);
  const auto found = [&](language lang) {
    return other_days ? detail::say(lang, "{} tikai {}, ne {}", "{} only for {}, not {}",
                                    detail::title_and_name(of, lang), format_period(when, lang),
                                    format_date(*on, lang))
                      : detail::say(lang, "{}, no kā prasītais nav atkarīgs",
                                    "{}, on which nothing that was asked for depends",
                                    detail::title_and_name(of, lang));
  };
  return {{"reforma, ko atbilde izmanto", "a reform that the answer uses"},
          {found(language::lv), found(language::en)},
          other_days ? words{"jautājiet par reformas dienām vai mainiet reformas dienas",
                             "ask about the reform's days, or change the days of the reform"}
                     : words{"prasiet pabalstu, kas no tā atkarīgs, vai izņemiet to no reformas",
                             "ask for a benefit that depends on it, or take it out of the reform"}};
}

}  // namespace v0
}  // namespace slieksnis
