// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

#include <algorithm>

#include "population_sweep.hpp"
#include "sweep_json.ipp"
#include "sweep_text.ipp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

SLIEKSNIS_INLINE std::string measure_name(const rule_book& book, const study_measure& one) {
  if (one.quantity == study_quantity::benefit) return book.at(one.definition).name;
  return "benefits_" + std::string(slieksnis::name_of(one.paid));
}

SLIEKSNIS_INLINE std::string measure_title(const rule_book& book, const study_measure& one, language lang) {
  if (one.quantity == study_quantity::benefit) return capitalised(book.at(one.definition).title.in(lang));
  return words{"Pabalsti kopā", "Benefits in all"}.in(lang);
}

/// `EUR a month`, with how often where the unit does not say it.
SLIEKSNIS_INLINE std::string measure_unit(const rule_book& book, const study_measure& one, language lang) {
  const std::string often = payment_words(one.paid).in(lang);
  return book.unit_words(to_string(one.measure)).in(lang) + (often.empty() ? "" : " (" + often + ")");
}

/// What a recipient gets on average, to the cent.
SLIEKSNIS_INLINE std::optional<rational> mean_of_granted(const study_figures& of) {
  if (of.granted.weight.sign() == 0) return std::nullopt;
  return round(of.amount / of.granted.weight, rational(1, 100), rounding_mode::half_up);
}

SLIEKSNIS_INLINE const study_figures& figures_at(const population_sweep& given, std::size_t setting,
                                                 std::size_t measure) {
  return given.made.figures(given.made.all, setting, measure);
}

SLIEKSNIS_INLINE std::string plain_sum(const study_measure& of, const rational& amount) {
  definition like;
  like.what.kind = type_kind::number;
  like.what.measure = of.measure;
  return plain_value(like, value{amount});
}

}  // namespace detail

SLIEKSNIS_INLINE std::string population_sweep_csv(const rule_book& book, const population_sweep& given) {
  std::string out;
  for (const variation& one : given.varied)
    out += (out.empty() ? "" : ",") + detail::sweep_name(book, one.definition, one.person);
  out += ",households";
  for (const study_measure& one : given.made.measures) {
    const std::string name = "," + detail::measure_name(book, one);
    out += name + "_recipients" + name + "_undetermined";
    if (one.has_amount) out += name + "_amount" + name + "_mean";
  }
  out += ",made_up\n";
  for (std::size_t setting = 0; setting < given.settings.size(); ++setting) {
    for (std::size_t i = 0; i < given.varied.size(); ++i)
      out += (i == 0 ? "" : ",") +
             plain_value(book.at(given.varied[i].definition), value{given.settings[setting][i]});
    out += "," + to_string(given.made.all.households.weight);
    for (std::size_t i = 0; i < given.made.measures.size(); ++i) {
      const study_measure& of = given.made.measures[i];
      const study_figures& one = detail::figures_at(given, setting, i);
      out += "," + to_string(one.granted.weight) + "," + to_string(one.undetermined.weight);
      if (!of.has_amount) continue;
      const auto mean = detail::mean_of_granted(one);
      out += "," + detail::plain_sum(of, one.amount) + "," + (mean ? detail::plain_sum(of, *mean) : "");
    }
    out += given.made_up ? ",true\n" : ",false\n";
  }
  return out;
}

