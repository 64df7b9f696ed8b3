// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <algorithm>

#include "reforms.ipp"
#include "timeline_chart.ipp"
#include "timeline_text.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// `A`, `B` … `Z`, `A1`: what stands for a long title at the head of a column.
SLIEKSNIS_INLINE std::string column_key(std::size_t column) {
  std::string result(1, static_cast<char>('A' + column % 26));
  return column < 26 ? result : result + std::to_string(column / 26);
}

/// The amounts month by month; titles that would make it too wide are told below.
SLIEKSNIS_INLINE std::string month_table(const timeline_sheet& sheet, language lang) {
  constexpr std::size_t widest = 100;
  const bool lv = lang == language::lv;
  std::vector<std::string> heads;
  std::size_t wide = 24;
  for (const timeline_column& one : sheet.columns) {
    heads.push_back(one.title);
    wide += code_points(one.title) + 2;
  }
  const bool keys = wide > widest;
  for (std::size_t i = 0; keys && i < heads.size(); ++i) heads[i] = column_key(i);
  if (sheet.has_total) heads.push_back(sheet.total_title);

  std::vector<std::size_t> widths;
  for (const std::string& head : heads) widths.push_back(code_points(head));
  std::size_t first_width = code_points(words{"mēneši", "months"}.in(lang));
  const auto cell_of = [&](const timeline_row& row, std::size_t i) -> const std::string& {
    return i < row.cells.size() ? row.cells[i] : row.total;
  };
  for (const timeline_row& row : sheet.rows) {
    first_width = std::max(first_width, code_points(row.label));
    for (std::size_t i = 0; i < widths.size(); ++i)
      widths[i] = std::max(widths[i], code_points(cell_of(row, i)));
  }
  const auto right = [](const std::string& text, std::size_t width) {
    return std::string(width - std::min(width, code_points(text)), ' ') + text;
  };
  std::string out = "  " + padded_to(lv ? "mēneši" : "months", first_width);
  for (std::size_t i = 0; i < heads.size(); ++i) out += "  " + right(heads[i], widths[i]);
  out += "\n";
  for (const timeline_row& row : sheet.rows) {
    out += "  " + padded_to(row.label, first_width);
    for (std::size_t i = 0; i < widths.size(); ++i) out += "  " + right(cell_of(row, i), widths[i]);
    out += "\n";
  }
  for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
    const timeline_column& one = sheet.columns[i];
    if (keys)
      out += fmt::format("  {} = {}{}\n", heads[i], one.title, one.unit.empty() ? "" : ", " + one.unit);
    else if (!one.unit.empty())
      out += fmt::format("  {}: {}\n", one.title, one.unit);
  }
  if (!sheet.signs.empty()) out += "  " + sheet.signs + "\n";
  return out;
}

}  // namespace detail

SLIEKSNIS_INLINE std::string timeline_text(const rule_book& book, const facts& stated, const timeline& given,
                                           const render_options& options, chart_signs signs) {
  const bool lv = options.lang == language::lv;
  const timeline_sheet sheet = timeline_sheet_of(book, stated, given, options);
  std::string out = sheet.heading + "\n" + detail::notice_lines(book, options.lang);
  const auto begin = [&](const char* latvian, const char* english) {
    out += std::string("\n") + (lv ? latvian : english) + "\n";
  };
  begin("Kas mainās un kāpēc", "What changes, and why");
  if (sheet.changes.empty())
    out += lv ? "  Šajā laikā nekas nemainās.\n" : "  Nothing changes in this time.\n";
  for (const timeline_change& one : sheet.changes) {
    out += fmt::format("  {}  {}: {} → {}\n", format_date(one.on, options.lang), one.title, one.before,
                       one.after);
    for (const std::string& why : one.why) out += "      " + why + "\n";
    if (one.more_causes != 0)
      out += detail::say(options.lang, "      … vēl {} (--explain)\n", "      … {} more (--explain)\n",
                         detail::counted(static_cast<std::int64_t>(one.more_causes), options.lang,
                                         {"iemesls", "iemesli", "cause", "causes"}));
    if (!one.again.empty()) out += "      " + one.again + "\n";
  }
  if (sheet.columns.empty()) {
    out += lv ? "\nNo visa, par ko var lemt, šajā laikā nekas nepienākas.\n"
              : "\nOf all that can be decided nothing is granted in this time.\n";
  } else {
    begin("Pa mēnešiem", "Month by month");
    out += detail::month_table(sheet, options.lang);
    begin("Diagramma: zīme par mēnesi, stāvoklis tā pirmajā dienā",
          "Chart: a sign a month, as it is on its first day");
    out += detail::timeline_chart(book, given, sheet, options.lang, signs);
  }
  const auto list = [&](const char* latvian, const char* english, const std::vector<std::string>& lines) {
    if (!lines.empty()) begin(latvian, english);
    for (const auto& line : lines) out += "  " + line + "\n";
  };
  list("Vajadzīgs, lai noteiktu", "Needed to decide", sheet.needs);
  list("Pieņēmumi", "Assumptions", sheet.assumptions);
  list("Ņemt vērā", "Take care", sheet.cautions);
  list("Piezīmes", "Notes", sheet.notes);
  std::vector<std::string> sources;
  for (const auto& source : sheet.sources)
    sources.push_back(fmt::format("[{}] {}", sources.size() + 1, source));
  list("Avoti", "Sources", sources);
  list("Ko maina reforma", "What the reform changes",
       reform_lines(book, given.reformed, std::nullopt, options.lang));
  return out;
}

}  // namespace v0
}  // namespace slieksnis
