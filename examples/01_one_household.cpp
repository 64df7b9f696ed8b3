// SPDX-License-Identifier: Apache-2.0
// The shortest useful program: what does this household get on this day?
#include <iostream>
#include <slieksnis/lv.hpp>
#include <slieksnis/render/format.hpp>

using namespace slieksnis::literals;
using namespace std::chrono_literals;
namespace lv = slieksnis::lv;

int main() {
  const slieksnis::date on = 2026y / 2 / 1;

  std::cout << "income median   " << to_string(lv::income_median(on)) << '\n'
            << "GMI level of 4  " << to_string(lv::gmi_level(4, on)) << '\n'
            << "poor level of 4 " << to_string(lv::poor_level(4, on)) << '\n';

  const lv::household pensioner{.members = 1,
                                .income = 500.00_eur,
                                .housing_costs = 300.00_eur,
                                .composition = lv::composition::lone_pension_age_or_disabled};
  const auto housing = lv::housing_benefit(pensioner, on);
  std::cout << "housing benefit " << name_of(housing.outcome) << ' '
            << plain_value(lv::law().at(housing.benefit), *housing.amount) << '\n';

  // What is not stated is asked for, never taken as zero.
  const auto unknown = lv::gmi_benefit({.members = 4}, on);
  std::cout << "GMI benefit     " << name_of(unknown.outcome) << ", needs";
  for (const auto& missing : unknown.needs) std::cout << ' ' << lv::law().at(missing.definition).name;
  std::cout << '\n';
}
