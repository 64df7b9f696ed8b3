// SPDX-License-Identifier: Apache-2.0
// compare and simulate over files: the same answer on every way to it, and files that are whole.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "golden.hpp"
#include "process.hpp"
#include "slieksnis/value/rational.hpp"

namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using words = std::vector<std::string>;

class study : public ::testing::Test {
 protected:
  study() { fs::create_directories(folder_); }
  ~study() override { fs::remove_all(folder_); }

  [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / name).string(); }
  [[nodiscard]] static process::result run(words what) {
    process::command line;
    what.insert(what.begin(), SLIEKSNIS_CLI_PATH);
    line.words = std::move(what);
    line.folder = SLIEKSNIS_SOURCE_DIR;
    return process::run(line);
  }
  [[nodiscard]] static std::string answer(words what) {
    const auto done = run(std::move(what));
    EXPECT_EQ(done.exit_code, 0) << done.err;
    return done.out;
  }
  [[nodiscard]] static std::string read(const std::string& name) {
    std::ifstream in(name);
    return {std::istreambuf_iterator<char>(in), {}};
  }

 private:
  fs::path folder_ = fs::temp_directory_path() / ("slieksnis-study-" + std::to_string(::getpid()));
};

const words on_a_day = {"--on", "2026-02-01", "--want", "gmi-benefit,housing-benefit", "--lang", "en"};

words with(words first, const words& more) {
  first.insert(first.end(), more.begin(), more.end());
  return first;
}

TEST_F(study, of_made_up_households_is_that_of_their_file) {
  const std::string file = path("population.csv");
  static_cast<void>(
      answer({"population", "--households", "40", "--seed", "3", "--on", "2026-02-01", "--output", file}));
  // Only the mark of what is made up differs: of a file nobody knows.
  const std::string marked =
      answer(with({"simulate", "--synthetic", "40", "--seed", "3", "--format", "csv"}, on_a_day));
  std::string plain;
  std::istringstream in(marked);
  for (std::string line; std::getline(in, line);)
    plain += line.ends_with(",true") ? line.substr(0, line.size() - 4) + "false\n" : line + "\n";
  EXPECT_NE(plain, marked);
  EXPECT_EQ(
      plain,
      answer(with({"simulate", file, "--household", "household_id", "--column", "person=", "--format", "csv"},
                  on_a_day)));
}

TEST_F(study, does_not_depend_on_threads) {
  const words what = with(
      {"compare", "--synthetic", "300", "--set", "gmi_share=0.3@2026-01-01", "--format", "json"}, on_a_day);
  EXPECT_EQ(answer(with(what, {"--threads", "1"})), answer(with(what, {"--threads", "3"})));
}

TEST_F(study, columns_of_each_household_add_up_to_the_totals) {
  const std::string file = path("each.csv");
  const auto told =
      nlohmann::json::parse(answer(with({"compare", "--synthetic", "60", "--set", "gmi_share=0.3@2026-01-01",
                                         "--households", file, "--format", "json"},
                                        on_a_day)));
  std::istringstream rows(read(file));
  std::string line;
  std::getline(rows, line);
  const auto cells = [](const std::string& text) {
    words result;
    std::istringstream in(text);
    for (std::string one; std::getline(in, one, ',');) result.push_back(one);
    return result;
  };
  const words header = cells(line);
  std::map<std::string, slieksnis::rational> sums;
  while (std::getline(rows, line)) {
    const words row = cells(line);
    for (std::size_t i = 0; i < row.size() && i < header.size(); ++i)
      if (const auto number = slieksnis::parse_decimal(row[i])) sums[header[i]] = sums[header[i]] + *number;
  }
  int compared = 0;
  for (const auto& one : told["all"]["figures"]) {
    const std::string name = one["measure"].get<std::string>() + "_" + one["scenario"].get<std::string>();
    if (!one.contains("amount")) continue;
    ASSERT_TRUE(sums.contains(name)) << name;
    EXPECT_EQ(to_string(sums[name]), one["amount"].get<std::string>()) << name;
    ++compared;
  }
  EXPECT_EQ(compared, 8);
}

TEST_F(study, report_and_file_stay_as_they_were_when_a_row_is_bad) {
  std::ofstream(path("rows.csv")) << "members,income\n1,10\nx,10\n";
  std::ofstream(path("report.html")) << "before";
  std::ofstream(path("each.csv")) << "before";
  const auto done = run(with({"simulate", path("rows.csv"), "--households", path("each.csv"), "--format",
                              "html", "--output", path("report.html")},
                             on_a_day));
  EXPECT_EQ(done.exit_code, 3);
  EXPECT_THAT(done.err, HasSubstr("rows.csv:3:1"));
  EXPECT_EQ(read(path("report.html")), "before");
  EXPECT_EQ(read(path("each.csv")), "before");
}

}  // namespace
