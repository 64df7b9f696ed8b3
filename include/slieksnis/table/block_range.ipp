// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
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
  range_finder(const table_program& program, const fact_table& table, const table_block& block)
      : program_(program), table_(table), block_(block), ranges_(program.numbers) {}

  lane_width find() {
    const auto offsets = table_.offsets();
    if (!offsets.empty())
      for (std::size_t i = block_.first; i < block_.first + block_.households; ++i)
        largest_household_ = std::max<wide_lane>(largest_household_, offsets[i + 1] - offsets[i]);
    for (const table_step& one : program_.steps) {
      visit(one);
      if (!fits_) return lane_width::exact;
    }
    const auto within = [&](wide_lane most) { return worst_ <= most; };
    if (within(std::numeric_limits<std::int32_t>::max())) return lane_width::bits_32;
    if (within(std::numeric_limits<std::int64_t>::max())) return lane_width::bits_64;
    return lane_width::bits_128;
  }

 private:
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

  lane_range loaded(const table_step& one) {
    const fact_column& column = table_.columns()[one.index];
    const std::size_t first = one.of_persons ? block_.first_person : block_.first;
    const std::size_t count = one.of_persons ? block_.persons : block_.households;
    if (!column.codes.empty()) {
      const look_up_table& codes = program_.look_ups[static_cast<std::size_t>(one.constant)];
      return {0, codes.greatest};
    }
    const auto scan = [&](const auto& values) {
      if (count == 0) return lane_range{};
      auto least = values[first];
      auto greatest = least;
      const auto* from = values.data() + first;
      on_this_processor([&]() __attribute__((always_inline)) {
        auto low = least;
        auto high = greatest;
        for_rows_exactly(
            count, [&](std::size_t i) __attribute__((always_inline)) {
              low = from[i] < low ? from[i] : low;
              high = from[i] > high ? from[i] : high;
            });
        least = low;
        greatest = high;
      });
      return lane_range{least, greatest};
    };
    return column.days.empty() ? scan(column.numbers) : scan(column.days);
  }

  lane_range multiply(const lane_range& a, const lane_range& b) {
    return hull(times(a, b.least), times(a, b.greatest));
  }

  void visit(const table_step& one) {
    lane_range result;
    switch (one.kind) {
      case table_operation::load_number:
        result = loaded(one);
        break;
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
  std::vector<lane_range> ranges_;
  wide_lane worst_ = 0;
  wide_lane largest_household_ = 0;
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
                                     const table_block& block) {
  return detail::range_finder(program, table, block).find();
}

}  // namespace v0
}  // namespace slieksnis
