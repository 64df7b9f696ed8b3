// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/rule/rule_differences.hpp>

#include "../support/reform_text.hpp"

namespace {

using namespace slieksnis;
using reform_text::change;
using rule_text::section;

std::string told(const std::vector<rule_difference>& all) {
  std::string result;
  const auto text = [](const version* of) {
    return of == nullptr ? std::string("-") : of->alternatives.front().source.text;
  };
  for (const rule_difference& one : all)
    result += (result.empty() ? "" : "; ") + (one.before != nullptr ? one.before : one.after)->name + " " +
              to_string(one.when.from) + ".." + to_string(one.when.to) + " " + text(one.old_rule) + " > " +
              text(one.new_rule);
  return result;
}

TEST(rule_differences, of_a_book_and_itself_are_none) {
  EXPECT_EQ(told(differences(benefit_book::book(), benefit_book::book())), "");
}

TEST(rule_differences, tell_the_days_on_which_a_name_has_another_figure) {
  const rule_book book = reform_text::book({reform_text::file(
      "r",
      {section("parameters", {change("median", "2021-07-01", R"("to": "2022-07-01", "value": "900")")})})});
  EXPECT_EQ(told(differences(benefit_book::book(), book)),
            "median 2021-07-01..2022-01-01 400 > 900; median 2022-01-01..2022-07-01 650.50 > 900");
  EXPECT_EQ(told(differences(book, benefit_book::book())),
            "median 2021-07-01..2022-01-01 900 > 400; median 2022-01-01..2022-07-01 900 > 650.50");
}

TEST(rule_differences, tell_what_only_one_book_has) {
  const rule_book book = reform_text::book({reform_text::file(
      "r", {section("parameters",
                    {rule_text::named("bonus", R"("unit": "1", )" +
                                                   rule_text::versions(
                                                       {R"({ "from": "2024-01-01", "value": "5" })"}))})})});
  EXPECT_EQ(told(differences(benefit_book::book(), book)), "bonus 2024-01-01..2030-01-01 - > 5");
}

TEST(rule_differences, tell_a_change_of_source_alone) {
  const rule_book book = reform_text::book({reform_text::file(
      "r", {section("parameters", {change("rate", "2024-01-01", R"("value": "0.20")")})})});
  const auto found = differences(benefit_book::book(), book);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found[0].only_sources());
  EXPECT_FALSE(found[0].same_sources);
}

rule_book small(const std::vector<std::string>& facts, const std::vector<std::string>& variables) {
  return rule_text::book({section("facts", facts), section("variables", variables)});
}

TEST(rule_differences, tell_that_a_name_means_something_else) {
  using rule_text::asked;
  const auto days = [](const char* rest) {
    return asked("days", R"("of": "household", "unit": "days", "decimals": 0, )" + std::string(rest));
  };
  const rule_book before = small({days(R"("minimum": "0", "maximum": "30")")}, {});
  EXPECT_TRUE(differences(before, small({days(R"("minimum": "0", "maximum": "30")")}, {})).empty());
  for (const char* other :
       {R"("minimum": "0", "maximum": "60")", R"("minimum": "1", "maximum": "30")",
        R"("minimum": "0", "maximum": "30", "default": { "value": "3", "source": "s" })"}) {
    const rule_book after = small({days(other)}, {});
    const auto found = differences(before, after);
    ASSERT_EQ(found.size(), 1U) << other;
    EXPECT_TRUE(found[0].of_meaning());
    EXPECT_FALSE(found[0].only_sources());
  }
  const rule_book other_unit = small({asked("days", R"("of": "household", "unit": "1", "decimals": 0,
                                              "minimum": "0", "maximum": "30")")},
                                     {});
  EXPECT_EQ(differences(before, other_unit).size(), 1U);
  EXPECT_EQ(differences(before, small({asked("other", R"("of": "household", "unit": "1")")}, {})).size(), 2U)
      << "one that is gone and one that is new";
}

TEST(rule_differences, tell_another_review_and_another_way_to_choose_rows) {
  const auto book = [](const char* version) {
    return small(
        {rule_text::asked("alone", R"("of": "household", "type": "boolean")")},
        {rule_text::named("level", R"("of": "household", "unit": "1", )" +
                                       rule_text::versions({rule_text::since("2020-01-01", version)}))});
  };
  const auto differ = [&](const char* a, const char* b) {
    const rule_book before = book(a);
    const rule_book after = book(b);
    return !differences(before, after).empty();
  };
  const char* unique = R"("table": { "inputs": ["alone"], "hit": "unique", "rows": [
      { "when": ["true"], "value": "1" }, { "when": ["false"], "value": "3" } ] })";
  const char* first = R"("table": { "inputs": ["alone"], "hit": "first", "rows": [
      { "when": ["true"], "value": "1" }, { "when": ["false"], "value": "3" } ] })";
  EXPECT_FALSE(differ(unique, unique));
  EXPECT_TRUE(differ(unique, first));
  EXPECT_TRUE(differ(R"("formula": "2")", R"("formula": "2", "reviewed_each": "01-01")"));
  EXPECT_TRUE(differ(R"("formula": "2")",
                     R"("formula": "2", "round": { "to": "1", "mode": "up", "source": "assumed" })"));
}

}  // namespace
