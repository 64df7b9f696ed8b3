// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <functional>
#include <slieksnis/table/run_block.hpp>
#include <slieksnis/value/rounding.hpp>
#include <stdexcept>

#include "../support/table_book.hpp"
#include "../support/table_steps.hpp"
#include "tables.hpp"

namespace {

using namespace slieksnis;
using table_steps::load;
using table_steps::program;
using table_steps::run;
using table_steps::step;
using table_steps::width_alone;
using tables::owned_table;

constexpr lane_width widths[] = {lane_width::bits_32, lane_width::bits_64, lane_width::bits_128};

const rule_book& book() { return table_book::book({}); }

TEST(run_block, rounds_by_every_mode_as_exact_numbers_do) {
  tables::cells<std::int64_t> numbers;
  for (std::int64_t i = -120; i <= 120; ++i) numbers.push_back(i);
  for (const std::int64_t edge : {(std::int64_t{1} << 31) - 1001, (std::int64_t{1} << 31) - 1000})
    for (const std::int64_t sign : {-1, 1}) numbers.push_back(sign * edge);
  owned_table made(book(), numbers.size());
  made.numbers("income", numbers, 0);
  for (const auto mode :
       {rounding_mode::half_up, rounding_mode::half_down, rounding_mode::half_even, rounding_mode::up,
        rounding_mode::down, rounding_mode::floor, rounding_mode::ceiling})
    for (const std::int64_t divisor : {2, 3, 4, 5, 8, 10, 100})
      for (const std::int64_t multiplier : {1, 3})
        for (const auto width : widths) {
          const table_program of = program(
              {load(0, 0),
               step(table_operation::round,
                    {.mode = mode, .into = 1, .a = 0, .fa = multiplier, .fb = divisor, .constant = 1})},
              1);
          if (width < width_alone(of, made.table, block_of(made.table, 0, numbers.size()))) continue;
          const auto results = run(of, made.table, width);
          for (std::size_t row = 0; row < numbers.size(); ++row)
            ASSERT_EQ(
                rational(results.amounts[row]),
                round(rational(*numbers[row]) * rational(multiplier) / rational(divisor), rational(1), mode))
                << name_of(mode) << " " << *numbers[row] << " * " << multiplier << " / " << divisor
                << " width " << static_cast<int>(width);
        }
}

TEST(run_block, counts_roundings_by_their_multiple) {
  owned_table made(book(), 4);
  made.numbers("income", {1'249, 1'250, -1'250, 0}, 2);
  const table_program to_five =
      program({load(0, 0),
               step(table_operation::round,
                    {.mode = rounding_mode::half_up, .into = 1, .a = 0, .fa = 1, .fb = 500, .constant = 5})},
              1);
  for (const auto width : widths)
    EXPECT_EQ(run(to_five, made.table, width).amounts, (std::vector<std::int64_t>{10, 15, -15, 0}));
}

/// Every pair of some numbers, enough rows for several turns of the inner loops and a rest.
struct pairs {
  tables::cells<std::int64_t> a;
  tables::cells<std::int64_t> b;
  pairs() {
    for (std::int64_t x = -6; x <= 6; ++x)
      for (std::int64_t y = -6; y <= 6; ++y) {
        a.emplace_back(x * 1'000);
        b.emplace_back(y * 999);
      }
  }
};

struct operation_row {
  const char* name;
  table_step of;
  std::function<std::int64_t(std::int64_t, std::int64_t)> expected;
};

TEST(run_block, computes_numbers_row_by_row) {
  const pairs numbers;
  owned_table made(book(), numbers.a.size());
  made.numbers("income", numbers.a, 0).numbers("costs", numbers.b, 0);
  const operation_row rows[] = {
      {"linear", step(table_operation::linear, {.into = 2, .a = 0, .b = 1, .fa = 3, .fb = -2, .constant = 7}),
       [](auto a, auto b) { return 3 * a - 2 * b + 7; }},
      {"linear of one", step(table_operation::linear, {.into = 2, .a = 0, .fa = -4, .constant = 1}),
       [](auto a, auto) { return -4 * a + 1; }},
      {"multiply", step(table_operation::multiply, {.into = 2, .a = 0, .b = 1}),
       [](auto a, auto b) { return a * b; }},
      {"absolute", step(table_operation::absolute, {.into = 2, .a = 0}),
       [](auto a, auto) { return a < 0 ? -a : a; }},
      {"least", step(table_operation::least, {.into = 2, .a = 0, .b = 1}),
       [](auto a, auto b) { return std::min(a, b); }},
      {"least of a constant", step(table_operation::least, {.into = 2, .a = 0, .fb = -1}),
       [](auto a, auto) { return std::min<std::int64_t>(a, -1); }},
      {"greatest", step(table_operation::greatest, {.into = 2, .a = 0, .b = 1}),
       [](auto a, auto b) { return std::max(a, b); }},
      {"greatest of a constant", step(table_operation::greatest, {.into = 2, .a = 0, .fb = 5}),
       [](auto a, auto) { return std::max<std::int64_t>(a, 5); }},
  };
  for (const auto& row : rows)
    for (const auto width : widths) {
      const auto results = run(program({load(0, 0), load(1, 1), row.of}, 2), made.table, width);
      for (std::size_t i = 0; i < numbers.a.size(); ++i)
        ASSERT_EQ(results.amounts[i], row.expected(*numbers.a[i], *numbers.b[i])) << row.name << " row " << i;
    }
}

TEST(run_block, tests_signs) {
  const pairs numbers;
  owned_table made(book(), numbers.a.size());
  made.numbers("income", numbers.a, 0).numbers("costs", numbers.b, 0);
  const std::pair<sign_test, bool (*)(std::int64_t)> tests[] = {
      {sign_test::zero, [](std::int64_t x) { return x == 0; }},
      {sign_test::not_zero, [](std::int64_t x) { return x != 0; }},
      {sign_test::below, [](std::int64_t x) { return x < 0; }},
      {sign_test::not_above, [](std::int64_t x) { return x <= 0; }}};
  for (const auto& test : tests)
    for (const auto width : widths) {
      const table_program of =
          program({load(0, 0), load(1, 1),
                   step(table_operation::sign, {.test = test.first, .into = 0, .a = 0, .b = 1, .fb = -1})},
                  0, 0);
      const auto results = run(of, made.table, width);
      for (std::size_t i = 0; i < numbers.a.size(); ++i)
        ASSERT_EQ(results.outcomes[i] == outcome::granted, test.second(*numbers.a[i] - *numbers.b[i])) << i;
    }
}

/// All nine pairs of yes, no and unknown, as columns of truths.
TEST(run_block, joins_truths_by_kleenes_logic) {
  using enum outcome;
  owned_table made(book(), 9);
  made.truths("yes", {1, 1, 1, 0, 0, 0, {}, {}, {}}).truths("maybe", {1, 0, {}, 1, 0, {}, 1, 0, {}});
  const std::pair<table_operation, std::vector<outcome>> rows[] = {
      {table_operation::logical_and,
       {granted, refused, undetermined, refused, refused, refused, undetermined, refused, undetermined}},
      {table_operation::logical_or,
       {granted, granted, granted, granted, refused, undetermined, granted, undetermined, undetermined}},
      {table_operation::equal_truth,
       {granted, refused, undetermined, refused, granted, undetermined, undetermined, undetermined,
        undetermined}},
      {table_operation::first_truth,
       {granted, granted, granted, refused, refused, refused, granted, refused, undetermined}},
      {table_operation::logical_not,
       {refused, refused, refused, granted, granted, granted, undetermined, undetermined, undetermined}}};
  for (const auto& row : rows)
    for (const auto width : widths) {
      const table_program of = program(
          {step(table_operation::load_truth, {.into = 0, .index = 0}),
           step(table_operation::load_truth, {.into = 1, .index = 1}),
           step(row.first,
                {.into = 2, .a = 0, .b = row.first == table_operation::logical_not ? no_register : 1})},
          no_register, 2);
      EXPECT_EQ(run(of, made.table, width).outcomes, row.second) << table_book::name_of(row.first);
    }
}

TEST(run_block, leaves_to_the_exact_reading_what_a_table_does_not_have) {
  owned_table made(book(), 5);
  made.numbers("income", {-1, 0, 1, 2, 3}, 0);
  table_program of =
      program({load(0, 0), step(table_operation::look_up_number, {.into = 1, .a = 0, .index = 0})}, 1);
  of.look_ups.push_back(
      {.first = 0, .values = {10, 20, 30}, .fails = {0, 1, 0}, .least = 10, .greatest = 30});
  for (const auto width : widths) {
    const auto results = run(of, made.table, width);
    EXPECT_EQ(results.exactly, (std::vector<std::uint8_t>{1, 0, 1, 0, 1}));
    EXPECT_EQ(results.amounts[1], 10);
    EXPECT_EQ(results.amounts[3], 30);
  }
}

TEST(run_block, sums_over_the_persons_of_each_household) {
  owned_table made(book(), 4);
  made.persons({0, 2, 2, 5, 6}).numbers("wage", {1, -2, 3, 4, {}, 7}, 0).truths("grown", {1, 0, 1, {}, 0, 1});
  const auto persons = [](table_step of) {
    of.of_persons = true;
    return of;
  };
  const auto over = [&](table_operation kind, bool filtered) {
    return program({persons(load(0, 0)), persons(step(table_operation::load_truth, {.into = 0, .index = 1})),
                    step(kind, {.into = 1,
                                .a = kind == table_operation::count_persons ? no_register : 0,
                                .c = filtered ? 0 : no_register})},
                   1);
  };
  using enum outcome;
  for (const auto width : widths) {
    const auto sum = run(over(table_operation::sum_persons, false), made.table, width);
    EXPECT_EQ(sum.amounts, (std::vector<std::int64_t>{-1, 0, 0, 7}));
    EXPECT_EQ(sum.outcomes, (std::vector<outcome>{granted, undetermined, undetermined, granted}))
        << "nobody stated, and one without a wage";
    const auto some = run(over(table_operation::sum_persons, true), made.table, width);
    EXPECT_EQ(some.amounts, (std::vector<std::int64_t>{1, 0, 0, 7}));
    EXPECT_EQ(some.outcomes, (std::vector<outcome>{granted, undetermined, undetermined, granted}));
    const auto count = run(over(table_operation::count_persons, false), made.table, width);
    EXPECT_EQ(count.amounts, (std::vector<std::int64_t>{2, 0, 3, 1}));
    const auto least = run(over(table_operation::least_persons, false), made.table, width);
    EXPECT_EQ(least.amounts, (std::vector<std::int64_t>{-2, 0, 0, 7}));
    const auto greatest = run(over(table_operation::greatest_persons, true), made.table, width);
    EXPECT_EQ(greatest.amounts, (std::vector<std::int64_t>{1, 0, 0, 7}));
  }
}

TEST(run_block, has_no_lanes_for_the_exact_reading) {
  owned_table made(book(), 1);
  made.numbers("income", {1}, 0);
  EXPECT_THROW(run(program({load(0, 0)}, 0), made.table, lane_width::exact), std::logic_error);
}

}  // namespace
