// SPDX-License-Identifier: Apache-2.0
/// \file Sweeps of a lone pensioner by the law, on a day of 2026.
#pragma once

#include <slieksnis/decide/sweep.hpp>
#include <slieksnis/lv.hpp>
#include <utility>
#include <vector>

namespace sweeps {

using namespace slieksnis;

struct made_sweep {
  facts stated;
  sweep given;
};

inline variation varied(std::string_view name, rational first, rational last, rational step) {
  return {*lv::law().find(name), std::nullopt,    std::nullopt,
          std::move(first),      std::move(last), std::move(step)};
}

inline made_sweep of(facts stated, const std::vector<std::string_view>& wanted,
                     const std::vector<variation>& all) {
  std::vector<std::size_t> ids;
  for (const auto name : wanted) ids.push_back(*lv::law().find(name));
  sweep given = sweep_of(lv::law(), stated, *parse_date("2026-02-01"), ids, all);
  return {std::move(stated), std::move(given)};
}

/// Housing costs of 300 euro, nothing else.
inline facts pensioner() {
  facts stated(lv::law());
  stated.set("members", 1).set("composition", "lone_pension_age_or_disabled").set("housing_costs", "300");
  return stated;
}

/// Own income from 0 to 800 euro, with GMI and housing benefit.
inline made_sweep budget_line(int step = 400) {
  return of(pensioner(), {"gmi_benefit", "housing_benefit"}, {varied("income", 0, 800, step)});
}

}  // namespace sweeps
