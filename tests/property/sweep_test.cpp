// SPDX-License-Identifier: Apache-2.0
// A sweep of random cases and variations: each setting is what the case gets that is decided alone, and the
// marginal loss is what the amounts say.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <slieksnis/decide/sweep.hpp>
#include <slieksnis/lv.hpp>

#include "random_facts.hpp"

namespace {

using namespace slieksnis;

date any_day() {
  const date first = *parse_date("2022-01-01");
  return first + std::chrono::days{*rc::gen::inRange(0, 1800)};
}

/// Benefits and statuses of this day, some of them.
std::vector<std::size_t> any_wanted(const rule_book& book, date on) {
  std::vector<std::size_t> all;
  for (std::size_t id = 0; id < book.definitions().size(); ++id) {
    const definition& of = book.at(id);
    if (of.is_decided() && (of.of == entity::household || of.of == entity::person) &&
        (of.by_definition || of.in_force(on) != nullptr))
      all.push_back(id);
  }
  std::vector<std::size_t> result{*book.find("gmi_benefit"), *book.find("housing_benefit")};
  for (int i = *rc::gen::inRange(0, 3); i > 0; --i)
    if (const std::size_t id = *rc::gen::elementOf(all); id != result[0] && id != result[1]) {
      result.push_back(id);
      break;
    }
  return result;
}

/// Facts of a household, of its persons, and parameters; half of the time income.
variation any_variation(const facts& stated, date on) {
  const rule_book& book = stated.book();
  std::vector<std::size_t> numbers;
  for (std::size_t id = 0; id < book.definitions().size(); ++id) {
    const definition& of = book.at(id);
    const bool of_persons = of.of == entity::person;
    const bool may =
        of.what.is(type_kind::number) && (!of_persons || (stated.persons() && !stated.persons()->empty())) &&
        (of.kind == definition_kind::fact || of.kind == definition_kind::parameter) &&
        (of.kind == definition_kind::fact || of.in_force(on) != nullptr) && !stated.overrides().contains(id);
    if (may) numbers.push_back(id);
  }
  variation result;
  const bool income = *rc::gen::arbitrary<bool>() && !stated.overrides().contains(*book.find("income"));
  result.definition = income ? *book.find("income") : *rc::gen::elementOf(numbers);
  const definition& of = book.at(result.definition);
  if (of.of == entity::person) result.person = *rc::gen::inRange<std::size_t>(0, stated.persons()->size());
  result.first = random_facts::number_for(of);
  result.step = rational(*rc::gen::inRange(1, 300)) / rational::power(rational(10), std::min(of.decimals, 2));
  result.last = result.first + result.step * rational(*rc::gen::inRange(1, 8)) -
                (*rc::gen::arbitrary<bool>() ? rational(0) : result.step / rational(2));
  if (of.kind == definition_kind::parameter && *rc::gen::arbitrary<bool>()) result.since = on;
  return result;
}

/// The case with the setting, stated anew: nothing of the sweep is used.
facts set_by_hand(const facts& stated, const std::vector<variation>& varied,
                  const std::vector<rational>& at) {
  facts result = stated;
  for (std::size_t i = 0; i < varied.size(); ++i) {
    const stated_value one{value{at[i]}, {}};
    if (varied[i].person)
      result.put_person(*varied[i].person, varied[i].definition, one);
    else
      result.put_override(varied[i].definition, one);
  }
  return result;
}

/// What is paid in euro a month, added up here once more.
rational monthly(const rule_book& book, const std::vector<decision>& decided) {
  rational sum(0);
  for (const decision& one : decided) {
    const definition& of = book.at(one.benefit);
    if (one.granted() && one.amount && of.in_total && of.paid == payment::month &&
        of.what.measure.of_money() && !replaced_by_another(book, decided, one))
      sum = sum + *one.amount;
  }
  return sum;
}

RC_GTEST_PROP(sweep, is_each_setting_decided_alone, ()) {
  const rule_book& book = lv::law();
  const date on = any_day();
  facts stated = random_facts::any_facts(book, on);
  const std::vector<std::size_t> wanted = any_wanted(book, on);
  std::vector<variation> varied{any_variation(stated, on)};
  if (*rc::gen::arbitrary<bool>()) {
    const variation other = any_variation(stated, on);
    if (other.definition != varied[0].definition) varied.push_back(other);
  }
  const sweep all = sweep_of(book, stated, on, wanted, varied);
  std::size_t expected = 1;
  for (const variation& one : varied) expected *= numbers_of(one).size();
  RC_ASSERT(all.settings.size() == expected);
  for (const sweep_setting& setting : all.settings) {
    const facts here = set_by_hand(stated, varied, setting.at);
    const auto decided = decide(make_plan(book, on, wanted, shape_of(here)), here, wanted);
    RC_ASSERT(decided.size() == all.columns.size());
    for (std::size_t i = 0; i < decided.size(); ++i) {
      RC_ASSERT(decided[i].benefit == all.columns[i].benefit);
      RC_ASSERT(decided[i].person == all.columns[i].person);
      RC_ASSERT(decided[i].outcome == setting.cells[i].outcome);
      RC_ASSERT(decided[i].amount == setting.cells[i].amount);
    }
    RC_ASSERT(monthly(book, decided) == setting.benefits);
  }
}

RC_GTEST_PROP(sweep, loses_what_the_amounts_say, ()) {
  const rule_book& book = lv::law();
  const date on = any_day();
  facts stated(book);
  stated.set("members", *rc::gen::inRange(1, 6)).set("housing_costs", *rc::gen::inRange(0, 500));
  stated.set("composition", *rc::gen::element<std::string>("lone_pension_age_or_disabled", "other"));
  const std::vector<std::size_t> wanted{*book.find("gmi_benefit"), *book.find("housing_benefit")};
  variation income;
  income.definition = *book.find("income");
  income.first = rational(*rc::gen::inRange(0, 50'000), 100);
  income.step = rational(*rc::gen::inRange(1, 20'000), 100);
  income.last = income.first + income.step * rational(*rc::gen::inRange(1, 20));
  const sweep all = sweep_of(book, stated, on, wanted, {income});
  RC_ASSERT(!all.settings.front().marginal_loss);
  for (std::size_t i = 1; i < all.settings.size(); ++i) {
    const sweep_setting& before = all.settings[i - 1];
    const sweep_setting& here = all.settings[i];
    if (!here.marginal_loss) continue;
    const rational earned = here.at[0] - before.at[0];
    // What is had in all grows by what is earned and not lost.
    RC_ASSERT(*here.own_income + here.benefits - *before.own_income - before.benefits ==
              earned * (rational(1) - *here.marginal_loss));
  }
  // Runs cover all settings, and within a run every amount follows its slope.
  const auto runs = runs_of(all);
  std::size_t next = 0;
  for (const sweep_run& run : runs) {
    RC_ASSERT(run.first == next || run.first + 1 == next);
    next = run.last + 1;
    for (std::size_t i = run.first + 1; i <= run.last; ++i)
      for (std::size_t column = 0; column < all.columns.size(); ++column)
        RC_ASSERT(all.settings[i].cells[column].amount.value_or(rational(0)) ==
                  all.settings[run.first].cells[column].amount.value_or(rational(0)) +
                      run.slopes[column] * (all.settings[i].at[0] - all.settings[run.first].at[0]));
  }
  RC_ASSERT(next == all.settings.size());
}

}  // namespace
