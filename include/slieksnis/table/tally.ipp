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

/// Who is counted where: by outcome, and against another scenario.
enum tally_count : std::size_t {
  count_granted,
  count_refused,
  count_undetermined,
  count_newly,
  count_no_longer,
  count_winners,
  count_losers,
  count_unknown,
  tally_counts
};
enum tally_amount : std::size_t { amount_granted, amount_gain, amount_loss, tally_amounts };

/// The sums of one group, measure and scenario. Amounts are whole numbers of the measure's decimals and of
/// those of weights, where there are weights. Counts of weights cannot overflow: a weight is below 2^60.
struct tally_cell {
  std::array<std::uint64_t, tally_counts> rows{};
  std::array<wide, tally_amounts> amounts{};
};
using weight_cell = std::array<wide, tally_counts>;

/// How one household or person stands in one scenario.
struct tally_side {
  outcome made = outcome::refused;
  std::int64_t amount = 0;
  const rational* other = nullptr;  ///< the amount, where a whole number does not hold it
};

/// The cells of one grouping: by group, scenario and measure.
class tally {
 public:
  tally(std::size_t a_group, bool weighted) : a_group_(a_group), weighted_(weighted) {}

  void have_groups(std::size_t count) {
    if (count * a_group_ > cells_.size()) cells_.resize(count * a_group_);
    if (weighted_ && cells_.size() > weights_.size()) weights_.resize(cells_.size());
    if (count > households_.size()) households_.resize(count);
  }

  void household(std::size_t group, std::int64_t weight) noexcept {
    ++households_[group].first;
    households_[group].second += weight;
  }

  /// A household or person in one scenario.
  void add(std::size_t cell, const tally_side& now, std::int64_t weight, int decimals) {
    tally_cell& to = cells_[cell];
    const auto place = static_cast<std::size_t>(now.made);
    ++to.rows[place];
    if (weighted_) weights_[cell][place] += weight;
    if (now.other != nullptr)
      add_other(cell, amount_granted, *now.other, weight, decimals);
    else if (now.amount != 0)
      add_amount(cell, amount_granted, wide{now.amount} * factor(weight), decimals);
  }

  /// The same against another scenario.
  void compare(std::size_t cell, const tally_side& before, const tally_side& now, std::int64_t weight,
               int decimals) {
    if (before.made == outcome::undetermined || now.made == outcome::undetermined) {
      count(cell, count_unknown, weight);
      return;
    }
    if (before.made != now.made)
      count(cell, now.made == outcome::granted ? count_newly : count_no_longer, weight);
    if (before.other != nullptr || now.other != nullptr) {
      const rational difference = exactly(now, decimals) - exactly(before, decimals);
      if (difference.sign() == 0) return;
      const bool more = difference.sign() > 0;
      count(cell, more ? count_winners : count_losers, weight);
      add_other(cell, more ? amount_gain : amount_loss, more ? difference : -difference, weight, decimals);
      return;
    }
    const wide difference = wide{now.amount} - before.amount;
    if (difference == 0) return;
    const bool more = difference > 0;
    count(cell, more ? count_winners : count_losers, weight);
    add_amount(cell, more ? amount_gain : amount_loss, (more ? difference : -difference) * factor(weight),
               decimals);
  }

