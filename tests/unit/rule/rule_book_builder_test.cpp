// SPDX-License-Identifier: Apache-2.0
// What the checks of rule files refuse; how the messages read is the business of tests/errors.
#include <gtest/gtest.h>

#include <slieksnis/rule/rule_book_builder.hpp>

#include "../support/codes.hpp"
#include "../support/rule_text.hpp"

namespace {

using namespace slieksnis;
using namespace rule_text;

constexpr const char* euro = R"("of": "country", "unit": "EUR/month")";
constexpr const char* pure = R"("of": "country", "unit": "1")";

std::string codes(const std::vector<std::string>& sections) { return codes_of(errors(sections)); }

/// The codes for one variable of the country in EUR/month with these versions.
std::string versions_give(const std::vector<std::string>& all) {
  return codes({section("variables", {named("x", std::string(euro) + ", " + versions(all))})});
}
std::string figure(const char* from, const std::string& rest = "") {
  return since(from, R"("value": "1.00")" + (rest.empty() ? "" : ", " + rest));
}

TEST(rule_book_builder, takes_versions_that_follow_each_other) {
  EXPECT_EQ(versions_give({figure("2020-01-01"), figure("2021-07-01")}), "");
  EXPECT_EQ(versions_give({figure("2020-01-01", R"("to": "2021-07-01")"), figure("2021-07-01")}), "");
  EXPECT_EQ(versions_give({figure("2021-01-01", R"("to": "2022-01-01")")}), "");
}

TEST(rule_book_builder, refuses_gaps_overlaps_and_disorder) {
  EXPECT_EQ(versions_give({figure("2020-01-01", R"("to": "2021-06-30")"), figure("2021-07-01")}), "rule.gap");
  EXPECT_EQ(versions_give({figure("2020-01-01", R"("to": "2021-07-02")"), figure("2021-07-01")}),
            "rule.overlap");
  EXPECT_EQ(versions_give({figure("2021-01-01"), figure("2020-01-01")}), "rule.order");
  EXPECT_EQ(versions_give({figure("2021-01-01"), figure("2021-01-01")}), "rule.order");
  EXPECT_EQ(versions_give({figure("2021-01-01", R"("to": "2021-01-01")")}), "rule.order");
  EXPECT_EQ(versions_give({figure("2019-12-31")}), "rule.covers");
  EXPECT_EQ(versions_give({figure("2020-01-01", R"("to": "2030-01-02")")}), "rule.covers");
  EXPECT_EQ(versions_give({figure("2030-01-01")}).substr(0, 11), "rule.covers");
  EXPECT_EQ(versions_give({}), "rule.versions");
}

TEST(rule_book_builder, wants_a_name_on_every_day_it_is_used) {
  const std::string late =
      named("late", std::string(pure) + ", " + versions({since("2022-01-01", R"("value": "1")")}));
  const std::string ended =
      named("ended", std::string(pure) + ", " +
                         versions({since("2020-01-01", R"("value": "1", "to": "2024-01-01")")}));
  const auto using_it = [](const char* name, const char* from, const char* rest = "") {
    return named("x", std::string(pure) + ", " +
                          versions({since(from, "\"formula\": \"" + std::string(name) + "\"" + rest)}));
  };
  EXPECT_EQ(codes({section("variables", {late, using_it("late", "2022-01-01")})}), "");
  EXPECT_EQ(codes({section("variables", {late, using_it("late", "2021-12-31")})}), "rule.covers");
  EXPECT_EQ(
      codes({section("variables", {ended, using_it("ended", "2020-01-01", R"(, "to": "2024-01-01")")})}), "");
  EXPECT_EQ(codes({section("variables", {ended, using_it("ended", "2020-01-01")})}), "rule.covers");
}

TEST(rule_book_builder, wants_previous_to_have_a_value_before) {
  const auto reviewed = [](const char* from, const char* text) {
    return since(from, R"("reviewed_each": "01-01", "formula": ")" + std::string(text) + "\"");
  };
  EXPECT_EQ(versions_give({figure("2020-01-01"), reviewed("2021-01-01", "max(previous, 0)")}), "");
  EXPECT_EQ(versions_give({reviewed("2020-01-01", "max(previous, 0)")}), "rule.previous");
  EXPECT_EQ(versions_give({figure("2020-01-01"), since("2021-01-01", R"("formula": "previous")")}),
            "rule.previous");
  EXPECT_EQ(versions_give({figure("2020-01-01", R"("reviewed_each": "02-29")")}), "rule.review_day");
  EXPECT_EQ(versions_give({figure("2020-01-01", R"("reviewed_each": 1)")}), "rule.review_day");
}

TEST(rule_book_builder, checks_units_types_and_entities_of_formulas) {
  const std::string facts = section("facts", {asked("income", R"("of": "household", "unit": "EUR/month")"),
                                              asked("yes", R"("of": "household", "type": "boolean")"),
                                              asked("age", R"("of": "person", "unit": "years")")});
  const auto household = [&](const char* text) {
    return codes(
        {facts, section("variables", {computed("x", R"("of": "household", "unit": "EUR/month")", text)})});
  };
  EXPECT_EQ(household("income * 2"), "");
  EXPECT_EQ(household("income + 2"), "formula.unit");
  EXPECT_EQ(household("2"), "") << "a figure of the law has the unit of its definition";
  EXPECT_EQ(household("yes"), "formula.type");
  EXPECT_EQ(household("age"), "formula.entity");
  EXPECT_EQ(household("incom"), "formula.name");
  EXPECT_EQ(household("income +"), "formula.syntax");
  EXPECT_EQ(household("persons.age"), "formula.type");
  EXPECT_EQ(codes({facts, section("variables", {computed("x", euro, "income")})}), "formula.entity");
  EXPECT_EQ(codes({facts, section("variables",
                                  {computed("x", R"("of": "person", "unit": "EUR/month")", "income")})}),
            "");
}

TEST(rule_book_builder, refuses_formulas_that_lead_back_to_themselves) {
  EXPECT_EQ(codes({section("variables", {computed("x", pure, "x + 1")})}), "rule.cycle");
  EXPECT_EQ(codes({section("variables",
                           {computed("x", pure, "y"), computed("y", pure, "z"), computed("z", pure, "x")})}),
            "rule.cycle");
  EXPECT_EQ(codes({section("variables", {computed("x", pure, "y + y"), computed("y", pure, "1")})}), "");
  EXPECT_EQ(codes({section("variables",
                           {asked("x", std::string(pure) + ", " +
                                           versions({since("2020-01-01", R"("formulas": ["x", "1"])")}))})}),
            "")
      << "what is asked for may use its own stated value";
}

TEST(rule_book_builder, wants_one_substance_of_the_right_sort) {
  EXPECT_EQ(versions_give({since("2020-01-01", R"("note": { "lv": "a", "en": "a" })")}), "rule.one_of");
  EXPECT_EQ(versions_give({since("2020-01-01", R"("value": "1", "formula": "1")")}), "rule.one_of");
  EXPECT_EQ(versions_give({since("2020-01-01", R"("entitled_if": "true")")}), "rule.one_of");
  EXPECT_EQ(
      codes({section("parameters", {named("p", R"("unit": "1", )" +
                                                   versions({since("2020-01-01", R"("formula": "1")")}))})}),
      "rule.one_of");
  EXPECT_EQ(
      codes({section("statuses", {named("st", R"("of": "household", )" +
                                                  versions({since("2020-01-01", R"("value": "true")")}))})}),
      "rule.one_of");
}

TEST(rule_book_builder, wants_amounts_as_text) {
  EXPECT_EQ(versions_give({since("2020-01-01", R"("value": 1.5)")}), "rule.number");
  EXPECT_EQ(versions_give({since("2020-01-01", R"("value": "1,5")")}), "rule.amount");
  EXPECT_EQ(versions_give({since("2020-01-01", R"("value": "1e3")")}), "rule.amount");
  EXPECT_EQ(versions_give({since("2020-01-01", R"("value": true)")}), "rule.amount");
}

TEST(rule_book_builder, lets_no_amount_leave_without_a_named_rounding) {
  const auto benefit = [](const std::string& round) {
    return codes({section(
        "benefits",
        {named("aid",
               R"("of": "household", "unit": "EUR/month", "paid": "month", )" +
                   versions({since("2020-01-01", R"("entitled_if": "true", "amount": "0")" + round)}))})});
  };
  EXPECT_EQ(benefit(R"(, "round": { "to": "0.01", "mode": "half_up", "source": "assumed" })"), "");
  EXPECT_EQ(benefit(""), "rule.missing_key");
  EXPECT_EQ(benefit(R"(, "round": { "to": "0", "mode": "half_up", "source": "assumed" })"), "rule.rounding");
  EXPECT_EQ(benefit(R"(, "round": { "to": "-1", "mode": "half_up", "source": "assumed" })"), "rule.rounding");
  EXPECT_EQ(benefit(R"(, "round": { "to": "1", "mode": "nearest", "source": "assumed" })"), "rule.rounding");
  EXPECT_EQ(benefit(R"(, "round": { "to": "1", "mode": "half_up" })"), "rule.missing_key");
  EXPECT_EQ(benefit(R"(, "round": { "to": "1", "mode": "half_up", "source": "nobody" })"), "rule.source");
}

TEST(rule_book_builder, bounds_an_inferred_figure) {
  const auto between = [](const char* bounds) {
    return versions_give({figure("2020-01-01", "\"between\": " + std::string(bounds))});
  };
  EXPECT_EQ(between(R"(["0.99", "1.01"])"), "");
  EXPECT_EQ(between(R"(["1.00", "1.01"])"), "") << "the first bound is included";
  EXPECT_EQ(between(R"(["0.99", "1.00"])"), "rule.between") << "the second is not";
  EXPECT_EQ(between(R"(["1.01", "1.02"])"), "rule.between");
  EXPECT_EQ(between(R"(["0.99"])"), "rule.between");
  EXPECT_EQ(between(R"([0.99, 1.01])").substr(0, 11), "rule.number");
}

TEST(rule_book_builder, wants_a_note_where_a_figure_is_unsure) {
  EXPECT_EQ(versions_give({figure("2020-01-01", R"("confidence": "low")")}), "rule.note");
  EXPECT_EQ(versions_give({figure("2020-01-01", R"("confidence": "low", "note": { "lv": "a", "en": "a" })")}),
            "");
  EXPECT_EQ(versions_give({figure("2020-01-01", R"("confidence": "certain")")}).substr(0, 15),
            "rule.confidence");
}

TEST(rule_book_builder, wants_sources_dates_and_both_languages) {
  EXPECT_EQ(versions_give({R"({ "from": "2020-01-01", "value": "1" })"}), "rule.missing_key");
  EXPECT_EQ(versions_give({R"({ "from": "2020-01-01", "value": "1", "source": [] })"}), "rule.source");
  EXPECT_EQ(versions_give({R"({ "from": "2020-01-01", "value": "1", "source": "law" })"}), "rule.source");
  EXPECT_EQ(versions_give({R"({ "from": "2020-02-30", "value": "1", "source": "s" })"}), "rule.date");
  EXPECT_EQ(versions_give({figure("2020-01-01", R"("note": { "lv": "a" })")}), "rule.missing_key");
  EXPECT_EQ(versions_give({figure("2020-01-01", R"("note": { "lv": "a", "en": "" })")}), "rule.words");
  EXPECT_EQ(versions_give({figure("2020-01-01", R"("vlaue": "1")")}), "rule.unknown_key");
}

TEST(rule_book_builder, checks_names) {
  EXPECT_EQ(codes({section("variables", {computed("X", pure, "1")})}), "rule.name");
  EXPECT_EQ(codes({section("variables", {computed("on", pure, "1")})}), "rule.name");
  EXPECT_EQ(
      codes({section("variables", {computed("x", pure, "1")}),
             section("parameters",
                     {named("x", R"("unit": "1", )" + versions({since("2020-01-01", R"("value": "1")")}))})})
          .substr(0, 19),
      "rule.duplicate_name");
  EXPECT_EQ(codes({section("variables", {computed("x", pure, "1"), computed("x_lv", pure, "1")})}),
            "rule.duplicate_name")
      << "a Latvian name counts";
  EXPECT_EQ(
      codes({section("variables", {named("x", R"("by": "nothing", )" + std::string(pure) + ", " +
                                                  versions({since("2020-01-01", R"("value": "1")")}))})}),
      "rule.by");
  EXPECT_EQ(
      codes({section("variables", {named("x", R"("shows": ["nothing"], )" + std::string(pure) + ", " +
                                                  versions({since("2020-01-01", R"("value": "1")")}))})}),
      "rule.reference");
}

TEST(rule_book_builder, takes_further_names) {
  const auto also = [](const std::string& list) {
    return std::vector<std::string>{
        section("facts", {asked("wage", R"("of": "person", "unit": "EUR/month", "also": )" + list),
                          asked("income", R"("of": "household", "unit": "EUR/month")")})};
  };
  EXPECT_EQ(rule_text::book(also(R"(["Alga", "pay"])")).find_spoken("ALGA"), 0U);
  EXPECT_EQ(codes(also(R"(["income"])")), "rule.duplicate_name");
  for (const char* wrong : {R"("pay")", "[]", "[5]", R"([""])"})
    EXPECT_EQ(codes(also(wrong)), "rule.kind") << wrong;
}

TEST(rule_book_builder, checks_the_shape_of_a_fact) {
  const auto fact = [](const char* rest) { return codes({section("facts", {asked("f", rest)})}); };
  EXPECT_EQ(fact(R"("of": "household", "unit": "1", "minimum": "5", "maximum": "4")"), "rule.domain");
  EXPECT_EQ(fact(R"("of": "household", "unit": "EUR month")"), "rule.unit");
  EXPECT_EQ(fact(R"("of": "household", "type": "amount")"), "rule.type");
  EXPECT_EQ(fact(R"("of": "village", "unit": "1")"), "rule.entity");
  EXPECT_EQ(fact(R"("of": "household", "type": "enumeration", "values": {})"), "rule.enumeration");
  EXPECT_EQ(fact(R"("of": "household", "type": "boolean", "unit": "1")"), "rule.type");
  EXPECT_EQ(fact(R"("of": "household", "type": "boolean", "default": { "value": "maybe", "source": "s" })"),
            "rule.value");
  EXPECT_EQ(fact(R"("of": "household", "unit": "1", "decimals": 10)"), "rule.domain");
  EXPECT_EQ(codes({section("facts", {named("f", R"("of": "household", "unit": "1")")})}), "rule.missing_key")
      << "a fact has a question";
}

std::string table(const char* hit, const std::string& rows, const char* rest = "") {
  const std::string facts = section(
      "facts",
      {asked("yes", R"("of": "household", "type": "boolean")"),
       asked("age_of_eldest", R"("of": "household", "unit": "years")"),
       asked(
           "group",
           R"("of": "household", "type": "enumeration", "values": { "a": { "lv": "a", "en": "a" }, "b": { "lv": "b", "en": "b" } })")});
  return codes(
      {facts, section("variables",
                      {asked("x", R"("of": "household", "unit": "1", )" +
                                      versions({since("2020-01-01",
                                                      R"("table": { "inputs": ["group", "yes"], "hit": ")" +
                                                          std::string(hit) + "\", \"rows\": [" + rows + "]" +
                                                          rest + " }")}))})});
}

TEST(rule_book_builder, wants_a_table_row_for_every_case) {
  EXPECT_EQ(table("unique", R"({ "when": ["a", "-"], "value": "1" }, { "when": ["b", "-"], "value": "2" })"),
            "");
  EXPECT_EQ(table("unique",
                  R"({ "when": ["a, b", "true"], "value": "1" }, { "when": ["-", "false"], "value": "2" })"),
            "");
  EXPECT_EQ(
      table("unique", R"({ "when": ["a", "-"], "value": "1" }, { "when": ["b", "true"], "value": "2" })"),
      "rule.table_incomplete");
  EXPECT_EQ(
      table("unique", R"({ "when": ["a", "-"], "value": "1" }, { "when": ["b", "true"], "value": "2" })",
            R"(, "otherwise": "stated")"),
      "");
}

TEST(rule_book_builder, lets_rows_overlap_only_when_the_first_counts) {
  const std::string overlapping =
      R"({ "when": ["a", "-"], "value": "1" }, { "when": ["-", "-"], "value": "2" })";
  EXPECT_EQ(table("first", overlapping), "");
  EXPECT_NE(table("unique", overlapping).find("rule.table_overlap"), std::string::npos);
}

TEST(rule_book_builder, checks_cells_and_values_of_tables) {
  EXPECT_EQ(table("unique", R"({ "when": ["c", "-"], "value": "1" })"), "rule.table_cell");
  EXPECT_EQ(table("unique", R"({ "when": ["-", "maybe"], "value": "1" })"), "rule.table_cell");
  EXPECT_EQ(table("unique", R"({ "when": ["-", "<"], "value": "1" })"), "rule.table_cell");
  EXPECT_EQ(table("unique", R"({ "when": ["-"], "value": "1" })"), "rule.table_row");
  EXPECT_EQ(table("any", R"({ "when": ["-", "-"], "value": "1" })"), "rule.kind");
  EXPECT_EQ(table("first", R"({ "when": ["-", "-"], "value": "true" })"), "formula.type");
  EXPECT_EQ(table("first", R"({ "when": ["-", "-"], "value": 1 })"), "rule.number");
  EXPECT_EQ(table("first", R"({ "when": ["-", "-"], "value": "2 * age_of_eldest" })"), "formula.unit");
}

TEST(rule_book_builder, checks_kinds_of_persons) {
  const std::string facts = section("facts", {asked("age", R"("of": "person", "unit": "years")"),
                                              asked("income", R"("of": "household", "unit": "EUR/month")")});
  const auto kind = [&](const char* rest) {
    return codes({facts, section("person_kinds", {named("k", rest)})});
  };
  EXPECT_EQ(kind(R"("takes": "count", "sets": { "age": "40" })"), "");
  EXPECT_EQ(kind(R"("takes": "age")"), "");
  EXPECT_EQ(kind(R"("takes": "income")"), "rule.person_kind");
  EXPECT_EQ(kind(R"("takes": "count", "sets": { "income": "1" })"), "rule.person_kind");
  EXPECT_EQ(kind(R"("takes": "count", "sets": { "age": "old" })"), "rule.person_kind");
}

TEST(rule_book_builder, checks_what_published_figures_name) {
  const std::string x = section("variables", {computed("x", pure, "1")});
  const auto published = [&](const char* figure) {
    return codes({x, "\"published\": [" + std::string(figure) + "]"});
  };
  EXPECT_EQ(published(R"({ "of": "x", "on": "2020-01-01", "value": "1", "source": "s" })"), "");
  EXPECT_EQ(published(R"({ "of": "y", "on": "2020-01-01", "value": "1", "source": "s" })"), "rule.reference");
  EXPECT_EQ(published(R"({ "of": "x", "on": "2020-01-01", "value": "one", "source": "s" })"), "rule.value");
  EXPECT_EQ(published(R"({ "of": "x", "on": "2020-01-01", "value": 1, "source": "s" })"), "rule.number");
}

TEST(rule_book_builder, leaves_a_difference_open_only_with_its_explanation) {
  const std::string x = section("variables", {computed("x", pure, "1")});
  const auto published = [&](const std::string& rest) {
    return codes(
        {x, R"("published": [{ "of": "x", "on": "2020-01-01", "value": "2", "source": "s")" + rest + "}]"});
  };
  const std::string why = R"(, "conflict": { "lv": "kļūda", "en": "a slip" })";
  EXPECT_EQ(published(why + R"(, "open": true)"), "");
  EXPECT_EQ(published(why + R"(, "open": false)"), "");
  EXPECT_EQ(published(R"(, "open": false)"), "rule.conflict");
  EXPECT_EQ(published(R"(, "open": true)"), "rule.conflict");
  EXPECT_EQ(published(R"(, "conflct": { "lv": "kļūda", "en": "a slip" }, "open": true)"), "rule.unknown_key")
      << "one slip is one error";
}

TEST(rule_book_builder, checks_what_rows_and_conflicts_name) {
  const std::string x = section("variables", {computed("x", pure, "1")});
  const auto row = [&](const char* rules) {
    return codes({x, R"("rows": [{ "row": "R01", "title": { "lv": "a", "en": "a" }, "rules": )" +
                         std::string(rules) + "}]"});
  };
  EXPECT_EQ(row(R"(["x"])"), "");
  EXPECT_EQ(row(R"(["y"])"), "rule.reference");
  EXPECT_EQ(row("[]"), "rule.reference") << "a row that nothing carries is not covered";
  EXPECT_EQ(row(R"("x")"), "rule.kind");
  EXPECT_EQ(row(R"([1])"), "rule.kind");
  const auto conflict = [](const std::string& id, const std::string& rest) {
    const std::string text = R"({ "lv": "a", "en": "a" })";
    return "{ \"id\": \"" + id + "\", \"title\": " + text + ", \"found\": " + text +
           ", \"decided\": " + text + ", \"source\": \"s\"" + rest + "}";
  };
  const std::string why = R"(, "reason": { "lv": "a", "en": "a" })";
  const auto all = [&](const std::string& list) { return codes({x, "\"conflicts\": [" + list + "]"}); };
  EXPECT_EQ(all(conflict("C1", why) + ", " + conflict("C2", why + R"(, "open": true, "about": ["x"])")), "");
  EXPECT_EQ(all(conflict("C1", why + R"(, "about": ["y"])")), "rule.reference");
  EXPECT_EQ(all(conflict("C1", why) + ", " + conflict("C1", why)), "rule.duplicate_name");
  EXPECT_EQ(all(conflict("C1", "")), "rule.missing_key");
}

TEST(rule_book_builder, keeps_out_of_the_total_what_is_not_paid_to_a_household) {
  const auto in_total = [](const char* of, const char* rest) {
    const rule_book made = book({section(
        "benefits",
        {named("aid", "\"of\": \"" + std::string(of) + R"(", "unit": "EUR", "paid": "once", )" + rest +
                          versions({since("2020-01-01",
                                          R"("entitled_if": "true", "amount": "0", "round": { "to":
                                                         "0.01", "mode": "half_up", "source": "assumed" })")}))})});
    return made.at(0).in_total;
  };
  EXPECT_TRUE(in_total("household", ""));
  EXPECT_TRUE(in_total("person", R"("not_in_total": false, )"));
  EXPECT_FALSE(in_total("household", R"("not_in_total": true, )"));
  EXPECT_FALSE(in_total("municipality", ""));
  EXPECT_FALSE(in_total("municipality", R"("not_in_total": true, )"));
}

TEST(rule_book_builder, says_where_the_error_stands) {
  const auto all = errors({section("variables", {computed("x", pure, "1 + income")})});
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].pointer(), "/variables/x/versions/0/formula");
  EXPECT_EQ(all[0].file(), "t/rule.json");
  EXPECT_GT(all[0].at().line, 5U);
  EXPECT_GT(all[0].at().column, 50U);
}

/// A topic of one formula, `"uses"` as given, beside the topic `base` that has `amount` and `years`.
std::string uses_give(const std::string& topic, const std::string& uses, const char* text) {
  const auto rename = [](std::string file, const std::string& name) {
    const std::string old = R"("topic": "t")";
    return file.replace(file.find(old), old.size(), "\"topic\": \"" + name + "\"");
  };
  std::string base =
      file({section("variables",
                    {computed("amount", euro, "5 * unit_amount"),
                     named("unit_amount", std::string(euro) + ", " + versions({figure("2020-01-01")}))}),
            R"("units": { "years": { "lv": "g.", "en": "yr" } })"});
  std::string other = file({section("variables", {computed("x", pure, text)}), "\"uses\": [" + uses + "]"});
  for (std::size_t at = 0; (at = other.find("\"s\"", at)) != std::string::npos;)
    other.replace(at, 3, "\"o\"");
  return codes_of(
      check_rule_files({std::make_shared<source_text>("base/rule.json", rename(base, "base")),
                        std::make_shared<source_text>(topic + "/rule.json", rename(other, topic))}));
}

TEST(rule_book_builder, lets_a_topic_use_what_it_says_and_no_more) {
  EXPECT_EQ(uses_give("other", "\"base\"", "amount / unit_amount"), "");
  EXPECT_EQ(uses_give("other", "", "1"), "");
  EXPECT_EQ(uses_give("other", "", "amount / unit_amount"), "rule.uses");
  EXPECT_EQ(uses_give("other", "\"base\"", "1"), "rule.uses");
  EXPECT_EQ(uses_give("other", "\"bse\"", "amount / unit_amount"), "rule.uses rule.reference");
}

TEST(rule_book_builder, reports_all_errors_at_once) {
  EXPECT_EQ(codes({section("variables", {computed("x", pure, "income"), computed("y", pure, "1 +"),
                                         named("z", std::string(pure))})}),
            "formula.syntax rule.missing_key")
      << "meaning is checked once the shape is right";
  EXPECT_EQ(codes({section("variables", {computed("x", pure, "income"), computed("y", pure, "costs")})}),
            "formula.name formula.name");
}

TEST(rule_book_builder, gives_a_book_only_without_errors) {
  const rule_book_builder good(files({section("variables", {computed("x", pure, "1")})}));
  EXPECT_TRUE(good.errors().empty());
  EXPECT_EQ(
      codes_thrown_by([] { static_cast<void>(book({section("variables", {computed("x", pure, "y")})})); }),
      "formula.name");
}

}  // namespace
