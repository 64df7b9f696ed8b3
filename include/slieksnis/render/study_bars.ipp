// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "study.hpp"
#include "study.ipp"
#include "svg_words.ipp"
#include "wrap.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

struct bar {
  rational length;  ///< below 0 it goes to the left
  std::string text;
};
struct bar_row {
  std::string label;
  std::vector<bar> bars;  ///< one for each series
};
struct bar_chart {
  std::string id;  ///< unique on its page
  std::string title;
  std::string axis;
  std::vector<std::string> series;
  std::vector<bar_row> rows;
  bool one_line = false;  ///< series that go different ways share a line
};

/// Draws lying bars: labels to the left, the value as text at the end of each. Places are counted in
/// hundredths of a pixel and computed exactly. Series differ by light and pattern, not by colour alone.
class bars_writer {
 public:
  bars_writer(const bar_chart& chart, language lang) : chart_(chart), lang_(lang) { measure(); }

  [[nodiscard]] std::string write() {
    y_ = chart_.series.size() > 1 ? 30 : 8;
    legend();
    const std::int64_t top = y_;
    std::string bars;
    for (const bar_row& one : chart_.rows) bars += row(one);
    out_ += axis(top) + bars;
    out_ += fmt::format("<path d=\"M{} {}V{}\" stroke=\"#000\" fill=\"none\"></path>\n",
                        px(x_of(rational(0))), top, y_);
    out_ += text(px((left_ + right_) / 2), y_ + 36, "middle", chart_.axis);
    const std::int64_t high = y_ + 46;
    return fmt::format(
               "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" width=\"{0}\" height=\"{1}\" "
               "viewBox=\"0 0 {0} {1}\" role=\"img\" aria-labelledby=\"{2}-title {2}-desc\" font-size=\"11\" "
               "font-family=\"'Liberation Sans',Arial,Helvetica,sans-serif\">\n<title "
               "id=\"{2}-title\">{3}</title>\n"
               "<desc id=\"{2}-desc\">{4}</desc>\n",
               width, high, chart_.id, xml(chart_.title), xml(description())) +
           patterns() + out_ + "</svg>\n";
  }

 private:
  static constexpr std::int64_t width = 720;
  static constexpr std::int64_t label_width = 216;
  static constexpr std::int64_t bar_height = 13;
  static constexpr std::int64_t gap = 5 * 100;  ///< hundredths of a pixel, between a bar and its text
  static constexpr std::int64_t between = 8;
  static constexpr std::size_t label_letters = 34;

  [[nodiscard]] static std::string px(std::int64_t hundredths) {
    return hundredths % 100 == 0 ? std::to_string(hundredths / 100)
                                 : fmt::format("{}.{:02}", hundredths / 100, hundredths % 100);
  }

  /// Between which amounts the bars lie, and how much room their texts need.
  void measure() {
    std::size_t longest = 0;
    for (const bar_row& one : chart_.rows)
      for (const bar& each : one.bars) {
        low_ = std::min(low_, each.length);
        high_ = std::max(high_, each.length);
        longest = std::max(longest, columns_of(each.text));
      }
    const auto room = static_cast<std::int64_t>(longest) * 660 + 800;
    left_ = label_width * 100 + (low_.sign() < 0 ? room : 0);
    right_ = width * 100 - room;
  }

  [[nodiscard]] std::int64_t x_of(const rational& amount) const {
    const rational range = high_ - low_;
    if (range.sign() <= 0) return left_;
    return left_ + ((amount - low_) * rational(right_ - left_) / range).floor().as_integer().value_or(0);
  }

