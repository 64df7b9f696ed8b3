// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <limits>

#include "block_range.hpp"
#include "processors.ipp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

__extension__ using wide_lane = __int128;

/// A closed interval of lanes; `fits` is false once 128 bits do not hold it.
struct lane_range {
  wide_lane least = 0;
  wide_lane greatest = 0;
};

class range_finder {
 public:
  range_finder(const table_program& program, const fact_table& table, const table_block& block,
               narrow_ranges& known)
      : program_(program), table_(table), block_(block), known_(known), own_(known.measured) {
    const auto offsets = table_.offsets();
    if (!offsets.empty())
      for (std::size_t i = block_.first; i < block_.first + block_.households; ++i)
        largest_household_ = std::max<std::int64_t>(largest_household_, offsets[i + 1] - offsets[i]);
    own_.clear();
    for (const std::uint32_t load : program_.loads) own_.push_back(loaded(program_.steps[load]));
  }

  lane_width find() {
    const bool same = known_.program == program_.id && program_.id != 0;
    if (same && inside()) return lane_width::bits_32;
    const lane_width width = width_for(own_);
    if (width != lane_width::bits_32) return width;
    // What was known and this block in one, if that is narrow too: soon every usual block is inside.
    if (same) {
      for (std::size_t i = 0; i < own_.size(); ++i)
        own_[i] = {std::min(own_[i].first, known_.inputs[i].first),
                   std::max(own_[i].second, known_.inputs[i].second)};
      largest_household_ = std::max(largest_household_, known_.largest_household);
      if (width_for(own_) != lane_width::bits_32) return width;
    }
    known_.program = program_.id;
    known_.inputs = own_;
    known_.largest_household = largest_household_;
    return width;
  }

 private:
  [[nodiscard]] bool inside() const {
    if (largest_household_ > known_.largest_household) return false;
    for (std::size_t i = 0; i < own_.size(); ++i)
      if (own_[i].first < known_.inputs[i].first || own_[i].second > known_.inputs[i].second) return false;
    return true;
  }

  /// How wide lanes must be when inputs lie in these ranges.
  lane_width width_for(const std::vector<std::pair<std::int64_t, std::int64_t>>& inputs) {
    ranges_.assign(program_.numbers, {});
    worst_ = 0;
    fits_ = true;
    auto next = inputs.begin();
    for (const table_step& one : program_.steps) {
      if (one.kind == table_operation::load_number) {
        ranges_[one.into] = noted(lane_range{next->first, next->second});
        ++next;
      } else {
        visit(one);
      }
      if (!fits_) return lane_width::exact;
    }
    const auto within = [&](wide_lane most) { return worst_ <= most; };
    if (within(std::numeric_limits<std::int32_t>::max())) return lane_width::bits_32;
    if (within(std::numeric_limits<std::int64_t>::max())) return lane_width::bits_64;
    return lane_width::bits_128;
  }

  wide_lane multiplied(wide_lane a, wide_lane b) {
    wide_lane result = 0;
    if (__builtin_mul_overflow(a, b, &result)) fits_ = false;
    return noted(result);
  }
  wide_lane added(wide_lane a, wide_lane b) {
    wide_lane result = 0;
    if (__builtin_add_overflow(a, b, &result)) fits_ = false;
    return noted(result);
  }
  /// Every number on the way counts, so that no intermediate result overflows either.
  wide_lane noted(wide_lane size) {
    worst_ = std::max(worst_, size < 0 ? -(size + 1) : size);
    return size;
  }
  lane_range noted(lane_range range) {
    noted(range.least);
    noted(range.greatest);
    return range;
  }
  lane_range times(lane_range a, wide_lane by) {
    const wide_lane x = multiplied(a.least, by);
    const wide_lane y = multiplied(a.greatest, by);
    return {std::min(x, y), std::max(x, y)};
  }
  lane_range plus(lane_range a, lane_range b) {
    return {added(a.least, b.least), added(a.greatest, b.greatest)};
  }
  lane_range argument(register_id from, std::int64_t constant) {
    return from == no_register ? noted(lane_range{constant, constant}) : ranges_[from];
  }
  static lane_range hull(lane_range a, lane_range b) {
    return {std::min(a.least, b.least), std::max(a.greatest, b.greatest)};
  }

  lane_range linear(const table_step& one) {
    lane_range result = plus(times(ranges_[one.a], one.fa), {one.constant, one.constant});
    if (one.b != no_register) result = plus(result, times(ranges_[one.b], one.fb));
    noted(lane_range{one.constant, one.constant});
    noted(lane_range{one.fa, one.fb});
    return result;
  }

