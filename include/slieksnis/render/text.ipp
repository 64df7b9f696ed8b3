// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "also.hpp"
#include "overview.hpp"
#include "reforms.hpp"
#include "sheet.hpp"
#include "sheet_head.hpp"
#include "text.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// Pads to a width in code points: Latvian letters take one column but two bytes.
SLIEKSNIS_INLINE std::string padded_to(const std::string& text, std::size_t width) {
  const std::size_t length = code_points(text);
  return length < width ? text + std::string(width - length, ' ') : text;
}

/// One line for each value: title, value, and how it came about.
SLIEKSNIS_INLINE void append_steps(std::string& out, const sheet& one, bool explain, bool lv) {
  constexpr std::size_t widest_title = 60;
  constexpr std::size_t widest_value = 24;
  constexpr std::size_t longest_formula = 60;  // longer ones only in the long form, on lines of their own
  std::size_t title_width = 0;
  std::size_t value_width = 0;
  for (const auto& step : one.steps) {
    title_width = std::max(title_width, std::min(code_points(step.title), widest_title));
    value_width = std::max(value_width, std::min(code_points(step.value), widest_value));
  }
  for (const auto& step : one.steps) {
    std::string remark = step.origin;
    const auto add = [&](const std::string& text) {
      if (!text.empty()) remark += (remark.empty() ? "" : "; ") + text;
    };
    const bool short_formula = step.row.empty() && code_points(step.in_numbers) <= longest_formula;
    if (!explain && short_formula && !step.in_numbers.empty()) add("= " + step.in_numbers);
    if (!explain) add(step.rounding);
    if (!step.row.empty()) add((lv ? "rinda: " : "row: ") + step.row);
    add(step.when);
    if (!step.sources.empty()) remark += " " + references(step.sources);
    std::string line = fmt::format("    {}  {}", padded_to(step.title, title_width),
                                   remark.empty() ? step.value : padded_to(step.value, value_width));
    if (!remark.empty()) line += "  " + remark;
    out += line + "\n";
    if (!explain) continue;
    if (!step.in_names.empty()) out += "        = " + step.in_names + "\n";
    if (!step.in_numbers.empty() && step.in_numbers != step.in_names)
      out += "        = " + step.in_numbers + "\n";
    if (!step.rounding.empty()) out += "        " + step.rounding + "\n";
    if (!step.note.empty()) out += std::string("        ") + (lv ? "piezīme: " : "note: ") + step.note + "\n";
  }
}

/// Lines of two or three columns.
SLIEKSNIS_INLINE std::string columns(const std::string& indent,
                                     const std::vector<std::array<std::string, 3>>& rows) {
  std::size_t first = 0;
  std::size_t second = 0;
  for (const auto& row : rows) {
    first = std::max(first, code_points(row[0]));
    second = std::max(second, code_points(row[1]));
  }
  std::string out;
  for (const auto& row : rows)
    out += indent + padded_to(row[0], first) + "  " +
           (row[2].empty() ? row[1] : padded_to(row[1], second) + "  " + row[2]) + "\n";
  return out;
}

/// Which calculation it is and what the case states, for the long form.
SLIEKSNIS_INLINE std::string head_text(const rule_book& book, const facts& stated, const answer& given,
                                       language lang) {
  std::vector<std::array<std::string, 3>> rows;
  for (const head_line& one : head_of(given, lang)) rows.push_back({one.label, one.text, ""});
  std::string out = columns("  ", rows);
  const auto groups = facts_in_words(book, stated, lang);
  if (!groups.empty()) out += lang == language::lv ? "\nNorādītie fakti\n" : "\nStated facts\n";
  for (const fact_group& group : groups) {
    const bool lv = lang == language::lv;
    out += "  " + group.whose +
           (!group.facts.empty() ? ""
            : lv                 ? ": nekas nav norādīts"
                                 : ": nothing is stated") +
           "\n";
    rows.clear();
    for (const fact_line& one : group.facts) rows.push_back({one.title, one.value, one.how});
    out += columns("    ", rows);
  }
  return out;
}

/// The outcome, which follows the title's colon, in its own colour.
SLIEKSNIS_INLINE std::string styled_heading(const std::string& heading, const text_style& style,
                                            outcome decided) {
  const std::size_t colon = heading.rfind(": ");
  if (style.end.empty() || colon == std::string::npos) return heading;
  return style.mark(style.heading, heading.substr(0, colon + 1)) + " " +
         style.mark(style.heading + style.of(decided), heading.substr(colon + 2));
}

/// Short items one after the other on lines of a readable width.
SLIEKSNIS_INLINE std::string paragraph(const std::vector<std::string>& items) {
  constexpr std::size_t widest_line = 110;
  std::string out;
  std::size_t column = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::string item = items[i] + (i + 1 < items.size() ? ";" : "");
    const std::size_t width = code_points(item);
    const bool fits = column != 0 && column + 1 + width <= widest_line;
    out += fits ? " " : column == 0 ? "  " : "\n  ";
    column = fits ? column + 1 + width : 2 + width;
    out += item;
  }
  return out + "\n";
}

