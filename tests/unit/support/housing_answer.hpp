// SPDX-License-Identifier: Apache-2.0
/// \file The published pensioner of February 2026, decided: what the render tests look at.
#pragma once

#include <slieksnis/lv.hpp>
#include <slieksnis/render/answer.hpp>

namespace housing_answer {

struct decided {
  slieksnis::facts stated;
  slieksnis::answer given;
};

[[nodiscard]] inline decided make(const slieksnis::lv::household& about,
                                  const char* benefit = "housing_benefit",
                                  slieksnis::date on = slieksnis::date{std::chrono::year{2026} / 2 / 1}) {
  decided result{slieksnis::lv::facts_of(about), {}};
  result.given.on = on;
  result.given.wanted_by_name = true;
  result.given.decisions.push_back(decide(slieksnis::lv::law(), on, benefit, result.stated));
  return result;
}

[[nodiscard]] inline decided pensioner() {
  return make({.members = 1,
               .income = slieksnis::money::cents(50'000),
               .housing_costs = slieksnis::money::cents(30'000),
               .composition = slieksnis::lv::composition::lone_pension_age_or_disabled});
}

}  // namespace housing_answer
