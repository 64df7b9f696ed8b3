// SPDX-License-Identifier: Apache-2.0
#include "synthetic_population.hpp"

#include <algorithm>

#include "population_margins.hpp"

namespace slieksnis::cli {
namespace {

template <typename Table>
constexpr std::uint32_t sum_of(const Table& table) {
  std::uint32_t sum = 0;
  for (const auto& one : table) sum += one.share;
  return sum;
}

constexpr std::string_view no_disability = "none";
constexpr std::string_view not_studying = "not_studying";

}  // namespace

std::uint32_t synthetic_population::below(std::uint32_t count) {
  return static_cast<std::uint32_t>(((numbers_() >> 32U) * count) >> 32U);
}

bool synthetic_population::percent(std::uint32_t of_hundred) { return below(100) < of_hundred; }

template <typename Table>
const typename Table::value_type& synthetic_population::drawn(const Table& table) {
  std::uint32_t place = below(sum_of(table));
  auto one = table.begin();
  for (; place >= one->share; ++one) place -= one->share;
  return *one;
}

template <typename Bands>
unsigned synthetic_population::age_of(const Bands& bands) {
  const auto& band = drawn(bands);
  return band.from + below(band.to - band.from + 1);
}

template <typename Points>
std::uint64_t synthetic_population::amount_of(const Points& points) {
  constexpr std::uint64_t fine = 10'000;  // steps within one of a hundred
  const std::uint64_t place = below(static_cast<std::uint32_t>(points.back().below * fine));
  auto upper = points.begin() + 1;
  while (place >= upper->below * fine) ++upper;
  const auto lower = upper - 1;
  return lower->cents + (upper->cents - lower->cents) * (place - lower->below * fine) /
                            ((upper->below - lower->below) * fine);
}

void synthetic_population::set_age(synthetic_person& person, unsigned age) {
  person.age = age;
  // A birthday on `on_` or up to 364 days before it.
  const date birthday = add(on_, months_duration{-12 * static_cast<int>(age)});
  person.born = birthday - std::chrono::days{below(365)};
}

synthetic_person synthetic_population::working_age(bool parent) {
  synthetic_person result;
  result.group = age_group::working_age;
  set_age(result, parent ? age_of(margins::parents_ages) : age_of(margins::working_ages));
  result.education = result.age <= margins::working_ages.front().to
                         ? drawn(margins::education_of_young_adults).id
                         : not_studying;
  result.disability_group = drawn(margins::disability_in_working_age).id;
  const bool studies = result.education != not_studying;
  const std::string_view group = result.disability_group;
  const std::uint32_t earning = group == "group_1"   ? margins::earning_group_1
                                : group == "group_2" ? margins::earning_group_2
                                : group == "group_3" ? margins::earning_group_3
                                : studies            ? margins::earning_students
                                                     : margins::earning;
  if (percent(earning)) {
    result.wage = amount_of(margins::wages);
    if (studies) result.wage = result.wage * margins::student_wage_percent / 100;
  } else if (!studies && percent(margins::with_unemployment_benefit)) {
    result.unemployment_benefit = amount_of(margins::unemployment_benefits);
  }
  if (group != no_disability) result.pension = amount_of(margins::disability_pensions);
  return result;
}

synthetic_person synthetic_population::pension_age() {
  synthetic_person result;
  result.group = age_group::pension_age;
  set_age(result, age_of(margins::pension_ages));
  result.education = not_studying;
  result.disability_group = drawn(margins::disability_in_pension_age).id;
  if (result.age <= margins::earning_pensioners_to && percent(margins::earning_pensioners))
    result.wage = amount_of(margins::wages);
  if (percent(margins::with_pension)) result.pension = amount_of(margins::old_age_pensions);
  return result;
}

synthetic_person synthetic_population::child(unsigned oldest) {
  synthetic_person result;
  set_age(result, std::min(oldest, age_of(margins::childrens_ages)));
  result.education = result.age < margins::school_age ? not_studying
                     : result.age < margins::choice_of_school_age
                         ? std::string_view("general")
                         : drawn(margins::education_of_oldest_children).id;
  result.disability_group = no_disability;
  result.child_disability = below(1000) < margins::disabled_children;
  return result;
}

const synthetic_household& synthetic_population::next() {
  ++household_.number;
  household_.persons.clear();
  const margins::household_kind& kind = drawn(margins::households);
  unsigned youngest = margins::parents_ages.back().to;
  for (unsigned i = 0; i < kind.working_age; ++i) {
    household_.persons.push_back(working_age(kind.children > 0));
    youngest = std::min(youngest, household_.persons.back().age);
  }
  for (unsigned i = 0; i < kind.pension_age; ++i) household_.persons.push_back(pension_age());
  for (unsigned i = 0; i < kind.children; ++i)
    household_.persons.push_back(child(youngest - margins::years_between));
  household_.municipality = drawn(margins::municipalities).id;
  household_.housing_costs = 0;
  if (percent(margins::with_housing_costs)) {
    const std::uint64_t further = household_.persons.size() - 1;
    household_.housing_costs =
        amount_of(margins::housing_costs) * (100 + further * margins::housing_costs_further_percent) / 100;
  }
  return household_;
}

}  // namespace slieksnis::cli
