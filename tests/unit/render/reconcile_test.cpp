// SPDX-License-Identifier: Apache-2.0
// What the transcripts of the program do not reach; they show the whole report.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <slieksnis/render/reconcile.hpp>

#include "../support/rule_text.hpp"

namespace {

using namespace slieksnis;
using namespace rule_text;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

std::string figure(const char* of, const char* on, const char* value, const char* rest = "") {
  return "{ \"of\": \"" + std::string(of) + "\", \"on\": \"" + on + "\", \"value\": \"" + value +
         "\", \"source\": \"s\"" + rest + " }";
}

std::string conflict(const char* id, const char* rest) {
  const std::string text = R"({ "lv": "jā", "en": "so" })";
  return "{ \"id\": \"" + std::string(id) + "\", \"title\": " + text + ", \"found\": " + text +
         ", \"decided\": " + text + ", \"reason\": " + text + ", \"source\": \"s\"" + rest + " }";
}

/// A fifth of a median of 152 that is known only as the interval `between`.
rule_book with(const std::vector<std::string>& published, const char* between = R"(["147.5", "152.5"])",
               const std::vector<std::string>& conflicts = {}) {
  return book(
      {section("facts", {asked("n", R"("of": "household", "unit": "1")")}),
       section("parameters",
               {named("median", R"("unit": "1", "decimals": 3, )" +
                                    versions({since("2020-01-01", R"("value": "152", "between": )" +
                                                                      std::string(between))}))}),
       section("variables", {named("fifth", R"("of": "country", "unit": "1", )" +
                                                versions({since("2020-01-01", R"("formula": "0.2 * median",
                                 "round": { "to": "1", "mode": "half_up", "source": "s" })")})),
                             computed("times", R"("of": "household", "unit": "1")", "2 * n"),
                             computed("third", R"("of": "country", "unit": "1")", "1 / 3")}),
       "\"published\": [" + joined(published) + "]", "\"conflicts\": [" + joined(conflicts) + "]"});
}

std::string text(const rule_book& book, language lang = language::en) {
  return reconcile_text(book, {}, lang);
}

TEST(reconcile, shows_a_difference_that_nobody_explained) {
  const rule_book book = with({figure("fifth", "2020-01-01", "31"), figure("times", "2020-01-01", "4")});
  EXPECT_THAT(text(book), AllOf(HasSubstr("31         30            differs: unexplained  [1]\n"),
                                HasSubstr("4          unknown       differs: unexplained  [1]\n"),
                                HasSubstr("unexplained 2)")));
  EXPECT_THAT(text(book, language::lv), AllOf(HasSubstr("atšķiras: nepaskaidrots"), HasSubstr("nezināms")));
  EXPECT_THAT(reconcile_json(book, {}, language::en),
              AllOf(HasSubstr("\"computed\": null"), HasSubstr("\"verdict\": \"unexplained\"")));
  EXPECT_THAT(reconcile_markdown(book, {}, language::en), HasSubstr("| unknown | differs: unexplained |"));
}

TEST(reconcile, orders_figures_by_definition_and_day) {
  const std::string got =
      text(with({figure("times", "2020-01-01", "4", R"(, "facts": { "household": { "n": 2 } })"),
                 figure("fifth", "2021-01-01", "30"), figure("fifth", "2020-01-01", "30")}));
  const auto first = got.find("2020-01-01  30");
  const auto second = got.find("2021-01-01  30");
  const auto third = got.find("2020-01-01  4");
  EXPECT_LT(first, second);
  EXPECT_LT(second, third);
  EXPECT_THAT(got, HasSubstr("      case: n: 2\n"));
}

TEST(reconcile, tells_how_far_figures_bind_an_interval) {
  const std::vector<std::string> one{figure("fifth", "2020-01-01", "30")};
  EXPECT_THAT(text(with(one)),
              AllOf(HasSubstr("implied by the published figures: at least 147.5 and below 152.5\n"),
                    Not(HasSubstr("written in the rules"))));
  EXPECT_THAT(text(with(one, R"(["100", "200"])")),
              HasSubstr("    implied by the published figures: at least 147.5 and below 152.5\n"
                        "    written in the rules: at least 100 and below 200\n"
                        "    value used: 152 [1]\n"));
  EXPECT_THAT(text(with(one, R"(["100", "200"])"), language::lv),
              HasSubstr("    noteikumos rakstīts: vismaz 100 un mazāk par 200\n"));
  EXPECT_THAT(text(with({})),
              HasSubstr("implied by the published figures: nothing: no published figure bounds it\n"));
  EXPECT_THAT(text(with({figure("fifth", "2020-01-01", "31")})),
              HasSubstr("nothing: some published figure does not hold at the value used\n"));
  EXPECT_THAT(reconcile_json(with({}), {}, language::en),
              AllOf(HasSubstr("\"low\": null,\n        \"high\": null"), HasSubstr("\"as_written\": false")));
}

TEST(reconcile, shows_only_the_part_asked_for) {
  const rule_book book = with({figure("fifth", "2020-01-01", "30"), figure("median", "2020-01-01", "152")},
                              R"(["147.5", "152.5"])",
                              {conflict("C1", R"(, "about": ["fifth", "median"])"), conflict("C2", "")});
  const auto part = [&](const std::set<std::size_t>& names, const std::set<std::size_t>& topics) {
    const std::string got = reconcile_text(book, {names, topics}, language::en);
    return got.substr(got.rfind('\n', got.size() - 2) + 1);
  };
  const std::string whole =
      "Published figures: 2 (equal 2, explained 0, open 0, unexplained 0); intervals: 1; conflicts of "
      "sources: 2 "
      "(open 0)\n";
  EXPECT_EQ(part({}, {}), whole);
  EXPECT_EQ(part({}, {0}), whole);
  EXPECT_EQ(part({*book.find("third")}, {0}), whole);
  EXPECT_EQ(part({*book.find("fifth")}, {}),
            "Published figures: 1 (equal 1, explained 0, open 0, unexplained 0); intervals: 0; conflicts of "
            "sources: 1 (open 0)\n");
  EXPECT_EQ(reconcile_text(book, {{*book.find("third")}, {}}, language::en),
            "Published figures: 0 (equal 0, explained 0, open 0, unexplained 0); intervals: 0; conflicts of "
            "sources: 0 (open 0)\n");
}

TEST(reconcile, writes_markdown_that_no_text_breaks) {
  const rule_book book =
      with({figure("fifth", "2020-01-01", "31", R"(, "conflict": { "lv": "a|b", "en": "a|b_c*" })")});
  EXPECT_THAT(reconcile_markdown(book, {}, language::en),
              HasSubstr("differs: explained. a\\|b\\_c\\* | [Law, Section 1](<https://example.org>) |\n"));
}

}  // namespace
