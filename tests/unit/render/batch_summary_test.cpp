// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <slieksnis/lv.hpp>
#include <slieksnis/render/batch_summary.hpp>

namespace {

using namespace slieksnis;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::size_t id_of(std::string_view name) { return *lv::law().find(name); }

TEST(grouped_digits, in_groups_of_three) {
  for (const auto& [plain, en, in_latvian] :
       std::vector<std::array<std::string, 3>>{{"0", "0", "0"},
                                               {"999", "999", "999"},
                                               {"1000", "1,000", "1 000"},
                                               {"123456", "123,456", "123 456"},
                                               {"1234567", "1,234,567", "1 234 567"}}) {
    EXPECT_EQ(grouped_digits(plain, language::en), en);
    EXPECT_EQ(grouped_digits(plain, language::lv), in_latvian);
  }
}

TEST(grouped_digits, leave_the_rest_as_it_is) {
  EXPECT_EQ(grouped_digits("1234567.8901 EUR a month", language::en), "1,234,567.8901 EUR a month");
  EXPECT_EQ(grouped_digits("−12345,50 EUR mēnesī", language::lv), "−12 345,50 EUR mēnesī");
  EXPECT_EQ(grouped_digits("", language::en), "");
  EXPECT_EQ(grouped_digits("none", language::en), "none");
}

/// A run over 1 234 567 households of which two are bad, on 1 July 2023.
struct made_run {
  facts shared{lv::law()};
  batch_options how;
  batch_summary sum;

