// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/decide/make_plan.hpp>
#include <slieksnis/decide/reform_changes.hpp>

#include "../support/reform_text.hpp"

namespace {

using namespace slieksnis;
using reform_text::change;
using rule_text::section;

std::string told(const rule_book& book, const plan& planned) {
  std::string result;
  for (const reform_change& one : reform_changes(book, {&planned}))
    result += (result.empty() ? "" : ", ") + book.at(one.definition).name + " " +
              to_string(one.rule->when.from) + (one.read ? " read" : " not read");
  return result;
}

TEST(reform_changes, tell_which_of_them_a_plan_reads) {
  const rule_book book = reform_text::book({reform_text::file(
      "r", {section("parameters", {change("rate", "2024-03-01", R"("to": "2024-09-01", "value": "0.30")"),
                                   change("grown", "2024-03-01", R"("value": "16")")})})});
  const std::vector<std::string_view> adults{"adults"};
  EXPECT_EQ(told(book, make_plan(book, *parse_date("2024-05-01"), adults)),
            "rate 2024-03-01 not read, grown 2024-03-01 read");
  const std::vector<std::string_view> plain{"plain_level"};
  EXPECT_EQ(told(book, make_plan(book, *parse_date("2024-05-01"), plain)),
            "rate 2024-03-01 read, grown 2024-03-01 not read");
  EXPECT_EQ(told(book, make_plan(book, *parse_date("2024-09-01"), plain)),
            "rate 2024-03-01 not read, grown 2024-03-01 not read");
}

/// `rate 2024-03-01 0.20 > 0.30 read`
std::string told(const rule_book& book, const std::vector<reform_change>& changes) {
  std::string result;
  const auto text = [](const version* of) {
    return of == nullptr ? std::string("-") : of->alternatives.front().source.text;
  };
  for (const reform_change& one : changes)
    result += (result.empty() ? "" : ", ") + book.at(one.definition).name + " " +
              to_string(one.rule->when.from) + " " + text(one.law) + " > " + text(one.rule) +
              (one.read ? " read" : "");
  return result;
}

TEST(reform_changes, stand_beside_what_they_take_the_place_of) {
  const rule_book book = reform_text::book({reform_text::file(
      "r",
      {section("parameters", {change("median", "2021-07-01", R"("to": "2022-07-01", "value": "900")")})})});
  EXPECT_EQ(told(book, reform_changes(benefit_book::book(), book, {})),
            "median 2021-07-01 400 > 900, median 2022-01-01 650.50 > 900");
}

TEST(reform_changes, are_read_whole_though_the_law_cuts_them_into_parts) {
  const rule_book book = reform_text::book({reform_text::file(
      "r",
      {section("parameters", {change("median", "2021-07-01", R"("to": "2022-07-01", "value": "900")")})})});
  const plan planned =
      make_plan(book, *parse_date("2022-02-01"), std::vector<std::string_view>{"plain_level"});
  EXPECT_EQ(told(book, reform_changes(benefit_book::book(), book, {&planned})),
            "median 2021-07-01 400 > 900 read, median 2022-01-01 650.50 > 900 read");
}

TEST(reform_changes, of_the_baseline_are_none) {
  const auto first = reform_text::file(
      "first", {section("parameters", {change("grown", "2024-01-01", R"("value": "16")")})});
  const auto second = reform_text::file(
      "second", {section("parameters", {change("rate", "2024-01-01", R"("value": "0.40")")})});
  const rule_book baseline = reform_text::book({first});
  const rule_book book = reform_text::book({first, second});
  EXPECT_EQ(told(book, reform_changes(baseline, book, {})), "rate 2024-01-01 0.20 > 0.40");
}

TEST(reform_changes, of_a_period_are_read_on_any_of_its_days) {
  const rule_book book = reform_text::book({reform_text::file(
      "r", {section("parameters", {change("rate", "2024-03-01", R"("to": "2024-09-01", "value": "0.30")"),
                                   change("grown", "2024-03-01", R"("value": "16")")})})});
  const std::vector<std::size_t> plain{*book.find("plain_level")};
  const auto in = [&](const char* from, const char* to) {
    return told(book,
                reform_changes(benefit_book::book(), book, plain, {}, {*parse_date(from), *parse_date(to)}));
  };
  EXPECT_EQ(in("2024-01-01", "2025-01-01"), "rate 2024-03-01 0.20 > 0.30 read, grown 2024-03-01 18 > 16");
  EXPECT_EQ(in("2024-08-31", "2025-01-01"), "rate 2024-03-01 0.20 > 0.30 read, grown 2024-03-01 18 > 16");
  EXPECT_EQ(in("2024-01-01", "2024-03-01"), "rate 2024-03-01 0.20 > 0.30, grown 2024-03-01 18 > 16");
  EXPECT_EQ(in("2024-09-01", "2025-01-01"), "rate 2024-03-01 0.20 > 0.30, grown 2024-03-01 18 > 16");
}

TEST(reform_changes, that_nothing_reads_are_told_once_a_name) {
  const rule_book book = reform_text::book({reform_text::file(
      "r", {section("parameters",
                    {change("median", "2021-07-01", R"("value": "900")"),
                     R"("rate": { "versions": [ { "from": "2023-01-01", "to": "2024-01-01", "value": "0.30" },
                                           { "from": "2024-01-01", "value": "0.40" } ] })"})})});
  EXPECT_EQ(told(book, unread(reform_changes(benefit_book::book(), book, {}))),
            "median 2021-07-01 400 > 900, rate 2023-01-01 0.20 > 0.30");
  const plan planned =
      make_plan(book, *parse_date("2024-02-01"), std::vector<std::string_view>{"plain_level"});
  EXPECT_EQ(told(book, unread(reform_changes(benefit_book::book(), book, {&planned}))), "")
      << "of two versions one is read, and that is enough";
}

}  // namespace
