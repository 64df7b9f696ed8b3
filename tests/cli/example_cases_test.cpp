// SPDX-License-Identifier: Apache-2.0
// The families in examples/cases: what the program tells a social worker about each, in both languages.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <slieksnis/source/json_tree.hpp>
#include <string>
#include <vector>

#include "golden.hpp"
#include "process.hpp"

namespace {

using namespace slieksnis;

std::vector<std::string> families() {
  std::vector<std::string> found;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::string(SLIEKSNIS_SOURCE_DIR) + "/examples/cases"))
    if (entry.path().extension() == ".json")
      found.push_back("examples/cases/" + entry.path().stem().string());
  std::sort(found.begin(), found.end());
  return found;
}

process::result calc(const std::string& family, const std::string& lang, const std::string& format,
                     const std::string& time_zone = "Europe/Riga") {
  process::command what;
  what.words = {SLIEKSNIS_CLI_PATH, "calc", "--facts", family + ".json", "--lang", lang, "--format", format};
  what.environment = {{"TZ", time_zone}, {"LC_NUMERIC", "lv_LV.UTF-8"}, {"SOURCE_DATE_EPOCH", "1782907200"}};
  what.folder = SLIEKSNIS_SOURCE_DIR;
  return process::run(what);
}

class example_family : public testing::TestWithParam<std::string> {};

TEST_P(example_family, gets_the_golden_sheet_in_latvian) {
  EXPECT_TRUE(golden::compare(GetParam() + ".lv.txt", calc(GetParam(), "lv", "text").out));
}

TEST_P(example_family, gets_the_golden_sheet_in_english) {
  EXPECT_TRUE(golden::compare(GetParam() + ".en.txt", calc(GetParam(), "en", "text").out));
}

TEST_P(example_family, gets_the_same_bytes_again) {
  for (const char* format : {"text", "md", "html", "json"}) {
    const auto first = calc(GetParam(), "lv", format);
    EXPECT_EQ(first.exit_code, 0) << first.err;
    EXPECT_EQ(first.out, calc(GetParam(), "lv", format, "Pacific/Chatham").out) << format;
  }
}

/// The sources of the last step of a trace, which is the benefit itself.
const json_node* own_sources(const json_node& decision) {
  const json_node* found = nullptr;
  for (const json_node& step : decision.find("trace")->items)
    if (step.find("name")->text == decision.find("id")->text) found = step.find("sources");
  return found;
}

TEST_P(example_family, sees_act_and_article_with_every_amount) {
  std::vector<error> errors;
  const auto answer =
      parse_json(std::make_shared<source_text>("answer", calc(GetParam(), "lv", "json").out), errors);
  ASSERT_TRUE(answer);
  std::size_t granted = 0;
  for (const json_node& decision : answer->find("decisions")->items) {
    if (decision.find("outcome")->text != "granted") continue;
    ++granted;
    const json_node* sources = own_sources(decision);
    ASSERT_NE(sources, nullptr) << decision.find("id")->text;
    ASSERT_FALSE(sources->items.empty()) << decision.find("id")->text;
    EXPECT_FALSE(sources->items[0].find("act")->text.empty()) << decision.find("id")->text;
    EXPECT_FALSE(sources->items[0].find("article")->text.empty()) << decision.find("id")->text;
  }
  EXPECT_GT(granted, 0U);
}

INSTANTIATE_TEST_SUITE_P(every, example_family, testing::ValuesIn(families()), [](const auto& family) {
  std::string name = std::filesystem::path(family.param).filename().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

TEST(example_families, are_ten_or_more) { EXPECT_GE(families().size(), 10U); }

}  // namespace
