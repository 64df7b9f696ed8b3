// SPDX-License-Identifier: Apache-2.0
// The FEEL profile from text to value: lists, ranges, filters and iteration, written and over persons.
#include <gtest/gtest.h>

#include "../support/evaluate.hpp"
#include "../support/household_book.hpp"

namespace {

using namespace slieksnis;

void expect_all(const facts& stated, std::initializer_list<evaluate::row> table) {
  for (const auto& [formula, value] : table) EXPECT_EQ(evaluate::formula(stated, formula), value) << formula;
}
void expect_all(std::initializer_list<evaluate::row> table) {
  expect_all(facts(household_book::book()), table);
}

/// A mother of 40, a son of 17 and a daughter of 9, with wages of 800, 100 and nothing.
facts family() {
  facts result(household_book::book());
  for (const auto& [age, wage, child] :
       {std::tuple{"40", "800", "no"}, {"17", "100.50", "yes"}, {"9", "0", "yes"}}) {
    const auto person = result.add_person();
    result.set_person(person, "age", age).set_person(person, "wage", wage).set_person(person, "child", child);
  }
  return result;
}

TEST(feel_lists, are_written_in_brackets) {
  expect_all({{"[1, 2, 3]", "[1, 2, 3]"},
              {"[]", "[]"},
              {"[1 + 1]", "[2]"},
              {"[\"a\", \"b\"]", "[a, b]"},
              {"[1, \"a\"]", "error formula.type"},
              {"[[1]]", "error formula.type"},
              {"[1, 2", "error formula.syntax"},
              {"[1,, 2]", "error formula.syntax"},
              {"[1 2]", "error formula.syntax"}});
}

TEST(feel_lists, are_counted_from_one) {
  expect_all({{"[7, 8][1]", "7"},
              {"[7, 8][2]", "8"},
              {"[7, 8][3]", "failed"},
              {"[7, 8][0]", "error formula.type"},
              {"[7, 8][-1]", "error formula.type"},
              {"[7, 8][1.5]", "error formula.type"},
              {"[7, 8][n]", "error formula.type"},
              {"\"a\"[1]", "error formula.type"}});
}

TEST(feel_lists, are_filtered_by_a_condition_on_the_item) {
  expect_all({{"[1, 2, 3][item > 1]", "[2, 3]"},
              {"[1, 2, 3][item > 1][item < 3]", "[2]"},
              {"[1, 2, 3][false]", "[]"},
              {"count([1, 2, 3][item != 2])", "2"},
              {"[1, 2, 3][item + 1]", "error formula.type"},
              {"item > 1", "error formula.name"}});
}

TEST(feel_lists, tell_whether_they_contain_a_value) {
  expect_all({{"list contains([1, 2], 2)", "true"},
              {"list contains([1, 2], 3)", "false"},
              {"list contains([], 1)", "false"},
              {"list contains([1, n], 1)", "true"},
              {"list contains([1, n], 2)", "unknown(n)"},
              {"list contains([1, 2], \"a\")", "error formula.type"},
              {"list contains(1, 1)", "error formula.type"}});
}

TEST(feel_lists, of_truth_values_are_joined) {
  expect_all({{"all([true, true])", "true"},
              {"all(true, false)", "false"},
              {"all([])", "true"},
              {"any([false, true])", "true"},
              {"any(false, false)", "false"},
              {"any([])", "false"},
              {"all([true, yes])", "unknown(yes)"},
              {"all([false, yes])", "false"},
              {"any([true, yes])", "true"},
              {"any([false, yes])", "unknown(yes)"},
              {"all([1])", "error formula.type"}});
}

TEST(feel_lists, are_walked_by_some_every_and_for) {
  expect_all({{"some x in [1, 2] satisfies x > 1", "true"},
              {"some x in [1, 2] satisfies x > 2", "false"},
              {"some x in [] satisfies true", "false"},
              {"every x in [1, 2] satisfies x > 0", "true"},
              {"every x in [1, 2] satisfies x > 1", "false"},
              {"every x in [] satisfies false", "true"},
              {"for x in [1, 2] return x * 2", "[2, 4]"},
              {"sum(for x in [1, 2, 3] return x ** 2)", "14"},
              {"for x in [] return x", "[]"},
              {"sum(for x in [1, 2] return sum(for y in [10, 20] return x * y))", "90"},
              {"sum(for x in [1, 2] return sum(for x in [10, 20] return x))", "60"},
              {"some x in [1, 2] satisfies every y in [3, 4] satisfies x < y", "true"},
              {"(some x in [1] satisfies x = 1) and true", "true"},
              {"some x in [1] satisfies x", "error formula.type"},
              {"for x in 5 return x", "error formula.type"},
              {"for x in [1] return y", "error formula.name"},
              {"for in [1] return 1", "error formula.syntax"},
              {"some x in [1]", "error formula.syntax"},
              {"x", "error formula.name"}});
}

TEST(feel_lists, let_in_test_values_ranges_and_comparisons) {
  expect_all({{"5 in [1..5]", "true"},
              {"1 in [1..5]", "true"},
              {"5 in [1..5)", "false"},
              {"1 in (1..5]", "false"},
              {"1 in ]1..5]", "false"},
              {"3 in (1..5)", "true"},
              {"5 in (1..5)", "false"},
              {"0.5 in [0..1/2]", "true"},
              {"5 in > 3", "true"},
              {"5 in (> 3)", "true"},
              {"5 in (<= 3)", "false"},
              {"5 in (< 3, 5)", "true"},
              {"8 in (< 3, 5, [7..9])", "true"},
              {"6 in (< 3, 5, [7..9])", "false"},
              {"5 in [1, 2, 5]", "true"},
              {"4 in [1, 2, 5]", "false"},
              {"5 in 5", "true"},
              {"5 in (= 5)", "true"},
              {"5 in (!= 5)", "false"},
              {"\"a\" in (\"a\", \"b\")", "true"},
              {"\"c\" in (\"a\", \"b\")", "false"},
              {"not(5 in [1..3])", "true"},
              {"5 in [1..5] and false", "false"},
              {"5 in (\"a\")", "error formula.type"},
              {"5 in [1..\"a\"]", "error formula.type"},
              {"true in [false..true]", "error formula.type"},
              {"5 in [1..]", "error formula.syntax"},
              {"5 in [1..5", "error formula.syntax"}});
}

TEST(feel_lists, end_an_open_range_with_either_bracket) {
  expect_all({{"5 in [1..5[", "false"},
              {"4 in ]1..5[", "true"},
              {"1 in ]1..5[", "false"},
              {"5 in (4, [1..5[)", "false"}});
}

TEST(feel_lists, let_between_include_both_ends) {
  expect_all({{"1 between 1 and 3", "true"},
              {"3 between 1 and 3", "true"},
              {"3.01 between 1 and 3", "false"},
              {"0.99 between 1 and 3", "false"},
              {"2 between 3 and 1", "false"},
              {"2 between 1 and 3 and true", "true"},
              {"1 + 1 between 2 * 1 and 3", "true"},
              {"\"b\" between \"a\" and \"c\"", "true"},
              {"@\"2025-06-01\" between @\"2025-01-01\" and @\"2025-12-31\"", "true"},
              {"2 between 1", "error formula.syntax"},
              {"true between false and true", "error formula.type"}});
}

TEST(feel_lists, are_no_single_values) {
  // FEEL compares lists item by item; the profile refuses what it does not compute.
  expect_all({{"[1, 2] = [3]", "error formula.type"},
              {"[1, 2] != [3]", "error formula.type"},
              {"persons = persons", "error formula.type"},
              {"count(if true then [1] else [2, 3])", "error formula.type"},
              {"if yes then persons else persons[child]", "error formula.type"},
              {"for x in [1, 2] return [x, x]", "error formula.type"},
              {"[1] + [2]", "error formula.type"},
              {"-[1]", "error formula.type"},
              {"[1] < [2]", "error formula.type"},
              {"string([1])", "error formula.type"},
              {"max([1], [2])", "error formula.type"},
              {"(1..5)", "error formula.type"},
              {"[(1..5)]", "error formula.type"}});
}

TEST(feel_lists, of_persons_are_counted_filtered_and_summed) {
  expect_all(family(), {{"count(persons)", "3"},
                        {"members", "3"},
                        {"persons.age", "[40, 17, 9]"},
                        {"count(persons[child])", "2"},
                        {"count(persons[not(child)])", "1"},
                        {"count(persons[adult])", "1"},
                        {"persons[child].age", "[17, 9]"},
                        {"persons[age < 18 and wage > 0].age", "[17]"},
                        {"persons[item.age > 10].age", "[40, 17]"},
                        {"persons[age > 10][child].age", "[17]"},
                        {"persons.age[item > 10]", "[40, 17]"},
                        {"sum(persons.wage)", "900.5"},
                        {"sum(persons[child].wage)", "100.5"},
                        {"max(persons.age)", "40"},
                        {"min(persons[child].age)", "9"},
                        {"mean(persons.age)", "22"},
                        {"max(persons[age > 99].age)", "failed"},
                        {"sum(persons[age > 99].wage)", "0"}});
}

TEST(feel_lists, of_persons_are_walked) {
  expect_all(family(), {{"some p in persons satisfies p.age > 39", "true"},
                        {"some p in persons satisfies p.age > 40", "false"},
                        {"every p in persons satisfies p.wage >= 0", "true"},
                        {"every p in persons[child] satisfies p.age < 18", "true"},
                        {"every p in persons satisfies p.child", "false"},
                        {"for p in persons return p.age * 2", "[80, 34, 18]"},
                        {"for a in persons.age return a - 1", "[39, 16, 8]"},
                        {"sum(for p in persons return if p.child then 0 * p.wage else p.wage)", "800"},
                        {"some p in persons satisfies p.age in [10..17]", "true"},
                        {"every p in persons satisfies some x in [9, 17, 40] satisfies x = p.age", "true"}});
}

TEST(feel_lists, of_persons_have_no_order_and_no_values_of_their_own) {
  expect_all(family(), {{"persons[1]", "error formula.type"},
                        {"persons[1].age", "error formula.type"},
                        {"age", "error formula.entity"},
                        {"persons.members", "error formula.name"},
                        {"persons.nothing", "error formula.name"},
                        {"persons > 1", "error formula.type"},
                        {"max(persons)", "error formula.type"},
                        {"count([persons])", "error formula.type"},
                        {"every p in persons satisfies every q in persons satisfies q.age >= p.age",
                         "error formula.entity"}});
}

TEST(feel_lists, of_persons_nobody_stated_are_unknown) {
  expect_all({{"count(persons)", "unknown(persons)"},
              {"sum(persons.wage)", "unknown(persons)"},
              {"some p in persons satisfies p.age > 5", "unknown(persons)"},
              {"persons.age", "unknown(persons)"},
              {"count(persons) > 0 or true", "true"},
              {"members", "unknown(members)"}});
}

/// A household has at least one person, so an empty list does not say who they are.
TEST(feel_lists, of_an_empty_list_of_persons_are_unknown) {
  facts nobody(household_book::book());
  nobody.state_persons();
  expect_all(nobody, {{"count(persons)", "unknown(persons)"},
                      {"sum(persons.wage)", "unknown(persons)"},
                      {"every p in persons satisfies false", "unknown(persons)"},
                      {"some p in persons satisfies true", "unknown(persons)"},
                      {"max(persons.age)", "unknown(persons)"}});
}

TEST(feel_lists, of_persons_with_gaps_decide_as_much_as_they_can) {
  facts some_unknown = family();
  some_unknown.add_person();  // a fourth person of whom nothing is known
  expect_all(some_unknown, {{"count(persons)", "4"},
                            {"some p in persons satisfies p.age > 39", "true"},
                            {"some p in persons satisfies p.age > 40", "unknown(age[4])"},
                            {"every p in persons satisfies p.age > 9", "false"},
                            {"every p in persons satisfies p.age > 8", "unknown(age[4])"},
                            {"sum(persons.wage)", "unknown(wage[4])"},
                            {"count(persons[child])", "unknown(child[4])"},
                            {"sum(persons[child].wage)", "unknown(child[4])"},
                            {"some p in persons[child] satisfies p.age = 9", "true"},
                            {"every p in persons[child] satisfies p.age < 10", "false"},
                            {"max(persons.age)", "unknown(age[4])"}});
}

}  // namespace
