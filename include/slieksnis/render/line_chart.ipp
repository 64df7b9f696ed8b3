// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "format.ipp"
#include "line_chart.hpp"
#include "svg_words.ipp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

inline constexpr std::string_view chart_style =
    "<style>text{font-family:'DejaVu Sans','Noto Sans','Segoe UI',Arial,sans-serif;fill:#1a1a1a}"
    ".h1{font-size:20px;font-weight:bold}.sub{font-size:14px;fill:#444}"
    ".panel{font-size:14px;font-weight:bold}.unit,.up{text-anchor:end;font-size:11px;fill:#444}"
    ".tick{text-anchor:middle;font-size:11px;fill:#444}.across{text-anchor:middle;font-size:12px}"
    ".note{font-size:12px}.small{font-size:11px;fill:#333}.page{fill:#fff}"
    ".up,.tick{font-variant-numeric:tabular-nums}"
    ".grid{stroke:#e2e2e2}.base{stroke:#555}.line{fill:none;stroke-width:2.2;stroke-linejoin:round}"
    "rect{shape-rendering:crispEdges}.open{fill:url(#hatch);stroke:#999;stroke-width:.5}</style>\n"
    "<defs><pattern id=\"hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
    "patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"#fff\"/><path d=\"M0 0V6\" "
    "stroke=\"#999\" stroke-width=\"2\"/></pattern></defs>\n"
    "<rect class=\"page\" width=\"100%\" height=\"100%\"/>\n";

/// Dark colours that also differ as greys, and dashes for print.
inline constexpr std::array<std::pair<const char*, const char*>, 8> chart_strokes{{{"#16324f", ""},
                                                                                   {"#b3541e", "7 4"},
                                                                                   {"#2f7d4f", "2 3"},
                                                                                   {"#7a3b8f", "12 3 2 3"},
                                                                                   {"#8a6d00", "4 2"},
                                                                                   {"#a3264b", "10 5"},
                                                                                   {"#3b6ea5", "1 4"},
                                                                                   {"#555555", "14 3"}}};

/// 1, 2 or 5 and zeros, before or behind the point, so that at most so many steps fit the width.
SLIEKSNIS_INLINE rational even_step(const rational& width, int steps) {
  rational step = rational::power(rational(10), -6);
  for (int i = 0; step * rational(steps) < width && i < 60; ++i)
    step = i % 3 == 1 ? step * rational(5) / rational(2) : step * rational(2);
  return step;
}

/// The multiples of the step inside a range, both ends included.
SLIEKSNIS_INLINE std::vector<rational> multiples(const rational& low, const rational& high,
                                                 const rational& step) {
  std::vector<rational> result;
  rational one = (low / step).floor() * step;
  if (one < low) one = one + step;
  for (; one <= high; one = one + step) result.push_back(one);
  return result;
}

/// A page that is written from top to bottom; places are pixels unless they say hundredths.
class chart_page {
 public:
  static constexpr std::int64_t width = 960;
  static constexpr std::int64_t left = 84;
  static constexpr std::int64_t plot_width = 836;

  [[nodiscard]] std::int64_t& y() { return y_; }
  void add(const std::string& markup) { out_ += markup; }
  void text(std::int64_t x, std::int64_t y, std::string_view style, std::string_view what) {
    out_ += fmt::format("<text x=\"{}\" y=\"{}\" class=\"{}\">{}</text>\n", x, y, style, xml(what));
  }
  [[nodiscard]] static std::string px(std::int64_t hundredths) { return pixels(hundredths); }

  void head(const std::string& title, const std::string& subtitle) {
    y_ = 34;
    for (const std::string& part : broken(title, 76)) {
      text(left, y_, "h1", part);
      y_ += 24;
    }
    for (const std::string& part : broken(subtitle, 110)) {
      text(left, y_, "sub", part);
      y_ += 18;
    }
  }

  void notes(const std::vector<chart_note>& all) {
    constexpr std::size_t widest = plot_width * 10 / 64;
    for (const chart_note& one : all) {
      if (one.lines.empty()) continue;
      y_ += 32;
      text(left, y_, "panel", one.heading);
      y_ += 2;
      for (const std::string& line : one.lines) {
        for (const std::string& part : broken(line, widest)) {
          y_ += 16;
          text(left, y_, "small", part);
        }
        y_ += 4;
      }
    }
  }