  [[nodiscard]] static std::string text(const std::string& x, std::int64_t y, const char* anchor,
                                        std::string_view what) {
    return fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"{}\">{}</text>\n", x, y, anchor, xml(what));
  }

  [[nodiscard]] std::string fill(std::size_t series) const {
    const std::array<std::string, 5> fills{"url(#" + chart_.id + "-hatch)", "#1f4e79", "#b9cde0",
                                           "url(#" + chart_.id + "-dots)", "#7a7a7a"};
    if (chart_.one_line) return fills[series == 0 ? 1 : 0];  // gains are dark, as what comes after a change
    return chart_.series.size() == 1 ? fills[1] : fills[series % fills.size()];
  }
  [[nodiscard]] std::string patterns() const {
    return fmt::format(
        "<defs><pattern id=\"{0}-hatch\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" "
        "patternTransform=\"rotate(45)\"><rect width=\"5\" height=\"5\" fill=\"#fff\"></rect><path d=\"M0 "
        "0V5\" "
        "stroke=\"#555\" stroke-width=\"2\"></path></pattern><pattern id=\"{0}-dots\" width=\"5\" "
        "height=\"5\" "
        "patternUnits=\"userSpaceOnUse\"><rect width=\"5\" height=\"5\" fill=\"#fff\"></rect><circle "
        "cx=\"2\" cy=\"2\" "
        "r=\"1\" fill=\"#000\"></circle></pattern></defs>\n",
        chart_.id);
  }
  [[nodiscard]] std::string rectangle(std::int64_t x, std::int64_t y, std::int64_t wide, std::size_t series,
                                      std::string_view told) const {
    return fmt::format(
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\" stroke=\"#000\" "
        "stroke-width=\".6\">{}</rect>\n",
        px(x), y, px(wide), bar_height, fill(series), told.empty() ? "" : "<title>" + xml(told) + "</title>");
  }

  void legend() {
    if (chart_.series.size() < 2) return;
    std::int64_t x = label_width;
    for (std::size_t i = 0; i < chart_.series.size(); ++i) {
      out_ += rectangle(x * 100, 6, 2200, i, "");
      out_ += text(std::to_string(x + 28), 17, "start", chart_.series[i]);
      x += 52 + static_cast<std::int64_t>(columns_of(chart_.series[i])) * 7;
    }
  }

  [[nodiscard]] std::string row(const bar_row& one) {
    const std::vector<std::string> label = broken(one.label, label_letters);
    const auto lines = static_cast<std::int64_t>(label.size()) * 13;
    const auto bars = static_cast<std::int64_t>(chart_.one_line ? 1 : one.bars.size()) * (bar_height + 1);
    const std::int64_t high = std::max(lines, bars);
    std::string out;
    for (std::size_t i = 0; i < label.size(); ++i)
      out += text(std::to_string(label_width - 8),
                  y_ + (high - lines) / 2 + 10 + static_cast<std::int64_t>(i) * 13, "end", label[i]);
    std::int64_t y = y_ + (high - bars) / 2;
    for (std::size_t i = 0; i < one.bars.size(); ++i) {
      const bar& each = one.bars[i];
      const std::int64_t zero = x_of(rational(0));
      const std::int64_t end = x_of(each.length);
      const bool to_left = each.length.sign() < 0 || (chart_.one_line && i > 0);
      // In a line of two ways one way is told of nothing only where the other one has nothing either.
      const bool nothing = std::all_of(one.bars.begin(), one.bars.end(),
                                       [](const bar& any) { return any.length.sign() == 0; });
      const bool told = !chart_.one_line || each.length.sign() != 0 || (nothing && i == 0);
      if (each.length.sign() != 0)
        out += rectangle(std::min(zero, end), y, std::max(zero, end) - std::min(zero, end), i,
                         one.label + ", " + chart_.series[i] + ": " + each.text);
      if (told)
        out += text(px(to_left ? end - gap : end + gap), y + 10, to_left ? "end" : "start", each.text);
      if (!chart_.one_line) y += bar_height + 1;
    }
    y_ += high + between;
    return out;
  }

  /// Fine lines at round amounts.
  [[nodiscard]] std::string axis(std::int64_t top) const {
    const rational range = high_ - low_;
    rational step(1, 100);
    for (int i = 0; range > step * rational(5); ++i)
      step = step * (i % 3 == 1 ? rational(5, 2) : rational(2));
    std::string out;
    const rational first = -((-low_ / step).floor());
    for (rational line = first * step; range.sign() > 0 && line <= high_; line = line + step) {
      const std::string x = px(x_of(line));
      out += fmt::format("<path d=\"M{} {}V{}\" stroke=\"#ccc\" fill=\"none\"></path>\n", x, top, y_);
      out += text(x, y_ + 18, "middle", shown_number(line, step.is_integer() ? 0 : 2, lang_));
    }
    return out;
  }

  /// The chart for those who do not see it.
  [[nodiscard]] std::string description() const {
    std::string result;
    for (const bar_row& one : chart_.rows) {
      result += (result.empty() ? "" : " ") + one.label + ":";
      for (std::size_t i = 0; i < one.bars.size(); ++i)
        result += (i == 0 ? " " : "; ") + chart_.series[i] + " " + one.bars[i].text;
      result += ".";
    }
    return result + " " + chart_.axis + ".";
  }

  const bar_chart& chart_;
  language lang_;
  rational low_ = 0;
  rational high_ = 0;
  std::int64_t left_ = 0;
  std::int64_t right_ = 0;
  std::int64_t y_ = 0;
  std::string out_;
};

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis
