// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include "also.hpp"
#include "markdown.hpp"
#include "overview.hpp"
#include "reforms.hpp"
#include "sheet.hpp"
#include "sheet_head.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// Text that Markdown does not read as markup.
SLIEKSNIS_INLINE std::string escaped(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (c == '|' || c == '*' || c == '_' || c == '`' || c == '[' || c == ']' || c == '\\') result += '\\';
    result += c;
  }
  return result;
}

SLIEKSNIS_INLINE std::string joined(std::initializer_list<std::string> parts) {
  std::string result;
  for (const auto& part : parts)
    if (!part.empty()) result += (result.empty() ? "" : "; ") + part;
  return result;
}

/// Which calculation it is and what the case states.
SLIEKSNIS_INLINE std::string head_markdown(const rule_book& book, const facts& stated, const answer& given,
                                           language lang) {
  const bool lv = lang == language::lv;
  std::string out = "\n";
  for (const head_line& one : head_of(given, lang))
    out += "- " + escaped(one.label) + ": " + escaped(one.text) + "\n";
  const auto groups = facts_in_words(book, stated, lang);
  if (groups.empty()) return out;
  out += lv ? "\n## Norādītie fakti\n\n| kam | fakts | vērtība | kā zināms |\n|---|---|---:|---|\n"
            : "\n## Stated facts\n\n| whose | fact | value | how known |\n|---|---|---:|---|\n";
  for (const fact_group& group : groups) {
    if (group.facts.empty())
      out += fmt::format("| {} | | | {} |\n", escaped(group.whose),
                         lv ? "nekas nav norādīts" : "nothing is stated");
    for (const fact_line& one : group.facts)
      out += fmt::format("| {} | {} | {} | {} |\n", escaped(group.whose), escaped(one.title),
                         escaped(one.value), escaped(one.how));
  }
  return out;
}

/// What everything that was tried comes to, before the sheets.
SLIEKSNIS_INLINE std::string overview_markdown(const overview& all, bool lv) {
  std::string out;
  const auto list = [&](const char* latvian, const char* english, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    out += fmt::format("\n## {}\n\n", lv ? latvian : english);
    for (const auto& line : lines) out += "- " + escaped(line) + "\n";
  };
  const auto table = [&](const char* latvian, const char* english, const std::vector<overview_line>& lines) {
    if (lines.empty()) return;
    out += fmt::format("\n## {}\n\n", lv ? latvian : english);
    out += lv ? "| pabalsts vai statuss | apmērs | pamats |\n|---|---:|---|\n"
              : "| benefit or status | amount | basis |\n|---|---:|---|\n";
    for (const auto& line : lines)
      out += fmt::format("| {} | {} | {} |\n", escaped(line.title), escaped(line.value),
                         escaped(joined({line.formula, line.source})));
  };
  table("Pienākas", "Granted", all.granted);
  list("Kopā", "In all", all.totals);
  table("Zināšanai; nav atsevišķi izmaksājams", "For information; not paid separately", all.known);
  list("Nepienākas", "Refused", all.refused);
  std::vector<std::string> open;
  for (const auto& one : all.open) {
    std::string benefits;
    for (const auto& benefit : one.benefits) benefits += (benefits.empty() ? "" : "; ") + benefit;
    open.push_back(one.question + " → " + benefits);
  }
  list("Nav izlemts; jāzina", "Not decided; to be known", open);
  list("Norādiet, ja attiecas", "State it where it applies", all.rare);
  list("Neattiecas uz šo mājsaimniecību", "Does not concern this household", all.not_concerned);
  list("Šajā dienā nav spēkā", "Not in force on this day", all.not_in_force);
  list("Par šo dienu avotos ziņu nav", "The sources say nothing of this day", all.no_information);
  list("Pieņēmumi", "Assumptions", all.assumptions);
  list("Ņemt vērā", "Take care", all.cautions);
  return out;
}

}  // namespace detail

