// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/decide/decide.hpp>

#include "../support/codes.hpp"
#include "../support/reform_text.hpp"

namespace {

using namespace slieksnis;
using reform_text::change;
using rule_text::section;

rational aid(const rule_book& book, const char* on) {
  facts stated(book);
  stated.set("income", "10").set("members", "1");
  return decide(book, *parse_date(on), "aid", stated).amount.value_or(rational(-1));
}

TEST(reform, puts_a_figure_in_place_of_the_laws_on_its_days) {
  const auto file = reform_text::file(
      "r", {section("parameters", {change("rate", "2024-03-01", R"("to": "2024-09-01", "value": "0.30")")})});
  const rule_book book = reform_text::book({file});
  EXPECT_EQ(reform_text::versions(book, "rate"), "2020-01-01 0.20, 2024-03-01 0.30*, 2024-09-01 0.20");
  EXPECT_EQ(reform_text::versions(benefit_book::book(), "rate"), "2020-01-01 0.20")
      << "the law itself stays as it was";
  EXPECT_EQ(book.at(*book.find("rate")).versions[1].when,
            (period{*parse_date("2024-03-01"), *parse_date("2024-09-01")}));
  ASSERT_EQ(book.reforms().size(), 1U);
  EXPECT_EQ(book.reforms()[0].name, "r");
  const version& changed = book.at(*book.find("rate")).versions[1];
  EXPECT_EQ(book.sources()[changed.sources.front()].name(language::en), "The reform “t”");
}

TEST(reform, lasts_to_the_end_of_the_rules_without_a_to) {
  const rule_book book = reform_text::book({reform_text::file(
      "r", {section("parameters", {change("median", "2022-07-01", R"("value": "900")")})})});
  EXPECT_EQ(
      reform_text::versions(book, "median"),
      "2020-01-01 500, 2021-01-01 400, 2022-01-01 650.50, 2022-07-01 900*, 2023-01-01 900*, 2024-01-01 900*, "
      "2025-01-01 900*");
}

TEST(reform, changes_formulas_and_leaves_the_rest_of_a_benefit_as_the_law_has_it) {
  const rule_book amount = reform_text::book({reform_text::file(
      "r",
      {section("benefits", {change("aid", "2024-01-01", R"("amount": "(need_level - income) / 3")")})})});
  EXPECT_EQ(aid(benefit_book::book(), "2024-02-01"), rational(190));
  EXPECT_EQ(aid(amount, "2023-12-31"), aid(benefit_book::book(), "2023-12-31"));
  EXPECT_EQ(aid(amount, "2024-02-01"), rational(6333, 100)) << "rounded to the cent as the law says";
  const rule_book condition = reform_text::book({reform_text::file(
      "r", {section("benefits", {change("aid", "2024-01-01", R"("entitled_if": "income > need_level")")})})});
  EXPECT_EQ(aid(condition, "2023-12-31"), aid(benefit_book::book(), "2023-12-31"));
  EXPECT_EQ(aid(condition, "2024-02-01"), rational(-1));
}

TEST(reform, changes_a_table) {
  const rule_book book = reform_text::book({reform_text::file(
      "r", {section("variables",
                    {change("by_group", "2024-01-01", R"("table": { "inputs": ["group"], "hit": "first",
            "rows": [ { "when": ["a"], "value": "7" }, { "when": ["-"], "value": "8" } ] })")})})});
  facts stated(book);
  stated.set("group", "b");
  const plan planned = make_plan(book, *parse_date("2024-01-01"), std::vector<std::string_view>{"by_group"});
  const evaluation values(planned, stated);
  EXPECT_EQ(values.at(planned.values()[*planned.value_of(*book.find("by_group"))].result).what(),
            value{rational(8)});
}

TEST(reform, adds_a_benefit_of_its_own) {
  const rule_book book = reform_text::book({reform_text::file(
      "r",
      {section("parameters",
               {rule_text::named("bonus_share",
                                 R"("unit": "1", "decimals": 2, )" +
                                     rule_text::versions({R"({ "from": "2024-01-01", "value": "0.50" })"}))}),
       section("benefits",
               {rule_text::named(
                   "bonus",
                   R"("of": "household", "unit": "EUR/month",
              "paid": "month", )" +
                       rule_text::versions(
                           {R"({ "from": "2024-01-01", "entitled_if": "poor", "amount": "bonus_share * level",
              "round": { "to": "0.01", "mode": "half_up", "source": "assumed" } })"}))})})});
  facts stated(book);
  stated.set("income", "10");
  EXPECT_EQ(decide(book, *parse_date("2025-02-01"), "bonus", stated).amount, rational(100));
}

TEST(reform, several_lie_over_one_another_in_order) {
  const auto first = reform_text::file(
      "first",
      {section("parameters", {change("rate", "2024-01-01", R"("to": "2025-01-01", "value": "0.30")")})});
  const auto second = reform_text::file(
      "second", {section("parameters", {change("rate", "2025-01-01", R"("value": "0.40")")})});
  EXPECT_EQ(reform_text::versions(reform_text::book({first, second}), "rate"),
            "2020-01-01 0.20, 2024-01-01 0.30*, 2025-01-01 0.40*");
}

TEST(reform, names_place_and_remedy_of_what_is_wrong) {
  const auto parameters = [](const std::string& one) {
    return reform_text::file("r", {section("parameters", {one})});
  };
  const auto text_of = [](const std::vector<source_pointer>& files) {
    std::string result;
    for (const error& one : reform_text::errors(files)) {
      const std::string text = one.text(language::en);
      result += text.substr(0, text.find("\n  at")) + text.substr(text.find("\n  hint"));
    }
    return result;
  };
  EXPECT_EQ(text_of({parameters(change("rat", "2024-01-01", R"("value": "0.30")"))}),
            "r.json:3:1: error[rule.reference]: expected a name of the rules that the reform changes; found "
            "\"rat\"\n"
            "  hint: did you mean rate?\n");
  EXPECT_EQ(text_of({parameters(change("level", "2024-01-01", R"("value": "0.30")"))}),
            "r.json:3:1: error[rule.reference]: expected \"level\" in the section \"variables\"; found "
            "another section\n"
            "  hint: move it to \"variables\"\n");
  EXPECT_EQ(
      codes_of(reform_text::errors({parameters(change("rate", "2024-01-01", R"("value": "a third")"))})),
      "rule.amount");
  EXPECT_EQ(
      codes_of(reform_text::errors({reform_text::file(
          "r", {section("variables", {change("need_level", "2024-01-01", R"("formula": "members")")})})})),
      "formula.unit");
  EXPECT_EQ(
      text_of({parameters(change("rate", "2031-01-01", R"("value": "0.30")"))}),
      "r.json:3:35: error[rule.order]: expected versions in order, each with at least one day that the rules "
      "cover; found 2031-01-01\n  hint: the rules cover days up to 2029-12-31\n");
  EXPECT_EQ(
      text_of({parameters(change("rate", "2019-01-01", R"("value": "0.30")"))}),
      "r.json:3:35: error[rule.covers]: expected a day from 2020-01-01 to 2029-12-31; found 2019-01-01\n"
      "  hint: the rules have no version on other days; keep the reform within them by \"from\" and "
      "\"to\"\n");
  EXPECT_EQ(
      text_of({parameters(change("rate", "2024-01-01", R"("value": "0.30")")),
               reform_text::file(
                   "s", {section("parameters", {change("rate", "2025-01-01", R"("value": "0.40")")})})}),
      "s.json:3:35: error[rule.overlap]: expected days that no other reform changes; found \"rate\" from "
      "2024-01-01 on is already changed by \"r\"\n  hint: join the two reforms, or end one of them with "
      "\"to\"\n");
  const auto none =
      reform_text::errors({std::make_shared<source_text>("t.json", R"({ "topic": "t", "parameters": {} })")});
  ASSERT_EQ(none.size(), 1U) << "each of its keys would be wrong in turn";
  EXPECT_EQ(none[0].code(), error_code::rule_missing_key);
  EXPECT_EQ(none[0].found().en, "a file without \"reform\"");
  EXPECT_EQ(codes_of(reform_text::errors({reform_text::file(
                "r", {section("facts", {change("income", "2024-01-01", R"("value": "1")")})})})),
            "rule.reference");
}

TEST(reform, keeps_figures_within_the_bounds_that_a_name_declares) {
  const auto sections = [](const char* value) {
    return std::vector<std::string>{section(
        "variables",
        {rule_text::named("index",
                          R"("of": "country", "unit": "1", "decimals": 2, "minimum": "1", "maximum": "2", )" +
                              rule_text::versions({rule_text::since("2020-01-01", value)}))})};
  };
  EXPECT_EQ(codes_of(rule_text::errors(sections(R"("value": "2")"))), "");
  EXPECT_EQ(codes_of(rule_text::errors(sections(R"("value": "2.01")"))), "rule.domain")
      << "in the law as well";
  const auto file =
      reform_text::file("r", {section("variables", {change("index", "2024-01-01", R"("value": "0.99")")})});
  const auto errors = check_rule_files(rule_text::files(sections(R"("value": "1.10")")), {file});
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0].expected().en, "from 1 to 2");
  EXPECT_EQ(errors[0].pointer(), "/variables/index/versions/0/value");
}

TEST(reform, is_reviewed_as_far_as_the_law_that_it_changes) {
  const rule_book book = reform_text::book({reform_text::file(
      "r", {section("parameters", {change("rate", "2024-03-01", R"("value": "0.30")")})})});
  EXPECT_EQ(book.topics().back().reviewed, *parse_date("2025-06-01"));
}

TEST(reform, may_begin_after_the_rules_where_the_law_is_assumed_to_go_on) {
  const auto files = rule_text::files(benefit_book::sections());
  const auto file =
      reform_text::file("r", {section("parameters", {change("rate", "2030-07-01", R"("value": "0.30")")})});
  EXPECT_EQ(codes_of(check_rule_files(files, {file})), "rule.order");
  const rule_book book = load_rule_book(files, book_use::everything, {file}, parse_date("2031-12-31"));
  EXPECT_EQ(reform_text::versions(book, "rate"), "2020-01-01 0.20, 2030-07-01 0.30*");
  EXPECT_EQ(book.span().last_day(), *parse_date("2031-12-31"));
  ASSERT_TRUE(book.assumed_days());
  EXPECT_EQ(*book.assumed_days(), (period{*parse_date("2030-01-01"), *parse_date("2032-01-01")}));
  EXPECT_EQ(aid(book, "2030-06-30"), aid(benefit_book::book(), "2029-12-31")) << "as on the last known day";
  EXPECT_FALSE(load_rule_book(files, book_use::everything, {}, parse_date("2029-12-31")).assumed_days())
      << "a day that the rules cover assumes nothing";
  EXPECT_FALSE(benefit_book::book().assumed_days());
}

}  // namespace
