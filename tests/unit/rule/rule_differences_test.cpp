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

}  // namespace
