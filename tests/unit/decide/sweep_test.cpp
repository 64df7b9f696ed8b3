// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/decide/sweep.hpp>
#include <slieksnis/lv.hpp>

#include "../support/benefit_book.hpp"

namespace {

using namespace slieksnis;

const rule_book& book() { return benefit_book::book(); }
std::size_t id(std::string_view name) { return *book().find(name); }
date on(const char* text) { return *parse_date(text); }

variation of(std::string_view name, rational first, rational last, rational step) {
  return {id(name), std::nullopt, std::nullopt, std::move(first), std::move(last), std::move(step)};
}

/// The numbers, "-" for nothing.
std::string losses(const sweep& all) {
  std::string result;
  for (const sweep_setting& one : all.settings)
    result += (result.empty() ? "" : " ") + (one.marginal_loss ? to_string(*one.marginal_loss) : "-");
  return result;
}

std::string amounts(const sweep& all, std::size_t column = 0) {
  std::string result;
  for (const sweep_setting& one : all.settings)
    result += (result.empty() ? "" : " ") + (one.cells[column].amount
                                                 ? to_string(*one.cells[column].amount)
                                                 : std::string(name_of(one.cells[column].outcome)));
  return result;
}

TEST(sweep, takes_both_ends_and_ends_with_a_shorter_step) {
  EXPECT_EQ(numbers_of(of("income", 0, 30, 10)), (std::vector<rational>{0, 10, 20, 30}));
  EXPECT_EQ(numbers_of(of("income", 0, 25, 10)), (std::vector<rational>{0, 10, 20, 25}));
  for (const auto& one : {of("income", 0, 30, 10), of("income", 0, 25, 10), of("income", 5, 6, 10)})
    EXPECT_EQ(count_of(one), numbers_of(one).size());
}

TEST(sweep, decides_each_setting_and_tells_what_is_lost) {
  facts stated(book());
  stated.set("members", "1");
  // 2025: a level of 200; who has at most twice as much is poor, and gets what is missing to the level.
  const sweep all = sweep_of(book(), stated, on("2025-06-01"), {id("aid")}, {of("income", 0, 300, 100)});
  EXPECT_EQ(amounts(all), "200 100 refused refused");
  EXPECT_EQ(all.columns, (std::vector<sweep_column>{{id("aid"), std::nullopt}}));
  EXPECT_EQ(all.settings[1].own_income, std::nullopt) << "this book does not say what income is";
  EXPECT_EQ(all.settings[1].benefits, rational(100));
  EXPECT_TRUE(all.nothing_reads.empty());
}

TEST(sweep, of_a_fact_that_is_no_income_has_no_marginal_loss) {
  facts stated(book());
  stated.set("members", "1").set("income", "10");
  const sweep all = sweep_of(book(), stated, on("2025-06-01"), {id("aid")},
                             {of("rate", rational(1, 5), rational(2, 5), rational(1, 10))});
  EXPECT_EQ(all.income, std::nullopt);
  EXPECT_EQ(losses(all), "- - -");
  // The level of the day itself; before it the law as it is.
  EXPECT_EQ(amounts(all), "190 290 390");
}

TEST(sweep, holds_on_earlier_days_only_from_its_own_day_on) {
  facts stated(book());
  stated.set("members", "1").set("income", "10");
  variation rate = of("rate", rational(1, 10), rational(2, 5), rational(3, 10));
  // The level never falls: on 2026-02-01 the rules look back at 2025.
  EXPECT_EQ(amounts(sweep_of(book(), stated, on("2026-02-01"), {id("aid")}, {rate})), "190 390");
  rate.since = on("2025-01-01");
  EXPECT_EQ(amounts(sweep_of(book(), stated, on("2026-02-01"), {id("aid")}, {rate})), "190 390");
  rate.since = on("2020-01-01");
  EXPECT_EQ(amounts(sweep_of(book(), stated, on("2026-02-01"), {id("aid")}, {rate})), "90 390");
}

TEST(sweep, varies_a_fact_of_one_person) {
  facts stated(book());
  stated.add_person();
  stated.add_person();
  stated.set_person(0, "born", "1990-01-01").set_person(1, "born", "1990-01-01");
  stated.set_person(0, "pension", "20");
  variation wage = of("wage", 0, 100, 50);
  wage.person = 1;
  const sweep all = sweep_of(book(), stated, on("2025-06-01"), {id("care")}, {wage});
  ASSERT_EQ(all.columns.size(), 2U);
  EXPECT_EQ(all.columns[1].person, 1U);
  EXPECT_EQ(amounts(all, 0), "180 180 180");
  EXPECT_EQ(amounts(all, 1), "200 150 100");
}

TEST(sweep, varies_two_numbers_the_last_one_fastest) {
  facts stated(book());
  stated.set("members", "1");
  const sweep all =
      sweep_of(book(), stated, on("2025-06-01"), {id("aid")},
               {of("income", 0, 100, 50), of("rate", rational(1, 5), rational(2, 5), rational(1, 5))});
  EXPECT_EQ(amounts(all), "200 400 150 350 100 300");
  EXPECT_EQ(all.settings[all.index(1, 1)].at, (std::vector<rational>{50, rational(2, 5)}));
}

TEST(sweep, own_income_is_all_that_the_persons_have) {
  const rule_book& law = lv::law();
  facts stated(law);
  stated.add_person();
  stated.add_person();
  stated.set_person(0, "pension", "20").set_person(1, "family_state_benefit_received", "25");
  variation wage{*law.find("wage"), 1, std::nullopt, 0, 100, 50};
  const sweep all = sweep_of(law, stated, on("2026-02-01"), {*law.find("gmi_benefit")}, {wage});
  EXPECT_EQ(all.income, 0U);
  EXPECT_EQ(all.settings[2].own_income, rational(145)) << "counted or not";
}

TEST(sweep, says_what_nothing_depends_on) {
  facts stated(book());
  stated.set("members", "1").set("income", "10");
  const sweep all = sweep_of(book(), stated, on("2025-06-01"), {id("aid")}, {of("costs", 0, 10, 10)});
  EXPECT_EQ(all.nothing_reads, std::vector<std::size_t>{0});
}

TEST(sweep, marks_a_division_by_zero) {
  facts stated(book());
  stated.set("income", "10");
  const sweep all = sweep_of(book(), stated, on("2025-06-01"), {id("divided")}, {of("divisor", -1, 1, 1)});
  EXPECT_FALSE(all.settings[0].cells[0].failed);
  EXPECT_TRUE(all.settings[1].cells[0].failed);
  EXPECT_EQ(all.settings[2].cells[0].amount, rational(10));
}

TEST(sweep, keeps_what_is_granted_somewhere) {
  facts stated(book());
  stated.set("members", "1");
  sweep all = sweep_of(book(), stated, on("2025-06-01"), {id("either"), id("aid"), id("divided")},
                       {of("income", 0, 100, 100)});
  keep_granted(all);
  EXPECT_EQ(all.columns, (std::vector<sweep_column>{{id("aid"), std::nullopt}}));
  EXPECT_EQ(amounts(all), "200 100");
  EXPECT_EQ(all.decided.front().size(), 1U);
}

TEST(sweep, finds_even_stretches_and_where_a_benefit_ends) {
  facts stated(book());
  stated.set("members", "1");
  const sweep all = sweep_of(book(), stated, on("2025-06-01"), {id("aid")}, {of("income", 0, 500, 50)});
  const auto runs = runs_of(all);
  ASSERT_EQ(runs.size(), 2U);
  EXPECT_EQ(runs[0].first, 0U);
  EXPECT_EQ(runs[0].last, 3U);
  EXPECT_EQ(runs[0].slopes, std::vector<rational>{-1});
  EXPECT_EQ(runs[1].first, 4U);
  EXPECT_EQ(runs[1].last, 10U);
  const auto turns = turns_of(all);
  ASSERT_EQ(turns.size(), 1U);
  EXPECT_EQ(turns[0].after, 3U);
}

TEST(sweep, sets_a_case_as_it_says) {
  facts stated(book());
  stated.set("income", "500");
  const facts there = with_setting(stated, {of("income", 0, 10, 5)}, {rational(5)});
  EXPECT_EQ(std::get<rational>(there.overrides().at(id("income")).what), rational(5));
  EXPECT_EQ(value_of(book(), on("2025-06-01"), "plain_level", there).what(), value{rational(200)});
}

}  // namespace
