// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/decide/decide.hpp>
#include <slieksnis/decide/interview.hpp>
#include <slieksnis/lv.hpp>
#include <slieksnis/render/format.hpp>

#include "../support/codes.hpp"

namespace {

using namespace slieksnis;

const rule_book& law() { return lv::law(); }

interview about(const char* benefit, const char* on = "2026-02-01") {
  return {facts(law()), parse_date(on), {*law().find(benefit)}};
}

/// What is asked: the name of the need, `day`, `benefits`, `persons`, or nothing at the end.
std::string asked(const interview& one) {
  if (!one.next()) return "";
  switch (one.next()->what) {
    case question::about::day:
      return "day";
    case question::about::benefits:
      return "benefits";
    case question::about::group:
      return "group of " + name_of(law(), one.next()->missing);
    default:
      return name_of(law(), one.next()->missing);
  }
}

/// Answers in turn, `?` for "don't know", and tells what was asked.
std::string conduct(interview& one, const std::vector<const char*>& answers) {
  std::string result;
  for (const char* text : answers) {
    result += (result.empty() ? "" : ", ") + asked(one);
    const auto errors = std::string_view(text) == "?" ? one.dont_know() : one.answer(text);
    for (const error& wrong : errors) result += " [" + std::string(name_of(wrong.code())) + "]";
  }
  return result + (one.next() ? "; then " + asked(one) : "; end");
}

std::string outcome_of(const interview& one) {
  const auto decisions = decide(make_plan(law(), *one.on(), one.benefits(), shape_of(one.stated())),
                                one.stated(), one.benefits());
  std::string result;
  for (const decision& each : decisions)
    result += (result.empty() ? "" : ", ") + std::string(name_of(each.outcome)) +
              (each.amount ? " " + to_string(*each.amount) : "");
  return result;
}

TEST(interview, asks_a_lone_pensioner_about_housing_benefit_four_questions) {
  interview one(facts(law()), std::nullopt, {*law().find("housing_benefit")});
  EXPECT_EQ(conduct(one, {"01.02.2026", "pensionārs", "300", "500"}),
            "day, persons, housing_costs, income; end");
  EXPECT_EQ(outcome_of(one), "granted 267.5");
}

TEST(interview, asks_which_benefits_when_none_is_named) {
  interview one(facts(law()), parse_date("2026-02-01"), {});
  EXPECT_EQ(conduct(one, {"mājokļa pabalsts, gmi-benefit"}), "benefits; then persons");
  EXPECT_EQ(one.benefits().size(), 2U);
  EXPECT_TRUE(one.by_name());
  const auto offered = one.offered();
  EXPECT_NE(std::find(offered.begin(), offered.end(), *law().find("gmi_benefit")), offered.end());

  interview by_number(facts(law()), parse_date("2026-02-01"), {});
  EXPECT_TRUE(by_number.answer("2, 1 2").empty());
  EXPECT_EQ(by_number.benefits(), (std::vector<std::size_t>{offered[1], offered[0]}));

  interview everything(facts(law()), parse_date("2026-02-01"), {});
  EXPECT_EQ(conduct(everything, {"?"}), "benefits; then persons");
  EXPECT_FALSE(everything.by_name());
  EXPECT_GT(everything.benefits().size(), 40U);
}

TEST(interview, stops_as_soon_as_it_is_decided) {
  interview one = about("after_care_mentor");
  EXPECT_EQ(conduct(one, {"pieaugušais", "nē"}), "persons, persons[1].care_leaver; end");
  EXPECT_EQ(outcome_of(one), "refused");
}

TEST(interview, asks_nothing_that_is_assumed_or_stated) {
  facts stated(law());
  stated.set("members", 1).set("income", "100");
  interview one(std::move(stated), parse_date("2026-02-01"), {*law().find("gmi_benefit")});
  EXPECT_EQ(asked(one), "");
  EXPECT_EQ(one.answered(), 0U);
  EXPECT_FALSE(one.back());
}

TEST(interview, asks_for_the_parts_of_what_is_not_known) {
  interview one = about("pre1996_supplement");
  EXPECT_EQ(conduct(one, {"1", "?"}), "persons, persons[1].born; then persons[1].age");
  interview household = about("housing_benefit");
  EXPECT_EQ(conduct(household, {"?", "4", "300", "500", "?", "1", "1"}),
            "persons, composition, housing_costs, income, members, adults, children; end");
}

TEST(interview, ends_undetermined_when_what_it_needs_is_unobtainable) {
  interview one = about("housing_benefit");
  EXPECT_EQ(conduct(one, {"pensionārs", "?"}), "persons, housing_costs; end")
      << "no answer about incomes could decide it any more";
  EXPECT_EQ(outcome_of(one), "undetermined");
}

TEST(interview, takes_incomes_by_kind_of_every_person_or_of_none) {
  interview one = about("gmi_benefit");
  EXPECT_EQ(
      conduct(one, {"pensionārs; pieaugušais", "?", "pensija 120,50, saņemtie uzturlīdzekļi 10", "nav"}),
      "persons, income, group of persons[1].wage, group of persons[2].wage; end");
  EXPECT_EQ(outcome_of(one), "granted 187.5");

  interview partly = about("gmi_benefit");
  EXPECT_EQ(conduct(partly, {"pensionārs; pieaugušais", "?", "pensija=120,50", "?"}),
            "persons, income, group of persons[1].wage, group of persons[2].wage; end");
  EXPECT_EQ(outcome_of(partly), "undetermined") << "one income does not pass for all";
  EXPECT_FALSE((*partly.stated().persons())[0].contains(*law().find("pension")));
}

TEST(interview, returns_what_is_wrong_and_asks_again) {
  interview one(facts(law()), std::nullopt, {*law().find("housing_benefit")});
  EXPECT_EQ(conduct(one, {"31.02.2026", "1990-01-01", "2020-06-01", "?", "01.02.2026"}),
            "day [facts.date], day [facts.date_span], day [facts.date_span], day [facts.date_missing], day; "
            "then persons");
  EXPECT_EQ(conduct(one, {"pensionars un suns", "", "pensionars"}),
            "persons [facts.persons], persons [facts.kind], persons; then housing_costs");
  EXPECT_EQ(conduct(one, {"trīssimt", "-5", "300"}),
            "housing_costs [facts.amount], housing_costs [facts.domain], housing_costs; then income");
}

TEST(interview, goes_back_answer_by_answer) {
  interview one = about("housing_benefit");
  static_cast<void>(conduct(one, {"pensionārs", "300", "500"}));
  EXPECT_TRUE(one.back());
  EXPECT_EQ(asked(one), "income");
  EXPECT_TRUE(one.back());
  EXPECT_TRUE(one.back());
  EXPECT_FALSE(one.back());
  EXPECT_EQ(conduct(one, {"2 pieaugušie", "300", "500"}), "persons, housing_costs, income; end");
}

TEST(interview, takes_facts_by_name_at_any_question) {
  interview one = about("housing_benefit");
  EXPECT_EQ(conduct(one, {"pensionārs", "ienākumi=500 mājokļa-izdevumi=300"}), "persons, housing_costs; end");
  interview wrong = about("housing_benefit");
  EXPECT_EQ(conduct(wrong, {"2 pensionāri", "pensija=5", "3.pensija=5", "2.pensija=300"}),
            "persons, housing_costs [facts.entity], housing_costs [facts.entity], housing_costs; "
            "then housing_costs");
}

TEST(interview, asks_for_a_date_of_birth_rather_than_for_the_age_beside_it) {
  interview one = about("pre1996_supplement");
  EXPECT_EQ(conduct(one, {"1"}), "persons; then persons[1].born");
}

TEST(interview, labels_choices_so_that_no_label_means_another_choice) {
  EXPECT_EQ(interview::labels(law().at(*law().find("education")))[1], "2");
  EXPECT_EQ(interview::labels(law().at(*law().find("disability_group")))[1], "b") << "1 is group I";
  EXPECT_TRUE(interview::labels(law().at(*law().find("income"))).empty());
  interview one = about("support_person_service");
  EXPECT_EQ(conduct(one, {"1", "nē", "1"}).substr(0, 54),
            "persons, persons[1].child, persons[1].disability_group");
  const auto& person = one.stated().persons()->front();
  EXPECT_EQ(to_string(person.at(*law().find("disability_group")).what), "group_1");
}

TEST(interview, throws_for_a_benefit_without_rules_on_the_day) {
  EXPECT_EQ(codes_thrown_by([] { about("housing_benefit", "2020-06-01"); }), "facts.date_span");
}

}  // namespace
