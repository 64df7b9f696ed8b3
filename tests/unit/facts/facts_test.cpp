// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/facts/facts.hpp>

#include "../support/codes.hpp"
#include "../support/household_book.hpp"

namespace {

using namespace slieksnis;
using namespace slieksnis::literals;

facts nothing() { return facts(household_book::book()); }

const value& stated(const facts& of, const char* name) { return of.common().at(*of.book().find(name)).what; }

template <typename Work>
std::string codes(const Work& work) {
  facts some = nothing();
  return codes_thrown_by([&] { work(some); });
}

TEST(facts, state_nothing_at_first) {
  EXPECT_TRUE(nothing().common().empty());
  EXPECT_TRUE(nothing().overrides().empty());
  EXPECT_FALSE(nothing().persons()) << "not stated is not nobody";
}

TEST(facts, take_values_as_a_program_has_them) {
  facts some = nothing();
  some.set("income", 500.50_eur)
      .set("rooms", 4)
      .set("yes", true)
      .set("day", *parse_date("2025-01-31"))
      .set("region", "south");
  EXPECT_EQ(stated(some, "income"), value{rational(1001, 2)});
  EXPECT_EQ(stated(some, "rooms"), value{rational(4)});
  EXPECT_EQ(stated(some, "yes"), value{true});
  EXPECT_EQ(stated(some, "day"), value{*parse_date("2025-01-31")});
  EXPECT_EQ(stated(some, "region"), value{std::string("south")});
}

TEST(facts, take_texts_as_people_write_them) {
  facts some = nothing();
  some.set("Income-LV", "500,50").set("yes", "jā").set("day", "31.01.2025");
  EXPECT_EQ(stated(some, "income"), value{rational(1001, 2)});
  EXPECT_EQ(stated(some, "yes"), value{true});
  EXPECT_EQ(stated(some, "day"), value{*parse_date("2025-01-31")});
}

TEST(facts, may_be_variables_too) {
  facts some = nothing();
  some.set("members", 3).set("rest", "10").set("level", "200");
  EXPECT_EQ(some.common().size(), 3U);
}

TEST(facts, refuse_unknown_names_and_wrong_kinds) {
  EXPECT_EQ(codes([](facts& f) { f.set("incom", "5"); }), "facts.unknown_name");
  EXPECT_EQ(codes([](facts& f) { f.set("age", 40); }), "facts.entity");
  EXPECT_EQ(codes([](facts& f) { f.set("income", true); }), "facts.kind");
  EXPECT_EQ(codes([](facts& f) { f.set("yes", 1); }), "facts.kind");
  EXPECT_EQ(codes([](facts& f) { f.set("income", "many"); }), "facts.amount");
  EXPECT_EQ(codes([](facts& f) { f.set("region", "west"); }), "facts.enumeration");
}

TEST(facts, stay_within_their_domain) {
  EXPECT_EQ(codes([](facts& f) { f.set("rooms", 0); }), "facts.domain");
  EXPECT_EQ(codes([](facts& f) { f.set("rooms", 1); }), "");
  EXPECT_EQ(codes([](facts& f) { f.set("rooms", 20); }), "");
  EXPECT_EQ(codes([](facts& f) { f.set("rooms", 21); }), "facts.domain");
  EXPECT_EQ(codes([](facts& f) { f.set("income", money::cents(-1)); }), "facts.domain");
  EXPECT_EQ(codes([](facts& f) { f.set("income", value{rational(1, 3)}); }), "facts.decimals");
  EXPECT_EQ(codes([](facts& f) { f.set("fortune", money::cents(-1)); }), "") << "it has no minimum";
}

TEST(facts, are_stated_once) {
  EXPECT_EQ(codes([](facts& f) { f.set("income", 1).set("income", 2); }), "facts.twice");
  EXPECT_EQ(codes([](facts& f) { f.set("income", "1").set("Income-LV", "1"); }), "facts.twice");
}

TEST(facts, of_persons_go_to_the_person) {
  facts some = nothing();
  EXPECT_EQ(some.add_person(), 0U);
  EXPECT_EQ(some.add_person(), 1U);
  some.set_person(1, "age", "40").set_person(0, "wage", value{rational(100)});
  const auto& persons = *some.persons();
  ASSERT_EQ(persons.size(), 2U);
  EXPECT_EQ(persons[1].at(*some.book().find("age")).what, value{rational(40)});
  EXPECT_FALSE(persons[0].contains(*some.book().find("age")));
  EXPECT_EQ(codes([](facts& f) { f.set_person(f.add_person(), "income", "1"); }), "facts.entity");
}

TEST(facts, take_a_hundred_persons_and_no_more) {
  facts many = nothing();
  for (std::size_t i = 0; i < persons_max; ++i) many.add_person();
  EXPECT_EQ(codes_thrown_by([&] { many.add_person(); }), "facts.persons");
  EXPECT_EQ(many.persons()->size(), persons_max);
}

TEST(facts, of_nobody_are_stated_too) {
  facts some = nothing();
  some.state_persons();
  ASSERT_TRUE(some.persons());
  EXPECT_TRUE(some.persons()->empty());
  some.add_person();
  some.state_persons();
  EXPECT_EQ(some.persons()->size(), 1U);
}

TEST(facts, given_stand_apart) {
  facts some = nothing();
  some.set("income", 100).give("income", "200").give("level", "5");
  EXPECT_EQ(stated(some, "income"), value{rational(100)});
  EXPECT_EQ(some.overrides().at(*some.book().find("income")).what, value{rational(200)});
  EXPECT_EQ(some.overrides().size(), 2U);
}

TEST(facts, of_three_months_are_their_exact_mean) {
  facts some = nothing();
  some.set("income", "300/310/320,50");
  EXPECT_EQ(stated(some, "income"), value{rational(93'050, 300)});
  EXPECT_EQ(some.common().at(*some.book().find("income")).months.size(), 3U);
}

}  // namespace
