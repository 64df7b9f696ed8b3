// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <slieksnis/lv.hpp>
#include <slieksnis/render/rule_differences.hpp>

#include "../support/reform_text.hpp"

namespace {

using namespace slieksnis;
using reform_text::change;
using rule_text::section;
using ::testing::HasSubstr;
using ::testing::Not;

std::string told(const std::vector<std::string>& sections, language lang = language::en) {
  const rule_book book = reform_text::book({reform_text::file("r", sections)});
  const std::string text = rule_differences_text({&benefit_book::book(), &book, "law", "r.json"}, lang);
  return text.substr(text.find("\n\n") + 2);
}

TEST(rule_differences_in_words, of_the_same_law_are_none) {
  const rule_book& law = lv::law();
  EXPECT_EQ(rule_differences_text({&law, &law, "law", "law"}, language::en),
            "From “law” to “law”\n\nNo differences: both say the same law.\n");
  EXPECT_THAT(rule_differences_json({&law, &law, "law", "law"}, language::en),
              HasSubstr("\"differences\": []\n}"));
}

TEST(rule_differences_in_words, tell_figures_with_unit_days_and_source) {
  EXPECT_EQ(
      told({section("parameters", {change("grown", "2024-01-01", R"("to": "2024-07-01", "value": "16")")})}),
      "Grown (grown); parameter\n"
      "  2024-01-01 to 2024-06-30\n"
      "    value: 18 years → 16 years\n"
      "    source: Law, Section 1 → The reform “t”\n");
}

TEST(rule_differences_in_words, tell_formulas_roundings_and_reviews) {
  EXPECT_EQ(told({section("variables", {change("level", "2025-01-01", R"("formula": "2 * median",
                 "round": { "to": "0.01", "mode": "down", "source": "assumed" })")})},
                 language::lv),
            "Level (level_lv); lielums\n"
            "  01.01.2025–31.12.2029\n"
            "    formula: max(previous, rate * median) → 2 * median\n"
            "    noapaļošana: līdz 1 (pusi uz augšu) → līdz 0,01 (uz leju)\n"
            "    pārskata katru gadu: 01-01 → nav\n"
            "    avots: Likums, 1. pants → Reforma „t”\n");
}

TEST(rule_differences_in_words, tell_conditions_and_amounts_apart) {
  const std::string text =
      told({section("benefits", {change("aid", "2024-01-01", R"("entitled_if": "income < need_level")")})});
  EXPECT_THAT(text, HasSubstr("    entitled if: poor and income < need_level → income < need_level\n"));
  EXPECT_THAT(text, Not(HasSubstr("amount"))) << "it stays as the law has it";
}

TEST(rule_differences_in_words, tell_rows_of_tables_by_their_conditions) {
  const std::string text = told({section(
      "variables", {change("by_group", "2024-01-01", R"("table": { "inputs": ["group", "yes"], "hit": "first",
            "rows": [ { "when": ["b", "true"], "value": "7" }, { "when": ["a", "-"], "value": "2" },
                      { "when": ["-", "-"], "value": "4" } ] })")})});
  EXPECT_THAT(text, HasSubstr("    row a; true: 1.5 → none\n"
                              "    row -; -: 3 * rate → 4\n"
                              "    row b; true: none → 7\n"));
  EXPECT_THAT(text, Not(HasSubstr("a; -"))) << "this row stays";
}

TEST(rule_differences_in_words, tell_that_rows_changed_places) {
  EXPECT_THAT(
      told({section("variables", {change("by_group", "2024-01-01", R"("table": { "inputs": ["group", "yes"],
            "hit": "first", "rows": [ { "when": ["a", "-"], "value": "2" }, { "when": ["a", "true"], "value": "1.50" },
                      { "when": ["-", "-"], "value": "3 * rate" } ] })")})}),
      HasSubstr("the rows of the table are in another order"));
}

TEST(rule_differences_in_words, tell_a_source_alone) {
  EXPECT_THAT(
      told({section("parameters", {change("rate", "2024-01-01", R"("value": "0.20")")})}, language::lv),
      HasSubstr("01.01.2024–31.12.2029: atšķiras tikai avots\n    avots: "));
}

TEST(rule_differences_in_words, count_names_in_the_right_number) {
  std::vector<std::string> some;
  for (const char* name : {"rate", "grown"}) some.push_back(change(name, "2024-01-01", R"("value": "1")"));
  const auto counted = [&](std::size_t count, language lang) {
    const rule_book book = reform_text::book({reform_text::file(
        "r", {section("parameters", {some.begin(), some.begin() + static_cast<int>(count)})})});
    return rule_differences_text({&benefit_book::book(), &book, "law", "r.json"}, lang);
  };
  EXPECT_THAT(counted(1, language::lv), HasSubstr("Atšķiras 1 vārds\n"));
  EXPECT_THAT(counted(2, language::lv), HasSubstr("Atšķiras 2 vārdi\n"));
  EXPECT_THAT(counted(1, language::en), HasSubstr("1 name differs\n"));
  EXPECT_THAT(counted(2, language::en), HasSubstr("2 names differ\n"));
}

}  // namespace
