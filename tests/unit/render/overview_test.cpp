// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/decide/decide.hpp>
#include <slieksnis/lv.hpp>
#include <slieksnis/render/overview.hpp>

#include "../support/rule_text.hpp"

namespace {

using namespace slieksnis;

struct tried {
  facts stated{lv::law()};
  answer given;
};

/// A student after out-of-family care and a pensioner with 100 EUR a month, on 1 February 2024.
tried two_persons(const std::vector<std::string_view>& names) {
  tried result;
  const std::size_t student = result.stated.add_person();
  result.stated.set_person(student, "born", "2003-01-01").set_person(student, "care_leaver", "yes");
  result.stated.set_label(student, "students");
  result.stated.set_person(result.stated.add_person(), "born", "1950-01-01");
  result.stated.set("income", "100");
  result.given.on = std::chrono::year{2024} / 2 / 1;
  std::vector<std::size_t> wanted;
  for (const auto name : names) wanted.push_back(*lv::law().find(name));
  const plan planned = make_plan(lv::law(), result.given.on, wanted, shape_of(result.stated));
  result.given.decisions = decide(planned, result.stated, wanted);
  return result;
}

TEST(overview, lists_what_is_due_with_its_basis_and_adds_it_up) {
  const auto one = two_persons({"gmi_benefit", "poor_household", "care_leaver_household_goods_benefit"});
  const overview all = overview_of(lv::law(), one.stated, one.given, language::en);
  ASSERT_EQ(all.granted.size(), 3U);
  EXPECT_EQ(all.granted[0].title, "GMI benefit");
  EXPECT_EQ(all.granted[0].value, "133.00 EUR a month");
  EXPECT_EQ(all.granted[0].source, "Cabinet Regulation No. 809 of 17 December 2020, the GMI benefit formula");
  EXPECT_EQ(all.granted[0].formula, "GMI level − income = 233.00 − 100.00");
  EXPECT_EQ(all.assumptions.size(), 1U);
  EXPECT_EQ(all.granted[1].value, "yes");
  EXPECT_EQ(all.granted[2].title, "Benefit for household goods and soft furnishings (students)");
  EXPECT_EQ(all.granted[2].value, "1166.00 EUR (once)");
  EXPECT_EQ(all.totals, (std::vector<std::string>{"133.00 EUR a month", "1166.00 EUR (once)"}));
}

TEST(overview, asks_for_the_fact_that_a_decision_waits_for) {
  const auto one = two_persons({"care_leaver_start_benefit", "old_age_pension_right"});
  const overview all = overview_of(lv::law(), one.stated, one.given, language::en);
  ASSERT_EQ(all.open.size(), 2U);
  EXPECT_TRUE(all.open[0].question.starts_with("disabled_since_childhood – ")) << all.open[0].question;
  EXPECT_TRUE(all.open[0].question.ends_with("(students)")) << all.open[0].question;
  EXPECT_TRUE(all.open[1].question.starts_with("insurance_record_years")) << all.open[1].question;
  EXPECT_EQ(all.rare.size(), 1U) << "whether the pensioner has been in care is not asked at length";
}

TEST(overview, leaves_the_steps_to_the_long_form_and_to_what_is_named) {
  answer given;
  decision decided;
  decided.outcome = outcome::refused;
  EXPECT_FALSE(shown_in_full(given, decided, false));
  EXPECT_TRUE(shown_in_full(given, decided, true));
  decided.outcome = outcome::undetermined;
  EXPECT_FALSE(shown_in_full(given, decided, true));
  given.wanted_by_name = true;
  EXPECT_TRUE(shown_in_full(given, decided, false));
}

// A small rule book in which everything that an overview tells apart occurs.

using rule_text::asked;
using rule_text::named;
using rule_text::section;
using rule_text::since;
using rule_text::versions;

std::string granted_if(const char* condition, const char* amount) {
  return versions(
      {since("2020-01-01", "\"entitled_if\": \"" + std::string(condition) + "\", \"amount\": \"" + amount +
                               R"(", "round": { "to": "0.01", "mode": "half_up", "source": "s" })")});
}
std::string benefit(const char* name, const char* of, const char* condition, const char* amount,
                    const std::string& more = {}) {
  return named(name, "\"of\": \"" + std::string(of) + R"(", "unit": "EUR/month", "paid": "month", )" + more +
                         granted_if(condition, amount));
}

const rule_book& small_book() {
  static const rule_book result = rule_text::book(
      {R"("groups": { "kinds": { "assumed": { "lv": "pieņemts", "en": "assumed" }, "sum": "received" } })",
       section("facts", {asked("disabled", R"("of": "person", "type": "boolean", "gate": true)"),
                         asked("hero", R"("of": "person", "type": "boolean", "rare": true)"),
                         asked("wage", R"("of": "person", "unit": "EUR/month", "group": "kinds",
                       "assumed": { "value": "0", "title": { "lv": "nav", "en": "none" } })"),
                         asked("pension_received", R"("of": "person", "unit": "EUR/month", "group": "kinds",
                       "assumed": { "value": "0", "title": { "lv": "nav", "en": "none" } })")}),
       section("variables", {rule_text::computed("received", R"("of": "household", "unit": "EUR/month")",
                                                 "sum(persons.wage) + sum(persons.pension_received)")}),
       section(
           "benefits",
           {benefit("pension", "person", "true", "100 * unit_amount",
                    R"("counted_as": "pension_received", )"),
            benefit("aid", "household", "received < 300 * unit_amount", "300 * unit_amount - received"),
            benefit("better_aid", "household", "false", "unit_amount", R"("instead_of": "aid", )"),
            benefit("care", "person", "disabled", "unit_amount"),
            benefit("medal", "person", "hero", "unit_amount"),
            benefit("minimum", "household", "true", "unit_amount", R"("not_in_total": true, )"),
            named("old", R"("of": "household", "unit": "EUR/month", "paid": "month", "may_go_on": true, )" +
                             versions({since("2020-01-01", R"("to": "2021-01-01", "entitled_if": "true",
                                   "amount": "unit_amount", "round": { "to": "0.01", "mode": "half_up", "source": "s" })")}))}),
       section("parameters",
               {named("unit_amount",
                      R"("unit": "EUR/month", )" + versions({since("2020-01-01", R"("value": "1")")}))})});
  return result;
}

overview small_overview(const std::vector<std::pair<const char*, const char*>>& person) {
  facts stated(small_book());
  stated.add_person();
  for (const auto& [name, text] : person) stated.set_person(0, name, text);
  answer given;
  given.on = std::chrono::year{2024} / 2 / 1;
  std::vector<std::size_t> wanted;
  for (std::size_t id = 0; id < small_book().definitions().size(); ++id) {
    const definition& of = small_book().at(id);
    if (of.kind != definition_kind::benefit) continue;
    (of.in_force(given.on) != nullptr ? wanted : given.not_in_force).push_back(id);
  }
  given.decisions = decide(make_plan(small_book(), given.on, wanted, shape_of(stated)), stated, wanted);
  return overview_of(small_book(), stated, given, language::en);
}

TEST(overview, tells_apart_what_concerns_the_household) {
  const overview all = small_overview({{"disabled", "no"}});
  EXPECT_EQ(all.not_concerned, std::vector<std::string>{"Care"});
  EXPECT_EQ(all.rare, std::vector<std::string>{"hero – hero"});
  EXPECT_TRUE(all.open.empty());
  ASSERT_EQ(all.known.size(), 1U);
  EXPECT_EQ(all.known[0].title, "Minimum");
  EXPECT_EQ(all.no_information, std::vector<std::string>{"Old: known 2020-01-01 to 2020-12-31"});
  EXPECT_TRUE(all.not_in_force.empty());
  ASSERT_EQ(all.refused.size(), 1U);
  EXPECT_EQ(all.refused[0], "Better_aid: not met: false");
}

TEST(overview, gives_each_refusal_one_line_with_the_reason) {
  const overview all = small_overview({{"disabled", "no"}, {"hero", "no"}, {"wage", "400"}});
  ASSERT_EQ(all.refused.size(), 3U);
  EXPECT_EQ(
      all.refused[0],
      "Aid: received – 400.00 EUR/month; required: less than 300.00 EUR/month (300 × unit amount = 300 × "
      "1.00); exceeded by 100.00 EUR/month");
  EXPECT_EQ(all.refused[2], "Medal: not met: hero (person 1)");
}

TEST(overview, has_the_days_of_what_is_not_in_force) {
  answer given;
  given.on = std::chrono::year{2024} / 2 / 1;
  given.not_in_force = {*lv::law().find("energy_support"), *lv::law().find("coeliac_support")};
  const facts nothing(lv::law());
  const overview all = overview_of(lv::law(), nothing, given, language::en);
  ASSERT_EQ(all.not_in_force.size(), 1U);
  EXPECT_TRUE(all.not_in_force[0].ends_with(": known 2022-11-01 to 2023-05-31")) << all.not_in_force[0];
  ASSERT_EQ(all.no_information.size(), 1U) << "it may go on";
}

TEST(overview, warns_of_a_benefit_that_another_one_does_not_count_as_income) {
  const overview without = small_overview({{"disabled", "no"}, {"hero", "no"}});
  ASSERT_EQ(without.cautions.size(), 1U);
  EXPECT_EQ(without.cautions[0],
            "Aid: not counted in the income: Pension (person 1) 100.00 EUR/month. Once it is received, these "
            "benefits become less or end.");
  const overview counted = small_overview({{"disabled", "no"}, {"hero", "no"}, {"pension_received", "100"}});
  EXPECT_TRUE(counted.cautions.empty());
}

}  // namespace
