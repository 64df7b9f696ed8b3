// SPDX-License-Identifier: Apache-2.0
// Many households at once: a program's own columns, used where they are, in; columns of decisions out.
#include <array>
#include <cstdint>
#include <iomanip>
#include <iostream>
#include <slieksnis/lv.hpp>
#include <slieksnis/table/decide_table.hpp>

using namespace std::chrono_literals;
namespace lv = slieksnis::lv;

int main() try {
  // Household 3 has two persons, and does not say what it spends on housing.
  const std::array<std::uint32_t, 5> first_person{0, 2, 3, 5, 8};
  const std::array<std::int32_t, 8> born{2'000,  14'000, -9'000, 5'000,
                                         17'000, 8'000,  9'000,  18'000};    // days since 1970
  const std::array<std::uint8_t, 8> disability{0, 0, 1, 0, 0, 0, 0, 0};      // places in the dictionary below
  const std::array<std::int64_t, 4> income{20'050, 42'000, 51'000, 99'999};  // cents
  const std::array<std::int64_t, 4> costs{15'000, 12'345, 0, 30'000};
  const std::array<std::uint64_t, 1> costs_stated{0b1011};  // bit 2 is not set

  slieksnis::fact_table table(lv::law(), income.size());
  table.persons(first_person)
      .days("born", born)
      .choices("disability_group", disability, {"none", "group_2"})
      .numbers("income", income, 2)
      .numbers("housing_costs", costs, 2, costs_stated);
  table.shared().set("low_income_first", "501").set("low_income_next", "351");

  const std::vector<std::size_t> wanted{*lv::law().find("gmi_benefit"), *lv::law().find("housing_benefit")};
  const auto decided = decide_table(table, 2025y / 3 / 1, wanted, {.threads = 2});
  for (const auto& column : decided.columns) {
    std::cout << lv::law().at(column.definition).title.en << '\n';
    for (std::size_t household = 0; household < column.outcomes.size(); ++household) {
      std::cout << "  " << household + 1 << ": " << name_of(column.outcomes[household]);
      if (column.outcomes[household] == slieksnis::outcome::granted)
        std::cout << ' ' << to_string(slieksnis::money::cents(column.amounts[household]));
      if (column.reasons[household] != 0) std::cout << ", " << decided.reasons[column.reasons[household]];
      std::cout << '\n';
    }
  }
} catch (const slieksnis::unusable& refused) {
  std::cerr << refused.what();
  return 3;
}
