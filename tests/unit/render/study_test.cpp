// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <slieksnis/lv.hpp>
#include <slieksnis/render/study.hpp>

namespace {

using namespace slieksnis;
using ::testing::HasSubstr;
using ::testing::Not;

std::size_t id_of(std::string_view name) { return *lv::law().find(name); }

study_count of(std::uint64_t rows) { return {rows, rational(static_cast<std::int64_t>(rows))}; }

/// A comparison of 1 234 567 households by composition and in two parts by income.
struct made_study {
  study_options options;
  study_result made;
  study_report report;

  made_study() {
    options.rows.on = std::chrono::year{2026} / 2 / 1;
    options.rows.wanted = {id_of("gmi_benefit"), id_of("housing_benefit"), id_of("poor_household")};
    options.scenarios.push_back({"the law", &lv::law(), facts(lv::law()), options.rows.on});
    options.scenarios.push_back({"a try", &lv::law(), facts(lv::law()), options.rows.on});
    options.threshold = "poor_level";
    options.income = "income";
    options.groups = {{"composition", false, {}, 0}, {"income", false, {}, 2}};
    const unit a_month = lv::law().at(id_of("gmi_benefit")).what.measure;
    made.measures = {{study_quantity::benefit, id_of("gmi_benefit"), true, payment::month, a_month},
                     {study_quantity::benefit, id_of("housing_benefit"), true, payment::month, a_month},
                     {study_quantity::benefit, id_of("poor_household"), false, payment::month, unit()},
                     {study_quantity::total, 0, true, payment::month, a_month},
                     {study_quantity::shortfall, 0, true, payment::month, a_month}};
    made.all.households = of(1'234'567);
    made.all.figures.resize(10);
    for (std::size_t m = 0; m < 5; ++m) {
      before(made.all, m).granted = of(1000);
      before(made.all, m).amount = rational(100'000);
      after(made.all, m).granted = of(1500);
      after(made.all, m).amount = rational(200'001, 2);  // 100 000.50
      after(made.all, m).newly = of(600);
      after(made.all, m).no_longer = of(100);
      after(made.all, m).winners = of(3);
      after(made.all, m).gain = rational(100);
      after(made.all, m).losers = of(7);
      after(made.all, m).loss = rational(199, 2);
      after(made.all, m).unknown = of(2);
    }
    after(made.all, 0).undetermined = of(2);
    made.tables = {{options.groups[0], id_of("composition"), {}}, {options.groups[1], id_of("income"), {}}};
    made.tables[0].groups = {made.all, made.all};
    made.tables[0].groups[0].value = "other";
    made.tables[0].groups[1].unknown = true;
    made.tables[1].groups = {made.all, made.all};
    made.tables[1].groups[0].part = 1;
    made.tables[1].groups[0].from = rational(0);
    made.tables[1].groups[0].to = rational(1'000'001, 2);
    made.tables[1].groups[1].part = 2;
    made.rows.rows = made.rows.households = 1'234'568;
    made.rows.bad_rows = 1;
    made.rows.errors = 4;
    made.rows.columns = {{"numurs", column_use::passed, 0, {}},
                         {"ienakumi", column_use::fact, id_of("income"), {}}};
    made.plans.resize(2);
  }

  study_figures& before(study_group& one, std::size_t m) { return one.figures[m]; }
  study_figures& after(study_group& one, std::size_t m) { return one.figures[5 + m]; }
  [[nodiscard]] std::string text(language lang) {
    report.lang = lang;
    return study_text(options, made, report);
  }
  [[nodiscard]] std::string json() const { return study_json(options, made, report); }
  [[nodiscard]] std::string csv() const { return study_csv(options, made, report); }
  [[nodiscard]] std::string html() const { return study_html(options, made, report); }
};

TEST(study_text, tells_each_side_and_the_change) {
  made_study one;
  const std::string text = one.text(language::en);
  EXPECT_THAT(text, HasSubstr("Comparison for 2026-02-01\n"
                              "  before: the law\n"
                              "  after: a try\n"
                              "  households: 1,234,567\n"
                              "  bad rows: 1 (not counted; errors: 4)\n"
                              "  columns that were read: \"ienakumi\"\n"
                              "  columns that were not used: \"numurs\"\n"));
  EXPECT_THAT(text, HasSubstr("Benefits in all, EUR a month\n"
                              "                                   before         after   change\n"
                              "    recipients (households)         1,000         1,500     +500\n"
                              "    undetermined                        0             0        0\n"
                              "    cost a month               100,000.00    100,000.50    +0.50\n"
                              "    cost a year              1,200,000.00  1,200,006.00    +6.00\n"
                              "    mean per recipient             100.00         66.67   −33.33\n"
                              "    newly entitled                                           600\n"
                              "    no longer entitled                                       100\n"
                              "    winners                                                    3\n"
                              "      in all                                             +100.00\n"
                              "      on average                                          +33.33\n"
                              "    losers                                                     7\n"
                              "      in all                                              −99.50\n"
                              "      on average                                          −14.21\n"
                              "    not comparable                                             2\n"));
  EXPECT_THAT(text, HasSubstr("GMI benefit: facts are missing for some"));
  EXPECT_THAT(text, HasSubstr("\nAssumptions\n"));
}

TEST(study_text, in_latvian) {
  made_study one;
  const std::string text = one.text(language::lv);
  EXPECT_THAT(text, HasSubstr("Salīdzinājums par 01.02.2026\n"));
  EXPECT_THAT(text, HasSubstr("kļūdainas rindas: 1 (nav ieskaitītas; kļūdas: 4)"));
  EXPECT_THAT(text, HasSubstr("    izmaksas gadā               1 200 000,00  1 200 006,00    +6,00\n"));
  EXPECT_THAT(text,
              HasSubstr("Trūkst līdz slieksnim (trūcīgas mājsaimniecības ienākumu slieksnis), EUR mēnesī\n"));
  EXPECT_THAT(text, HasSubstr("1. daļa: 0,00–500 000,50"));
  EXPECT_THAT(text, HasSubstr("nav zināms"));
}

TEST(study_text, groups_show_sums_and_statuses_but_not_the_parts_of_a_sum) {
  made_study one;
  const std::string text = one.text(language::en);
  const std::string groups = text.substr(text.find("\nComposition of the household\n"));
  EXPECT_THAT(groups, HasSubstr("  Benefits in all, EUR a month\n"));
  EXPECT_THAT(groups, HasSubstr("  Status of a poor household\n"));
  EXPECT_THAT(groups.substr(0, groups.find("\nWarnings\n")), Not(HasSubstr("GMI benefit")));
  EXPECT_THAT(groups, HasSubstr("all other households"));
}

TEST(study_text, weighted_counts_are_weights) {
  made_study one;
  one.made.weighted = true;
  one.options.weight_column = "w";
  one.after(one.made.all, 3).granted.weight = rational(3'000'001, 2);
  const std::string text = one.text(language::en);
  EXPECT_THAT(text, HasSubstr("  weight: the column \"w\"; counts are weighted\n"));
  EXPECT_THAT(text, HasSubstr("1,500,000.50  +1,499,000.50\n"));
}

TEST(study_text, a_shortfall_that_nobody_knows_is_left_out) {
  made_study one;
  for (std::size_t s = 0; s < 2; ++s) {
    study_figures& figures = one.made.all.figures[s * 5 + 4];
    figures = {};
    figures.undetermined = of(5);
  }
  EXPECT_THAT(one.text(language::en), Not(HasSubstr("Missing to the threshold")));
}

TEST(study_text, days_side_by_side_without_a_change) {
  made_study one;
  one.options.compares = false;
  one.options.scenarios[0].name = "2026-02-01";
  one.options.scenarios[1].name = "2026-03-01";
  const std::string text = one.text(language::en);
  EXPECT_THAT(text, HasSubstr("  scenarios: 2026-02-01; 2026-03-01\n"));
  EXPECT_THAT(text, HasSubstr("                               2026-02-01    2026-03-01\n"));
  EXPECT_THAT(text, Not(HasSubstr("winners")));
}

TEST(study_json, exact_sums_with_however_many_digits) {
  made_study one;
  one.after(one.made.all, 0).amount = rational(std::int64_t{9'000'000'000'000'000'001}) *
                                      rational(std::int64_t{1'000'000'007}) / rational(1000);
  one.after(one.made.all, 1).amount = rational(1, 3);
  const std::string json = one.json();
  EXPECT_THAT(json, HasSubstr("\"amount\": \"9000000063000000001000000.007\""));
  EXPECT_THAT(json, HasSubstr("\"amount\": \"1/3\""));
  EXPECT_THAT(json, HasSubstr("\"mean_gain\": \"33.33\""));
  EXPECT_THAT(json, HasSubstr("\"amount_change\": \"0.5\""));
  EXPECT_THAT(json, HasSubstr("\"id\": \"total_month\""));
}

TEST(study_csv, a_row_for_each_group_scenario_and_measure) {
  made_study one;
  const std::string csv = one.csv();
  EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 1 + (1 + 2 + 2) * 2 * 5);
  const std::string header = csv.substr(0, csv.find('\n'));
  const auto cells = [](const std::string& line) {
    bool quoted = false;
    return std::count_if(line.begin(), line.end(), [&](char c) {
      quoted = quoted != (c == '"');
      return c == ',' && !quoted;
    });
  };
  for (std::size_t at = 0; at < csv.size();) {
    const std::size_t end = csv.find('\n', at);
    const std::string line = csv.substr(at, end - at);
    EXPECT_EQ(cells(line), cells(header)) << line;
    at = end + 1;
  }
  EXPECT_THAT(
      csv, HasSubstr("\nall,,all,,,,after,total_month,Benefits in all,month,EUR/month,1234567,1234567,1500,"
                     "1500,0,0,0,0,100000.5,1200006,66.67,0.5,600,600,100,100,3,3,100,33.33,7,7,99.5,"
                     "14.21,2,2,false\n"));
  EXPECT_THAT(csv, HasSubstr("\ncomposition,unknown,not known,"));
  EXPECT_THAT(csv, HasSubstr("\nincome,,\"part 1: 0.00–500,000.50\",1,0,500000.5,before,"));
}

TEST(study_html, one_page_with_a_chart_for_each_question) {
  made_study one;
  one.report.notes = {"made up & <so on>"};
  const std::string page = one.html();
  EXPECT_THAT(page, HasSubstr("<p>made up &amp; &lt;so on&gt;</p>"));
  EXPECT_THAT(page, HasSubstr("role=\"img\" aria-labelledby=\"gains-1-1-title gains-1-1-desc\""));
  EXPECT_THAT(page, HasSubstr("<title id=\"recipients-title\">Recipients</title>"));
  EXPECT_THAT(page, HasSubstr("id=\"cost-0-desc\""));
  EXPECT_THAT(page, Not(HasSubstr("<script")));
  EXPECT_THAT(page, Not(HasSubstr("http://www.w3.org/1999/xlink")));
}

TEST(study_html, bars_are_as_long_as_their_amounts) {
  made_study one;
  for (study_group& group : one.made.tables[1].groups)
    for (study_figures& figures : group.figures) figures.gain = figures.loss = rational(0);
  study_figures& first = one.after(one.made.tables[1].groups[0], 3);
  first.gain = rational(300);
  one.after(one.made.tables[1].groups[1], 3).loss = rational(100);
  const std::string page = one.html();
  const std::string chart = page.substr(page.find("id=\"gains-1-1-desc\""));
  const auto width_after = [&](const std::string& text) {
    const std::size_t rect = chart.rfind("<rect", chart.find(text));
    const std::size_t at = chart.find("width=\"", rect) + 7;
    return std::stol(chart.substr(at, chart.find_first_of(".\"", at) - at));
  };
  const long gain = width_after("gains: +300.00</title>");
  const long loss = width_after("losses: −100.00</title>");
  EXPECT_NEAR(static_cast<double>(gain), 3 * static_cast<double>(loss), 3);
  EXPECT_GT(loss, 50);
}

TEST(study, words_of_classes) {
  made_study one;
  one.options.groups = {{"age", false, {rational(18), rational(65)}, 0}};
  one.made.tables = {{one.options.groups[0], id_of("age"), {one.made.all, one.made.all, one.made.all}}};
  auto& groups = one.made.tables[0].groups;
  groups[0].to = rational(18);
  groups[1].from = rational(18);
  groups[1].to = rational(65);
  groups[2].from = rational(65);
  const std::string text = one.text(language::lv);
  EXPECT_THAT(text, HasSubstr("    mazāk par 18"));
  EXPECT_THAT(text, HasSubstr("    18–64"));
  EXPECT_THAT(text, HasSubstr("    65 un vairāk"));
  EXPECT_THAT(text, HasSubstr("(lielākā vērtība mājsaimniecībā)"));
}

}  // namespace
