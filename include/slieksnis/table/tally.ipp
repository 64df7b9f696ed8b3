// SPDX-License-Identifier: Apache-2.0
// Sums over many households that are exact and do not depend on their order.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "../decide/decision.hpp"
#include "study.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

__extension__ using wide = __int128;
__extension__ using unsigned_wide = unsigned __int128;

/// Weights are whole numbers of so many decimals.
inline constexpr int weight_decimals = 9;
inline constexpr std::int64_t weight_one = 1'000'000'000;

[[nodiscard]] inline rational rational_of(wide number) {
  constexpr std::int64_t part = 1'000'000'000'000'000'000;
  const wide high = number / part;
  const auto low = static_cast<std::int64_t>(number % part);
  if (high == 0) return low;
  const bool fits = high <= wide{part} && high >= -wide{part};
  return (fits ? rational(static_cast<std::int64_t>(high)) : rational_of(high)) * rational(part) +
         rational(low);
}

/// How a household or person stands in a scenario and stood in the first one, in one small number: one cell
/// of a histogram tells all that is counted.
inline constexpr std::size_t standings = 27;
[[nodiscard]] constexpr std::uint8_t standing_of(outcome before, outcome now, int change) noexcept {
  return static_cast<std::uint8_t>(static_cast<int>(before) * 9 + static_cast<int>(now) * 3 + change + 1);
}
[[nodiscard]] constexpr outcome before_of(std::size_t standing) noexcept {
  return static_cast<outcome>(standing / 9);
}
[[nodiscard]] constexpr outcome now_of(std::size_t standing) noexcept {
  return static_cast<outcome>(standing / 3 % 3);
}
[[nodiscard]] constexpr int change_of(std::size_t standing) noexcept {
  return static_cast<int>(standing % 3) - 1;
}

/// What is granted, and what is gained and lost against the first scenario.
struct exact_amounts {
  rational granted;
  rational gain;
  rational loss;
};

/// How the households or persons of a block stand in one measure and scenario.
struct standing_column {
  std::vector<std::uint8_t> standings;
  std::vector<std::int64_t> amounts;  ///< empty where the measure has none
  std::vector<std::int64_t> changes;  ///< empty where nothing is compared
  /// All bits of the sizes of both, so that it is known what sums of them need.
  std::uint64_t bits = 0;
  /// What the whole numbers of the two do not hold; there they are 0.
  std::map<std::size_t, exact_amounts> others;
};

/// The sums of one group, measure and scenario. Amounts are whole numbers of the measure's decimals, and of
/// those of weights where there are weights.
struct tally_cell {
  std::array<std::uint64_t, standings> rows{};
  wide granted = 0;
  wide gain = 0;
  wide loss = 0;
};
/// Cannot overflow: a weight is below 2^60, and there are fewer than 2^64 rows.
using weight_cell = std::array<wide, standings>;

/// The cells of one grouping: by group, scenario and measure.
class tally {
 public:
  tally(std::size_t a_group, bool weighted) : a_group_(a_group), weighted_(weighted) {}

  void have_groups(std::size_t count) {
    if (count <= households_.size()) return;
    households_.resize(count);
    cells_.resize(count * a_group_);
    if (weighted_) weights_.resize(count * a_group_);
  }

  void household(std::size_t group, std::int64_t weight) noexcept {
    ++households_[group].first;
    households_[group].second += weight;
  }

  /// All households or persons of a column. `groups`: of each, `groups()` for one that counts nowhere.
  /// `weights`: of each; empty without weights. `place`: of the scenario and measure in a group.
  void add(std::size_t place, const standing_column& from, const std::vector<std::uint32_t>& groups,
           const std::vector<std::int64_t>& weights, int decimals) {
    constexpr std::size_t few = 64;
    if (!weighted_ && this->groups() <= few && sums_fit(from)) {
      add_fast(place, from, groups);
    } else {
      for (std::size_t i = 0; i < groups.size(); ++i)
        if (groups[i] < this->groups())
          add_one(groups[i], place, from, i, weighted_ ? weights[i] : weight_one, decimals);
    }
    for (const auto& [at, exact] : from.others)
      if (groups[at] < this->groups())
        add_other(groups[at] * a_group_ + place, exact, weighted_ ? weights[at] : weight_one);
  }

  void add_other(std::size_t cell, const exact_amounts& more, std::int64_t weight) {
    const rational factor = weighted_ ? in_weights(weight) : rational(1);
    exact_amounts& other = others_[cell];
    other.granted = other.granted + more.granted * factor;
    other.gain = other.gain + more.gain * factor;
    other.loss = other.loss + more.loss * factor;
  }

  /// Adds a group of another tally to one of this. The decimals of each measure in both.
  void take(std::size_t group, const tally& from, std::size_t from_group, const std::vector<int>& decimals,
            const std::vector<int>& from_decimals) {
    have_groups(group + 1);
    households_[group].first += from.households_[from_group].first;
    households_[group].second += from.households_[from_group].second;
    for (std::size_t i = 0; i < a_group_; ++i) {
      const std::size_t to = group * a_group_ + i;
      const std::size_t at = from_group * a_group_ + i;
      for (std::size_t k = 0; k < standings; ++k) {
        cells_[to].rows[k] += from.cells_[at].rows[k];
        if (weighted_) weights_[to][k] += from.weights_[at][k];
      }
      const int own = decimals[i % decimals.size()];
      const int other = from_decimals[i % decimals.size()];
      take(to, &tally_cell::granted, &exact_amounts::granted, from.cells_[at], own, other);
      take(to, &tally_cell::gain, &exact_amounts::gain, from.cells_[at], own, other);
      take(to, &tally_cell::loss, &exact_amounts::loss, from.cells_[at], own, other);
      if (const auto exact = from.others_.find(at); exact != from.others_.end())
        add_other(to, exact->second, weight_one);  // times one: weights are in it already
    }
  }

  [[nodiscard]] std::size_t groups() const noexcept { return households_.size(); }
  [[nodiscard]] study_count households(std::size_t group) const {
    return {households_[group].first, in_weights(households_[group].second)};
  }

  [[nodiscard]] study_figures figures(std::size_t group, std::size_t place, int decimals,
                                      bool compared) const {
    const std::size_t index = group * a_group_ + place;
    study_figures result;
    const auto counted = [&](const auto& belongs) {
      std::uint64_t rows = 0;
      wide weight = 0;
      for (std::size_t how = 0; how < standings; ++how) {
        if (!belongs(how)) continue;
        rows += cells_[index].rows[how];
        if (weighted_) weight += weights_[index][how];
      }
      return study_count{rows, weighted_ ? in_weights(weight) : rational_of(wide{rows})};
    };
    const auto known = [](std::size_t how) {
      return before_of(how) != outcome::undetermined && now_of(how) != outcome::undetermined;
    };
    const auto now = [&](outcome wanted) {
      return counted([&](std::size_t how) { return now_of(how) == wanted; });
    };
    const auto other = others_.find(index);
    const exact_amounts exact = other == others_.end() ? exact_amounts() : other->second;
    result.granted = now(outcome::granted);
    result.refused = now(outcome::refused);
    result.undetermined = now(outcome::undetermined);
    result.amount = in_units(cells_[index].granted, decimals) + exact.granted;
    if (!compared) return result;
    const auto moved = [&](outcome to) {
      return counted(
          [&](std::size_t how) { return known(how) && now_of(how) == to && before_of(how) != to; });
    };
    const auto changed = [&](int change) {
      return counted([&](std::size_t how) { return known(how) && change_of(how) == change; });
    };
    result.newly = moved(outcome::granted);
    result.no_longer = moved(outcome::refused);
    result.winners = changed(1);
    result.losers = changed(-1);
    result.unknown = counted([&](std::size_t how) { return !known(how); });
    result.gain = in_units(cells_[index].gain, decimals) + exact.gain;
    result.loss = in_units(cells_[index].loss, decimals) + exact.loss;
    return result;
  }

 private:
  /// Whether sums of 64 bits hold what a block of this column comes to.
  [[nodiscard]] static bool sums_fit(const standing_column& from) {
    constexpr std::uint64_t small = std::uint64_t{1} << 40U;
    return from.standings.size() < (std::size_t{1} << 22U) && from.bits < small;
  }

