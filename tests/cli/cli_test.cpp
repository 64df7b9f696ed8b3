// SPDX-License-Identifier: Apache-2.0
// The program from outside: every .test file beside this one, and what a file cannot hold.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <slieksnis/rule/embedded_rules.hpp>

#include "golden.hpp"
#include "process.hpp"
#include "transcript.hpp"

namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::MatchesRegex;
using ::testing::StartsWith;

std::vector<std::string> test_files() {
  std::vector<std::string> found;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(SLIEKSNIS_SOURCE_DIR) + "/tests/cli"))
    if (entry.path().extension() == ".test") found.push_back("tests/cli/" + entry.path().filename().string());
  std::sort(found.begin(), found.end());
  return found;
}

process::result run(std::vector<std::string> words, std::string input = {},
                    transcript::environment surroundings = {}) {
  words.insert(words.begin(), SLIEKSNIS_CLI_PATH);
  surroundings.insert({{"LC_ALL", std::nullopt}, {"LC_MESSAGES", std::nullopt}, {"LANG", std::nullopt}});
  process::command what;
  what.words = std::move(words);
  what.input = std::move(input);
  what.environment = std::move(surroundings);
  what.folder = SLIEKSNIS_SOURCE_DIR;
  return process::run(what);
}

class cli_transcript : public ::testing::TestWithParam<std::string> {};

TEST_P(cli_transcript, is_what_the_program_prints) {
  EXPECT_TRUE(golden::compare(GetParam(), transcript::replay(transcript::read(GetParam()))));
}

/// LC_NUMERIC has a decimal comma where the test locale is installed; elsewhere only the time zone differs.
TEST_P(cli_transcript, is_the_same_under_another_locale_and_time_zone) {
  const transcript::environment other{{"LC_NUMERIC", "lv_LV.UTF-8"}, {"TZ", "America/St_Johns"}};
  EXPECT_EQ(transcript::replay(transcript::read(GetParam()), other), golden::read(GetParam()));
}

INSTANTIATE_TEST_SUITE_P(every, cli_transcript, ::testing::ValuesIn(test_files()), [](const auto& file) {
  std::string name = std::filesystem::path(file.param).stem().string();
  std::replace_if(
      name.begin(), name.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
  return name;
});

TEST(cli, the_built_in_rules_are_sound_and_their_cases_pass) {
  const auto checked = run({"check"});
  EXPECT_EQ(checked.exit_code, 0);
  EXPECT_EQ(checked.out + checked.err, "");
  const auto tested = run({"test"});
  EXPECT_EQ(tested.exit_code, 0) << tested.err;
  EXPECT_THAT(tested.out, MatchesRegex("[0-9]+ passed\n"));
}

/// A copy of the rules is the same rule set wherever it lies; one byte makes another.
TEST(cli, tells_which_rules_it_has) {
  const std::string built_in = run({"--version"}).out;
  EXPECT_THAT(built_in, MatchesRegex("slieksnis [0-9.]+, rules [0-9a-f]{12}\n"));
  EXPECT_THAT(built_in, HasSubstr(std::string(slieksnis::embedded_rules_checksum().substr(0, 12))));
  const auto copy =
      std::filesystem::temp_directory_path() / ("slieksnis-rules-" + std::to_string(::getpid()));
  std::filesystem::copy(std::string(SLIEKSNIS_SOURCE_DIR) + "/rules", copy,
                        std::filesystem::copy_options::recursive);
  EXPECT_EQ(run({"--version", "--rules", copy.string()}).out, built_in);
  EXPECT_EQ(run({"--version", "--rules", copy.string() + "/"}).out, built_in);
  std::ofstream(copy / "gmi" / "law.md", std::ios::app) << ' ';
  EXPECT_EQ(run({"--version", "--rules", copy.string()}).out, built_in);
  std::ofstream(copy / "gmi" / "rule.json", std::ios::app) << ' ';
  EXPECT_NE(run({"--version", "--rules", copy.string()}).out, built_in);
  std::filesystem::remove_all(copy);
}

/// Between these two places the calendar always differs by a day or two.
TEST(cli, today_is_the_users_day) {
  const auto west = run({"eval", "on"}, {}, {{"TZ", "Pacific/Niue"}});
  const auto east = run({"eval", "on"}, {}, {{"TZ", "Pacific/Kiritimati"}});
  EXPECT_THAT(west.out, MatchesRegex("@\"[0-9]{4}-[0-9]{2}-[0-9]{2}\"\n"));
  EXPECT_NE(west.out, east.out);
  EXPECT_THAT(west.err, StartsWith("note: no day was given, so today is taken"));
}

void expect_refused(const process::result& got, const char* code) {
  EXPECT_EQ(got.exit_code, 3);
  EXPECT_FALSE(got.timed_out);
  EXPECT_EQ(got.out, "");
  EXPECT_THAT(got.err, AllOf(StartsWith("stdin:"), HasSubstr(std::string("error[") + code + "]")));
  EXPECT_LT(got.err.size(), 2000U) << "an error shows a window of the text, not all of it";
}

TEST(cli, hostile_facts_are_refused_with_a_place) {
  const std::vector<std::string> calc{"calc", "--on", "2026-02-01", "--facts", "-"};
  const std::string ten_megabytes(10'000'000, 'x');
  expect_refused(run(calc, R"({"household": {"income": ")" + ten_megabytes + "\"}}"), "facts.amount");
  expect_refused(run(calc, R"({"household": {")" + ten_megabytes + "\": 1}}"), "facts.unknown_name");
  expect_refused(run(calc, std::string(100'000, '[')), "json.depth");
  expect_refused(run(calc, "{\"household\": {\"income\": \"5\xC0\xAF\"}}"), "json.encoding");
  expect_refused(run(calc, std::string("{\"on\": \"2026-02-01\0\"}", 22)), "json.syntax");
  expect_refused(run(calc, ""), "json.syntax");
}

TEST(cli, a_long_command_line_is_refused_quickly) {
  const std::string digits(100'000, '9');
  const auto got = run({"calc", "--on", "2026-02-01", "--income", digits, "--members", "1"});
  EXPECT_EQ(got.exit_code, 3);
  EXPECT_LT(got.err.size(), 2000U);
  const auto option = run({"calc", "--" + digits});
  EXPECT_EQ(option.exit_code, 2);
  EXPECT_LT(option.err.size(), 2000U);
}

TEST(cli, bytes_that_are_no_text_are_refused) {
  for (const char* option : {"--income", "--municipality", "--on", "--set", "--person", "--facts"}) {
    const auto got = run({"calc", option, "\xFF\xFE=\x01"});
    EXPECT_GE(got.exit_code, 2) << option;
    EXPECT_THAT(got.err, HasSubstr("error[")) << option;
  }
}

/// The facts choose which rules are read, and a pipe gives its bytes only once.
TEST(cli, reads_facts_from_a_pipe_with_a_path) {
  const std::string facts = R"({ "on": "2022-05-01", "household": { "members": 4, "income": "300" } })";
  const auto piped = run({"calc", "gmi-benefit", "--facts", "/dev/stdin", "--lang", "en"}, facts);
  EXPECT_EQ(piped.exit_code, 0) << piped.err;
  EXPECT_THAT(piped.out, HasSubstr("GMI benefit: granted, 37.00 EUR a month"));
  EXPECT_EQ(piped.out, run({"calc", "gmi-benefit", "--facts", "-", "--lang", "en"}, facts).out);
}

}  // namespace
