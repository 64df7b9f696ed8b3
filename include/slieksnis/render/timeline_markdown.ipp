// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include "markdown.ipp"
#include "reforms.hpp"
#include "timeline.ipp"
#include "timeline_text.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// A field of a CSV line (RFC 4180): in quotes where it holds a comma, a quote or a line break.
SLIEKSNIS_INLINE std::string csv_field(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string result = "\"";
  for (const char c : text) result += c == '"' ? std::string("\"\"") : std::string(1, c);
  return result + "\"";
}

[[nodiscard]] inline std::string_view name_of(standing what) noexcept {
  constexpr std::string_view names[] = {"granted", "refused", "undetermined", "not_in_force",
                                        "no_information"};
  return names[static_cast<std::size_t>(what)];
}

}  // namespace detail

SLIEKSNIS_INLINE std::string timeline_markdown(const rule_book& book, const facts& stated,
                                               const timeline& given, const render_options& options) {
  const bool lv = options.lang == language::lv;
  const timeline_sheet sheet = timeline_sheet_of(book, stated, given, options);
  const auto cell = [](const std::string& text) { return detail::escaped(text); };
  std::string out = "# " + cell(sheet.heading) + "\n";
  for (const auto& notice : reform_notices(book, options.lang)) out += "\n**" + cell(notice) + "**\n";
  out += lv ? "\n## Kas mainās un kāpēc\n\n" : "\n## What changes, and why\n\n";
  if (sheet.changes.empty())
    out += lv ? "Šajā laikā nekas nemainās.\n" : "Nothing changes in this time.\n";
  else
    out += lv ? "| no dienas | pabalsts | bija | ir | kāpēc |\n|---|---|---:|---:|---|\n"
              : "| from | benefit | before | after | why |\n|---|---|---:|---:|---|\n";
  for (const timeline_change& one : sheet.changes) {
    std::string why;
    for (const std::string& cause : one.why) why += (why.empty() ? "" : "; ") + cause;
    if (one.more_causes != 0) why += "; …";
    if (!one.again.empty()) why += (why.empty() ? "" : "; ") + one.again;
    out += fmt::format("| {} | {} | {} | {} | {} |\n", format_date(one.on, options.lang), cell(one.title),
                       cell(one.before), cell(one.after), cell(why));
  }
  if (!sheet.columns.empty()) {
    out += lv ? "\n## Pa mēnešiem\n\n| mēneši |" : "\n## Month by month\n\n| months |";
    std::string line = "|---|";
    for (const timeline_column& one : sheet.columns) {
      out += " " + cell(one.title + (one.unit.empty() ? "" : ", " + one.unit)) + " |";
      line += "---:|";
    }
    if (sheet.has_total) out += " " + sheet.total_title + " |";
    out += "\n" + line + (sheet.has_total ? "---:|\n" : "\n");
    for (const timeline_row& row : sheet.rows) {
      out += "| " + row.label + " |";
      for (const std::string& one : row.cells) out += " " + one + " |";
      out += sheet.has_total ? " " + row.total + " |\n" : "\n";
    }
    if (!sheet.signs.empty()) out += "\n" + sheet.signs + "\n";
  }
  const auto list = [&](const char* latvian, const char* english, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    out += fmt::format("\n## {}\n\n", lv ? latvian : english);
    for (const auto& one : lines) out += "- " + cell(one) + "\n";
  };
  list("Vajadzīgs, lai noteiktu", "Needed to decide", sheet.needs);
  list("Pieņēmumi", "Assumptions", sheet.assumptions);
  list("Ņemt vērā", "Take care", sheet.cautions);
  list("Piezīmes", "Notes", sheet.notes);
  if (!sheet.sources.empty()) out += lv ? "\n## Avoti\n\n" : "\n## Sources\n\n";
  for (std::size_t i = 0; i < sheet.sources.size(); ++i)
    out += fmt::format("{}. {}\n", i + 1, cell(sheet.sources[i]));
  list("Ko maina reforma", "What the reform changes",
       reform_lines(book, given.reformed, std::nullopt, options.lang));
  return out;
}

SLIEKSNIS_INLINE std::string timeline_csv(const rule_book& book, const facts& stated, const timeline& given) {
  std::string out = "from,to,benefit,person,label,outcome,amount,unit,paid\n";
  for (const benefit_course& course : given.courses) {
    if (!given.wanted_by_name && !detail::ever_granted(course)) continue;
    const definition& of = book.at(course.benefit);
    const std::string person = course.person ? std::to_string(*course.person + 1) : "";
    const std::string_view label = course.person ? stated.label(*course.person) : "";
    for (const steady_span& span : course.spans)
      out += fmt::format(
          "{},{},{},{},{},{},{},{},{}\n", to_string(span.when.from), to_string(span.when.last_day()), of.name,
          person, detail::csv_field(label), detail::name_of(standing_of(book, span)),
          span.decided.amount ? plain_value(of, *span.decided.amount) : "",
          of.kind == definition_kind::benefit ? detail::csv_field(to_string(of.what.measure)) : "",
          of.paid ? name_of(*of.paid) : std::string_view());
  }
  return out;
}

}  // namespace v0
}  // namespace slieksnis
