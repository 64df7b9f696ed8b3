// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/decide/decide.hpp>
#include <stdexcept>

#include "../support/benefit_book.hpp"
#include "../support/codes.hpp"
#include "../support/evaluate.hpp"

namespace {

using namespace slieksnis;

const rule_book& book() { return benefit_book::book(); }
facts nothing() { return facts(book()); }
decision on(const char* day, const char* benefit, const facts& stated) {
  return decide(book(), *parse_date(day), benefit, stated);
}

std::string needs(const decision& of) {
  std::string result;
  for (const auto& one : of.needs) {
    result += (result.empty() ? "" : ", ") +
              (one.definition == need::persons ? "persons" : book().at(one.definition).name);
    if (one.person) result += "[" + std::to_string(*one.person + 1) + "]";
  }
  return result;
}

/// `granted 12.5`, `refused`, `undetermined income`, with ` (10 … 11)` where the amount lies between two.
std::string shown(const decision& of) {
  std::string result(name_of(of.outcome));
  if (of.amount) result += " " + to_string(*of.amount);
  if (!of.needs.empty()) result += " " + needs(of);
  if (of.failed) result += " failed";
  if (of.amount_between)
    result += " (" + to_string(of.amount_between->first) + " … " + to_string(of.amount_between->second) + ")";
  return result;
}

std::string aid(const facts& stated) { return shown(on("2025-06-15", "aid", stated)); }

TEST(decide, grants_the_amount_up_to_the_last_cent_below_the_level) {
  EXPECT_EQ(aid(nothing().set("members", 2).set("income", "0")), "granted 400");
  EXPECT_EQ(aid(nothing().set("members", 2).set("income", "399.99")), "granted 0.01");
  EXPECT_EQ(aid(nothing().set("members", 2).set("income", "400")), "refused");
  EXPECT_EQ(aid(nothing().set("members", 2).set("income", "400.01")), "refused");
}

TEST(decide, is_undetermined_only_while_a_missing_fact_matters) {
  EXPECT_EQ(aid(nothing()), "undetermined income, members");
  EXPECT_EQ(aid(nothing().set("members", 2)), "undetermined income");
  EXPECT_EQ(aid(nothing().set("income", 100)), "undetermined members");
  EXPECT_EQ(aid(nothing().set("income", 1000)), "refused") << "not poor, however many they are";
  EXPECT_EQ(aid(nothing().set("within_limits", false)), "refused");
}

TEST(decide, rounds_once) {
  EXPECT_EQ(shown(on("2025-06-15", "third", nothing().set("income", "100"))), "granted 33.33");
  EXPECT_EQ(shown(on("2025-06-15", "third", nothing().set("income", "0.02"))), "granted 0.01");
  EXPECT_EQ(shown(on("2025-06-15", "third", nothing().set("income", "0.01"))), "granted 0");
  EXPECT_EQ(shown(on("2025-06-15", "third", nothing().set("income", "0.05"))), "granted 0.02")
      << "one and two thirds of a cent";
}

TEST(decide, fails_where_a_rule_divides_by_zero) {
  EXPECT_EQ(shown(on("2025-06-15", "divided", nothing().set("income", "10").set("divisor", "4"))),
            "granted 2.5");
  EXPECT_EQ(shown(on("2025-06-15", "divided", nothing().set("income", "10").set("divisor", "0"))),
            "undetermined failed");
}

TEST(decide, uses_overrides_whatever_else_is_stated) {
  EXPECT_EQ(aid(nothing().set("members", 2).set("income", "0").give("level", "10")), "granted 20");
  EXPECT_EQ(aid(nothing().set("members", 2).set("income", "0").give("members", "1")), "granted 200");
  EXPECT_EQ(aid(nothing().set("members", 2).set("income", "0").give("rate", "0.50")), "granted 1000");
  EXPECT_EQ(aid(nothing().set("members", 2).set("income", "0").give("poor", "no")), "refused");
}

TEST(decide, takes_a_stated_benefit_as_the_answer) {
  EXPECT_EQ(aid(nothing().set("aid", "55.50")), "granted 55.5");
  EXPECT_EQ(aid(nothing().set("aid", "0")), "refused");
}

TEST(decide, about_a_status_has_no_amount) {
  EXPECT_EQ(shown(on("2025-06-15", "poor", nothing().set("income", "400"))), "granted");
  EXPECT_EQ(shown(on("2025-06-15", "poor", nothing().set("income", "400.01"))), "refused");
}

TEST(decide, about_a_figure_known_only_as_an_interval_gives_the_amounts_at_its_ends) {
  using namespace rule_text;
  auto sections = benefit_book::sections();

  sections[5] = section("benefits",
                        {benefit_book::benefit("top_up", "household", "income < median", "median - income")});
  const rule_book intervals = rule_text::book(sections);
  const auto top_up = [&](const char* day, const char* income) {
    return shown(decide(intervals, *parse_date(day), "top_up", facts(intervals).set("income", income)));
  };
  EXPECT_EQ(top_up("2024-06-15", "900"), "granted 100.25 (99.5 … 102)");
  EXPECT_EQ(top_up("2024-06-15", "1001"), "refused (0 … 1)") << "at the upper end it would be granted";
  EXPECT_EQ(top_up("2024-06-15", "1002"), "refused") << "not even at the upper end, which is not included";
  EXPECT_EQ(top_up("2024-06-15", "2000"), "refused");
  EXPECT_EQ(top_up("2025-06-15", "900"), "granted 100");
}

TEST(decide, about_an_interval_that_rounding_hides_gives_one_amount) {
  EXPECT_EQ(shown(on("2024-06-15", "aid", nothing().set("members", 1).set("income", "0"))), "granted 200");
}

TEST(decide, about_persons_is_made_for_each) {
  facts some = nothing();
  some.add_person();
  some.add_person();
  some.add_person();
  some.set_person(0, "age", "40").set_person(0, "wage", "50");
  some.set_person(1, "age", "10").set_person(1, "wage", "0");
  const plan planned =
      make_plan(book(), *parse_date("2025-06-15"), std::vector<std::string_view>{"care"}, shape_of(some));
  const auto all = decide(planned, some, {*book().find("care")});
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(shown(all[0]), "granted 150");
  EXPECT_EQ(shown(all[1]), "refused");
  EXPECT_EQ(shown(all[2]), "undetermined age[3]") << "wages are assumed once somebody states one";
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(all[i].person, i);
}

TEST(decide, about_persons_nobody_stated_needs_them) {
  EXPECT_EQ(shown(on("2025-06-15", "care", nothing())), "undetermined persons");
}

TEST(decide, about_persons_of_nobody_needs_them_too) {
  facts nobody = nothing();
  nobody.state_persons();
  EXPECT_EQ(shown(on("2025-06-15", "care", nobody)), "undetermined persons");
}

TEST(decide, lists_the_assumptions_it_rests_on) {
  const auto assumed = [](const facts& stated, const char* benefit) {
    std::string result;
    for (const auto& one : on("2025-06-15", benefit, stated).assumptions)
      result += (result.empty() ? "" : " ") + book().at(one.definition).name +
                (one.person ? "[" + std::to_string(*one.person + 1) + "]" : "");
    return result;
  };
  EXPECT_EQ(assumed(nothing().set("members", 2).set("income", "0"), "aid"), "within_limits");
  EXPECT_EQ(assumed(nothing().set("members", 2).set("income", "0").set("within_limits", true), "aid"), "");
  EXPECT_EQ(assumed(nothing().set("yes", true).set("costs", "10").set("within_limits", true), "either"),
            "share");
}

TEST(decide, answers_for_several_benefits_of_one_plan) {
  const facts stated = nothing().set("members", 2).set("income", "30");
  const std::vector<std::size_t> wanted{*book().find("third"), *book().find("aid")};
  const plan planned = make_plan(book(), *parse_date("2025-06-15"), wanted, shape_of(stated));
  const auto both = decide(planned, stated, wanted);
  ASSERT_EQ(both.size(), 2U);
  EXPECT_EQ(shown(both[0]), "granted 10");
  EXPECT_EQ(shown(both[1]), "granted 370");
  EXPECT_THROW(static_cast<void>(decide(planned, stated, {*book().find("divided")})), std::logic_error);
}

TEST(decide, refuses_unknown_names_and_days) {
  EXPECT_EQ(codes_thrown_by([] { static_cast<void>(on("2025-06-15", "ade", nothing())); }),
            "facts.unknown_name");
  EXPECT_EQ(codes_thrown_by([] { static_cast<void>(on("2019-06-15", "aid", nothing())); }),
            "facts.date_span");
}

TEST(decide, gives_values_of_variables_too) {
  EXPECT_EQ(evaluate::shown(book(), value_of(book(), *parse_date("2025-06-15"), "need_level",
                                             nothing().set("members", 3))),
            "600");
  EXPECT_EQ(evaluate::shown(book(), value_of(book(), *parse_date("2025-06-15"), "Need-Level-LV", nothing())),
            "unknown(members)");
}

TEST(decide, is_repeated_bit_by_bit) {
  const facts stated = nothing().set("members", 3).set("income", "123.45");
  const decision first = on("2025-06-15", "aid", stated);
  const decision second = on("2025-06-15", "aid", stated);
  EXPECT_EQ(first.amount, second.amount);
  EXPECT_EQ(first.trace.size(), second.trace.size());
}

}  // namespace
