// SPDX-License-Identifier: Apache-2.0
// What a study works out, found from its options; and what is wrong with them.
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "../source/nearest.hpp"
#include "study_groups.ipp"
#include "study_units.ipp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

class study_planner {
 public:
  study_planner(const study_options& options, const table_columns& columns, const batch_options& rows)
      : options_(options),
        columns_(columns),
        rows_(rows),
        book_(*options.scenarios.at(0).book),
        wanted_(rows.wanted) {
    find_measures();
    common_ = wanted_.size();
    for (const grouping& one : options.groups) find_group(one);
  }

  /// Throws `unusable` with all that was found wrong so far.
  void check() const {
    if (!errors_.empty()) throw unusable(errors_);
  }
  [[nodiscard]] const study_plan& plan() const noexcept { return plan_; }
  [[nodiscard]] const std::vector<group_source>& sources() const noexcept { return sources_; }

  /// What a scenario decides; groups are those of the first one.
  [[nodiscard]] std::vector<std::size_t> wanted_of(std::size_t scenario) {
    if (scenario == 0) return wanted_;
    std::vector<std::size_t> result;
    for (std::size_t i = 0; i < common_; ++i) result.push_back(in_book_of(scenario, wanted_[i]));
    return result;
  }
  [[nodiscard]] table_columns columns_of(std::size_t scenario) {
    table_columns result = columns_;
    for (std::size_t& id : result.facts) id = in_book_of(scenario, id);
    for (batch_column& one : result.columns)
      if (one.use == column_use::fact) one.definition = in_book_of(scenario, one.definition);
    return result;
  }

 private:
  void find_measures() {
    for (const std::size_t id : rows_.wanted) {
      const definition& of = book_.at(id);
      study_measure one{study_quantity::benefit, id, of.kind == definition_kind::benefit,
                        of.paid.value_or(payment::month), of.what.measure};
      plan_.measures.push_back(one);
    }
    plan_.benefits = rows_.wanted.size();
    std::vector<study_total> totals;
    for (std::size_t i = 0; i < rows_.wanted.size(); ++i) add_to_totals(totals, i);
    for (study_total& one : totals) {
      if (one.paid == payment::month) plan_.of_month = one;
      // One benefit of the household is a total already.
      if (one.parts.size() == 1 && !plan_.of_persons(book_, one.parts[0].wanted)) continue;
      plan_.measures.push_back({study_quantity::total, 0, true, one.paid, one.measure});
      plan_.totals.push_back(std::move(one));
    }
    if (!plan_.of_month) plan_.of_month = study_total{};
    if (!options_.threshold.empty()) find_shortfall();
  }

  void add_to_totals(std::vector<study_total>& totals, std::size_t place) const {
    const definition& of = book_.at(rows_.wanted[place]);
    if (of.kind != definition_kind::benefit || !of.in_total || of.paid == payment::service) return;
    total_part part{place, {}};
    for (std::size_t other = 0; other < rows_.wanted.size(); ++other)
      if (book_.at(rows_.wanted[other]).instead_of == rows_.wanted[place]) part.replaced_by.push_back(other);
    for (study_total& one : totals)
      if (one.paid == *of.paid && one.measure == of.what.measure) {
        one.parts.push_back(std::move(part));
        return;
      }
    totals.push_back({*of.paid, of.what.measure, {std::move(part)}});
  }

  void find_shortfall() {
    const auto threshold = of_household(options_.threshold);
    const auto income = of_household(options_.income);
    if (!threshold || !income) return;
    const unit& measure = book_.at(*threshold).what.measure;
    if (!(measure == book_.at(*income).what.measure)) {
      wrong(error_code::facts_kind, same(to_string(measure)), same(to_string(book_.at(*income).what.measure)),
            {"slieksnim un ienākumiem jābūt vienā mērvienībā", "threshold and income must have one unit"});
      return;
    }
    plan_.threshold = want(*threshold);
    plan_.income = want(*income);
    plan_.has_shortfall = true;
    plan_.measures.push_back({study_quantity::shortfall, 0, true, payment::month, measure});
  }

  std::optional<std::size_t> of_household(const std::string& name) {
    const auto id = known(name);
    if (!id) return std::nullopt;
    const definition& of = book_.at(*id);
    if (of.of != entity::person && of.what.is(type_kind::number)) return id;
    wrong(error_code::facts_kind, {"skaitlis par mājsaimniecību", "a number of the household"},
          same(in_quotes(name)), {});
    return std::nullopt;
  }

