// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "reforms.hpp"
#include "timeline_svg.hpp"
#include "timeline_svg_panel.ipp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// Draws the page from top to bottom.
class svg_writer {
 public:
  svg_writer(const rule_book& book, const timeline& given, const timeline_sheet& sheet, language lang)
      : book_(book),
        given_(given),
        sheet_(sheet),
        lang_(lang),
        lv_(lang == language::lv),
        charts_(given.when, lang) {}

  [[nodiscard]] std::string write() {
    const bool one = sheet_.columns.size() == 1;
    const std::string name = one   ? sheet_.columns[0].title
                             : lv_ ? "Pabalsti laika gaitā"
                                   : "Benefits through time";
    const std::string days = format_period(given_.when, lang_);
    y_ = 34;
    text("h1", name);
    y_ += 22;
    text("sub", days);
    for (const auto& notice : reform_notices(book_, lang_)) {
      y_ += 4;
      lines(notice, 0);
    }
    const std::vector<drawn_panel> panels = all_panels();
    for (const drawn_panel& panel : panels) draw(panel, one);
    if (panels.empty()) {
      y_ += 30;
      text("note", lv_ ? "Šajā laikā nekas nepienākas." : "Nothing is granted in this time.");
    } else {
      years();
      legend();
    }
    changes();
    list(lv_ ? "Vajadzīgs, lai noteiktu" : "Needed to decide", sheet_.needs);
    list(lv_ ? "Pieņēmumi" : "Assumptions", sheet_.assumptions);
    list(lv_ ? "Ņemt vērā" : "Take care", sheet_.cautions);
    list(lv_ ? "Piezīmes" : "Notes", sheet_.notes);
    std::vector<std::string> sources;
    for (const auto& source : sheet_.sources)
      sources.push_back(fmt::format("[{}] {}", sources.size() + 1, source));
    list(lv_ ? "Avoti" : "Sources", sources);
    y_ += 20;
    return fmt::format(
               "<svg xmlns=\"http://www.w3.org/2000/svg\" lang=\"{}\" width=\"{}\" height=\"{}\" viewBox=\"0 "
               "0 {} "
               "{}\" role=\"img\" aria-labelledby=\"title desc\">\n<title id=\"title\">{}</title>\n<desc "
               "id=\"desc\">{}</desc>\n",
               lv_ ? "lv" : "en", width, y_, width, y_, xml(name + ", " + days), xml(description())) +
           style() + charts_.out() + "</svg>\n";
  }

 private:
  static constexpr std::int64_t width = 960;
  static constexpr std::int64_t left = svg_charts::left;
  static constexpr std::int64_t right = left + svg_charts::plot_width;

  // --- what is drawn ---

  [[nodiscard]] std::vector<drawn_panel> all_panels() const {
    std::vector<drawn_panel> result;
    std::vector<benefit_course> courses;
    for (const timeline_column& one : sheet_.columns) {
      courses.push_back(*one.course);
      const bool money = book_.at(one.course->benefit).what.measure.of_money();
      drawn_panel next{one.title, one.unit, false, false, money ? 2 : 0, {}};
      for (const steady_span& span : one.course->spans) {
        next.spans.push_back(
            {span.when, standing_of(book_, span), span.decided.amount.value_or(rational(0))});
        if (span.decided.amount) next.numbers = true;
      }
      result.push_back(std::move(next));
    }
    if (!sheet_.has_total) return result;
    drawn_panel all{sheet_.total_title, "EUR", true, true, 2, {}};
    for (const date day : first_days(courses)) {
      const rational sum = monthly_total(book_, courses, day);
      if (!all.spans.empty() && all.spans.back().amount == sum) continue;
      if (!all.spans.empty()) all.spans.back().when.to = day;
      all.spans.push_back({{day, given_.when.to}, standing::granted, sum});
    }
    result.insert(result.begin(), std::move(all));
    return result;
  }

  /// The charts in words, for those who do not see them.
  [[nodiscard]] std::string description() const {
    std::string result;
    for (const timeline_column& one : sheet_.columns) {
      result += (result.empty() ? "" : " ") + one.title + (one.unit.empty() ? "" : ", " + one.unit) + ": ";
      std::string spans;
      for (const steady_span& span : one.course->spans)
        spans += (spans.empty() ? "" : "; ") + format_months_of(span.when, lang_) + " " +
                 standing_words(book_, span, false, lang_);
      result += spans + ".";
    }
    return result;
  }

