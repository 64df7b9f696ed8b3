// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "text.ipp"
#include "timeline.ipp"
#include "timeline_text.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// The first shown day of every month of a period.
SLIEKSNIS_INLINE std::vector<date> months_of(const period& when) {
  std::vector<date> result;
  for (date day = when.from; day < when.to;) {
    result.push_back(day);
    const std::chrono::year_month_day parts{day};
    day = date{(parts.year() / parts.month() + std::chrono::months{1}) / 1};
  }
  return result;
}

/// What a chart shows of one benefit, or of all together, in each month.
struct chart_series {
  struct cell {
    standing what = standing::granted;
    rational amount;
  };
  std::string title;
  std::string unit;
  bool numbers = false;  ///< otherwise each month is granted or not
  int places = 2;        ///< of money; counts have none
  std::vector<cell> cells;

  [[nodiscard]] std::optional<std::pair<rational, rational>> range() const {
    std::optional<std::pair<rational, rational>> result;
    for (const cell& one : cells) {
      if (one.what != standing::granted) continue;
      if (!result) result.emplace(one.amount, one.amount);
      result->first = std::min(result->first, one.amount);
      result->second = std::max(result->second, one.amount);
    }
    return result;
  }
};

SLIEKSNIS_INLINE chart_series series_of(const rule_book& book, const timeline_column& column,
                                        const std::vector<date>& months) {
  const definition& of = book.at(column.course->benefit);
  chart_series result{column.title, column.unit, false, of.what.measure.of_money() ? 2 : 0, {}};
  for (const date day : months) {
    const steady_span& span = column.course->on(day);
    chart_series::cell next;
    next.what = standing_of(book, span);
    next.amount = span.decided.amount.value_or(rational(0));
    if (span.decided.amount) result.numbers = true;
    result.cells.push_back(std::move(next));
  }
  return result;
}

/// Draws charts that share their months.
class chart_writer {
 public:
  chart_writer(std::vector<date> months, language lang, chart_signs signs)
      : months_(std::move(months)), lang_(lang), ascii_(signs == chart_signs::ascii) {}

  /// Several lines high, with the amounts at the left and the years below.
  [[nodiscard]] std::string high(const chart_series& series) const {
    constexpr std::int64_t lines = 6;
    const rational most = series.range() ? series.range()->second : rational(0);
    std::string out;
    for (std::int64_t line = lines; line-- > 0;) {
      const std::string label = line + 1 == lines         ? format_number(most, series.places, lang_)
                                : 2 * (line + 1) == lines ? half_of(most, series.places)
                                                          : "";
      out += "  " + left(label) + (ascii_ ? " |" : " │");
      for (const chart_series::cell& one : series.cells) {
        if (one.what != standing::granted) {
          out += line == 0 ? sign_of(one.what) : " ";
          continue;
        }
        const std::int64_t level =
            std::clamp<std::int64_t>(height_of(one.amount, most, lines * 8) - line * 8, 0, 8);
        out += full_sign(line == 0 ? std::max<std::int64_t>(level, 1) : level);
      }
      out += "\n";
    }
    return out + axis() + years();
  }

  /// One line: its own scale, from nothing to the most of its amounts.
  [[nodiscard]] std::string flat(const chart_series& series) const {
    const auto range = series.range();
    std::string out = "  " + left("") + "  ";
    for (const chart_series::cell& one : series.cells) {
      if (one.what != standing::granted)
        out += sign_of(one.what);
      else
        out += flat_sign(series.numbers ? std::max<std::int64_t>(height_of(one.amount, range->second, 8), 1)
                                        : 8);
    }
    out += "  " + series.title;
    if (series.numbers && range) {
      const std::string most = format_number(range->second, series.places, lang_);
      out +=
          ": " +
          (range->first == range->second ? most
                                         : format_number(range->first, series.places, lang_) + "–" + most) +
          (series.unit.empty() ? "" : " " + series.unit);
    }
    return out + "\n";
  }

  /// The years below charts of one line.
  [[nodiscard]] std::string years() const {
    std::string out = "  " + left("") + "  ";
    std::size_t column = 0;
    for (std::size_t i = 0; i < months_.size(); ++i) {
      const std::chrono::year_month_day parts{months_[i]};
      if ((i != 0 && parts.month() != std::chrono::January) || i < column) continue;
      const std::string year = std::to_string(static_cast<int>(parts.year()));
      if (i == 0 && parts.month() != std::chrono::January &&
          i + 13 - static_cast<unsigned>(parts.month()) < 5)
        continue;  // no room before the next year
      out += std::string(i - column, ' ') + year + " ";
      column = i + year.size() + 1;
    }
    while (out.ends_with(' ')) out.pop_back();
    return out + "\n";
  }

  void make_room(const rational& most, int places) {
    label_width_ = std::max(label_width_, code_points(format_number(most, places, lang_)));
  }

 private:
  [[nodiscard]] std::string left(const std::string& label) const {
    const std::size_t width = code_points(label);
    return std::string(label_width_ - std::min(label_width_, width), ' ') + label;
  }

  /// Nothing where it would need more places than the amounts have.
  [[nodiscard]] std::string half_of(const rational& most, int places) const {
    const rational half = most / rational(2);
    return (half * rational::power(rational(10), places)).is_integer() ? format_number(half, places, lang_)
                                                                       : "";
  }

  /// How many of `steps` equal parts of the greatest amount; anything above nothing has at least one.
  [[nodiscard]] static std::int64_t height_of(const rational& amount, const rational& most,
                                              std::int64_t steps) {
    if (most.sign() <= 0 || amount.sign() <= 0) return 0;
    const rational below = -((-(amount * rational(steps) / most)).floor());
    return below.as_integer().value_or(steps);
  }

  [[nodiscard]] std::string full_sign(std::int64_t level) const {
    constexpr std::array<const char*, 9> blocks{" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    constexpr std::array<const char*, 9> plain{" ", ".", ".", ".", ":", ":", ":", "#", "#"};
    return (ascii_ ? plain : blocks)[static_cast<std::size_t>(level)];
  }
  [[nodiscard]] std::string flat_sign(std::int64_t level) const {
    constexpr std::array<const char*, 9> plain{" ", ".", ":", "-", "=", "+", "*", "#", "@"};
    return ascii_ ? plain[static_cast<std::size_t>(level)] : full_sign(level);
  }
  [[nodiscard]] std::string sign_of(standing what) const {
    return what == standing::refused ? (ascii_ ? "_" : "·") : what == standing::undetermined ? "?" : " ";
  }

  [[nodiscard]] std::string axis() const {
    std::string out = "  " + left("0") + (ascii_ ? " +" : " └");
    for (const date day : months_) {
      const bool january = std::chrono::year_month_day{day}.month() == std::chrono::January;
      out += ascii_ ? (january ? "+" : "-") : (january ? "┴" : "─");
    }
    return out + "\n";
  }

  std::vector<date> months_;
  language lang_;
  bool ascii_;
  std::size_t label_width_ = 1;
};

/// The total, or the only amount, several lines high; the others below it, a line each.
SLIEKSNIS_INLINE std::string timeline_chart(const rule_book& book, const timeline& given,
                                            const timeline_sheet& sheet, language lang, chart_signs signs) {
  const std::vector<date> months = months_of(given.when);
  std::vector<chart_series> all;
  std::vector<benefit_course> courses;
  for (const timeline_column& one : sheet.columns) {
    all.push_back(series_of(book, one, months));
    courses.push_back(*one.course);
  }
  std::optional<chart_series> main;
  if (sheet.has_total) {
    main.emplace(chart_series{sheet.total_title, {}, true, 2, {}});
    for (const date day : months) {
      const rational sum = monthly_total(book, courses, day);
      main->cells.push_back({sum.sign() != 0                         ? standing::granted
                             : total_is_complete(book, courses, day) ? standing::refused
                                                                     : standing::undetermined,
                             sum});
    }
  } else if (all.size() == 1 && all.front().numbers) {
    main = std::move(all.front());
    all.clear();
  }
  chart_writer write(months, lang, signs);
  std::string out;
  if (main) {
    write.make_room(main->range() ? main->range()->second : rational(0), main->places);
    out += "  " + main->title + (main->unit.empty() ? ", EUR" : ", " + main->unit) + "\n" + write.high(*main);
  }
  if (!all.empty() && main) out += "\n";
  for (const chart_series& one : all) out += write.flat(one);
  return !all.empty() && !main ? out + write.years() : out;
}

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis
