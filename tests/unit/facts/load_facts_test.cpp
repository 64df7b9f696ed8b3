// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/facts/load_facts.hpp>

#include "../support/codes.hpp"
#include "../support/household_book.hpp"

namespace {

using namespace slieksnis;

const rule_book& book() { return household_book::book(); }

case_file load(std::string json) {
  return load_facts(book(), std::make_shared<source_text>("case.json", std::move(json)));
}

std::string codes(const std::string& json) {
  return codes_thrown_by([&] { static_cast<void>(load(json)); });
}
std::string household(const std::string& members) { return codes("{ \"household\": {" + members + "} }"); }

std::string stated(const case_file& of, const char* name) {
  return to_string(of.stated.common().at(*book().find(name)).what);
}
std::string of_person(const case_file& of, std::size_t person, const char* name) {
  const auto& values = (*of.stated.persons())[person];
  const auto found = values.find(*book().find(name));
  return found == values.end() ? "not stated" : to_string(found->second.what);
}

TEST(load_facts, reads_a_whole_case) {
  const case_file one = load(R"({ "on": "01.02.2026",
    "household": { "income": "500,50", "rooms": 4, "yes": true, "region": "Dienvidi", "day": "2025-01-31" },
    "municipality": { "spent": "1 000" },
    "persons": [ { "age": 40, "wage": [100, "200,50", 300] }, {} ],
    "given": { "level": "200" } })");
  EXPECT_EQ(one.on, parse_date("2026-02-01"));
  EXPECT_EQ(stated(one, "income"), "500.5");
  EXPECT_EQ(stated(one, "rooms"), "4");
  EXPECT_EQ(stated(one, "yes"), "true");
  EXPECT_EQ(stated(one, "region"), "south");
  EXPECT_EQ(stated(one, "day"), "2025-01-31");
  EXPECT_EQ(stated(one, "spent"), "1000");
  ASSERT_EQ(one.stated.persons()->size(), 2U);
  EXPECT_EQ(of_person(one, 0, "age"), "40");
  EXPECT_EQ(of_person(one, 0, "wage"), to_string(rational(60'050, 300)));
  EXPECT_EQ(of_person(one, 1, "age"), "not stated");
  EXPECT_EQ(one.stated.overrides().size(), 1U);
}

TEST(load_facts, takes_an_empty_object_for_nothing_stated) {
  const case_file one = load("{}");
  EXPECT_FALSE(one.on);
  EXPECT_TRUE(one.stated.common().empty());
  EXPECT_FALSE(one.stated.persons());
}

TEST(load_facts, keeps_numbers_as_they_are_written) {
  EXPECT_EQ(stated(load(R"({ "household": { "income": 500.50 } })"), "income"), "500.5");
  EXPECT_EQ(stated(load(R"({ "household": { "income": 123456789012.34 } })"), "income"), "123456789012.34");
  EXPECT_EQ(household(R"("income": 1e3)"), "facts.amount");
  EXPECT_EQ(household(R"("income": 500.5055)"), "facts.decimals");
  EXPECT_EQ(household(R"("income": 500.5051)"), "facts.decimals");
  EXPECT_EQ(household(R"("income": -0.01)"), "facts.domain");
}

TEST(load_facts, refuses_the_wrong_kind_of_value) {
  EXPECT_EQ(household(R"("income": true)"), "facts.kind");
  EXPECT_EQ(household(R"("income": {})"), "facts.kind");
  EXPECT_EQ(household(R"("yes": 1)"), "facts.kind");
  EXPECT_EQ(household(R"("region": 1)"), "facts.kind");
  EXPECT_EQ(household(R"("day": 20250131)"), "facts.kind");
  EXPECT_EQ(household(R"("income": null)"), "facts.kind") << "an unknown fact is left out";
  EXPECT_EQ(household(R"("costs": [1, 2, 3])"), "facts.kind");
  EXPECT_EQ(household(R"("income": [1, 2])"), "facts.three_months");
  EXPECT_EQ(household(R"("income": [])"), "facts.three_months");
  EXPECT_EQ(household(R"("income": [1, 2, "x"])"), "facts.amount");
  EXPECT_EQ(codes("[]"), "facts.kind");
  EXPECT_EQ(codes("5"), "facts.kind");
  EXPECT_EQ(codes(R"({ "household": [] })"), "facts.kind");
  EXPECT_EQ(codes(R"({ "persons": {} })"), "facts.kind");
  EXPECT_EQ(codes(R"({ "persons": [5] })"), "facts.kind");
  EXPECT_EQ(codes(R"({ "on": 2026 })"), "facts.date");
}

TEST(load_facts, refuses_three_months_inside_three_months) {
  EXPECT_EQ(household(R"("income": [[1, 2, 3], 2, 3])"), "facts.three_months");
  EXPECT_EQ(household(R"("income": ["1/2/3", 2, 3])"), "facts.three_months");
}

TEST(load_facts, refuses_a_fact_stated_twice_under_two_names) {
  EXPECT_EQ(household(R"("income": 1, "Income-LV": 2)"), "facts.twice");
  EXPECT_EQ(household(R"("income": 1, "INCOME": 1)"), "facts.twice");
  EXPECT_EQ(household(R"("income": 1, "income": 2)"), "json.duplicate_key");
  EXPECT_EQ(codes(R"({ "persons": [{ "age": 1, "Age": 2 }] })"), "facts.twice");
  EXPECT_EQ(codes(R"({ "household": { "income": 1 }, "municipality": { "income": 2 } })"), "facts.twice");
}

TEST(load_facts, refuses_unknown_names_and_keys) {
  EXPECT_EQ(household(R"("incom": 1)"), "facts.unknown_name");
  EXPECT_EQ(household(R"("age": 1)"), "facts.entity");
  EXPECT_EQ(codes(R"({ "persons": [{ "income": 1 }] })"), "facts.entity");
  EXPECT_EQ(codes(R"({ "houshold": {} })"), "facts.unknown_name");
}

TEST(load_facts, reads_persons_by_their_kind) {
  const case_file one = load(
      R"({ "persons": [ { "kind": "grown_up" }, { "kind": "Grown-Up-LV", "age": 40 }, { "kind": "small", "age": 5 } ] })");
  EXPECT_EQ(of_person(one, 0, "child"), "false");
  EXPECT_EQ(of_person(one, 1, "child"), "false");
  EXPECT_EQ(of_person(one, 1, "age"), "40");
  EXPECT_EQ(of_person(one, 2, "child"), "true");
  EXPECT_EQ(of_person(load(R"({ "persons": [ { "child": true, "kind": "grown_up" } ] })"), 0, "child"),
            "true")
      << "what is stated counts";
  EXPECT_EQ(codes(R"({ "persons": [{ "kind": "alien" }] })"), "facts.enumeration");
  EXPECT_EQ(codes(R"({ "persons": [{ "kind": 5 }] })"), "facts.enumeration");
}

TEST(load_facts, takes_a_hundred_persons_and_no_more) {
  const auto persons = [](std::size_t count) {
    std::string list;
    for (std::size_t i = 0; i < count; ++i) list += list.empty() ? "{}" : ",{}";
    return "{ \"persons\": [" + list + "] }";
  };
  EXPECT_EQ(codes(persons(100)), "");
  EXPECT_EQ(codes(persons(101)), "facts.persons");
  EXPECT_EQ(codes(persons(100'000)), "facts.persons");
}

TEST(load_facts, checks_births_against_the_day) {
  const auto born = [](const char* birth, const char* on) {
    const case_file one = load(R"({ "persons": [ {}, { "born": ")" + std::string(birth) + "\" } ] }");
    std::vector<error> errors;
    check_facts_on(one.stated, *parse_date(on), errors);
    return codes_of(errors);
  };
  EXPECT_EQ(born("2025-01-31", "2025-01-31"), "");
  EXPECT_EQ(born("2025-02-01", "2025-01-31"), "facts.date");
  const case_file later = load(R"({ "household": { "day": "2100-01-01" } })");
  std::vector<error> errors;
  check_facts_on(later.stated, *parse_date("2025-01-01"), errors);
  EXPECT_EQ(codes_of(errors), "") << "only what says so lies before the day";
}

TEST(load_facts, refuses_persons_and_another_number_of_them) {
  const auto checked = [](const char* members, const char* persons) {
    const case_file one =
        load(R"({ "household": { )" + std::string(members) + R"( }, "persons": )" + persons + " }");
    std::vector<error> errors;
    check_facts_on(one.stated, *parse_date("2025-01-31"), errors);
    return codes_of(errors);
  };
  EXPECT_EQ(checked(R"("members": 2)", "[{}]"), "facts.twice");
  EXPECT_EQ(checked(R"("members": 1)", "[{}]"), "") << "the same number";
  EXPECT_EQ(checked(R"("members": 2)", "[]"), "") << "nobody is stated";
  EXPECT_EQ(checked(R"("income": 2)", "[{}]"), "");
}

TEST(load_facts, knows_a_kind_by_its_further_names) {
  const auto text = rule_text::section(
      "person_kinds",
      {rule_text::named("grown_up", R"("also": ["lieli"], "takes": "count", "sets": { "child": "false" })")});
  const rule_book small = rule_text::book(
      {rule_text::section("facts", {rule_text::asked("child", R"("of": "person", "type": "boolean")")}),
       text});
  const case_file one = load_facts(
      small, std::make_shared<source_text>("case.json", R"({ "persons": [ { "kind": "Lieli" } ] })"));
  EXPECT_EQ((*one.stated.persons())[0].at(*small.find("child")).what, value{false});
}

TEST(load_facts, adds_persons_of_a_kind) {
  facts target(book());
  const auto add = [&](const char* kind, std::string_view argument) {
    std::vector<error> errors;
    for (const auto& one : book().person_kinds())
      if (one.name == kind)
        add_persons_of_kind(
            target, one, argument,
            {std::make_shared<source_text>("--persons", std::string(argument), source_kind::argument),
             {0, 0},
             {}},
            errors);
    return codes_of(errors);
  };
  EXPECT_EQ(add("grown_up", "2"), "");
  EXPECT_EQ(add("grown_up", ""), "");
  EXPECT_EQ(add("small", "7"), "");
  ASSERT_EQ(target.persons()->size(), 4U);
  EXPECT_EQ((*target.persons())[3].at(*book().find("age")).what, value{rational(7)});
  EXPECT_EQ((*target.persons())[3].at(*book().find("child")).what, value{true});
  for (const char* bad : {"0", "-1", "1.5", "two", "101"})
    EXPECT_EQ(add("grown_up", bad), "facts.persons") << bad;
  EXPECT_EQ(add("grown_up", "97"), "facts.persons") << "a hundred and one together";
  EXPECT_EQ(add("small", "old"), "facts.amount");
  EXPECT_EQ(add("small", "131"), "facts.domain");
  EXPECT_EQ(target.persons()->size(), 4U) << "nothing is added with an error";
}

TEST(load_facts, reports_every_error_at_once_with_its_place) {
  try {
    static_cast<void>(
        load("{ \"household\": { \"incom\": 1,\n \"costs\": \"x\" },\n \"persons\": [ { \"age\": 131 } ] }"));
    FAIL() << "nothing was thrown";
  } catch (const unusable& thrown) {
    EXPECT_EQ(codes_of(thrown.errors()), "facts.unknown_name facts.amount facts.domain");
    EXPECT_EQ(thrown.errors()[1].at().line, 2U);
    EXPECT_EQ(thrown.errors()[2].pointer(), "/persons/0/age");
  }
}

TEST(load_facts, survives_hostile_texts) {
  EXPECT_EQ(codes(""), "json.syntax");
  EXPECT_EQ(codes("{ \"household\": { \"note\": \"\xFF\" } }"), "json.encoding");
  EXPECT_EQ(codes(std::string(1'000'000, '[')), "json.depth");
  EXPECT_EQ(household("\"income\": " + std::string(300, '9')), "facts.amount");
  EXPECT_NE(household("\"income\": " + std::string(10'000'000, '9')), "");
  EXPECT_EQ(household("\"" + std::string(10'000'000, 'x') + "\": 1"), "facts.unknown_name");
  EXPECT_EQ(household("\"note\": \"" + std::string(10'000'000, 'x') + "\""), "");
}

TEST(load_facts, inside_a_larger_file_adds_to_its_errors) {
  const source_pointer source =
      std::make_shared<source_text>("cases.json", R"({ "facts": { "household": { "income": "x" } } })");
  std::vector<error> errors;
  const auto tree = parse_json(source, errors);
  static_cast<void>(read_facts(book(), source, tree->items[0], "/facts", errors));
  ASSERT_EQ(codes_of(errors), "facts.amount");
  EXPECT_EQ(errors[0].pointer(), "/facts/household/income");
}

}  // namespace
