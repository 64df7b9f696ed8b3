// SPDX-License-Identifier: Apache-2.0
// Every case beside the rules gets the decision it names, and every published figure follows from the rules.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <slieksnis/decide/decide.hpp>
#include <slieksnis/decide/prove.hpp>
#include <slieksnis/facts/load_facts.hpp>
#include <slieksnis/render/json.hpp>
#include <slieksnis/rule/part_of_rules.hpp>
#include <string>

#include "shipped_rules.hpp"

namespace {

using namespace slieksnis;

class rules_cases : public testing::TestWithParam<std::string> {};

TEST_P(rules_cases, every_case_holds) {
  for (const auto& [topic, file] : shipped::case_files()) {
    if (topic != GetParam()) continue;
    const auto result = run_cases(shipped::book(), {file});
    EXPECT_GT(result.passed, 0U);
    EXPECT_EQ(result.failed, 0U);
    EXPECT_TRUE(result.errors.empty()) << shipped::text_of(result.errors);
  }
}

std::vector<std::string> topics_with_cases() {
  std::vector<std::string> result;
  for (const auto& [topic, file] : shipped::case_files()) result.push_back(topic);
  return result;
}

std::string test_name(const testing::TestParamInfo<std::string>& topic) {
  std::string result = topic.param;
  std::replace(result.begin(), result.end(), '-', '_');
  return result;
}

INSTANTIATE_TEST_SUITE_P(topic, rules_cases, testing::ValuesIn(topics_with_cases()), test_name);

TEST(rules_cases, every_topic_has_cases) {
  std::vector<std::string> topics;
  for (const topic& one : shipped::book().topics()) topics.push_back(one.name);
  auto with_cases = topics_with_cases();
  std::sort(topics.begin(), topics.end());
  std::sort(with_cases.begin(), with_cases.end());
  EXPECT_EQ(topics, with_cases);
}

TEST(rules_cases, names_are_unique_over_all_topics) {
  std::set<std::string> names;
  for (const auto& one : shipped::cases()) EXPECT_TRUE(names.insert(one.name).second) << one.name;
}

/// Everything that an answer to a case says, from this book.
std::string answer_from(const rule_book& book, const source_pointer& facts_text, date on,
                        const std::vector<std::string>& names) {
  const case_file read = load_facts(book, facts_text);
  std::vector<std::size_t> wanted;
  for (const auto& name : names) wanted.push_back(*book.find_spoken(name));
  answer given;
  given.on = on;
  given.wanted_by_name = true;
  given.decisions = decide(make_plan(book, on, wanted, shape_of(read.stated)), read.stated, wanted);
  return render_json(book, read.stated, given, {language::lv, true});
}

// The program reads only the topics that an answer needs; nobody may notice.
TEST_P(rules_cases, a_part_of_the_rules_answers_as_all_of_them_do) {
  constexpr std::size_t tried = 5;
  for (const auto& [topic, file] : shipped::case_files()) {
    if (topic != GetParam()) continue;
    std::vector<error> errors;
    const json_tree cases(*parse_json(file, errors)->find("cases"));
    for (std::size_t i = 0; i < cases.items.size(); i += 1 + cases.items.size() / tried) {
      const json_node& one = cases.items[i];
      std::vector<std::string> names;
      for (const json_key& key : one.find("expect")->keys) {
        const auto kind = shipped::book().at(*shipped::book().find_spoken(key.name)).kind;
        if (kind == definition_kind::benefit || kind == definition_kind::status) names.emplace_back(key.name);
      }
      const json_node* facts = one.find("facts");
      const auto text = std::make_shared<source_text>(
          "facts", facts == nullptr ? std::string("{}")
                                    : std::string(file->bytes().substr(
                                          facts->where.begin, facts->where.end - facts->where.begin)));
      std::vector<std::string_view> texts(names.begin(), names.end());
      texts.push_back(text->bytes());
      const auto part = load_rule_book(part_of_rules(embedded_rule_files(), texts), book_use::answers);
      const date on = *parse_date(one.find("on")->text);
      EXPECT_EQ(answer_from(part, text, on, names), answer_from(shipped::book(), text, on, names))
          << one.find("name")->text;
    }
  }
}

cases_result run_text(std::string cases) {
  return run_cases(shipped::book(), {std::make_shared<source_text>("wrong/cases.json", std::move(cases))});
}

std::string one_cent_short(std::string_view expect) {
  return R"({ "cases": [ { "name": "One cent short.", "on": "2025-03-01",
    "facts": { "household": { "members": 1, "income": "165.99" } }, "expect": )" +
         std::string(expect) + " } ] }";
}

TEST(rules_cases, a_wrong_case_fails) {
  EXPECT_EQ(
      run_text(one_cent_short(R"({ "gmi_benefit": { "outcome": "granted", "amount": "0.01" } })")).failed,
      0U);
  for (const char* wrong :
       {R"({ "gmi_benefit": { "outcome": "granted", "amount": "0.02" } })",
        R"({ "gmi_benefit": { "outcome": "refused" } })", R"({ "gmi_level": "165" })",
        R"({ "low_income_household": { "outcome": "undetermined", "needs": ["wage"] } })"}) {
    const auto result = run_text(one_cent_short(wrong));
    EXPECT_EQ(result.failed, 1U) << wrong;
    EXPECT_NE(shipped::text_of(result.errors).find("One cent short."), std::string::npos) << wrong;
  }
}

// What only a longer list of persons makes necessary is not asked of a person living alone.
TEST(rules_cases, the_threshold_of_further_persons_is_asked_only_where_there_are_some) {
  const auto needed_for = [](int members) {
    facts stated(shipped::book());
    stated.set("members", members).set("income", "300");
    std::string names;
    const auto found = decide(shipped::book(), *parse_date("2025-03-01"), "low_income_household", stated);
    for (const need& one : found.needs) names += shipped::book().at(one.definition).name + " ";
    return names;
  };
  EXPECT_EQ(needed_for(1), "low_income_first ");
  EXPECT_EQ(needed_for(2), "low_income_first low_income_next ");
}

TEST(rules_published, every_figure_follows_from_the_rules) {
  const auto errors = prove_published(shipped::book());
  EXPECT_TRUE(errors.empty()) << shipped::text_of(errors);
  EXPECT_GT(prove_figures(shipped::book()).size(), 90U);
}

TEST(rules_published, a_wrong_figure_fails) {
  const std::string right =
      R"({ "of": "gmi_first", "on": "2024-01-01", "value": "137", "source": "lm-2024" })";
  const std::string wrong =
      R"({ "of": "gmi_first", "on": "2024-01-01", "value": "138", "source": "lm-2024" })";
  auto files = shipped::files();
  for (auto& file : files) {
    if (file->name() != "rules/gmi/rule.json") continue;
    std::string text(file->bytes());
    const auto at = text.find(right);
    ASSERT_NE(at, std::string::npos);
    file = std::make_shared<source_text>(file->name(), text.replace(at, right.size(), wrong));
  }
  const auto errors = prove_published(load_rule_book(files));
  ASSERT_EQ(errors.size(), 1U) << shipped::text_of(errors);
  EXPECT_EQ(errors[0].code(), error_code::rule_published);
  EXPECT_EQ(errors[0].file(), "rules/gmi/rule.json");
}

}  // namespace
