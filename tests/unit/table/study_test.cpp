// SPDX-License-Identifier: Apache-2.0
#include <slieksnis/table/study.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../support/codes.hpp"
#include "../support/reform_text.hpp"
#include "text_batch.hpp"

namespace {

using namespace slieksnis;
using ::testing::HasSubstr;

const rule_book& law() { return benefit_book::book(); }
const rule_book& raised() {
  static const rule_book result = reform_text::book({reform_text::file(
      "raise",
      {R"("parameters": { )" + reform_text::change("rate", "2023-01-01", R"("value": "0.50")") + " }"})});
  return result;
}

study_options asked(std::initializer_list<const char*> names) {
  study_options result;
  for (const char* name : names) result.rows.wanted.push_back(*law().find(name));
  result.rows.file = "t.csv";
  result.scenarios.push_back({"law", &law(), facts(law()), parse_date("2023-06-15")});          // level 130
  result.scenarios.push_back({"raise", &raised(), facts(raised()), parse_date("2023-06-15")});  // level 300
  return result;
}

struct made {
  study_result result;
  std::string rows;
  std::string rejected;
};

made run(const study_options& options, const std::string& text) {
  text_batch::source in(text);
  text_batch::sink rows;
  text_batch::sink rejected;
  made result;
  result.result = run_study(options, in, &rows, &rejected);
  result.rows = rows.text;
  result.rejected = rejected.text;
  return result;
}

std::string shown(const study_count& count) {
  return std::to_string(count.rows) + (count.weight == rational(static_cast<std::int64_t>(count.rows))
                                           ? ""
                                           : "*" + to_string(count.weight));
}

/// `granted refused undetermined: amount; newly no_longer winners losers unknown: gain loss`.
std::string shown(const study_figures& of, bool compared) {
  std::string result = shown(of.granted) + " " + shown(of.refused) + " " + shown(of.undetermined) + ": " +
                       to_string(of.amount);
  if (compared)
    result += "; " + shown(of.newly) + " " + shown(of.no_longer) + " " + shown(of.winners) + " " +
              shown(of.losers) + " " + shown(of.unknown) + ": " + to_string(of.gain) + " " +
              to_string(of.loss);
  return result;
}

std::string figures(const study_result& of, std::size_t scenario, std::size_t measure = 0) {
  return shown(of.figures(of.all, scenario, measure), scenario > 0);
}

/// `a 2, b 1, ? 1`: the groups of a table and how many households each has.
std::string groups(const study_table& of) {
  std::string result;
  for (const study_group& one : of.groups) {
    result += (result.empty() ? "" : ", ");
    if (one.unknown)
      result += "?";
    else if (one.part > 0)
      result += "#" + std::to_string(one.part);
    result += one.value;
    if (one.from) result += to_string(*one.from);
    if (one.to) result += ".." + to_string(*one.to);
    result += " " + shown(one.households);
  }
  return result;
}

std::string errors_of(const study_options& options, const std::string& text) {
  try {
    static_cast<void>(run(options, text));
  } catch (const unusable& problem) {
    return problem.text(language::en);
  }
  return {};
}

TEST(study, tells_who_gains_and_what_it_costs) {
  const auto of = run(asked({"aid", "poor"}), "id,income,members\n1,50,1\n2,200,1\n3,,1\n4,9999,1\n");
  EXPECT_EQ(figures(of.result, 0), "1 2 1: 80");
  EXPECT_EQ(figures(of.result, 1), "2 1 1: 350; 1 0 2 0 1: 270 0");
  EXPECT_EQ(figures(of.result, 0, 1), "2 1 1: 0");
  EXPECT_EQ(of.rows,
            "id,income,members,aid_before,aid_after,aid_change,poor_before,poor_after\n"
            "1,50,1,80.00,250.00,170.00,granted,granted\n"
            "2,200,1,0.00,100.00,100.00,granted,granted\n"
            "3,,1,,,,,\n"
            "4,9999,1,0.00,0.00,0.00,refused,refused\n");
  EXPECT_EQ(of.result.rows.rows, 4U);
  EXPECT_EQ(of.result.plans.size(), 2U);
  EXPECT_FALSE(of.result.weighted);
}

TEST(study, a_household_stands_for_as_many_as_its_weight_says) {
  study_options options = asked({"aid"});
  options.weight_column = "w";
  const auto of = run(options, "income,members,w\n50,1,2.5\n200,1,0\n9999,1,1000.000000001\n");
  EXPECT_EQ(figures(of.result, 0), "1*2.5 2*1000.000000001 0: 200");
  EXPECT_EQ(figures(of.result, 1), "2*2.5 1*1000.000000001 0: 625; 1*0 0 2*2.5 0 0: 425 0");
  EXPECT_EQ(to_string(of.result.all.households.weight), "1002.500000001");
  EXPECT_THAT(errors_of(options, "income,members,w\n50,1,\n"),
              HasSubstr("the household's weight; found an empty cell"));
  EXPECT_THAT(errors_of(options, "income,members,w\n50,1,-1\n"), HasSubstr("t.csv:2:6"));
  EXPECT_THAT(errors_of(options, "income,members,w\n50,1,0.0000000001\n"),
              HasSubstr("at most 9 decimal places"));
  EXPECT_THAT(errors_of(options, "income,members,v\n50,1,1\n"), HasSubstr("the column \"w\""));
}

TEST(study, groups_by_value_class_part_and_column) {
  study_options options = asked({"aid"});
  options.groups = {{"group", false, {}, 0},
                    {"members", false, {}, 0},
                    {"income", false, {rational(100), rational(300)}, 0},
                    {"income", false, {}, 3},
                    {"place", true, {}, 0},
                    {"poor", false, {}, 0}};
  const auto of = run(options,
                      "income,members,group,place\n0,1,b,zone 10\n0,2,a,zone 9\n0,3,,\n100,2,b,zone 9\n"
                      "299.99,1,b,zone 9\n9999,1,a,x\n,1,b,x\n");
  ASSERT_EQ(of.result.tables.size(), 6U);
  EXPECT_EQ(groups(of.result.tables[0]), "a 2, b 4, ? 1");
  EXPECT_EQ(groups(of.result.tables[1]), "1 4, 2 2, 3 1");
  EXPECT_EQ(groups(of.result.tables[2]), "..100 3, 100..300 2, 300 1, ? 1");
  // Half of the known households have nothing: all of them are in the first third, and the second one is
  // short.
  EXPECT_EQ(groups(of.result.tables[3]), "#10..0 3, #2100..100 1, #3299.99..9999 2, ? 1");
  EXPECT_EQ(groups(of.result.tables[4]), "x 2, zone 9 3, zone 10 1, ? 1");
  EXPECT_EQ(groups(of.result.tables[5]), "granted 4, refused 2, ? 1");
}

TEST(study, what_a_grouping_cannot_be_is_said) {
  const std::string text = "income,members,place\n1,1,x\n";
  const auto wrong = [&](grouping by) {
    study_options options = asked({"aid"});
    options.groups = {std::move(by)};
    return errors_of(options, text);
  };
  EXPECT_THAT(wrong({"incme", false, {}, 0}), HasSubstr("income"));
  EXPECT_THAT(wrong({"group", false, {}, 10}), HasSubstr("a number, which can be parted or classed"));
  EXPECT_THAT(wrong({"place", true, {}, 10}), HasSubstr("a number, which can be parted or classed"));
  EXPECT_THAT(wrong({"income", false, {rational(2), rational(2)}, 0}), HasSubstr("bounds that rise"));
  EXPECT_THAT(wrong({"first_claim", false, {}, 0}), HasSubstr("a number, a choice, a status or yes and no"));
  EXPECT_THAT(wrong({"age", false, {}, 0}), HasSubstr("rows that are persons"));
  EXPECT_THAT(wrong({"nowhere", true, {}, 0}), HasSubstr("the column \"nowhere\""));
}

TEST(study, the_oldest_person_tells_the_age_of_a_household) {
  study_options options = asked({"aid"});
  options.rows.household_column = "id";
  options.groups = {{"age", false, {rational(18), rational(65)}, 0}};
  const auto of =
      run(options, "id,born,income\n1,1950-01-01,0\n1,2015-01-01,0\n2,1990-01-01,5\n2,1991-01-01,\n3,,7\n");
  EXPECT_EQ(groups(of.result.tables[0]), "18..65 1, 65 1, ? 1");
  EXPECT_EQ(of.result.rows.households, 3U);
  EXPECT_EQ(of.result.rows.persons, 5U);
}

TEST(study, what_is_missing_to_a_threshold) {
  study_options options = asked({"aid"});
  options.threshold = "level";
  options.income = "income";
  options.scenarios[1].shared = facts(raised());
  const auto of = run(options, "income,members\n50,1\n110,3\n5000,1\n");
  ASSERT_EQ(of.result.measures.size(), 2U);
  EXPECT_EQ(of.result.measures[1].quantity, study_quantity::shortfall);
  // Aid fills a household of one up to the level; with more members it is above.
  EXPECT_EQ(figures(of.result, 0, 1), "0 3 0: 0");
  options.threshold = "incme";
  EXPECT_THAT(errors_of(options, "income,members\n50,1\n"), HasSubstr("income"));
}

TEST(study, bad_rows_count_nowhere) {
  study_options options = asked({"aid"});
  options.rows.on_error = bad_rows::mark;
  options.groups = {{"members", false, {}, 0}};
  const auto of = run(options, "income,members\n50,1\nx,1\n200,1\n");
  EXPECT_EQ(figures(of.result, 0), "1 1 0: 80");
  EXPECT_EQ(groups(of.result.tables[0]), "1 2");
  EXPECT_EQ(of.result.rows.bad_rows, 1U);
  EXPECT_EQ(of.rows,
            "income,members,aid_before,aid_after,aid_change\n50,1,80.00,250.00,170.00\nx,1,,,\n200,1,0.00,"
            "100.00,100.00\n");
  EXPECT_THAT(of.rejected, HasSubstr("x,1,3: facts.amount: income"));
}

TEST(study, ndjson_has_members_behind) {
  study_options options = asked({"aid"});
  options.scenarios.pop_back();
  const auto of = run(options, "{\"income\": 50, \"members\": 1}\n{}\n");
  EXPECT_EQ(of.rows, "{\"income\": 50, \"members\": 1,\"aid\":\"80.00\"}\n{\"aid\":null}\n");
}

TEST(study, scenarios_need_not_be_compared) {
  study_options options = asked({"aid"});
  options.compares = false;
  const auto of = run(options, "income,members\n50,1\n200,1\n");
  EXPECT_EQ(figures(of.result, 1), "2 0 0: 350; 0 0 0 0 0: 0 0");
}

}  // namespace
