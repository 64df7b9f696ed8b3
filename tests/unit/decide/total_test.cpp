// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <memory>
#include <slieksnis/decide/decide.hpp>
#include <slieksnis/decide/total.hpp>
#include <slieksnis/rule/load_rules.hpp>
#include <string>

namespace {

using namespace slieksnis;

/// A topic of benefits that are always granted: name, entity, unit, payment and what else is said of it.
std::string benefit(const std::string& name, const std::string& of, const std::string& unit,
                    const std::string& paid, const std::string& amount, const std::string& more = {}) {
  return "\"" + name + "\": { \"lv\": \"" + name +
         "_lv\", \"title\": { \"lv\": \"a\", \"en\": \"a\" }, \"of\": \"" + of + "\", \"unit\": \"" + unit +
         "\", \"paid\": \"" + paid + "\"" + more +
         ", \"versions\": [{ \"from\": \"2020-01-01\", \"entitled_if\": \"true\", \"amount\": \"" + amount +
         "\", \"round\": { \"to\": \"0.01\", \"mode\": \"half_up\", \"source\": \"act\" }, \"source\": "
         "\"act\" }] }";
}

rule_book book_of(const std::string& benefits) {
  const std::string text =
      R"({ "topic": "t", "title": { "lv": "t", "en": "t" }, "covers": { "from": "2020-01-01", "to": "2027-01-01" },
           "reviewed": "2026-01-01", "sources": { "act": { "act": { "lv": "a", "en": "a" }, "address": "https://a.lv", "kind": "law" } },
           "benefits": { )" +
      benefits + " } }";
  return load_rule_book({std::make_shared<source_text>("t/rule.json", text)});
}

std::vector<total> totals(const rule_book& book, std::size_t persons) {
  facts stated(book);
  for (std::size_t i = 0; i < persons; ++i) stated.add_person();
  std::vector<std::size_t> wanted;
  for (std::size_t id = 0; id < book.definitions().size(); ++id) wanted.push_back(id);
  const date on = std::chrono::year{2024} / 1 / 1;
  return totals_of(book, decide(make_plan(book, on, wanted, shape_of(stated)), stated, wanted));
}

TEST(total, adds_what_is_paid_for_the_same_time) {
  const rule_book book = book_of(benefit("once_a", "household", "EUR", "once", "100") + "," +
                                 benefit("monthly_a", "household", "EUR/month", "month", "10.50") + "," +
                                 benefit("monthly_b", "person", "EUR/month", "month", "20.25"));
  const auto sums = totals(book, 2);
  ASSERT_EQ(sums.size(), 2U);
  EXPECT_EQ(sums[0].paid, payment::month);
  EXPECT_EQ(sums[0].amount, rational(51));
  EXPECT_EQ(to_string(sums[0].measure), "EUR/month");
  EXPECT_EQ(sums[1].paid, payment::once);
  EXPECT_EQ(sums[1].amount, rational(100));
}

TEST(total, leaves_out_services_municipalities_and_what_is_marked) {
  const rule_book book =
      book_of(benefit("grant", "municipality", "EUR/month", "month", "1") + "," +
              benefit("days_granted", "household", "days", "service", "30") + "," +
              benefit("minimum", "household", "EUR/month", "month", "5", ", \"not_in_total\": true"));
  EXPECT_TRUE(totals(book, 1).empty());
}

TEST(total, counts_a_benefit_or_the_one_that_takes_its_place) {
  const rule_book book =
      book_of(benefit("ordinary", "household", "EUR/month", "month", "40") + "," +
              benefit("better", "household", "EUR/month", "month", "60", ", \"instead_of\": \"ordinary\""));
  const auto sums = totals(book, 1);
  ASSERT_EQ(sums.size(), 1U);
  EXPECT_EQ(sums[0].amount, rational(60));
}

}  // namespace