  [[nodiscard]] std::string finish(const std::string& title, const std::string& described, language lang) {
    y_ += 20;
    return fmt::format(
               "<svg xmlns=\"http://www.w3.org/2000/svg\" lang=\"{}\" width=\"{}\" height=\"{}\" viewBox=\"0 "
               "0 {} {}\" role=\"img\" aria-labelledby=\"title desc\">\n<title "
               "id=\"title\">{}</title>\n<desc "
               "id=\"desc\">{}</desc>\n",
               lang == language::lv ? "lv" : "en", width, y_, width, y_, xml(title), xml(described)) +
           std::string(chart_style) + out_ + "</svg>\n";
  }

  /// In hundredths of a pixel; the range is not empty.
  [[nodiscard]] static std::int64_t across(const rational& x, const rational& low, const rational& high) {
    return left * 100 +
           ((x - low) * rational(plot_width * 100) / (high - low)).floor().as_integer().value_or(0);
  }

 private:
  std::string out_;
  std::int64_t y_ = 0;
};

/// Draws panels of lines.
class line_chart_writer {
 public:
  line_chart_writer(const line_chart& chart, language lang)
      : chart_(chart), lang_(lang), lv_(lang == language::lv) {}

  [[nodiscard]] std::string write() {
    find_range();
    page_.head(chart_.title, chart_.subtitle);
    std::size_t drawn = 0;
    for (const chart_panel& panel : chart_.panels)
      if (const auto range = range_of(panel)) draw(panel, *range, drawn++ == 0 ? tall : low);
    if (drawn == 0) {
      page_.y() += 24;
      page_.text(chart_page::left, page_.y(), "note", lv_ ? "Nav, ko zīmēt." : "There is nothing to draw.");
    }
    page_.notes(chart_.notes);
    return page_.finish(chart_.title, description(), lang_);
  }

 private:
  using range = std::pair<rational, rational>;
  static constexpr std::int64_t tall = 296;  ///< of the first panel
  static constexpr std::int64_t low = 192;

  void find_range() {
    std::optional<range> found;
    for (const chart_panel& panel : chart_.panels)
      for (const chart_line& line : panel.lines)
        for (const auto& [x, y] : line.points) {
          if (!found) found.emplace(x, x);
          found->first = std::min(found->first, x);
          found->second = std::max(found->second, x);
        }
    low_ = found ? found->first : rational(0);
    high_ = found && found->second > found->first ? found->second : low_ + rational(1);
  }

  /// From zero, or the least value below it, to the greatest one.
  [[nodiscard]] static std::optional<range> range_of(const chart_panel& panel) {
    std::optional<range> found;
    for (const chart_line& line : panel.lines)
      for (const auto& [x, y] : line.points) {
        if (!y) continue;
        if (!found) found.emplace(rational(0), rational(0));
        found->first = std::min(found->first, *y);
        found->second = std::max(found->second, *y);
      }
    if (found && found->first == found->second) found->second = rational(1);
    return found;
  }

  void draw(const chart_panel& panel, const range& values, std::int64_t high) {
    page_.y() += 28;
    page_.text(chart_page::left, page_.y(), "panel", panel.title);
    page_.text(chart_page::left + chart_page::plot_width, page_.y(), "unit", panel.unit);
    const std::int64_t top = page_.y() + 14;
    const std::int64_t base = top + high;
    const auto y_of = [&](const rational& value) {
      return base * 100 - ((value - values.first) * rational(high * 100) / (values.second - values.first))
                              .floor()
                              .as_integer()
                              .value_or(0);
    };
    grid(values, y_of, top, base);
    for (std::size_t i = 0; i < panel.lines.size(); ++i) line(panel.lines[i], i, y_of);
    page_.y() = base + 18;
    page_.text(chart_page::left + chart_page::plot_width / 2, page_.y() + 16, "across", chart_.across);
    page_.y() += 16;
    legend(panel);
  }