  /// Sums in the processor's nearest memory, whatever the number of groups adds to the cells.
  void add_fast(std::size_t place, const standing_column& from, const std::vector<std::uint32_t>& groups) {
    struct small_cell {
      std::array<std::uint32_t, standings> rows{};
      std::int64_t granted = 0;
      std::int64_t gain = 0;
      std::int64_t change = 0;
    };
    std::vector<small_cell> sums(this->groups() + 1);  // the last one for those that count nowhere
    const std::size_t count = groups.size();
    for (std::size_t i = 0; i < count; ++i) ++sums[groups[i]].rows[from.standings[i]];
    if (!from.amounts.empty())
      for (std::size_t i = 0; i < count; ++i) sums[groups[i]].granted += from.amounts[i];
    if (!from.changes.empty())
      for (std::size_t i = 0; i < count; ++i) {
        const std::int64_t change = from.changes[i];
        sums[groups[i]].gain += change > 0 ? change : 0;
        sums[groups[i]].change += change;
      }
    for (std::size_t group = 0; group < this->groups(); ++group) {
      tally_cell& to = cells_[group * a_group_ + place];
      const small_cell& more = sums[group];
      for (std::size_t how = 0; how < standings; ++how) to.rows[how] += more.rows[how];
      // Fewer than 2^64 rows of 64 bits: these sums have room.
      to.granted += more.granted;
      to.gain += more.gain;
      to.loss += more.gain - more.change;
    }
  }

  void add_one(std::size_t group, std::size_t place, const standing_column& from, std::size_t at,
               std::int64_t weight, int decimals) {
    const std::size_t index = group * a_group_ + place;
    tally_cell& to = cells_[index];
    const std::uint8_t how = from.standings[at];
    ++to.rows[how];
    if (weighted_) weights_[index][how] += weight;
    if (from.amounts.empty()) return;
    // Without weights sums of 64 bits cannot overflow; with them, products are below 2^124.
    const wide factor = weighted_ ? weight : 1;
    if (__builtin_expect(__builtin_add_overflow(to.granted, from.amounts[at] * factor, &to.granted), 0))
      spilled(index, &exact_amounts::granted, to.granted, from.amounts[at] * factor, decimals);
    if (!from.changes.empty()) {
      const std::int64_t change = from.changes[at];
      const std::int64_t gain = change > 0 ? change : 0;
      const wide more = gain * factor;
      const wide less = (wide{gain} - change) * factor;
      if (__builtin_expect(__builtin_add_overflow(to.gain, more, &to.gain), 0))
        spilled(index, &exact_amounts::gain, to.gain, more, decimals);
      if (__builtin_expect(__builtin_add_overflow(to.loss, less, &to.loss), 0))
        spilled(index, &exact_amounts::loss, to.loss, less, decimals);
    }
  }

  /// A sum has left its 128 bits: what it was becomes a rational number, and `more` begins a new one.
  void spilled(std::size_t cell, rational exact_amounts::*part, wide& sum, wide more, int decimals) {
    const auto wrapped = static_cast<unsigned_wide>(sum) - static_cast<unsigned_wide>(more);
    rational& other = others_[cell].*part;
    other = other + in_units(static_cast<wide>(wrapped), decimals);
    sum = more;
  }
  void take(std::size_t to, wide tally_cell::*sum, rational exact_amounts::*part, const tally_cell& from,
            int own, int other) {
    wide& mine = cells_[to].*sum;
    if (own != other) {
      if (from.*sum != 0) others_[to].*part = others_[to].*part + in_units(from.*sum, other);
    } else if (__builtin_add_overflow(mine, from.*sum, &mine)) {
      spilled(to, part, mine, from.*sum, own);
    }
  }

  [[nodiscard]] rational in_units(wide sum, int decimals) const {
    if (sum == 0) return 0;
    return rational_of(sum) / rational::power(rational(10), decimals + (weighted_ ? weight_decimals : 0));
  }
  [[nodiscard]] static rational in_weights(wide sum) { return rational_of(sum) / rational(weight_one); }

  std::size_t a_group_;
  bool weighted_;
  std::vector<tally_cell> cells_;
  std::vector<weight_cell> weights_;                        ///< empty without weights
  std::vector<std::pair<std::uint64_t, wide>> households_;  ///< by group: how many, and their weight
  std::map<std::size_t, exact_amounts> others_;             ///< by cell: what whole numbers did not hold
};

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis
