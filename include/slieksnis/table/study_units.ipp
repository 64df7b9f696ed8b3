// SPDX-License-Identifier: Apache-2.0
// How the households and persons of a block stand in one scenario, measure by measure.
#pragma once

#include <algorithm>
#include <deque>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "decide_rows.hpp"
#include "tally.ipp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// One of the benefits that a total adds up.
struct total_part {
  std::size_t wanted = 0;
  std::vector<std::size_t> replaced_by;  ///< wanted benefits that take its place where they are granted
};

/// What is worked out beside the benefits themselves; places are among the wanted definitions.
struct study_total {
  payment paid = payment::month;
  unit measure;
  std::vector<total_part> parts;
};

struct study_plan {
  std::vector<study_measure> measures;
  std::size_t benefits = 0;             ///< the first measures, wanted definition by definition
  std::vector<study_total> totals;      ///< of the measures behind them
  std::optional<study_total> of_month;  ///< what counts against the threshold
  bool has_shortfall = false;           ///< the last measure
  std::size_t threshold = 0;
  std::size_t income = 0;

  [[nodiscard]] bool of_persons(const rule_book& book, std::size_t measure) const {
    return measure < benefits && book.at(measures[measure].definition).of == entity::person;
  }
};

/// One measure of a block in one scenario: by household, or by person in the order of the rows.
struct unit_values {
  std::vector<outcome> outcomes;
  std::vector<std::int64_t> amounts;
  std::map<std::size_t, rational> others;  ///< amounts that whole numbers of the decimals do not hold

  void clear(std::size_t count) {
    outcomes.assign(count, outcome::refused);
    amounts.assign(count, 0);
    others.clear();
  }
  [[nodiscard]] rational exactly(std::size_t at, int decimals) const {
    if (!others.empty())
      if (const auto other = others.find(at); other != others.end()) return other->second;
    return rational(amounts[at]) / rational::power(rational(10), decimals);
  }
  void put(std::size_t at, const rational& amount, int decimals) {
    if (const auto whole = (amount * rational::power(rational(10), decimals)).as_integer())
      amounts[at] = *whole;
    else
      others[at] = amount;
  }
};

[[nodiscard]] inline std::uint64_t size_bits(std::int64_t number) noexcept {
  return static_cast<std::uint64_t>(number ^ (number >> 63));
}

/// How `now` stands beside `before`; the two may be the same.
inline void stand(const unit_values& before, const unit_values& now, bool has_amount, bool compares,
                  int decimals, standing_column& to) {
  const std::size_t count = now.outcomes.size();
  to.standings.resize(count);
  to.amounts.clear();
  to.changes.clear();
  to.others.clear();
  to.bits = 0;
  const auto known = [&](std::size_t at) {
    return before.outcomes[at] != outcome::undetermined && now.outcomes[at] != outcome::undetermined;
  };
  bool overflow = false;
  if (has_amount) {
    to.amounts = now.amounts;
    for (const std::int64_t one : to.amounts) to.bits |= size_bits(one);
  }
  if (!has_amount || !compares) {
    for (std::size_t i = 0; i < count; ++i)
      to.standings[i] = standing_of(before.outcomes[i], now.outcomes[i], 0);
  } else {
    to.changes.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
      std::int64_t change = 0;
      overflow |= __builtin_sub_overflow(now.amounts[i], before.amounts[i], &change);
      if (!known(i)) change = 0;
      to.changes[i] = change;
      to.bits |= size_bits(change);
      to.standings[i] =
          standing_of(before.outcomes[i], now.outcomes[i], (change > 0 ? 1 : 0) - (change < 0 ? 1 : 0));
    }
  }
  if (!overflow && before.others.empty() && now.others.empty()) return;
  // Rare: what whole numbers do not hold.
  const auto exact = [&](std::size_t at) {
    exact_amounts other;
    other.granted = now.exactly(at, decimals);
    to.amounts[at] = 0;
    if (compares) {
      to.changes[at] = 0;
      const rational change = known(at) ? other.granted - before.exactly(at, decimals) : rational(0);
      (change.sign() > 0 ? other.gain : other.loss) = change.sign() > 0 ? change : -change;
      to.standings[at] = standing_of(before.outcomes[at], now.outcomes[at], change.sign());
    }
    to.others[at] = std::move(other);
  };
  for (const auto* values : {&before, &now})
    for (const auto& one : values->others) exact(one.first);
  std::int64_t ignored = 0;
  for (std::size_t i = 0; i < count && overflow; ++i)
    if (__builtin_sub_overflow(now.amounts[i], before.amounts[i], &ignored)) exact(i);
}

/// Works them out; for one thread. Memory is used again.
class study_units {
 public:
  study_units(const rule_book& book, const study_plan& plan) : book_(book), plan_(plan) {
    values_.resize(plan.measures.size());
  }

