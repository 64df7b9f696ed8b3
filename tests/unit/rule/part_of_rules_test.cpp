// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <slieksnis/rule/part_of_rules.hpp>
#include <string>

namespace {

using namespace slieksnis;

std::set<std::string> topics_for(const std::vector<std::string_view>& texts) {
  std::set<std::string> result;
  for (const auto& file : part_of_rules(embedded_rule_files(), texts)) {
    if (role_of(file->name()) != rule_file_role::rules) continue;
    const std::string folder = file->name().substr(0, file->name().rfind('/'));
    result.insert(folder.substr(folder.rfind('/') + 1));
  }
  return result;
}

TEST(part_of_rules, holds_the_topic_of_a_name_and_all_that_it_builds_on) {
  const auto topics = topics_for({"gmi-benefit"});
  for (const char* needed : {"gmi", "household", "income", "median", "poverty"})
    EXPECT_TRUE(topics.contains(needed)) << needed;
  EXPECT_FALSE(topics.contains("housing"));
  EXPECT_FALSE(topics.contains("care-leavers"));
}

TEST(part_of_rules, knows_names_as_people_type_them) {
  const auto topics = topics_for({"gmi_benefit"});
  EXPECT_EQ(topics_for({"GMI-pabalsts"}), topics);
  EXPECT_EQ(topics_for({"--gmi-benefit"}), topics);
  EXPECT_EQ(topics_for({R"({ "gmi_benefit": "5" })"}), topics);
  EXPECT_EQ(topics_for({"gmi_benefit*2 + 1"}), topics);
}

/// One meaning can be told from two only where all of them are there.
TEST(part_of_rules, holds_the_topics_of_all_names_that_a_word_is_short_for) {
  std::set<std::string> names;
  for (const auto& file : part_of_rules(embedded_rule_files(), {}, false, {"bern"}))
    names.insert(file->name());
  EXPECT_TRUE(names.contains("rules/birth-benefit/rule.json")) << "bērna_piedzimšanas_pabalsts";
  EXPECT_TRUE(names.contains("rules/household/rule.json")) << "bērns";
  EXPECT_FALSE(names.contains("rules/housing/rule.json"));
  EXPECT_TRUE(part_of_rules(embedded_rule_files(), {}, false, {"be"}).size() == 1U) << "too short";
  EXPECT_TRUE(names_a_decision(embedded_rule_files(), "gmi-pab"));
  EXPECT_FALSE(names_a_decision(embedded_rule_files(), "gm"));
}

TEST(part_of_rules, knows_further_names) {
  EXPECT_EQ(topics_for({"vsnp"}), topics_for({"state-social-security-benefit"}));
  EXPECT_TRUE(names_a_decision(embedded_rule_files(), "ĢVP"));
}

TEST(part_of_rules, of_no_name_is_the_sources_alone) {
  const auto files = part_of_rules(embedded_rule_files(), {"no", "such-name", "12,50"});
  ASSERT_EQ(files.size(), 1U);
  EXPECT_EQ(files.front()->name(), "rules/sources.json");
}

TEST(part_of_rules, can_hold_all_that_decides) {
  std::set<std::string> deciding;
  for (const auto& file : part_of_rules(embedded_rule_files(), {}, true)) deciding.insert(file->name());
  for (const auto& file : embedded_rule_files())
    EXPECT_TRUE(file.decides.empty() || deciding.contains(std::string(file.path))) << file.path;
  EXPECT_TRUE(names_a_decision(embedded_rule_files(), "GMI-pabalsts"));
  EXPECT_TRUE(names_a_decision(embedded_rule_files(), "poor_household"));
  EXPECT_FALSE(names_a_decision(embedded_rule_files(), "gmi_level"));
}

/// The order of the files, and so of the definitions, is the same whatever is asked for.
TEST(part_of_rules, keeps_the_order_of_the_files) {
  const auto files = part_of_rules(embedded_rule_files(), {"housing_benefit", "care_leaver"});
  EXPECT_TRUE(std::is_sorted(files.begin(), files.end(),
                             [](const auto& a, const auto& b) { return a->name() < b->name(); }));
}

TEST(part_of_rules, of_each_topic_is_a_book_for_answers) {
  for (const auto& file : embedded_rule_files()) {
    if (role_of(file.path) != rule_file_role::rules) continue;
    EXPECT_NE(file.uses, "*") << file.path << " does not say what it uses";
    EXPECT_NO_THROW({
      const rule_book book =
          load_rule_book(part_of_rules(embedded_rule_files(), {file.defines}), book_use::answers);
      EXPECT_TRUE(book.partial());
    }) << file.path;
  }
}

}  // namespace
