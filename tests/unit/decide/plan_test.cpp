// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/decide/make_plan.hpp>
#include <slieksnis/decide/plan.hpp>

#include "../support/benefit_book.hpp"

namespace {

using namespace slieksnis;

const rule_book& book() { return benefit_book::book(); }
std::size_t id(const char* name) { return *book().find(name); }

TEST(plan, puts_each_step_after_its_operands) {
  const plan planned =
      make_plan(book(), *parse_date("2025-06-15"), std::vector<std::string_view>{"aid", "care"});
  for (std::size_t i = 0; i < planned.steps().size(); ++i)
    for (const step_id operand : planned.steps()[i].operands) EXPECT_LT(operand, i);
  for (const auto& one : planned.values()) EXPECT_LT(one.result, planned.steps().size());
}

TEST(plan, knows_its_day_book_and_intervals) {
  const plan in_2024 =
      make_plan(book(), *parse_date("2024-06-15"), std::vector<std::string_view>{"plain_level"});
  EXPECT_EQ(&in_2024.book(), &book());
  EXPECT_EQ(in_2024.on(), *parse_date("2024-06-15"));
  EXPECT_EQ(in_2024.intervals(), std::vector{id("median")});
  EXPECT_TRUE(in_2024.value_of(id("plain_level")));
  EXPECT_FALSE(in_2024.value_of(id("aid")));
  EXPECT_TRUE(make_plan(book(), *parse_date("2025-06-15"), std::vector<std::string_view>{"plain_level"})
                  .intervals()
                  .empty());
}

TEST(plan, notes_every_name_of_a_formula_with_its_place) {
  const plan planned =
      make_plan(book(), *parse_date("2025-06-15"), std::vector<std::string_view>{"need_level"});
  const auto& value = planned.values()[*planned.value_of(id("need_level"))];
  ASSERT_EQ(value.alternatives.size(), 1U);
  const auto& mentions = value.alternatives[0].mentions;
  ASSERT_EQ(mentions.size(), 2U);
  EXPECT_EQ(mentions[0].definition, id("level"));
  EXPECT_EQ(mentions[1].definition, id("members"));
  const std::string& text = value.alternatives[0].source->source.text;
  EXPECT_EQ(text.substr(mentions[1].where.begin, mentions[1].where.end - mentions[1].where.begin), "members");
}

}  // namespace