  void text(std::string_view style, std::string_view what) { charts_.text(left, y_, style, what); }

  void draw(const drawn_panel& panel, bool only_one) {
    y_ += 26;
    if (!only_one) text("panel", panel.title);
    charts_.text(right, y_, "unit", with_range(panel));
    const std::int64_t high = !panel.numbers ? 14 : panel.is_total || only_one ? 192 : 84;
    charts_.draw(panel, y_ + 8, high);
    y_ += 8 + high;
  }

  /// "231.00–255.75 EUR a month": what the steps may be too short to tell.
  [[nodiscard]] std::string with_range(const drawn_panel& panel) const {
    constexpr std::size_t few = 8;
    if (!panel.numbers || panel.spans.size() <= few) return panel.unit;
    std::optional<std::pair<rational, rational>> range;
    for (const drawn_span& one : panel.spans) {
      if (one.what != standing::granted) continue;
      if (!range) range.emplace(one.amount, one.amount);
      range->first = std::min(range->first, one.amount);
      range->second = std::max(range->second, one.amount);
    }
    if (!range) return panel.unit;
    return format_number(range->first, panel.places, lang_) + "–" +
           format_number(range->second, panel.places, lang_) + (panel.unit.empty() ? "" : " " + panel.unit);
  }

  /// The years below the last chart; the months too where there is room.
  void years() {
    const bool every_month = (given_.when.to - given_.when.from).count() <= 750;
    const std::vector<date> all = months_of(given_.when);
    const std::int64_t line = y_ + 18;
    const std::int64_t years_line = every_month ? line + 18 : line;
    const auto label = [&](std::int64_t from, std::int64_t to, std::int64_t y, const char* style, auto what) {
      charts_.out() += fmt::format("<text x=\"{}\" y=\"{}\" class=\"{}\">{}</text>\n",
                                   svg_charts::px((from + to) / 2), y, style, what);
    };
    for (std::size_t i = 0; i < all.size(); ++i) {
      const std::chrono::year_month_day parts{all[i]};
      const bool january = parts.month() == std::chrono::January;
      const std::int64_t from = charts_.x_of(all[i]);
      charts_.out() +=
          fmt::format("<path d=\"M{} {}v{}\" class=\"axis\"/>\n", svg_charts::px(from), y_, january ? 8 : 4);
      if (every_month)
        label(from, charts_.x_of(i + 1 < all.size() ? all[i + 1] : given_.when.to), line, "month",
              static_cast<unsigned>(parts.month()));
      if (i != 0 && !january) continue;
      const date new_year{(parts.year() + std::chrono::years{1}) / std::chrono::January / 1};
      const std::int64_t to = charts_.x_of(std::min(given_.when.to, new_year));
      if (to - from >= 3600) label(from, to, years_line, "years", static_cast<int>(parts.year()));
    }
    y_ = years_line;
  }

  void legend() {
    const auto& shown = charts_.shown();
    std::vector<std::pair<const char*, std::string>> entries;
    entries.emplace_back("area", lv_ ? "pienākas" : "granted");
    if (shown.contains(standing::refused)) entries.emplace_back("empty", lv_ ? "nepienākas" : "refused");
    if (shown.contains(standing::undetermined))
      entries.emplace_back("open", lv_ ? "nevar noteikt" : "undetermined");
    if (shown.contains(standing::not_in_force) || shown.contains(standing::no_information))
      entries.emplace_back(
          "none", lv_ ? "nav spēkā vai avotos nav ziņu" : "not in force, or the sources say nothing");
    y_ += 30;
    std::int64_t x = left;
    for (const auto& [style, words] : entries) {
      charts_.rectangle(x * 100, (y_ - 10) * 100, 2200, 1200, style, {});
      charts_.text(x + 30, y_, "note", words);
      x += 58 + static_cast<std::int64_t>(code_points(words)) * 7;
    }
    if (sheet_.columns.size() > 1)
      charts_.text(right, y_, "unit",
                   lv_ ? "katrai diagrammai savs mērogs" : "each chart has a scale of its own");
  }

