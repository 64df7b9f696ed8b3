// SPDX-License-Identifier: Apache-2.0
/// \file The floor: what the benchmarks ask the library, written by hand for one day in plain loops over
/// whole numbers of cents. Figures of the law stand here as such a program would have them; every run of a
/// benchmark compares all results with the library's first.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "../support/workload.hpp"

// The best this compiler makes of plain loops: as wide vectors as the processor has, as the library does.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define HAND_WRITTEN \
  [[gnu::optimize("O3"), gnu::target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")]]
#define HAND_WRITTEN_ROWS_APART _Pragma("GCC ivdep")
#else
#define HAND_WRITTEN
#define HAND_WRITTEN_ROWS_APART
#endif

namespace hand_written {

// 1 July 2023, in cents; coefficients doubled.
constexpr std::int32_t gmi_first = 12'500;
constexpr std::int32_t gmi_next = 8'750;
constexpr std::int32_t poor_first = 31'300;
constexpr std::int32_t poor_next = 21'900;
constexpr std::int32_t low_first = 50'100;  // as the municipality of the workload has them
constexpr std::int32_t low_next = 35'100;
constexpr std::int32_t twice_coefficient[4] = {5, 4, 4, 3};  // by composition
constexpr std::int32_t of_age_since = 12'965;                // born up to 1 July 2005
constexpr std::int32_t pension_age_since = -4'018;           // born up to 1 January 1959

constexpr std::uint8_t granted = 0;
constexpr std::uint8_t refused = 1;

/// Reasons by number; the library's texts for them are in `reason_texts`.
enum reason : std::uint16_t {
  none,
  not_poor,
  income_too_high_for_gmi,
  no_costs,
  income_too_high_for_housing,
  above_poor,
  above_low
};
inline constexpr std::array<const char*, 7> reason_texts{
    "",
    "poor_household",
    "income < gmi_level",
    "housing_costs > 0",
    "income + gmi_benefit < housing_level + housing_costs",
    "income <= poor_level",
    "income <= low_income_level"};

/// Results by column, in the order of `workload::wanted`.
struct results {
  explicit results(std::size_t rows) {
    for (auto& column : outcomes) column.resize(rows);
    for (auto& column : amounts) column.resize(rows);
    for (auto& column : reasons) column.resize(rows);
  }
  std::array<std::vector<std::uint8_t>, 4> outcomes;
  std::array<std::vector<std::int64_t>, 2> amounts;
  std::array<std::vector<std::uint16_t>, 4> reasons;
};

/// Where a loop writes; plain pointers taken by value, so that nothing stands between it and vectors.
struct places {
  explicit places(results& to)
      : gmi(to.outcomes[0].data()),
        housing(to.outcomes[1].data()),
        poor(to.outcomes[2].data()),
        low(to.outcomes[3].data()),
        gmi_amount(to.amounts[0].data()),
        housing_amount(to.amounts[1].data()),
        reasons{to.reasons[0].data(), to.reasons[1].data(), to.reasons[2].data(), to.reasons[3].data()} {}
  std::uint8_t* gmi;
  std::uint8_t* housing;
  std::uint8_t* poor;
  std::uint8_t* low;
  std::int64_t* gmi_amount;
  std::int64_t* housing_amount;
  std::uint16_t* reasons[4];
};

/// One household in a few operations without branches.
template <bool Reasons>
[[gnu::always_inline]] inline void one(std::size_t i, std::int32_t more, std::int32_t income,
                                       std::int32_t costs, std::int32_t twice, places to) {
  const std::int32_t gmi_level = gmi_first + gmi_next * more;
  const std::int32_t twice_room = gmi_level * twice + 2 * costs;
  const bool poor = income <= poor_first + poor_next * more;
  const bool low = income <= low_first + low_next * more;
  const bool gmi = poor & (income < gmi_level);
  const std::int32_t gmi_amount = gmi ? gmi_level - income : 0;
  const std::int32_t twice_left = twice_room - 2 * (income + gmi_amount);
  const bool housing = (costs > 0) & (twice_left > 0);
  // Twice the level is even times 25 euro, so halves of a cent never remain.
  const std::int32_t left = twice_left / 2;
  const std::int32_t housing_amount = housing ? (costs < left ? costs : left) : 0;
  to.poor[i] = poor ? granted : refused;
  to.low[i] = low ? granted : refused;
  to.gmi[i] = gmi ? granted : refused;
  to.housing[i] = housing ? granted : refused;
  to.gmi_amount[i] = gmi_amount;
  to.housing_amount[i] = housing_amount;
  if constexpr (Reasons) {
    to.reasons[0][i] = gmi ? none : !poor ? not_poor : income_too_high_for_gmi;
    to.reasons[1][i] = housing ? none : !(costs > 0) ? no_costs : income_too_high_for_housing;
    to.reasons[2][i] = poor ? none : above_poor;
    to.reasons[3][i] = low ? none : above_low;
  }
}

template <bool Reasons>
[[gnu::always_inline]] inline void all_households(const workload::households& from, places to) {
  const std::size_t rows = from.adults.size();
  const std::int64_t* adults = from.adults.data();
  const std::int64_t* children = from.children.data();
  const std::int64_t* income = from.income.data();
  const std::int64_t* costs = from.costs.data();
  const std::uint8_t* composition = from.composition.data();
  HAND_WRITTEN_ROWS_APART
  for (std::size_t i = 0; i < rows; ++i) {
    const auto more = static_cast<std::int32_t>(adults[i] + children[i]) - 1;
    const std::int32_t twice = composition[i] == 0   ? twice_coefficient[0]
                               : composition[i] == 3 ? twice_coefficient[3]
                                                     : twice_coefficient[1];
    one<Reasons>(i, more, static_cast<std::int32_t>(income[i]), static_cast<std::int32_t>(costs[i]), twice,
                 to);
  }
}

HAND_WRITTEN inline void decide(const workload::households& from, places to) {
  all_households<false>(from, to);
}
HAND_WRITTEN inline void decide_with_reasons(const workload::households& from, places to) {
  all_households<true>(from, to);
}

/// The same loop as this project and most programs are compiled: -O2 for any processor of the kind.
[[gnu::noinline]] inline void decide_for_any_processor(const workload::households& from, places to) {
  all_households<true>(from, to);
}

/// Families: one pass over the persons of each.
HAND_WRITTEN inline void decide_families(const workload::families& from, places to) {
  const std::size_t rows = from.income.size();
  for (std::size_t i = 0; i < rows; ++i) {
    std::int32_t special = 0;
    std::int32_t special_or_child = 0;
    for (std::uint32_t p = from.offsets[i]; p < from.offsets[i + 1]; ++p) {
      const int of_pension_age_or_disabled =
          int{from.born[p] <= pension_age_since} | int{from.disability[p] != 0};
      special += of_pension_age_or_disabled;
      special_or_child += of_pension_age_or_disabled | int{from.born[p] > of_age_since};
    }
    const auto members = static_cast<std::int32_t>(from.offsets[i + 1] - from.offsets[i]);
    const std::size_t composition = special == members                           ? (members == 1 ? 0 : 1)
                                    : special_or_child == members && special > 0 ? 2
                                                                                 : 3;
    one<true>(i, members - 1, static_cast<std::int32_t>(from.income[i]),
              static_cast<std::int32_t>(from.costs[i]), twice_coefficient[composition], to);
  }
}

}  // namespace hand_written
