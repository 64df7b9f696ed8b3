// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/decide/make_plan.hpp>
#include <slieksnis/table/reason.hpp>

#include "../support/benefit_book.hpp"
#include "../support/evaluate.hpp"
#include "../support/table_book.hpp"

namespace {

using namespace slieksnis;

const date on = *parse_date("2025-06-15");

/// The conditions of the benefit with this entitlement, one after another.
std::string conditions(const std::string& entitled_if) {
  const rule_book& book = table_book::book({.entitled_if = entitled_if});
  const std::size_t id = *book.find("aid");
  const plan planned = make_plan(book, on, std::vector<std::size_t>{id});
  std::string result;
  for (const auto& one : refusing_conditions(planned.values()[*planned.value_of(id)]))
    result += (result.empty() ? "" : " | ") + one.text;
  return result;
}

TEST(refusing_conditions, are_those_joined_by_and_in_the_order_of_the_rule) {
  EXPECT_EQ(conditions("yes"), "yes");
  EXPECT_EQ(conditions("yes and n < 5"), "yes | n < 5");
  EXPECT_EQ(conditions("yes and not(maybe) and n in [1..2]"), "yes | not(maybe) | n in [1..2]");
  EXPECT_EQ(conditions("yes and (maybe and n < 5)"), "yes | maybe | n < 5");
}

TEST(refusing_conditions, are_whole_where_only_one_of_several_must_hold) {
  EXPECT_EQ(conditions("yes or maybe"), "yes or maybe");
  EXPECT_EQ(conditions("(yes or maybe) and n < 5"), "yes or maybe | n < 5");
  EXPECT_EQ(conditions("if yes then maybe else n < 5"), "if yes then maybe else n < 5");
}

struct stated_case {
  bool yes;
  bool maybe;
  int n;
};

/// The reason, which on its own must be a false formula.
std::string reason(const std::string& entitled_if, const stated_case& of) {
  const rule_book& book = table_book::book({.entitled_if = entitled_if});
  facts stated(book);
  stated.set("yes", of.yes).set("maybe", of.maybe).set("n", of.n);
  const std::size_t id = *book.find("aid");
  const plan planned = make_plan(book, on, std::vector<std::size_t>{id}, shape_of(stated));
  const evaluation values(planned, stated);
  const std::string text = reason_of(values, planned.values()[*planned.value_of(id)], 0);
  EXPECT_EQ(text.empty() ? "false" : evaluate::formula(stated, text), "false");
  return text;
}

TEST(reason, is_the_first_condition_that_fails) {
  const std::string rule = "yes and (maybe or n > 3) and n < 5";
  EXPECT_EQ(reason(rule, {true, true, 4}), "");
  EXPECT_EQ(reason(rule, {false, false, 9}), "yes");
  EXPECT_EQ(reason(rule, {true, false, 3}), "maybe or n > 3");
  EXPECT_EQ(reason(rule, {true, true, 5}), "n < 5");
}

std::string reason_by_claim(const char* claim, int n) {
  using namespace rule_text;
  static const rule_book book = rule_text::book(
      {section("facts", {asked("n", R"("of": "household", "unit": "1")"),
                         asked("claim", R"("of": "household", "type": "date")")}),
       section("statuses",
               {named("aid", R"("of": "household", "by": "claim", )" +
                                 versions({since("2020-01-01", R"("entitled_if": "n < 5")"),
                                           since("2022-01-01", R"("entitled_if": "n < 7")")}))})});
  facts stated(book);
  stated.set("claim", claim).set("n", n);
  const std::size_t id = *book.find("aid");
  const plan planned =
      make_plan(book, *parse_date("2023-06-15"), std::vector<std::size_t>{id}, shape_of(stated));
  return reason_of(evaluation(planned, stated), planned.values()[*planned.value_of(id)], 0);
}

TEST(reason, is_of_the_version_that_another_date_chooses) {
  EXPECT_EQ(reason_by_claim("2021-12-31", 8), "n < 5");
  EXPECT_EQ(reason_by_claim("2022-01-01", 8), "n < 7");
  EXPECT_EQ(reason_by_claim("2022-01-01", 6), "");
  EXPECT_EQ(reason_by_claim("2019-12-31", 8), "") << "no version covers that date";
}

TEST(reason, is_of_the_person_who_is_refused) {
  const rule_book& book = benefit_book::book();
  facts stated(book);
  stated.add_person();
  stated.add_person();
  stated.set_person(0, "born", "2015-01-01").set_person(1, "born", "1970-01-01");
  stated.set_person(0, "wage", "0").set_person(1, "wage", "900").set("level", "120");
  const std::size_t id = *book.find("care");
  const plan planned = make_plan(book, on, std::vector<std::size_t>{id}, shape_of(stated));
  const evaluation values(planned, stated);
  const planned_value& care = planned.values()[*planned.value_of(id)];
  EXPECT_EQ(reason_of(values, care, 0), "age >= grown");
  EXPECT_EQ(reason_of(values, care, 1), "pay < level");
}

}  // namespace