  made_run() {
    how.on = std::chrono::year{2023} / 7 / 1;
    how.wanted = {id_of("gmi_benefit"), id_of("poor_household")};
    sum.rows = sum.households = 1'234'567;
    sum.bad_rows = 2;
    sum.errors = 3;
    sum.recognised = {row_syntax::csv, ';', ','};
    sum.columns = {{"numurs", column_use::passed, 0, {}},
                   {"locekli", column_use::fact, id_of("members"), {}},
                   {"ienakumi", column_use::fact, id_of("income"), {}},
                   {"ipasums", column_use::passed, 0, {"īpašums_nepārsniedz_robežas"}}};
    batch_of_benefit gmi;
    gmi.definition = how.wanted[0];
    gmi.granted = 200'000;
    gmi.refused = 1'000'000;
    gmi.undetermined = 34'565;
    gmi.total = rational(1'234'567'805) / rational(100);
    gmi.reasons = {{"income < gmi_level", 1'000'000},
                   {"income", 30'000},
                   {"a", 4'000},
                   {"b", 500},
                   {"c", 50},
                   {"d", 10},
                   {"e", 5}};
    batch_of_benefit poor;
    poor.definition = how.wanted[1];
    poor.granted = 1;
    sum.benefits = {gmi, poor};
    sum.first_errors.emplace_back(
        error_code::facts_amount, "rindas.csv",
        complaint{{"summa", "an amount"}, {"\"010190-12345\"", "\"010190-12345\""}, {}});
  }
  [[nodiscard]] std::string text(language lang) const {
    return batch_summary_text(lv::law(), shared, how, sum, lang);
  }
  [[nodiscard]] std::string json() const {
    return batch_summary_json(lv::law(), shared, how, sum, language::lv);
  }
};

TEST(batch_summary, counts_totals_and_reasons_in_words) {
  const std::string text = made_run().text(language::en);
  EXPECT_THAT(text, HasSubstr("Summary for 2023-07-01\n"
                              "  rows: 1,234,567; households: 1,234,567; bad rows: 2 (errors: 3)\n"
                              "  columns that were read: \"locekli\", \"ienakumi\"\n"
                              "  passed on without being read: \"numurs\", \"ipasums\"\n"
                              "  warning: the column \"ipasums\" was not read: did you mean "
                              "īpašums_nepārsniedz_robežas?\n"
                              "\n"
                              "GMI benefit (gmi_benefit)\n"
                              "  granted: 200,000; refused: 1,000,000; undetermined: 34,565\n"
                              "  total: 12,345,678.05 EUR a month\n"
                              "  most frequent reasons\n"
                              "    1,000,000  `income < gmi_level`\n"
                              "       30,000  `income`\n"
                              "        4,000  `a`\n"
                              "          500  `b`\n"
                              "           50  `c`\n"
                              "           15  others\n"
                              "\n"
                              "Status of a poor household (poor_household)\n"
                              "  yes: 1; no: 0; undetermined: 0\n"
                              "\n"
                              "Assumptions\n"));
}

TEST(batch_summary, in_latvian) {
  const std::string text = made_run().text(language::lv);
  EXPECT_THAT(text, HasSubstr("Kopsavilkums par 01.07.2023\n"
                              "  rindas: 1 234 567; mājsaimniecības: 1 234 567; kļūdainas rindas: 2 "
                              "(kļūdas: 3)\n"));
  EXPECT_THAT(text, HasSubstr("vai domāts īpašums_nepārsniedz_robežas?"));
  EXPECT_THAT(text, HasSubstr("  piešķirts: 200 000; atteikts: 1 000 000; nav nosakāms: 34 565\n"
                              "  kopā: 12 345 678,05 EUR mēnesī\n"
                              "  biežākie iemesli\n"));
  EXPECT_THAT(text, HasSubstr("  ir: 1; nav: 0; nav nosakāms: 0\n"));
  EXPECT_THAT(text, HasSubstr("\nPieņēmumi\n"));
}

TEST(batch_summary, tells_what_all_answers_assume) {
  made_run run;
  const std::string assumed =
      "It is assumed that the household’s property and savings are within the limits set by the law.";
  const auto doubts = [&] { return doubts_of(lv::law(), run.shared, run.how, run.sum, language::en); };
  EXPECT_THAT(doubts().assumptions, ::testing::ElementsAre(assumed));
  EXPECT_THAT(run.text(language::en), HasSubstr("Assumptions\n  " + assumed + "\n"));

  run.shared.set("property_within_limits", true);
  EXPECT_THAT(doubts().assumptions, IsEmpty());
  EXPECT_THAT(run.text(language::en), Not(HasSubstr("Assumptions")));

  run.shared = facts(lv::law());
  run.sum.columns.push_back({"ipasums", column_use::fact, id_of("property_within_limits"), {}});
  EXPECT_THAT(doubts().assumptions, IsEmpty());

  run.sum.columns.clear();  // persons: other kinds of income
  run.sum.columns.push_back({"alga", column_use::fact, id_of("wage"), {}});
  EXPECT_THAT(doubts().assumptions,
              ::testing::Contains("It is assumed that the persons have no income other than that stated."));
}

TEST(batch_summary, tells_what_is_unsure) {
  made_run run;
  const auto cautions = [&] {
    return doubts_of(lv::law(), run.shared, run.how, run.sum, language::en).cautions;
  };
  EXPECT_THAT(cautions(), ::testing::Not(::testing::Contains(HasSubstr("median per equivalent consumer"))));
  run.how.on = std::chrono::year{2025} / 3 / 1;  // its median is known as an interval only
  EXPECT_THAT(cautions(), ::testing::Contains(HasSubstr("Minimum income median per equivalent consumer: "
                                                        "confidence low: ")));
  run.how.on = std::chrono::year{2026} / 12 / 31;
  EXPECT_THAT(cautions(),
              ::testing::Contains("the law was checked up to 2026-11-21; later changes are not known"));
}

TEST(batch_summary, of_days_in_a_column_names_the_column) {
  made_run run;
  run.how.on.reset();
  run.how.date_column = "diena";
  EXPECT_TRUE(run.text(language::en).starts_with("Summary; days from the column \"diena\"\n"));
  EXPECT_TRUE(run.text(language::lv).starts_with("Kopsavilkums; dienas no kolonnas \"diena\"\n"));
  // What is unsure on some day.
  EXPECT_THAT(run.text(language::en), HasSubstr("\nAssumptions (depending on the day)\n"));
  EXPECT_THAT(run.text(language::lv), HasSubstr("\nŅemt vērā (atkarībā no dienas)\n"));
  const auto doubts = doubts_of(lv::law(), run.shared, run.how, run.sum, language::en);
  EXPECT_THAT(doubts.cautions, ::testing::Contains(HasSubstr("Minimum income median per equivalent consumer: "
                                                             "confidence low: ")));
  EXPECT_THAT(doubts.assumptions, ::testing::Contains(HasSubstr("property and savings")));
  EXPECT_THAT(run.json(), HasSubstr("\"on\": null,\n  \"on_column\": \"diena\","));
}

TEST(batch_summary, of_persons_counts_them) {
  made_run run;
  run.sum.persons = 2'500'000;
  EXPECT_THAT(run.text(language::en), HasSubstr("households: 1,234,567; persons: 2,500,000; bad rows"));
}

TEST(batch_summary, for_programs_has_all_reasons_and_exact_totals) {
  const std::string json = made_run().json();
  EXPECT_THAT(json, HasSubstr("\"total\": \"12345678.05\",\n      \"unit\": \"EUR/month\""));
  EXPECT_THAT(json, HasSubstr("\"reason\": \"e\",\n          \"count\": 5"));
  EXPECT_THAT(json, HasSubstr("\"separator\": \";\",\n    \"decimal_mark\": \",\""));
  EXPECT_THAT(json, HasSubstr("\"header\": \"ipasums\",\n      \"use\": \"passed\",\n      \"near\""));
  EXPECT_THAT(json, HasSubstr("\"total\": null,\n      \"unit\": null"));
}

/// Rows may hold more than was asked for.
TEST(batch_summary, shows_no_personal_codes) {
  made_run run;
  EXPECT_THAT(run.json(), Not(HasSubstr("010190-12345")));
  run.sum.columns[0].header = "010190-12345";
  EXPECT_THAT(run.json() + run.text(language::en), Not(HasSubstr("010190-12345")));
}

}  // namespace