  /// `decimals` are those of each measure; one that is 0 or more stays.
  void find(const fact_rows& rows, const household_rows& households, const row_decisions& decided,
            std::vector<int>& decimals) {
    rows_ = &rows;
    households_ = &households;
    decided_ = &decided;
    for (std::size_t m = 0; m < plan_.benefits; ++m) gather(m, m, values_[m], decimals[m]);
    for (std::size_t t = 0; t < plan_.totals.size(); ++t) {
      const std::size_t m = plan_.benefits + t;
      add_up(plan_.totals[t], values_[m], decimals, decimals[m]);
    }
    if (plan_.has_shortfall) shortfall(values_.back(), decimals, decimals.back());
  }

  [[nodiscard]] const unit_values& of(std::size_t measure) const noexcept { return values_[measure]; }

 private:
  /// The decided place of a household, or of its first person.
  [[nodiscard]] decision_place place_of(std::size_t household) const {
    const std::size_t row = households_->offsets()[household];
    return decided_->places().empty()
               ? decision_place{0, static_cast<std::uint32_t>(household), static_cast<std::uint32_t>(row)}
               : decided_->places()[row];
  }

  /// Brings one wanted definition into the order of the block.
  void gather(std::size_t wanted, std::size_t measure, unit_values& to, int& decimals) {
    gather(wanted, measure < plan_.benefits && plan_.of_persons(book_, measure), to, decimals);
  }
  void gather(std::size_t wanted, bool of_persons, unit_values& to, int& decimals) {
    const std::size_t size = of_persons ? rows_->size() : households_->size();
    const auto& days = decided_->days();
    if (!of_persons && decided_->places().empty() && decided_->day_count() == 1 && days[0].day->decider &&
        as_it_is(days[0].decisions.columns[wanted], to, decimals))
      return;
    to.clear(size);
    for (std::size_t k = 0; k < decided_->day_count(); ++k) {
      if (!days[k].day->decider) continue;
      const decision_column& from = days[k].decisions.columns[wanted];
      if (decimals < 0) decimals = std::max(2, from.decimals);
      const bool whole_block = decided_->places().empty();
      const std::size_t count = whole_block ? households_->size() : days[k].households.size();
      for (std::size_t i = 0; i < count; ++i) {
        const std::size_t household = whole_block ? i : days[k].households[i];
        if (!of_persons) {
          copy(from, i, to, household, decimals);
          continue;
        }
        const std::size_t first = households_->offsets()[household];
        const std::size_t person = place_of(household).person;
        const std::size_t persons = households_->offsets()[household + 1] - first;
        for (std::size_t p = 0; p < persons; ++p) copy(from, person + p, to, first + p, decimals);
      }
    }
    if (decimals < 0) decimals = 2;
  }

  /// One day for all rows: the column has the order of the block.
  static bool as_it_is(const decision_column& from, unit_values& to, int& decimals) {
    if (decimals < 0) decimals = std::max(2, from.decimals);
    if (!from.other_amounts.empty() || (from.has_amounts && from.decimals != decimals)) return false;
    to.others.clear();
    to.outcomes = from.outcomes;
    if (from.has_amounts)
      to.amounts = from.amounts;
    else
      to.amounts.assign(from.outcomes.size(), 0);
    return true;
  }

  static void copy(const decision_column& from, std::size_t at, unit_values& to, std::size_t place,
                   int decimals) {
    to.outcomes[place] = from.outcomes[at];
    if (!from.has_amounts) return;
    std::int64_t amount = from.amounts[at];
    bool fits = from.decimals <= decimals && (from.other_amounts.empty() || !from.other_amounts.contains(at));
    for (int i = from.decimals; fits && i < decimals; ++i)
      fits = !__builtin_mul_overflow(amount, std::int64_t{10}, &amount);
    if (fits)
      to.amounts[place] = amount;
    else
      to.put(place, from.amount(at), decimals);
  }

  /// Whether a household has a benefit, as a household or as one of its persons.
  [[nodiscard]] bool is_granted(std::size_t wanted, std::size_t household) const {
    const auto& outcomes = values_[wanted].outcomes;
    if (!plan_.of_persons(book_, wanted)) return outcomes[household] == outcome::granted;
    for (std::size_t row = households_->offsets()[household]; row < households_->offsets()[household + 1];
         ++row)
      if (outcomes[row] == outcome::granted) return true;
    return false;
  }

