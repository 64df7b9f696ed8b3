// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/decide/exact.hpp>
#include <slieksnis/decide/make_plan.hpp>
#include <stdexcept>

#include "../support/benefit_book.hpp"
#include "../support/evaluate.hpp"

namespace {

using namespace slieksnis;

const rule_book& book() { return benefit_book::book(); }
std::size_t id(const char* name) { return *book().find(name); }
facts nothing() { return facts(book()); }

std::string value(const char* name, const facts& stated) {
  const plan planned = make_plan(book(), *parse_date("2025-06-15"), std::vector{id(name)}, shape_of(stated));
  const evaluation values(planned, stated);
  return evaluate::shown(book(), values.at(planned.values()[*planned.value_of(id(name))].result));
}

facts with_persons(
    std::initializer_list<std::initializer_list<std::pair<const char*, const char*>>> persons) {
  facts result = nothing();
  result.state_persons();
  for (const auto& person : persons) {
    const std::size_t index = result.add_person();
    for (const auto& [name, text] : person) result.set_person(index, name, text);
  }
  return result;
}

TEST(exact, evaluates_with_what_is_stated) {
  EXPECT_EQ(value("need_level", nothing().set("members", "3")), "600");
  EXPECT_EQ(value("need_level", with_persons({{}, {}})), "400");
  EXPECT_EQ(value("all_pay", with_persons({{{"wage", "100"}, {"pension", "5"}}, {{"wage", "1/1/2"}}})),
            to_string(rational(319, 3)));
}

TEST(exact, refuses_a_case_of_another_shape_than_the_plan) {
  const plan planned = make_plan(book(), *parse_date("2025-06-15"), std::vector{id("need_level")});
  EXPECT_NO_THROW(evaluation(planned, nothing()));
  EXPECT_THROW(evaluation(planned, nothing().set("members", "3")), std::logic_error);
}

TEST(exact, lets_an_override_win) {
  EXPECT_EQ(value("need_level", nothing().set("members", "3").give("level", "10")), "30");
  EXPECT_EQ(value("need_level", nothing().set("members", "3").give("members", "1")), "200");
  EXPECT_EQ(value("plain_level", nothing().give("median", "50")), "10");
}

TEST(exact, lets_overrides_leave_earlier_days_as_they_were) {
  EXPECT_EQ(value("level", nothing().give("median", "0")), "200") << "the years before had their own median";
  EXPECT_EQ(value("level", nothing().give("median", "5000")), "1000");
}

TEST(exact, takes_a_persons_stated_value_before_the_computed_one) {
  EXPECT_EQ(value("adults",
                  with_persons(
                      {{{"age", "17"}}, {{"born", "2000-01-01"}}, {{"age", "40"}, {"born", "2020-01-01"}}})),
            "2");
  EXPECT_EQ(value("adults", with_persons({{{"child", "no"}}, {{"child", "yes"}}})), "1");
}

TEST(exact, names_the_person_whose_fact_is_missing) {
  EXPECT_EQ(value("all_pay", with_persons({{{"wage", "100"}}, {}})), "100")
      << "somebody's income is stated, so the rest is assumed";
  EXPECT_EQ(value("all_pay", with_persons({{}, {}})), "unknown(wage[1], pension[1], wage[2], pension[2])");
  EXPECT_EQ(value("all_pay", nothing()), "unknown(persons)");
}

TEST(exact, names_the_person_of_an_askable_variable) {
  EXPECT_EQ(value("adults", with_persons({{{"age", "17"}}, {}})), "unknown(adults)");
  const facts two = with_persons({{{"age", "17"}}, {}});
  EXPECT_EQ(evaluate::formula(two, "count(persons[child])"), "unknown(child[2])");
}

TEST(exact, takes_assumptions_and_defaults_where_nothing_is_stated) {
  const auto planned = [](const facts& stated) {
    return make_plan(book(), *parse_date("2025-06-15"), std::vector{id("either")}, shape_of(stated));
  };
  const facts some = nothing().set("costs", "10");
  const plan one = planned(some);
  const evaluation values(one, some);
  EXPECT_TRUE(values.assumed(id("within_limits"), 0));
  EXPECT_TRUE(values.assumed(id("share"), 0));
  EXPECT_FALSE(values.assumed(id("costs"), 0));
  const facts told = nothing().set("within_limits", true);
  const plan other = planned(told);
  EXPECT_FALSE(evaluation(other, told).assumed(id("within_limits"), 0));
}

TEST(exact, lists_the_assumptions_below_a_value) {
  const facts some = with_persons({{{"wage", "5"}}, {}});
  const plan planned =
      make_plan(book(), *parse_date("2025-06-15"), std::vector{id("all_pay")}, shape_of(some));
  const evaluation values(planned, some);
  const auto found = values.assumptions_below({planned.values()[*planned.value_of(id("all_pay"))].result});
  EXPECT_EQ(found.size(), 3U) << "one pension of the first, wage and pension of the second";
}

TEST(exact, reaches_only_the_branch_that_was_chosen) {
  using namespace rule_text;
  const rule_book branches = rule_text::book(
      {section("facts", {asked("yes", R"("of": "household", "type": "boolean")"),
                         asked("a", R"("of": "household", "unit": "1")"),
                         asked("b", R"("of": "household", "unit": "1")")}),
       section("variables",
               {computed("chosen", R"("of": "household", "unit": "1")", "if yes then a else b")})});
  facts some(branches);
  some.set("yes", true).set("a", 1).set("b", 2);
  const plan planned =
      make_plan(branches, *parse_date("2025-06-15"), std::vector<std::string_view>{"chosen"});
  const evaluation values(planned, some);
  const auto reached = values.reached({planned.values()[*planned.value_of(*branches.find("chosen"))].result});
  const auto result_of = [&](const char* name) {
    return planned.values()[*planned.value_of(*branches.find(name))].result;
  };
  EXPECT_TRUE(reached[result_of("a")]);
  EXPECT_FALSE(reached[result_of("b")]);
  EXPECT_TRUE(reached[result_of("yes")]);
}

}  // namespace
