// SPDX-License-Identifier: Apache-2.0
// The drawings and the JSON of two timelines, byte by byte.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "golden.hpp"
#include "process.hpp"

namespace {

const std::vector<std::string> pensioner{
    "housing-benefit", "--from", "2023-01",         "--to", "2026-12", "--pensioner", "1",
    "--income",        "500",    "--housing-costs", "300"};
const std::vector<std::string> family{"examples/cases/05-ukrainian-mother-baby.json", "--from", "2022",
                                      "--to", "2026"};

process::result timeline(std::vector<std::string> words, const std::string& lang,
                         const std::vector<std::string>& more) {
  words.insert(words.begin(), {SLIEKSNIS_CLI_PATH, "timeline", "--lang", lang});
  words.insert(words.end(), more.begin(), more.end());
  process::command what;
  what.words = std::move(words);
  what.environment = {{"LC_NUMERIC", "lv_LV.UTF-8"}};
  what.folder = SLIEKSNIS_SOURCE_DIR;
  return process::run(what);
}

/// What `--svg` writes.
std::string drawn(const std::vector<std::string>& words, const std::string& lang) {
  const auto file =
      std::filesystem::temp_directory_path() / ("slieksnis-" + std::to_string(::getpid()) + lang + ".svg");
  const auto done = timeline(words, lang, {"--svg", file.string(), "--format", "csv"});
  EXPECT_EQ(done.exit_code, 0) << done.err;
  EXPECT_TRUE(done.out.starts_with("from,to,")) << "the drawing comes beside the answer";
  const std::string svg = golden::read(file);
  std::filesystem::remove(file);
  return svg;
}

TEST(timeline, draws_a_pensioners_housing_benefit) {
  EXPECT_TRUE(golden::compare("tests/cli/timeline/pensioner.lv.svg", drawn(pensioner, "lv")));
}

TEST(timeline, draws_a_familys_benefits) {
  EXPECT_TRUE(golden::compare("tests/cli/timeline/family.en.svg", drawn(family, "en")));
}

TEST(timeline, is_json_with_every_cause) {
  EXPECT_TRUE(golden::compare("tests/cli/timeline/pensioner.lv.json",
                              timeline(pensioner, "lv", {"--format", "json"}).out));
  EXPECT_TRUE(
      golden::compare("tests/cli/timeline/family.en.json", timeline(family, "en", {"--format", "json"}).out));
}

}  // namespace
