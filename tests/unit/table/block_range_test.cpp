// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <limits>
#include <slieksnis/table/block_range.hpp>

#include "../support/table_book.hpp"
#include "../support/table_steps.hpp"
#include "tables.hpp"

namespace {

using namespace slieksnis;
using table_steps::load;
using table_steps::program;
using table_steps::step;
using table_steps::width_alone;
using tables::owned_table;
using enum lane_width;

constexpr std::int64_t least_32 = std::numeric_limits<std::int32_t>::min();
constexpr std::int64_t most_32 = std::numeric_limits<std::int32_t>::max();
constexpr std::int64_t least_64 = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t most_64 = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t half_64 = std::int64_t{1} << 62;

const rule_book& book() { return table_book::book({}); }

/// The width for one household with this income (register and column 0) and these costs (1).
lane_width width(const table_program& of, std::int64_t income, std::int64_t costs = 0) {
  owned_table made(book(), 1);
  made.numbers("income", {income}, 0).numbers("costs", {costs}, 0);
  return width_alone(of, made.table, block_of(made.table, 0, 1));
}

table_program with(std::vector<table_step> steps, register_id amount) {
  steps.insert(steps.begin(), {load(0, 0), load(1, 1)});
  return program(std::move(steps), amount);
}

TEST(width_of, a_number_is_the_least_that_holds_it) {
  const table_program plain = with({}, 0);
  EXPECT_EQ(width(plain, 0), bits_32);
  EXPECT_EQ(width(plain, most_32), bits_32);
  EXPECT_EQ(width(plain, most_32 + 1), bits_64);
  EXPECT_EQ(width(plain, least_32), bits_32);
  EXPECT_EQ(width(plain, least_32 - 1), bits_64);
  EXPECT_EQ(width(plain, most_64), bits_64);
  EXPECT_EQ(width(plain, least_64), bits_64);
}

TEST(width_of, a_sum_holds_every_part_on_the_way) {
  const table_program sum =
      with({step(table_operation::linear, {.into = 2, .a = 0, .b = 1, .fa = 2, .fb = 3, .constant = 1})}, 0);
  EXPECT_EQ(width(sum, (most_32 - 1) / 2), bits_32);
  EXPECT_EQ(width(sum, (most_32 - 1) / 2 + 1), bits_64);
  EXPECT_EQ(width(sum, (most_32 - 1) / 2, 1), bits_64);
  EXPECT_EQ(width(sum, 0, most_32 / 3), bits_32) << "three times that and one is the greatest of all";
  EXPECT_EQ(width(sum, 0, most_32 / 3 + 1), bits_64);
  EXPECT_EQ(width(sum, least_32 / 2, 1), bits_32);
  EXPECT_EQ(width(sum, (most_64 - 1) / 2), bits_64);
  EXPECT_EQ(width(sum, (most_64 - 1) / 2 + 1), bits_128);
  EXPECT_EQ(width(sum, most_64, most_64), bits_128);
}

TEST(width_of, constants_and_factors_are_lanes_too) {
  const auto constant = [](std::int64_t value) {
    return with({step(table_operation::linear, {.into = 2, .a = 0, .constant = value})}, 2);
  };
  EXPECT_EQ(width(constant(most_32), 0), bits_32);
  EXPECT_EQ(width(constant(most_32 + 1), -1), bits_64) << "though the sum would fit";
  const auto factor = [](std::int64_t value) {
    return with({step(table_operation::linear, {.into = 2, .a = 0, .fa = value})}, 2);
  };
  EXPECT_EQ(width(factor(most_32), 0), bits_32);
  EXPECT_EQ(width(factor(most_32 + 1), 0), bits_64) << "even times zero";
}

TEST(width_of, a_product_counts_both_sides) {
  const table_program product = with({step(table_operation::multiply, {.into = 2, .a = 0, .b = 1})}, 0);
  // 2^31 - 1 is a prime; 2^63 - 1 = 153'092'023 * 60'247'241'209.
  EXPECT_EQ(width(product, most_32, 1), bits_32);
  EXPECT_EQ(width(product, 1 << 16, 1 << 15), bits_64);
  EXPECT_EQ(width(product, -(1 << 16), 1 << 15), bits_32);
  EXPECT_EQ(width(product, 153'092'023, 60'247'241'209), bits_64);
  EXPECT_EQ(width(product, std::int64_t{1} << 32, std::int64_t{1} << 31), bits_128);
  EXPECT_EQ(width(product, -(std::int64_t{1} << 32), std::int64_t{1} << 31), bits_64);
  EXPECT_EQ(width(product, least_64, least_64), bits_128) << "2 to the power 126";
}

TEST(width_of, beyond_128_bits_is_exact) {
  // Register 2 is at most 2^124, register 3 eight times that: 2^127 with the constant, or one less.
  const auto eight_times = [](std::int64_t constant) {
    return with(
        {step(table_operation::multiply, {.into = 2, .a = 0, .b = 1}),
         step(table_operation::linear, {.into = 3, .a = 2, .b = 2, .fa = 4, .fb = 4, .constant = constant})},
        0);
  };
  EXPECT_EQ(width(eight_times(-1), half_64, half_64), bits_128);
  EXPECT_EQ(width(eight_times(0), half_64, half_64), exact);
  EXPECT_EQ(width(eight_times(0), -half_64, half_64), bits_128) << "-2^127 still is one";
  EXPECT_EQ(width(eight_times(-1), -half_64, half_64), exact);
}

TEST(width_of, amounts_beyond_64_bits_are_exact) {
  const table_program sum = with({step(table_operation::linear, {.into = 2, .a = 0, .b = 1})}, 2);
  EXPECT_EQ(width(sum, most_64), bits_64);
  EXPECT_EQ(width(sum, most_64, 1), exact) << "columns of amounts would not hold it";
  EXPECT_EQ(width(sum, least_64, -1), exact);
}

TEST(width_of, roundings_have_room_for_their_results) {
  const auto rounded = [](std::int64_t multiplier, std::int64_t divisor, std::int64_t times) {
    return with({step(table_operation::round,
                      {.into = 2, .a = 0, .fa = multiplier, .fb = divisor, .constant = times})},
                2);
  };
  EXPECT_EQ(width(rounded(1, 100, 1), most_32), bits_32);
  EXPECT_EQ(width(rounded(100, 7, 1), most_32), bits_64);
  EXPECT_EQ(width(rounded(1, 100, 100), most_32), bits_64) << "rounded up it may be more than it was";
  EXPECT_EQ(width(rounded(1, 100, 100), most_32 - 200), bits_32);
  EXPECT_EQ(width(rounded(1, most_32 / 2 + 1, 1), 5), bits_64)
      << "twice the rest is compared with the divisor";
}

TEST(width_of, whichever_value_is_chosen_fits) {
  const auto of = [](table_operation kind) { return with({step(kind, {.into = 2, .a = 0, .b = 1})}, 2); };
  for (const auto kind : {table_operation::least, table_operation::greatest}) {
    EXPECT_EQ(width(of(kind), most_32, least_32), bits_32);
    EXPECT_EQ(width(of(kind), most_32 + 1, 0), bits_64);
  }
  EXPECT_EQ(width(with({step(table_operation::absolute, {.into = 2, .a = 0})}, 2), least_32), bits_64)
      << "its size is one above the greatest";
  EXPECT_EQ(width(with({step(table_operation::absolute, {.into = 2, .a = 0})}, 2), least_32 + 1), bits_32);
}

TEST(width_of, is_of_the_block_and_not_of_the_table) {
  owned_table made(book(), 3);
  made.numbers("income", {1, most_32 + 1, 2}, 0).numbers("costs", {0, 0, 0}, 0);
  const table_program plain = with({}, 0);
  EXPECT_EQ(width_alone(plain, made.table, block_of(made.table, 0, 1)), bits_32);
  EXPECT_EQ(width_alone(plain, made.table, block_of(made.table, 1, 1)), bits_64);
  EXPECT_EQ(width_alone(plain, made.table, block_of(made.table, 2, 1)), bits_32);
  EXPECT_EQ(width_alone(plain, made.table, block_of(made.table, 0, 3)), bits_64);
}

TEST(width_of, sums_over_persons_by_the_largest_household) {
  owned_table made(book(), 2);
  made.persons({0, 1, 5}).numbers("wage", {7, 1, 1, 1, std::int64_t{1} << 29}, 0);
  table_step wage = load(0, 0);
  wage.of_persons = true;
  const table_program sum = program({wage, step(table_operation::sum_persons, {.into = 1, .a = 0})}, 1);
  EXPECT_EQ(width_alone(sum, made.table, block_of(made.table, 0, 1)), bits_32);
  EXPECT_EQ(width_alone(sum, made.table, block_of(made.table, 0, 2)), bits_64) << "four times the greatest";
}

TEST(width_of, a_result_above_its_limit_is_exact) {
  const table_program limited = with({step(table_operation::linear, {.into = 2, .a = 0, .limit = 1000})}, 2);
  EXPECT_EQ(width(limited, 1000), bits_32);
  EXPECT_EQ(width(limited, 1001), exact);
  EXPECT_EQ(width(limited, -1000), bits_32);
  EXPECT_EQ(width(limited, -1001), exact);
}

TEST(width_of, is_the_same_whatever_other_blocks_were_like) {
  table_program product = with({step(table_operation::multiply, {.into = 2, .a = 0, .b = 1})}, 2);
  product.id = 7;
  owned_table made(book(), 6);
  made.numbers("income", {1 << 15, 1, 1 << 16, -(1 << 16), most_32, 3}, 0)
      .numbers("costs", {1, 1 << 15, 1 << 15, 1 << 15, 1, 3}, 0);
  narrow_ranges known;
  for (const std::size_t row : {0U, 1U, 2U, 3U, 4U, 5U, 2U, 0U, 3U, 4U, 1U}) {
    const table_block block = block_of(made.table, row, 1);
    EXPECT_EQ(width_of(product, made.table, block, known), width_alone(product, made.table, block)) << row;
  }
  product.id = 8;
  product.steps[2].kind = table_operation::linear;
  product.steps[2].fa = most_32;
  for (const std::size_t row : {0U, 4U, 5U}) {
    const table_block block = block_of(made.table, row, 1);
    EXPECT_EQ(width_of(product, made.table, block, known), width_alone(product, made.table, block))
        << row << ": another program";
  }
}

TEST(block_of, ends_with_the_table) {
  owned_table made(book(), 5);
  made.persons({0, 2, 2, 3, 7, 8});
  const table_block first = block_of(made.table, 0, 2);
  EXPECT_EQ(first.households, 2U);
  EXPECT_EQ(first.first_person, 0U);
  EXPECT_EQ(first.persons, 2U);
  const table_block last = block_of(made.table, 2, 100);
  EXPECT_EQ(last.first, 2U);
  EXPECT_EQ(last.households, 3U);
  EXPECT_EQ(last.first_person, 2U);
  EXPECT_EQ(last.persons, 6U);
}

}  // namespace
