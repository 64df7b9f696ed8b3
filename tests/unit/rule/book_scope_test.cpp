// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <slieksnis/rule/book_scope.hpp>

#include "../support/household_book.hpp"

namespace {

using namespace slieksnis;

TEST(book_scope, gives_type_and_entity_of_exact_names) {
  const book_scope names(household_book::book());
  const auto income = names.find("income");
  ASSERT_TRUE(income);
  EXPECT_EQ(household_book::book().at(income->definition).name, "income");
  EXPECT_EQ(to_string(income->what.measure), "EUR/month");
  EXPECT_EQ(income->of, entity::household);
  EXPECT_EQ(names.find("age")->of, entity::person);
  EXPECT_EQ(names.find("level")->of, entity::country);
}

TEST(book_scope, does_not_know_spoken_names) {
  const book_scope names(household_book::book());
  EXPECT_FALSE(names.find("Income"));
  EXPECT_FALSE(names.find("income_lv"));
  EXPECT_FALSE(names.find(""));
}

TEST(book_scope, lists_every_definition) {
  const book_scope names(household_book::book());
  EXPECT_EQ(names.names().size(), household_book::book().definitions().size());
  EXPECT_THAT(names.names(), testing::Contains("rest"));
}

}  // namespace
