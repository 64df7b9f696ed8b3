// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/decide/interval.hpp>

#include "../support/benefit_book.hpp"

namespace {

using namespace slieksnis;

const rule_book& book() { return benefit_book::book(); }
constexpr date day{std::chrono::year{2025} / 6 / 15};

/// `0..400`, `..`, `false true`: what a variable may be.
std::string possible(const char* name, const facts& stated) {
  const std::size_t id = *book().find(name);
  const plan planned = make_plan(book(), day, std::vector<std::size_t>{id}, shape_of(stated));
  const evaluation values(planned, stated);
  const possible_values found = interval_reading(values).at(planned.values()[*planned.value_of(id)].result);
  std::string result;
  for (const value& one : found.among) result += (result.empty() ? "" : " ") + to_string(one);
  if (!found.among.empty()) return result;
  return (found.least ? to_string(*found.least) : "") + ".." +
         (found.greatest ? to_string(*found.greatest) : "");
}

facts nothing() { return facts(book()); }

TEST(interval, is_the_value_where_it_is_known) {
  EXPECT_EQ(possible("need_level", nothing().set("members", 2)), "400..400");
  EXPECT_EQ(possible("poor", nothing().set("income", 400)), "true");
}

TEST(interval, is_the_domain_where_nothing_is_known) {
  EXPECT_EQ(possible("income", nothing()), "0..");
  EXPECT_EQ(possible("divisor", nothing()), "..");
  EXPECT_EQ(possible("yes", nothing()), "false true");
  EXPECT_EQ(possible("group", nothing()), "a b");
  EXPECT_EQ(possible("poor", nothing()), "false true");
}

TEST(interval, follows_each_step) {
  EXPECT_EQ(possible("aid", nothing().set("members", 2)), "..400") << "the income has no end";
  EXPECT_EQ(possible("third", nothing()), "0..");
  EXPECT_EQ(possible("by_group", nothing()), "0.6..2") << "a row of three";
  EXPECT_EQ(possible("by_group", nothing().set("yes", true)), "0.6..2") << "not tight: rows are taken apart";
  EXPECT_EQ(possible("per_share", nothing().set("income", 10)), "..") << "divided by anything";
}

TEST(interval, adds_up_persons_of_whom_not_everything_is_known) {
  facts two(book());
  static_cast<void>(two.add_person());
  static_cast<void>(two.add_person());
  two.set_person(0, "wage", "100").set_person(0, "pension", "20");
  EXPECT_EQ(possible("all_pay", two), "120..120") << "the other's are assumed once one states any";
  facts nobody_states(book());
  static_cast<void>(nobody_states.add_person());
  EXPECT_EQ(possible("all_pay", nobody_states), "0..");
  nobody_states.set_person(0, "born", date{std::chrono::year{2020} / 1 / 1});
  EXPECT_EQ(possible("children", nobody_states), "1..1");
  static_cast<void>(nobody_states.add_person());
  EXPECT_EQ(possible("children", nobody_states), "..") << "a number without a domain may also be stated";
}

TEST(interval, takes_what_is_freed_for_anything_in_its_domain) {
  const facts stated = nothing().set("members", 1).set("income", 500);
  const std::size_t aid = *book().find("aid");
  const plan planned = make_plan(book(), day, std::vector<std::size_t>{aid}, shape_of(stated));
  const evaluation values(planned, stated);
  const planned_value& wanted = planned.values()[*planned.value_of(aid)];
  const auto entitled = [&](const char* freed) {
    const step_id step = planned.values()[*planned.value_of(*book().find(freed))].result;
    return interval_reading(values, interval_reading::freed{step, 0}).at(wanted.entitled->result);
  };
  EXPECT_TRUE(entitled("income").may_be(true));
  EXPECT_FALSE(entitled("within_limits").may_be(true)) << "the income alone refuses it";
}

TEST(interval, knows_domains) {
  definition of;
  of.what = type::of(type_kind::day);
  of.not_after_on = true;
  EXPECT_EQ(*domain_of(of, day).greatest, value{day});
  of.what = type::number({});
  of.minimum = rational(1);
  EXPECT_EQ(domain_of(of, day).least_number(), rational(1));
  EXPECT_FALSE(domain_of(of, day).greatest_number());
}

}  // namespace
