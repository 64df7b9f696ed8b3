// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <slieksnis/rule/embedded_rules.hpp>

#include "golden.hpp"
#include "process.hpp"

namespace {

using namespace slieksnis;

TEST(embedded_rules, are_the_files_of_the_rules_folder) {
  ASSERT_FALSE(embedded_rule_files().empty());
  for (const auto& file : embedded_rule_files())
    EXPECT_EQ(file.bytes, golden::read(std::string(file.path))) << file.path;
}

TEST(embedded_rules, are_sorted_by_path) {
  const auto files = embedded_rule_files();
  EXPECT_TRUE(std::is_sorted(files.begin(), files.end(),
                             [](const auto& a, const auto& b) { return a.path < b.path; }));
}

TEST(embedded_rules, hold_sources_rules_and_cases) {
  const auto ending = [](std::string_view end) {
    const auto files = embedded_rule_files();
    return std::count_if(files.begin(), files.end(),
                         [&](const auto& file) { return file.path.ends_with(end); });
  };
  EXPECT_EQ(ending("/sources.json"), 1);
  EXPECT_GE(ending("/rule.json"), 8);
  EXPECT_EQ(ending("/cases.json") + ending("/rule.json") + ending("/sources.json"),
            static_cast<std::ptrdiff_t>(embedded_rule_files().size()));
}

/// The command stands in rules/README.md.
TEST(embedded_rules, have_the_checksum_that_sha256sum_gives) {
  const std::string command = "sha256sum rules/sources.json rules/*/rule.json | sha256sum";
  EXPECT_NE(golden::read("rules/README.md").find("    LC_ALL=C sh -c '" + command + "'\n"),
            std::string::npos);
  const auto got = process::run({.words = {"/bin/sh", "-c", command},
                                 .environment = {{"LC_ALL", "C"}},
                                 .folder = SLIEKSNIS_SOURCE_DIR});
  EXPECT_EQ(got.exit_code, 0) << got.err;
  EXPECT_EQ(got.out, std::string(embedded_rules_checksum()) + "  -\n");
}

}  // namespace
