// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <slieksnis/table/table_columns.hpp>

#include "../support/benefit_book.hpp"
#include "../support/codes.hpp"

namespace {

using namespace slieksnis;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const rule_book& book() { return benefit_book::book(); }

batch_options wanting(std::initializer_list<const char*> names) {
  batch_options result;
  for (const char* name : names) result.wanted.push_back(*book().find(name));
  result.on = parse_date("2023-06-15");
  result.file = "t.csv";
  return result;
}

struct reading {
  explicit reading(const std::vector<std::string>& headers, const batch_options& options = wanting({"aid"}),
                   const facts& shared = facts(book())) {
    std::vector<std::pair<std::string, place>> places;
    const auto line = std::make_shared<source_text>("t.csv", "header");
    for (const std::string& one : headers) places.emplace_back(one, place{line, {0, 1}, {}});
    columns = read_columns(book(), shared, options, places, errors);
  }
  [[nodiscard]] std::string uses() const {
    constexpr std::array<const char*, 6> names{"fact", "household", "day", "weight", "group", "passed"};
    std::string result;
    for (const batch_column& one : columns.columns) {
      result += (result.empty() ? "" : " ") + std::string(names[static_cast<std::size_t>(one.use)]);
      if (one.use == column_use::fact) result += ":" + book().at(one.definition).name;
    }
    return result;
  }
  table_columns columns;
  std::vector<error> errors;
};

TEST(table_columns, names_of_facts_are_found_as_people_say_them) {
  const reading read({"Income", "COSTS_LV", "Within-Limits", "comment"});
  EXPECT_EQ(read.uses(), "fact:income fact:costs fact:within_limits passed");
  EXPECT_THAT(read.columns.lanes, ElementsAre(0U, 1U, 2U, table_columns::none));
  EXPECT_THAT(read.errors, IsEmpty());
  EXPECT_FALSE(read.columns.of_persons());
}

TEST(table_columns, a_study_reads_weights_and_groups) {
  batch_options options = wanting({"aid"});
  options.weight_column = "Weight";
  options.group_columns = {"region", "nowhere"};
  const reading read({"weight", "region", "income"}, options);
  EXPECT_EQ(read.uses(), "weight group fact:income");
  // The lane of weights stands behind those of facts.
  EXPECT_THAT(read.columns.lanes, ElementsAre(1U, table_columns::none, 0U));
  EXPECT_EQ(read.columns.weight, 0U);
  EXPECT_THAT(read.columns.groups, ElementsAre(1U, table_columns::none));
  EXPECT_EQ(codes_of(read.errors), "table.header");  // nowhere
}

TEST(table_columns, a_name_that_nearly_is_a_fact_passes_with_a_suggestion) {
  const reading read({"incom", "x17"});
  EXPECT_EQ(read.uses(), "passed passed");
  EXPECT_THAT(read.columns.columns[0].near, ::testing::Contains("income"));
  EXPECT_THAT(read.columns.columns[1].near, IsEmpty());
}

TEST(table_columns, options_tell_what_a_header_means) {
  batch_options options = wanting({"aid"});
  options.columns = {{"I1", "income"}, {"costs", ""}};
  EXPECT_EQ(reading({"I1", "costs"}, options).uses(), "fact:income passed");
  options.columns = {{"I1", "incom"}, {"gone", "costs"}};
  const reading read({"I1"}, options);
  EXPECT_EQ(codes_of(read.errors), "facts.unknown_name table.header");
}

TEST(table_columns, household_and_day_are_no_facts) {
  batch_options options = wanting({"care"});
  options.household_column = "Mājsaimniecība";
  options.date_column = "born";
  const reading read({"majsaimnieciba", "born", "wage"}, options);
  EXPECT_EQ(read.uses(), "household day fact:wage");
  EXPECT_TRUE(read.columns.of_persons());
  EXPECT_THAT(read.errors, IsEmpty());
}

TEST(table_columns, refuses_what_would_have_to_be_guessed) {
  EXPECT_EQ(codes_of(reading({"income", "income_lv"}).errors), "facts.twice");
  EXPECT_EQ(codes_of(reading({"x", "x"}).errors), "table.header");
  EXPECT_EQ(codes_of(reading({"aid_amount"}).errors), "table.header");
  EXPECT_EQ(codes_of(reading({"wage"}).errors), "facts.entity");
  facts shared(book());
  shared.set("income", "5");
  EXPECT_EQ(codes_of(reading({"income"}, wanting({"aid"}), shared).errors), "facts.twice");
  batch_options options = wanting({"aid"});
  options.household_column = "hh";
  EXPECT_EQ(codes_of(reading({"income"}, options).errors), "table.header");
}

TEST(table_columns, each_benefit_adds_outcome_amount_and_reason) {
  EXPECT_THAT(added_columns(book().at(*book().find("aid"))),
              ElementsAre("aid_outcome", "aid_amount", "aid_reason"));
  EXPECT_THAT(added_columns(book().at(*book().find("poor"))), ElementsAre("poor_outcome", "poor_reason"));
}

TEST(table_columns, some_column_has_to_be_of_use) {
  const facts shared(book());
  const auto check = [&](const std::vector<std::string>& headers) {
    std::vector<error> errors;
    check_some_use(book(), shared, wanting({"aid"}), reading(headers).columns, errors);
    return errors;
  };
  EXPECT_THAT(check({"income"}), IsEmpty());
  EXPECT_THAT(check({"level", "id"}), IsEmpty()) << "a variable that is stated is of use";
  const auto errors = check({"id", "costs"});
  ASSERT_EQ(codes_of(errors), "table.header");
  EXPECT_EQ(
      errors.front().text(language::en),
      "t.csv: error[table.header]: expected at least one column that the wanted benefits use; found \"id, "
      "costs\"\n  hint: needed is some of " +
          errors.front().hint().en.substr(18) + "\n");
  EXPECT_THAT(errors.front().hint().en, HasSubstr("income"));
  EXPECT_THAT(errors.front().hint().lv, HasSubstr("vajadzīgs kas no šī: "));
}

}  // namespace
