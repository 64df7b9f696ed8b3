// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/rule/embedded_rules.hpp>
#include <slieksnis/rule/load_rules.hpp>

#include "../support/household_book.hpp"

namespace {

using namespace slieksnis;

std::vector<source_pointer> shipped() {
  std::vector<source_pointer> result;
  for (const auto& file : embedded_rule_files())
    result.push_back(std::make_shared<source_text>(std::string(file.path), std::string(file.bytes)));
  return result;
}

TEST(rule_book, finds_exact_names) {
  const rule_book& book = household_book::book();
  ASSERT_TRUE(book.find("income"));
  EXPECT_EQ(book.at(*book.find("income")).name, "income");
  EXPECT_FALSE(book.find("Income"));
  EXPECT_FALSE(book.find("income_lv"));
  EXPECT_FALSE(book.find(""));
}

TEST(rule_book, finds_names_as_people_type_them) {
  const rule_book& book = household_book::book();
  for (const char* name : {"income", "Income", "INCOME", "income_lv", "Income-LV", "income lv"})
    EXPECT_EQ(book.find_spoken(name), book.find("income")) << name;
  EXPECT_FALSE(book.find_spoken("incomes"));
  const rule_book shipped_book = load_rule_book(shipped());
  for (const char* name :
       {"mājokļa_pabalsts", "Mājokļa-pabalsts", "majokla-pabalsts", "MAJOKLA PABALSTS", "housing-benefit"})
    EXPECT_EQ(shipped_book.find_spoken(name), shipped_book.find("housing_benefit")) << name;
}

TEST(rule_book, knows_the_source_of_every_version) {
  const rule_book& book = household_book::book();
  const version& first = book.at(*book.find("level")).versions[0];
  ASSERT_EQ(first.sources.size(), 1U);
  EXPECT_EQ(book.sources()[first.sources[0]].name(language::en), "Law, Section 1");
  EXPECT_EQ(book.sources()[first.sources[0]].address, "https://example.org");
}

TEST(rule_book, spans_its_benefits_and_without_any_its_topics) {
  EXPECT_EQ(household_book::book().span(), (period{*parse_date("2020-01-01"), *parse_date("2030-01-01")}));
  const rule_book one = rule_text::book({rule_text::section(
      "benefits",
      {rule_text::named("aid", R"("of": "household", "unit": "EUR/month", "paid": "month", "versions": [
        { "from": "2022-01-01", "to": "2024-01-01", "entitled_if": "true", "amount": "0",
          "round": { "to": "0.01", "mode": "half_up", "source": "assumed" }, "source": "s" }])")})});
  EXPECT_EQ(one.span(), (period{*parse_date("2022-01-01"), *parse_date("2024-01-01")}));
}

TEST(rule_book, says_units_and_groups_in_words) {
  const rule_book book =
      rule_text::book({R"("units": { "EUR/month": { "lv": "eiro mēnesī", "en": "euro a month" } })",
                       R"("groups": { "money": { "assumed": { "lv": "Nav citu.", "en": "No other." } } })"});
  EXPECT_EQ(book.unit_words("EUR/month").lv, "eiro mēnesī");
  EXPECT_EQ(book.unit_words("years"), (words{"years", "years"}));
  EXPECT_TRUE(book.unit_words("1").empty());
  EXPECT_EQ(book.group_words("money").en, "No other.");
  EXPECT_TRUE(book.group_words("other").empty());
}

}  // namespace
