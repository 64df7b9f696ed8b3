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

}  // namespace
