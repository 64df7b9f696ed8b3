// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <slieksnis/decide/decide.hpp>
#include <slieksnis/render/case_comparison.hpp>
#include <slieksnis/rule/embedded_rules.hpp>
#include <slieksnis/rule/load_rules.hpp>
#include <sstream>

namespace {

using namespace slieksnis;
using ::testing::HasSubstr;
using ::testing::Not;

std::vector<source_pointer> law() {
  std::vector<source_pointer> result;
  for (const embedded_file& file : embedded_rule_files())
    result.push_back(std::make_shared<source_text>(std::string(file.path), std::string(file.bytes)));
  return result;
}

const rule_book& before() {
  static const rule_book result = load_rule_book(law());
  return result;
}

/// The share of the median that is the GMI threshold is a half.
const rule_book& after() {
  static const rule_book result =
      load_rule_book(law(), book_use::everything,
                     {std::make_shared<source_text>(
                         "half.json", R"({ "reform": "half", "title": { "lv": "puse", "en": "a half" },
        "parameters": { "gmi_share": { "versions": [ { "from": "2026-01-01", "value": "0.50" } ] } } })")});
  return result;
}

struct one_case {
  facts stated_before{before()};
  facts stated_after{after()};
  answer first;
  answer second;

  explicit one_case(const char* income, bool by_name = true) {
    for (facts* stated : {&stated_before, &stated_after})
      stated->set("members", 1)
          .set("income", income)
          .set("composition", "lone_pension_age_or_disabled")
          .set("housing_costs", "300");
    first = decided(before(), stated_before);
    second = decided(after(), stated_after);
    first.wanted_by_name = second.wanted_by_name = by_name;
  }
  static answer decided(const rule_book& book, const facts& stated) {
    answer result;
    result.on = *parse_date("2026-02-01");
    const std::vector<std::size_t> wanted{*book.find("gmi_benefit"), *book.find("housing_benefit")};
    const plan planned = make_plan(book, result.on, wanted, shape_of(stated));
    result.decisions = decide(planned, stated, wanted);
    if (&book == &after()) result.reformed = reform_changes(before(), book, {&planned});
    return result;
  }
  [[nodiscard]] case_comparison both() const {
    return {before(), stated_before, first, after(), stated_after, second};
  }
};

TEST(case_comparison, stands_side_by_side) {
  const one_case one("300");
  const std::string text = comparison_text(one.both(), {language::lv}, 0);
  EXPECT_THAT(
      text,
      HasSubstr("Salīdzinājums par 01.02.2026\n  pirms: spēkā esošais likums\n  pēc:   reforma „puse”\n"));
  EXPECT_THAT(text, HasSubstr("                         pirms     pēc  izmaiņa\n"));
  EXPECT_THAT(text, HasSubstr("  GMI pabalsts      nepienākas  125,00  +125,00  EUR mēnesī\n"));
  EXPECT_THAT(text, HasSubstr("GMI pabalsts: nepienākas → pienākas 125,00 EUR mēnesī\n  pirms: "));
  EXPECT_THAT(text, HasSubstr("  * GMI sliekšņa daļa no mediānas\n      pirms  0,22; "));
  EXPECT_THAT(text, HasSubstr("soļi nemainās; --explain rāda visus"));
  EXPECT_THAT(text, HasSubstr("Mājokļa pabalsts: pienākas 300,00 EUR mēnesī (nemainās)"));
  EXPECT_THAT(text, HasSubstr("Ko maina reforma\n"));
}

TEST(case_comparison, fits_eighty_columns_at_a_glance_and_parts_wide_terminals) {
  const one_case one("300");
  std::istringstream stacked(comparison_text(one.both(), {language::en}, 0));
  std::string line;
  for (int i = 0; i < 9 && std::getline(stacked, line); ++i) EXPECT_LE(line.size(), 80U) << line;
  const std::string wide = comparison_text(one.both(), {language::en}, 140);
  EXPECT_THAT(wide, HasSubstr("      0.22; set figure; "));
  EXPECT_THAT(wide, HasSubstr("  | 0.5; set figure; "));
  EXPECT_THAT(wide, Not(HasSubstr("\n      before  0.22")));
}

TEST(case_comparison, shows_all_steps_when_asked) {
  const one_case one("300");
  const std::string text = comparison_text(one.both(), {language::en, true}, 0);
  EXPECT_THAT(text, Not(HasSubstr("--explain")));
  EXPECT_THAT(text, HasSubstr("    Recognised housing costs a month\n      300.00 EUR a month; stated\n"));
}

TEST(case_comparison, without_names_shows_what_is_granted_or_changes) {
  const one_case one("5000", false);
  const std::string text = comparison_text(one.both(), {language::en}, 0);
  EXPECT_THAT(text, HasSubstr("Nothing is granted, neither before nor after."));
  const one_case two("300", false);
  const comparison_sheet sheet = comparison_sheet_of(two.both(), {language::en});
  EXPECT_EQ(sheet.rows.size(), 2U);
  ASSERT_EQ(sheet.decisions.size(), 1U) << "housing benefit stays as it is";
  EXPECT_EQ(sheet.decisions[0].title, "GMI benefit");
}

TEST(case_comparison, as_markdown_is_a_table) {
  const one_case one("300");
  const std::string text = comparison_markdown(one.both(), {language::en});
  EXPECT_THAT(text, HasSubstr("| GMI benefit | refused | 125.00 | +125.00 | EUR a month |\n"));
  EXPECT_THAT(text, HasSubstr("| step | changed | before | after |\n"));
}

TEST(case_comparison, as_json_pairs_decisions_and_steps) {
  const one_case one("300");
  const auto json = nlohmann::json::parse(comparison_json(one.both(), {language::en}));
  const auto& gmi = json["differences"][0];
  EXPECT_EQ(gmi["id"], "gmi_benefit");
  EXPECT_EQ(gmi["changed"], true);
  EXPECT_EQ(gmi["change"], "125.00");
  const auto& steps = gmi["steps"];
  const auto share =
      std::find_if(steps.begin(), steps.end(), [](const auto& step) { return step["name"] == "gmi_share"; });
  ASSERT_NE(share, steps.end());
  EXPECT_EQ((*share)["changed"], nlohmann::json::array({"value"}));
  EXPECT_EQ(json["before"]["decisions"][0]["trace"][(*share)["before"].get<std::size_t>()]["value"], "0.22");
  EXPECT_EQ(json["after"]["decisions"][0]["trace"][(*share)["after"].get<std::size_t>()]["value"], "0.5");
  EXPECT_EQ(json["reforms"][0]["changes"][0]["read"], true);
}

}  // namespace
