// SPDX-License-Identifier: Apache-2.0
// What a bad rule file or facts file prints, word for word, in both languages. Each folder holds NAME.json,
// the bad file, and NAME.expected, the printed text. A new error code needs a file here.
#include <gtest/gtest.h>
#include <slieksnis/decide/prove.hpp>
#include <slieksnis/facts/load_facts.hpp>
#include <slieksnis/rule/load_rules.hpp>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <set>

#include "golden.hpp"

namespace {

using namespace slieksnis;
using std::filesystem::path;

const path folder = "tests/errors";
const path fixture = folder / "facts/rule_book.json";

/// Codes that no file can produce, and why.
const std::map<error_code, std::string> exempt = {
    {error_code::facts_date_missing, "the command line asks for the day; a file may leave it out"},
    {error_code::facts_date_span, "depends on the day of the question, not on the file"},
};

source_pointer text_of(std::string name, std::string bytes) {
  return std::make_shared<source_text>(std::move(name), std::move(bytes));
}

/// A rule file is read as if it stood in a folder of its name.
std::vector<error> errors_of_rules(const path& file) {
  try {
    return prove_published(
        load_rule_book({text_of(file.stem().string() + "/rule.json", golden::read(file))}));
  } catch (const unusable& problem) {
    return problem.errors();
  }
}

std::vector<error> errors_of_facts_text(const source_pointer& text) {
  static const rule_book book = load_rule_book({text_of("fixture/rule.json", golden::read(fixture))});
  std::vector<error> errors;
  try {
    const case_file read = load_facts(book, text);
    if (read.on) check_facts_on(read.stated, *read.on, errors);
  } catch (const unusable& problem) {
    errors = problem.errors();
  }
  return errors;
}

std::vector<error> errors_of_facts(const path& file) {
  return errors_of_facts_text(text_of(file.filename().string(), golden::read(file)));
}

/// The bad files of a folder, by name.
std::vector<path> bad_files(const char* kind) {
  std::vector<path> files;
  for (const auto& entry : std::filesystem::directory_iterator(path(SLIEKSNIS_SOURCE_DIR) / folder / kind)) {
    const path file = folder / kind / entry.path().filename();
    if (file.extension() == ".json" && file != fixture) files.push_back(file);
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string test_name(const ::testing::TestParamInfo<path>& info) {
  std::string name = info.param.stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

void expect_printed(const path& file, const std::vector<error>& errors) {
  ASSERT_FALSE(errors.empty()) << file << " is accepted";
  if (!file.stem().string().starts_with("several-")) {
    EXPECT_EQ(errors.size(), 1U) << "one slip is one error";
  }
  const unusable all(errors);
  path expected = file;
  expected.replace_extension(".expected");
  EXPECT_TRUE(golden::compare(expected, all.text(language::en) + "\n" + all.text(language::lv)));
}

class bad_rule_file : public ::testing::TestWithParam<path> {};
TEST_P(bad_rule_file, prints_what_is_expected) { expect_printed(GetParam(), errors_of_rules(GetParam())); }
INSTANTIATE_TEST_SUITE_P(rules, bad_rule_file, ::testing::ValuesIn(bad_files("rules")), test_name);

class bad_facts_file : public ::testing::TestWithParam<path> {};
TEST_P(bad_facts_file, prints_what_is_expected) { expect_printed(GetParam(), errors_of_facts(GetParam())); }
INSTANTIATE_TEST_SUITE_P(facts, bad_facts_file, ::testing::ValuesIn(bad_files("facts")), test_name);

TEST(errors, every_code_of_a_file_has_a_file) {
  std::set<error_code> seen;
  for (const auto& file : bad_files("rules"))
    for (const error& one : errors_of_rules(file)) seen.insert(one.code());
  for (const auto& file : bad_files("facts"))
    for (const error& one : errors_of_facts(file)) seen.insert(one.code());
  for (std::size_t i = 0; i < error_names.size(); ++i) {
    const auto code = static_cast<error_code>(i);
    const std::string_view stage = name_of(code).substr(0, name_of(code).find('.'));
    if (stage != "json" && stage != "rule" && stage != "formula" && stage != "facts") continue;
    EXPECT_NE(seen.contains(code), exempt.contains(code)) << name_of(code) << ": one file or one reason";
  }
}

TEST(errors, every_expected_text_has_its_file) {
  for (const char* kind : {"rules", "facts"}) {
    for (const auto& entry :
         std::filesystem::directory_iterator(path(SLIEKSNIS_SOURCE_DIR) / folder / kind)) {
      path file = entry.path();
      if (file.extension() == ".expected") {
        EXPECT_TRUE(exists(file.replace_extension(".json"))) << entry.path();
      }
    }
  }
}

TEST(errors, a_broken_file_of_sources_is_the_only_error) {
  std::string rules = golden::read(folder / "rules/gap.json");
  const auto own = rules.find("\"sources\"");
  ASSERT_NE(own, std::string::npos);
  rules.erase(own, rules.find("\"variables\"") - own);
  const auto errors =
      check_rule_files({text_of("sources.json", "{ \"sources\": { "), text_of("gap/rule.json", rules)});
  ASSERT_EQ(errors.size(), 1U) << unusable(errors).text(language::en);
  EXPECT_EQ(errors.front().code(), error_code::json_syntax);
  EXPECT_EQ(errors.front().file(), "sources.json");
}

TEST(errors, come_in_the_order_of_the_files_and_lines) {
  const auto file = [](const char* name) {
    return text_of(std::string(name) + "/rule.json",
                   golden::read(folder / "rules" / (std::string(name) + ".json")));
  };
  const auto errors = check_rule_files({file("several-errors"), file("missing-key")});
  ASSERT_GE(errors.size(), 3U);
  for (std::size_t i = 1; i < errors.size(); ++i) {
    if (errors[i].file() == errors[i - 1].file()) {
      EXPECT_LE(errors[i - 1].at().line, errors[i].at().line);
    }
  }
  EXPECT_EQ(errors.back().file(), "missing-key/rule.json");
}

constexpr std::size_t ten_million = 10'000'000;

TEST(errors, a_value_of_ten_megabytes_prints_in_a_few_lines) {
  const std::string long_text(ten_million, '7');
  const auto errors = errors_of_facts_text(
      text_of("long.json", "{ \"household\": { \"housing_costs\": \"" + long_text + "\" } }"));
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors.front().code(), error_code::facts_amount);
  EXPECT_LT(errors.front().text(language::lv).size(), 1000U);
}

TEST(errors, a_key_of_a_megabyte_prints_in_a_few_lines) {
  std::string key;
  for (std::size_t i = 0; i < ten_million / 20; ++i) key += "ā";
  const auto errors =
      errors_of_facts_text(text_of("long.json", "{ \"household\": { \"" + key + "\": \"1\" } }"));
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors.front().code(), error_code::facts_unknown_name);
  const std::string printed = errors.front().text(language::en);
  EXPECT_LT(printed.size(), 2000U);
  EXPECT_TRUE(is_utf8(printed));
}

TEST(errors, what_is_printed_is_clean_text) {
  const auto check = [](const std::vector<error>& errors) {
    for (const error& one : errors) {
      for (const language lang : {language::en, language::lv}) {
        const std::string printed = one.text(lang);
        EXPECT_TRUE(is_utf8(printed)) << printed;
        EXPECT_TRUE(std::none_of(printed.begin(), printed.end(), [](char c) {
          return (static_cast<unsigned char>(c) < 0x20U && c != '\n') || c == 0x7F;
        })) << printed;
      }
    }
  };
  for (const auto& file : bad_files("rules")) check(errors_of_rules(file));
  for (const auto& file : bad_files("facts")) check(errors_of_facts(file));
}

}  // namespace
