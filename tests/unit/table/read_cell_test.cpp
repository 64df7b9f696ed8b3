// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <random>
#include <slieksnis/table/read_cell.hpp>

#include "../support/codes.hpp"
#include "../support/household_book.hpp"

namespace {

using namespace slieksnis;

const definition& fact(const char* name) {
  return household_book::book().at(*household_book::book().find(name));
}

/// What a cell is read as, with the decimal mark behind a bar where one is known.
std::string read(const char* name, std::string_view text, char mark = 0) {
  cell_reader reader(fact(name));
  std::int64_t number = 0;
  std::string result;
  switch (reader.read(text, mark, number)) {
    case cell_result::empty:
      return "empty";
    case cell_result::stated:
      result = std::to_string(number);
      break;
    case cell_result::beyond:
      result = "beyond " + to_string(reader.taken().what);
      break;
    case cell_result::wrong: {
      std::vector<error> errors;
      reader.complain(text, mark, {}, errors);
      return codes_of(errors);
    }
  }
  return mark == 0 ? result : result + "|" + mark;
}

TEST(read_cell, numbers_are_whole_at_the_decimals_of_the_fact) {
  EXPECT_EQ(read("income", "500"), "50000");
  EXPECT_EQ(read("income", "500.5"), "50050|.");
  EXPECT_EQ(read("income", "500,05"), "50005|,");
  EXPECT_EQ(read("fortune", "-12.50"), "-1250|.");
  EXPECT_EQ(read("rooms", "007"), "7");
  EXPECT_EQ(read("n", "1.000001"), "1000001|.");
  EXPECT_EQ(read("income", ""), "empty");
  EXPECT_EQ(read("income", "  "), "empty");
}

TEST(read_cell, what_is_not_plain_is_read_as_people_write_it) {
  EXPECT_EQ(read("income", "1 234,50"), "123450|,");
  EXPECT_EQ(read("income", "€ 500"), "50000");
  EXPECT_EQ(read("income", "1.234,50"), "123450|,");
  EXPECT_EQ(read("income", " 5 "), "500");
  EXPECT_EQ(read("income", "500.00 EUR"), "50000|.");
  EXPECT_EQ(read("rooms", "5.0"), "5|.");
}

TEST(read_cell, a_third_of_a_cent_is_beyond_columns) {
  EXPECT_EQ(read("income", "300/300/300"), "30000");
  EXPECT_EQ(read("income", "1/1/2"), "beyond 4/3");
  EXPECT_EQ(read("income", "1,50/1,50/2,01"), "167|,");
  EXPECT_EQ(read("fortune", "999999999999999999"), "beyond 999999999999999999");
  EXPECT_EQ(read("record", "P1Y"), "beyond P1Y");
  EXPECT_EQ(read("note", "a"), "beyond a");
}

TEST(read_cell, a_number_with_the_other_mark_is_wrong) {
  EXPECT_EQ(read("income", "1.5", ','), "table.decimal_mark");
  EXPECT_EQ(read("income", "1,5", '.'), "table.decimal_mark");
  EXPECT_EQ(read("income", "1 234,50", '.'), "table.decimal_mark");
  EXPECT_EQ(read("income", "1.5/2,5/3"), "table.decimal_mark");
  EXPECT_EQ(read("income", "1.234", ','), "facts.amount") << "two readings are two, whatever the mark";
  EXPECT_EQ(read("n", "1.234", ','), "table.decimal_mark");
  EXPECT_EQ(read("income", "1.234,50", ','), "123450|,") << "a mark between thousands is none of decimals";
}

TEST(read_cell, the_domain_is_that_of_the_fact) {
  EXPECT_EQ(read("income", "-0.01"), "facts.domain");
  EXPECT_EQ(read("rooms", "20"), "20");
  EXPECT_EQ(read("rooms", "21"), "facts.domain");
  EXPECT_EQ(read("rooms", "0"), "facts.domain");
  EXPECT_EQ(read("rooms", "1.5"), "facts.decimals");
  EXPECT_EQ(read("income", "1.005"), "facts.amount");
  EXPECT_EQ(read("income", "1.0005"), "facts.decimals");
  EXPECT_EQ(read("income", "1e3"), "facts.amount");
  EXPECT_EQ(read("income", "--1"), "facts.amount");
  EXPECT_EQ(read("income", "1/2"), "facts.three_months");
}

TEST(read_cell, days_truths_and_choices_in_both_languages) {
  EXPECT_EQ(read("day", "1970-01-02"), "1");
  EXPECT_EQ(read("day", "02.01.1970"), "1");
  EXPECT_EQ(read("day", "2.1.1970."), "1");
  EXPECT_EQ(read("day", "30.02.2020"), "facts.date");
  EXPECT_EQ(read("day", "1849-12-31"), "facts.date");
  EXPECT_EQ(read("yes", "jā"), "1");
  EXPECT_EQ(read("yes", "no"), "0");
  EXPECT_EQ(read("yes", "maybe"), "facts.boolean");
  EXPECT_EQ(read("region", "south"), "1");
  EXPECT_EQ(read("region", "Ziemeļu puse"), "0");
  EXPECT_EQ(read("region", "II"), "3");
  EXPECT_EQ(read("region", "west"), "facts.enumeration");
  cell_reader reader(fact("region"));
  char mark = 0;
  std::int64_t number = 0;
  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(reader.read("dienvidi", mark, number), cell_result::stated) << "seen before";
    EXPECT_EQ(number, 1);
    EXPECT_EQ(reader.read("group_1", mark, number), cell_result::stated);
    EXPECT_EQ(number, 2);
  }
}

