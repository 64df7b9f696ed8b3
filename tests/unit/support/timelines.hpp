// SPDX-License-Identifier: Apache-2.0
/// \file Timelines of households under the shipped rules, for renderers.
#pragma once

#include <slieksnis/lv.hpp>
#include <slieksnis/render/timeline.hpp>
#include <string_view>
#include <utility>
#include <vector>

namespace timelines {

struct followed {
  slieksnis::facts stated;
  slieksnis::timeline given;
};

[[nodiscard]] inline slieksnis::period days(const char* from, const char* to) {
  return {*slieksnis::parse_date(from), *slieksnis::parse_date(to)};
}

[[nodiscard]] inline followed of(slieksnis::facts stated, const std::vector<std::string_view>& benefits,
                                 const slieksnis::period& when) {
  followed result{std::move(stated), {}};
  result.given.when = when;
  result.given.wanted_by_name = true;
  std::vector<std::size_t> wanted;
  for (const std::string_view name : benefits) wanted.push_back(*slieksnis::lv::law().find(name));
  result.given.courses = slieksnis::spans_of(slieksnis::lv::law(), result.stated, wanted, when);
  return result;
}

/// The housing benefit of a lone pensioner in 2023 and 2024.
[[nodiscard]] inline followed pensioner() {
  return of(
      slieksnis::lv::facts_of({.members = 1,
                               .income = slieksnis::money::cents(50'000),
                               .housing_costs = slieksnis::money::cents(30'000),
                               .composition = slieksnis::lv::composition::lone_pension_age_or_disabled}),
      {"housing_benefit"}, days("2023-01-01", "2025-01-01"));
}

}  // namespace timelines
