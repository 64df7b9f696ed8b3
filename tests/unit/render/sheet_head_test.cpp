// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/facts/load_facts.hpp>
#include <slieksnis/render/sheet_head.hpp>

#include "../support/household_book.hpp"
#include "../support/housing_answer.hpp"

namespace {

using namespace slieksnis;

facts stated_in(const char* json) {
  return load_facts(household_book::book(), std::make_shared<source_text>("case.json", json)).stated;
}

TEST(sheet_head, names_whose_facts_they_are_and_how_they_are_known) {
  const facts stated = stated_in(R"({
      "household": { "income": ["100", "200", "300.50"], "rest": "5", "members": 2, "region": "north" },
      "municipality": { "spent": "12.5" },
      "persons": [ { "age": 7, "label": "dēls" }, {} ],
      "given": { "level": "5" } })");
  const auto groups = facts_in_words(household_book::book(), stated, language::en);
  ASSERT_EQ(groups.size(), 5U);
  EXPECT_EQ(groups[0].whose, "Household");
  ASSERT_EQ(groups[0].facts.size(), 4U);
  std::map<std::string, fact_line> household;
  for (const auto& one : groups[0].facts) household[one.value] = one;
  EXPECT_EQ(groups[0].facts[0].how, "stated; (100.00 + 200.00 + 300.50) / 3");
  EXPECT_EQ(household.at("northern side").how, "stated");
  EXPECT_EQ(household.at("2").how, "stated") << "the rules ask for it";
  EXPECT_EQ(household.at("5.00 EUR/month").how, "given, not computed");
  EXPECT_EQ(groups[1].whose, "Municipality");
  EXPECT_EQ(groups[2].whose, "Dēls");
  EXPECT_EQ(groups[3].whose, "Person 2");
  EXPECT_TRUE(groups[3].facts.empty());
  EXPECT_EQ(groups[4].whose, "Overridden for this calculation");
  EXPECT_EQ(groups[4].facts.front().how, "overridden by --set");
}

TEST(sheet_head, has_nothing_of_a_case_without_facts) {
  EXPECT_TRUE(facts_in_words(household_book::book(), stated_in("{}"), language::lv).empty());
}

TEST(sheet_head, tells_the_days_the_program_and_the_rules) {
  answer given;
  given.on = std::chrono::year{2026} / 2 / 1;
  EXPECT_EQ(head_of(given, language::lv).size(), 1U);
  given.made = {"slieksnis 1.0.0", "00ff", std::chrono::year{2026} / 7 / 1};
  const auto head = head_of(given, language::lv);
  ASSERT_EQ(head.size(), 4U);
  EXPECT_EQ(head[0].label + ": " + head[0].text, "Novērtējuma diena: 01.02.2026");
  EXPECT_EQ(head[1].label + ": " + head[1].text, "Aprēķina datums: 01.07.2026");
  EXPECT_EQ(head[2].text, "slieksnis 1.0.0");
  EXPECT_EQ(head[3].text, "00ff");
}

TEST(sheet_head, adds_up_what_is_granted) {
  const auto one = housing_answer::pensioner();
  EXPECT_EQ(totals_in_words(lv::law(), one.given, language::lv),
            std::vector<std::string>{"267,50 EUR mēnesī"});
}

}  // namespace
