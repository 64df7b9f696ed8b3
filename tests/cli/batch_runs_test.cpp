// SPDX-License-Identifier: Apache-2.0
// Runs over whole made-up populations: the same decisions whichever way the rows are written, read and split.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <sstream>

#include "golden.hpp"
#include "process.hpp"

namespace {

using ::testing::HasSubstr;

process::result run(std::vector<std::string> words, std::string input = {}) {
  words.insert(words.begin(), SLIEKSNIS_CLI_PATH);
  return process::run({.words = std::move(words), .input = std::move(input), .folder = SLIEKSNIS_SOURCE_DIR});
}

std::string population(const std::vector<std::string>& more) {
  std::vector<std::string> words{"population", "--households", "3000", "--seed", "7"};
  words.insert(words.end(), more.begin(), more.end());
  return run(words).out;
}

const std::string wanted = "gmi-benefit,housing-benefit,poor-household,low-income-household";

std::string decided(const std::string& rows, const std::string& on, const std::vector<std::string>& more) {
  std::vector<std::string> words{
      "batch", "-", "--on", on, "--want", wanted, "--low-income-first", "595", "--low-income-next", "416"};
  words.insert(words.end(), more.begin(), more.end());
  const auto got = run(words, rows);
  EXPECT_EQ(got.exit_code, 0) << got.err.substr(0, 2000);
  return got.out;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(std::move(line));
  return lines;
}

/// Both texts are the same; shows the first line that is not.
void expect_same(const std::string& found, const std::string& expected) {
  if (found == expected) return;
  const auto one = lines_of(found);
  const auto other = lines_of(expected);
  const std::size_t count = std::min(one.size(), other.size());
  std::size_t at = 0;
  while (at < count && one[at] == other[at]) ++at;
  ADD_FAILURE() << "line " << at + 1 << "\n"
                << (at < one.size() ? one[at] : "") << "\n"
                << (at < other.size() ? other[at] : "");
}

/// What stands behind the columns of the input: the decisions, by household.
std::map<std::string, std::string> decisions_of(const std::string& rows, int columns, char separator = ',') {
  std::map<std::string, std::string> result;
  for (const std::string& line : lines_of(rows)) {
    std::size_t at = 0;
    for (int i = 0; i < columns; ++i) at = line.find(separator, at) + 1;
    const std::string household = line.substr(0, line.find(separator));
    const auto [known, first] = result.emplace(household, line.substr(at));
    EXPECT_EQ(known->second, line.substr(at)) << "each person of " << household << " has the same";
  }
  return result;
}

/// The composition of a household came from the rules, so both kinds of rows say the same of it.
TEST(batch_runs, decide_the_same_by_persons_and_by_households) {
  for (const std::string on : {"2021-03-01", "2023-07-01", "2025-02-01", "2026-02-01"}) {
    const auto of_persons = decisions_of(
        decided(population({"--on", on}), on, {"--household", "household_id", "--column", "municipality="}),
        11);
    const auto of_households =
        decisions_of(decided(population({"--on", on, "--rows", "households"}), on, {}), 6);
    ASSERT_EQ(of_persons.size(), 3001U);
    ASSERT_EQ(of_households.size(), 3001U);
    std::size_t different = 0;
    std::size_t granted = 0;
    for (const auto& [household, decisions] : of_households) {
      // A reason may be another condition where the facts are others; outcomes and amounts may not.
      if (of_persons.at(household) != decisions) {
        ADD_FAILURE() << on << " " << household << "\n" << of_persons.at(household) << "\n" << decisions;
        if (++different > 5) break;
      }
      if (decisions.starts_with("granted")) ++granted;
    }
    EXPECT_GT(granted, 10U) << on;
  }
}

TEST(batch_runs, give_the_same_bytes_with_any_number_of_threads) {
  const std::string rows = population({});
  const std::string one = decided(rows, "2023-07-01", {"--household", "household_id", "--threads", "1"});
  for (const std::string threads : {"2", "3", "7"})
    expect_same(decided(rows, "2023-07-01", {"--household", "household_id", "--threads", threads}), one);
}

/// As a spreadsheet in Latvian writes it.
std::string with_semicolons(std::string rows) {
  std::replace(rows.begin(), rows.end(), ',', ';');
  std::replace(rows.begin(), rows.end(), '.', ',');
  return rows;
}

TEST(batch_runs, decide_the_same_in_each_way_of_writing) {
  const std::string rows = population({"--rows", "households"});
  const std::string plain = decided(rows, "2023-07-01", {});
  expect_same(decided("\xef\xbb\xbf" + with_semicolons(rows), "2023-07-01", {}),
              "\xef\xbb\xbf" + with_semicolons(plain));
  const std::string json = population({"--rows", "households", "--format", "ndjson"});
  expect_same(decided(json, "2023-07-01", {"--format", "csv"}), plain);
}

TEST(batch_runs, leave_rows_as_they_came) {
  const auto before = lines_of(population({"--rows", "households"}));
  const auto after = lines_of(decided(population({"--rows", "households"}), "2023-07-01", {}));
  ASSERT_EQ(before.size(), after.size());
  for (std::size_t i = 0; i < before.size(); ++i) EXPECT_TRUE(after[i].starts_with(before[i] + ","));
}

/// Totals are those of the rows, to the cent.
TEST(batch_runs, add_up_exactly) {
  std::vector<std::string> words{"batch", "-", "--on", "2023-07-01", "--want", "gmi-benefit"};
  const auto got = run(words, population({"--rows", "households"}));
  long cents = 0;
  for (const std::string& line : lines_of(got.out)) {
    const std::size_t at = line.find(",granted,");
    if (at == std::string::npos) continue;
    std::string amount = line.substr(at + 9, line.find(',', at + 9) - at - 9);
    ASSERT_EQ(amount[amount.size() - 3], '.') << line;
    amount.erase(amount.size() - 3, 1);
    cents += std::stol(amount);
  }
  ASSERT_GT(cents, 100'000);
  const std::string fraction = std::to_string(100 + cents % 100).substr(1);
  std::string euro = std::to_string(cents / 100);
  if (euro.size() > 3) euro.insert(euro.size() - 3, ",");
  EXPECT_THAT(got.err, HasSubstr("  total: " + euro + "." + fraction + " EUR a month\n"));
}

/// A bad row is marked, counted and told, and all others are decided as without it.
TEST(batch_runs, mark_bad_rows_and_decide_the_others) {
  const std::string rows = population({"--rows", "households"});
  auto lines = lines_of(rows);
  std::string broken;
  int bad = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i % 100 == 50) {
      lines[i].insert(lines[i].find(',') + 1, "x");
      ++bad;
    }
    broken += lines[i] + "\n";
  }
  const auto got =
      run({"batch", "-", "--on", "2023-07-01", "--want", "gmi-benefit", "--on-error", "mark"}, broken);
  EXPECT_EQ(got.exit_code, 3);
  EXPECT_THAT(got.err,
              HasSubstr("bad rows: " + std::to_string(bad) + " (errors: " + std::to_string(bad) + ")"));
  EXPECT_THAT(got.err, HasSubstr("\nfurther errors: " + std::to_string(bad - 20) + "\n"));
  const auto whole = lines_of(run({"batch", "-", "--on", "2023-07-01", "--want", "gmi-benefit"}, rows).out);
  const auto marked = lines_of(got.out);
  ASSERT_EQ(marked.size(), whole.size());
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (i % 100 == 50)
      EXPECT_EQ(marked[i], lines[i] + ",error,,facts.amount");
    else
      EXPECT_EQ(marked[i], whole[i]);
  }
  // To the standard output an early error writes nothing at all.
  const auto stopped = run({"batch", "-", "--on", "2023-07-01", "--want", "gmi-benefit"}, broken);
  EXPECT_EQ(stopped.exit_code, 3);
  EXPECT_EQ(stopped.out, "");
}

}  // namespace
