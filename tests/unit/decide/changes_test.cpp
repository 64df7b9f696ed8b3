// SPDX-License-Identifier: Apache-2.0
// tests/rules/changes_test.cpp makes every change of every refused case.
#include <gtest/gtest.h>

#include <slieksnis/decide/changes.hpp>
#include <slieksnis/decide/decide.hpp>

#include "../support/benefit_book.hpp"

namespace {

using namespace slieksnis;

const rule_book& book() { return benefit_book::book(); }
facts nothing() { return facts(book()); }

/// `income <= 199.99: 0.01; 2 more (adult): 30; from 2026-01-01: 5; yes = true: 5`.
std::string changes(const char* benefit, const facts& stated, const char* on = "2025-06-15") {
  std::string result;
  for (const possible_change& one :
       changes_for(book(), stated, decide(book(), *parse_date(on), benefit, stated))) {
    if (!result.empty()) result += "; ";
    const auto whose = [&] {
      return (one.person ? "[" + std::to_string(*one.person) + "]." : "") + book().at(one.definition).name;
    };
    switch (one.kind) {
      case change_kind::number:
        result += whose() + (one.rises ? " >= " : " <= ") + to_string(one.to) + (one.mean ? " (mean)" : "");
        break;
      case change_kind::choice:
        result += whose() + " = " + to_string(one.to);
        break;
      case change_kind::persons:
        result += std::to_string(one.more) + " more";
        for (const auto* kind : one.kinds) result += " " + kind->name;
        for (const std::size_t id : one.counts) result += " " + book().at(id).name;
        break;
      case change_kind::later_day:
        result += "from " + to_string(one.on);
        break;
      case change_kind::earlier_day:
        result += "to " + to_string(one.on);
        break;
    }
    if (one.amount) result += ": " + to_string(*one.amount);
  }
  return result;
}

TEST(changes, are_of_refusals_only) {
  EXPECT_EQ(changes("aid", nothing().set("members", 1).set("income", 100)), "");
  EXPECT_EQ(changes("aid", nothing()), "");
}

TEST(changes, name_the_nearest_number_and_the_fewest_persons) {
  EXPECT_EQ(changes("aid", nothing().set("members", 1).set("income", "250.25")),
            "income <= 199.99: 0.01; 1 more members: 149.75");
}

TEST(changes, may_lie_above_what_is_stated) {
  EXPECT_EQ(changes("third", nothing().set("income", 0)), "income >= 0.01: 0");
}

TEST(changes, may_be_another_answer) {
  EXPECT_EQ(changes("either", nothing().set("yes", false).set("costs", 10)), "yes = true: 5");
}

TEST(changes, may_be_another_day) {
  // The level was raised in 2022, and again in 2024.
  EXPECT_EQ(changes("aid", nothing().set("members", 1).set("income", 110), "2021-12-01"),
            "income <= 99.99: 0.01; 1 more members: 90; from 2022-01-01: 20");
}

TEST(changes, count_persons_of_every_kind) {
  facts one(book());
  static_cast<void>(one.add_person());
  one.set_person(0, "child", false).set("income", 300);
  EXPECT_EQ(changes("aid", one), "income <= 199.99: 0.01; 1 more adult: 100");
}

TEST(changes, are_made_by_changed) {
  const facts stated = nothing().set("members", 1).set("income", 300);
  const decision refused = decide(book(), *parse_date("2025-06-15"), "aid", stated);
  for (const possible_change& one : changes_for(book(), stated, refused)) {
    const decision then = decide(book(), one.on, "aid", changed(stated, one));
    EXPECT_EQ(then.outcome, outcome::granted);
    EXPECT_EQ(then.amount, one.amount);
  }
}

}  // namespace
