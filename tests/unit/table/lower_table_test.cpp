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
  EXPECT_EQ(amount("income"), "load_number fill_truth decide");
  EXPECT_EQ(entitled("yes"), "load_truth load_number decide reason");
}

TEST(lower_table, joins_what_is_linear) {
  EXPECT_EQ(amount("income - costs"), "load_number load_number linear fill_truth decide");
  EXPECT_EQ(amount("2 * income + 3 * costs - level"),
            "load_number load_number linear fill_truth linear decide");
  EXPECT_EQ(amount("rate * income / 3"), "load_number round fill_truth decide");
  EXPECT_EQ(amount("n * income"), "load_number load_number multiply fill_truth decide");
}

TEST(lower_table, computes_beforehand_what_is_the_same_for_all_rows) {
  EXPECT_EQ(amount("rate * level"), "fill_truth constant_if decide");
  EXPECT_EQ(amount("if rate > 0.1 then income else costs / 0.3"), "load_number fill_truth decide");
  EXPECT_EQ(entitled("yes and rate > 0.1"), "load_truth load_number decide reason");
  EXPECT_EQ(entitled("yes and rate > 0.3"), "load_truth load_number fill_truth decide reason reason");
  EXPECT_EQ(entitled("assumed and yes"), "load_truth load_number decide reason")
      << "what is assumed is the same for all";
}

TEST(lower_table, has_operations_for_numbers) {
  EXPECT_EQ(amount("max(income, costs)"), "load_number load_number greatest fill_truth decide");
  EXPECT_EQ(amount("min(income, level)"), "load_number least fill_truth decide");
  EXPECT_EQ(amount("abs(income - costs)"), "load_number load_number linear absolute fill_truth decide");
  EXPECT_EQ(amount("if yes then income else level"),
            "load_truth load_number choose_number fill_truth decide");
  EXPECT_EQ(amount("round half up(income, 0)"), "load_number round fill_truth linear decide");
  EXPECT_EQ(amount("mean(income, costs)"), "load_number load_number linear round fill_truth decide");
}

TEST(lower_table, has_operations_for_truths) {
  EXPECT_EQ(entitled("income < costs"), "load_number load_number sign decide reason");
  EXPECT_EQ(entitled("income = costs"), "load_number load_number sign decide reason");
  EXPECT_EQ(entitled("yes or not(maybe)"),
            "load_truth load_truth logical_not logical_or load_number decide reason");
  EXPECT_EQ(entitled("yes = maybe"), "load_truth load_truth equal_truth load_number decide reason");
  EXPECT_EQ(entitled("if yes then maybe else n > 1"),
            "load_truth load_truth load_number sign choose_truth load_number decide reason");
  EXPECT_EQ(entitled("group = \\\"a\\\""), "load_number sign load_number decide reason");
  EXPECT_EQ(entitled("n in [1..3)"), "load_number sign sign logical_and load_number decide reason");
}

TEST(lower_table, tabulates_functions_of_one_date) {
  EXPECT_EQ(amount("claim.month * income"),
            "load_number look_up_number load_number multiply fill_truth decide");
  EXPECT_EQ(entitled("age(claim, on) > 1"), "load_number look_up_truth load_number decide reason");
  EXPECT_EQ(entitled("claim + duration(\\\"P1M\\\") < on"),
            "load_number look_up_truth load_number decide reason");
  EXPECT_EQ(entitled("claim + duration(\\\"P30D\\\") < on"), "load_number sign load_number decide reason")
      << "whole days are plain numbers";
}

TEST(lower_table, goes_from_persons_to_their_household) {
  EXPECT_EQ(amount("sum(persons.wage)"), "load_number/persons sum_persons need_persons fill_truth decide");
  EXPECT_EQ(amount("income * count(persons[grown])"),
            "load_number load_truth/persons count_persons need_persons multiply fill_truth decide");
  EXPECT_EQ(amount("max(persons[grown].wage)"),
            "load_number/persons load_truth/persons greatest_persons need_persons fill_truth decide");
  EXPECT_EQ(entitled("some p in persons satisfies p.wage > income"),
            "load_number spread_number/persons load_number/persons sign/persons some_person need_persons "
            "decide reason");
  EXPECT_EQ(entitled("every p in persons satisfies p.years >= 18"),
            "load_number/persons sign/persons every_person need_persons load_number decide reason");
}

TEST(lower_table, spreads_what_is_the_households_over_its_persons) {
  EXPECT_EQ(
      table_book::shown(lowered({.entitled_if = "grown and yes", .amount = "wage + income", .of = "person"})),
      "load_truth/persons load_truth spread_truth/persons logical_and/persons load_number/persons "
      "load_number spread_number/persons linear/persons decide/persons reason/persons reason/persons");
}

TEST(lower_table, follows_what_is_missing_only_where_something_is) {
  EXPECT_EQ(table_book::shown(lowered({.entitled_if = "yes", .amount = "income"}, false)),
            "load_truth need_of load_number need_of decide reason");
  EXPECT_EQ(table_book::shown(lowered({.entitled_if = "yes or maybe", .amount = "costs"}, false)),
            "load_truth need_of load_truth logical_or need_unknown load_number decide reason");
  EXPECT_EQ(table_book::shown(lowered({.amount = "sum(persons.wage)"}, false)),
            "load_number/persons need_of/persons sum_persons need_persons fill_truth decide");
}

TEST(lower_table, says_what_columns_do_not_hold) {
  EXPECT_EQ(amount("income / costs * level"), "! a division by a column");
  EXPECT_EQ(amount("income / (rate - 0.20)"), "! a division by a column");
  EXPECT_EQ(amount("n ** 2 * income"), "! a function of this column");
  EXPECT_EQ(amount("modulo(n, 3) * income"), "! a function of this column");
  EXPECT_EQ(amount("income * 0.000000000001 * 0.000000000001"), "! numbers of too many places");
  EXPECT_EQ(amount("mean(persons.wage)"), "! a mean or product over persons");
  EXPECT_EQ(entitled("note < \\\"m\\\""), "! an order of texts");
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
