// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <utility>

#include "../decide/reform_changes.hpp"
#include "batch_summary.ipp"
#include "json.ipp"
#include "study.hpp"
#include "study.ipp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

class study_json_writer {
 public:
  study_json_writer(const study_options& options, const study_result& made, const study_report& report)
      : options_(options), made_(made), report_(report), words_(options, made, report.lang) {}

  [[nodiscard]] ordered_json write() const {
    ordered_json out;
    out["compares"] = options_.compares;
    out["made_up"] = report_.made_up;
    out["notes"] = report_.notes;
    if (!report_.made.program.empty()) out["program"] = report_.made.program;
    if (!report_.made.rules.empty()) out["rules"] = report_.made.rules;
    out["weight_column"] = made_.weighted ? ordered_json(options_.weight_column) : ordered_json(nullptr);
    out["mean_rounding"] = ordered_json{{"to", "0.01"}, {"mode", "half_up"}};
    out["scenarios"] = scenarios();
    out["assumptions"] = doubts_.shared.assumptions;
    out["cautions"] = doubts_.shared.cautions;
    out["measures"] = ordered_json::array();
    for (const study_measure& one : made_.measures) out["measures"].push_back(measure(one));
    out["rows"] = rows();
    out["all"] = group(made_.all);
    out["tables"] = ordered_json::array();
    for (const study_table& one : made_.tables) out["tables"].push_back(table(one));
    return out;
  }

 private:
  [[nodiscard]] static ordered_json number(const std::optional<rational>& one) {
    return one ? ordered_json(exact_text(*one)) : ordered_json(nullptr);
  }
  [[nodiscard]] static ordered_json count(const study_count& one) {
    return {{"rows", one.rows}, {"weight", exact_text(one.weight)}};
  }

  [[nodiscard]] ordered_json scenarios() const {
    ordered_json result = ordered_json::array();
    for (std::size_t i = 0; i < options_.scenarios.size(); ++i) {
      const scenario& one = options_.scenarios[i];
      ordered_json out;
      out["id"] = words_.scenario_id(i);
      out["name"] = one.name;
      out["on"] = one.on ? ordered_json(to_string(*one.on)) : ordered_json(nullptr);
      out["reforms"] = ordered_json::array();
      for (const reform& changed : one.book->reforms()) out["reforms"].push_back(changed.name);
      out["changes"] = i < report_.changes.size() ? ordered_json(report_.changes[i]) : ordered_json::array();
      out["changed_versions"] = ordered_json::array();
      const std::vector<const plan*> plans =
          i < made_.plans.size() ? made_.plans[i] : std::vector<const plan*>();
      const rule_book& first = *options_.scenarios.front().book;
      for (const reform_change& change :
           one.book == &first ? reform_changes(first, plans) : reform_changes(first, *one.book, plans))
        out["changed_versions"].push_back(ordered_json{{"id", one.book->at(change.definition).name},
                                                       {"from", to_string(change.rule->when.from)},
                                                       {"to", to_string(change.rule->when.to)},
                                                       {"read", change.read}});
      out["assumptions"] = doubts_.own[i].assumptions;
      out["cautions"] = doubts_.own[i].cautions;
      result.push_back(std::move(out));
    }
    return result;
  }

  [[nodiscard]] ordered_json measure(const study_measure& one) const {
    constexpr std::string_view quantities[] = {"benefit", "total", "shortfall"};
    ordered_json out;
    out["id"] = words_.id(one);
    out["quantity"] = quantities[static_cast<std::size_t>(one.quantity)];
    out["title"] = words_.title(one);
    out["entity"] = words_.of_persons(one) ? "person" : "household";
    if (one.quantity == study_quantity::shortfall) {
      out["threshold"] = options_.threshold;
      out["income"] = options_.income;
    }
    out["paid"] = one.has_amount ? ordered_json(name_of(one.paid)) : ordered_json(nullptr);
    out["unit"] = one.has_amount ? ordered_json(to_string(one.measure)) : ordered_json(nullptr);
    return out;
  }

