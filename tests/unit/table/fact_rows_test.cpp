// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "../support/household_book.hpp"
#include "read_rows.hpp"

namespace {

using namespace slieksnis;
using read_rows::rows;

const rule_book& book() { return household_book::book(); }

TEST(fact_rows, a_lane_tells_what_is_stated) {
  fact_lane lane(book().at(*book().find("income")));
  lane.clear(70);
  lane.put(0, 5);
  lane.put(65, -7);
  EXPECT_TRUE(lane.is_stated(65));
  EXPECT_FALSE(lane.is_stated(64));
  EXPECT_EQ(lane.at(65), -7);
  lane.take_out(65);
  EXPECT_FALSE(lane.is_stated(65));
  EXPECT_EQ(lane.at(65), 0) << "what is not stated is 0";
  EXPECT_EQ(lane.stated().size(), 2U);
}

TEST(fact_rows, bad_rows_state_nothing) {
  rows made(book(), {}, "income;rooms;record\n5;99;P1Y\n6;3;P2Y\n");
  EXPECT_EQ(made.lane("income"), "500 600");
  made.read->take_out_bad();
  EXPECT_EQ(made.lane("income"), "- 600");
  ASSERT_EQ(made.read->kept.size(), 1U);
  EXPECT_EQ(made.read->kept.front().row, 1U);
  EXPECT_TRUE(made.read->is_bad(0));
  EXPECT_FALSE(made.read->is_bad(1));
}

TEST(fact_rows, the_first_thing_wrong_is_why_a_row_is_bad) {
  rows made(book(), {}, "income;rooms\nx;99\n");
  ASSERT_EQ(made.read->bad_rows.size(), 1U);
  EXPECT_EQ(made.read->bad_rows.front().code, error_code::facts_amount);
  EXPECT_EQ(made.read->bad_rows.front().column, 0U);
  EXPECT_EQ(made.read->error_count, 2U);
}

TEST(fact_rows, no_more_errors_are_kept_in_words_than_asked_for) {
  std::string text = "rooms\n";
  for (int i = 0; i < 30; ++i) text += "99\n";
  const rows made(book(), {}, text);
  EXPECT_EQ(made.read->errors.size(), 10U);
  EXPECT_EQ(made.read->error_count, 30U);
  EXPECT_EQ(made.read->errors.back().at().line, 11U);
}

TEST(fact_rows, a_cell_can_be_found_again) {
  const rows made(book(), {}, "a;income\n\"x;y\";5\n");
  const span at = made.read->place_of(0, 1);
  EXPECT_EQ(made.read->text().substr(at.begin, at.end - at.begin), "5");
  const rows json(book(), {}, "{\"income\":5,\"rooms\":\"7\"}\n", row_syntax::ndjson);
  const span there = json.read->place_of(0, 1);
  EXPECT_EQ(json.read->text().substr(there.begin, there.end - there.begin), "\"7\"");
}

TEST(fact_rows, the_day_of_a_row_is_read_as_a_day) {
  batch_options options;
  options.date_column = "when";
  const rows made(book(), options, "when;income\n01.02.2020;1\n;2\n2.2.2020.;3\n31.2.2020;4\n");
  EXPECT_EQ(made.read->days[0], 18293);
  EXPECT_EQ(made.read->days[1], no_day);
  EXPECT_EQ(made.read->days[2], 18294);
  EXPECT_EQ(made.bad(), "3: facts.date");
}

}  // namespace
