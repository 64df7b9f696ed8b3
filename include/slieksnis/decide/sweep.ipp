// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <stdexcept>

#include "sweep.hpp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE std::optional<std::size_t> count_of(const variation& varied) {
  const rational steps = (varied.last - varied.first) / varied.step;
  const auto whole = steps.floor().as_integer();
  if (!whole || *whole < 0) return std::nullopt;
  return static_cast<std::size_t>(*whole) + (steps.is_integer() ? 1 : 2);
}

SLIEKSNIS_INLINE std::vector<rational> numbers_of(const variation& varied) {
  std::vector<rational> result;
  for (rational number = varied.first; number < varied.last; number = number + varied.step)
    result.push_back(number);
  result.push_back(varied.last);
  return result;
}

namespace detail {

SLIEKSNIS_INLINE void put_setting(facts& target, const variation& varied, const rational& number) {
  const stated_value stated{value{number}, {}};
  if (varied.person)
    target.put_person(*varied.person, varied.definition, stated);
  else if (varied.since)
    target.put_override(varied.definition, stated, *varied.since);
  else
    target.put_override(varied.definition, stated);
}

/// The definition that adds up the income to which the fact belongs; itself for that definition.
SLIEKSNIS_INLINE std::optional<std::size_t> income_of(const rule_book& book, std::size_t definition) {
  if (const auto sum = book.sum_of_group(book.at(definition).group)) return sum;
  for (const slieksnis::definition& one : book.definitions())
    if (const auto sum = book.sum_of_group(one.group); sum == definition) return sum;
  return std::nullopt;
}

/// What the household has by itself: the sum where it is varied, else whatever of that kind the persons
/// state, whether or not a benefit counts it.
SLIEKSNIS_INLINE rational own_income(const rule_book& book, const facts& stated, const variation& varied,
                                     const rational& number) {
  if (!varied.person) return number;
  rational sum(0);
  for (const stated_values& person : *stated.persons())
    for (const auto& [id, one] : person)
      if (const auto* amount = std::get_if<rational>(&one.what);
          amount != nullptr && book.at(id).group == book.at(varied.definition).group)
        sum = sum + *amount;
  return sum;
}

SLIEKSNIS_INLINE bool same_open(const sweep_setting& a, const sweep_setting& b) {
  for (std::size_t i = 0; i < a.cells.size(); ++i)
    if ((a.cells[i].outcome == outcome::undetermined) != (b.cells[i].outcome == outcome::undetermined))
      return false;
  return true;
}

SLIEKSNIS_INLINE bool same_outcomes(const sweep_setting& a, const sweep_setting& b) {
  for (std::size_t i = 0; i < a.cells.size(); ++i)
    if (a.cells[i].outcome != b.cells[i].outcome) return false;
  return true;
}

/// What each unit of the variation adds to each column's amount.
SLIEKSNIS_INLINE std::vector<rational> slopes_between(const sweep_setting& a, const sweep_setting& b) {
  std::vector<rational> result;
  const rational wide = b.at[0] - a.at[0];
  for (std::size_t i = 0; i < a.cells.size(); ++i)
    result.push_back((b.cells[i].amount.value_or(rational(0)) - a.cells[i].amount.value_or(rational(0))) /
                     wide);
  return result;
}

/// Decides one setting after the other.
class sweeper {
 public:
  sweeper(const rule_book& book, const facts& stated, const std::vector<std::size_t>& wanted, sweep& result)
      : book_(book), wanted_(wanted), result_(result), now_(stated) {}

  void run() {
    std::vector<std::vector<rational>> numbers;
    for (const variation& one : result_.varied) {
      numbers.push_back(numbers_of(one));
      result_.counts.push_back(numbers.back().size());
      put_setting(now_, one, numbers.back().front());
    }
    planned_ = make_plan(book_, result_.on, wanted_, shape_of(now_));
    find_unread();
    const std::size_t seconds = numbers.size() > 1 ? numbers[1].size() : 1;
    for (std::size_t first = 0; first < numbers[0].size(); ++first) {
      put_setting(now_, result_.varied[0], numbers[0][first]);
      for (std::size_t second = 0; second < seconds; ++second) {
        std::vector<rational> at{numbers[0][first]};
        if (numbers.size() > 1) {
          at.push_back(numbers[1][second]);
          put_setting(now_, result_.varied[1], numbers[1][second]);
        }
        settle(std::move(at));
      }
    }
    marginal_losses();
    if (result_.samples.back() + 1 != result_.settings.size())
      sample(result_.settings.size() - 1);  // the case stands at the last setting
  }

 private:
  static constexpr std::size_t samples_max = 24;  // what decisions in full say repeats itself

  void settle(std::vector<rational> at) {
    const evaluation values(planned_, now_);
    const std::vector<decision> decided = outcomes_of(values, wanted_);
    sweep_setting setting;
    setting.at = std::move(at);
    for (const decision& one : decided) {
      if (result_.settings.empty()) result_.columns.push_back({one.benefit, one.person});
      setting.cells.push_back({one.outcome, one.failed, one.amount});
    }
    setting.totals = totals_of(book_, decided);
    for (const total& sum : setting.totals)
      if (sum.paid == payment::month && sum.measure.of_money())
        setting.benefits = setting.benefits + sum.amount;
    if (result_.income)
      setting.own_income =
          own_income(book_, now_, result_.varied[*result_.income], setting.at[*result_.income]);
    const bool turns = result_.settings.empty() || !same_outcomes(result_.settings.back(), setting);
    result_.settings.push_back(std::move(setting));
    if (turns && result_.samples.size() < samples_max) sample(result_.settings.size() - 1);
  }

  void sample(std::size_t index) {
    result_.samples.push_back(index);
    result_.decided.push_back(decide(planned_, now_, wanted_));
  }

  void find_unread() {
    for (std::size_t i = 0; i < result_.varied.size(); ++i) {
      const auto& steps = planned_.steps();
      const bool read = std::any_of(steps.begin(), steps.end(), [&](const step& one) {
        return one.kind == step_kind::input && one.definition == result_.varied[i].definition;
      });
      if (!read) result_.nothing_reads.push_back(i);
    }
  }

  void marginal_losses() {
    if (!result_.income) return;
    const std::size_t back = *result_.income + 1 == result_.varied.size() ? 1 : result_.counts[1];
    const std::size_t many = result_.counts[*result_.income];
    for (std::size_t i = back; i < result_.settings.size(); ++i) {
      if (i / back % many == 0) continue;
      const sweep_setting& before = result_.settings[i - back];
      sweep_setting& here = result_.settings[i];
      if (same_open(before, here))
        here.marginal_loss = (before.benefits - here.benefits) / (*here.own_income - *before.own_income);
    }
  }

  const rule_book& book_;
  const std::vector<std::size_t>& wanted_;
  sweep& result_;
  facts now_;
  plan planned_;
};

}  // namespace detail

SLIEKSNIS_INLINE facts with_setting(const facts& stated, const std::vector<variation>& varied,
                                    const std::vector<rational>& at) {
  facts result = stated;
  for (std::size_t i = 0; i < varied.size(); ++i) detail::put_setting(result, varied[i], at[i]);
  return result;
}

SLIEKSNIS_INLINE sweep sweep_of(const rule_book& book, const facts& stated, date on,
                                const std::vector<std::size_t>& wanted,
                                const std::vector<variation>& varied) {
  if (varied.empty() || varied.size() > 2)
    throw std::logic_error("slieksnis: a sweep varies one number or two");
  sweep result;
  result.on = on;
  result.varied = varied;
  for (std::size_t i = 0; i < varied.size() && !result.income; ++i)
    if (detail::income_of(book, varied[i].definition)) result.income = i;
  detail::sweeper(book, stated, wanted, result).run();
  return result;
}

SLIEKSNIS_INLINE void keep_granted(sweep& all) {
  std::vector<std::size_t> kept;
  for (std::size_t i = 0; i < all.columns.size(); ++i)
    if (std::any_of(all.settings.begin(), all.settings.end(), [&](const sweep_setting& one) {
          return one.cells[i].outcome == outcome::granted || one.cells[i].failed;
        }))
      kept.push_back(i);
  const auto keep = [&](auto& list) {
    for (std::size_t i = 0; i < kept.size(); ++i)
      if (kept[i] != i) list[i] = std::move(list[kept[i]]);
    list.resize(kept.size());
  };
  keep(all.columns);
  for (sweep_setting& one : all.settings) keep(one.cells);
  for (auto& decided : all.decided) keep(decided);
}

SLIEKSNIS_INLINE std::vector<sweep_run> runs_of(const sweep& all) {
  std::vector<sweep_run> result;
  for (std::size_t i = 0; i < all.settings.size(); ++i) {
    const sweep_setting& here = all.settings[i];
    if (i == 0) {
      result.push_back({});
      continue;
    }
    const sweep_setting& before = all.settings[i - 1];
    if (!detail::same_outcomes(before, here)) {  // a jump is no run
      result.push_back({i, i, {}, {}});
      continue;
    }
    std::vector<rational> slopes = detail::slopes_between(before, here);
    sweep_run& run = result.back();
    if (run.first == run.last) {
      run.slopes = std::move(slopes);
      run.marginal_loss = here.marginal_loss;
      run.last = i;
    } else if (run.slopes == slopes && run.marginal_loss == here.marginal_loss) {
      run.last = i;
    } else {
      result.push_back({i - 1, i, std::move(slopes), here.marginal_loss});
    }
  }
  return result;
}

SLIEKSNIS_INLINE std::vector<sweep_turn> turns_of(const sweep& all) {
  std::vector<sweep_turn> result;
  for (std::size_t i = 1; i < all.settings.size(); ++i)
    for (std::size_t column = 0; column < all.columns.size(); ++column)
      if (all.settings[i - 1].cells[column].outcome != all.settings[i].cells[column].outcome)
        result.push_back({column, i - 1});
  return result;
}

}  // namespace v0
}  // namespace slieksnis
