// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "svg_words.ipp"
#include "timeline.ipp"
#include "timeline_text.hpp"
// Below its header: alone the header includes it.
#include "timeline_chart.ipp"
#include "timeline_svg.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// Days in a row in a drawing.
struct drawn_span {
  period when;
  standing what = standing::granted;
  rational amount;
};

/// One chart of the page.
struct drawn_panel {
  std::string title;
  std::string unit;
  bool numbers = true;  ///< otherwise only when it is granted
  bool is_total = false;
  int places = 2;  ///< of money; counts have none
  std::vector<drawn_span> spans;
};

/// Draws the charts of a page, which share their days.
class svg_charts {
 public:
  static constexpr std::int64_t left = 72;
  static constexpr std::int64_t plot_width = 864;
  static constexpr std::int64_t pixel = 100;  // places are counted in hundredths

  svg_charts(const period& when, language lang) : when_(when), lang_(lang) {}

  /// A chart whose upper edge is at `top`.
  void draw(const drawn_panel& panel, std::int64_t top, std::int64_t high) {
    months(top, top + high);
    if (panel.numbers)
      steps(panel, top, top + high);
    else
      bands(panel, top, top + high);
  }

  // In hundredths of a pixel.
  [[nodiscard]] std::int64_t x_of(date day) const {
    const std::int64_t days = (day - when_.from).count();
    return left * 100 + days * plot_width * 100 / (when_.to - when_.from).count();
  }
  [[nodiscard]] static std::string px(std::int64_t hundredths) { return pixels(hundredths); }

  void text(std::int64_t x, std::int64_t y, std::string_view style, std::string_view what) {
    out_ += fmt::format("<text x=\"{}\" y=\"{}\" class=\"{}\">{}</text>\n", x, y, style, xml(what));
  }
  void rectangle(std::int64_t x, std::int64_t y, std::int64_t wide, std::int64_t high, std::string_view style,
                 const std::string& told) {
    out_ += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" class=\"{}\"", px(x), px(y),
                        px(wide), px(high), style);
    out_ += told.empty() ? "/>\n" : "><title>" + xml(told) + "</title></rect>\n";
  }

  /// What was drawn, and which kinds of days are not granted.
  [[nodiscard]] std::string& out() { return out_; }
  [[nodiscard]] const std::set<standing>& shown() const { return shown_; }

 private:
  /// Steps of 1, 2 or 5 and zeros, so that at most so many fit.
  [[nodiscard]] static std::int64_t grid_step(const rational& most, std::int64_t lines) {
    std::int64_t step = 1;
    for (int i = 0; most > rational(step * lines) && step < 1'000'000'000; ++i)
      step = i % 3 == 1 ? step / 2 * 5 : step * 2;
    return step;
  }

  /// Months as fine lines, years as stronger ones.
  void months(std::int64_t top, std::int64_t base) {
    for (const date day : months_of(when_)) {
      const std::chrono::year_month_day parts{day};
      const unsigned month = static_cast<unsigned>(parts.month());
      const bool year = month == 1 && parts.day() == std::chrono::day{1};
      if (!year && month % 3 != 1 && (when_.to - when_.from).count() > 1200) continue;
      out_ += fmt::format("<path d=\"M{} {}V{}\" class=\"{}\"/>\n", px(x_of(day)), top, base,
                          year ? "year" : "grid");
    }
  }

  void steps(const drawn_panel& panel, std::int64_t top, std::int64_t base) {
    rational most(0);
    for (const drawn_span& one : panel.spans)
      if (one.what == standing::granted) most = std::max(most, one.amount);
    const std::int64_t room = (base - top - 18) * 100;  // above the highest step stands its amount
    const auto y_of = [&](const rational& amount) {
      if (most.sign() <= 0) return base * 100;
      return base * 100 - (amount * rational(room) / most).floor().as_integer().value_or(0);
    };
    const std::int64_t step = grid_step(most, base - top > 100 ? 5 : 3);
    for (std::int64_t line = 0; rational(line) <= most; line += step) {
      out_ += fmt::format("<path d=\"M{} {}H{}\" class=\"{}\"/>\n", left, px(y_of(rational(line))),
                          left + plot_width, line == 0 ? "base" : "grid");
      out_ += fmt::format("<text x=\"{}\" y=\"{}\" class=\"tick\">{}</text>\n", left - 8,
                          px(y_of(rational(line)) + 400), format_number(rational(line), 0, lang_));
    }
    std::string line;
    bool joined = false;
    for (const drawn_span& one : panel.spans) {
      const std::int64_t from = x_of(one.when.from);
      const std::int64_t to = x_of(one.when.to);
      if (one.what != standing::granted) {
        absent(one, from, to, top * 100, base * 100);
        if (joined) line += fmt::format("V{}", px(base * 100));
        joined = false;
        continue;
      }
      const std::int64_t y = y_of(one.amount);
      const std::string unit = panel.unit.empty() ? "" : " " + panel.unit;
      rectangle(
          from, y, to - from, base * 100 - y, panel.is_total ? "total" : "area",
          format_months_of(one.when, lang_) + ": " + format_number(one.amount, panel.places, lang_) + unit);
      if (joined)
        line += fmt::format("V{}H{}", px(y), px(to));
      else if (one.when.from == when_.from)  // what was before the first day is not told
        line += fmt::format("M{} {}H{}", px(from), px(y), px(to));
      else
        line += fmt::format("M{} {}V{}H{}", px(from), base, px(y), px(to));
      joined = true;
    }
    if (!line.empty()) out_ += "<path d=\"" + line + "\" class=\"line\"/>\n";
    std::vector<std::int64_t> heights;
    for (const drawn_span& one : panel.spans)
      heights.push_back(one.what == standing::granted ? y_of(one.amount) : base * 100);
    for (std::size_t i = 0; i < panel.spans.size(); ++i) amount(panel, i, heights);
  }

  /// An amount at its step where there is room: at the beginning of a long one, or of a short one before a
  /// deep fall; above a short peak and below a short dip whose neighbours are long.
  void amount(const drawn_panel& panel, std::size_t index, const std::vector<std::int64_t>& heights) {
    const drawn_span& one = panel.spans[index];
    if (one.what != standing::granted) return;
    const std::int64_t y = heights[index];
    const std::string words = format_number(one.amount, panel.places, lang_);
    const auto needed = static_cast<std::int64_t>(code_points(words)) * 640;
    const auto wide = [&](std::size_t i) {
      return x_of(panel.spans[i].when.to) - x_of(panel.spans[i].when.from);
    };
    constexpr std::int64_t line_height = 1400;
    const bool falls = index + 1 < panel.spans.size() && heights[index + 1] - y >= line_height &&
                       panel.spans[index + 1].what != standing::undetermined &&
                       wide(index) + wide(index + 1) >= 2 * needed && wide(index) >= needed / 4;
    if (wide(index) >= needed || falls) {
      out_ += fmt::format("<text x=\"{}\" y=\"{}\" class=\"amount\">{}</text>\n",
                          px(x_of(one.when.from) + 3 * pixel), px(y - 4 * pixel), words);
      return;
    }
    if (index == 0 || index + 1 == panel.spans.size()) return;
    const drawn_span& before = panel.spans[index - 1];
    const drawn_span& after = panel.spans[index + 1];
    if (before.what != standing::granted || after.what != standing::granted || wide(index - 1) < 2 * needed ||
        wide(index + 1) < 2 * needed)
      return;
    const bool peak = before.amount < one.amount && after.amount < one.amount;
    const bool dip = one.amount < before.amount && one.amount < after.amount;
    if (!peak && !dip) return;
    out_ += fmt::format("<text x=\"{}\" y=\"{}\" class=\"short\">{}</text>\n",
                        px(x_of(one.when.from) + wide(index) / 2), px(peak ? y - 4 * pixel : y + 13 * pixel),
                        words);
  }

  void bands(const drawn_panel& panel, std::int64_t top, std::int64_t base) {
    out_ += fmt::format("<path d=\"M{} {}H{}\" class=\"base\"/>\n", left, base, left + plot_width);
    for (const drawn_span& one : panel.spans) {
      const std::int64_t from = x_of(one.when.from);
      const std::int64_t to = x_of(one.when.to);
      if (one.what == standing::granted)
        rectangle(from, top * 100, to - from, (base - top) * 100, "yes", format_months_of(one.when, lang_));
      else
        absent(one, from, to, top * 100, base * 100);
    }
  }

  void absent(const drawn_span& one, std::int64_t from, std::int64_t to, std::int64_t top,
              std::int64_t base) {
    shown_.insert(one.what);
    if (one.what == standing::refused) return;
    const bool open = one.what == standing::undetermined;
    rectangle(from, top, to - from, base - top, open ? "open" : "none", format_months_of(one.when, lang_));
    if (open && to - from >= 1200)
      out_ += fmt::format("<text x=\"{}\" y=\"{}\" class=\"mark\">?</text>\n", px((from + to) / 2),
                          px((top + base) / 2 + 5 * pixel));
  }

  period when_;
  language lang_;
  std::string out_;
  std::set<standing> shown_;
};

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis
