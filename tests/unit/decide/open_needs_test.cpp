// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/decide/open_needs.hpp>
#include <slieksnis/render/format.hpp>

#include "../support/rule_text.hpp"

namespace {

using namespace slieksnis;

/// One benefit of which everything is asked: whether it is due by `entitled`, as much as `amount` says.
class small_law {
 public:
  small_law(const std::string& entitled, const std::string& amount)
      : book_(rule_text::book(
            {rule_text::section("facts", {rule_text::asked("a", R"("of": "household", "type": "boolean")"),
                                          rule_text::asked("b", R"("of": "household", "type": "boolean")"),
                                          rule_text::asked("x", R"("of": "household", "unit": "EUR/month")"),
                                          rule_text::asked("y", R"("of": "household", "unit": "EUR/month")"),
                                          rule_text::asked("old", R"("of": "person", "type": "boolean")")}),
             rule_text::section(
                 "variables",
                 {rule_text::asked_formula("z", R"("of": "household", "unit": "EUR/month")", "x + y"),
                  rule_text::asked_formula("size", R"("of": "household", "unit": "1")", "count(persons)")}),
             rule_text::section(
                 "benefits",
                 {rule_text::named(
                     "due",
                     R"("of": "household", "unit": "EUR/month", "paid": "month", )" +
                         rule_text::versions({rule_text::since(
                             "2020-01-01",
                             R"("entitled_if": ")" + entitled + R"(", "amount": ")" + amount +
                                 R"(", "round": { "to": "0.01", "mode": "half_up", "source": "s" })")}))})})) {
  }

  /// What can still be asked, the names joined.
  [[nodiscard]] std::string asks(const std::vector<std::pair<const char*, const char*>>& stated = {},
                                 const std::vector<const char*>& aside = {}) const {
    facts one(book_);
    for (const auto& [name, text] : stated) one.set(name, text);
    std::vector<need> unobtainable;
    for (const char* name : aside)
      unobtainable.push_back(std::string_view(name) == "persons" ? need{} : need{*book_.find(name), {}});
    const std::vector<std::size_t> wanted{*book_.find("due")};
    const plan planned = make_plan(book_, *parse_date("2021-01-01"), wanted, shape_of(one));
    const evaluation values(planned, one);
    std::string result;
    for (const open_decision& open : open_decisions(values, wanted, unobtainable))
      for (const need& missing : open.needs) result += (result.empty() ? "" : " ") + name_of(book_, missing);
    return result;
  }

 private:
  rule_book book_;
};

TEST(open_needs, asks_whether_it_is_due_before_how_much) {
  const small_law law("a and b", "x");
  EXPECT_EQ(law.asks(), "a b");
  EXPECT_EQ(law.asks({{"a", "true"}}), "b");
  EXPECT_EQ(law.asks({{"a", "false"}}), "");
  EXPECT_EQ(law.asks({{"a", "true"}, {"b", "true"}}), "x");
  EXPECT_EQ(law.asks({{"a", "true"}, {"b", "true"}, {"x", "1"}}), "");
}

TEST(open_needs, asks_only_what_can_still_decide_when_a_fact_is_unobtainable) {
  const small_law both("a and x < y", "y");
  EXPECT_EQ(both.asks({}, {"a"}), "x y") << "a refusal is still possible";
  EXPECT_EQ(both.asks({}, {"x"}), "a") << "and here only by a";
  EXPECT_EQ(both.asks({{"a", "true"}}, {"x"}), "");
  const small_law either("a or x < y", "10");
  EXPECT_EQ(either.asks({}, {"x"}), "a");
  EXPECT_EQ(either.asks({{"a", "false"}}, {"x"}), "");
  const small_law amount("a", "x + y");
  EXPECT_EQ(amount.asks({{"a", "true"}}, {"x"}), "");
  EXPECT_EQ(amount.asks({}, {"x"}), "a") << "it may be refused";
}

TEST(open_needs, asks_a_condition_before_what_follows_from_it) {
  const small_law law("true", "if a then x else y");
  EXPECT_EQ(law.asks(), "a");
  EXPECT_EQ(law.asks({{"a", "false"}}), "y");
  EXPECT_EQ(law.asks({}, {"a"}), "x y") << "both may come to the same";
  EXPECT_EQ(law.asks({{"x", "5"}, {"y", "5"}}), "");
}

TEST(open_needs, asks_for_the_parts_of_what_is_unobtainable) {
  const small_law law("true", "z");
  EXPECT_EQ(law.asks(), "z");
  EXPECT_EQ(law.asks({}, {"z"}), "x y");
  EXPECT_EQ(law.asks({}, {"z", "x"}), "");
}

TEST(open_needs, asks_who_the_persons_are_before_what_follows_from_it) {
  const small_law law("size < 3 and (some p in persons satisfies p.old)", "10");
  EXPECT_EQ(law.asks(), "persons");
  EXPECT_EQ(law.asks({}, {"persons"}), "size") << "it may still be refused";
  EXPECT_EQ(law.asks({{"size", "2"}}, {"persons"}), "");
}

TEST(open_needs, knows_what_follows_from_what) {
  const rule_book book = rule_text::book(
      {rule_text::section("facts", {rule_text::asked("x", R"("of": "household", "unit": "1")"),
                                    rule_text::asked("y", R"("of": "household", "unit": "1")")}),
       rule_text::section("variables",
                          {rule_text::asked_formula("z", R"("of": "household", "unit": "1")", "x + 1")})});
  const plan planned = make_plan(book, *parse_date("2021-01-01"), std::vector<std::string_view>{"z", "y"});
  EXPECT_TRUE(follows_from(planned, *book.find("z"), *book.find("x")));
  EXPECT_FALSE(follows_from(planned, *book.find("z"), *book.find("y")));
}

}  // namespace
