// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/decide/make_plan.hpp>
#include <slieksnis/table/lower_table.hpp>

#include "../support/table_book.hpp"
#include "tables.hpp"

namespace {

using namespace slieksnis;
using tables::owned_table;

const date on = *parse_date("2025-06-15");

/// Every fact in a column: of the household, and of one person in it. What is not sure is stated for one of
/// two households only.
void state_everything(owned_table& made, bool sure) {
  const auto second = [sure](auto value) { return sure ? std::optional(value) : std::nullopt; };
  made.persons({0, 1, 2})
      .numbers("income", {1, second(std::int64_t{2})}, 2)
      .numbers("costs", {1, 2}, 2)
      .numbers("n", {1, 2}, 0)
      .truths("yes", {1, second(std::uint8_t{0})})
      .truths("maybe", {1, 0})
      .choices("group", {0, 1}, {"a", "b"})
      .days("claim", {"2023-01-01", "2024-01-01"})
      .choices("note", {0, 1}, {"x", "y"})
      .days("born", {"1980-01-01", second(std::string_view("2015-01-01"))})
      .numbers("years", {45, 10}, 0)
      .numbers("wage", {1, second(std::int64_t{2})}, 2)
      .truths("grown", {1, 0});
}

table_program lowered(const table_book::benefit& with, bool sure = true) {
  const rule_book& book = table_book::book(with);
  owned_table made(book, 2);
  state_everything(made, sure);
  const std::vector<std::size_t> wanted{*book.find("aid")};
  const plan planned = make_plan(book, on, wanted, shape_of(made.table));
  return make_table_program(planned, made.table, wanted);
}

std::string amount(const std::string& formula) {
  return table_book::shown(
      lowered({.amount = formula, .round = R"({ "to": "0.01", "mode": "down", "source": "s" })"}));
}
std::string entitled(const std::string& formula) {
  return table_book::shown(lowered({.entitled_if = formula}));
}

TEST(lower_table, loads_only_what_is_used) {
  EXPECT_EQ(amount("income"), "");
  EXPECT_EQ(entitled("yes"), "");
}

TEST(lower_table, makes_one_operation_of_a_linear_formula) {
  EXPECT_EQ(amount("income - costs"), "");
  EXPECT_EQ(amount("2 * income + 3 * costs - level"), "");
  EXPECT_EQ(amount("rate * income / 3"), "");
  EXPECT_EQ(amount("n * income"), "");
}

TEST(lower_table, computes_beforehand_what_is_the_same_for_all_rows) {
  EXPECT_EQ(amount("rate * level"), "");
  EXPECT_EQ(amount("if rate > 0.1 then income else costs / 0.3"), "");
  EXPECT_EQ(entitled("yes and rate > 0.1"), "");
  EXPECT_EQ(entitled("yes and rate > 0.3"), "");
  EXPECT_EQ(entitled("assumed and yes"), "") << "what is assumed is the same for all";
}

TEST(lower_table, has_operations_for_numbers) {
  EXPECT_EQ(amount("max(income, costs)"), "");
  EXPECT_EQ(amount("min(income, level)"), "");
  EXPECT_EQ(amount("abs(income - costs)"), "");
  EXPECT_EQ(amount("if yes then income else level"), "");
  EXPECT_EQ(amount("round half up(income, 0)"), "");
  EXPECT_EQ(amount("mean(income, costs)"), "");
}

TEST(lower_table, has_operations_for_truths) {
  EXPECT_EQ(entitled("income < costs"), "");
  EXPECT_EQ(entitled("income = costs"), "");
  EXPECT_EQ(entitled("yes or not(maybe)"), "");
  EXPECT_EQ(entitled("yes = maybe"), "");
  EXPECT_EQ(entitled("if yes then maybe else n > 1"), "");
  EXPECT_EQ(entitled("group = \\\"a\\\""), "");
  EXPECT_EQ(entitled("n in [1..3)"), "");
}

TEST(lower_table, tabulates_functions_of_one_date) {
  EXPECT_EQ(entitled("age(claim, on) > 1"), "");
  EXPECT_EQ(entitled("claim + duration(\\\"P1M\\\") < on"), "");
  EXPECT_EQ(entitled("claim + duration(\\\"P30D\\\") < on"), "") << "whole days are plain numbers";
}

TEST(lower_table, goes_from_persons_to_their_household) {
  EXPECT_EQ(amount("sum(persons.wage)"), "");
  EXPECT_EQ(amount("income * count(persons[grown])"), "");
  EXPECT_EQ(amount("max(persons[grown].wage)"), "");
  EXPECT_EQ(entitled("some p in persons satisfies p.wage > income"), "");
  EXPECT_EQ(entitled("every p in persons satisfies p.years >= 18"), "");
}

TEST(lower_table, spreads_what_is_the_households_over_its_persons) {
  EXPECT_EQ(
      table_book::shown(lowered({.entitled_if = "grown and yes", .amount = "wage + income", .of = "person"})),
      "");
}

TEST(lower_table, follows_what_is_missing_only_where_something_is) {
  EXPECT_EQ(table_book::shown(lowered({.entitled_if = "yes", .amount = "income"}, false)), "");
  EXPECT_EQ(table_book::shown(lowered({.entitled_if = "yes or maybe", .amount = "costs"}, false)), "");
  EXPECT_EQ(table_book::shown(lowered({.amount = "sum(persons.wage)"}, false)), "");
}

TEST(lower_table, says_what_columns_do_not_hold) {
  EXPECT_EQ(amount("income / costs * level"), "");
  EXPECT_EQ(amount("income / (rate - 0.20)"), "");
  EXPECT_EQ(amount("n ** 2 * income"), "");
  EXPECT_EQ(amount("modulo(n, 3) * income"), "");
  EXPECT_EQ(amount("income * 0.000000000001 * 0.000000000001"), "");
  EXPECT_EQ(amount("mean(persons.wage)"), "");
  EXPECT_EQ(entitled("note < \\\"m\\\""), "");
  EXPECT_EQ(table_book::shown(lowered(
                {.amount = "income / 3", .round = R"({ "to": "0.0001", "mode": "down", "source": "s" })"})),
            "");
}

TEST(lower_table, fixes_the_decimals_of_amounts) {
  EXPECT_EQ(lowered({}).results.front().decimals, 2);
  EXPECT_EQ(lowered({.round = R"({ "to": "1", "mode": "down", "source": "s" })"}).results.front().decimals, 2)
      << "money looks alike";
  EXPECT_EQ(lowered({.amount = "income / 8", .round = R"({ "to": "0.0001", "mode": "down", "source": "s" })"})
                .results.front()
                .decimals,
            4);
  EXPECT_TRUE(lowered({}).results.front().has_amount);
  EXPECT_FALSE(lowered({}).results.front().of_persons);
}

}  // namespace
