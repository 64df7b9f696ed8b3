// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <slieksnis/render/coverage.hpp>

#include "../support/rule_text.hpp"

namespace {

using namespace slieksnis;
using namespace rule_text;
using ::testing::HasSubstr;

rule_book sample() {
  return book({section("parameters",
                       {named("p", R"("unit": "1", )" + versions({since("2020-01-01", R"("value": "1")"),
                                                                  since("2021-01-01", R"("value": "2")")}))}),
               R"("rows": [{ "row": "R07", "title": { "lv": "ģimenes | daļa", "en": "share | of a family" },
                             "rules": ["p"] }])"});
}

TEST(coverage, has_a_line_for_each_row_in_both_languages) {
  const rule_book book = sample();
  const auto rows = coverage_of(book, {});
  EXPECT_EQ(coverage_text(book, rows, language::en),
            "Row  Known                     Cases  Confidence  Reviewed    About\n"
            "R07  2020-01-01 to 2029-12-31      0  high        2025-06-01  share | of a family\n"
            "  rules: p\n"
            "  source: Law: Section 1\n");
  EXPECT_EQ(coverage_text(book, rows, language::lv),
            "Rinda  Zināms                 Gadījumi  Ticamība  Pārbaudīts  Par ko\n"
            "R07    01.01.2020–31.12.2029         0  augsta    01.06.2025  ģimenes | daļa\n"
            "  noteikumi: p_lv\n"
            "  avots: Likums: 1. pants\n");
}

TEST(coverage, is_a_table_that_a_bar_does_not_break) {
  const rule_book book = sample();
  EXPECT_EQ(coverage_markdown(book, coverage_of(book, {}), language::lv),
            "| Rinda | Par ko | Noteikumi | Zināms | Avoti | Gadījumi | Ticamība | Pārbaudīts |\n"
            "|---|---|---|---|---|---:|---|---|\n"
            "| R07 | Ģimenes \\| daļa | `p_lv` | 01.01.2020–31.12.2029 | Likums: 1. pants | 0 | augsta | "
            "01.06.2025 |\n");
}

TEST(coverage, names_each_act_once) {
  const rule_book book = load_rule_book({std::make_shared<source_text>("sources.json", R"({ "sources": {
      "a": { "act": { "lv": "A", "en": "Act" }, "article": "1", "address": "x", "kind": "law" },
      "b": { "act": { "lv": "B", "en": "Page" }, "address": "x", "kind": "press" },
      "c": { "act": { "lv": "A", "en": "Act" }, "article": "2", "address": "x", "kind": "law" },
      "d": { "act": { "lv": "A", "en": "Act" }, "article": "1", "address": "y", "kind": "law" } } })")});
  covered_row row;
  row.row = "R01";
  row.main_sources = {0, 1, 2, 3};
  EXPECT_THAT(coverage_text(book, {row}, language::en), HasSubstr("  source: Act: 1; 2\n  source: Page\n"));
  EXPECT_THAT(coverage_markdown(book, {row}, language::en), HasSubstr("| Act: 1; 2<br>Page |"));
}

TEST(coverage, of_rules_without_rows_says_so) {
  const rule_book book = rule_text::book({});
  EXPECT_THAT(coverage_text(book, {}, language::en), HasSubstr("No rule file names rows"));
  EXPECT_EQ(coverage_json(book, {}, language::en), "{\n  \"rows\": []\n}\n");
}

}  // namespace
