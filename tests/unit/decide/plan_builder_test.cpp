// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <set>
#include <slieksnis/decide/make_plan.hpp>
#include <slieksnis/decide/plan_builder.hpp>
#include <slieksnis/formula/parser.hpp>

#include "../support/benefit_book.hpp"

namespace {

using namespace slieksnis;

const rule_book& book() { return benefit_book::book(); }

/// The plan of a stand-alone formula with its last step, which holds the value.
struct planned_text {
  struct formula text;
  plan planned;
  [[nodiscard]] const step& last() const { return planned.steps()[planned.formula()->result]; }
};

planned_text planned(const char* text, bool feel_compatible = false) {
  planned_text result;
  result.text.source.text = text;
  std::vector<formula_problem> problems;
  result.text.tree = parse_formula(text, problems);
  result.planned = plan_formula(book(), *parse_date("2025-06-15"), result.text, {}, feel_compatible);
  return result;
}

TEST(plan_builder, folds_what_depends_on_the_date_only) {
  for (const char* text : {"1 + 2 * 3", "rate * median", "level", "on", "max(level, median)",
                           "round half up(rate * 3, 0)", "if true then level else 2 * level"}) {
    const auto one = planned(text);
    EXPECT_EQ(one.last().kind, step_kind::constant) << text;
    EXPECT_EQ(one.last().of, domain::constant) << text;
  }
  EXPECT_EQ(planned("1 + 2 * 3").last().constant, value{rational(7)});
}

TEST(plan_builder, keeps_a_constant_failure_as_a_step) {
  EXPECT_EQ(planned("1 / (2 - 2)").last().kind, step_kind::divide);
  EXPECT_EQ(planned("1 / (2 - 2)", true).last().constant, value{null_value{}})
      << "in the compatible mode it has a value";
}

TEST(plan_builder, tells_what_a_step_depends_on) {
  EXPECT_EQ(planned("income + costs").last().of, domain::common);
  EXPECT_EQ(planned("sum(persons.wage)").last().of, domain::common);
  EXPECT_TRUE(planned("sum(persons.wage)").last().over_persons);
  const auto wages = planned("persons.wage");
  ASSERT_TRUE(wages.planned.list());
  EXPECT_EQ(wages.planned.steps()[wages.planned.list()->first[0]].of, domain::person);
  EXPECT_TRUE(wages.planned.list()->second);
}

TEST(plan_builder, knows_the_decimal_places_that_suffice) {
  const auto scale = [](const char* text) { return planned(text).last().scale; };
  EXPECT_EQ(scale("income"), 2);
  EXPECT_EQ(scale("income + costs"), 2);
  EXPECT_EQ(scale("income - 0"), 2);
  EXPECT_EQ(scale("-income"), 2);
  EXPECT_EQ(scale("income * share"), 4);
  EXPECT_EQ(scale("income * share * share"), 6);
  EXPECT_EQ(scale("income * 0.125"), 5);
  EXPECT_EQ(scale("max(income * share, costs)"), 4);
  EXPECT_EQ(scale("if yes then income * share else costs"), 4);
  EXPECT_EQ(scale("if yes then costs else income * share"), 4);
  EXPECT_EQ(scale("sum(persons.wage)"), no_scale) << "a mean of three months may need any number";
  EXPECT_EQ(scale("sum(persons.pension)"), 2);
  EXPECT_EQ(scale("count(persons)"), 0);
  EXPECT_EQ(scale("round half up(income, 0)"), 0);
  EXPECT_EQ(scale("round half up(income / 3, 1)"), 1);
  EXPECT_EQ(scale("income / 3"), no_scale);
  EXPECT_EQ(scale("divisor ** 2"), no_scale);
  EXPECT_EQ(scale("income / 3 + costs"), no_scale);
  EXPECT_EQ(scale("modulo(income, costs)"), 2);
  EXPECT_EQ(scale("abs(income)"), 2);
}

TEST(plan_builder, plans_a_definition_once) {
  const plan both =
      make_plan(book(), *parse_date("2025-06-15"), std::vector<std::string_view>{"aid", "poor", "aid"});
  std::set<std::size_t> seen;
  for (const auto& one : both.values()) {
    const bool earlier = one.on != both.on();  // for `previous`
    EXPECT_TRUE(earlier || seen.insert(one.definition).second) << book().at(one.definition).name;
  }
}

TEST(plan_builder, reads_what_a_case_states_instead_of_computing_it) {
  case_shape shape;
  shape.common.insert(*book().find("members"));
  const plan stated =
      make_plan(book(), *parse_date("2025-06-15"), std::vector<std::string_view>{"need_level"}, shape);
  const auto& members = stated.values()[*stated.value_of(*book().find("members"))];
  EXPECT_EQ(stated.steps()[members.result].kind, step_kind::input);
  EXPECT_EQ(members.rule, nullptr);
  EXPECT_FALSE(stated.value_of(*book().find("adults"))) << "what it would be computed from is not needed";
}

}  // namespace
