// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/decide/spans.hpp>
#include <slieksnis/decide/total.hpp>
#include <string>

#include "../support/benefit_book.hpp"
#include "../support/codes.hpp"

namespace {

using namespace slieksnis;

const rule_book& book() { return benefit_book::book(); }

period days(const char* from, const char* to) { return {*parse_date(from), *parse_date(to)}; }

std::string shown(const benefit_course& course) {
  std::string result;
  for (const steady_span& one : course.spans) {
    result += (result.empty() ? "" : "; ") + to_string(one.when.from) + " ";
    result += one.in_force ? name_of(one.decided.outcome) : "not in force";
    if (one.decided.amount) result += " " + to_string(*one.decided.amount);
  }
  return result;
}

std::vector<benefit_course> spans(const char* benefit, const facts& stated, const period& when) {
  return spans_of(book(), stated, {*book().find(benefit)}, when);
}

facts household() {
  facts result(book());
  return result.set("income", 100).set("members", 2);
}

TEST(spans, are_days_with_the_same_answer) {
  const auto courses = spans("aid", household(), days("2020-03-01", "2030-01-01"));
  ASSERT_EQ(courses.size(), 1U);
  EXPECT_EQ(shown(courses[0]), "2020-03-01 granted 100; 2022-01-01 granted 160; 2024-01-01 granted 300");
  EXPECT_EQ(courses[0].spans[1].when, days("2022-01-01", "2024-01-01"));
  EXPECT_EQ(courses[0].spans[2].when.to, *parse_date("2030-01-01"));
  EXPECT_TRUE(courses[0].spans[0].causes.empty());
  ASSERT_EQ(courses[0].spans[1].causes.size(), 1U);
  EXPECT_EQ(courses[0].spans[1].causes[0].definition, *book().find("median"));
  EXPECT_FALSE(courses[0].spans[1].decided.trace.empty()) << "what is granted is decided in full";
  EXPECT_EQ(&courses[0].on(*parse_date("2023-12-31")), &courses[0].spans[1]);
  EXPECT_THROW(static_cast<void>(courses[0].on(*parse_date("2030-01-01"))), std::out_of_range);
}

TEST(spans, of_a_persons_benefit_are_one_course_for_each_person) {
  facts stated = household();
  for (const char* born : {"2006-05-06", "2012-05-06"}) {
    const std::size_t person = stated.add_person();
    stated.set_person(person, "born", *parse_date(born)).set_person(person, "wage", rational(0));
  }
  const auto courses = spans("care", stated, days("2024-01-01", "2025-01-01"));
  ASSERT_EQ(courses.size(), 2U);
  EXPECT_EQ(shown(courses[0]), "2024-01-01 refused; 2024-05-06 granted 200");
  EXPECT_EQ(shown(courses[1]), "2024-01-01 refused");
  EXPECT_EQ(courses[1].person, 1U);
}

TEST(spans, of_what_is_not_decided_collect_the_facts_that_are_missing) {
  const auto unknown = spans("care", household(), days("2024-01-01", "2025-01-01"));
  ASSERT_EQ(unknown.size(), 1U);
  EXPECT_EQ(shown(unknown[0]), "2024-01-01 undetermined");
  EXPECT_EQ(unknown[0].spans[0].decided.needs, std::vector<need>{need{}});
  const auto open = spans("aid", facts(book()), days("2024-01-01", "2025-01-01"));
  EXPECT_EQ(shown(open[0]), "2024-01-01 undetermined");
  EXPECT_FALSE(open[0].spans[0].decided.needs.empty());
}

TEST(spans, begin_and_end_with_the_rules_themselves) {
  using namespace rule_text;
  const rule_book short_lived = rule_text::book(
      {section("statuses",
               {named("always", R"("of": "household", )" +
                                    versions({since("2020-01-01", R"("entitled_if": "true")")}))}),
       section("benefits",
               {named("relief",
                      R"("of": "household", "unit": "1", "paid": "service", )" +
                          versions({since("2021-02-03",
                                          R"("to": "2022-05-06", "entitled_if": "true", "amount": "1", )" +
                                              std::string(benefit_book::to_the_cent))}))})});
  const auto courses = spans_of(short_lived, facts(short_lived), {*short_lived.find("relief")},
                                days("2020-01-01", "2030-01-01"));
  EXPECT_EQ(shown(courses[0]), "2020-01-01 not in force; 2021-02-03 granted 1; 2022-05-06 not in force");
  EXPECT_EQ(courses[0].spans[1].causes.at(0).kind, cause_kind::begins);
  EXPECT_EQ(courses[0].spans[2].causes.at(0).kind, cause_kind::ends);
  EXPECT_NE(courses[0].spans[2].causes.at(0).rule, nullptr);
  EXPECT_TRUE(outcomes_on(courses, *parse_date("2020-06-01")).empty());
}

TEST(spans, of_several_benefits_meet_on_their_days) {
  const auto courses = spans_of(book(), household(), {*book().find("aid"), *book().find("third")},
                                days("2021-01-01", "2025-01-01"));
  std::string all;
  for (const date day : first_days(courses)) all += to_string(day) + " ";
  EXPECT_EQ(all, "2021-01-01 2022-01-01 2024-01-01 ");
  const auto now = outcomes_on(courses, *parse_date("2022-06-01"));
  ASSERT_EQ(now.size(), 2U);
  EXPECT_EQ(totals_of(book(), now).at(0).amount, rational(160) + rational(3333, 100));
}

TEST(spans, are_of_days_that_the_rules_cover) {
  EXPECT_EQ(
      codes_thrown_by([] { static_cast<void>(spans("aid", household(), days("2019-12-31", "2021-01-01"))); }),
      "facts.date_span");
  EXPECT_EQ(
      codes_thrown_by([] { static_cast<void>(spans("aid", household(), days("2029-01-01", "2030-01-02"))); }),
      "facts.date_span");
}

}  // namespace
