// SPDX-License-Identifier: Apache-2.0
// Parts of equal weight, such as deciles: where they begin is known only when every household has been read.
#pragma once

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>
#include <vector>

#include "study_groups.ipp"
#include "tally.ipp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// The households of a block.
struct block_units {
  std::vector<std::uint8_t> good;      ///< 0 for one that counts nowhere
  std::vector<std::int64_t> weights;   ///< empty without weights
  std::vector<std::uint32_t> offsets;  ///< of their persons; empty where rows are households
};

/// What is kept of a block until the parts are known: some hundred bytes a household.
struct kept_block {
  block_units units;
  std::vector<standing_column> columns;           ///< by scenario and measure
  std::vector<int> decimals;                      ///< of their amounts, by measure
  std::vector<std::vector<std::int64_t>> values;  ///< by grouping by parts, and household of the block
};

/// Where each part begins. The part of a value is told by the weight of all lesser values, so that households
/// of one value are in one part.
class part_bounds {
 public:
  part_bounds(const std::vector<kept_block>& blocks, std::size_t grouping, std::size_t count)
      : blocks_(blocks),
        grouping_(grouping),
        least_of_(count, std::numeric_limits<std::int64_t>::max()),
        greatest_of_(count, no_number) {
    find();
  }

  [[nodiscard]] std::size_t count() const noexcept { return least_of_.size(); }
  /// `count()` for a value that is not known.
  [[nodiscard]] std::size_t part_of(std::int64_t value) const noexcept {
    if (value == no_number) return count();
    return static_cast<std::size_t>(std::upper_bound(begins_.begin(), begins_.end(), value) -
                                    begins_.begin());
  }
  /// The least and the greatest value of a part that has any.
  [[nodiscard]] std::optional<std::pair<std::int64_t, std::int64_t>> ends(std::size_t part) const {
    if (greatest_of_[part] == no_number) return std::nullopt;
    return std::pair(least_of_[part], greatest_of_[part]);
  }

 private:
  template <typename Use>
  void each(const Use& use) const {
    for (const kept_block& block : blocks_) {
      const std::int64_t* const values = block.values[grouping_].data();
      const block_units& units = block.units;
      for (std::size_t i = 0; i < units.good.size(); ++i)
        if (units.good[i] != 0 && values[i] != no_number)
          use(values[i], units.weights.empty() ? weight_one : units.weights[i]);
    }
  }

  /// A histogram tells in which of its buckets parts begin; only the values of those are sorted.
  void find() {
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    std::int64_t greatest = no_number;
    each([&](std::int64_t value, std::int64_t) {
      least = std::min(least, value);
      greatest = std::max(greatest, value);
    });
    if (greatest == no_number) return;
    constexpr std::uint64_t buckets = 1U << 14U;
    const auto above = [&](std::int64_t value) {
      return static_cast<std::uint64_t>(value) - static_cast<std::uint64_t>(least);
    };
    unsigned shift = 0;
    while ((above(greatest) >> shift) >= buckets) ++shift;
    std::vector<wide> weights(buckets);
    each([&](std::int64_t value, std::int64_t weight) { weights[above(value) >> shift] += weight; });
    wide whole = 0;
    for (const wide one : weights) whole += one;
    if (whole > 0) {
      std::vector<std::uint8_t> wanted(buckets);
      const auto parts = static_cast<wide>(count());
      wide below = 0;
      std::size_t next = 1;
      // A part that begins in a bucket, or with the first value behind it.
      for (std::size_t i = 0; i < buckets && next < count(); ++i) {
        const wide behind = below + weights[i];
        for (; next < count() && parts * behind >= static_cast<wide>(next) * whole; ++next) wanted[i] = 1;
        below = behind;
      }
      begin_parts(weights, wanted, whole, above, shift);
    }
    each([&](std::int64_t value, std::int64_t) {
      const std::size_t part = part_of(value);
      least_of_[part] = std::min(least_of_[part], value);
      greatest_of_[part] = std::max(greatest_of_[part], value);
    });
  }

  template <typename Above>
  void begin_parts(const std::vector<wide>& weights, const std::vector<std::uint8_t>& wanted, wide whole,
                   const Above& above, unsigned shift) {
    std::vector<std::pair<std::int64_t, std::int64_t>> sorted;
    // The least value behind each bucket that is wanted may begin a part as well.
    std::vector<std::int64_t> first_behind(weights.size() + 1, std::numeric_limits<std::int64_t>::max());
    each([&](std::int64_t value, std::int64_t weight) {
      const std::uint64_t bucket = above(value) >> shift;
      if (wanted[bucket] != 0) sorted.emplace_back(value, weight);
      first_behind[bucket] = std::min(first_behind[bucket], value);
    });
    for (std::size_t i = weights.size(); i > 0; --i)
      first_behind[i - 1] = std::min(first_behind[i - 1], first_behind[i]);
    std::sort(sorted.begin(), sorted.end());
    const auto parts = static_cast<wide>(count());
    wide below = 0;
    auto at = sorted.begin();
    std::size_t next = 1;
    const auto begin = [&](std::int64_t value, wide lesser) {
      for (; next < count() && parts * lesser >= static_cast<wide>(next) * whole; ++next)
        begins_.push_back(value);
    };
    for (std::size_t i = 0; i < weights.size(); ++i) {
      if (wanted[i] != 0) {
        wide lesser = below;
        while (at != sorted.end() && above(at->first) >> shift == i) {
          const std::int64_t value = at->first;
          begin(value, lesser);
          for (; at != sorted.end() && at->first == value; ++at) lesser += at->second;
        }
        const std::int64_t behind = first_behind[i + 1];
        if (behind != std::numeric_limits<std::int64_t>::max()) begin(behind, lesser);
      }
      below += weights[i];
    }
  }

  const std::vector<kept_block>& blocks_;
  std::size_t grouping_;
  std::vector<std::int64_t> begins_;  ///< of the second part and those behind it, rising
  std::vector<std::int64_t> least_of_;
  std::vector<std::int64_t> greatest_of_;
};

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis
