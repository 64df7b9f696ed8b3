// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <utility>

#include "line_chart.hpp"
#include "population_sweep.hpp"
#include "population_sweep.ipp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// Turns a sweep of a population into charts.
class population_sweep_drawer {
 public:
  population_sweep_drawer(const rule_book& book, const population_sweep& given, language lang)
      : book_(book), given_(given), lang_(lang), lv_(lang == language::lv) {}

  [[nodiscard]] std::string draw() const {
    if (given_.varied.size() == 1) return line_chart_svg(lines(), lang_);
    constexpr std::size_t few = 7;
    if (std::min(given_.counts[0], given_.counts[1]) <= few)
      return line_chart_svg(family(given_.counts[0] < given_.counts[1] ? 1 : 0), lang_);
    return heat_map_svg(shades(), lang_);
  }

 private:
  [[nodiscard]] std::string title_of(std::size_t varied) const {
    const definition& of = book_.at(given_.varied[varied].definition);
    const std::string unit =
        of.what.measure.pure() ? "" : book_.unit_words(to_string(of.what.measure)).in(lang_);
    return capitalised(of.title.in(lang_)) + (unit.empty() ? "" : ", " + unit);
  }

  [[nodiscard]] std::vector<chart_note> notes() const {
    return {{lv_ ? "Ņemt vērā" : "Take care", given_.notes}};
  }

  [[nodiscard]] std::string heading() const { return lv_ ? "Izmaksas un saņēmēji" : "Cost and recipients"; }
  [[nodiscard]] std::string subtitle() const {
    std::string result = given_.on ? format_date(*given_.on, lang_)
                         : lv_     ? std::string("katras rindas diena")
                                   : std::string("the day of each row");
    result += "; " + say(lang_, "mājsaimniecības: {}", "households: {}",
                         format_number(given_.made.all.households.weight, 0, lang_));
    for (const variation& one : given_.varied)
      if (one.since)
        result += "; " + say(lang_, "{} no {}", "{} from {}", book_.at(one.definition).title.in(lang_),
                             format_date(*one.since, lang_));
    return result;
  }

  /// What monthly benefits cost in all; of several benefits their sum is a measure of its own.
  [[nodiscard]] std::optional<std::size_t> cost_measure() const {
    std::optional<std::size_t> result;
    for (std::size_t i = 0; i < given_.made.measures.size(); ++i) {
      const study_measure& one = given_.made.measures[i];
      if (!one.has_amount || one.paid != payment::month || !one.measure.of_money()) continue;
      if (!result || one.quantity == study_quantity::total) result = i;
    }
    return result;
  }

  [[nodiscard]] line_chart lines() const {
    line_chart chart{heading(), subtitle(), title_of(0), {}, notes()};
    chart_panel recipients{lv_ ? "Saņēmēji" : "Recipients", "", 0, {}};
    for (std::size_t i = 0; i < given_.made.measures.size(); ++i) {
      const study_measure& of = given_.made.measures[i];
      chart_line counted{measure_title(book_, of, lang_), {}};
      chart_line cost = counted;
      for (std::size_t setting = 0; setting < given_.settings.size(); ++setting) {
        const study_figures& one = figures_at(given_, setting, i);
        counted.points.emplace_back(given_.settings[setting][0], one.granted.weight);
        cost.points.emplace_back(given_.settings[setting][0], one.amount);
      }
      // Of a total who receives anything at all is told by the benefits themselves.
      if (of.quantity == study_quantity::benefit) recipients.lines.push_back(std::move(counted));
      if (!of.has_amount) continue;
      const std::string unit = measure_unit(book_, of, lang_);
      auto panel = std::find_if(chart.panels.begin(), chart.panels.end(),
                                [&](const chart_panel& one) { return one.unit == unit; });
      if (panel == chart.panels.end())
        panel = chart.panels.insert(chart.panels.end(),
                                    {lv_ ? "Izmaksas" : "Cost", unit, of.measure.of_money() ? 2 : 0, {}});
      panel->lines.push_back(std::move(cost));
    }
    chart.panels.push_back(std::move(recipients));
    return chart;
  }

  [[nodiscard]] line_chart family(std::size_t across) const {
    const std::size_t other = 1 - across;
    line_chart chart{heading(), subtitle(), title_of(across), {}, notes()};
    const auto measure = cost_measure();
    if (!measure) return chart;
    const study_measure& of = given_.made.measures[*measure];
    chart_panel cost{measure_title(book_, of, lang_), measure_unit(book_, of, lang_), 2, {}};
    chart_panel recipients{lv_ ? "Saņēmēji" : "Recipients", "", 0, {}};
    for (std::size_t i = 0; i < given_.counts[other]; ++i) {
      chart_line spent;
      chart_line counted;
      for (std::size_t k = 0; k < given_.counts[across]; ++k) {
        const std::size_t setting = across == 0 ? k * given_.counts[1] + i : i * given_.counts[1] + k;
        const study_figures& one = figures_at(given_, setting, *measure);
        const definition& varied = book_.at(given_.varied[other].definition);
        if (k == 0)
          spent.title = counted.title = spoken_name(book_, varied, lang_) + " " +
                                        format_bare(varied, value{given_.settings[setting][other]}, lang_);
        spent.points.emplace_back(given_.settings[setting][across], one.amount);
        counted.points.emplace_back(given_.settings[setting][across], one.granted.weight);
      }
      cost.lines.push_back(std::move(spent));
      recipients.lines.push_back(std::move(counted));
    }
    chart.panels.push_back(std::move(cost));
    chart.panels.push_back(std::move(recipients));
    return chart;
  }

  [[nodiscard]] heat_map shades() const {
    const auto measure = cost_measure();
    heat_map map{heading(), subtitle(), title_of(0), title_of(1), "", {}, {}, {}, notes()};
    for (std::size_t x = 0; x < given_.counts[0]; ++x)
      map.xs.push_back(given_.settings[x * given_.counts[1]][0]);
    for (std::size_t y = 0; y < given_.counts[1]; ++y) map.ys.push_back(given_.settings[y][1]);
    for (std::size_t i = 0; i < given_.settings.size(); ++i)
      map.values.push_back(measure ? std::optional(figures_at(given_, i, *measure).amount) : std::nullopt);
    if (measure)
      map.unit = measure_title(book_, given_.made.measures[*measure], lang_) + ", " +
                 measure_unit(book_, given_.made.measures[*measure], lang_);
    return map;
  }

  const rule_book& book_;
  const population_sweep& given_;
  language lang_;
  bool lv_;
};

}  // namespace detail

SLIEKSNIS_INLINE std::string population_sweep_svg(const rule_book& book, const population_sweep& given,
                                                  language lang) {
  return detail::population_sweep_drawer(book, given, lang).draw();
}

}  // namespace v0
}  // namespace slieksnis
