// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/table/table_program.hpp>

namespace {

using namespace slieksnis;

TEST(table_program, is_held_by_columns_unless_some_step_is_not) {
  table_program program;
  EXPECT_TRUE(program.holds());
  program.not_held.emplace_back("a division by a column");
  EXPECT_FALSE(program.holds());
}

TEST(table_program, has_truths_whose_bits_are_yes_and_no) {
  static_assert((truth::yes & truth::no) == 0);
  static_assert(truth::unknown == 0);
  EXPECT_EQ(truth::yes | truth::no, 3);
}

TEST(table_step, has_no_operands_at_first) {
  const table_step one;
  for (const register_id operand : {one.a, one.b, one.c, one.d, one.e}) EXPECT_EQ(operand, no_register);
  EXPECT_EQ(one.fa, 1);
  EXPECT_EQ(one.fb, 1);
  EXPECT_EQ(one.constant, 0);
  EXPECT_EQ(one.limit, 0) << "no limit";
}

}  // namespace
