// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/table/fact_table.hpp>

#include "../support/benefit_book.hpp"
#include "tables.hpp"

namespace {

using namespace slieksnis;
using tables::owned_table;

const rule_book& book() { return benefit_book::book(); }

const std::vector<std::int64_t> three{10'050, 0, -7};
const std::vector<std::int32_t> three_days{0, 19'539, -1};
const std::vector<std::uint8_t> three_codes{0, 1, 1};

/// The message of what `work` throws, in one language; empty when it does not throw.
template <typename Work>
std::string refusal(language lang, const Work& work) {
  fact_table table(book(), 3);
  try {
    work(table);
  } catch (const unusable& thrown) {
    return thrown.text(lang);
  }
  return {};
}

TEST(fact_table, has_no_columns_and_no_persons_at_first) {
  const fact_table table(book(), 3);
  EXPECT_EQ(table.households(), 3U);
  EXPECT_TRUE(table.columns().empty());
  EXPECT_FALSE(table.has_persons());
  EXPECT_EQ(table.person_count(), 0U);
  EXPECT_EQ(&table.book(), &book());
}

TEST(fact_table, borrows_the_memory_of_its_columns) {
  fact_table table(book(), 3);
  table.numbers("income", three, 2).days("first_claim", three_days).truths("yes", three_codes);
  table.choices("group", three_codes, {"b", "a"});
  EXPECT_EQ(table.columns().size(), 4U);
  const fact_column& income = *table.column(*book().find("income"));
  EXPECT_EQ(income.numbers.data(), three.data());
  EXPECT_EQ(income.decimals, 2);
  EXPECT_EQ(income.size(), 3U);
  EXPECT_EQ(table.column(*book().find("first_claim"))->days.data(), three_days.data());
  EXPECT_EQ(table.column(*book().find("yes"))->codes.data(), three_codes.data());
  EXPECT_EQ(table.column(*book().find("group"))->size(), 3U);
  EXPECT_EQ(table.column(*book().find("costs")), nullptr);
}

TEST(fact_table, takes_names_as_people_write_them) {
  fact_table table(book(), 3);
  table.numbers("Income-LV", three, 2);
  EXPECT_NE(table.column(*book().find("income")), nullptr);
}

TEST(fact_table, reads_validity_bit_by_bit) {
  const std::vector<std::int64_t> many(130, 1);
  const std::vector<std::uint64_t> bits{1, std::uint64_t{1} << 63, 2};
  fact_table table(book(), 130);
  table.numbers("income", many, 2, bits);
  const fact_column& income = table.columns().front();
  for (std::size_t row = 0; row < 130; ++row)
    EXPECT_EQ(income.is_stated(row), row == 0 || row == 127 || row == 129) << row;
}

TEST(fact_table, gives_a_household_as_a_case_of_its_own) {
  owned_table made(book(), 3);
  made.persons({0, 2, 2, 3})
      .numbers("income", {10'050, {}, 0}, 2)
      .days("first_claim", {"2023-07-01", "2020-02-29", {}})
      .truths("yes", {1, 0, {}})
      .choices("group", {1, {}, 0}, {"b", "a"})
      .numbers("wage", {5, {}, 123'456}, 3)
      .days("born", {"1980-01-31", "2015-12-01", {}});
  made.table.shared().set("level", "120");

  facts first(book());
  first.set("level", "120")
      .set("income", "100.50")
      .set("first_claim", "2023-07-01")
      .set("yes", true)
      .set("group", "a");
  first.add_person();
  first.add_person();
  first.put_person(0, *book().find("wage"), {rational(5, 1000), {}});
  first.set_person(0, "born", "1980-01-31").set_person(1, "born", "2015-12-01");
  EXPECT_EQ(made.table.household(0), first);

  facts second(book());
  second.set("level", "120").set("first_claim", "2020-02-29").set("yes", false);
  second.state_persons();
  EXPECT_EQ(made.table.household(1), second) << "of no persons, which is stated too";

  facts third(book());
  third.set("level", "120").set("income", "0").set("group", "b");
  third.put_person(third.add_person(), *book().find("wage"), {rational(123'456, 1000), {}});
  EXPECT_EQ(made.table.household(2), third);
}

TEST(fact_table, without_persons_does_not_say_who_they_are) {
  EXPECT_FALSE(fact_table(book(), 1).household(0).persons());
}

TEST(fact_table, refuses_an_unknown_name) {
  const auto work = [](fact_table& table) { table.numbers("incom", three, 2); };
  EXPECT_EQ(refusal(language::en, work),
            "incom: error[facts.unknown_name]: expected a known name; found \"incom\"\n"
            "  hint: did you mean income?\n");
  EXPECT_EQ(refusal(language::lv, work),
            "incom: kļūda[facts.unknown_name]: gaidīts: zināms nosaukums; atrasts: \"incom\"\n"
            "  padoms: vai domāts income?\n");
}

TEST(fact_table, takes_each_column_once) {
  const auto work = [](fact_table& table) {
    table.numbers("income", three, 2).numbers("income_lv", three, 2);
  };
  EXPECT_EQ(refusal(language::en, work),
            "income_lv: error[facts.twice]: expected each column once; found a second time\n");
  EXPECT_EQ(refusal(language::lv, work),
            "income_lv: kļūda[facts.twice]: gaidīts: katra kolonna vienu reizi; atrasts: otrreiz\n");
}

TEST(fact_table, refuses_a_column_of_another_kind) {
  const auto work = [](fact_table& table) { table.days("income", three_days); };
  EXPECT_EQ(refusal(language::en, work),
            "income: error[facts.kind]: expected a number in EUR/month; found a date\n");
  EXPECT_EQ(refusal(language::lv, work),
            "income: kļūda[facts.kind]: gaidīts: skaitlis ar mērvienību EUR/month; atrasts: datums\n");
  EXPECT_NE(refusal(language::en, [](fact_table& table) { table.truths("group", three_codes); }), "");
  EXPECT_NE(refusal(language::en, [](fact_table& table) { table.choices("yes", three_codes, {"a"}); }), "");
  EXPECT_NE(refusal(language::en, [](fact_table& table) { table.numbers("yes", three, 0); }), "");
}

TEST(fact_table, refuses_a_column_of_another_length) {
  const auto work = [](fact_table& table) { table.numbers("income", std::span(three).first(2), 2); };
  EXPECT_EQ(refusal(language::en, work),
            "income: error[facts.kind]: expected a column of length 3; found 2\n"
            "  hint: a column has a value for each household or person\n");
  EXPECT_EQ(refusal(language::lv, work),
            "income: kļūda[facts.kind]: gaidīts: kolonna ar garumu 3; atrasts: 2\n"
            "  padoms: kolonnā ir vērtība katrai mājsaimniecībai vai personai\n");
  EXPECT_NE(refusal(language::en, [](fact_table& table) { table.numbers("wage", three, 2); }), "")
      << "there are no persons yet";
  EXPECT_EQ(refusal(language::en,
                    [](fact_table& table) {
                      static const std::vector<std::uint32_t> offsets{0, 0, 1, 3};
                      table.persons(offsets).numbers("wage", three, 2);
                    }),
            "");
}

TEST(fact_table, refuses_too_few_bits_of_validity) {
  const std::vector<std::int64_t> many(65, 1);
  const std::vector<std::uint64_t> bits{1};
  const auto work = [&](fact_table&) { fact_table(book(), 65).numbers("income", many, 2, bits); };
  EXPECT_EQ(refusal(language::en, work),
            "income: error[facts.kind]: expected a validity bit for each of 65 rows; found 64\n");
  EXPECT_EQ(refusal(language::lv, work),
            "income: kļūda[facts.kind]: gaidīts: derīguma bits katrai no 65 rindām; atrasts: 64\n");
}

TEST(fact_table, refuses_decimals_beyond_its_digits) {
  const auto work = [](fact_table& table) { table.numbers("income", three, 19); };
  EXPECT_EQ(refusal(language::en, work), "income: error[facts.kind]: expected 0 to 18 decimals; found 19\n");
  EXPECT_EQ(refusal(language::lv, work),
            "income: kļūda[facts.kind]: gaidīts: 0 līdz 18 decimālzīmes; atrasts: 19\n");
  EXPECT_NE(refusal(language::en, [](fact_table& table) { table.numbers("income", three, -1); }), "");
  fact_table table(book(), 3);
  EXPECT_THROW(table.numbers("income", three, 19), unusable);
  EXPECT_TRUE(table.columns().empty()) << "nothing stays of a refused column";
  table.numbers("income", three, 18);
}

TEST(fact_table, refuses_ids_that_the_enumeration_does_not_have) {
  const auto work = [](fact_table& table) { table.choices("group", three_codes, {"a", "c"}); };
  EXPECT_EQ(refusal(language::en, work),
            "group: error[facts.enumeration]: expected a value from a fixed list; found \"c\"\n"
            "  hint: did you mean a or b?\n");
  EXPECT_EQ(refusal(language::lv, work),
            "group: kļūda[facts.enumeration]: gaidīts: vērtība no noteikta saraksta; atrasts: \"c\"\n"
            "  padoms: vai domāts a vai b?\n");
}

TEST(fact_table, refuses_codes_that_the_dictionary_does_not_have) {
  const auto work = [](fact_table& table) { table.choices("group", three_codes, {"a"}); };
  EXPECT_EQ(refusal(language::en, work),
            "group: error[facts.enumeration]: expected a place in the dictionary: below 1; found 1\n");
  EXPECT_EQ(refusal(language::lv, work),
            "group: kļūda[facts.enumeration]: gaidīts: vieta vārdnīcā: mazāk nekā 1; atrasts: 1\n");
  EXPECT_NE(refusal(language::en, [](fact_table& table) { table.choices("group", three_codes, {}); }), "");
}

TEST(fact_table, refuses_offsets_that_do_not_rise) {
  static const std::vector<std::uint32_t> falling{0, 2, 1, 3};
  static const std::vector<std::uint32_t> too_few{0, 2, 3};
  static const std::vector<std::uint32_t> later{1, 2, 2, 3};
  const auto work = [](fact_table& table) { table.persons(too_few); };
  EXPECT_EQ(
      refusal(language::en, work),
      "persons: error[facts.persons]: expected rising places, one more than there are households; found 3\n");
  EXPECT_EQ(refusal(language::lv, work),
            "persons: kļūda[facts.persons]: gaidīts: augošas vietas, par vienu vairāk nekā mājsaimniecību; "
            "atrasts: 3\n");
  EXPECT_NE(refusal(language::en, [](fact_table& table) { table.persons(falling); }), "");
  EXPECT_NE(refusal(language::en, [](fact_table& table) { table.persons(later); }), "");
  EXPECT_NE(refusal(language::en, [](fact_table& table) { table.persons({}); }), "");
}

}  // namespace