  /// Adds a group of another tally to one of this. The decimals of its measures, by measure.
  void take(std::size_t group, const tally& from, std::size_t from_group, const std::vector<int>& decimals,
            const std::vector<int>& from_decimals) {
    have_groups(group + 1);
    households_[group].first += from.households_[from_group].first;
    households_[group].second += from.households_[from_group].second;
    for (std::size_t i = 0; i < a_group_; ++i) {
      const std::size_t to = group * a_group_ + i;
      const std::size_t at = from_group * a_group_ + i;
      const std::size_t measure = i % decimals.size();
      for (std::size_t k = 0; k < tally_counts; ++k) {
        cells_[to].rows[k] += from.cells_[at].rows[k];
        if (weighted_) weights_[to][k] += from.weights_[at][k];
      }
      for (std::size_t k = 0; k < tally_amounts; ++k) {
        if (decimals[measure] == from_decimals[measure])
          add_amount(to, k, from.cells_[at].amounts[k], decimals[measure]);
        else
          others_[{to, k}] = others_[{to, k}] + in_units(from.cells_[at].amounts[k], from_decimals[measure]);
        if (const auto other = from.others_.find({at, k}); other != from.others_.end())
          others_[{to, k}] = others_[{to, k}] + other->second;
      }
    }
  }

  [[nodiscard]] std::size_t groups() const noexcept { return households_.size(); }
  [[nodiscard]] wide weight_of(std::size_t group) const noexcept { return households_[group].second; }
  [[nodiscard]] study_count households(std::size_t group) const {
    return {households_[group].first, in_weights(households_[group].second)};
  }

  [[nodiscard]] study_figures figures(std::size_t cell, int decimals) const {
    study_figures result;
    const auto counted = [&](tally_count what) {
      const std::uint64_t rows = cells_[cell].rows[what];
      return study_count{rows, weighted_ ? in_weights(weights_[cell][what]) : rational_of(wide{rows})};
    };
    const auto amount = [&](tally_amount what) {
      const rational whole = in_units(cells_[cell].amounts[what], decimals);
      const auto other = others_.find({cell, what});
      return other == others_.end() ? whole : whole + other->second;
    };
    result.granted = counted(count_granted);
    result.refused = counted(count_refused);
    result.undetermined = counted(count_undetermined);
    result.amount = amount(amount_granted);
    result.newly = counted(count_newly);
    result.no_longer = counted(count_no_longer);
    result.winners = counted(count_winners);
    result.losers = counted(count_losers);
    result.unknown = counted(count_unknown);
    result.gain = amount(amount_gain);
    result.loss = amount(amount_loss);
    return result;
  }

  [[nodiscard]] static rational exactly(const tally_side& side, int decimals) {
    return side.other != nullptr ? *side.other
                                 : rational(side.amount) / rational::power(rational(10), decimals);
  }

 private:
  [[nodiscard]] std::int64_t factor(std::int64_t weight) const noexcept { return weighted_ ? weight : 1; }
  void count(std::size_t cell, tally_count what, std::int64_t weight) noexcept {
    ++cells_[cell].rows[what];
    if (weighted_) weights_[cell][what] += weight;
  }

  void add_amount(std::size_t cell, std::size_t what, wide more, int decimals) {
    wide& sum = cells_[cell].amounts[what];
    wide next = 0;
    if (__builtin_add_overflow(sum, more, &next)) {
      rational& other = others_[{cell, what}];
      other = other + in_units(sum, decimals);
      next = more;
    }
    sum = next;
  }
  void add_other(std::size_t cell, std::size_t what, const rational& more, std::int64_t weight, int) {
    rational& other = others_[{cell, what}];
    other = other + (weighted_ ? more * in_weights(weight) : more);
  }

  [[nodiscard]] rational in_units(wide sum, int decimals) const {
    if (sum == 0) return 0;
    return rational_of(sum) / rational::power(rational(10), decimals + (weighted_ ? weight_decimals : 0));
  }
  [[nodiscard]] rational in_weights(wide sum) const {
    return weighted_ ? rational_of(sum) / rational(weight_one) : rational_of(sum / weight_one);
  }

  std::size_t a_group_;
  bool weighted_;
  std::vector<tally_cell> cells_;
  std::vector<weight_cell> weights_;                                ///< empty without weights
  std::vector<std::pair<std::uint64_t, wide>> households_;          ///< by group: how many, and their weight
  std::map<std::pair<std::size_t, std::size_t>, rational> others_;  ///< what whole numbers did not hold
};

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis
