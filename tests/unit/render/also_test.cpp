// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <slieksnis/decide/decide.hpp>
#include <slieksnis/lv.hpp>
#include <slieksnis/render/also.hpp>

namespace {

using namespace slieksnis;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

/// What else is said to somebody who asked for the GMI benefit.
also_lines beside(const facts& stated, const std::vector<const char*>& others, language lang) {
  const date on{std::chrono::year{2025} / 3 / 1};
  answer given;
  given.on = on;
  given.wanted_by_name = true;
  given.decisions = {decide(lv::law(), on, "gmi_benefit", stated)};
  std::vector<std::size_t> wanted;
  for (const char* name : others) wanted.push_back(*lv::law().find(name));
  const plan planned = make_plan(lv::law(), on, wanted, shape_of(stated));
  given.also = outcomes_of(evaluation(planned, stated), wanted);
  return also_of(lv::law(), stated, given, lang);
}

facts household() {
  facts result(lv::law());
  result.set("members", 2).set("income", "150");
  return result;
}

TEST(also, names_what_is_granted_with_its_amount) {
  const auto all = beside(household().set("housing_costs", "100").set("composition", "other"),
                          {"housing_benefit", "poor_household", "crisis_benefit"}, language::lv);
  EXPECT_THAT(all.granted,
              ElementsAre("Mājokļa pabalsts: 100,00 EUR mēnesī", "Trūcīgas mājsaimniecības statuss"));
  EXPECT_TRUE(all.open.empty()) << "a crisis is a gate";
}

TEST(also, asks_what_one_fact_would_decide) {
  const auto all = beside(household().set("composition", "other"), {"housing_benefit"}, language::en);
  EXPECT_TRUE(all.granted.empty());
  ASSERT_EQ(all.open.size(), 1U);
  EXPECT_THAT(all.open[0], HasSubstr("housing_costs – "));
  EXPECT_THAT(all.open[0], HasSubstr(" → Housing benefit"));
}

TEST(also, does_not_ask_again) {
  facts open(lv::law());
  open.set("members", 2);
  EXPECT_TRUE(beside(open, {"poor_household"}, language::en).empty()) << "the income is asked for anyway";
}

TEST(also, is_nothing_where_nothing_else_was_tried) {
  EXPECT_TRUE(beside(household(), {}, language::en).empty());
}

}  // namespace
