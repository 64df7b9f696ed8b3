// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <utility>

#include "html.ipp"
#include "html_style.ipp"
#include "study.hpp"
#include "study_bars.ipp"
#include "study_sheet.ipp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// Columns as wide as their numbers; charts as wide as the page, in one piece.
inline constexpr std::string_view study_style = R"css(
body { max-width: 64rem }
table { table-layout: auto }
td, thead th + th { text-align: right }
td { white-space: nowrap; font-variant-numeric: tabular-nums }
th { overflow-wrap: normal }
tbody th { min-width: 9rem }
tbody tr:last-child th, tbody tr:last-child td { border-top: 2px solid #000 }
.summary tbody tr:last-child th, .summary tbody tr:last-child td { border-top: 1px solid #767676 }
.part th { padding-left: 1.4rem }
.notes { margin: 1rem 0; padding: .5rem .8rem; border: 2px solid #000; font-weight: bold }
figure { margin: 1rem 0; break-inside: avoid }
figcaption { font-weight: bold; break-after: avoid }
.chart { display: block; max-width: 100%; height: auto }
@media print { table { font-size: 7.5pt } td, th { padding: .12rem .25rem } tbody th { min-width: 6rem } }
)css";

class study_html_writer {
 public:
  study_html_writer(const study_options& options, const study_result& made, const study_report& report)
      : options_(options),
        made_(made),
        report_(report),
        sheet_(options, made, report),
        words_(sheet_.words()) {}

  [[nodiscard]] std::string write() {
    begin();
    changes();
    section(in("Kopā", "In all"), "all");
    for (const std::size_t measure : sheet_.measures(true)) table(sheet_.summary(measure), "summary");
    line("</section>");
    charts();
    for (const study_table& one : made_.tables) groups(one);
    section(in("Par šo aprēķinu", "About this calculation"), "about");
    list(in("Uzmanību", "Warnings"), sheet_.warnings());
    doubts();
    list(in("Par skaitļiem", "About the numbers"), sheet_.method());
    line("</section>");
    end();
    return without_personal_codes(std::move(out_));
  }

 private:
  [[nodiscard]] std::string in(const char* lv, const char* en) const { return words_.in(lv, en); }
  void line(const std::string& markup) { out_ += markup + "\n"; }
  void element(const std::string& name, std::string_view text) {
    line("<" + name + ">" + in_html(text) + "</" + name.substr(0, name.find(' ')) + ">");
  }
  void section(const std::string& title, const std::string& id) {
    line("<section aria-labelledby=\"" + id + "\">");
    element("h2 id=\"" + id + "\"", title);
  }
  void list(const std::string& heading, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    element("h3", heading);
    line("<ul>");
    for (const auto& one : lines) element("li", one);
    line("</ul>");
  }

  void begin() {
    line("<!DOCTYPE html>");
    line(fmt::format(R"(<html xmlns="http://www.w3.org/1999/xhtml" lang="{0}" xml:lang="{0}">)",
                     in("lv", "en")));
    line("<head>\n<meta charset=\"utf-8\"/>");
    line(R"(<meta name="viewport" content="width=device-width, initial-scale=1"/>)");
    element("title", sheet_.heading());
    line(fmt::format("<style>{}{}</style>\n</head>\n<body>\n<header>", html_style, study_style));
    element("h1", sheet_.heading());
    if (!report_.notes.empty()) {
      line("<div class=\"notes\">");
      for (const std::string& one : report_.notes) element("p", one);
      line("</div>");
    }
    line("<dl>");
    for (const head_line& one : sheet_.head()) {
      element("dt", capitalised(one.label));
      element("dd", one.text);
    }
    line("</dl>\n</header>\n<main>");
  }

  void end() {
    line("</main>\n<footer>");
    std::string made = report_.made.program;
    if (report_.made.calculated)
      made += (made.empty() ? "" : ", ") + format_date(*report_.made.calculated, report_.lang);
    if (!made.empty()) element("p", made);
    if (!report_.made.rules.empty())
      element("p class=\"checksum\"",
              in("Noteikumu kontrolsumma: ", "Checksum of the rules: ") + report_.made.rules);
    line("</footer>\n</body>\n</html>");
  }

  void changes() {
    for (std::size_t i = 0; i < report_.changes.size(); ++i) {
      if (report_.changes[i].empty()) continue;
      const std::string id = fmt::format("changes-{}", i);
      section(in("Kas mainīts: ", "What is changed: ") + options_.scenarios[i].name, id);
      line("<ul>");
      for (const std::string& one : report_.changes[i]) element("li", one);
      line("</ul>\n</section>");
    }
  }

  void table(const study_block& block, const std::string& style) {
    line("<table class=\"" + style + "\">");
    element("caption", block.title);
    std::string heads =
        "<th scope=\"col\">" + in_html(block.of.empty() ? in("Rādītājs", "Figure") : block.of) + "</th>";
    for (const std::string& one : block.heads) heads += "<th scope=\"col\">" + in_html(one) + "</th>";
    line("<thead><tr>" + heads + "</tr></thead>\n<tbody>");
    for (const study_block::row& row : block.rows) {
      std::string cells;
      for (const std::string& one : row.cells) cells += "<td>" + in_html(one) + "</td>";
      line(std::string(row.part ? "<tr class=\"part\">" : "<tr>") + "<th scope=\"row\">" +
           in_html(capitalised(row.label)) + "</th>" + cells + "</tr>");
    }
    line("</tbody>\n</table>");
  }

  void groups(const study_table& one) {
    section(words_.title(one), fmt::format("groups-{}", &one - made_.tables.data()));
    for (const std::size_t measure : sheet_.measures(true))
      for (const study_block& block : sheet_.groups(one, measure)) table(block, "groups");
    line("</section>");
  }

  void doubts() {
    const study_doubts found = doubts_of_study(options_, made_, report_.lang);
    const auto both = [&](const std::string& title, std::vector<std::string> batch_doubts::*lines) {
      std::vector<std::string> all = found.shared.*lines;
      for (std::size_t i = 0; i < found.own.size(); ++i)
        for (const std::string& one : found.own[i].*lines) all.push_back(words_.scenario(i) + ": " + one);
      list(title, all);
    };
    both(in("Pieņēmumi", "Assumptions"), &batch_doubts::assumptions);
    both(in("Ņemt vērā", "Take care"), &batch_doubts::cautions);
  }

  // --- charts ---

  /// What money is shown for: what monthly benefits add up to, or the first benefit that is money.
  [[nodiscard]] std::optional<std::size_t> main_measure() const {
    std::optional<std::size_t> result;
    for (const std::size_t i : sheet_.measures(false)) {
      const study_measure& one = made_.measures[i];
      if (one.quantity == study_quantity::shortfall || !one.has_amount || !one.measure.of_money()) continue;
      if (one.quantity == study_quantity::total && one.paid == payment::month) return i;
      if (!result) result = i;
    }
    return result;
  }

  [[nodiscard]] std::vector<std::string> scenarios() const {
    std::vector<std::string> result;
    for (std::size_t s = 0; s < options_.scenarios.size(); ++s) result.push_back(words_.scenario(s));
    return result;
  }

  void figure(const bar_chart& chart) {
    if (chart.rows.empty()) return;
    line("<figure>");
    element("figcaption", chart.title);
    out_ += bars_writer(chart, report_.lang).write();
    line("</figure>");
  }

  void charts() {
    section(in("Diagrammas", "Charts"), "charts");
    const auto money = main_measure();
    for (const study_table& one : made_.tables)
      if (money && one.by.parts > 0) {
        for (std::size_t s = 1; options_.compares && s < options_.scenarios.size(); ++s)
          figure(gains(one, *money, s));
        if (!options_.compares) figure(costs(one, *money));
      }
    figure(recipients());
    for (const study_table& one : made_.tables)
      if (money && one.definition && words_.book().at(*one.definition).what.is_enumeration())
        figure(costs(one, *money));
    line("</section>");
  }

  [[nodiscard]] bar_chart gains(const study_table& table, std::size_t m, std::size_t s) const {
    const study_measure& of = made_.measures[m];
    bar_chart result{fmt::format("gains-{}-{}", &table - made_.tables.data(), s),
                     words_.title(of) + in(": ieguvumi un zaudējumi", ": gains and losses") +
                         (words_.pair() ? "" : ", " + words_.scenario(s)) + ". " + words_.title(table),
                     words_.unit(of),
                     {in("ieguvumi", "gains"), in("zaudējumi", "losses")},
                     {},
                     true};
    for (const study_group& one : table.groups) {
      const study_figures& now = made_.figures(one, s, m);
      result.rows.push_back(
          {words_.title(table, one),
           {{now.gain, words_.amount(of, now.gain, true)}, {-now.loss, words_.amount(of, -now.loss, true)}}});
    }
    return result;
  }

  [[nodiscard]] bar_chart costs(const study_table& table, std::size_t m) const {
    const study_measure& of = made_.measures[m];
    bar_chart result{fmt::format("cost-{}", &table - made_.tables.data()),
                     words_.title(of) + in(": izmaksas. ", ": cost. ") + words_.title(table),
                     words_.unit(of),
                     scenarios(),
                     {}};
    for (const study_group& one : table.groups) {
      bar_row row{words_.title(table, one), {}};
      for (std::size_t s = 0; s < options_.scenarios.size(); ++s) {
        const rational& amount = made_.figures(one, s, m).amount;
        row.bars.push_back({amount, words_.amount(of, amount)});
      }
      result.rows.push_back(std::move(row));
    }
    return result;
  }

  [[nodiscard]] bar_chart recipients() const {
    bar_chart result{"recipients", in("Saņēmēji", "Recipients"), in("skaits", "number"), scenarios(), {}};
    for (const std::size_t m : sheet_.measures(true)) {
      if (made_.measures[m].quantity == study_quantity::shortfall) continue;
      bar_row row{words_.title(made_.measures[m]), {}};
      for (std::size_t s = 0; s < options_.scenarios.size(); ++s) {
        const study_count& granted = made_.figures(made_.all, s, m).granted;
        row.bars.push_back({granted.weight, words_.count(granted)});
      }
      result.rows.push_back(std::move(row));
    }
    return result;
  }

  const study_options& options_;
  const study_result& made_;
  const study_report& report_;
  study_sheet sheet_;
  const study_words& words_;
  std::string out_;
};

}  // namespace detail

SLIEKSNIS_INLINE std::string study_html(const study_options& options, const study_result& made,
                                        const study_report& report) {
  return detail::study_html_writer(options, made, report).write();
}

}  // namespace v0
}  // namespace slieksnis
