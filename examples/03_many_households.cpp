// SPDX-License-Identifier: Apache-2.0
// One plan serves any number of cases: the law is linked once for the day, then only facts change.
#include <iostream>
#include <slieksnis/lv.hpp>
#include <slieksnis/slieksnis.hpp>

using namespace std::chrono_literals;
namespace lv = slieksnis::lv;

int main() {
  const auto& law = lv::law();
  const std::size_t benefit = *law.find("gmi_benefit");
  const auto shape = shape_of(lv::facts_of({.members = 1, .income = slieksnis::money()}));
  const auto plan = make_plan(law, 2025y / 3 / 1, std::vector{benefit}, shape);

  slieksnis::money total;
  for (int members = 1; members <= 6; ++members) {
    const auto income = slieksnis::money::cents(12'345) + slieksnis::money::cents(2'500 * members);
    const auto decision =
        decide(plan, lv::facts_of({.members = members, .income = income}), {benefit}).front();
    const auto amount = slieksnis::money::exactly(decision.amount.value_or(slieksnis::rational())).value();
    total = total + amount;
    std::cout << members << " members, income " << to_string(income) << ": " << name_of(decision.outcome)
              << ' ' << to_string(amount) << '\n';
  }
  std::cout << "together " << to_string(total) << " a month\n";
}
