// SPDX-License-Identifier: Apache-2.0
// The table in rules/README.md is what `slieksnis coverage` prints, and no row of the report is missing.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "golden.hpp"
#include "process.hpp"

namespace {

using ::testing::IsEmpty;

/// The rows of the report that the rules have to cover: R01 to this one.
constexpr int last_row = 54;
/// Set to true once the rules carry all of them; then a missing row is a failure.
constexpr bool every_row_is_needed = true;

std::string table() {
  process::command what;
  what.words = {SLIEKSNIS_CLI_PATH, "coverage", "--format", "md", "--lang", "en"};
  what.folder = SLIEKSNIS_SOURCE_DIR;
  const auto done = process::run(what);
  EXPECT_EQ(done.exit_code, 0) << done.err;
  return done.out;
}

/// The page with `table` between its two marks.
std::string with_table(const std::string& page, const std::string& table) {
  constexpr std::string_view begin = "<!-- coverage: begin -->\n";
  constexpr std::string_view end = "<!-- coverage: end -->";
  const auto from = page.find(begin);
  const auto to = page.find(end);
  if (from == std::string::npos || to == std::string::npos || to < from)
    throw std::runtime_error("rules/README.md: the marks of the coverage table are missing");
  return page.substr(0, from + begin.size()) + table + page.substr(to);
}

TEST(coverage, of_the_readme_is_what_the_program_prints) {
  EXPECT_TRUE(golden::compare("rules/README.md", with_table(golden::read("rules/README.md"), table())));
}

TEST(coverage, has_every_row_of_the_report) {
  const std::string printed = table();
  std::vector<std::string> missing;
  for (int number = 1; number <= last_row; ++number) {
    const std::string row = (number < 10 ? "R0" : "R") + std::to_string(number);
    if (printed.find("\n| " + row + " |") == std::string::npos) missing.push_back(row);
  }
  if (!every_row_is_needed) GTEST_SKIP() << missing.size() << " rows are still missing";
  EXPECT_THAT(missing, IsEmpty());
}

}  // namespace
