// SPDX-License-Identifier: Apache-2.0
// Random tables under random rules: operations and their combinations that no shipped rule has.
#include <gtest/gtest.h>

#include "../unit/support/table_book.hpp"
#include "random_rules.hpp"
#include "random_table.hpp"

namespace {

using namespace slieksnis;
using random_tables::dice;
using random_tables::random_table;

TEST(table_rules_property, decide_every_row_as_if_it_were_alone) {
  random_tables::tally tally;
  std::size_t refused_books = 0;
  const std::uint64_t first = random_tables::from_environment("SLIEKSNIS_TABLE_SEED", 1);
  const std::uint64_t rounds = random_tables::rounds(600);
  const date on = *parse_date("2023-07-01");
  for (std::uint64_t round = 0; round < rounds; ++round) {
    SCOPED_TRACE("SLIEKSNIS_TABLE_ROUNDS=1 SLIEKSNIS_TABLE_SEED=" + std::to_string(first + round));
    dice draw(first + round);
    const auto sections = random_rules::sections(draw);
    if (!rule_text::errors(sections).empty()) {
      ++refused_books;  // such as a division by a constant zero
      continue;
    }
    const rule_book book = rule_text::book(sections);
    std::vector<std::size_t> wanted{*book.find("aid"), *book.find("care"), *book.find("poor")};
    wanted.resize(1 + draw.below(3));
    for (int again = 0; again < 3; ++again) {
      const random_table drawn(book, on, random_tables::columns_for(book, on, wanted), draw);
      ASSERT_EQ(random_tables::compared(drawn, on, wanted, draw, tally), "") << sections.back();
    }
  }
  std::cout << tally.text() << "; " << refused_books << " of " << rounds << " books refused\n";
  RecordProperty("exercised", tally.text());
  if (rounds < 60) return;  // one round, looked at again
  EXPECT_LT(refused_books, rounds / 10);
  std::string never;
  for (std::size_t i = 0; i <= static_cast<std::size_t>(table_operation::reason); ++i)
    if (!tally.operations.contains(static_cast<table_operation>(i)))
      never += std::string(table_book::name_of(static_cast<table_operation>(i))) + " ";
  EXPECT_EQ(never, "") << "operations that no table needed";
  for (const std::size_t blocks : tally.blocks) EXPECT_GT(blocks, rounds / 100);
  for (const std::size_t outcomes : tally.outcomes) EXPECT_GT(outcomes, 10 * rounds);
  EXPECT_GT(tally.exact_rows, rounds);
  EXPECT_GT(tally.exact_by_choice, rounds);
  EXPECT_GT(tally.reasons, 10 * rounds);
  EXPECT_GT(tally.plans_held, rounds / 3);
}

}  // namespace
