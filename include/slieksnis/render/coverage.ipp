// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "coverage.hpp"
#include "format.hpp"
#include "json.ipp"
#include "listing.ipp"
#include "markdown.ipp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// Each act once, with its articles: `Fee Act: section 1; section 2`. One entry an act.
SLIEKSNIS_INLINE std::vector<std::string> acts_in_short(const rule_book& book,
                                                        const std::vector<std::size_t>& sources,
                                                        language lang) {
  std::vector<std::pair<std::string, std::vector<std::string>>> acts;
  for (const std::size_t id : sources) {
    const citation& source = book.sources()[id];
    const std::string& name = source.act.in(lang);
    auto act = std::find_if(acts.begin(), acts.end(), [&](const auto& one) { return one.first == name; });
    if (act == acts.end()) act = acts.insert(acts.end(), {name, {}});
    const std::string& article = source.article.in(lang);
    if (!article.empty()) add_once(act->second, article);
  }
  std::vector<std::string> result;
  for (const auto& [name, articles] : acts) {
    std::string entry = name;
    for (std::size_t i = 0; i < articles.size(); ++i) entry += (i == 0 ? ": " : "; ") + articles[i];
    result.push_back(std::move(entry));
  }
  return result;
}

SLIEKSNIS_INLINE std::string in_a_row(const std::vector<std::string>& all, const char* between) {
  std::string result;
  for (const auto& one : all) result += (result.empty() ? "" : between) + one;
  return result;
}

SLIEKSNIS_INLINE std::string periods_of(const covered_row& row, language lang) {
  std::vector<std::string> all;
  for (const period& one : row.periods) all.push_back(format_period(one, lang));
  return in_a_row(all, ", ");
}

SLIEKSNIS_INLINE std::vector<std::string> names_of(const rule_book& book, const covered_row& row,
                                                   language lang) {
  std::vector<std::string> all;
  for (const std::size_t id : row.rules) {
    const definition& of = book.at(id);
    all.push_back(lang == language::lv && !of.latvian.empty() ? of.latvian : of.name);
  }
  return all;
}

}  // namespace detail

SLIEKSNIS_INLINE std::string coverage_text(const rule_book& book, const std::vector<covered_row>& rows,
                                           language lang) {
  const bool lv = lang == language::lv;
  if (rows.empty())
    return lv ? "Neviens noteikumu fails nenorāda pārskata rindas (\"rows\").\n"
              : "No rule file names rows of the report (\"rows\").\n";
  using columns = std::vector<std::string>;
  std::vector<columns> lines{lv ? columns{"Rinda", "Zināms", "Gadījumi", "Ticamība", "Pārbaudīts", "Par ko"}
                                : columns{"Row", "Known", "Cases", "Confidence", "Reviewed", "About"}};
  for (const covered_row& row : rows)
    lines.push_back({row.row, detail::periods_of(row, lang), std::to_string(row.cases),
                     described(row.support).in(lang), format_date(row.reviewed, lang), row.title.in(lang)});
  std::vector<std::size_t> widths(lines.front().size());
  for (const columns& line : lines)
    for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], code_points(line[i]));
  std::string result;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (std::size_t column = 0; column + 1 < widths.size(); ++column) {
      constexpr std::size_t cases = 2;  // numbers stand at the right
      result += column == cases ? fmt::format("{:>{}}  ", lines[i][column], widths[column])
                                : fmt::format("{:<{}}  ", lines[i][column], widths[column]);
    }
    result += lines[i].back() + "\n";
    if (i == 0) continue;
    const covered_row& row = rows[i - 1];
    result += fmt::format("  {}: {}\n", lv ? "noteikumi" : "rules",
                          detail::in_a_row(detail::names_of(book, row, lang), ", "));
    for (const auto& act : detail::acts_in_short(book, row.main_sources, lang))
      result += fmt::format("  {}: {}\n", lv ? "avots" : "source", act);
  }
  return result;
}

SLIEKSNIS_INLINE std::string coverage_markdown(const rule_book& book, const std::vector<covered_row>& rows,
                                               language lang) {
  std::string result =
      lang == language::lv
          ? "| Rinda | Par ko | Noteikumi | Zināms | Avoti | Gadījumi | Ticamība | Pārbaudīts |\n"
          : "| Row | About | Rules | Known | Sources | Cases | Confidence | Reviewed |\n";
  result += "|---|---|---|---|---|---:|---|---|\n";
  for (const covered_row& row : rows) {
    const std::string names = "`" + detail::in_a_row(detail::names_of(book, row, lang), "`, `") + "`";
    std::vector<std::string> acts = detail::acts_in_short(book, row.main_sources, lang);
    for (auto& act : acts) act = detail::escaped(act);
    result += fmt::format("| {} | {} | {} | {} | {} | {} | {} | {} |\n", row.row,
                          detail::escaped(capitalised(row.title.in(lang))), names,
                          detail::periods_of(row, lang), detail::in_a_row(acts, "<br>"), row.cases,
                          described(row.support).in(lang), format_date(row.reviewed, lang));
  }
  return result;
}

SLIEKSNIS_INLINE std::string coverage_json(const rule_book& book, const std::vector<covered_row>& rows,
                                           language lang) {
  detail::ordered_json out;
  out["rows"] = detail::ordered_json::array();
  for (const covered_row& row : rows) {
    detail::ordered_json one;
    one["row"] = row.row;
    one["title"] = row.title.in(lang);
    one["rules"] = detail::ordered_json::array();
    for (const std::size_t id : row.rules) one["rules"].push_back(book.at(id).name);
    one["periods"] = detail::ordered_json::array();
    for (const period& when : row.periods)
      one["periods"].push_back({{"from", to_string(when.from)}, {"to", to_string(when.to)}});
    one["sources"] = detail::sources_json(book, row.sources, lang);
    one["cases"] = row.cases;
    one["confidence"] = detail::name_of(row.support);
    one["reviewed"] = to_string(row.reviewed);
    out["rows"].push_back(std::move(one));
  }
  return out.dump(2) + "\n";
}

}  // namespace v0
}  // namespace slieksnis
