// SPDX-License-Identifier: Apache-2.0
// Receipts of the families in examples/cases: written, recomputed, and caught when one character is changed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "golden.hpp"
#include "process.hpp"

namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;
using ::testing::StartsWith;

process::result run(std::vector<std::string> words) {
  words.insert(words.begin(), SLIEKSNIS_CLI_PATH);
  return process::run({.words = std::move(words), .folder = SLIEKSNIS_SOURCE_DIR});
}

class receipts : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "slieksnis-XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
    path_ = (folder_ / "receipt.json").string();
  }
  void TearDown() override { fs::remove_all(folder_); }
  void write(const std::string& text) const { std::ofstream(path_, std::ios::binary) << text; }

  fs::path folder_;
  std::string path_;
};

TEST_F(receipts, of_families_are_equal_when_recomputed) {
  const fs::path cases = fs::path(SLIEKSNIS_SOURCE_DIR) / "examples/cases";
  std::size_t count = 0;
  for (const auto& entry : fs::directory_iterator(cases)) {
    if (entry.path().extension() != ".json") continue;
    ++count;
    // By turns: in both languages, by name, and in the long form.
    std::vector<std::string> words{"calc", "--facts", entry.path().string(),       "--receipt",
                                   path_,  "--lang",  count % 2 == 0 ? "lv" : "en"};
    if (count % 6 == 0) words.emplace_back("--explain");
    if (count % 3 == 0) words.insert(words.begin() + 1, {"housing-benefit", "gmi-benefit"});
    ASSERT_EQ(run(words).exit_code, 0) << entry.path();
    const auto checked = run({"verify", path_, "--lang", "en"});
    EXPECT_EQ(checked.exit_code, 0) << entry.path() << checked.err;
    EXPECT_THAT(checked.out, StartsWith(path_ + ": equal\n"));
    EXPECT_THAT(checked.out, ::testing::Not(HasSubstr("now"))) << "the same program and rules";
  }
  EXPECT_GE(count, 13U);
}

/// Any digit of the answer, and any fact that it rests on.
TEST_F(receipts, that_were_changed_are_not_equal) {
  ASSERT_EQ(
      run({"calc", "housing-benefit", "--on", "2026-02-01", "--pensioner", "1", "--income", "310/320/333.33",
           "--housing-costs", "300", "--set", "gmi_share=0.25", "--receipt", path_, "--lang", "en"})
          .exit_code,
      0);
  const std::string text = golden::read(path_);
  const auto answer = text.find("\"answer\"");
  ASSERT_NE(answer, std::string::npos);
  std::size_t changed = 0;
  for (std::size_t at = text.find("\"facts\""); at < text.size(); at += 331) {
    const auto digit = text.find_first_of("0123456789", at);
    if (digit == std::string::npos) break;
    at = digit;
    std::string other = text;
    other[digit] = other[digit] == '1' ? '2' : '1';
    write(other);
    const auto got = run({"verify", path_, "--lang", "en"});
    EXPECT_EQ(got.exit_code, 3) << digit << ": " << text.substr(digit - 30, 60);
    EXPECT_THAT(got.err, HasSubstr("receipt.json:"));
    ++changed;
  }
  EXPECT_GT(changed, 30U);
  write(text);
  EXPECT_EQ(run({"verify", path_}).exit_code, 0);
}

TEST_F(receipts, name_the_first_difference_that_other_rules_make) {
  const fs::path copy = folder_ / "rules";
  fs::copy(fs::path(SLIEKSNIS_SOURCE_DIR) / "rules", copy, fs::copy_options::recursive);
  ASSERT_EQ(run({"calc", "gmi-benefit", "--on", "2022-05-01", "--members", "4", "--income", "300",
                 "--receipt", path_})
                .exit_code,
            0);
  const auto verify = [&] { return run({"verify", path_, "--rules", copy.string(), "--lang", "en"}); };
  EXPECT_EQ(verify().exit_code, 0);
  EXPECT_THAT(verify().out, ::testing::Not(HasSubstr("other rules")));
  const auto change = [&](const std::string& from, const std::string& to) {
    std::string rule = golden::read(copy / "gmi/rule.json");
    const auto at = rule.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    rule.replace(at, from.size(), to);
    std::ofstream(copy / "gmi/rule.json", std::ios::binary) << rule;
  };
  change(R"("en": "GMI benefit")", R"("en": "the benefit")");
  EXPECT_EQ(verify().exit_code, 0);
  EXPECT_THAT(verify().out, HasSubstr("other rules: now"));
  EXPECT_THAT(verify().out, HasSubstr("the results are the same; the first difference"));
  change(R"("value": "109")", R"("value": "110")");
  const auto got = verify();
  EXPECT_EQ(got.exit_code, 3);
  EXPECT_THAT(got.err, HasSubstr("error[receipt.differs]"));
  EXPECT_THAT(got.err, HasSubstr("hint: the rules have changed since"));
}

TEST_F(receipts, hold_no_personal_code) {
  ASSERT_EQ(run({"calc", "birth-benefit", "--on", "2025-03-01", "--person", "kind=adult label=010180-12345",
                 "--receipt", path_})
                .exit_code,
            0);
  EXPECT_THAT(golden::read(path_), HasSubstr("\"label\": \"******-*****\""));
  EXPECT_EQ(golden::read(path_).find("12345"), std::string::npos);
  EXPECT_EQ(run({"verify", path_}).exit_code, 0);
}

}  // namespace
