// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <slieksnis/decide/decide.hpp>
#include <slieksnis/decide/outlook.hpp>
#include <slieksnis/lv.hpp>
#include <slieksnis/render/question.hpp>

namespace {

using namespace slieksnis;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

interview about(const char* benefit, const std::vector<const char*>& answers) {
  interview one(facts(lv::law()), parse_date("2026-02-01"), {*lv::law().find(benefit)});
  for (const char* text : answers) {
    const auto errors = std::string_view(text) == "?" ? one.dont_know() : one.answer(text);
    EXPECT_TRUE(errors.empty()) << text;
  }
  return one;
}

question_text latvian(const interview& one) { return question_text_of(one, language::lv); }
question_text english(const interview& one) { return question_text_of(one, language::en); }

TEST(question_text, asks_for_the_day_and_the_benefits_first) {
  interview one(facts(lv::law()), std::nullopt, {});
  EXPECT_EQ(latvian(one).asks, "Par kuru dienu rēķināt?");
  EXPECT_EQ(english(one).expects, "a date, such as 2026-02-01; Enter for today");
  EXPECT_TRUE(one.answer("2026-02-01").empty());
  EXPECT_EQ(english(one).asks, "Which benefits or statuses?");
  EXPECT_THAT(latvian(one).choices, Contains(HasSubstr(") Mājokļa pabalsts")));
  EXPECT_EQ(latvian(one).why, "");
}

TEST(question_text, says_what_the_answer_is_needed_for_and_by_which_law) {
  const auto text = latvian(about("housing_benefit", {"pensionārs"}));
  EXPECT_THAT(text.asks, HasSubstr("Kādi ir mājsaimniecības atzītie mājokļa izdevumi mēnesī"));
  EXPECT_EQ(text.why, "Vajadzīgs, lai noteiktu: mājokļa pabalsts");
  EXPECT_EQ(text.expects, "summa eiro, piemēram, 500,50");
  EXPECT_THAT(text.choices, IsEmpty());
  EXPECT_THAT(text.help, Contains(HasSubstr("noteikumi Nr. 809, 10. punkts")));
  EXPECT_THAT(text.help, Contains("Vismaz 0,00."));
}

TEST(question_text, names_the_person_and_labels_the_choices) {
  const auto pensioner = about("support_person_service", {"pensionārs"});
  EXPECT_EQ(latvian(pensioner).asks,
            "Kāda invaliditātes grupa personai ir noteikta? (1. persona, pensionārs)");
  EXPECT_THAT(latvian(pensioner).choices,
              ElementsAre("a) nav invaliditātes", "b) I grupa", "c) II grupa", "d) III grupa"));
  EXPECT_EQ(english(about("support_person_service", {"pensioner (grandmother)"})).asks,
            "Which disability group has the person been given? (person 1, grandmother)");
  EXPECT_THAT(latvian(about("adoption_benefit", {"pieaugušais, bērns 7"})).asks,
              HasSubstr(" (2. persona, bērns, 7 gadi)"));
}

TEST(question_text, asks_for_incomes_by_kind) {
  const auto text = english(about("gmi_benefit", {"pensioner", "?"}));
  EXPECT_EQ(text.asks, "What income a month after tax does the person have, by kind? (person 1, pensioner)");
  EXPECT_EQ(text.expects, "kind and amount, such as wage 512.40, pension 200; none if there is none");
  EXPECT_THAT(text.help, Contains(HasSubstr("pension")));
}

TEST(question_text, is_empty_when_nothing_is_left_to_ask) {
  EXPECT_EQ(latvian(about("gmi_benefit", {"pensionārs", "100"})).asks, "");
}

TEST(result_so_far, is_one_line_for_each_of_a_few_decisions) {
  const auto so_far = [](const interview& one, language lang) {
    auto decisions = decide(make_plan(lv::law(), *one.on(), one.benefits(), shape_of(one.stated())),
                            one.stated(), one.benefits());
    if (decisions.size() < 4)
      for (decision& each : decisions) add_outlook(lv::law(), one.stated(), each);
    return result_so_far(lv::law(), one.stated(), decisions, lang);
  };
  EXPECT_EQ(so_far(about("housing_benefit", {}), language::lv), "Mājokļa pabalsts: vēl nav izlemts");
  EXPECT_EQ(so_far(about("housing_benefit", {"pensionārs", "300"}), language::lv),
            "Mājokļa pabalsts: vēl nav izlemts; summa no 0,00 līdz 300,00 EUR mēnesī");
  EXPECT_EQ(so_far(about("housing_benefit", {"pensioner", "300", "500"}), language::en),
            "Housing benefit: granted, 267.50 EUR a month");
  interview everything(facts(lv::law()), parse_date("2026-02-01"), {});
  EXPECT_TRUE(everything.answer("all").empty());
  EXPECT_TRUE(everything.answer("pensioner").empty());
  EXPECT_TRUE(everything.answer("housing_costs=300 income=500").empty());
  EXPECT_EQ(so_far(everything, language::en),
            "Decided 18 of 53; granted or held: 1; in all 267.50 EUR a month");
}

}  // namespace
