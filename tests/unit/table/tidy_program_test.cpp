// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/table/tidy_program.hpp>

#include "../support/table_book.hpp"
#include "../support/table_steps.hpp"
#include "tables.hpp"

namespace {

using namespace slieksnis;
using table_steps::load;
using table_steps::program;
using table_steps::run;
using table_steps::step;

TEST(tidied, programs_make_equal_steps_once) {
  // (income + costs) * (income + costs), where everything is written twice.
  const table_program before =
      program({load(0, 0), load(1, 1), step(table_operation::linear, {.into = 2, .a = 0, .b = 1}), load(3, 0),
               load(4, 1), step(table_operation::linear, {.into = 5, .a = 3, .b = 4}),
               step(table_operation::multiply, {.into = 6, .a = 2, .b = 5})},
              6);
  const table_program after = tidied(before);
  EXPECT_EQ(table_book::shown(after), "load_number load_number linear multiply fill_truth decide");

  tables::owned_table made(table_book::book({}), 2);
  made.numbers("income", {3, -1}, 0).numbers("costs", {4, 11}, 0);
  EXPECT_EQ(run(after, made.table, lane_width::bits_64).amounts, (std::vector<std::int64_t>{49, 100}));
  EXPECT_EQ(run(before, made.table, lane_width::bits_64).amounts, (std::vector<std::int64_t>{49, 100}));
}

TEST(tidied, programs_keep_steps_that_differ_in_anything) {
  const table_program after = tidied(
      program({load(0, 0), step(table_operation::linear, {.into = 1, .a = 0, .constant = 1}),
               step(table_operation::linear, {.into = 2, .a = 0, .constant = 2}),
               step(table_operation::round, {.mode = rounding_mode::up, .into = 3, .a = 1, .fb = 10}),
               step(table_operation::round, {.mode = rounding_mode::down, .into = 4, .a = 1, .fb = 10}),
               step(table_operation::linear, {.into = 5, .a = 2, .b = 3}),
               step(table_operation::linear, {.into = 6, .a = 5, .b = 4})},
              6));
  EXPECT_EQ(table_book::shown(after),
            "load_number linear linear round round linear linear fill_truth decide");
}

TEST(tidied, programs_drop_what_nobody_uses) {
  const table_program after = tidied(program(
      {load(0, 0), load(1, 1), step(table_operation::multiply, {.into = 2, .a = 1, .b = 1}),
       step(table_operation::sign, {.into = 3, .a = 2}), step(table_operation::need_of, {.into = 0, .a = 1})},
      0));
  EXPECT_EQ(table_book::shown(after), "load_number fill_truth decide");
}

TEST(tidied, programs_use_registers_again) {
  std::vector<table_step> steps{load(0, 0)};
  for (register_id i = 0; i < 7; ++i)
    steps.push_back(step(table_operation::linear, {.into = i + 1, .a = i, .constant = 1}));
  const table_program before = program(steps, 7);
  const table_program after = tidied(before);
  EXPECT_EQ(before.numbers, 8U);
  EXPECT_EQ(after.numbers, 2U) << "a result never takes the place of its own operand";
  EXPECT_EQ(after.truths, 1U);
  EXPECT_EQ(after.needs, 0U);
  tables::owned_table made(table_book::book({}), 1);
  made.numbers("income", {5}, 0);
  EXPECT_EQ(run(after, made.table, lane_width::bits_32).amounts, (std::vector<std::int64_t>{12}));
}

TEST(tidied, programs_keep_the_steps_that_only_act) {
  const table_program after =
      tidied(program({step(table_operation::load_truth, {.into = 0}),
                      step(table_operation::mark_exact, {.c = 0, .fa = truth::yes}), load(0, 1)},
                     0, 0));
  EXPECT_EQ(table_book::shown(after), "load_truth mark_exact load_number decide");
}

}  // namespace
