// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "format.hpp"
#include "json.ipp"
#include "listing.hpp"
#include "sheet.ipp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

SLIEKSNIS_INLINE words described(definition_kind kind) {
  switch (kind) {
    case definition_kind::fact:
      return {"fakts", "fact"};
    case definition_kind::parameter:
      return {"parametrs", "parameter"};
    case definition_kind::variable:
      return {"lielums", "variable"};
    case definition_kind::status:
      return {"statuss", "status"};
    case definition_kind::benefit:
      break;
  }
  return {"pabalsts", "benefit"};
}

/// The unit of a number as a reader says it, or the type of anything else.
SLIEKSNIS_INLINE std::string unit_or_type(const rule_book& book, const definition& of, language lang) {
  switch (of.what.kind) {
    case type_kind::number: {
      const words unit = book.unit_words(to_string(of.what.measure));
      return unit.empty() ? words{"skaitlis", "number"}.in(lang) : unit.in(lang);
    }
    case type_kind::boolean:
      return words{"jā vai nē", "yes or no"}.in(lang);
    case type_kind::day:
      return words{"datums", "date"}.in(lang);
    case type_kind::months_duration:
      return words{"gadi un mēneši", "years and months"}.in(lang);
    default:
      return of.what.is_enumeration() ? words{"izvēle", "choice"}.in(lang) : words{"teksts", "text"}.in(lang);
  }
}

SLIEKSNIS_INLINE bool listed(const definition& of, listing which) {
  switch (which) {
    case listing::facts:
      return of.kind == definition_kind::fact;
    case listing::benefits:
      return of.is_decided();
    case listing::variables:
      return of.kind == definition_kind::variable;
    case listing::parameters:
      return of.kind == definition_kind::parameter;
    case listing::all:
      break;
  }
  return true;
}

/// Days on which the value of something of the country may change: its own versions, those of what it may
/// use, and the yearly reviews.
SLIEKSNIS_INLINE std::set<date> days_of_change(const rule_book& book, const period& span) {
  std::set<date> days;
  const auto add = [&](date day) {
    if (span.contains(day)) days.insert(day);
  };
  for (const definition& one : book.definitions()) {
    if (one.of != entity::country) continue;
    for (const version& rule : one.versions) {
      add(rule.when.from);
      if (!rule.reviewed_each) continue;
      for (auto year = std::chrono::year_month_day{span.from}.year();
           year <= std::chrono::year_month_day{span.to}.year(); ++year)
        add(year / std::chrono::month{rule.reviewed_each->month} / std::chrono::day{rule.reviewed_each->day});
    }
  }
  return days;
}

/// One line of the thresholds.
struct threshold {
  std::size_t definition = 0;
  dated_value current;
};

SLIEKSNIS_INLINE std::vector<threshold> thresholds_on(const rule_book& book, date on) {
  std::vector<threshold> result;
  for (std::size_t id = 0; id < book.definitions().size(); ++id) {
    const definition& of = book.at(id);
    if (of.of != entity::country || !of.what.is(type_kind::number) || of.in_force(on) == nullptr ||
        book.topics()[of.topic].statistics)
      continue;
    // A number of months of some amount is a coefficient too: an amount a month becomes a single one.
    const std::string unit = to_string(of.what.measure);
    if (!of.what.measure.of_money() && unit != "1" && unit != "month") continue;
    for (const dated_value& one : values_over_time(book, id))
      if (one.when.contains(on) && one.result.known()) result.push_back({id, one});
  }
  return result;
}

SLIEKSNIS_INLINE std::string padded(const std::string& text, std::size_t width) {
  return fmt::format("{:<{}}", text, width);
}