/// What `read_fact` says, which knows nothing of columns or marks.
std::string slowly(const definition& of, std::string_view text) {
  std::vector<error> errors;
  const auto stated = read_fact(of, text, {}, errors);
  return stated ? to_string(stated->what) : codes_of(errors);
}

TEST(read_cell, plain_and_slow_readings_agree) {
  std::mt19937 draw(7);
  const std::string characters = "0011259.,- /5";
  std::size_t good = 0;
  for (int i = 0; i < 40'000; ++i) {
    std::string text;
    for (std::size_t length = 1 + draw() % 9; length > 0; --length)
      text += characters[draw() % characters.size()];
    if (draw() % 20 == 0) text += std::string(draw() % 20, '7');
    for (const char* name : {"income", "n", "rooms", "fortune"}) {
      const definition& of = fact(name);
      cell_reader reader(of);
      char mark = 0;
      std::int64_t number = 0;
      std::string found;
      switch (reader.read(text, mark, number)) {
        case cell_result::empty:
          found = "empty";
          break;
        case cell_result::stated:
          found = to_string(rational(number) / rational::power(rational(10), of.decimals));
          ++good;
          break;
        case cell_result::beyond:
          found = to_string(reader.taken().what);
          break;
        case cell_result::wrong: {
          std::vector<error> errors;
          reader.complain(text, 0, {}, errors);
          found = codes_of(errors);
        }
      }
      if (found == "empty" || found == "table.decimal_mark") continue;
      ASSERT_EQ(found, slowly(of, text)) << name << " \"" << text << '"';
    }
  }
  EXPECT_GT(good, 10'000U);
}

TEST(read_cell, plain_days_agree_with_read_day) {
  std::mt19937 draw(11);
  const std::string characters = "0123289.-";
  const definition& of = fact("day");
  const auto check = [&](const std::string& text) {
    std::int64_t days = 0;
    if (!plain_day(text, days)) return false;
    EXPECT_EQ(to_string(date{std::chrono::days{days}}), slowly(of, text)) << text;
    return true;
  };
  for (int i = 0; i < 20'000; ++i) {
    std::string text = draw() % 2 == 0 ? "2020-02-29" : "29.02.2020";
    for (std::size_t changes = draw() % 3; changes > 0; --changes)
      text[draw() % text.size()] = characters[draw() % characters.size()];
    check(text);
  }
  EXPECT_TRUE(check("2000-12-31"));
  EXPECT_TRUE(check("31.12.2000"));
  EXPECT_FALSE(check("31/12/2000"));
}

}  // namespace