SLIEKSNIS_INLINE std::string population_sweep_json(const rule_book& book, const population_sweep& given,
                                                   language lang) {
  using detail::ordered_json;
  ordered_json out;
  out["on"] = given.on ? ordered_json(to_string(*given.on)) : ordered_json(nullptr);
  out["varied"] = ordered_json::array();
  for (const variation& one : given.varied) out["varied"].push_back(detail::varied_json(book, one, lang));
  out["households"] = to_string(given.made.all.households.weight);
  out["weighted"] = given.made.weighted;
  out["made_up"] = given.made_up;
  out["notes"] = given.notes;
  out["bad_rows"] = given.made.rows.bad_rows;
  out["mean_rounding"] = ordered_json{{"to", "0.01"}, {"mode", "half_up"}};
  out["measures"] = ordered_json::array();
  for (const study_measure& one : given.made.measures) {
    ordered_json measure;
    measure["id"] = detail::measure_name(book, one);
    measure["title"] = detail::measure_title(book, one, lang);
    measure["paid"] = one.has_amount ? ordered_json(slieksnis::name_of(one.paid)) : ordered_json(nullptr);
    measure["unit"] = one.has_amount ? ordered_json(to_string(one.measure)) : ordered_json(nullptr);
    out["measures"].push_back(std::move(measure));
  }
  out["settings"] = nullptr;  // a line each
  std::vector<ordered_json> settings;
  for (std::size_t setting = 0; setting < given.settings.size(); ++setting) {
    ordered_json line;
    line["at"] = ordered_json::array();
    for (std::size_t i = 0; i < given.varied.size(); ++i)
      line["at"].push_back(
          plain_value(book.at(given.varied[i].definition), value{given.settings[setting][i]}));
    line["measures"] = ordered_json::array();
    for (std::size_t i = 0; i < given.made.measures.size(); ++i) {
      const study_measure& of = given.made.measures[i];
      const study_figures& one = detail::figures_at(given, setting, i);
      ordered_json figures;
      figures["recipients"] = to_string(one.granted.weight);
      figures["refused"] = to_string(one.refused.weight);
      figures["undetermined"] = to_string(one.undetermined.weight);
      const auto mean = detail::mean_of_granted(one);
      figures["amount"] = of.has_amount ? ordered_json(detail::plain_sum(of, one.amount)) : nullptr;
      figures["mean"] = of.has_amount && mean ? ordered_json(detail::plain_sum(of, *mean)) : nullptr;
      line["measures"].push_back(std::move(figures));
    }
    settings.push_back(std::move(line));
  }
  return detail::with_settings(out, settings);
}

SLIEKSNIS_INLINE std::string population_sweep_text(const rule_book& book, const population_sweep& given,
                                                   const render_options& options) {
  const language lang = options.lang;
  const bool lv = lang == language::lv;
  constexpr std::size_t settings_shown = 60;
  std::string out;
  const auto line = [&](const std::string& text) { out += "  " + text + "\n"; };
  out += options.style.mark(
             options.style.heading,
             given.on ? detail::say(lang, "Aprēķins par {}", "Answer for {}", format_date(*given.on, lang))
             : lv     ? std::string("Aprēķins par katras rindas dienu")
                      : std::string("Answer for the day of each row")) +
         "\n";
  for (const variation& one : given.varied) line(detail::range_words(book, facts(book), one, lang));
  line(detail::say(lang, "mājsaimniecības: {}", "households: {}",
                   format_number(given.made.all.households.weight, 0, lang)));
  for (const std::string& note : given.notes) line(note);
  for (std::size_t i = 0; i < given.made.measures.size(); ++i) {
    const study_measure& of = given.made.measures[i];
    out += "\n" +
           options.style.mark(options.style.heading,
                              detail::measure_title(book, of, lang) +
                                  (of.has_amount ? ", " + detail::measure_unit(book, of, lang) : "")) +
           "\n";
    std::vector<std::vector<std::string>> rows(1);
    for (const variation& one : given.varied)
      rows[0].push_back(detail::sweep_name(book, one.definition, one.person));
    rows[0].push_back(lv ? "saņēmēji" : "recipients");
    if (of.has_amount) rows[0].insert(rows[0].end(), {lv ? "izmaksas" : "cost", lv ? "vidēji" : "mean"});
    bool open = false;
    for (std::size_t setting = 0; setting < given.settings.size(); ++setting)
      open = open || detail::figures_at(given, setting, i).undetermined.rows > 0;
    if (open) rows[0].push_back(lv ? "nevar noteikt" : "undetermined");
    for (std::size_t setting = 0; setting < std::min(given.settings.size(), settings_shown); ++setting) {
      const study_figures& one = detail::figures_at(given, setting, i);
      std::vector<std::string>& row = rows.emplace_back();
      for (std::size_t k = 0; k < given.varied.size(); ++k)
        row.push_back(
            format_bare(book.at(given.varied[k].definition), value{given.settings[setting][k]}, lang));
      row.push_back(format_number(one.granted.weight, 0, lang));
      const auto mean = detail::mean_of_granted(one);
      const int places = of.measure.of_money() ? 2 : 0;
      if (of.has_amount) row.push_back(format_number(one.amount, places, lang));
      if (of.has_amount) row.push_back(mean ? format_number(*mean, places, lang) : "");
      if (open) row.push_back(format_number(one.undetermined.weight, 0, lang));
    }
    out += detail::right_table(rows);
    if (given.settings.size() > settings_shown)
      line(lv ? "visus iestatījumus rāda --format csv" : "--format csv shows every setting");
  }
  return out;
}

}  // namespace v0
}  // namespace slieksnis
