// SPDX-License-Identifier: Apache-2.0
// What a bad table prints, word for word, in both languages. The folder holds NAME.csv or NAME.ndjson, the
// bad table, and NAME.expected, the printed text. In a file whose name begins with `persons-` rows are
// persons. A new error code of tables needs a file here.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include "../unit/support/benefit_book.hpp"
#include "golden.hpp"
#include "text_batch.hpp"

namespace {

using namespace slieksnis;
using std::filesystem::path;

const path folder = "tests/errors/tables";

std::vector<path> bad_tables() {
  std::vector<path> files;
  for (const auto& entry : std::filesystem::directory_iterator(path(SLIEKSNIS_SOURCE_DIR) / folder))
    if (entry.path().extension() != ".expected") files.push_back(folder / entry.path().filename());
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<error> errors_of(const path& file) {
  const rule_book& book = benefit_book::book();
  const std::string name = file.filename().string();
  const bool persons = name.starts_with("persons-");
  batch_options options;
  options.file = name;
  options.on = parse_date("2023-06-15");
  options.wanted = {*book.find(persons ? "care" : "aid")};
  if (persons) options.household_column = "household";
  try {
    static_cast<void>(text_batch::run(book, facts(book), options, golden::read(file)));
  } catch (const unusable& problem) {
    return problem.errors();
  }
  return {};
}

class bad_table : public ::testing::TestWithParam<path> {};
TEST_P(bad_table, prints_what_is_expected) {
  const unusable all(errors_of(GetParam()));
  ASSERT_FALSE(all.errors().empty()) << GetParam() << " is accepted";
  path expected = GetParam();
  expected.replace_extension(".expected");
  EXPECT_TRUE(golden::compare(expected, all.text(language::en) + "\n" + all.text(language::lv)));
}
std::string table_name(const ::testing::TestParamInfo<path>& table) {
  std::string name = table.param.stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}
INSTANTIATE_TEST_SUITE_P(tables, bad_table, ::testing::ValuesIn(bad_tables()), table_name);

TEST(errors, every_code_of_a_table_has_a_file) {
  std::set<error_code> seen;
  for (const auto& file : bad_tables())
    for (const error& one : errors_of(file)) seen.insert(one.code());
  for (std::size_t i = 0; i < error_names.size(); ++i)
    EXPECT_TRUE(!error_names[i].starts_with("table.") || seen.contains(static_cast<error_code>(i)))
        << error_names[i];
}

}  // namespace