  // --- below the charts ---

  /// Why it changes, as far as a page has room for it.
  void changes() {
    constexpr std::size_t changes_max = 30;
    if (sheet_.changes.empty()) return;
    heading(lv_ ? "Kas mainās un kāpēc" : "What changes, and why");
    for (std::size_t i = 0; i < sheet_.changes.size() && i < changes_max; ++i) {
      const timeline_change& one = sheet_.changes[i];
      y_ += 20;
      text("day", format_date(one.on, lang_));
      charts_.text(left + 84, y_, "note", one.title + ": " + one.before + " → " + one.after);
      for (const std::string& why : one.why) lines(why, 96);
      if (!one.again.empty()) lines(one.again, 96);
    }
    if (sheet_.changes.size() > changes_max) {
      y_ += 4;
      lines(say(lang_, "… un vēl {}: slieksnis timeline bez --svg rāda visas",
                "… and {} more: without --svg all are shown",
                counted(static_cast<std::int64_t>(sheet_.changes.size() - changes_max), lang_,
                        {"izmaiņa", "izmaiņas", "change", "changes"})),
            0);
    }
  }

  void heading(const char* what) {
    y_ += 32;
    text("panel", what);
  }

  void list(const char* title, const std::vector<std::string>& all) {
    if (!all.empty()) heading(title);
    y_ += all.empty() ? 0 : 2;
    for (const std::string& one : all) {
      lines(one, 0);
      y_ += 4;  // items of several lines stay apart
    }
  }

  void lines(const std::string& what, std::int64_t indent) {
    const auto widest = static_cast<std::size_t>((svg_charts::plot_width - indent) * 10 / 64);
    for (const std::string& part : broken(what, widest)) {
      y_ += 16;
      charts_.text(left + indent, y_, "small", part);
    }
  }

  [[nodiscard]] static std::string style() {
    return "<style>text{font-family:'DejaVu Sans','Noto Sans','Segoe UI',Arial,sans-serif;fill:#1a1a1a}"
           ".h1{font-size:20px;font-weight:bold}.sub{font-size:14px;fill:#444}"
           ".panel{font-size:14px;font-weight:bold}.unit,.tick{text-anchor:end;font-size:11px;fill:#444}"
           ".amount,.short{font-size:11px}.years,.month,.mark,.short{text-anchor:middle}"
           ".years,.mark{font-size:12px}.month{font-size:10px;fill:#444}"
           ".day,.note{font-size:12px}.day{font-weight:bold}.small{font-size:11px;fill:#333}"
           ".page{fill:#fff}.area{fill:#cfdeec}.total{fill:#a9c2da}.yes{fill:#7f9fbd}"
           ".area,.total,.yes{shape-rendering:crispEdges}"
           ".none{fill:#e6e6e6}.open{fill:url(#hatch);stroke:#999;stroke-width:.5}"
           ".empty{fill:#fff;stroke:#999;stroke-width:.5}"
           ".line{fill:none;stroke:#16324f;stroke-width:2}.grid{stroke:#e2e2e2}.year{stroke:#b5b5b5}"
           ".base,.axis{stroke:#555}.tick,.amount,.short{font-variant-numeric:tabular-nums}</style>\n"
           "<defs><pattern id=\"hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
           "patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"#fff\"/><path d=\"M0 0V6\" "
           "stroke=\"#999\" stroke-width=\"2\"/></pattern></defs>\n"
           "<rect class=\"page\" width=\"100%\" height=\"100%\"/>\n";
  }

  const rule_book& book_;
  const timeline& given_;
  const timeline_sheet& sheet_;
  language lang_;
  bool lv_;
  svg_charts charts_;
  std::int64_t y_ = 0;
};

}  // namespace detail

SLIEKSNIS_INLINE std::string timeline_svg(const rule_book& book, const facts& stated, const timeline& given,
                                          const render_options& options) {
  const timeline_sheet sheet = timeline_sheet_of(book, stated, given, options);
  return detail::svg_writer(book, given, sheet, options.lang).write();
}

}  // namespace v0
}  // namespace slieksnis
