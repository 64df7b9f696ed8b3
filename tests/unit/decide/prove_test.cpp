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

TEST(prove, tells_an_explained_difference_from_an_open_one) {
  const std::string why = R"(, "conflict": { "lv": "kļūda", "en": "a slip" })";
  const std::string open = why + R"(, "open": true)";
  const rule_book book =
      with({figure("level", "2020-01-01", "20"), figure("level", "2020-01-01", "21", why.c_str()),
            figure("level", "2020-01-01", "22", open.c_str()), figure("level", "2020-01-01", "23"),
            figure("level", "2020-01-01", "20", open.c_str())});
  std::string verdicts;
  for (const proof& one : prove_figures(book)) verdicts += std::string(name_of(verdict_of(one))) + " ";
  EXPECT_EQ(verdicts, "equal explained open unexplained equal ")
      << "what agrees is equal, whatever is said about it";
}

TEST(prove, keeps_the_case_a_figure_is_about) {
  const rule_book book =
      with({figure("together", "2024-01-01", "90",
                   R"(, "facts": { "household": { "members": 3 } }, "given": { "level": "30" })")});
  const auto proofs = prove_figures(book);
  ASSERT_EQ(proofs.size(), 1U);
  EXPECT_EQ(proofs[0].stated.common().at(*book.find("members")).what, value{rational(3)});
  EXPECT_EQ(proofs[0].stated.overrides().at(*book.find("level")).what, value{rational(30)});
}

/// The only interval of a book, in short: `147.5..152.5`, with the values of the figures that bind each end.
std::string implied(const rule_book& book) {
  const auto all = imply_intervals(book);
  if (all.size() != 1) return std::to_string(all.size()) + " intervals";
  const implied_interval& one = all.front();
  if (!one.fits) return "fits no value";
  std::string result = (one.low ? to_string(*one.low) : "") + ".." + (one.high ? to_string(*one.high) : "");
  for (const auto* side : {&one.bind_low, &one.bind_high}) {
    result += " |";
    for (const published_figure* figure : *side)
      result += " " + figure->of_name + "=" + to_string(figure->what);
  }
  return result + (one.as_written ? "" : " not as written");
}

TEST(prove, recomputes_an_interval_without_looking_at_the_written_one) {
  const std::vector<std::string> figures{figure("level", "2024-01-01", "30")};
  EXPECT_EQ(implied(with(figures, R"(["147.5", "152.5"])")), "147.5..152.5 | level=30 | level=30");
  EXPECT_EQ(implied(with(figures, R"(["151", "160"])")), "147.5..152.5 | level=30 | level=30 not as written");
  EXPECT_EQ(implied(with(figures)), "0 intervals");
}

TEST(prove, names_the_figures_that_bind_each_end) {
  const auto book = [](const std::vector<std::string>& published) {
    std::string list;
    for (const auto& one : published) list += (list.empty() ? "" : ", ") + one;
    const std::string whole = R"("of": "country", "unit": "1", )";
    const auto rounded = [&](const char* name, const char* text, const char* mode) {
      return named(name, whole + versions({since("2024-01-01", "\"formula\": \"" + std::string(text) +
                                                                   R"(", "round": { "to": "1", "mode": ")" +
                                                                   mode + R"(", "source": "s" })")}));
    };
    return rule_text::book(
        {section("parameters",
                 {named("median", R"("unit": "1", "decimals": 3, )" +
                                      versions({since("2024-01-01",
                                                      R"("value": "152", "between": ["100", "200"])")}))}),
         section("variables",
                 {rounded("fifth", "0.2 * median", "half_up"), rounded("triple", "3 * median", "half_up"),
                  rounded("seventh", "median / 7", "ceiling"), rounded("other", "7 * 1", "half_up")}),
         "\"published\": [" + list + "]"});
  };
  EXPECT_EQ(implied(book({figure("fifth", "2024-01-01", "30"), figure("triple", "2024-05-01", "456"),
                          figure("other", "2024-01-01", "7")})),
            "911/6..913/6 | triple=456 | triple=456 not as written")
      << "an end need not be a finite decimal";
  EXPECT_EQ(implied(book({figure("fifth", "2024-01-01", "30"), figure("triple", "2024-01-01", "457"),
                          figure("fifth", "2024-02-01", "30")})),
            "fits no value");
  EXPECT_EQ(implied(book({figure("fifth", "2024-01-01", "30"), figure("fifth", "2025-01-01", "30"),
                          figure("seventh", "2024-01-01", "22")})),
            "147.5..152.5 | fifth=30 fifth=30 | fifth=30 fifth=30 not as written");
  EXPECT_EQ(implied(book({figure("seventh", "2024-01-01", "22")})),
            "147..154 | seventh=22 | seventh=22 not as written")
      << "the ends are found although the upper one is included";
  EXPECT_EQ(implied(book({figure("other", "2024-01-01", "7")})), ".. | | not as written")
      << "no figure depends on it";
}

}  // namespace