  std::optional<std::size_t> known(const std::string& name) {
    const auto id = book_.find_spoken(name);
    if (id) return id;
    std::vector<std::string> names;
    for (const definition& one : book_.definitions()) names.push_back(one.name);
    wrong(error_code::facts_unknown_name,
          {"zināms fakta, lieluma vai statusa nosaukums", "the name of a known fact, variable or status"},
          same(in_quotes(name)), did_you_mean(name, names));
    return std::nullopt;
  }

  void find_group(const grouping& by) {
    group_source made;
    made.by = by;
    if (by.is_column) {
      const auto at = std::find(rows_.group_columns.begin(), rows_.group_columns.end(), by.name);
      made.column = static_cast<std::size_t>(at - rows_.group_columns.begin());
      if (by.parts > 0 || !by.bounds.empty()) not_a_number(by.name);
      sources_.push_back(std::move(made));
      return;
    }
    const auto id = known(by.name);
    if (!id) return;
    const definition& of = book_.at(*id);
    made.by.name = of.name;
    made.of_persons = of.of == entity::person;
    const bool number = of.what.is(type_kind::number);
    const bool classes = by.parts > 0 || !by.bounds.empty();
    made.outcomes = of.what.is(type_kind::boolean) || of.kind == definition_kind::status ||
                    (of.kind == definition_kind::benefit && !classes);
    made.texts = of.what.is_enumeration() || of.what.is(type_kind::text);
    if (classes && (!number || made.outcomes)) not_a_number(of.name);
    if (!number && !made.outcomes && !made.texts)
      wrong(error_code::facts_kind,
            {"skaitlis, izvēle, statuss vai jā un nē", "a number, a choice, a status or yes and no"},
            described(of.what), {});
    if (made.of_persons && made.texts)
      wrong(error_code::facts_entity, {"mājsaimniecības lielums", "a value of the household"},
            {of.name + ", kas ir " + value_of(of.of).lv, of.name + ", " + value_of(of.of).en}, {});
    if (made.of_persons && !columns_.of_persons())
      wrong(error_code::facts_entity,
            {"rindas, kas ir personas: " + of.latvian + " ir katrai personai",
             "rows that are persons: each person has " + of.name},
            {"rindas, kas ir mājsaimniecības", "rows that are households"},
            {"norādiet kolonnu, kas rāda, kurai mājsaimniecībai persona pieder",
             "say which column tells to which household a person belongs"});
    const rational scale = rational::power(rational(10), group_decimals);
    for (std::size_t i = 0; i < by.bounds.size(); ++i) {
      const auto bound = (-(-(by.bounds[i] * scale)).floor()).as_integer();
      if (!bound || (i > 0 && by.bounds[i] <= by.bounds[i - 1])) {
        wrong(error_code::facts_kind, {"robežas, kas pieaug", "bounds that rise"},
              same(to_string(by.bounds[i])), {});
        break;
      }
      made.bounds.push_back(*bound);
    }
    made.wanted = want(*id);
    sources_.push_back(std::move(made));
  }

  void not_a_number(const std::string& name) {
    wrong(error_code::facts_kind,
          {"skaitlis, ko var dalīt daļās vai grupās", "a number, which can be parted or classed"},
          same(in_quotes(name)), {});
  }

  std::size_t want(std::size_t id) {
    const auto at = std::find(wanted_.begin(), wanted_.end(), id);
    if (at != wanted_.end()) return static_cast<std::size_t>(at - wanted_.begin());
    wanted_.push_back(id);
    return wanted_.size() - 1;
  }

  std::size_t in_book_of(std::size_t scenario, std::size_t id) {
    const rule_book& other = *options_.scenarios[scenario].book;
    if (&other == &book_) return id;
    const std::string& name = book_.at(id).name;
    if (const auto found = other.find(name)) return *found;
    wrong(error_code::facts_unknown_name,
          {"nosaukums, kas ir visos salīdzinātajos noteikumos", "a name that all compared rules have"},
          same(in_quotes(name)), {});
    return id;
  }

  void wrong(error_code code, words expected, words found, words hint) {
    errors_.emplace_back(code, rows_.file, complaint{std::move(expected), std::move(found), std::move(hint)});
  }

  const study_options& options_;
  const table_columns& columns_;
  const batch_options& rows_;
  const rule_book& book_;
  std::vector<std::size_t> wanted_;
  std::size_t common_ = 0;  ///< the first of them are for all scenarios
  study_plan plan_;
  std::vector<group_source> sources_;
  std::vector<error> errors_;
};

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis
