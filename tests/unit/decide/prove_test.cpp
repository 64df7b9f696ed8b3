// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/decide/prove.hpp>

#include "../support/codes.hpp"
#include "../support/rule_text.hpp"

namespace {

using namespace slieksnis;
using namespace rule_text;

/// A level of 20 % of a median that is 100 up to 2024 and from then on lies somewhere in `between`.
rule_book with(const std::vector<std::string>& published, const std::string& between = "") {
  std::string list;
  for (const auto& one : published) list += (list.empty() ? "" : ", ") + one;
  return rule_text::book(
      {section("facts", {asked("members", R"("of": "household", "unit": "1")")}),
       section("parameters",
               {named("median",
                      R"("unit": "1", "decimals": 3, )" +
                          versions({since("2020-01-01", R"("value": "100")"),
                                    since("2024-01-01",
                                          R"("value": "152")" +
                                              (between.empty() ? "" : ", \"between\": " + between))}))}),
       section(
           "variables",
           {named(
                "level",
                R"("of": "country", "unit": "1", )" +
                    versions({since(
                        "2020-01-01",
                        R"("formula": "0.2 * median", "round": { "to": "1", "mode": "half_up", "source": "s" })")})),
            computed("together", R"("of": "household", "unit": "1")", "level * members")}),
       "\"published\": [" + list + "]"});
}

std::string figure(const char* of, const char* on, const char* value, const char* rest = "") {
  return "{ \"of\": \"" + std::string(of) + "\", \"on\": \"" + on + "\", \"value\": \"" + value +
         "\", \"source\": \"s\"" + rest + " }";
}

TEST(prove, accepts_figures_that_the_rules_give) {
  EXPECT_EQ(
      codes_of(prove_published(
          with({figure("level", "2020-01-01", "20"), figure("median", "2023-12-31", "100.00"),
                figure("level", "2024-01-01", "30"),
                figure("together", "2024-01-01", "90", R"(, "facts": { "household": { "members": 3 } })")}))),
      "");
}

TEST(prove, refuses_figures_that_the_rules_do_not_give) {
  EXPECT_EQ(codes_of(prove_published(with({figure("level", "2020-01-01", "21")}))), "rule.published");
  EXPECT_EQ(codes_of(prove_published(with({figure("together", "2024-01-01", "90")}))), "rule.published")
      << "unknown is not equal";
  EXPECT_EQ(codes_of(prove_published(with({figure("level", "2019-12-31", "20")}))), "rule.published");
}

TEST(prove, accepts_a_conflict_that_is_explained_and_is_one) {
  constexpr const char* why = R"(, "conflict": { "lv": "kļūda", "en": "a slip" })";
  EXPECT_EQ(codes_of(prove_published(with({figure("level", "2020-01-01", "21", why)}))), "");
  EXPECT_EQ(codes_of(prove_published(with({figure("level", "2020-01-01", "20", why)}))), "rule.conflict");
}

TEST(prove, recomputes_the_interval_that_the_figures_imply) {
  // 30 = 20 % rounded half up holds from 147.5 up to, not including, 152.5.
  const std::vector<std::string> figures{figure("level", "2024-01-01", "30")};
  EXPECT_EQ(codes_of(prove_published(with(figures, R"(["147.5", "152.5"])"))), "");
  EXPECT_EQ(codes_of(prove_published(with(figures, R"(["148", "152.5"])"))), "rule.interval")
      << "narrower than implied";
  EXPECT_EQ(codes_of(prove_published(with(figures, R"(["147", "152.5"])"))), "rule.interval")
      << "wider below";
  EXPECT_EQ(codes_of(prove_published(with(figures, R"(["147.5", "152.4"])"))), "rule.interval");
  EXPECT_EQ(codes_of(prove_published(with(figures, R"(["147.5", "152.6"])"))), "rule.interval");
}

TEST(prove, lists_every_figure_with_what_it_computed) {
  const rule_book book = with({figure("level", "2020-01-01", "20"), figure("level", "2024-01-01", "31")});
  const auto proofs = prove_figures(book);
  ASSERT_EQ(proofs.size(), 2U);
  EXPECT_TRUE(proofs[0].equal());
  EXPECT_FALSE(proofs[1].equal());
  EXPECT_EQ(proofs[1].computed.what(), value{rational(30)});
  EXPECT_EQ(proofs[1].figure->what, value{rational(31)});
}

}  // namespace