  void add_up(const study_total& total, unit_values& to, const std::vector<int>& decimals, int& of_total) {
    if (of_total < 0) {
      of_total = 2;
      for (const total_part& part : total.parts) of_total = std::max(of_total, decimals[part.wanted]);
    }
    to.clear(households_->size());
    for (const total_part& part : total.parts) {
      const unit_values& from = values_[part.wanted];
      const bool of_persons = plan_.of_persons(book_, part.wanted);
      if (!of_persons && part.replaced_by.empty() && decimals[part.wanted] == of_total &&
          add_plainly(from, to))
        continue;
      for (std::size_t household = 0; household < households_->size(); ++household) {
        const bool replaced = std::any_of(part.replaced_by.begin(), part.replaced_by.end(),
                                          [&](std::size_t other) { return is_granted(other, household); });
        const std::size_t first = of_persons ? households_->offsets()[household] : household;
        const std::size_t last = of_persons ? households_->offsets()[household + 1] : household + 1;
        for (std::size_t at = first; at < last && !replaced; ++at)
          add(from, at, decimals[part.wanted], to, household, of_total);
      }
    }
  }

  /// Households beside households in whole numbers; false, and nothing is added, where one would overflow.
  static bool add_plainly(const unit_values& from, unit_values& to) {
    if (!from.others.empty() || !to.others.empty()) return false;
    const std::size_t count = to.outcomes.size();
    std::uint64_t bits = 0;
    for (const auto* numbers : {&from.amounts, &std::as_const(to).amounts})
      for (const std::int64_t one : *numbers) bits |= size_bits(one);
    if (bits >> 62U != 0) return false;
    for (std::size_t i = 0; i < count; ++i) to.amounts[i] += from.amounts[i];
    static_assert(outcome::granted < outcome::refused && outcome::refused < outcome::undetermined);
    for (std::size_t i = 0; i < count; ++i) {
      const outcome a = to.outcomes[i];
      const outcome b = from.outcomes[i];
      const outcome greater = a > b ? a : b;
      to.outcomes[i] = greater == outcome::undetermined ? greater : a < b ? a : b;
    }
    return true;
  }

  static void add(const unit_values& from, std::size_t at, int decimals, unit_values& to,
                  std::size_t household, int of_total) {
    const outcome made = from.outcomes[at];
    outcome& sum = to.outcomes[household];
    if (made == outcome::undetermined)
      sum = outcome::undetermined;
    else if (made == outcome::granted && sum == outcome::refused)
      sum = outcome::granted;
    if (made != outcome::granted) return;
    std::int64_t next = 0;
    if (from.others.empty() && to.others.empty() && decimals == of_total &&
        !__builtin_add_overflow(to.amounts[household], from.amounts[at], &next)) {
      to.amounts[household] = next;
      return;
    }
    const rational all = to.exactly(household, of_total) + from.exactly(at, decimals);
    to.amounts[household] = 0;
    to.others.erase(household);
    to.put(household, all, of_total);
  }

  void shortfall(unit_values& to, const std::vector<int>& decimals, int& of_shortfall) {
    gather(plan_.threshold, false, threshold_, threshold_decimals_);
    gather(plan_.income, false, income_, income_decimals_);
    int month_decimals = -1;
    add_up(*plan_.of_month, month_, decimals, month_decimals);
    if (of_shortfall < 0) of_shortfall = std::max({threshold_decimals_, income_decimals_, month_decimals});
    to.clear(households_->size());
    const bool plain = threshold_.others.empty() && income_.others.empty() && month_.others.empty() &&
                       threshold_decimals_ == of_shortfall && income_decimals_ == of_shortfall &&
                       month_decimals == of_shortfall;
    for (std::size_t i = 0; i < households_->size(); ++i) {
      if (threshold_.outcomes[i] != outcome::granted || income_.outcomes[i] != outcome::granted ||
          month_.outcomes[i] == outcome::undetermined) {
        to.outcomes[i] = outcome::undetermined;
        continue;
      }
      std::int64_t missing = 0;
      if (plain && !__builtin_sub_overflow(threshold_.amounts[i], income_.amounts[i], &missing) &&
          !__builtin_sub_overflow(missing, month_.amounts[i], &missing)) {
        if (missing <= 0) continue;
        to.amounts[i] = missing;
      } else {
        const rational exact = threshold_.exactly(i, threshold_decimals_) -
                               income_.exactly(i, income_decimals_) - month_.exactly(i, month_decimals);
        if (exact.sign() <= 0) continue;
        to.put(i, exact, of_shortfall);
      }
      to.outcomes[i] = outcome::granted;
    }
  }

  const rule_book& book_;
  const study_plan& plan_;
  const fact_rows* rows_ = nullptr;
  const household_rows* households_ = nullptr;
  const row_decisions* decided_ = nullptr;
  std::vector<unit_values> values_;
  unit_values threshold_;
  unit_values income_;
  unit_values month_;
  int threshold_decimals_ = -1;
  int income_decimals_ = -1;
};

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis
