// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <algorithm>

#include "case_comparison.hpp"
#include "markdown.ipp"
#include "sheet.hpp"
#include "text.ipp"
#include "wrap.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// Benefits and totals: title, before, after, change, unit.
SLIEKSNIS_INLINE std::string glance_table(const comparison_sheet& sheet, language lang) {
  const bool lv = lang == language::lv;
  std::vector<comparison_row> rows{
      {"", lv ? "pirms" : "before", lv ? "pēc" : "after", lv ? "izmaiņa" : "change", ""}};
  rows.insert(rows.end(), sheet.rows.begin(), sheet.rows.end());
  rows.insert(rows.end(), sheet.totals.begin(), sheet.totals.end());
  constexpr std::size_t widest_title = 34;  // so that amounts and their unit fit 80 columns
  std::size_t title = 0;
  std::size_t before = 0;
  std::size_t after = 0;
  std::size_t change = 0;
  for (const comparison_row& row : rows) {
    title = std::max(title, std::min(code_points(row.title), widest_title));
    before = std::max(before, code_points(row.before));
    after = std::max(after, code_points(row.after));
    change = std::max(change, code_points(row.change));
  }
  const auto right = [](const std::string& text, std::size_t width) {
    return std::string(width - std::min(width, code_points(text)), ' ') + text;
  };
  std::string out;
  for (const comparison_row& row : rows) {
    std::string line = "  ";
    if (code_points(row.title) > widest_title) {
      out += "  " + row.title + "\n";
      line += std::string(title, ' ');
    } else {
      line += padded_to(row.title, title);
    }
    line += "  " + right(row.before, before) + "  " + right(row.after, after) + "  " +
            right(row.change, change) + "  " + row.unit;
    out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return out;
}

/// Value, how it came about, and its days.
SLIEKSNIS_INLINE std::string side_words(const comparison_side& one, bool explain, bool lv) {
  if (one.value.empty()) return lv ? "nav daļa no aprēķina" : "not part of the calculation";
  std::string result = one.value;
  const auto add = [&](const std::string& part) {
    if (!part.empty()) result += "; " + part;
  };
  if (explain && !one.names.empty()) add("= " + one.names);
  add(one.how);
  add(one.when);
  return result + (one.sources.empty() ? "" : " " + references(one.sources));
}

/// Two texts beside each other, each broken at its width.
SLIEKSNIS_INLINE std::string beside(const std::string& left, const std::string& right, std::size_t width,
                                    const std::string& indent) {
  const auto lines_of = [&](const std::string& text) {
    std::vector<std::string> lines(1);
    for (const char c : flowed(text, width)) {
      if (c == '\n')
        lines.emplace_back();
      else
        lines.back() += c;
    }
    if (lines.size() > 1 && lines.back().empty()) lines.pop_back();
    return lines;
  };
  const auto first = lines_of(left);
  const auto second = lines_of(right);
  std::string out;
  for (std::size_t i = 0; i < std::max(first.size(), second.size()); ++i) {
    const std::string line = indent + padded_to(i < first.size() ? first[i] : "", width) + "  | " +
                             (i < second.size() ? second[i] : "");
    out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return out;
}

SLIEKSNIS_INLINE std::string steps_text(const compared_decision& one, const render_options& options,
                                        std::size_t width) {
  constexpr std::size_t wide_enough = 120;
  const bool lv = options.lang == language::lv;
  std::string out;
  for (const comparison_step& step : one.steps) {
    out += std::string("  ") + (step.changed ? "* " : "  ") +
           options.style.mark(step.changed ? options.style.heading : "", step.title) + "\n";
    const std::string before = side_words(step.before, options.explain, lv);
    const std::string after = side_words(step.after, options.explain, lv);
    if (!step.changed)
      out += "      " + after + "\n";
    else if (width >= wide_enough)
      out += beside(before, after, (width - 6 - 4) / 2, "      ");
    else
      out += (lv ? "      pirms  " : "      before  ") + before + "\n" +
             (lv ? "      pēc    " : "      after   ") + after + "\n";
  }
  if (one.unchanged != 0) {
    const auto count = static_cast<std::int64_t>(one.unchanged);
    out += "    " +
           say(options.lang, "{}; --explain rāda visus\n", "{}; --explain shows all\n",
               counted(count, options.lang,
                       {"solis nemainās", "soļi nemainās", "step stays the same", "steps stay the same"}));
  }
  return out;
}

}  // namespace detail

SLIEKSNIS_INLINE std::string comparison_text(const case_comparison& both, const render_options& options,
                                             std::size_t width) {
  const bool lv = options.lang == language::lv;
  const text_style& style = options.style;
  const comparison_sheet sheet = comparison_sheet_of(both, options);
  std::string out = style.mark(style.heading, sheet.heading) + "\n";
  out += (lv ? "  pirms: " : "  before: ") + sheet.law_before + "\n";
  out += (lv ? "  pēc:   " : "  after:  ") + sheet.law_after + "\n";
  const auto begin = [&](const std::string& heading) {
    out += "\n" + style.mark(style.heading, heading) + "\n";
  };
  const auto list = [&](const char* latvian, const char* english, const std::vector<std::string>& lines) {
    if (!lines.empty()) begin(lv ? latvian : english);
    for (const auto& line : lines) out += "  " + line + "\n";
  };
  out += "\n";
  if (sheet.rows.empty())
    out += lv ? "  Ne pirms, ne pēc tam nekas nepienākas.\n"
              : "  Nothing is granted, neither before nor after.\n";
  else
    out += detail::glance_table(sheet, options.lang);
  for (const compared_decision& one : sheet.decisions) {
    begin(one.title + ": " +
          (one.before == one.after ? one.after + (lv ? " (nemainās)" : " (no change)")
                                   : one.before + " → " + one.after));
    const auto why = [&](const char* latvian, const char* english, const std::vector<std::string>& lines) {
      for (const std::string& line : lines) out += std::string("  ") + (lv ? latvian : english) + line + "\n";
    };
    why("pirms: ", "before: ", one.why_before);
    why("pēc: ", "after: ", one.why_after);
    out += detail::steps_text(one, options, width);
  }
  list("Ko maina reforma", "What the reform changes", sheet.reforms);
  list("Aizstāts", "Overridden", sheet.overridden);
  list("Pieņēmumi", "Assumptions", sheet.assumptions);
  list("Ņemt vērā", "Take care", sheet.cautions);
  std::vector<std::string> sources;
  for (const auto& source : sheet.sources)
    sources.push_back(style.mark(style.source, fmt::format("[{}] {}", sources.size() + 1, source)));
  list("Avoti", "Sources", sources);
  return out;
}

SLIEKSNIS_INLINE std::string comparison_markdown(const case_comparison& both, const render_options& options) {
  const bool lv = options.lang == language::lv;
  const comparison_sheet sheet = comparison_sheet_of(both, options);
  std::string out = "# " + detail::escaped(sheet.heading) + "\n\n";
  out += (lv ? "- Pirms: " : "- Before: ") + detail::escaped(sheet.law_before) + "\n";
  out += (lv ? "- Pēc: " : "- After: ") + detail::escaped(sheet.law_after) + "\n\n";
  out += lv ? "| | pirms | pēc | izmaiņa | |\n|---|---:|---:|---:|---|\n"
            : "| | before | after | change | |\n|---|---:|---:|---:|---|\n";
  for (const auto* rows : {&sheet.rows, &sheet.totals})
    for (const comparison_row& row : *rows)
      out +=
          fmt::format("| {} | {} | {} | {} | {} |\n", detail::escaped(row.title), detail::escaped(row.before),
                      detail::escaped(row.after), row.change, detail::escaped(row.unit));
  const auto list = [&](const std::string& heading, const std::vector<std::string>& lines) {
    if (!lines.empty()) out += "\n" + heading + "\n\n";
    for (const auto& line : lines) out += "- " + detail::escaped(line) + "\n";
  };
  for (const compared_decision& one : sheet.decisions) {
    out += fmt::format("\n## {}\n\n", detail::escaped(one.title + ": " + one.before + " → " + one.after));
    list(lv ? "Iemesls pirms" : "Reason before", one.why_before);
    list(lv ? "Iemesls pēc" : "Reason after", one.why_after);
    if (!one.why_before.empty() || !one.why_after.empty()) out += "\n";
    if (one.steps.empty()) continue;
    out += lv ? "| solis | mainās | pirms | pēc |\n|---|---|---|---|\n"
              : "| step | changed | before | after |\n|---|---|---|---|\n";
    for (const comparison_step& step : one.steps)
      out += fmt::format("| {} | {} | {} | {} |\n", detail::escaped(step.title),
                         step.changed ? words{"jā", "yes"}.in(options.lang) : "",
                         detail::escaped(detail::side_words(step.before, options.explain, lv)),
                         detail::escaped(detail::side_words(step.after, options.explain, lv)));
  }
  list(lv ? "## Ko maina reforma" : "## What the reform changes", sheet.reforms);
  list(lv ? "## Aizstāts" : "## Overridden", sheet.overridden);
  list(lv ? "## Pieņēmumi" : "## Assumptions", sheet.assumptions);
  list(lv ? "## Ņemt vērā" : "## Take care", sheet.cautions);
  if (!sheet.sources.empty()) out += lv ? "\n## Avoti\n\n" : "\n## Sources\n\n";
  for (std::size_t i = 0; i < sheet.sources.size(); ++i)
    out += fmt::format("{}. {}\n", i + 1, detail::escaped(sheet.sources[i]));
  return out;
}

}  // namespace v0
}  // namespace slieksnis
