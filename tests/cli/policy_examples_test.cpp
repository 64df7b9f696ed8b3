// SPDX-License-Identifier: Apache-2.0
// The studies in examples/policy: plain shell scripts, and what they print in both languages.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "golden.hpp"
#include "process.hpp"

namespace {

std::vector<std::string> studies() {
  std::vector<std::string> found;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(SLIEKSNIS_SOURCE_DIR) + "/examples/policy"))
    if (entry.path().extension() == ".sh") found.push_back("examples/policy/" + entry.path().stem().string());
  std::sort(found.begin(), found.end());
  return found;
}

class policy_study : public testing::TestWithParam<std::string> {
 protected:
  static process::result run(const std::string& lang) {
    process::command what;
    what.words = {"/bin/sh", GetParam() + ".sh", "--lang", lang};
    what.environment = {{"SLIEKSNIS", SLIEKSNIS_CLI_PATH}, {"TZ", "Europe/Riga"}};
    what.folder = SLIEKSNIS_SOURCE_DIR;
    return process::run(what);
  }
};

TEST_P(policy_study, prints_the_golden_text_in_latvian) {
  const auto made = run("lv");
  EXPECT_EQ(made.exit_code, 0) << made.err;
  EXPECT_TRUE(golden::compare(GetParam() + ".lv.txt", made.out));
}

TEST_P(policy_study, prints_the_golden_text_in_english) {
  const auto made = run("en");
  EXPECT_EQ(made.exit_code, 0) << made.err;
  EXPECT_TRUE(golden::compare(GetParam() + ".en.txt", made.out));
}

INSTANTIATE_TEST_SUITE_P(all, policy_study, testing::ValuesIn(studies()), [](const auto& study) {
  std::string name = std::filesystem::path(study.param).stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST(policy_studies, are_five) { EXPECT_EQ(studies().size(), 5U); }

}  // namespace
