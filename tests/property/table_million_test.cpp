// SPDX-License-Identifier: Apache-2.0
// Many households with their totals, and many families with their persons: the table reading against the
// exact one, row by row. SLIEKSNIS_ROWS chooses how many; the slow tests take a million.
#include <gtest/gtest.h>

#include "random_table.hpp"
#include "workload.hpp"

namespace {

using namespace slieksnis;

/// Whether two readings of the same rows are the same, column by column.
void expect_same(const fact_table& table, lane_width least) {
  const auto wanted = workload::wanted();
  const table_decisions exactly =
      decide_table(table, workload::on(), wanted, {.threads = 2, .least = lane_width::exact});
  const table_decisions by_column =
      decide_table(table, workload::on(), wanted, {.threads = 2, .least = least});
  EXPECT_EQ(exactly.households_read_exactly, table.households());
  EXPECT_EQ(by_column.households_read_exactly, 0U);
  EXPECT_EQ(by_column.reasons, exactly.reasons);
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const decision_column& a = by_column.columns[i];
    const decision_column& b = exactly.columns[i];
    EXPECT_EQ(a.decimals, b.decimals);
    EXPECT_TRUE(a.outcomes == b.outcomes) << i;
    EXPECT_TRUE(a.amounts == b.amounts) << i;
    EXPECT_TRUE(a.reasons == b.reasons) << i;
    for (const outcome what : {outcome::granted, outcome::refused})
      EXPECT_GT(std::count(a.outcomes.begin(), a.outcomes.end(), what), 0) << i;
  }
}

std::size_t rows() {
  return random_tables::from_environment("SLIEKSNIS_ROWS", random_tables::rounds(20'000));
}

TEST(table_million, households_are_decided_as_one_at_a_time) {
  const workload::households drawn(rows());
  expect_same(drawn.table(), lane_width::bits_32);
}

TEST(table_million, families_are_decided_as_one_at_a_time) {
  const workload::families drawn(rows() / 4);
  expect_same(drawn.table(), lane_width::bits_32);
}

}  // namespace
