// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../support/household_book.hpp"
#include "read_rows.hpp"

namespace {

using namespace slieksnis;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

const rule_book& book() { return household_book::book(); }

struct grouped : read_rows::rows {
  explicit grouped(std::string_view text, const char* days = "")
      : rows(book(), options_for(days), text), households(book(), shared, columns) {
    households.group(*read);
    households.spread_bad(*read);
  }
  static batch_options options_for(const char* days) {
    batch_options result;
    result.household_column = "h";
    result.date_column = days;
    return result;
  }
  household_rows households;
};

TEST(household_rows, rows_of_one_name_are_one_household) {
  const grouped made("h;age;income\nA;5;\nA;40;100\nB;7;5\nC;1;\nC;;8\n");
  EXPECT_THAT(made.households.offsets(), ElementsAre(0U, 2U, 3U, 5U));
  EXPECT_EQ(made.households.lanes()[1].at(0), 10000) << "on whichever row it stands";
  EXPECT_EQ(made.households.lanes()[1].at(2), 800);
  EXPECT_EQ(made.bad(), "");
}

TEST(household_rows, where_rows_are_households_each_is_alone) {
  const read_rows::rows made(book(), {}, "id;income\nA;1\nA;2\n");
  household_rows households(book(), made.shared, made.columns);
  households.group(*made.read);
  EXPECT_EQ(households.size(), 2U);
}

TEST(household_rows, a_bad_row_makes_its_household_bad) {
  const grouped made("h;age\nA;5\nA;500\nB;7\n");
  EXPECT_EQ(made.bad(), "0: facts.domain, 1: facts.domain");
}

TEST(household_rows, a_row_without_household_makes_both_neighbours_bad) {
  const grouped made("h;age\nZ;1\nA;5\nA;6\n;7\nB;7\nB;8\nC;9\n");
  EXPECT_EQ(made.bad(),
            "1: table.household, 2: table.household, 3: table.household, 4: table.household, "
            "5: table.household");
  EXPECT_EQ(
      made.printed(),
      "t.csv:5:1: error[table.household]: expected the household to which the person belongs; found none\n"
      "  at h\n    5 | ;7\n      | ^\n");
  EXPECT_EQ(made.printed(language::lv),
            "t.csv:5:1: kļūda[table.household]: gaidīts: mājsaimniecība, kurai persona pieder; atrasts: nav "
            "norādīta\n  vieta: h\n    5 | ;7\n      | ^\n");
}

TEST(household_rows, a_fact_of_the_household_is_one) {
  const grouped made("h;age;income;region\nA;5;1;\nA;6;2;\nB;1;3;south\nB;2;3;Dienvidi\n");
  EXPECT_EQ(made.bad(), "0: table.household, 1: table.household");
  EXPECT_EQ(
      made.printed(),
      "t.csv:3:5: error[table.household]: expected the same as in another row of this household: 1; found 2\n"
      "  at income\n    3 | A;6;2;\n      |     ^\n"
      "  hint: a fact of the household is the same in all of its rows\n");
}

TEST(household_rows, what_no_column_holds_is_one_as_well) {
  const grouped made("h;income;record\nA;1/1/2;P1Y\nA;1/1/2;P1Y\nB;1/1/2;\nB;5;\nC;;P1Y\nC;;P2Y\n");
  EXPECT_EQ(made.bad(), "2: table.household, 3: table.household, 4: table.household, 5: table.household");
  EXPECT_EQ(made.read->kept.size(), 3U) << "one value of a household that has one";
}

TEST(household_rows, the_day_is_that_of_the_first_row) {
  const grouped made("h;age;d\nA;5;2020-01-01\nA;6;\nB;1;2020-01-01\nB;2;2020-01-02\nC;1;\n", "d");
  EXPECT_EQ(made.bad(), "2: table.household, 3: table.household, 4: facts.date_missing");
  EXPECT_EQ(made.households.day(*made.read, 0), 18262);
  EXPECT_THAT(made.printed(),
              HasSubstr("t.csv:5:5: error[table.household]: expected the day of the first row of "
                        "the household, 2020-01-01; found 2020-01-02"));
  EXPECT_THAT(made.printed(language::lv),
              HasSubstr("gaidīts: mājsaimniecības pirmās rindas diena, 01.01.2020"));
}

TEST(household_rows, numbers_of_persons_do_not_contradict_the_rows) {
  const grouped made("h;age;members\nA;5;2\nA;6;\nB;1;3\n");
  EXPECT_EQ(made.bad(), "2: facts.twice");
}

TEST(household_rows, a_household_has_a_limit_of_persons) {
  std::string text = "h;age\n";
  for (std::size_t i = 0; i <= persons_max; ++i) text += "A;5\n";
  const grouped made(text + "B;5\n");
  EXPECT_EQ(made.read->bad_rows.size(), persons_max + 1);
  EXPECT_FALSE(made.read->is_bad(persons_max + 1));
  EXPECT_EQ(made.read->bad_rows.front().code, error_code::facts_persons);
}

using answer = household_order::answer;

TEST(household_order, notices_a_household_that_comes_back) {
  household_order order;
  EXPECT_EQ(order.meet("B"), answer::first_time);
  EXPECT_EQ(order.meet("A"), answer::first_time);
  EXPECT_EQ(order.meet("B"), answer::came_back);
  for (int i = 0; i < 5000; ++i) ASSERT_EQ(order.meet(std::to_string(i * 7919)), answer::first_time);
  for (int i = 0; i < 5000; ++i) ASSERT_EQ(order.meet(std::to_string(i * 7919)), answer::came_back);
}

TEST(household_order, rising_households_need_not_be_remembered) {
  household_order order;
  for (int i = 1; i <= 1'100'000; ++i) ASSERT_EQ(order.meet(std::to_string(i)), answer::first_time) << i;
  EXPECT_EQ(order.meet("77"), answer::not_rising);
  EXPECT_EQ(order.meet("2000000"), answer::first_time);
}

}  // namespace
