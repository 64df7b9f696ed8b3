// SPDX-License-Identifier: Apache-2.0
// The shipped rules over random households: what every household may rely on.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <slieksnis/decide/decide.hpp>
#include <slieksnis/lv.hpp>

namespace {

using namespace slieksnis;

constexpr const char* compositions[] = {"lone_pension_age_or_disabled", "only_pension_age_or_disabled",
                                        "only_pension_age_or_disabled_with_children", "other"};

/// From the second half of 2021 on, when both benefits follow the state's rules.
date any_day() {
  const date first = *parse_date("2021-07-01");
  return first + std::chrono::days{
                     *rc::gen::inRange(0, static_cast<int>((*parse_date("2027-01-01") - first).count()))};
}

struct totals {
  date on;
  int members = 1;
  std::int64_t income = 0;  // in cents
  std::int64_t costs = 0;
  std::string composition;

  [[nodiscard]] facts stated() const {
    facts result(lv::law());
    result.set("members", members)
        .set("income", money::cents(income))
        .set("housing_costs", money::cents(costs))
        .set("composition", composition);
    return result;
  }
  [[nodiscard]] decision get(const char* benefit) const { return decide(lv::law(), on, benefit, stated()); }
};

totals any_household() {
  totals result;
  result.on = any_day();
  result.members = *rc::gen::inRange(1, 9);
  result.costs = *rc::gen::inRange<std::int64_t>(0, 60'000);
  result.composition =
      *rc::gen::elementOf(std::vector<std::string>(std::begin(compositions), std::end(compositions)));
  // Half of the incomes lie near a threshold, where things happen.
  const auto level =
      value_of(lv::law(), result.on, *rc::gen::element("gmi_level", "housing_level"), result.stated());
  const auto near =
      round(*level.as<rational>() * rational(100), rational(1), rounding_mode::floor).as_integer().value();
  result.income = *rc::gen::oneOf(rc::gen::inRange<std::int64_t>(0, 300'000),
                                  rc::gen::inRange<std::int64_t>(near - 5, near + 6),
                                  rc::gen::inRange<std::int64_t>(near, near + 60'000));
  return result;
}

rational amount(const decision& of) { return of.amount.value_or(rational(0)); }

RC_GTEST_PROP(household_property, with_a_cent_more_income_never_gets_more, ()) {
  totals one = any_household();
  totals richer = one;
  richer.income += *rc::gen::element<std::int64_t>(1, 1, 1, 100, 10'000);
  for (const char* benefit : {"gmi_benefit", "housing_benefit"}) {
    const decision poor = one.get(benefit);
    const decision rich = richer.get(benefit);
    RC_LOG() << benefit << " " << to_string(one.on) << " members " << one.members << " income " << one.income
             << " and " << richer.income << " costs " << one.costs << " " << one.composition << "\n";
    RC_ASSERT(amount(rich) <= amount(poor));
  }
}

RC_GTEST_PROP(household_property, always_gets_an_answer_from_its_totals, ()) {
  const totals one = any_household();
  for (const char* benefit : {"gmi_benefit", "housing_benefit"})
    RC_ASSERT(one.get(benefit).outcome != outcome::undetermined);
}

RC_GTEST_PROP(household_property, gets_no_less_than_nothing_and_no_more_than_the_law_allows, ()) {
  const totals one = any_household();
  const rational level = *value_of(lv::law(), one.on, "gmi_level", one.stated()).as<rational>();
  const decision gmi = one.get("gmi_benefit");
  const decision housing = one.get("housing_benefit");
  RC_ASSERT(amount(gmi) >= rational(0));
  RC_ASSERT(amount(gmi) <= level);
  RC_ASSERT(amount(housing) >= rational(0));
  RC_ASSERT(amount(housing) <= rational(one.costs, 100));
  for (const auto* of : {&gmi, &housing}) {
    RC_ASSERT(of->amount.has_value() == of->granted());
    RC_ASSERT((amount(*of) * rational(100)).is_integer());
    RC_ASSERT(of->reasons.empty() == of->granted());
  }
}

RC_GTEST_PROP(household_property, with_gmi_is_lifted_to_its_level_exactly, ()) {
  const totals one = any_household();
  const decision gmi = one.get("gmi_benefit");
  if (gmi.granted())
    RC_ASSERT(amount(gmi) + rational(one.income, 100) ==
              *value_of(lv::law(), one.on, "gmi_level", one.stated()).as<rational>());
}

RC_GTEST_PROP(household_property, with_one_more_member_never_has_a_lower_level, ()) {
  totals one = any_household();
  const auto level = [](const totals& of) {
    return *value_of(lv::law(), of.on, "gmi_level", of.stated()).as<rational>();
  };
  const rational before = level(one);
  ++one.members;
  RC_ASSERT(level(one) > before);
}

struct person {
  int age = 40;
  std::int64_t wage = 0;
  bool pension_age = false;
  std::string disability = "none";
};

person any_person(bool adult) {
  person result;
  result.age = *rc::gen::inRange(adult ? 18 : 0, 95);
  result.pension_age = result.age >= 65;
  result.wage = *rc::gen::element<std::int64_t>(0, 0, 5'001, 30'000, 61'234);
  result.disability = *rc::gen::element<std::string>("none", "none", "none", "group_1", "group_3");
  return result;
}

facts stated_by_persons(const std::vector<person>& persons, std::int64_t costs) {
  facts result(lv::law());
  result.set("housing_costs", money::cents(costs));
  for (const person& one : persons) {
    const std::size_t at = result.add_person();
    result.set_person(at, "age", value{rational(one.age)})
        .set_person(at, "wage", value{rational(one.wage, 100)})
        .set_person(at, "pension_age_reached", value{one.pension_age})
        .set_person(at, "disability_group", one.disability)
        .set_person(at, "studying", value{false});
  }
  return result;
}

std::vector<person> any_persons() {
  std::vector<person> result{any_person(true)};
  for (int i = *rc::gen::inRange(0, 4); i > 0; --i) result.push_back(any_person(false));
  return result;
}

RC_GTEST_PROP(household_property, gets_the_same_in_whatever_order_its_persons_stand, ()) {
  std::vector<person> persons = any_persons();
  const auto costs = *rc::gen::inRange<std::int64_t>(0, 40'000);
  const date on = any_day();
  const facts before = stated_by_persons(persons, costs);
  const auto by = *rc::gen::inRange<std::size_t>(0, persons.size());
  std::rotate(persons.begin(), persons.begin() + static_cast<std::ptrdiff_t>(by), persons.end());
  const facts after = stated_by_persons(persons, costs);
  for (const char* benefit : {"gmi_benefit", "housing_benefit"}) {
    const decision a = decide(lv::law(), on, benefit, before);
    const decision b = decide(lv::law(), on, benefit, after);
    RC_ASSERT(a.outcome == b.outcome);
    RC_ASSERT(a.amount == b.amount);
  }
}

RC_GTEST_PROP(household_property, gets_the_same_described_by_persons_or_by_totals, ()) {
  const std::vector<person> persons = any_persons();
  totals together;
  together.on = any_day();
  together.costs = *rc::gen::inRange<std::int64_t>(0, 40'000);
  const facts one_by_one = stated_by_persons(persons, together.costs);
  const auto known = [&](const char* name) { return value_of(lv::law(), together.on, name, one_by_one); };
  RC_ASSERT(known("members").known() && known("income").known() && known("composition").known());
  RC_ASSERT(*known("members").as<rational>() == rational(static_cast<std::int64_t>(persons.size())));
  const auto adults =
      std::count_if(persons.begin(), persons.end(), [](const auto& p) { return p.age >= 18; });
  RC_ASSERT(*known("adults").as<rational>() == rational(static_cast<std::int64_t>(adults)));
  together.members = static_cast<int>(persons.size());
  together.income = (*known("income").as<rational>() * rational(100)).as_integer().value();
  together.composition = *known("composition").as<std::string>();
  for (const char* benefit : {"gmi_benefit", "housing_benefit"}) {
    const decision a = decide(lv::law(), together.on, benefit, one_by_one);
    const decision b = together.get(benefit);
    RC_ASSERT(a.outcome == b.outcome);
    RC_ASSERT(a.amount == b.amount);
    RC_ASSERT(a.outcome != outcome::undetermined);
  }
}

}  // namespace
