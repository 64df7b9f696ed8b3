// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/decide/coverage.hpp>

#include "../support/rule_text.hpp"

namespace {

using namespace slieksnis;
using namespace rule_text;

std::string row(const char* id, const char* title, const char* rules) {
  const std::string words(title);
  return "{ \"row\": \"" + std::string(id) + "\", \"title\": { \"lv\": \"" + words + "\", \"en\": \"" +
         words + "\" }, \"rules\": " + rules + " }";
}

/// A second topic, reviewed earlier, with a row of the first one.
source_pointer second_file(const std::vector<std::string>& rows) {
  return std::make_shared<source_text>("u/rule.json", R"({ "topic": "u", "title": { "lv": "u", "en": "u" },
"covers": { "from": "2020-01-01", "to": "2030-01-01" }, "reviewed": "2024-02-29", "rows": [)" +
                                                          joined(rows) + "] }");
}

rule_book sample(const std::vector<std::string>& rows, const std::vector<std::string>& more = {}) {
  const std::string country = R"("of": "country", "unit": "1", )";
  auto all = files(
      {section("facts", {asked("yes", R"("of": "household", "type": "boolean")")}),
       section("parameters",
               {named("early", R"("unit": "1", )" +
                                   versions({since("2020-01-01", R"("to": "2021-01-01", "value": "1")")})),
                named("next", R"("unit": "1", )" +
                                  versions({since("2021-01-01", R"("to": "2022-01-01", "value": "1")")})),
                named("late", R"("unit": "1", )" +
                                  versions({since("2024-01-01", R"("value": "1", "confidence": "medium",
                                                                  "note": { "lv": "?", "en": "?" })")}))}),
       section(
           "variables",
           {named("tabled", R"("of": "household", "unit": "1", )" +
                                versions({since("2020-01-01", R"("table": { "inputs": ["yes"], "hit": "first",
                                        "rows": [ { "when": ["true"], "value": "1", "source": ["r", "q"],
                                                    "confidence": "low", "note": { "lv": "?", "en": "?" } },
                                                  { "when": ["-"], "value": "2" } ] })")})),
            named("cited", country + R"("versions": [
                    { "from": "2020-01-01", "source": ["s", "q"], "value": "1" },
                    { "from": "2021-01-01", "source": ["r", "s"], "value": "2" } ])")}),
       R"("rows": [)" + joined(rows) + "]"});
  all.push_back(std::make_shared<source_text>("sources.json", R"({ "sources": {
      "r": { "act": { "lv": "R", "en": "R" }, "address": "https://example.org/r", "kind": "law" },
      "q": { "act": { "lv": "Q", "en": "Q" }, "address": "https://example.org/q", "kind": "press" } } })"));
  if (!more.empty()) all.push_back(second_file(more));
  return load_rule_book(all);
}

std::string periods(const covered_row& of) {
  std::string result;
  for (const period& one : of.periods) result += to_string(one.from) + ".." + to_string(one.last_day()) + " ";
  return result;
}
std::string ids(const rule_book& book, const std::vector<std::size_t>& sources) {
  std::string result;
  for (const std::size_t id : sources) result += book.sources()[id].id + " ";
  return result;
}

TEST(coverage, joins_a_row_of_several_topics_and_counts_rows_as_people_do) {
  const rule_book book =
      sample({row("R10", "ten", R"(["early"])"), row("R9", "nine", R"(["early", "next"])")},
             {row("R9", "again", R"(["next", "late"])"), row("R1", "one", R"(["early"])")});
  const auto rows = coverage_of(book, {});
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].row + rows[1].row + rows[2].row, "R1R9R10");
  EXPECT_EQ(rows[1].title.en, "nine") << "the first topic's title";
  EXPECT_EQ(rows[1].rules, (std::vector{*book.find("early"), *book.find("next"), *book.find("late")}));
}

TEST(coverage, is_as_current_as_its_oldest_topic) {
  const auto rows = coverage_of(sample({row("R1", "a", R"(["early"])"), row("R2", "b", R"(["early"])")},
                                       {row("R2", "b", R"(["early"])"), row("R3", "c", R"(["early"])")}),
                                {});
  EXPECT_EQ(to_string(rows[0].reviewed), "2025-06-01");
  EXPECT_EQ(to_string(rows[1].reviewed), "2024-02-29");
  EXPECT_EQ(to_string(rows[2].reviewed), "2024-02-29");
}

TEST(coverage, joins_periods_that_touch_and_keeps_gaps) {
  const auto rows =
      coverage_of(sample({row("R1", "a", R"(["late", "next", "early"])"),
                          row("R2", "b", R"(["early", "cited"])"), row("R3", "c", R"(["yes"])")}),
                  {});
  EXPECT_EQ(periods(rows[0]), "2020-01-01..2021-12-31 2024-01-01..2029-12-31 ");
  EXPECT_EQ(periods(rows[1]), "2020-01-01..2029-12-31 ");
  EXPECT_EQ(periods(rows[2]), "") << "a fact has no versions";
}

TEST(coverage, has_the_lowest_confidence_and_every_source_once) {
  const rule_book book =
      sample({row("R1", "a", R"(["early", "cited"])"), row("R2", "b", R"(["late", "early"])"),
              row("R3", "c", R"(["late", "tabled"])")});
  const auto rows = coverage_of(book, {});
  EXPECT_EQ(rows[0].support, confidence::high);
  EXPECT_EQ(rows[1].support, confidence::medium);
  EXPECT_EQ(rows[2].support, confidence::low) << "a row of a table is a figure of the law too";
  EXPECT_EQ(ids(book, rows[0].main_sources), "s r ");
  EXPECT_EQ(ids(book, rows[0].sources), "s r q ") << "main sources first";
  EXPECT_EQ(ids(book, rows[2].main_sources), "s r ");
}

TEST(coverage, counts_each_case_that_expects_something_of_the_row) {
  const rule_book book = sample({row("R1", "a", R"(["early", "cited"])"), row("R2", "b", R"(["cited"])"),
                                 row("R3", "c", R"(["yes"])")});
  std::vector<error> errors;
  const auto cases = read_cases(book, std::make_shared<source_text>("t/cases.json", R"({ "cases": [
      { "name": "Both.", "on": "2020-01-01", "expect": { "early": "1", "cited": "1" } },
      { "name": "By its Latvian name.", "on": "2020-01-01", "expect": { "cited-LV": "1" } },
      { "name": "Nothing of theirs.", "on": "2021-01-01", "expect": { "next": "1", "unknown_name": "1" } } ] })"),
                                errors);
  ASSERT_TRUE(errors.empty());
  const auto rows = coverage_of(book, cases);
  EXPECT_EQ(rows[0].cases, 2U);
  EXPECT_EQ(rows[1].cases, 2U);
  EXPECT_EQ(rows[2].cases, 0U);
}

}  // namespace
