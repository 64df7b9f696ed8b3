// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <slieksnis/rule/embedded_rules.hpp>
#include <slieksnis/rule/load_rules.hpp>

#include "../support/codes.hpp"
#include "../support/household_book.hpp"

namespace {

using namespace slieksnis;

std::vector<source_pointer> shipped() {
  std::vector<source_pointer> result;
  for (const auto& file : embedded_rule_files())
    result.push_back(std::make_shared<source_text>(std::string(file.path), std::string(file.bytes)));
  return result;
}

TEST(load_rules, tells_files_apart_by_their_whole_name) {
  EXPECT_EQ(role_of("rules/gmi/cases.json"), rule_file_role::cases);
  EXPECT_EQ(role_of("cases.json"), rule_file_role::cases);
  EXPECT_EQ(role_of("rules/sources.json"), rule_file_role::sources);
  EXPECT_EQ(role_of("rules/gmi/rule.json"), rule_file_role::rules);
  EXPECT_EQ(role_of("special-cases.json"), rule_file_role::rules);
  EXPECT_EQ(role_of("resources.json"), rule_file_role::rules);
  EXPECT_EQ(role_of("rules/gmi/law.md"), rule_file_role::other);
}

TEST(load_rules, loads_the_shipped_rules) {
  EXPECT_EQ(codes_of(check_rule_files(shipped())), "");
  const rule_book book = load_rule_book(shipped());
  EXPECT_TRUE(book.find("gmi_benefit"));
  EXPECT_TRUE(book.find("housing_benefit"));
  EXPECT_GE(book.topics().size(), 8U);
  EXPECT_GT(book.sources().size(), 50U);
}

TEST(load_rules, does_not_depend_on_the_order_of_files) {
  auto files = shipped();
  std::reverse(files.begin(), files.end());
  EXPECT_EQ(codes_of(check_rule_files(files)), "");
}

TEST(load_rules, reads_a_definition_with_all_it_says) {
  const rule_book book = rule_text::book({rule_text::section(
      "facts",
      {rule_text::asked(
          "pay",
          R"("of": "household", "unit": "EUR/month", "minimum": "1.50", "maximum": "99", "averaged": true,
        "group": "money", "default": { "value": "2.50", "source": "s" })")})});
  const definition& pay = book.at(*book.find("pay"));
  EXPECT_EQ(pay.kind, definition_kind::fact);
  EXPECT_EQ(pay.of, entity::household);
  EXPECT_EQ(pay.latvian, "pay_lv");
  EXPECT_EQ(pay.title, (words{"pay", "pay"}));
  EXPECT_EQ(pay.decimals, 2) << "money has cents";
  EXPECT_EQ(pay.minimum, rational(3, 2));
  EXPECT_EQ(pay.maximum, rational(99));
  EXPECT_TRUE(pay.averaged);
  EXPECT_EQ(pay.group, "money");
  ASSERT_TRUE(pay.otherwise);
  EXPECT_EQ(pay.otherwise->what, value{rational(5, 2)});
  EXPECT_TRUE(pay.otherwise->by_law);
}

TEST(load_rules, ends_each_version_where_the_next_begins) {
  const rule_book& book = household_book::book();
  const definition& level = book.at(*book.find("level"));
  EXPECT_EQ(level.versions[0].when, (period{*parse_date("2020-01-01"), *parse_date("2025-01-01")}));
  EXPECT_EQ(level.versions[1].when, (period{*parse_date("2025-01-01"), *parse_date("2030-01-01")}));
}

TEST(load_rules, throws_every_error_of_every_file) {
  const std::vector<source_pointer> files{
      std::make_shared<source_text>("a/rule.json", "{"),
      std::make_shared<source_text>("b/rule.json", "[]"),
      std::make_shared<source_text>("sources.json", "{}"),
      std::make_shared<source_text>("b/law.md", "not read"),
      std::make_shared<source_text>("b/cases.json", "{ not read"),
  };
  try {
    static_cast<void>(load_rule_book(files));
    FAIL() << "nothing was thrown";
  } catch (const unusable& thrown) {
    std::set<std::string> names;
    for (const auto& one : thrown.errors()) names.insert(one.file());
    EXPECT_EQ(names, (std::set<std::string>{"a/rule.json", "b/rule.json", "sources.json"}));
  }
}

TEST(load_rules, reads_names_declared_in_another_file) {
  using namespace rule_text;
  const auto second = [](std::string text) {
    const auto at = text.find("\"t\"");
    text.replace(at, 3, "\"u\"");
    const auto sources = text.find("\"sources\"");
    return text.erase(sources, text.find("} }", sources) + 5 - sources);
  };
  const std::string other = second(
      file({section("variables", {computed("twice", R"("of": "country", "unit": "1")", "2 * once")})}));
  const std::vector<source_pointer> both{
      std::make_shared<source_text>("u/rule.json", other),
      std::make_shared<source_text>(
          "t/rule.json",
          file({section("variables", {computed("once", R"("of": "country", "unit": "1")", "1")})}))};
  EXPECT_EQ(codes_of(check_rule_files(both)), "") << other;
}

}  // namespace