SLIEKSNIS_INLINE ordered_json sources_json(const rule_book& book, const std::vector<std::size_t>& ids,
                                           language lang) {
  ordered_json out = ordered_json::array();
  for (const std::size_t id : ids) {
    const citation& source = book.sources()[id];
    ordered_json one;
    one["id"] = source.id;
    one["act"] = source.act.in(lang);
    one["article"] = source.article.in(lang);
    one["address"] = source.address;
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace detail

SLIEKSNIS_INLINE std::string list_text(const rule_book& book, listing which, language lang) {
  struct part {
    listing which;
    words title;
  };
  const std::array<part, 4> parts{{{listing::benefits, {"Pabalsti un statusi", "Benefits and statuses"}},
                                   {listing::facts, {"Fakti", "Facts"}},
                                   {listing::variables, {"Lielumi", "Variables"}},
                                   {listing::parameters, {"Parametri", "Parameters"}}}};
  std::string result = detail::notice_lines(book, lang);
  if (!result.empty()) result += "\n";
  bool first = true;
  for (const part& section : parts) {
    if (which != listing::all && which != section.which) continue;
    result += (std::exchange(first, false) ? "" : "\n") + section.title.in(lang) + "\n";
    for (const definition& of : book.definitions()) {
      if (!detail::listed(of, section.which)) continue;
      const bool lv = lang == language::lv && !of.latvian.empty();
      const std::string of_whom = lang == language::lv ? described(of.of).lv : std::string(name_of(of.of));
      result += fmt::format("  {}: {}\n", lv ? of.latvian : of.name, of.title.in(lang));
      result += fmt::format("      {}; {}; {}", lv ? of.name : of.latvian, of_whom,
                            detail::unit_or_type(book, of, lang));
      if (!of.versions.empty()) result += "; " + format_period(of.span(), lang);
      result += fmt::format("; {} {}\n", lang == language::lv ? "pārbaudīts" : "reviewed",
                            format_date(book.topics()[of.topic].reviewed, lang));
    }
  }
  return result;
}

SLIEKSNIS_INLINE std::string list_json(const rule_book& book, listing which, language lang) {
  detail::ordered_json out;
  detail::add_assumptions(out, book, lang, detail::reform_names_json(book, lang));
  out["definitions"] = detail::ordered_json::array();
  for (const definition& of : book.definitions()) {
    if (!detail::listed(of, which)) continue;
    detail::ordered_json one;
    one["id"] = of.name;
    one["latvian"] = of.latvian;
    one["title"] = of.title.in(lang);
    one["kind"] = detail::described(of.kind).en;
    one["entity"] = name_of(of.of);
    one["unit"] = of.what.is(type_kind::number) ? detail::ordered_json(to_string(of.what.measure))
                                                : detail::ordered_json(nullptr);
    if (!of.versions.empty()) {
      one["from"] = to_string(of.span().from);
      one["to"] = to_string(of.span().to);
    }
    one["reviewed"] = to_string(book.topics()[of.topic].reviewed);
    out["definitions"].push_back(std::move(one));
  }
  return out.dump(2) + "\n";
}

SLIEKSNIS_INLINE std::vector<dated_value> values_over_time(const rule_book& book, std::size_t id) {
  std::vector<dated_value> result;
  const definition& of = book.at(id);
  if (of.of != entity::country || of.versions.empty() || of.by_definition) return result;
  const facts nothing(book);
  std::set<date> days = detail::days_of_change(book, of.span());
  for (const version& rule : of.versions) days.insert(rule.when.from);
  for (const date day : days) {
    const version* rule = of.in_force(day);
    if (rule == nullptr) continue;
    const plan planned = make_plan(book, day, std::vector<std::size_t>{id});
    evaluated now = evaluation(planned, nothing).at(planned.values()[*planned.value_of(id)].result);
    const bool goes_on = !result.empty() && result.back().rule == rule && result.back().when.to == day &&
                         now.known() == result.back().result.known() &&
                         (!now.known() || now.what() == result.back().result.what());
    const auto next = days.upper_bound(day);
    const date to = next == days.end() ? rule->when.to : std::min(*next, rule->when.to);
    if (goes_on)
      result.back().when.to = to;
    else
      result.push_back({{day, to}, std::move(now), rule});
  }
  return result;
}

SLIEKSNIS_INLINE std::string thresholds_text(const rule_book& book, date on, language lang) {
  const bool lv = lang == language::lv;
  const auto all = detail::thresholds_on(book, on);
  std::string result =
      fmt::format("{} {}\n", lv ? "Sliekšņi, daļas un koeficienti" : "Thresholds, shares and coefficients on",
                  format_date(on, lang)) +
      detail::notice_lines(book, lang);
  std::size_t width = 0;
  for (const auto& one : all)
    width = std::max(
        width, code_points(format_value(book, book.at(one.definition), one.current.result.what(), lang)));
  std::size_t topic = book.topics().size();
  for (const auto& one : all) {
    const definition& of = book.at(one.definition);
    if (of.topic != topic) result += "\n" + book.topics()[of.topic].title.in(lang) + "\n";
    topic = of.topic;
    result += fmt::format("  {}  {}  {}\n",
                          detail::padded(format_value(book, of, one.current.result.what(), lang), width),
                          format_period(one.current.when, lang), of.title.in(lang));
    const std::string indent(width + 4, ' ');
    const std::vector<std::size_t> main_source{
        one.current.rule->sources.front()};  // the other forms have them all
    result += fmt::format("{}{}; {}: {}\n", indent, lv ? of.latvian : of.name, lv ? "avots" : "source",
                          format_sources(book, main_source, lang));
    if (const std::string note =
            detail::note_with_confidence(one.current.rule->support, one.current.rule->note, lang);
        !note.empty())
      result += indent + note + "\n";
  }
  return result;
}

SLIEKSNIS_INLINE std::string thresholds_markdown(const rule_book& book, date on, language lang) {
  const bool lv = lang == language::lv;
  const auto in_cell = [](std::string text) {
    for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += 2) text.insert(at, "\\");
    return text;
  };
  std::string result = fmt::format(
      "# {} {}\n", lv ? "Sliekšņi, daļas un koeficienti" : "Thresholds, shares and coefficients on",
      format_date(on, lang));
  for (const auto& notice : reform_notices(book, lang)) result += "\n**" + in_cell(notice) + "**\n";
  std::size_t topic = book.topics().size();
  for (const auto& one : detail::thresholds_on(book, on)) {
    const definition& of = book.at(one.definition);
    if (of.topic != topic)
      result +=
          fmt::format("\n## {}\n\n{}", book.topics()[of.topic].title.in(lang),
                      lv ? "| Nosaukums | Vērtība | Periods | Avots | Piezīme |\n|---|---|---|---|---|\n"
                         : "| Name | Value | Period | Source | Note |\n|---|---|---|---|---|\n");
    topic = of.topic;
    std::string sources;
    for (const std::size_t id : one.current.rule->sources)
      sources += fmt::format("{}[{}](<{}>)", sources.empty() ? "" : "; ",
                             in_cell(book.sources()[id].name(lang)), book.sources()[id].address);
    result += fmt::format(
        "| {} (`{}`) | {} | {} | {} | {} |\n", in_cell(capitalised(of.title.in(lang))),
        lv ? of.latvian : of.name, format_value(book, of, one.current.result.what(), lang),
        format_period(one.current.when, lang), sources,
        in_cell(detail::note_with_confidence(one.current.rule->support, one.current.rule->note, lang)));
  }
  return result;
}

SLIEKSNIS_INLINE std::string thresholds_json(const rule_book& book, date on, language lang) {
  detail::ordered_json out;
  out["on"] = to_string(on);
  detail::add_assumptions(out, book, lang, detail::reform_names_json(book, lang));
  out["thresholds"] = detail::ordered_json::array();
  for (const auto& one : detail::thresholds_on(book, on)) {
    const definition& of = book.at(one.definition);
    const version& rule = *one.current.rule;
    detail::ordered_json row;
    row["id"] = of.name;
    row["title"] = of.title.in(lang);
    row["value"] = plain_value(of, one.current.result.what());
    row["unit"] = to_string(of.what.measure);
    row["from"] = to_string(one.current.when.from);
    row["to"] = to_string(one.current.when.to);
    row["sources"] = detail::sources_json(book, rule.sources, lang);
    row["confidence"] = detail::name_of(rule.support);
    row["note"] =
        rule.note.empty() ? detail::ordered_json(nullptr) : detail::ordered_json(rule.note.in(lang));
    out["thresholds"].push_back(std::move(row));
  }
  return out.dump(2) + "\n";
}

}  // namespace v0
}  // namespace slieksnis
