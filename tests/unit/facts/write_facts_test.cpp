// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/facts/load_facts.hpp>
#include <slieksnis/facts/write_facts.hpp>

#include "../support/household_book.hpp"

namespace {

using namespace slieksnis;
using namespace std::chrono_literals;

const rule_book& book() { return household_book::book(); }

TEST(write_facts, writes_a_case_in_a_fixed_order) {
  facts one(book());
  one.set("spent", "1000").set("rooms", 4).set("income", "500,5").set("yes", true).set("day", "31.01.2025");
  one.set("record", "P64Y6M").set("region", "Dienvidi").give("level", "200").give("n", "0.75");
  const std::size_t person = one.add_person();
  one.set_person(person, "wage", "100/200,50/300").set_person(person, "age", "40");
  one.set_label(person, "vecā \"māte\"");
  one.add_person();
  EXPECT_EQ(write_facts(one, 2026y / 2 / 1), R"({
  "on": "2026-02-01",
  "household": {
    "income": "500.50",
    "rooms": 4,
    "yes": true,
    "region": "south",
    "day": "2025-01-31",
    "record": "P64Y6M"
  },
  "municipality": {
    "spent": "1000.00"
  },
  "persons": [
    {
      "label": "vecā \"māte\"",
      "age": 40,
      "wage": [
        "100.00",
        "200.50",
        "300.00"
      ]
    },
    {}
  ],
  "given": {
    "n": "0.75",
    "level": "200.00"
  }
}
)");
}

TEST(write_facts, writes_nothing_that_is_not_stated) {
  EXPECT_EQ(write_facts(facts(book()), std::nullopt), "{}\n");
  facts nobody(book());
  nobody.state_persons();
  EXPECT_EQ(write_facts(nobody, std::nullopt), "{\n  \"persons\": []\n}\n");
}

TEST(write_facts, keeps_the_file_utf8_whatever_a_label_holds) {
  facts one(book());
  one.set_label(one.add_person(), "a\xFF");
  EXPECT_EQ(write_facts(one, std::nullopt),
            "{\n  \"persons\": [\n    {\n      \"label\": \"a\uFFFD\"\n    }\n  ]\n}\n");
}

TEST(plain_value, is_what_programs_read) {
  const auto of = [](const char* name) { return book().at(*book().find(name)); };
  EXPECT_EQ(plain_value(of("income"), rational(535, 2)), "267.50");
  EXPECT_EQ(plain_value(of("share"), rational(22, 100)), "0.22");
  EXPECT_EQ(plain_value(of("region"), std::string("north")), "north");
  EXPECT_EQ(plain_value(of("income"), rational(1, 3)), "1/3");
}

}  // namespace
