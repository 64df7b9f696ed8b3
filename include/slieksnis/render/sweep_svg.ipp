// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <utility>

#include "line_chart.hpp"
#include "sweep.hpp"
// Below its header: alone the header includes it.
#include "sweep.ipp"
#include "sweep_svg.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// Turns a sweep into charts.
class sweep_drawer {
 public:
  sweep_drawer(const rule_book& book, const facts& stated, const sweep& given, const render_options& options)
      : book_(book),
        stated_(stated),
        given_(given),
        options_(options),
        lang_(options.lang),
        lv_(options.lang == language::lv) {}

  [[nodiscard]] std::string draw() const {
    if (given_.varied.size() == 1) return line_chart_svg(lines(), lang_);
    constexpr std::size_t few = 7;  // more lines cannot be told apart
    if (std::min(given_.counts[0], given_.counts[1]) <= few)
      return line_chart_svg(family(given_.counts[0] < given_.counts[1] ? 1 : 0), lang_);
    return heat_map_svg(shades(), lang_);
  }

 private:
  [[nodiscard]] std::string title_of(std::size_t varied) const {
    const variation& one = given_.varied[varied];
    return sweep_title(book_, stated_, one.definition, one.person, lang_);
  }
  [[nodiscard]] std::string with_unit(std::size_t varied) const {
    const std::string unit = unit_of(given_.varied[varied].definition);
    return title_of(varied) + (unit.empty() ? "" : ", " + unit);
  }
  [[nodiscard]] std::string unit_of(std::size_t definition) const {
    const unit& measure = book_.at(definition).what.measure;
    return measure.pure() ? "" : book_.unit_words(to_string(measure)).in(lang_);
  }
  [[nodiscard]] std::string euro() const { return book_.unit_words("EUR/month").in(lang_); }

  [[nodiscard]] std::string heading() const {
    std::vector<std::string> titles;
    for (const sweep_column& one : given_.columns)
      if (has_amount(book_, one))
        titles.push_back(sweep_title(book_, stated_, one.benefit, one.person, lang_));
    return titles.size() == 1 ? titles.front() : lv_ ? "Pabalsti" : "Benefits";
  }

  [[nodiscard]] std::string subtitle() const {
    std::string result = format_date(given_.on, lang_);
    for (std::size_t i = 0; i < given_.varied.size(); ++i) {
      const variation& one = given_.varied[i];
      const definition& of = book_.at(one.definition);
      result += "; " + title_of(i) + " " + format_bare(of, value{one.first}, lang_) + "–" +
                format_value(book_, of, value{one.last}, lang_);
      if (one.since) result += say(lang_, " no {}", " from {}", format_date(*one.since, lang_));
    }
    return result;
  }

  [[nodiscard]] std::vector<chart_note> notes() const {
    const sweep_doubts doubts = doubts_of(book_, stated_, given_, options_);
    return {{lv_ ? "Vajadzīgs, lai noteiktu" : "Needed to decide", needs_of(book_, given_)},
            {lv_ ? "Pieņēmumi" : "Assumptions", doubts.assumptions},
            {lv_ ? "Ņemt vērā" : "Take care", doubts.cautions}};
  }

  /// Whether some benefit that adds to the monthly total is not decided: then it may be more.
  [[nodiscard]] bool complete(const sweep_setting& setting) const {
    for (std::size_t i = 0; i < given_.columns.size(); ++i) {
      const definition& of = book_.at(given_.columns[i].benefit);
      if (of.in_total && of.paid == payment::month && setting.cells[i].outcome == outcome::undetermined)
        return false;
    }
    return true;
  }

  template <typename Value>
  [[nodiscard]] chart_line line_of(std::string title, const Value& value_at) const {
    chart_line result{std::move(title), {}};
    for (const sweep_setting& setting : given_.settings)
      result.points.emplace_back(setting.at[0], value_at(setting));
    return result;
  }

  [[nodiscard]] line_chart lines() const {
    line_chart chart{heading(), subtitle(), with_unit(0), {}, notes()};
    if (given_.income) {
      chart_panel budget{lv_ ? "Pašu ienākumi un pabalsti" : "Own income and benefits", euro(), 2, {}};
      budget.lines.push_back(line_of(lv_ ? "kopā" : "in all", [&](const sweep_setting& one) {
        return complete(one) ? std::optional(*one.own_income + one.benefits) : std::nullopt;
      }));
      budget.lines.push_back(line_of(lv_ ? "pašu ienākumi" : "own income",
                                     [](const sweep_setting& one) { return one.own_income; }));
      budget.lines.push_back(line_of(lv_ ? "pabalsti" : "benefits", [&](const sweep_setting& one) {
        return complete(one) ? std::optional(one.benefits) : std::nullopt;
      }));
      chart.panels.push_back(std::move(budget));
    }
    for (chart_panel& one : panels_of_benefits()) chart.panels.push_back(std::move(one));
    if (given_.income) chart.panels.push_back(loss_panel());
    return chart;
  }