SLIEKSNIS_INLINE std::string render_markdown(const rule_book& book, const facts& stated, const answer& given,
                                             const render_options& options) {
  const bool lv = options.lang == language::lv;
  std::string out = "# " + detail::escaped(heading_of(given, options.lang)) + "\n";
  for (const auto& notice : reform_notices(book, options.lang))
    out += "\n**" + detail::escaped(notice) + "**\n";
  out += detail::head_markdown(book, stated, given, options.lang);
  const auto list = [&](const char* latvian, const char* english, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    out += fmt::format("\n### {}\n\n", lv ? latvian : english);
    for (const auto& line : lines) out += "- " + detail::escaped(line) + "\n";
  };
  if (!given.wanted_by_name)
    out += detail::overview_markdown(overview_of(book, stated, given, options.lang), lv);
  for (const decision& decided : given.decisions) {
    if (!shown_in_full(given, decided, options.explain)) continue;
    const sheet one = sheet_of(book, stated, decided, options);
    out += "\n## " + detail::escaped(one.heading) + "\n";
    if (!one.holds.empty()) out += "\n" + detail::escaped(capitalised(one.holds)) + "\n";
    list("Iemesls", "Reason", one.reasons);
    list("Kas to mainītu", "What would change it", one.changes);
    list("Vajadzīgs", "Needed", one.needs);
    if (!one.bounds.empty()) out += "\n" + detail::escaped(capitalised(one.bounds)) + "\n";
    if (!one.steps.empty()) {
      out +=
          lv ? "\n### Aprēķins\n\n| lielums | vērtība | kā iegūts | spēkā | avots |\n|---|---:|---|---|---|\n"
             : "\n### Calculation\n\n| quantity | value | how | in force | source "
               "|\n|---|---:|---|---|---|\n";
      for (const auto& step : one.steps) {
        const std::string row = step.row.empty() ? "" : (lv ? "rinda: " : "row: ") + step.row;
        const bool same = !step.row.empty() || step.in_numbers == step.in_names || step.in_numbers.empty();
        const std::string formula = same                    ? step.in_names
                                    : step.in_names.empty() ? step.in_numbers
                                                            : step.in_names + " = " + step.in_numbers;
        const std::string how = detail::joined({step.origin, formula, step.rounding, row, step.note});
        out += fmt::format("| {} | {} | {} | {} | {} |\n", detail::escaped(step.title),
                           detail::escaped(step.value), detail::escaped(how), step.when,
                           detail::escaped(references(step.sources)));
      }
    }
    list("Pieņēmumi", "Assumptions", one.assumptions);
    list("Aizstāts", "Overridden", one.overridden);
    list("Ņemt vērā", "Take care", one.cautions);
    if (!one.sources.empty()) out += lv ? "\n### Avoti\n\n" : "\n### Sources\n\n";
    for (std::size_t i = 0; i < one.sources.size(); ++i)
      out += fmt::format("{}. {}\n", i + 1, detail::escaped(one.sources[i]));
  }
  const auto totals = totals_in_words(book, given, options.lang);
  if (given.wanted_by_name && given.decisions.size() > 1 && !totals.empty()) {
    out += lv ? "\n## Kopā\n\n" : "\n## In all\n\n";
    for (const auto& total : totals) out += "- " + detail::escaped(total) + "\n";
  }
  const also_lines more = also_of(book, stated, given, options.lang);
  if (!more.empty()) out += lv ? "\n## Pārbaudiet arī\n\n" : "\n## Check also\n\n";
  for (const auto& line : more.granted) out += "- " + detail::escaped(line) + "\n";
  for (const auto& line : more.open) out += "- " + detail::escaped(line) + "\n";
  const auto changes = reform_lines(book, given.reformed, given.on, options.lang);
  if (!changes.empty()) out += lv ? "\n## Ko maina reforma\n\n" : "\n## What the reform changes\n\n";
  for (const auto& line : changes) out += "- " + detail::escaped(line) + "\n";
  return out;
}

}  // namespace v0
}  // namespace slieksnis
