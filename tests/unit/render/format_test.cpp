// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/lv.hpp>
#include <slieksnis/render/format.hpp>

namespace {

using namespace slieksnis;
using namespace std::chrono_literals;

rational number(const char* text) { return *parse_decimal(text); }
const definition& of(const char* name) { return lv::law().at(*lv::law().find(name)); }

TEST(format, writes_dates_in_the_order_of_the_language) {
  EXPECT_EQ(format_date(2026y / 2 / 1, language::lv), "01.02.2026");
  EXPECT_EQ(format_date(2026y / 2 / 1, language::en), "2026-02-01");
}

TEST(format, shows_the_last_day_of_a_period_as_included) {
  EXPECT_EQ(format_period({2026y / 1 / 1, 2026y / 5 / 1}, language::lv), "01.01.2026–30.04.2026");
  EXPECT_EQ(format_period({2026y / 1 / 1, 2026y / 5 / 1}, language::en), "2026-01-01 to 2026-04-30");
}

TEST(format, pads_decimals_and_uses_the_decimal_mark_of_the_language) {
  EXPECT_EQ(format_number(number("267.5"), 2, language::lv), "267,50");
  EXPECT_EQ(format_number(number("267.5"), 2, language::en), "267.50");
  EXPECT_EQ(format_number(number("187.0044"), 2, language::lv), "187,0044");
  EXPECT_EQ(format_number(number("-4"), 0, language::en), "−4");
}

TEST(format, cuts_numbers_without_a_finite_decimal_visibly) {
  EXPECT_EQ(format_number(rational(1, 3), 2, language::lv), "0,333333…");
}

TEST(format, counts_years_by_latvian_plural_rules) {
  const definition& age = of("pension_age");
  EXPECT_EQ(format_bare(age, months_duration{12}, language::lv), "1 gads");
  EXPECT_EQ(format_bare(age, months_duration{11 * 12}, language::lv), "11 gadi");
  EXPECT_EQ(format_bare(age, months_duration{21 * 12 + 1}, language::lv), "21 gads un 1 mēnesis");
  EXPECT_EQ(format_bare(age, months_duration{64 * 12 + 6}, language::en), "64 years and 6 months");
}

TEST(format, writes_values_with_units_and_titles) {
  EXPECT_EQ(format_value(lv::law(), of("gmi_first"), number("187"), language::lv), "187,00 EUR mēnesī");
  EXPECT_EQ(format_value(lv::law(), of("gmi_share"), number("0.22"), language::en), "0.22");
  EXPECT_EQ(format_bare(of("property_within_limits"), true, language::lv), "jā");
  EXPECT_EQ(format_bare(of("disability_group"), std::string("group_1"), language::lv), "I grupa");
}

TEST(format, names_needs_as_scripts_write_them) {
  EXPECT_EQ(name_of(lv::law(), need{*lv::law().find("income"), std::nullopt}), "income");
  EXPECT_EQ(name_of(lv::law(), need{*lv::law().find("born"), 1}), "persons[2].born");
  EXPECT_EQ(name_of(lv::law(), need{}), "persons");
}

TEST(format, writes_formulas_in_words_and_in_numbers) {
  const std::string formula = "max(previous, gmi_share * income_median)";
  const std::size_t gmi = *lv::law().find("gmi_first");
  const std::vector<shown_mention> mentions{
      {{4, 12}, gmi, {value{number("166")}}, false},
      {{14, 23}, *lv::law().find("gmi_share"), {value{number("0.22")}}, false},
      {{26, 39}, *lv::law().find("income_median"), {value{number("850.02")}}, false}};
  EXPECT_EQ(
      format_formula(lv::law(), lv::law().at(gmi), formula, mentions, formula_style::numbers, language::lv),
      "lielākais no(166,00; 0,22 × 850,02)");
  EXPECT_EQ(
      format_formula(lv::law(), lv::law().at(gmi), formula, mentions, formula_style::names, language::en),
      "max(previous value; GMI share × income median)");
}

TEST(format, starts_sentences_with_a_capital) {
  EXPECT_EQ(capitalised("īpašums"), "Īpašums");
  EXPECT_EQ(capitalised("income"), "Income");
  EXPECT_EQ(capitalised(""), "");
}

}  // namespace