  template <typename Place>
  void grid(const range& values, const Place& y_of, std::int64_t top, std::int64_t base) {
    const rational wide = values.second - values.first;
    for (const rational& tick :
         multiples(values.first, values.second, even_step(wide, base - top > 200 ? 6 : 4))) {
      page_.add(fmt::format("<path d=\"M{} {}h{}\" class=\"{}\"/>\n", chart_page::left,
                            chart_page::px(y_of(tick)), chart_page::plot_width,
                            tick.sign() == 0 ? "base" : "grid"));
      page_.add(fmt::format("<text x=\"{}\" y=\"{}\" class=\"up\">{}</text>\n", chart_page::left - 8,
                            chart_page::px(y_of(tick) + 400), format_number(tick, 0, lang_)));
    }
    for (const rational& tick : multiples(low_, high_, even_step(high_ - low_, 12))) {
      const std::string x = chart_page::px(chart_page::across(tick, low_, high_));
      page_.add(fmt::format("<path d=\"M{} {}V{}\" class=\"grid\"/>\n", x, top, base + 4));
      page_.add(fmt::format("<text x=\"{}\" y=\"{}\" class=\"tick\">{}</text>\n", x, base + 16,
                            format_number(tick, 0, lang_)));
    }
  }

  /// Points on a straight line between their neighbours are left out.
  template <typename Place>
  void line(const chart_line& one, std::size_t index, const Place& y_of) {
    std::string path;
    const auto& all = one.points;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (!all[i].second) continue;
      const bool begins = i == 0 || !all[i - 1].second;
      const bool ends = i + 1 == all.size() || !all[i + 1].second;
      if (!begins && !ends) {
        const auto& [x0, y0] = all[i - 1];
        const auto& [x1, y1] = all[i];
        const auto& [x2, y2] = all[i + 1];
        if ((*y1 - *y0) * (x2 - x1) == (*y2 - *y1) * (x1 - x0)) continue;
      }
      path += fmt::format("{}{} {}", begins ? "M" : "L",
                          chart_page::px(chart_page::across(all[i].first, low_, high_)),
                          chart_page::px(y_of(*all[i].second)));
      if (begins && ends) path += "h2";  // a point by itself
    }
    if (path.empty()) return;
    page_.add("<path d=\"" + path + "\" class=\"line\"" + stroke(index) + "><title>" + xml(one.title) +
              "</title></path>\n");
  }

  [[nodiscard]] static std::string stroke(std::size_t index) {
    const auto& [colour, dashes] = chart_strokes[index % chart_strokes.size()];
    return fmt::format(" stroke=\"{}\"", colour) +
           (*dashes == '\0' ? "" : fmt::format(" stroke-dasharray=\"{}\"", dashes));
  }

  void legend(const chart_panel& panel) {
    if (panel.lines.size() == 1 && panel.lines[0].title == panel.title) return;
    std::int64_t x = chart_page::left;
    page_.y() += 22;
    for (std::size_t i = 0; i < panel.lines.size(); ++i) {
      const auto needed = 52 + static_cast<std::int64_t>(code_points(panel.lines[i].title)) * 7;
      if (x > chart_page::left && x + needed > chart_page::left + chart_page::plot_width) {
        x = chart_page::left;
        page_.y() += 18;
      }
      page_.add(fmt::format("<path d=\"M{} {}h34\" class=\"line\"{}/>\n", x, page_.y() - 4, stroke(i)));
      page_.text(x + 40, page_.y(), "note", panel.lines[i].title);
      x += needed + 12;
    }
  }

  /// The lines in words: where each begins and ends, its least and greatest value.
  [[nodiscard]] std::string description() const {
    std::string result = chart_.across + ".";
    for (const chart_panel& panel : chart_.panels)
      for (const chart_line& one : panel.lines) {
        std::optional<range> ends;
        rational last;
        std::optional<rational> first;
        for (const auto& [x, y] : one.points) {
          if (!y) continue;
          if (!first) first = *y;
          if (!ends) ends.emplace(*y, *y);
          ends->first = std::min(ends->first, *y);
          ends->second = std::max(ends->second, *y);
          last = *y;
        }
        if (!ends) continue;
        const auto number = [&](const rational& value) { return format_number(value, panel.places, lang_); };
        result += " " + (one.title == panel.title ? one.title : panel.title + ", " + one.title) +
                  say(lang_, ": sākumā {}, beigās {}, mazākais {}, lielākais {}",
                      ": first {}, last {}, least {}, greatest {}", number(*first), number(last),
                      number(ends->first), number(ends->second)) +
                  (panel.unit.empty() ? "." : " " + panel.unit + ".");
      }
    return result;
  }

  const line_chart& chart_;
  language lang_;
  bool lv_;
  chart_page page_;
  rational low_;
  rational high_;
};

}  // namespace detail

SLIEKSNIS_INLINE std::string line_chart_svg(const line_chart& chart, language lang) {
  return detail::line_chart_writer(chart, lang).write();
}

}  // namespace v0
}  // namespace slieksnis