  /// A panel for each unit; of one benefit under a budget line none, since it would say the same.
  [[nodiscard]] std::vector<chart_panel> panels_of_benefits() const {
    std::vector<chart_panel> result;
    for (std::size_t i = 0; i < given_.columns.size(); ++i) {
      const sweep_column& column = given_.columns[i];
      if (!has_amount(book_, column)) continue;
      const definition& of = book_.at(column.benefit);
      const std::string often = of.paid ? payment_words(*of.paid).in(lang_) : std::string();
      const std::string unit = unit_of(column.benefit) + (often.empty() ? "" : " (" + often + ")");
      auto panel = std::find_if(result.begin(), result.end(),
                                [&](const chart_panel& one) { return one.unit == unit; });
      if (panel == result.end())
        panel = result.insert(
            result.end(),
            {lv_ ? "Katrs pabalsts" : "Each benefit", unit, of.what.measure.of_money() ? 2 : 0, {}});
      panel->lines.push_back(line_of(sweep_title(book_, stated_, column.benefit, column.person, lang_),
                                     [&](const sweep_setting& one) { return amount_of_cell(one.cells[i]); }));
    }
    for (chart_panel& panel : result)
      if (panel.lines.size() == 1) panel.title = panel.lines[0].title;
    if (given_.income && result.size() == 1 && result[0].lines.size() == 1 && result[0].unit == euro())
      result.clear();
    return result;
  }

  [[nodiscard]] static std::optional<rational> amount_of_cell(const sweep_cell& cell) {
    if (cell.outcome == outcome::refused) return rational(0);
    return cell.amount;
  }

  /// Between two settings the loss is one number, so it is drawn level.
  [[nodiscard]] chart_panel loss_panel() const {
    const std::string title = lv_ ? "Cik zaudē no katra nopelnītā eiro" : "What is lost of each euro earned";
    chart_line line{title, {}};
    for (std::size_t i = 1; i < given_.settings.size(); ++i) {
      const auto& loss = given_.settings[i].marginal_loss;
      line.points.emplace_back(given_.settings[i - 1].at[0], loss);
      line.points.emplace_back(given_.settings[i].at[0], loss);
    }
    return {title, "EUR", 2, {std::move(line)}};
  }

  [[nodiscard]] std::optional<rational> benefits_at(std::size_t first, std::size_t second) const {
    const sweep_setting& one = given_.settings[given_.index(first, second)];
    return complete(one) ? std::optional(one.benefits) : std::nullopt;
  }

  [[nodiscard]] std::string benefits_title() const { return lv_ ? "Pabalsti kopā" : "Benefits in all"; }

  /// `across` is the variation on the horizontal; each number of the other one is a line.
  [[nodiscard]] line_chart family(std::size_t across) const {
    line_chart chart{heading(), subtitle(), with_unit(across), {}, notes()};
    const std::size_t other = 1 - across;
    chart_panel panel{benefits_title(), euro(), 2, {}};
    chart_panel all{lv_ ? "Pašu ienākumi un pabalsti kopā" : "Own income and benefits in all", euro(), 2, {}};
    for (std::size_t i = 0; i < given_.counts[other]; ++i) {
      chart_line line;
      chart_line sum;
      for (std::size_t k = 0; k < given_.counts[across]; ++k) {
        const std::size_t index = across == 0 ? given_.index(k, i) : given_.index(i, k);
        const sweep_setting& one = given_.settings[index];
        const auto benefits = across == 0 ? benefits_at(k, i) : benefits_at(i, k);
        if (k == 0)
          line.title = sum.title =
              spoken_name(book_, book_.at(given_.varied[other].definition), lang_) + " " +
              format_bare(book_.at(given_.varied[other].definition), value{one.at[other]}, lang_);
        line.points.emplace_back(one.at[across], benefits);
        if (given_.income)
          sum.points.emplace_back(one.at[across],
                                  benefits ? std::optional(*benefits + *one.own_income) : std::nullopt);
      }
      panel.lines.push_back(std::move(line));
      if (given_.income) all.lines.push_back(std::move(sum));
    }
    chart.panels.push_back(std::move(panel));
    if (given_.income) chart.panels.push_back(std::move(all));
    return chart;
  }

  [[nodiscard]] heat_map shades() const {
    heat_map map{heading(), subtitle(), with_unit(0), with_unit(1), benefits_title() + ", " + euro(),
                 {},        {},         {},           notes()};
    for (std::size_t x = 0; x < given_.counts[0]; ++x)
      map.xs.push_back(given_.settings[given_.index(x)].at[0]);
    for (std::size_t y = 0; y < given_.counts[1]; ++y)
      map.ys.push_back(given_.settings[given_.index(0, y)].at[1]);
    for (std::size_t x = 0; x < given_.counts[0]; ++x)
      for (std::size_t y = 0; y < given_.counts[1]; ++y) map.values.push_back(benefits_at(x, y));
    return map;
  }

  const rule_book& book_;
  const facts& stated_;
  const sweep& given_;
  const render_options& options_;
  language lang_;
  bool lv_;
};

}  // namespace detail

SLIEKSNIS_INLINE std::string sweep_svg(const rule_book& book, const facts& stated, const sweep& given,
                                       const render_options& options) {
  return detail::sweep_drawer(book, stated, given, options).draw();
}

}  // namespace v0
}  // namespace slieksnis
