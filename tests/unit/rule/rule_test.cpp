// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/rule/rule.hpp>

namespace {

using namespace slieksnis;

date day(const char* iso) { return *parse_date(iso); }

definition with_two_versions() {
  definition result;
  version first;
  first.when = {day("2020-01-01"), day("2025-01-01")};
  version second;
  second.when = {day("2025-01-01"), day("2030-01-01")};
  result.versions = {first, second};
  return result;
}

TEST(rule, has_one_version_in_force_on_each_day) {
  const definition both = with_two_versions();
  EXPECT_EQ(both.in_force(day("2019-12-31")), nullptr);
  EXPECT_EQ(both.in_force(day("2020-01-01")), &both.versions[0]);
  EXPECT_EQ(both.in_force(day("2024-12-31")), &both.versions[0]);
  EXPECT_EQ(both.in_force(day("2025-01-01")), &both.versions[1]);
  EXPECT_EQ(both.in_force(day("2029-12-31")), &both.versions[1]);
  EXPECT_EQ(both.in_force(day("2030-01-01")), nullptr);
}

TEST(rule, spans_its_first_to_its_last_version) {
  EXPECT_EQ(with_two_versions().span(), (period{day("2020-01-01"), day("2030-01-01")}));
  EXPECT_EQ(definition().span(), (period{first_date, last_date})) << "a fact always holds";
}

TEST(rule, is_asked_for_when_it_is_a_fact_or_has_a_question) {
  definition one;
  EXPECT_FALSE(one.askable());
  one.question = {"?", "?"};
  EXPECT_TRUE(one.askable());
  one.question = {};
  one.kind = definition_kind::fact;
  EXPECT_TRUE(one.askable());
}

}  // namespace