  /// Least and greatest of a column in the block; what is not stated is 0.
  std::pair<std::int64_t, std::int64_t> loaded(const table_step& one) const {
    const fact_column& column = table_.columns()[one.index];
    const std::size_t first = one.of_persons ? block_.first_person : block_.first;
    const std::size_t count = one.of_persons ? block_.persons : block_.households;
    if (!column.codes.empty()) return {0, program_.look_ups[static_cast<std::size_t>(one.constant)].greatest};
    const auto scan = [&](const auto& values) {
      using number = std::decay_t<decltype(values[0])>;
      number least = 0;
      number greatest = 0;
      const number* from = values.data() + first;
      if (count == 1)
        return std::pair<std::int64_t, std::int64_t>{std::min(*from, least), std::max(*from, least)};
      // A least and a greatest for each place of a vector, so that rows need not wait for those before.
      on_this_processor([&]() __attribute__((always_inline)) {
        constexpr std::size_t wide = 64 / sizeof(number);
        alignas(64) std::array<number, wide> low{};
        alignas(64) std::array<number, wide> high{};
        const std::size_t whole = count / wide * wide;
        for (std::size_t i = 0; i < whole; i += wide) {
          SLIEKSNIS_ROWS_APART
          for (std::size_t j = 0; j < wide; ++j) {
            low[j] = from[i + j] < low[j] ? from[i + j] : low[j];
            high[j] = from[i + j] > high[j] ? from[i + j] : high[j];
          }
        }
        least = *std::min_element(low.begin(), low.end());
        greatest = *std::max_element(high.begin(), high.end());
        for (std::size_t i = whole; i < count; ++i) {
          least = std::min(least, from[i]);
          greatest = std::max(greatest, from[i]);
        }
      });
      return std::pair<std::int64_t, std::int64_t>{least, greatest};
    };
    return column.days.empty() ? scan(column.numbers) : scan(column.days);
  }

  lane_range multiply(const lane_range& a, const lane_range& b) {
    return hull(times(a, b.least), times(a, b.greatest));
  }

  void visit(const table_step& one) {
    lane_range result;
    switch (one.kind) {
      case table_operation::linear:
        result = linear(one);
        break;
      case table_operation::sign:
        static_cast<void>(linear(one));
        return;
      case table_operation::multiply:
        result = multiply(ranges_[one.a], ranges_[one.b]);
        break;
      case table_operation::round: {
        const lane_range before = times(ranges_[one.a], one.fa);
        noted(lane_range{one.fa, one.fb});
        // Halves are found by doubling the rest, which is below the divisor.
        static_cast<void>(multiplied(one.fb, 2));
        const lane_range counted{before.least / one.fb - 1, before.greatest / one.fb + 1};
        result = times(counted, one.constant);
        break;
      }
      case table_operation::absolute:
        result = hull(ranges_[one.a], times(ranges_[one.a], -1));
        break;
      case table_operation::least:
      case table_operation::greatest:
      case table_operation::first_number:
        result = hull(ranges_[one.a], argument(one.b, one.fb));
        break;
      case table_operation::choose_number:
        result = hull(argument(one.a, one.fa), argument(one.b, one.fb));
        break;
      case table_operation::constant_if:
        result = hull({0, 0}, {one.fa, one.fa});
        break;
      case table_operation::look_up_truth: {
        const std::int64_t first = program_.look_ups[one.index].first;
        static_cast<void>(plus(ranges_[one.a], {-first, -first}));
        return;
      }
      case table_operation::look_up_number: {
        const look_up_table& table = program_.look_ups[one.index];
        static_cast<void>(plus(ranges_[one.a], {-table.first, -table.first}));
        result = hull({0, 0}, {table.least, table.greatest});
        break;
      }
      case table_operation::spread_number:
        result = ranges_[one.a];
        break;
      case table_operation::sum_persons:
        result = hull({0, 0}, times(ranges_[one.a], largest_household_));
        break;
      case table_operation::count_persons:
        result = {0, largest_household_};
        break;
      case table_operation::least_persons:
      case table_operation::greatest_persons:
        result = hull({0, 0}, ranges_[one.a]);
        break;
      case table_operation::decide: {
        // Amounts leave the lanes as whole numbers of 64 bits.
        using limits = std::numeric_limits<std::int64_t>;
        if (one.b == no_register) return;
        const lane_range amount = ranges_[one.b];
        if (amount.least < limits::min() || amount.greatest > limits::max()) fits_ = false;
        return;
      }
      default:
        return;  // gives no number
    }
    // What is not known is 0 in its lane.
    result = hull(result, {0, 0});
    ranges_[one.into] = noted(result);
    if (one.limit > 0 && (result.greatest > one.limit || result.least < -one.limit)) fits_ = false;
  }

  const table_program& program_;
  const fact_table& table_;
  const table_block& block_;
  narrow_ranges& known_;
  std::vector<std::pair<std::int64_t, std::int64_t>>& own_;
  std::vector<lane_range> ranges_;
  wide_lane worst_ = 0;
  std::int64_t largest_household_ = 0;
  bool fits_ = true;
};

}  // namespace detail

SLIEKSNIS_INLINE table_block block_of(const fact_table& table, std::size_t first, std::size_t most) {
  table_block result;
  result.first = first;
  result.households = std::min(most, table.households() - first);
  if (!table.has_persons()) return result;
  result.first_person = table.offsets()[first];
  result.persons = table.offsets()[first + result.households] - result.first_person;
  return result;
}

SLIEKSNIS_INLINE lane_width width_of(const table_program& program, const fact_table& table,
                                     const table_block& block, narrow_ranges& known) {
  return detail::range_finder(program, table, block, known).find();
}

}  // namespace v0
}  // namespace slieksnis
