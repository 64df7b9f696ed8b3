// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <utility>
#include <vector>

#include "also.hpp"
#include "html.hpp"
#include "html_style.ipp"
#include "overview.hpp"
#include "reforms.hpp"
#include "sheet.ipp"
#include "sheet_head.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// Text that HTML does not read as markup; control characters, which XML does not allow, as `?`.
SLIEKSNIS_INLINE std::string in_html(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const bool control = static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t';
    if (c == '&') {
      result += "&amp;";
    } else if (c == '<') {
      result += "&lt;";
    } else if (c == '>') {
      result += "&gt;";
    } else if (c == '"') {
      result += "&quot;";
    } else {
      result += control || c == '\x7f' ? '?' : c;
    }
  }
  return result;
}

/// Writes one page.
class html_writer {
 public:
  html_writer(const rule_book& book, const facts& stated, const answer& given, const render_options& options)
      : book_(book), stated_(stated), given_(given), options_(options) {}

  [[nodiscard]] std::string write() {
    begin();
    if (given_.wanted_by_name) result();
    if (!given_.wanted_by_name) overview_parts();
    facts_part();
    for (const decision& decided : given_.decisions)
      if (shown_in_full(given_, decided, options_.explain)) decision_part(decided);
    also_part();
    reform_part();
    end();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string say(const char* lv, const char* en) const {
    return options_.lang == language::lv ? lv : en;
  }

  void line(const std::string& markup) { out_ += markup + "\n"; }
  void element(const std::string& name, std::string_view text) {
    line("<" + name + ">" + in_html(text) + "</" + name.substr(0, name.find(' ')) + ">");
  }

  void begin() {
    const std::string heading = heading_of(given_, options_.lang);
    std::string title = heading;
    if (given_.wanted_by_name && !given_.decisions.empty())
      title =
          capitalised(book_.at(given_.decisions.front().benefit).title.in(options_.lang)) + ". " + heading;
    line("<!DOCTYPE html>");
    line(fmt::format(R"(<html xmlns="http://www.w3.org/1999/xhtml" lang="{0}" xml:lang="{0}">)",
                     say("lv", "en")));
    line("<head>\n<meta charset=\"utf-8\"/>");
    line(R"(<meta name="viewport" content="width=device-width, initial-scale=1"/>)");
    element("title", title);
    line(fmt::format("<style>{}</style>\n</head>\n<body>\n<header>", html_style));
    element("h1", heading);
    line("<dl>");
    for (const head_line& one : head_of(given_, options_.lang)) {
      element("dt", one.label);
      element(one.text == given_.made.rules ? R"(dd class="checksum")" : "dd", one.text);
    }
    line("</dl>");
    for (const auto& notice : reform_notices(book_, options_.lang)) element("p class=\"reform\"", notice);
    line("</header>\n<main>");
  }

  void end() {
    line("</main>\n<footer>\n<div class=\"signature\">");
    line("<p>" + say("Sagatavoja", "Prepared by") + " <span></span></p>");
    line("<p>" + say("Datums", "Date") + " <span></span></p>\n</div>");
    element(
        "p",
        say("Lapa ir aprēķins, ne lēmums, un programma nav oficiāls kalkulators: kas pieņemts vai nav "
            "droši zināms, ir norādīts pie katra aprēķina.",
            "This sheet is a calculation, not a decision, and the program is no official calculator: what "
            "is assumed or not certain is stated with each calculation."));
    line("</footer>\n</body>\n</html>");
  }

  /// What is not the law, and whether it counted.
  void reform_part() {
    const auto changes = reform_lines(book_, given_.reformed, given_.on, options_.lang);
    if (changes.empty()) return;
    line("<section aria-labelledby=\"reform\">");
    list("h2 id=\"reform\"", say("Ko maina reforma", "What the reform changes"), changes);
    line("</section>");
  }

  /// What was asked for, at a glance.
  void result() {
    line("<section class=\"result\" aria-labelledby=\"result\">");
    element("h2 id=\"result\"", say("Rezultāts", "Result"));
    line("<ul>");
    for (const decision& decided : given_.decisions)
      element("li", sheet_of(book_, stated_, decided, {options_.lang, false}).heading);
    line("</ul>");
    const auto totals = totals_in_words(book_, given_, options_.lang);
    if (given_.decisions.size() > 1)
      for (const auto& total : totals) element("p", say("Kopā: ", "In all: ") + total);
    line("</section>");
  }

  void list(const std::string& heading_level, const std::string& heading,
            const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    element(heading_level, heading);
    line("<ul>");
    for (const auto& one : lines) element("li", one);
    line("</ul>");
  }

  /// An amount is not parted from its currency.
  [[nodiscard]] static std::string unbroken(std::string value) {
    if (const auto at = value.find(" EUR"); at != std::string::npos) value.replace(at, 1, "&#160;");
    return value;
  }

  void begin_table(const std::string& name, const std::string& caption,
                   const std::vector<std::pair<std::string, std::string>>& columns) {
    line("<table class=\"" + name + "\">");
    element("caption", caption);
    std::string widths;
    std::string heads;
    for (const auto& [of, head] : columns) {
      widths += "<col class=\"" + of + "\"/>";
      heads += "<th scope=\"col\">" + in_html(head) + "</th>";
    }
    line("<colgroup>" + widths + "</colgroup>\n<thead><tr>" + heads + "</tr></thead>\n<tbody>");
  }
  void row(const std::string& title, const std::string& value, const std::string& other_cells) {
    line("<tr><th scope=\"row\">" + in_html(title) + "</th><td class=\"value\">" + unbroken(in_html(value)) +
         "</td>" + other_cells + "</tr>");
  }
  void end_table() { line("</tbody>\n</table>"); }

  void facts_part() {
    const auto groups = facts_in_words(book_, stated_, options_.lang);
    if (groups.empty()) return;
    line("<section aria-labelledby=\"facts\">");
    element("h2 id=\"facts\"", say("Norādītie fakti", "Stated facts"));
    for (const fact_group& group : groups) {
      if (group.facts.empty()) {
        element("p", group.whose + say(": nekas nav norādīts", ": nothing is stated"));
        continue;
      }
      begin_table("facts", group.whose,
                  {{"title", say("Fakts", "Fact")},
                   {"value", say("Vērtība", "Value")},
                   {"how", say("Kā zināms", "How known")}});
      for (const fact_line& one : group.facts) row(one.title, one.value, "<td>" + in_html(one.how) + "</td>");
      end_table();
    }
    line("</section>");
  }

  void granted_table(const std::string& heading, const std::vector<overview_line>& lines) {
    if (lines.empty()) return;
    begin_table("granted", heading,
                {{"title", say("Pabalsts vai statuss", "Benefit or status")},
                 {"value", say("Apmērs", "Amount")},
                 {"how", say("Pamats", "Basis")}});
    for (const auto& one : lines)
      row(one.title, one.value, "<td>" + formula_line(one.formula) + division(one.source) + "</td>");
    end_table();
  }

  /// What everything that was tried comes to.
  void overview_parts() {
    const overview all = overview_of(book_, stated_, given_, options_.lang);
    line("<section aria-labelledby=\"overview\">");
    element("h2 id=\"overview\"", say("Rezultāts", "Result"));
    granted_table(say("Pienākas", "Granted"), all.granted);
    list("h3", say("Kopā", "In all"), all.totals);
    granted_table(say("Zināšanai; nav atsevišķi izmaksājams", "For information; not paid separately"),
                  all.known);
    list("h3", say("Nepienākas", "Refused"), all.refused);
    if (!all.open.empty()) {
      element("h3", say("Nav izlemts; jāzina", "Not decided; to be known"));
      line("<ul>");
      for (const auto& one : all.open) {
        out_ += "<li>" + in_html(one.question);
        if (!one.benefits.empty()) out_ += "\n<ul>\n";
        for (const auto& benefit : one.benefits) element("li", benefit);
        line(one.benefits.empty() ? "</li>" : "</ul></li>");
      }
      line("</ul>");
    }
    list("h3", say("Norādiet, ja attiecas", "State it where it applies"), all.rare);
    if (!all.not_concerned.empty()) {  // many and short: one after the other
      element("h3", say("Neattiecas uz šo mājsaimniecību", "Does not concern this household"));
      std::string titles;
      for (const auto& one : all.not_concerned) titles += (titles.empty() ? "" : "; ") + one;
      element("p", titles);
    }
    list("h3", say("Šajā dienā nav spēkā", "Not in force on this day"), all.not_in_force);
    list("h3", say("Par šo dienu avotos ziņu nav", "The sources say nothing of this day"),
         all.no_information);
    list("h3", say("Pieņēmumi", "Assumptions"), all.assumptions);
    list("h3", say("Ņemt vērā", "Take care"), all.cautions);
    line("</section>");
  }

  [[nodiscard]] static std::string division(const std::string& text) {
    return text.empty() ? "" : "<div>" + in_html(text) + "</div>";
  }
  [[nodiscard]] static std::string formula_line(const std::string& text) {
    return text.empty() ? "" : "<div class=\"formula\">= " + in_html(text) + "</div>";
  }

  [[nodiscard]] std::string how(const sheet_step& step) const {
    std::string result = division(step.origin);
    result += formula_line(step.in_names);
    const bool told_by_names = code_points(step.in_names) > longest_twice && !options_.explain;
    if (step.row.empty() && step.in_numbers != step.in_names && !told_by_names)
      result += formula_line(step.in_numbers);
    if (!step.row.empty()) result += division(say("rinda: ", "row: ") + step.row);
    result += division(step.rounding);
    if (!step.note.empty()) result += division(say("piezīme: ", "note: ") + step.note);
    return result;
  }

  /// Where a source stands in the list of the section.
  [[nodiscard]] std::string anchor(std::size_t number) const {
    return fmt::format("s{}-{}", section_, number);
  }

  /// What has to be known, without the names of the command line: the sheet is for people.
  [[nodiscard]] std::vector<std::string> questions(const decision& decided) const {
    std::vector<std::string> result;
    for (const need& one : decided.needs)
      result.push_back(capitalised(with_person(question_words(book_, one.definition, options_.lang),
                                               one.person, stated_, options_.lang)));
    return result;
  }

  void decision_part(const decision& decided) {
    ++section_;
    const sheet one = sheet_of(book_, stated_, decided, options_);
    line(fmt::format("<section aria-labelledby=\"d{}\">", section_));
    element(fmt::format("h2 id=\"d{}\"", section_), one.heading);
    if (!one.holds.empty()) element("p", capitalised(one.holds));
    list("h3", say("Iemesls", "Reason"), one.reasons);
    list("h3", say("Kas to mainītu", "What would change it"), one.changes);
    list("h3", say("Jāzina", "To be known"), questions(decided));
    if (!one.bounds.empty()) element("p", capitalised(one.bounds));
    steps_table(one);
    list("h3", say("Pieņēmumi", "Assumptions"), one.assumptions);
    list("h3", say("Aizstāts", "Overridden"), one.overridden);
    list("h3", say("Ņemt vērā", "Take care"), one.cautions);
    sources(one);
    line("</section>");
  }

  void also_part() {
    const also_lines more = also_of(book_, stated_, given_, options_.lang);
    if (more.empty()) return;
    line("<section aria-labelledby=\"also\">");
    element("h2 id=\"also\"", say("Pārbaudiet arī", "Check also"));
    line("<ul>");
    for (const auto* lines : {&more.granted, &more.open})
      for (const auto& one : *lines) element("li", one);
    line("</ul>\n</section>");
  }

  void steps_table(const sheet& one) {
    if (one.steps.empty()) return;
    begin_table("steps", say("Aprēķins", "Calculation"),
                {{"title", say("Lielums", "Quantity")},
                 {"value", say("Vērtība", "Value")},
                 {"how", say("Kā iegūts", "How")},
                 {"when", say("Spēkā", "In force")},
                 {"source", say("Avots", "Source")}});
    for (const auto& step : one.steps) {
      std::string numbers;
      for (const std::size_t number : step.sources)
        numbers +=
            fmt::format("{}<a href=\"#{}\">{}</a>", numbers.empty() ? "" : ", ", anchor(number), number);
      row(step.title, step.value,
          "<td>" + how(step) + "</td><td>" + in_html(step.when) + "</td><td>" + numbers + "</td>");
    }
    end_table();
  }

  void sources(const sheet& one) {
    if (one.cited.empty()) return;
    element("h3", say("Avoti", "Sources"));
    line("<ol>");
    for (std::size_t i = 0; i < one.cited.size(); ++i) {
      const citation& source = book_.sources()[one.cited[i]];
      const std::string address = in_html(source.address);
      // Rules may come from anywhere: only what a browser opens as a page becomes a link.
      const bool page = source.address.starts_with("https://") || source.address.starts_with("http://");
      line(fmt::format("<li id=\"{}\">{}{}{}</li>", anchor(i + 1), in_html(source.name(options_.lang)),
                       address.empty() ? "" : "<br/>",
                       page ? fmt::format("<a href=\"{0}\">{0}</a>", address) : address));
    }
    line("</ol>");
  }

  static constexpr std::size_t longest_twice = 200;  ///< longer formulas are shown with numbers if asked for

  const rule_book& book_;
  const facts& stated_;
  const answer& given_;
  render_options options_;
  std::string out_;
  std::size_t section_ = 0;
};

}  // namespace detail

SLIEKSNIS_INLINE std::string render_html(const rule_book& book, const facts& stated, const answer& given,
                                         const render_options& options) {
  return detail::html_writer(book, stated, given, options).write();
}

}  // namespace v0
}  // namespace slieksnis
