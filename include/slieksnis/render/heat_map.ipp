// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "line_chart.hpp"
#include "line_chart.ipp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// From light to dark; neighbours differ as greys too.
inline constexpr std::array<const char*, 6> heat_shades{"#f2f0e6", "#d5e0d2", "#a9c7c0",
                                                        "#7aa3b0", "#4a7494", "#1f3f63"};

/// Draws shades over two numbers.
class heat_map_writer {
 public:
  heat_map_writer(const heat_map& map, language lang) : map_(map), lang_(lang), lv_(lang == language::lv) {}

  [[nodiscard]] std::string write() {
    for (const auto& one : map_.values) {
      if (!one) continue;
      if (!range_) range_.emplace(*one, *one);
      range_->first = std::min(range_->first, *one);
      range_->second = std::max(range_->second, *one);
    }
    page_.head(map_.title, map_.subtitle);
    page_.y() += 22;
    page_.text(chart_page::left, page_.y(), "note", map_.up);
    const std::int64_t top = page_.y() + 12;
    cells(top);
    ticks(top);
    page_.y() = top + high + 34;
    page_.text(chart_page::left + chart_page::plot_width / 2, page_.y(), "across", map_.across);
    legend();
    page_.notes(map_.notes);
    return page_.finish(map_.title, description(), lang_);
  }

 private:
  static constexpr std::int64_t high = 440;

  [[nodiscard]] std::size_t shade_of(const rational& value) const {
    if (range_->first == range_->second) return 0;
    const rational part = (value - range_->first) * rational(static_cast<int>(heat_shades.size())) /
                          (range_->second - range_->first);
    return std::min(heat_shades.size() - 1, static_cast<std::size_t>(part.floor().as_integer().value_or(0)));
  }

  [[nodiscard]] std::int64_t x_at(std::size_t x) const {
    return chart_page::left * 100 + static_cast<std::int64_t>(x) * chart_page::plot_width * 100 /
                                        static_cast<std::int64_t>(map_.xs.size());
  }
  /// The first number stands at the bottom.
  [[nodiscard]] std::int64_t y_at(std::int64_t top, std::size_t y) const {
    return (top + high) * 100 -
           static_cast<std::int64_t>(y) * high * 100 / static_cast<std::int64_t>(map_.ys.size());
  }

  /// Cells of one shade in a row are drawn as one.
  void cells(std::int64_t top) {
    constexpr std::size_t unknown = heat_shades.size();
    for (std::size_t y = 0; y < map_.ys.size(); ++y) {
      const auto shade_at = [&](std::size_t x) {
        const auto& value = map_.values[x * map_.ys.size() + y];
        return value ? shade_of(*value) : unknown;
      };
      for (std::size_t x = 0; x < map_.xs.size();) {
        const std::size_t shade = shade_at(x);
        std::size_t end = x + 1;
        while (end < map_.xs.size() && shade_at(end) == shade) ++end;
        cell(x_at(x), y_at(top, y + 1), x_at(end), y_at(top, y), shade);
        x = end;
      }
    }
  }

  void cell(std::int64_t x, std::int64_t y, std::int64_t right, std::int64_t bottom, std::size_t shade) {
    page_.add(fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" {}/>\n", chart_page::px(x),
                          chart_page::px(y), chart_page::px(right - x), chart_page::px(bottom - y),
                          shade == heat_shades.size() ? std::string("class=\"open\"")
                                                      : fmt::format("fill=\"{}\"", heat_shades[shade])));
  }

  void ticks(std::int64_t top) {
    const std::size_t every_x = (map_.xs.size() + 11) / 12;
    for (std::size_t x = 0; x < map_.xs.size(); x += every_x)
      page_.add(fmt::format("<text x=\"{}\" y=\"{}\" class=\"tick\">{}</text>\n",
                            chart_page::px((x_at(x) + x_at(x + 1)) / 2), top + high + 15,
                            format_number(map_.xs[x], 0, lang_)));
    const std::size_t every_y = (map_.ys.size() + 19) / 20;
    for (std::size_t y = 0; y < map_.ys.size(); y += every_y)
      page_.add(fmt::format("<text x=\"{}\" y=\"{}\" class=\"up\">{}</text>\n", chart_page::left - 8,
                            chart_page::px((y_at(top, y) + y_at(top, y + 1)) / 2 + 400),
                            format_number(map_.ys[y], 0, lang_)));
  }

  void legend() {
    if (!range_) return;
    page_.y() += 30;
    const rational wide = range_->second - range_->first;
    const int classes = wide.sign() == 0 ? 1 : static_cast<int>(heat_shades.size());
    for (int i = 0; i < classes; ++i) {
      const std::int64_t x = chart_page::left + i * 138;
      cell(x * 100, (page_.y() - 11) * 100, (x + 22) * 100, (page_.y() + 3) * 100,
           static_cast<std::size_t>(i));
      const auto bound = [&](int part) {
        const rational exact = range_->first + wide * rational(part) / rational(classes);
        return format_number(round(exact, rational(1, 100), rounding_mode::half_up), 2, lang_);
      };
      page_.text(x + 28, page_.y(), "small", classes == 1 ? bound(0) : bound(i) + "–" + bound(i + 1));
    }
    page_.y() += 18;
    page_.text(chart_page::left, page_.y(), "small", map_.unit);
  }

  [[nodiscard]] std::string description() const {
    std::string result = map_.across + "; " + map_.up + ".";
    if (range_)
      result +=
          say(lang_, " Mazākais {}, lielākais {} {}.", " Least {}, greatest {} {}.",
              format_number(range_->first, 2, lang_), format_number(range_->second, 2, lang_), map_.unit);
    return result;
  }

  const heat_map& map_;
  language lang_;
  bool lv_;
  chart_page page_;
  std::optional<std::pair<rational, rational>> range_;
};

}  // namespace detail

SLIEKSNIS_INLINE std::string heat_map_svg(const heat_map& map, language lang) {
  return detail::heat_map_writer(map, lang).write();
}

}  // namespace v0
}  // namespace slieksnis
