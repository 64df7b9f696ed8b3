// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <slieksnis/decide/decide.hpp>
#include <slieksnis/decide/explain.hpp>

#include "../support/benefit_book.hpp"

namespace {

using namespace slieksnis;

const rule_book& book() { return benefit_book::book(); }
facts nothing() { return facts(book()); }
decision about(const char* benefit, const facts& stated, const char* day = "2025-06-15") {
  return decide(book(), *parse_date(day), benefit, stated);
}

const trace_step* step_of(const decision& of, const char* name) {
  for (const auto& one : of.trace)
    if (book().at(one.definition).name == name) return &one;
  return nullptr;
}

/// `income < need_level [400 400] by 0`: the part of the formula, both sides, and by how much it failed.
std::string reasons(const decision& of) {
  std::string result;
  for (const auto& one : of.reasons) {
    const std::string& text = one.source->source.text;
    const span where = one.condition->where;
    result += (result.empty() ? "" : "; ") + book().at(one.within).name + ": " +
              text.substr(where.begin, where.end - where.begin);
    if (one.left) result += " [" + to_string(*one.left) + " " + to_string(*one.right) + "]";
    if (one.by) result += " by " + to_string(*one.by);
  }
  return result;
}

TEST(explain, names_the_condition_that_failed_and_by_how_much) {
  EXPECT_EQ(reasons(about("aid", nothing().set("members", 1).set("income", "250.25"))),
            "aid: income < need_level [250.25 200] by 50.25");
  EXPECT_EQ(reasons(about("aid", nothing().set("members", 1).set("income", "200"))),
            "aid: income < need_level [200 200] by 0");
}

TEST(explain, goes_into_the_status_that_decides) {
  EXPECT_EQ(reasons(about("aid", nothing().set("members", 9).set("income", "500"))),
            "poor: income <= 2 * level [500 400] by 100");
  EXPECT_EQ(
      reasons(about("aid", nothing().set("members", 9).set("income", "500").set("within_limits", false))),
      "poor: within_limits; poor: income <= 2 * level [500 400] by 100");
}

TEST(explain, names_every_alternative_that_failed) {
  EXPECT_EQ(reasons(about("either", nothing().set("yes", false))), "either: yes; either: not(within_limits)");
}

TEST(explain, gives_no_reasons_for_what_is_granted_or_unknown) {
  EXPECT_EQ(reasons(about("aid", nothing().set("members", 1).set("income", "0"))), "");
  EXPECT_EQ(reasons(about("aid", nothing())), "");
}

TEST(explain, tells_where_each_value_comes_from) {
  const decision one = about("aid", nothing().set("members", 2).set("income", "100").give("rate", "0.30"));
  ASSERT_NE(step_of(one, "income"), nullptr);
  EXPECT_EQ(step_of(one, "income")->from, origin::stated);
  EXPECT_EQ(step_of(one, "members")->from, origin::stated) << "it has a question, like a fact";
  EXPECT_EQ(step_of(one, "within_limits")->from, origin::assumed);
  EXPECT_EQ(step_of(one, "rate")->from, origin::overridden);
  EXPECT_EQ(step_of(one, "median")->from, origin::figure);
  EXPECT_EQ(step_of(one, "need_level")->from, origin::computed);
  EXPECT_EQ(
      step_of(about("aid", nothing().set("need_level", "300").set("income", "100")), "need_level")->from,
      origin::given);
  EXPECT_EQ(step_of(about("either", nothing().set("yes", true).set("costs", "5")), "share")->from,
            origin::by_law);
}

TEST(explain, puts_each_value_after_those_it_uses) {
  const decision one = about("aid", nothing().set("members", 2).set("income", "100"));
  const auto index = [&](const char* name) { return step_of(one, name) - one.trace.data(); };
  EXPECT_LT(index("level"), index("need_level"));
  EXPECT_LT(index("members"), index("need_level"));
  EXPECT_LT(index("need_level"), index("aid"));
  EXPECT_LT(index("poor"), index("aid"));
}

TEST(explain, leaves_out_what_does_not_count) {
  const decision one = about("aid", nothing().set("members", 2).set("income", "100").set("costs", "5"));
  EXPECT_EQ(step_of(one, "costs"), nullptr);
  EXPECT_EQ(step_of(one, "adults"), nullptr) << "the number of members was given";
}

TEST(explain, shows_a_value_before_and_after_its_rounding) {
  const decision third = about("third", nothing().set("income", "100"));
  ASSERT_NE(step_of(third, "third"), nullptr);
  EXPECT_EQ(step_of(third, "third")->before_rounding, rational(100, 3));
  EXPECT_EQ(step_of(third, "third")->result.what(), value{rational(3333, 100)});
  EXPECT_EQ(step_of(about("third", nothing().set("income", "99")), "third")->before_rounding, std::nullopt);
}

TEST(explain, shows_the_names_of_a_formula_with_their_values) {
  const decision one = about("aid", nothing().set("members", 2).set("income", "100"));
  const trace_step& level = *step_of(one, "need_level");
  ASSERT_NE(level.used, nullptr);
  EXPECT_EQ(level.used->source.text, "level * members");
  ASSERT_EQ(level.mentions.size(), 2U);
  EXPECT_EQ(level.mentions[0].values.at(0).what(), value{rational(200)});
  EXPECT_EQ(level.mentions[1].values.at(0).what(), value{rational(2)});
}

TEST(explain, shows_the_row_of_a_table) {
  using namespace rule_text;
  auto sections = benefit_book::sections();
  sections.push_back(R"("published": [])");
  sections[5] =
      section("benefits", {benefit_book::benefit("tabled", "household", "by_group > 0", "by_group * costs")});
  const rule_book tables = rule_text::book(sections);
  const decision one = decide(tables, *parse_date("2025-06-15"), "tabled",
                              facts(tables).set("group", "a").set("yes", false).set("costs", "10"));
  EXPECT_EQ(one.amount, rational(20));
  const auto step = std::find_if(one.trace.begin(), one.trace.end(),
                                 [&](const auto& s) { return tables.at(s.definition).name == "by_group"; });
  ASSERT_NE(step, one.trace.end());
  ASSERT_NE(step->row, nullptr);
  EXPECT_EQ(step->row->cells, (std::vector<std::string>{"a", "-"}));
}

// Known: the trace of a definition with "by" shows the last version and the first formula that is known.
TEST(explain, shows_the_version_that_another_date_chose) {
  using namespace rule_text;
  auto sections = benefit_book::sections();
  sections[5] = section("benefits",
                        {benefit_book::benefit("claimed", "household", "by_claim > 0", "by_claim * costs")});
  const rule_book claims = rule_text::book(sections);
  const auto formula_for = [&](const char* claim) {
    const decision one = decide(claims, *parse_date("2025-06-15"), "claimed",
                                facts(claims).set("first_claim", claim).set("costs", "1"));
    for (const auto& step : one.trace)
      if (claims.at(step.definition).name == "by_claim")
        return (step.used != nullptr ? step.used->source.text : "none") + " since " +
               (step.rule != nullptr ? to_string(step.rule->when.from) : "never");
    return std::string("no step");
  };
  EXPECT_EQ(formula_for("2015-01-01"), "1 * 10 since 2010-01-01");
  EXPECT_EQ(formula_for("2023-01-01"), "2 * 10 since 2022-01-01");
  EXPECT_EQ(formula_for("2025-01-01"), "3 * 10 since 2024-01-01");
}

TEST(explain, shows_the_three_months_of_a_mean) {
  facts some = nothing();
  some.add_person();
  some.set_person(0, "age", "40").set_person(0, "wage", "10/20/60");
  const plan planned =
      make_plan(book(), *parse_date("2025-06-15"), std::vector<std::string_view>{"care"}, shape_of(some));
  const auto one = decide(planned, some, {*book().find("care")}).front();
  const trace_step* wage = step_of(one, "wage");
  ASSERT_NE(wage, nullptr);
  EXPECT_EQ(wage->months, (std::vector<rational>{10, 20, 60}));
  EXPECT_EQ(wage->result.what(), value{rational(30)});
  EXPECT_EQ(wage->person, 0U);
}

TEST(explain, shows_what_a_definition_says_it_shows) {
  const decision one = about("third", nothing().set("income", "9"));
  ASSERT_NE(step_of(one, "level"), nullptr) << "it is not used, but shown beside the amount";
  EXPECT_EQ(step_of(one, "level")->result.what(), value{rational(200)});
}

TEST(explain, of_one_person_leaves_out_the_others) {
  facts some = nothing();
  for (const char* age : {"40", "50"}) {
    const auto person = some.add_person();
    some.set_person(person, "age", age).set_person(person, "wage", "1");
  }
  const plan planned =
      make_plan(book(), *parse_date("2025-06-15"), std::vector<std::string_view>{"care"}, shape_of(some));
  for (const auto& one : decide(planned, some, {*book().find("care")}))
    for (const auto& step : one.trace) EXPECT_TRUE(!step.person || step.person == one.person);
}

}  // namespace
