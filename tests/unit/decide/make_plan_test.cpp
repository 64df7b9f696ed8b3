// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/decide/decide.hpp>
#include <slieksnis/decide/make_plan.hpp>

#include "../support/benefit_book.hpp"
#include "../support/codes.hpp"
#include "../support/evaluate.hpp"

namespace {

using namespace slieksnis;

const rule_book& book() { return benefit_book::book(); }
std::size_t id(const char* name) { return *book().find(name); }
facts nothing() { return facts(book()); }

/// A variable's value on a day, as text.
std::string on(const char* day, const char* name, const facts& stated = nothing()) {
  return evaluate::shown(book(), value_of(book(), *parse_date(day), name, stated));
}

TEST(make_plan, takes_the_version_in_force_on_the_day) {
  EXPECT_EQ(on("2020-12-31", "median"), "500");
  EXPECT_EQ(on("2021-01-01", "median"), "400");
  EXPECT_EQ(on("2025-01-01", "plain_level"), "200");
}

TEST(make_plan, refuses_a_day_without_a_version_and_names_the_days_there_are) {
  try {
    static_cast<void>(make_plan(book(), *parse_date("2019-12-31"), std::vector<std::string_view>{"aid"}));
    FAIL() << "nothing was thrown";
  } catch (const unusable& thrown) {
    EXPECT_EQ(codes_of(thrown.errors()), "facts.date_span");
    EXPECT_NE(thrown.errors()[0].expected().en.find("2020-01-01"), std::string::npos);
    EXPECT_NE(thrown.errors()[0].expected().en.find("2029-12-31"), std::string::npos);
  }
  EXPECT_EQ(
      codes_thrown_by([] {
        static_cast<void>(make_plan(book(), *parse_date("2030-01-01"), std::vector<std::string_view>{"aid"}));
      }),
      "facts.date_span");
}

TEST(make_plan, refuses_unknown_names_all_at_once) {
  EXPECT_EQ(codes_thrown_by([] {
              static_cast<void>(make_plan(book(), *parse_date("2025-01-01"),
                                          std::vector<std::string_view>{"ade", "aid", "nothing"}));
            }),
            "facts.unknown_name facts.unknown_name");
}

TEST(make_plan, never_lowers_a_reviewed_level) {
  // 20 % of 500, 400, 650.50, 600, 1000.25 and 1000, each 1 January, never below the year before.
  EXPECT_EQ(on("2020-06-30", "level"), "100");
  EXPECT_EQ(on("2020-07-01", "level"), "100");
  EXPECT_EQ(on("2021-01-01", "level"), "100") << "the median fell to 400";
  EXPECT_EQ(on("2021-12-31", "level"), "100");
  EXPECT_EQ(on("2022-01-01", "level"), "130") << "130.10 rounded to whole euro";
  EXPECT_EQ(on("2023-01-01", "level"), "130") << "the median fell to 600";
  EXPECT_EQ(on("2024-01-01", "level"), "200");
  EXPECT_EQ(on("2025-01-01", "level"), "200");
  EXPECT_EQ(on("2029-12-31", "level"), "200");
}

TEST(make_plan, carries_a_high_level_through_several_low_years) {
  using namespace rule_text;
  const rule_book falling = rule_text::book({section(
      "variables",
      {named(
          "peak",
          R"("of": "country", "unit": "1", )" +
              versions({since("2020-01-01", R"("value": "9")"),
                        since("2021-01-01", R"j("reviewed_each": "01-01", "formula": "max(previous, 3)")j"),
                        since("2027-06-01", R"("reviewed_each": "01-01", "formula": "previous + 1")")}))})});
  const auto value = [&](const char* day) {
    return evaluate::shown(falling, value_of(falling, *parse_date(day), "peak", facts(falling)));
  };
  EXPECT_EQ(value("2026-12-31"), "9");
  EXPECT_EQ(value("2027-05-31"), "9");
  EXPECT_EQ(value("2027-06-01"), "10") << "the version begins between two reviews";
  EXPECT_EQ(value("2027-12-31"), "10");
  EXPECT_EQ(value("2028-01-01"), "11");
  EXPECT_EQ(value("2029-12-31"), "12");
}

TEST(make_plan, reads_tables_first_hit_first) {
  const auto by_group = [](std::initializer_list<std::pair<const char*, const char*>> stated) {
    facts some = nothing();
    for (const auto& [name, text] : stated) some.set(name, text);
    return on("2025-06-15", "by_group", some);
  };
  EXPECT_EQ(by_group({{"group", "a"}, {"yes", "yes"}}), "1.5");
  EXPECT_EQ(by_group({{"group", "a"}, {"yes", "no"}}), "2");
  EXPECT_EQ(by_group({{"group", "b"}, {"yes", "no"}}), "0.6");
  EXPECT_EQ(by_group({{"group", "b"}}), "0.6") << "group b needs no other answer";
  EXPECT_EQ(by_group({{"group", "a"}}), "unknown(yes)");
  EXPECT_EQ(by_group({}), "unknown(group, yes)");
}

TEST(make_plan, leaves_a_table_without_a_row_to_what_is_stated) {
  const auto by_age = [](const char* members) {
    return on("2025-06-15", "by_age", nothing().set("members", members));
  };
  EXPECT_EQ(by_age("2"), "1");
  EXPECT_EQ(by_age("3"), "2");
  EXPECT_EQ(by_age("4"), "2");
  EXPECT_EQ(by_age("5"), "unknown(by_age)");
  EXPECT_EQ(on("2025-06-15", "by_age", nothing().set("members", "5").set("by_age", "7")), "7");
}

TEST(make_plan, chooses_a_version_by_another_date) {
  const auto by_claim = [](const char* claim) {
    return on("2025-06-15", "by_claim", nothing().set("first_claim", claim));
  };
  EXPECT_EQ(by_claim("2010-01-01"), "10");
  EXPECT_EQ(by_claim("2021-12-31"), "10");
  EXPECT_EQ(by_claim("2022-01-01"), "20");
  EXPECT_EQ(by_claim("2024-01-01"), "30");
  EXPECT_EQ(by_claim("2009-12-31"), "failed") << "before the first version there is no answer";
  EXPECT_EQ(on("2025-06-15", "by_claim"), "unknown(first_claim)");
}

TEST(make_plan, takes_the_first_formula_whose_value_is_known) {
  facts persons = nothing();
  persons.add_person();
  persons.add_person();
  EXPECT_EQ(on("2025-06-15", "members", persons), "2");
  EXPECT_EQ(on("2025-06-15", "members", nothing().set("adults", "2").set("children", "3")), "5");
  EXPECT_EQ(on("2025-06-15", "members", nothing().set("adults", "2")), "unknown(members)");
}

TEST(make_plan, describes_what_a_case_states_itself) {
  facts some = nothing();
  some.set("income", "5").set("members", "2").give("level", "70");
  some.set_person(some.add_person(), "age", "40");
  const case_shape shape = shape_of(some);
  EXPECT_EQ(shape.common, std::set{id("members")}) << "facts are inputs anyway";
  EXPECT_EQ(shape.overridden, std::set{id("level")});
  EXPECT_EQ(shape.of_persons, std::set{id("age")});
}

}  // namespace
