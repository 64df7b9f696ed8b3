// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

#include "../table/csv_fields.hpp"
#include "study.hpp"
#include "study.ipp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// The long table: what a row is about, then its figures.
class study_csv_writer {
 public:
  study_csv_writer(const study_options& options, const study_result& made, const study_report& report)
      : options_(options), made_(made), report_(report), words_(options, made, report.lang) {}

  [[nodiscard]] std::string write() {
    out_ =
        "table,group,group_title,part,from,to,scenario,measure,measure_title,paid,unit,households,"
        "households_weight,granted,granted_weight,refused,refused_weight,undetermined,undetermined_weight,"
        "amount,amount_a_year,mean,amount_change,newly,newly_weight,no_longer,no_longer_weight,winners,"
        "winners_weight,gain,mean_gain,losers,losers_weight,loss,mean_loss,not_comparable,"
        "not_comparable_weight,made_up\n";
    study_table everyone;
    everyone.by.name = "all";
    group(everyone, made_.all, report_.lang == language::lv ? "visi" : "all");
    for (const study_table& table : made_.tables)
      for (const study_group& one : table.groups) group(table, one, words_.title(table, one));
    return without_personal_codes(std::move(out_));
  }

 private:
  void text(std::string_view what) {
    std::string field;
    append_csv(field, what, ',');
    cell(field);
  }
  void cell(std::string_view what) {
    if (!first_) out_ += ',';
    first_ = false;
    out_ += what;
  }
  void number(const std::optional<rational>& one) { cell(one ? exact_text(*one) : ""); }
  void count(const study_count& one) {
    cell(std::to_string(one.rows));
    cell(exact_text(one.weight));
  }
  void nothing(int cells) {
    for (int i = 0; i < cells; ++i) cell("");
  }

  void group(const study_table& table, const study_group& one, const std::string& title) {
    for (std::size_t s = 0; s < options_.scenarios.size(); ++s)
      for (std::size_t m = 0; m < made_.measures.size(); ++m) {
        const study_measure& measure = made_.measures[m];
        first_ = true;
        text(table.by.is_column ? "column:" + table.by.name : table.by.name);
        text(one.unknown ? "unknown" : one.value);
        text(title);
        cell(one.part > 0 ? std::to_string(one.part) : "");
        number(one.from);
        number(one.to);
        text(words_.scenario_id(s));
        text(words_.id(measure));
        text(words_.title(measure));
        cell(measure.has_amount ? name_of(measure.paid) : "");
        text(measure.has_amount ? to_string(measure.measure) : "");
        count(one.households);
        figures(measure, made_.figures(one, s, m), made_.figures(one, 0, m), s);
        cell(report_.made_up ? "true" : "false");
        out_ += "\n";
      }
  }

  void figures(const study_measure& of, const study_figures& now, const study_figures& then, std::size_t s) {
    count(now.granted);
    count(now.refused);
    count(now.undetermined);
    if (of.has_amount) {
      number(now.amount);
      number(words_.monthly(of) ? std::optional(now.amount * rational(12)) : std::nullopt);
      number(mean_of(now.amount, now.granted));
    } else {
      nothing(3);
    }
    if (!options_.compares || s == 0) return nothing(15);
    number(of.has_amount ? std::optional(now.amount - then.amount) : std::nullopt);
    count(now.newly);
    count(now.no_longer);
    if (of.has_amount) {
      moved(now.winners, now.gain);
      moved(now.losers, now.loss);
    } else {
      nothing(8);
    }
    count(now.unknown);
  }

  void moved(const study_count& who, const rational& how_much) {
    count(who);
    number(how_much);
    number(mean_of(how_much, who));
  }

  const study_options& options_;
  const study_result& made_;
  const study_report& report_;
  study_words words_;
  std::string out_;
  bool first_ = true;
};

}  // namespace detail

SLIEKSNIS_INLINE std::string study_csv(const study_options& options, const study_result& made,
                                       const study_report& report) {
  return detail::study_csv_writer(options, made, report).write();
}

}  // namespace v0
}  // namespace slieksnis
