// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/table/decide_rows.hpp>

#include "../support/benefit_book.hpp"
#include "read_rows.hpp"

namespace {

using namespace slieksnis;

const rule_book& book() { return benefit_book::book(); }

struct decided : read_rows::rows {
  decided(std::string_view text, std::vector<std::size_t> wanted, const char* household = "",
          const char* day = "")
      : rows(book(), options_for(household, day), text),
        households(book(), shared, columns),
        deciders(book(), shared, columns, std::move(wanted)),
        decisions(deciders) {
    households.group(*read);
    decisions.find_days(*read, households, *day == '\0' ? parse_date("2023-06-15") : std::optional<date>());
    households.spread_bad(*read);
    read->take_out_bad();
    decisions.decide(*read, households);
  }
  static batch_options options_for(const char* household, const char* day) {
    batch_options result;
    result.household_column = household;
    result.date_column = day;
    return result;
  }
  /// By row: outcome, amount and reason of the first benefit.
  [[nodiscard]] std::string shown() const {
    std::string result;
    std::size_t household = 0;
    for (std::size_t row = 0; row < read->size(); ++row) {
      while (row >= households.offsets()[household + 1]) ++household;
      if (row > 0) result += ", ";
      if (read->is_bad(row)) {
        result += "bad";
        continue;
      }
      const decision_place at =
          decisions.places().empty()
              ? decision_place{0, static_cast<std::uint32_t>(household), static_cast<std::uint32_t>(row)}
              : decisions.places()[row];
      const table_decisions& all = decisions.days()[at.day].decisions;
      const decision_column& column = all.columns[0];
      const std::size_t place = column.of_persons ? at.person : at.household;
      result += name_of(column.outcomes[place]);
      if (column.outcomes[place] == outcome::granted && !column.amounts.empty())
        result += " " + to_string(column.amount(place));
      if (column.reasons[place] != 0) result += " " + all.reasons[column.reasons[place]];
    }
    return result;
  }
  household_rows households;
  day_deciders deciders;
  row_decisions decisions;
};

std::vector<std::size_t> ids(const char* name) { return {*book().find(name)}; }

TEST(decide_rows, every_row_gets_its_decision) {
  const decided made("income;members;within_limits\n100,50;1;\n99999;1;\n50;1;no\n;1;\n50;;\n", ids("aid"));
  EXPECT_EQ(made.shown(),
            "granted 29.5, refused poor, refused poor, undetermined income, undetermined members");
}

TEST(decide_rows, persons_are_decided_with_their_household) {
  const decided made("h;born;wage\nA;1980-01-01;50\nA;2015-01-01;\nB;1980-01-01;500\n", ids("care"), "h");
  EXPECT_EQ(made.shown(), "granted 80, refused age >= grown, refused pay < level");
}

TEST(decide_rows, what_no_column_holds_is_decided_one_case_at_a_time) {
  const decided made("h;born;wage\nA;1980-01-01;50/50/51\nB;1980-01-01;50\nC;1980-01-01;0,01/0,02/0,02\n",
                     ids("care"), "h");
  EXPECT_EQ(made.shown(), "granted 79.67, granted 80, granted 129.98");
}

TEST(decide_rows, each_row_has_its_own_day) {
  const decided made(
      "h;born;wage;d\nA;1980-01-01;50;2023-06-15\nB;2005-06-16;50;2023-06-15\nC;2005-06-16;50;2023-06-16\n"
      "D;1980-01-01;50;2020-02-01\nE;1980-01-01;50;2023-06-15\nF;1980-01-01;1/1/2;2020-02-01\n",
      ids("care"), "h", "d");
  EXPECT_EQ(made.decisions.day_count(), 3U);
  EXPECT_EQ(made.shown(),
            "granted 80, refused age >= grown, granted 80, granted 50, granted 80, granted 98.67");
}

TEST(decide_rows, a_day_without_rules_is_an_error_of_its_rows) {
  const decided made("income;members;d\n50;1;2023-06-15\n50;1;1950-01-01\n", ids("aid"), "", "d");
  EXPECT_EQ(made.shown(), "granted 80, bad");
  EXPECT_EQ(made.bad(), "1: facts.date_span");
  EXPECT_EQ(made.read->errors.front().pointer(), "d");
}

TEST(decide_rows, the_same_days_share_a_plan) {
  const decided made("income;d\n1;2023-06-15\n2;2023-06-15\n", ids("third"), "", "d");
  day_deciders deciders(book(), made.shared, made.columns, ids("third"));
  EXPECT_EQ(deciders.at(*parse_date("2023-06-15")), deciders.at(*parse_date("2023-06-15")));
  EXPECT_EQ(deciders.at(*parse_date("1950-01-01"))->decider, nullptr);
}

}  // namespace