  [[nodiscard]] ordered_json rows() const {
    const batch_summary& read = made_.rows;
    ordered_json out;
    out["rows"] = read.rows;
    out["households"] = read.households;
    out["persons"] = read.persons;
    out["bad_rows"] = read.bad_rows;
    out["errors"] = read.errors;
    out["columns"] = ordered_json::array();
    for (const batch_column& one : read.columns) out["columns"].push_back(column_json(words_.book(), one));
    out["first_errors"] = ordered_json::array();
    for (const error& one : read.first_errors) out["first_errors"].push_back(error_json(one, report_.lang));
    return out;
  }

  [[nodiscard]] ordered_json figures(const study_group& of, std::size_t s, std::size_t m) const {
    const study_measure& measure = made_.measures[m];
    const study_figures& now = made_.figures(of, s, m);
    const study_figures& then = made_.figures(of, 0, m);
    ordered_json out;
    out["scenario"] = words_.scenario_id(s);
    out["measure"] = words_.id(measure);
    out["granted"] = count(now.granted);
    out["refused"] = count(now.refused);
    out["undetermined"] = count(now.undetermined);
    if (measure.has_amount) {
      out["amount"] = number(now.amount);
      if (words_.monthly(measure)) out["amount_a_year"] = number(now.amount * rational(12));
      out["mean"] = number(mean_of(now.amount, now.granted));
    }
    if (!options_.compares || s == 0) return out;
    if (measure.has_amount) out["amount_change"] = number(now.amount - then.amount);
    out["newly"] = count(now.newly);
    out["no_longer"] = count(now.no_longer);
    if (measure.has_amount) {
      out["winners"] = count(now.winners);
      out["gain"] = number(now.gain);
      out["mean_gain"] = number(mean_of(now.gain, now.winners));
      out["losers"] = count(now.losers);
      out["loss"] = number(now.loss);
      out["mean_loss"] = number(mean_of(now.loss, now.losers));
    }
    out["not_comparable"] = count(now.unknown);
    return out;
  }

  [[nodiscard]] ordered_json group(const study_group& one) const {
    ordered_json out;
    out["households"] = count(one.households);
    out["figures"] = ordered_json::array();
    for (std::size_t s = 0; s < options_.scenarios.size(); ++s)
      for (std::size_t m = 0; m < made_.measures.size(); ++m) out["figures"].push_back(figures(one, s, m));
    return out;
  }

  [[nodiscard]] ordered_json table(const study_table& one) const {
    ordered_json out;
    out["by"] = without_personal_codes(one.by.name);
    out["column"] = one.by.is_column;
    if (one.by.parts > 0) out["parts"] = one.by.parts;
    out["title"] = words_.title(one);
    out["unit"] = one.definition ? ordered_json(to_string(words_.book().at(*one.definition).what.measure))
                                 : ordered_json(nullptr);
    out["groups"] = ordered_json::array();
    for (const study_group& each : one.groups) {
      ordered_json told;
      told["title"] = words_.title(one, each);
      if (each.unknown) told["unknown"] = true;
      if (!each.value.empty()) told["value"] = without_personal_codes(each.value);
      if (each.part > 0) told["part"] = each.part;
      if (each.from) told["from"] = exact_text(*each.from);
      if (each.to) told["to"] = exact_text(*each.to);
      told.update(group(each));
      out["groups"].push_back(std::move(told));
    }
    return out;
  }

  const study_options& options_;
  const study_result& made_;
  const study_report& report_;
  study_words words_;
  study_doubts doubts_ = doubts_of_study(options_, made_, report_.lang);
};

}  // namespace detail

SLIEKSNIS_INLINE std::string study_json(const study_options& options, const study_result& made,
                                        const study_report& report) {
  return detail::study_json_writer(options, made, report)
             .write()
             .dump(2, ' ', false, detail::ordered_json::error_handler_t::replace) +
         "\n";
}

}  // namespace v0
}  // namespace slieksnis
