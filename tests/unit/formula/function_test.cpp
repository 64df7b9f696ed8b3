// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <slieksnis/formula/function.hpp>

namespace {

using namespace slieksnis;

static_assert(function_named("round half up")->id == function::round_half_up);
static_assert(function_named("round half up")->least == 2);
static_assert(function_named("floor")->least == 1 && function_named("floor")->most == 2);
static_assert(function_named("max")->most == any_number_of_arguments);
static_assert(!function_named("Floor"));
static_assert(!function_named("round"));
static_assert(!function_named(""));

TEST(function, stands_in_the_table_once_under_each_name) {
  std::set<std::string_view> names;
  std::set<function> ids;
  for (const auto& shape : functions) {
    names.insert(shape.name);
    ids.insert(shape.id);
    EXPECT_LE(shape.least, shape.most) << shape.name;
    EXPECT_EQ(function_named(shape.name)->id, shape.id) << shape.name;
  }
  EXPECT_EQ(names.size(), functions.size());
  EXPECT_EQ(ids.size(), functions.size());
}

TEST(function, has_a_name_of_at_most_four_words) {
  // The parser looks this many words ahead.
  for (const auto& shape : functions)
    EXPECT_LE(std::count(shape.name.begin(), shape.name.end(), ' '), 3) << shape.name;
}

}  // namespace