/// What everything that was tried comes to, before the sheets.
SLIEKSNIS_INLINE std::string overview_text(const overview& all, const text_style& style, bool lv) {
  constexpr std::size_t widest = 70;
  std::string out;
  const auto begin = [&](const char* latvian, const char* english, const std::string& colour = {}) {
    out += "\n" + style.mark(style.heading + colour, lv ? latvian : english) + "\n";
  };
  const auto list = [&](const char* latvian, const char* english, const std::vector<std::string>& lines,
                        const std::string& colour = {}) {
    if (!lines.empty()) begin(latvian, english, colour);
    for (const auto& line : lines) out += "  " + line + "\n";
  };
  std::size_t width = 0;
  for (const auto* lines : {&all.granted, &all.known})
    for (const auto& line : *lines) width = std::max(width, std::min(code_points(line.title), widest));
  const auto table = [&](const char* latvian, const char* english, const std::vector<overview_line>& lines,
                         const std::string& colour = {}) {
    if (!lines.empty()) begin(latvian, english, colour);
    for (const auto& line : lines) {
      out += fmt::format("  {}  {}\n", padded_to(line.title, width), line.value);
      if (!line.formula.empty()) out += "      = " + line.formula + "\n";
      if (!line.source.empty()) out += "      " + style.mark(style.source, line.source) + "\n";
    }
  };
  table("Pienākas", "Granted", all.granted, style.granted);
  list("Kopā", "In all", all.totals);
  table("Zināšanai; nav atsevišķi izmaksājams", "For information; not paid separately", all.known);
  list("Nepienākas", "Refused", all.refused, style.refused);
  if (!all.open.empty()) begin("Nav izlemts; jāzina", "Not decided; to be known", style.undetermined);
  for (const auto& one : all.open) {
    out += "  " + one.question + "\n";
    for (const auto& benefit : one.benefits) out += "      " + benefit + "\n";
  }
  list("Norādiet, ja attiecas", "State it where it applies", all.rare);
  if (!all.not_concerned.empty()) {
    begin("Neattiecas uz šo mājsaimniecību", "Does not concern this household");
    out += paragraph(all.not_concerned);
  }
  list("Šajā dienā nav spēkā", "Not in force on this day", all.not_in_force);
  list("Par šo dienu avotos ziņu nav", "The sources say nothing of this day", all.no_information);
  list("Pieņēmumi", "Assumptions", all.assumptions);
  list("Ņemt vērā", "Take care", all.cautions);
  return out;
}

}  // namespace detail

SLIEKSNIS_INLINE std::string render_text(const rule_book& book, const facts& stated, const answer& given,
                                         const render_options& options) {
  const bool lv = options.lang == language::lv;
  const text_style& style = options.style;
  std::string out = style.mark(style.heading, heading_of(given, options.lang)) + "\n";
  for (const auto& notice : reform_notices(book, options.lang))
    out += style.mark(style.undetermined, notice) + "\n";
  if (options.explain) out += detail::head_text(book, stated, given, options.lang);
  const auto list = [&](const char* latvian, const char* english, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    out += "  " + style.mark(style.heading, lv ? latvian : english) + "\n";
    for (const auto& line : lines) out += "    " + line + "\n";
  };
  if (!given.wanted_by_name)
    out += detail::overview_text(overview_of(book, stated, given, options.lang), style, lv);
  for (const decision& decided : given.decisions) {
    if (!shown_in_full(given, decided, options.explain)) continue;
    const sheet one = sheet_of(book, stated, decided, options);
    out += "\n" + detail::styled_heading(one.heading, style, decided.outcome) + "\n";
    if (!one.holds.empty()) out += "  " + capitalised(one.holds) + "\n";
    list("Iemesls", "Reason", one.reasons);
    list("Kas to mainītu", "What would change it", one.changes);
    list("Vajadzīgs", "Needed", one.needs);
    if (!one.bounds.empty()) out += "  " + capitalised(one.bounds) + "\n";
    if (!one.steps.empty()) {
      out += "  " + style.mark(style.heading, lv ? "Aprēķins" : "Calculation") + "\n";
      detail::append_steps(out, one, options.explain, lv);
    }
    list("Pieņēmumi", "Assumptions", one.assumptions);
    list("Aizstāts", "Overridden", one.overridden);
    list("Ņemt vērā", "Take care", one.cautions);
    std::vector<std::string> sources;
    for (const auto& source : one.sources)
      sources.push_back(style.mark(style.source, fmt::format("[{}] {}", sources.size() + 1, source)));
    list("Avoti", "Sources", sources);
  }
  if (options.explain && given.wanted_by_name && given.decisions.size() > 1)
    for (const auto& total : totals_in_words(book, given, options.lang))
      out += (lv ? "\nKopā: " : "\nIn all: ") + total + "\n";
  const also_lines more = also_of(book, stated, given, options.lang);
  if (!more.empty()) out += "\n" + style.mark(style.heading, lv ? "Pārbaudiet arī" : "Check also") + "\n";
  for (const auto& line : more.granted) out += "  " + line + "\n";
  for (const auto& line : more.open) out += "  " + line + "\n";
  const auto changes = reform_lines(book, given.reformed, given.on, options.lang);
  if (!changes.empty())
    out += "\n" + style.mark(style.heading, lv ? "Ko maina reforma" : "What the reform changes") + "\n";
  for (const auto& line : changes) out += "  " + line + "\n";
  return out;
}

}  // namespace v0
}  // namespace slieksnis
