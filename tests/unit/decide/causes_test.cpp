// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/decide/causes.hpp>
#include <string>

#include "../support/benefit_book.hpp"

namespace {

using namespace slieksnis;

std::string text(const std::optional<value>& what) { return what ? to_string(*what) : "?"; }

/// `figure median 600 1000.25; …`: why the benefit differs on the second day.
std::string causes(const rule_book& book, const char* benefit, const facts& stated, const char* before,
                   const char* after, std::optional<std::size_t> person = {}) {
  const std::size_t id = *book.find(benefit);
  const std::vector<std::size_t> wanted{id};
  const plan first = make_plan(book, *parse_date(before), wanted, shape_of(stated));
  const plan second = make_plan(book, *parse_date(after), wanted, shape_of(stated));
  std::string result;
  for (const change_cause& one :
       causes_of(evaluation(first, stated), evaluation(second, stated), id, person)) {
    result +=
        (result.empty() ? "" : "; ") + std::string(name_of(one.kind)) + " " + book.at(one.definition).name;
    if (one.person) result += "[" + std::to_string(*one.person + 1) + "]";
    result += " " + text(one.before) + " " + text(one.after);
  }
  return result;
}

facts household() {
  facts result(benefit_book::book());
  return result.set("income", 100).set("members", 2);
}

TEST(causes, are_figures_rather_than_what_follows_from_them) {
  EXPECT_EQ(causes(benefit_book::book(), "aid", household(), "2023-12-31", "2024-01-01"),
            "figure median 600 1000.25");
}

TEST(causes, are_other_formulas) {
  // From 100 euro written down to 20 % of 500 euro or more: another law, the same amount.
  EXPECT_EQ(causes(benefit_book::book(), "aid", household(), "2020-06-30", "2020-07-01"), "");
  const rule_book book = [] {
    using namespace rule_text;
    const std::string kinds = R"("of": "household", "unit": "1")";
    return rule_text::book(
        {section("facts", {asked("size", kinds), asked("weight", kinds)}),
         section("variables",
                 {named("points", kinds + ", " +
                                      versions({since("2020-01-01", R"("formula": "size + weight")"),
                                                since("2022-01-01", R"("formula": "size * weight")"),
                                                since("2024-01-01", R"("formula": "size  *  weight")")})),
                  computed("more", kinds, "points + 1")})});
  }();
  facts stated(book);
  stated.set("size", 3).set("weight", 4);
  EXPECT_EQ(causes(book, "more", stated, "2021-12-31", "2022-01-01"), "rule points 7 12");
  stated = facts(book);
  stated.set("size", 2).set("weight", 2);
  EXPECT_EQ(causes(book, "more", stated, "2021-12-31", "2022-01-01"), "") << "2 + 2 and 2 * 2 are the same";
}

TEST(causes, are_ages_of_the_person_and_for_a_household_of_whoever_grew_older) {
  facts stated = household();
  for (const char* born : {"2006-05-06", "2012-05-06"}) {
    const std::size_t person = stated.add_person();
    stated.set_person(person, "born", *parse_date(born)).set_person(person, "wage", rational(0));
  }
  EXPECT_EQ(causes(benefit_book::book(), "care", stated, "2024-05-05", "2024-05-06", 0), "time age[1] 17 18");
  EXPECT_EQ(causes(benefit_book::book(), "adults", stated, "2024-05-05", "2024-05-06"), "time age[1] 17 18")
      << "the other one grew older too, but stays a child";
}

TEST(causes, are_a_review_where_only_the_earlier_value_is_another) {
  using namespace rule_text;
  const rule_book book = rule_text::book({section(
      "variables",
      {named("level", R"("of": "country", "unit": "1", )" +
                          versions({since("2020-01-01", R"("value": "9")"),
                                    since("2021-01-01",
                                          R"("reviewed_each": "01-01", "formula": "previous + 1")")}))})});
  EXPECT_EQ(causes(book, "level", facts(book), "2022-12-31", "2023-01-01"), "review level 11 12");
}

TEST(causes, that_count_only_together_are_all_named) {
  using namespace rule_text;
  const std::string number = R"("of": "country", "unit": "1")";
  const auto figures = [&](const char* name) {
    return named(name, R"("unit": "1", )" + versions({since("2020-01-01", R"("value": "1")"),
                                                      since("2021-01-01", R"("value": "2")")}));
  };
  const rule_book book =
      rule_text::book({section("parameters", {figures("one"), figures("two"), figures("three")}),
                       section("variables", {computed("most", number, "max(one, two)"),
                                             computed("least", number, "min(one, three)"),
                                             computed("first", number, "min(one, 10 * three)")})});
  EXPECT_EQ(causes(book, "most", facts(book), "2020-12-31", "2021-01-01"), "figure one 1 2; figure two 1 2");
  EXPECT_EQ(causes(book, "least", facts(book), "2020-12-31", "2021-01-01"),
            "figure one 1 2; figure three 1 2")
      << "with either put back it would still be one";
  EXPECT_EQ(causes(book, "first", facts(book), "2020-12-31", "2021-01-01"), "figure one 1 2")
      << "the other one does not count";
}

TEST(causes, have_names) {
  EXPECT_EQ(name_of(cause_kind::figure), "figure");
  EXPECT_EQ(name_of(cause_kind::ends), "ends");
}

}  // namespace
