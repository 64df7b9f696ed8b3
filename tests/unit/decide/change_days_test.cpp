// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/decide/change_days.hpp>

#include "../support/benefit_book.hpp"

namespace {

using namespace slieksnis;

const rule_book& book() { return benefit_book::book(); }

std::string shown(std::optional<date> day) { return day ? to_string(*day) : "never"; }

/// The next change of anything in the plan, and of the benefit itself.
std::string next(const char* benefit, const char* on, const facts& stated) {
  const std::size_t id = *book().find(benefit);
  const plan planned = make_plan(book(), *parse_date(on), std::vector<std::size_t>{id}, shape_of(stated));
  const evaluation values(planned, stated);
  return shown(next_change(planned, stated)) + " " + shown(next_change(values, {id}));
}

facts household() {
  facts result(book());
  return result.set("income", 100).set("members", 2);
}

TEST(change_days, are_those_of_the_versions_and_reviews_below_a_benefit) {
  EXPECT_EQ(next("aid", "2020-01-01", household()), "2020-07-01 2020-07-01");
  EXPECT_EQ(next("aid", "2020-07-01", household()), "2021-01-01 2021-01-01");
  EXPECT_EQ(next("aid", "2027-02-03", household()), "2028-01-01 2028-01-01")
      << "a review without a new figure";
  EXPECT_EQ(next("aid", "2029-01-01", household()), "never never") << "the book ends with the year";
}

TEST(change_days, of_a_benefit_leave_out_those_that_only_concern_what_is_shown_beside_it) {
  EXPECT_EQ(next("third", "2024-03-01", household()), "2025-01-01 never");
}

TEST(change_days, are_birthdays_of_every_person) {
  facts stated = household();
  for (const char* born : {"2004-05-06", "2010-04-30"})
    stated.set_person(stated.add_person(), "born", *parse_date(born));
  EXPECT_EQ(next("care", "2024-03-01", stated), "2024-04-30 2024-04-30");
  EXPECT_EQ(next("care", "2024-04-30", stated), "2024-05-06 2024-05-06");
}

TEST(change_days, are_none_where_the_case_states_what_the_day_decides) {
  facts stated = household();
  stated.give("level", "150");
  EXPECT_EQ(next("aid", "2024-03-01", stated), "never never");
}

TEST(change_days, of_versions_chosen_by_another_date_are_none) {
  facts stated = household();
  stated.set("first_claim", *parse_date("2021-01-01"));
  const std::size_t id = *book().find("by_claim");
  const plan planned =
      make_plan(book(), *parse_date("2021-12-31"), std::vector<std::size_t>{id}, shape_of(stated));
  EXPECT_EQ(shown(next_change(planned, stated)), "never");
}

TEST(change_days, begin_with_the_next_version) {
  const definition& level = book().at(*book().find("level"));
  EXPECT_EQ(shown(next_begin(level, *parse_date("2019-01-01"))), "2020-01-01");
  EXPECT_EQ(shown(next_begin(level, *parse_date("2020-01-01"))), "2020-07-01");
  EXPECT_EQ(shown(next_begin(level, *parse_date("2020-07-01"))), "never");
}

}  // namespace
