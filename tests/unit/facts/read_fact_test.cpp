// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/facts/read_fact.hpp>

#include "../support/codes.hpp"
#include "../support/household_book.hpp"

namespace {

using namespace slieksnis;

place at(std::string_view text) {
  return {std::make_shared<source_text>("--fact", std::string(text), source_kind::argument),
          {0, text.size()},
          {}};
}

/// The value as text, `a, b, c` behind it for three months, or the error's code.
std::string read(const char* name, std::string_view text) {
  const rule_book& book = household_book::book();
  std::vector<error> errors;
  const auto result = read_fact(book.at(*book.find(name)), text, at(text), errors);
  EXPECT_EQ(result.has_value(), errors.empty()) << text;
  if (!result) return codes_of(errors);
  std::string shown = to_string(result->what);
  for (const auto& month : result->months) shown += " " + to_string(month);
  return shown;
}

std::string first_hint(const char* name, std::string_view text) {
  const rule_book& book = household_book::book();
  std::vector<error> errors;
  static_cast<void>(read_fact(book.at(*book.find(name)), text, at(text), errors));
  return errors.empty() ? "" : errors.front().hint().en;
}

struct row {
  std::string_view text;
  std::string_view value;
};

void expect_all(const char* name, std::initializer_list<row> table) {
  for (const auto& [text, value] : table) EXPECT_EQ(read(name, text), value) << name << " " << text;
}

TEST(read_fact, takes_a_decimal_comma_or_point) {
  expect_all("income", {{"500,50", "500.5"},
                        {"500.50", "500.5"},
                        {"500", "500"},
                        {"0", "0"},
                        {"0,5", "0.5"},
                        {"00500", "500"},
                        {" 500,50 ", "500.5"}});
}

TEST(read_fact, takes_blanks_between_thousands) {
  expect_all("income", {{"1 234,50", "1234.5"},
                        {"1\u00A0234,50", "1234.5"},
                        {"1\u202F234.50", "1234.5"},
                        {"12 345 678", "12345678"},
                        {"123 456,78", "123456.78"}});
}

TEST(read_fact, refuses_blanks_elsewhere) {
  for (const char* text :
       {"1 23", "1 2345", "1234 567", "1  234", "1 234,5 0", "12 34 567", "1 234 56", "1, 5"})
    EXPECT_EQ(read("income", text), "facts.amount") << text;
}

TEST(read_fact, refuses_what_is_no_amount) {
  for (const char* text :
       {"",    " ",     "-",        ",",   "12,5,0", "1.23,50", "1,2345.50", "1.2.3", ",5",
        "5,",  "5.",    "500 lati", "EUR", "5e2",    "0x5",     "five",      "+5",    "5-",
        "--5", "1'234", "1_000",    "٥",   "½",      "5\n",     "inf",       "nan",   "12345678901234567890"})
    EXPECT_EQ(read("income", text), "facts.amount") << text;
}

TEST(read_fact, takes_points_and_commas_between_thousands) {
  expect_all("income", {{"1.234,50", "1234.5"},
                        {"1,234.50", "1234.5"},
                        {"1.234.567", "1234567"},
                        {"1,234,567", "1234567"},
                        {"12.345.678,9", "12345678.9"}});
  for (const char* text : {"1.234.56", "1,23,456", "1234.567.890", "1.234 567,5", "0.234.567"})
    EXPECT_EQ(read("income", text), "facts.amount") << text;
}

TEST(read_fact, takes_the_currency) {
  expect_all("income", {{"500 EUR", "500"},
                        {"500,50 EUR", "500.5"},
                        {"500,50EUR", "500.5"},
                        {"€500", "500"},
                        {"€ 1 234,50", "1234.5"},
                        {"500\u00A0€", "500"},
                        {"eur 5", "5"},
                        {"5 eiro", "5"},
                        {"5 Euro", "5"}});
  EXPECT_EQ(read("income", "300 EUR / 310 EUR / 320 EUR"), "310 300 310 320");
  for (const char* text : {"EUR", "5 EUR EUR", "5 USD", "5 E"})
    EXPECT_EQ(read("income", text), "facts.amount") << text;
  EXPECT_EQ(read("rooms", "5 EUR"), "facts.amount") << "rooms are not money";
}

/// The first error's words: expected; found; hint.
words first_error(const char* name, std::string_view text) {
  const rule_book& book = household_book::book();
  std::vector<error> errors;
  static_cast<void>(read_fact(book.at(*book.find(name)), text, at(text), errors));
  if (errors.empty()) return {};
  const error& one = errors.front();
  return {one.expected().lv + "; " + one.found().lv + "; " + one.hint().lv,
          one.expected().en + "; " + one.found().en + "; " + one.hint().en};
}

TEST(read_fact, names_both_readings_of_three_places) {
  for (const char* text : {"1.234", "1,234", "12.345", "123,500", "-1.234"})
    EXPECT_EQ(read("income", text), "facts.amount") << text;
  EXPECT_EQ(
      first_error("income", "1.234"),
      (words{
          "skaitlis, ko var saprast vienā veidā; \"1.234\", tas ir, 1234 vai 1,234; rakstiet 1234 vai 1,23",
          "a number that can be read in one way; \"1.234\", that is, 1234 or 1.234; write 1234 or 1.23"}));
  EXPECT_EQ(first_error("rooms", "1,000").en,
            "a number that can be read in one way; \"1,000\", that is, 1000 or 1.000; write 1000 or 1");
  EXPECT_EQ(
      first_error("rooms", "1.234").en,
      "a number that can be read in one way; \"1.234\", that is, 1234 or 1.234; write a whole number: 1234");
  EXPECT_EQ(read("income", "0.234"), "facts.decimals") << "no thousand begins with a zero";
  EXPECT_EQ(read("income", "1 234.567"), "facts.decimals") << "the blank stands between thousands already";
}

TEST(read_fact, names_both_readings_of_a_date) {
  EXPECT_EQ(first_error("day", "1/2/2026"),
            (words{"datums, ko var saprast vienā veidā; \"1/2/2026\", tas ir, 02.01.2026 vai 01.02.2026; "
                   "rakstiet 02.01.2026 vai 01.02.2026",
                   "a date that can be read in one way; \"1/2/2026\", that is, 2026-01-02 or 2026-02-01; "
                   "write 2026-01-02 or 2026-02-01"}));
  EXPECT_EQ(first_error("day", "1.2.26").en,
            "a date that can be read in one way; \"1.2.26\", that is, 1926-02-01 or 2026-02-01; "
            "write 1926-02-01 or 2026-02-01");
}

TEST(read_fact, names_the_values_that_a_word_can_mean) {
  EXPECT_EQ(
      first_error("region", "grupa"),
      (words{"vērtība, ko var saprast vienā veidā; \"grupa\"; vai domāts kāds no šiem: I grupa; II grupa?",
             "a value that can be read in one way; \"grupa\"; did you mean one of group_1, group_2?"}));
  EXPECT_EQ(first_error("region", "west").lv,
            "viena no vērtībām: Ziemeļu puse; Dienvidi; I grupa; II grupa; \"west\"; ");
}

TEST(read_fact, takes_no_part_of_a_cent_and_no_part_of_a_room) {
  EXPECT_EQ(read("income", "1.2345"), "facts.decimals");
  EXPECT_EQ(read("rooms", "2.5"), "facts.decimals");
  EXPECT_EQ(read("rooms", "2.0"), "2") << "a whole number however it is written";
  EXPECT_EQ(read("n", "1.234567"), "1.234567");
  EXPECT_EQ(read("n", "1.234"), "1.234") << "six places leave no doubt";
}

TEST(read_fact, keeps_amounts_within_their_domain) {
  EXPECT_EQ(read("income", "-1"), "facts.domain");
  EXPECT_EQ(read("income", "\u22121"), "facts.domain");
  EXPECT_EQ(read("fortune", "-1 234,50"), "-1234.5");
  EXPECT_EQ(read("fortune", "\u22121"), "-1");
  EXPECT_EQ(read("rooms", "0"), "facts.domain");
  EXPECT_EQ(read("rooms", "21"), "facts.domain");
}

TEST(read_fact, takes_both_orders_of_a_date) {
  expect_all("day", {{"2026-02-01", "2026-02-01"},
                     {"01.02.2026", "2026-02-01"},
                     {"1.2.2026", "2026-02-01"},
                     {" 1.2.2026. ", "2026-02-01"},
                     {"01. 02. 2026.", "2026-02-01"},
                     {"2026-2-1", "2026-02-01"},
                     {"2026.02.01", "2026-02-01"},
                     {"13/2/2026", "2026-02-13"},
                     {"2/2/2026", "2026-02-02"},
                     {"29.02.00", "2000-02-29"}});
  for (const char* text :
       {"31.02.2026", "2026-02-31", "29.02.2025", "", "tomorrow", "1/2/2026", "02-01-2026", "1.2.26", "2026",
        "1.2.026", "1.2-2026", "1..2026", "2026-02-01-", "1.2.2026..", "20260201"})
    EXPECT_EQ(read("day", text), "facts.date") << text;
}

TEST(read_fact, takes_yes_and_no_in_both_languages) {
  for (const char* text : {"yes", "Yes", "YES", "jā", "Jā", "JĀ", "ja", "true", " yes "})
    EXPECT_EQ(read("yes", text), "true") << text;
  for (const char* text : {"no", "No", "nē", "Nē", "NĒ", "ne", "false"})
    EXPECT_EQ(read("yes", text), "false") << text;
  for (const char* text : {"", "1", "0", "y", "n", "maybe", "yes!", "on"})
    EXPECT_EQ(read("yes", text), "facts.boolean") << text;
}

TEST(read_fact, takes_an_enumeration_by_id_title_or_word) {
  expect_all("region", {{"north", "north"},
                        {"North", "north"},
                        {"Ziemeļu puse", "north"},
                        {"ziemelu-puse", "north"},
                        {"northern side", "north"},
                        {"dienvidi", "south"},
                        {"I grupa", "group_1"},
                        {"I", "group_1"},
                        {"II", "group_2"},
                        {"1", "group_1"},
                        {"group-2", "group_2"},
                        {"nor", "north"},
                        {"ziemeļu p", "north"},
                        {"ZIEM", "north"},
                        {"Ziemel\u0327u puse", "north"}});
  for (const char* text : {"", "grupa", "III", "3", "west", "norht", "n", "no", "gro"})
    EXPECT_EQ(read("region", text), "facts.enumeration") << text;
  EXPECT_EQ(first_hint("region", "norht"), "did you mean north?");
}

TEST(read_fact, takes_texts_and_durations) {
  EXPECT_EQ(read("note", "Rīga, 5"), "Rīga, 5");
  EXPECT_EQ(read("record", "P20Y6M"), "P20Y6M");
  EXPECT_EQ(read("record", "20"), "facts.kind");
}

TEST(read_fact, takes_three_months_joined_by_slashes) {
  EXPECT_EQ(read("income", "300/310/320"), "310 300 310 320");
  EXPECT_EQ(read("income", "1/1/2"), "4/3 1 1 2") << "the mean is exact";
  EXPECT_EQ(read("income", " 300,50 / 310 / 1 000 "), "3221/6 300.5 310 1000");
  EXPECT_EQ(read("income", "300/310"), "facts.three_months");
  EXPECT_EQ(read("income", "1/2/3/4"), "facts.three_months");
  EXPECT_EQ(read("income", "300//320"), "facts.amount");
  EXPECT_EQ(read("income", "300/310/"), "facts.amount");
  EXPECT_EQ(read("income", "300/-1/320"), "facts.domain");
  EXPECT_EQ(read("costs", "300/310/320"), "facts.amount") << "only what is averaged";
}

TEST(read_fact, survives_long_and_broken_texts) {
  const std::string huge(10'000'000, '9');
  EXPECT_EQ(read("income", huge), "facts.amount");
  EXPECT_EQ(read("region", huge), "facts.enumeration");
  EXPECT_EQ(read("yes", huge), "facts.boolean");
  EXPECT_EQ(read("day", huge), "facts.date");
  EXPECT_EQ(read("income", "\xFF\xC2"), "facts.amount");
  EXPECT_EQ(read("region", "\xC4"), "facts.enumeration");
  EXPECT_EQ(read("income", std::string_view("5\0", 2)), "facts.amount");
}

TEST(read_fact, finds_facts_by_spoken_names_for_the_right_entity) {
  const rule_book& book = household_book::book();
  const auto find = [&](std::string_view name, bool of_person) {
    std::vector<error> errors;
    const auto id = find_fact(book, name, of_person, at(name), errors);
    return id ? book.at(*id).name : codes_of(errors);
  };
  EXPECT_EQ(find("Income-lv", false), "income");
  EXPECT_EQ(find("age", true), "age");
  EXPECT_EQ(find("age", false), "facts.entity");
  EXPECT_EQ(find("income", true), "facts.entity");
  EXPECT_EQ(find("spent", false), "spent");
  EXPECT_EQ(find("", false), "facts.unknown_name");
  EXPECT_EQ(find(std::string(1'000'000, 'x'), false), "facts.unknown_name");
}

TEST(read_fact, checks_values_that_came_without_text) {
  const rule_book& book = household_book::book();
  const auto check = [&](const char* name, const value& what) {
    std::vector<error> errors;
    const bool fits = fits_domain(book.at(*book.find(name)), what, at(""), errors);
    EXPECT_EQ(fits, errors.empty());
    return codes_of(errors);
  };
  EXPECT_EQ(check("income", value{rational(5)}), "");
  EXPECT_EQ(check("income", value{std::string("5")}), "facts.kind");
  EXPECT_EQ(check("income", value{null_value{}}), "facts.kind");
  EXPECT_EQ(check("income", value{rational(1, 1000)}), "facts.decimals");
  EXPECT_EQ(check("region", value{std::string("north")}), "");
  EXPECT_EQ(check("region", value{std::string("west")}), "facts.enumeration");
  EXPECT_EQ(check("day", value{days_duration{1}}), "facts.kind");
  EXPECT_EQ(check("record", value{months_duration{1}}), "");
}

}  // namespace
