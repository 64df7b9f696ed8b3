// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/decide/case_differences.hpp>
#include <slieksnis/decide/decide.hpp>
#include <slieksnis/decide/explain.hpp>

#include "../support/reform_text.hpp"

namespace {

using namespace slieksnis;
using reform_text::change;
using rule_text::section;

/// Decisions of one case by a book, kept together: the decisions refer to the book.
struct side {
  const rule_book& book;
  facts stated;
  std::vector<decision> decisions;

  side(const rule_book& by, const char* on, const std::vector<std::string_view>& wanted,
       const std::vector<std::pair<const char*, const char*>>& what)
      : book(by), stated(by) {
    for (const auto& [name, text] : what) stated.set(name, text);
    const plan planned = make_plan(book, *parse_date(on), wanted, shape_of(stated));
    std::vector<std::size_t> ids;
    for (const auto name : wanted) ids.push_back(*book.find(name));
    decisions = decide(planned, stated, ids);
  }
};

std::vector<decision_pair> pairs(const side& before, const side& after) {
  return pairs_of(before.book, before.decisions, after.book, after.decisions);
}

/// `level=v aid=r`: what changed, by its value, its rule or as a part of the calculation.
std::string changes(const side& before, const side& after, const decision_pair& one) {
  std::string result;
  for (const step_pair& step : one.steps) {
    if (!step.changed()) continue;
    const std::string& name = step.after != nullptr ? after.book.at(step.after->definition).name
                                                    : before.book.at(step.before->definition).name;
    result += (result.empty() ? "" : " ") + name + "=" + (step.before == nullptr ? "+" : "") +
              (step.after == nullptr ? "-" : "") + (step.other_value ? "v" : "") +
              (step.other_rule ? "r" : "");
  }
  return result;
}

rule_book reformed(const std::string& name, const std::string& part) {
  return reform_text::book({reform_text::file("r", {section(name, {part})})});
}

TEST(case_differences, the_same_law_changes_nothing) {
  const side one(benefit_book::book(), "2025-06-01", {"aid"}, {{"income", "10"}, {"members", "1"}});
  const auto both = pairs(one, one);
  ASSERT_EQ(both.size(), 1U);
  EXPECT_FALSE(both[0].changed());
  EXPECT_EQ(changes(one, one, both[0]), "");
  EXPECT_EQ(both[0].steps.size(), one.decisions[0].trace.size());
}

TEST(case_differences, marks_every_step_from_the_figure_to_the_benefit) {
  const rule_book book = reformed("parameters", change("rate", "2025-01-01", R"("value": "0.30")"));
  const side before(benefit_book::book(), "2025-06-01", {"aid"}, {{"income", "10"}, {"members", "1"}});
  const side after(book, "2025-06-01", {"aid"}, {{"income", "10"}, {"members", "1"}});
  const auto both = pairs(before, after);
  EXPECT_TRUE(both[0].changed());
  EXPECT_EQ(changes(before, after, both[0]), "rate=v level=v need_level=v aid=v");
}

TEST(case_differences, another_formula_counts_though_it_gives_the_same) {
  const rule_book book = reformed(
      "benefits",
      change("aid", "2025-01-01", R"j("amount": "need_level - income + 0 * (need_level - income)")j"));
  const side before(benefit_book::book(), "2025-06-01", {"aid"}, {{"income", "10"}, {"members", "1"}});
  const side after(book, "2025-06-01", {"aid"}, {{"income", "10"}, {"members", "1"}});
  const auto both = pairs(before, after);
  EXPECT_FALSE(both[0].changed());
  EXPECT_EQ(changes(before, after, both[0]), "aid=r");
}

TEST(case_differences, other_rows_of_a_table_do_not_count) {
  const auto table = [](const char* first, const char* last) {
    return change(
        "by_group", "2024-01-01",
        std::string(
            R"("table": { "inputs": ["group"], "hit": "first", "rows": [ { "when": ["a"], "value": ")") +
            first + R"(" }, { "when": ["-"], "value": ")" + last + R"(" } ] })");
  };
  const rule_book one = reformed("variables", table("7", "8"));
  const rule_book two = reformed("variables", table("9", "8"));
  // A status that rests on the table would do as well; the value itself is enough to be traced.
  for (const auto& [group, expected] : {std::pair("b", false), std::pair("a", true)}) {
    std::vector<trace_step> steps[2];
    const rule_book* books[] = {&one, &two};
    for (int i = 0; i < 2; ++i) {
      facts stated(*books[i]);
      stated.set("group", group);
      const plan planned =
          make_plan(*books[i], *parse_date("2025-06-01"), std::vector<std::string_view>{"by_group"});
      const evaluation values(planned, stated);
      steps[i] =
          trace_of(values, {planned.values()[*planned.value_of(*books[i]->find("by_group"))].result}, {});
    }
    decision before;
    decision after;
    before.benefit = after.benefit = *one.find("aid");
    before.trace = steps[0];
    after.trace = steps[1];
    const auto both = pairs_of(one, {before}, two, {after});
    bool any = false;
    for (const step_pair& step : both[0].steps) any = any || step.changed();
    EXPECT_EQ(any, expected) << group;
  }
}

TEST(case_differences, tells_what_only_one_side_has) {
  const rule_book book = reform_text::book({reform_text::file(
      "r", {section("benefits",
                    {rule_text::named(
                        "bonus", R"("of": "household", "unit": "EUR/month", "paid": "month", )" +
                                     rule_text::versions({R"({ "from": "2024-01-01", "entitled_if": "poor",
              "amount": "level", "round": { "to": "0.01", "mode": "half_up", "source": "assumed" } })"}))})})});
  const side before(benefit_book::book(), "2025-06-01", {"aid"}, {{"income", "10"}, {"members", "1"}});
  const side after(book, "2025-06-01", {"bonus", "aid"}, {{"income", "10"}, {"members", "1"}});
  const auto both = pairs(before, after);
  ASSERT_EQ(both.size(), 2U);
  EXPECT_EQ(both[0].before, nullptr);
  EXPECT_TRUE(both[0].changed());
  EXPECT_EQ(both[1].before, &before.decisions[0]);
  EXPECT_EQ(both[1].after, &after.decisions[1]);
}

TEST(case_differences, a_stated_value_is_another_rule_than_a_computed_one) {
  const side before(benefit_book::book(), "2025-06-01", {"aid"}, {{"income", "10"}, {"members", "1"}});
  const side after(benefit_book::book(), "2025-06-01", {"aid"},
                   {{"income", "10"}, {"members", "1"}, {"need_level", "200"}});
  const auto both = pairs(before, after);
  EXPECT_FALSE(both[0].changed());
  const std::string changed = changes(before, after, both[0]);
  EXPECT_NE(changed.find("need_level=r"), std::string::npos) << changed;
}

}  // namespace
