// SPDX-License-Identifier: Apache-2.0
// Random tables under the shipped rules: every row is decided as if it were alone, to the last bit.
#include <gtest/gtest.h>

#include "../rules/shipped_rules.hpp"
#include "random_table.hpp"

namespace {

using namespace slieksnis;
using random_tables::dice;
using random_tables::random_table;

const std::vector<std::size_t>& benefits() {
  static const std::vector<std::size_t> result = [] {
    std::vector<std::size_t> found;
    const auto& all = shipped::book().definitions();
    for (std::size_t id = 0; id < all.size(); ++id)
      if (all[id].is_decided() && (all[id].of == entity::person || all[id].of == entity::household))
        found.push_back(id);
    return found;
  }();
  return result;
}

/// Some benefits that all have a version on the day; empty where one has none.
std::vector<std::size_t> wanted_on(date on, dice& draw) {
  std::vector<std::size_t> result;
  for (auto more = draw.between(1, 3); more > 0; --more) {
    const std::size_t id = draw.of(benefits());
    const definition& of = shipped::book().at(id);
    if (!of.by_definition && of.in_force(on) == nullptr) continue;
    if (std::find(result.begin(), result.end(), id) == result.end()) result.push_back(id);
  }
  return result;
}

TEST(table_property, decides_every_row_as_if_it_were_alone) {
  random_tables::tally tally;
  const std::uint64_t first = random_tables::from_environment("SLIEKSNIS_TABLE_SEED", 1);
  const std::uint64_t rounds = random_tables::rounds(600);
  for (std::uint64_t round = 0; round < rounds; ++round) {
    SCOPED_TRACE("SLIEKSNIS_TABLE_ROUNDS=1 SLIEKSNIS_TABLE_SEED=" + std::to_string(first + round));
    dice draw(first + round);
    const date on = *parse_date("2020-01-01") + std::chrono::days{draw.between(0, 2556)};
    const auto wanted = wanted_on(on, draw);
    if (wanted.empty()) continue;
    try {
      const random_table drawn(shipped::book(), on, random_tables::columns_for(shipped::book(), on, wanted),
                               draw);
      for (std::size_t row = 0; row < drawn.households.size(); ++row)
        ASSERT_EQ(drawn.table.household(row), drawn.households[row]) << "row " << row;
      ASSERT_EQ(random_tables::compared(drawn, on, wanted, draw, tally), "");
    } catch (const unusable&) {
      // Something that a wanted benefit rests on has no version on that day: neither reading answers.
    }
  }
  std::cout << tally.text() << '\n';
  RecordProperty("exercised", tally.text());
  if (rounds < 60) return;  // one round, looked at again
  for (const std::size_t blocks : tally.blocks) EXPECT_GT(blocks, rounds / 100);
  for (const std::size_t outcomes : tally.outcomes) EXPECT_GT(outcomes, 10 * rounds);
  EXPECT_GT(tally.exact_rows, rounds);
  EXPECT_GT(tally.exact_by_choice, rounds);
  EXPECT_GT(tally.reasons, 10 * rounds);
  EXPECT_GT(tally.plans_held, rounds / 3);
}

}  // namespace
