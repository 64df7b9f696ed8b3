// SPDX-License-Identifier: Apache-2.0
#include <slieksnis/table/batch.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../support/benefit_book.hpp"
#include "../support/codes.hpp"
#include "text_batch.hpp"

namespace {

using namespace slieksnis;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Pair;

const rule_book& book() { return benefit_book::book(); }

batch_options wanting(std::initializer_list<const char*> names) {
  batch_options result;
  for (const char* name : names) result.wanted.push_back(*book().find(name));
  result.on = parse_date("2023-06-15");  // level 130
  result.file = "t.csv";
  return result;
}

text_batch::result run(const batch_options& options, const std::string& text,
                       std::size_t portion = 1U << 20U) {
  return text_batch::run(book(), facts(book()), options, text, portion);
}

std::string errors_of(const batch_options& options, const std::string& text) {
  return text_batch::errors_of(book(), facts(book()), options, text);
}

TEST(batch, rows_come_back_with_their_decisions) {
  const auto made =
      run(wanting({"aid", "poor"}), "id,income,members,note\n1,50,1,\"a,b\"\n2,9999,1,\n3,,1,x\n");
  EXPECT_EQ(made.out,
            "id,income,members,note,aid_outcome,aid_amount,aid_reason,poor_outcome,poor_reason\n"
            "1,50,1,\"a,b\",granted,80.00,,granted,\n"
            "2,9999,1,,refused,,poor,refused,income <= 2 * level\n"
            "3,,1,x,undetermined,,income,undetermined,income\n");
  EXPECT_EQ(made.rejected, "id,income,members,note,error\n");
  EXPECT_EQ(made.summary.rows, 3U);
  EXPECT_EQ(made.summary.households, 3U);
  EXPECT_EQ(made.summary.persons, 0U);
  ASSERT_EQ(made.summary.benefits.size(), 2U);
  const batch_of_benefit& aid = made.summary.benefits.front();
  EXPECT_EQ(aid.granted, 1U);
  EXPECT_EQ(aid.refused, 1U);
  EXPECT_EQ(aid.undetermined, 1U);
  EXPECT_EQ(to_string(aid.total), "80");
  EXPECT_THAT(aid.reasons, ElementsAre(Pair("income", 1U), Pair("poor", 1U)));
  EXPECT_EQ(made.summary.recognised, (row_format{row_syntax::csv, ',', std::nullopt}));
  ASSERT_EQ(made.summary.columns.size(), 4U);
  EXPECT_EQ(made.summary.columns[1].use, column_use::fact);
  EXPECT_EQ(made.summary.columns[3].use, column_use::passed);
}

TEST(batch, writes_as_excel_does_in_latvian) {
  const auto made = run(wanting({"third"}), "\xEF\xBB\xBFid;income_lv\r\n1;\"1 000,50\"\r\n2;2,00\r\n\r\n");
  EXPECT_EQ(made.out,
            "id;income_lv;third_outcome;third_amount;third_reason\r\n"
            "1;\"1 000,50\";granted;333,50;\r\n2;2,00;granted;0,67;\r\n");
  EXPECT_EQ(made.summary.recognised, (row_format{row_syntax::csv, ';', ','}));
}

TEST(batch, an_amount_is_in_quotes_where_its_mark_is_the_separator) {
  EXPECT_EQ(run(wanting({"third"}), "id,income\n1,\"2,00\"\n").out,
            "id,income,third_outcome,third_amount,third_reason\n1,\"2,00\",granted,\"0,67\",\n");
}

TEST(batch, without_a_mark_the_separator_tells_how_amounts_are_written) {
  EXPECT_THAT(run(wanting({"third"}), "id;income\n1;2\n").out, HasSubstr("0,67"));
  EXPECT_THAT(run(wanting({"third"}), "id,income\n1,2\n").out, HasSubstr("0.67"));
}

TEST(batch, a_last_row_without_line_end_gets_one) {
  EXPECT_EQ(run(wanting({"third"}), "income\n2").out,
            "income,third_outcome,third_amount,third_reason\n2,granted,0.67,\n");
}

TEST(batch, ndjson_gets_further_members) {
  const auto made =
      run(wanting({"aid", "poor"}), "{\"id\":1,\"income\":50,\"members\":1}\n{ \"members\":1 }\n{}\n");
  EXPECT_EQ(made.out,
            "{\"id\":1,\"income\":50,\"members\":1,\"aid_outcome\":\"granted\",\"aid_amount\":\"80.00\","
            "\"aid_reason\":null,\"poor_outcome\":\"granted\",\"poor_reason\":null}\n"
            "{ \"members\":1 ,\"aid_outcome\":\"undetermined\",\"aid_amount\":null,\"aid_reason\":\"income\","
            "\"poor_outcome\":\"undetermined\",\"poor_reason\":\"income\"}\n"
            "{\"aid_outcome\":\"undetermined\",\"aid_amount\":null,\"aid_reason\":\"income\","
            "\"poor_outcome\":\"undetermined\",\"poor_reason\":\"income\"}\n");
}

TEST(batch, the_output_may_have_the_other_syntax) {
  batch_options options = wanting({"third"});
  options.output = row_syntax::ndjson;
  EXPECT_EQ(
      run(options, "id;income\n\"a \"\"b\"\"\";1,5\n").out,
      "{\"id\":\"a \\\"b\\\"\",\"income\":\"1,5\",\"third_outcome\":\"granted\",\"third_amount\":\"0.50\","
      "\"third_reason\":null}\n");
  options.output = row_syntax::csv;
  EXPECT_EQ(run(options, "{\"income\":1.5,\"x\":[1,\"a\"]}\n{\"income\":null}\n").out,
            "income,x,third_outcome,third_amount,third_reason\n1.5,\"[1,\"\"a\"\"]\",granted,0.50,\n"
            ",,undetermined,,income\n");
}

TEST(batch, a_member_that_comes_late_counts_as_well) {
  std::string text;
  for (int i = 0; i < 6000; ++i)
    text += "{\"income\":50,\"padding\":\"0123456789012345678901234567890123456789\"}\n";
  batch_options options = wanting({"aid"});
  options.on_error = bad_rows::mark;
  const auto made = run(options, text + "{\"members\":1,\"income\":50}\n{\"aid_amount\":1}\n", 1000);
  EXPECT_THAT(made.out,
              HasSubstr("{\"members\":1,\"income\":50,\"aid_outcome\":\"granted\",\"aid_amount\":\"80.00\""));
  EXPECT_EQ(codes_of(made.summary.first_errors), "table.header");
}

TEST(batch, rows_of_persons_have_the_decisions_of_their_household) {
  batch_options options = wanting({"care", "aid"});
  options.household_column = "h";
  const auto made = run(options, "h;born;wage;income\nA;1980-01-01;50;\nA;2015-01-01;;60\nB;2015-01-01;;\n");
  EXPECT_EQ(made.out,
            "h;born;wage;income;care_outcome;care_amount;care_reason;aid_outcome;aid_amount;aid_reason\n"
            "A;1980-01-01;50;;granted;80,00;;granted;200,00;\n"
            "A;2015-01-01;;60;refused;;age >= grown;granted;200,00;\n"
            "B;2015-01-01;;;refused;;age >= grown;undetermined;;income\n");
  EXPECT_EQ(made.summary.households, 2U);
  EXPECT_EQ(made.summary.persons, 3U);
  EXPECT_EQ(to_string(made.summary.benefits[1].total), "200") << "once for the household";
}

TEST(batch, bad_rows_are_marked_counted_and_rejected) {
  batch_options options = wanting({"aid"});
  options.on_error = bad_rows::mark;
  const auto made = run(options, "id;income;members\n1;50;1\n2;x;1\n3;50\n4;60;1\n");
  EXPECT_EQ(made.out,
            "id;income;members;aid_outcome;aid_amount;aid_reason\n1;50;1;granted;80,00;\n"
            "2;x;1;error;;facts.amount\n3;50;;error;;table.row\n4;60;1;granted;70,00;\n");
  EXPECT_EQ(made.rejected, "id;income;members;error\n2;x;1;3: facts.amount: income\n3;50;;4: table.row\n");
  EXPECT_EQ(made.summary.bad_rows, 2U);
  EXPECT_EQ(made.summary.errors, 2U);
  EXPECT_EQ(codes_of(made.summary.first_errors), "facts.amount table.row");
  EXPECT_EQ(made.summary.rows, 4U);
  EXPECT_EQ(made.summary.benefits[0].granted, 2U);
  EXPECT_EQ(to_string(made.summary.benefits[0].total), "150");
  const auto json = run(options, "{\"income\":50,\"members\":1}\n{\"income\":\"x\"}\n{\"income\":\n");
  EXPECT_THAT(json.out,
              HasSubstr("{\"income\":\"x\",\"aid_outcome\":\"error\",\"aid_amount\":null,\"aid_reason\":"
                        "\"facts.amount\"}\n{\"row\":\"{\\\"income\\\":\",\"aid_outcome\":\"error\""));
  EXPECT_EQ(json.rejected,
            "{\"income\":\"x\",\"error\":\"2: facts.amount: income\"}\n"
            "{\"row\":\"{\\\"income\\\":\",\"error\":\"3: json.syntax\"}\n");
}

TEST(batch, a_bad_row_stops_with_all_errors_of_its_block) {
  std::string text = "income\n";
  for (int i = 0; i < 30; ++i) text += "x\n";
  try {
    run(wanting({"third"}), text);
    FAIL();
  } catch (const unusable& problem) {
    ASSERT_EQ(problem.errors().size(), batch_errors_shown + 1);
    EXPECT_EQ(problem.errors().front().at().line, 2U);
    EXPECT_EQ(problem.errors().back().text(language::en),
              "t.csv: error[table.row]: expected rows without errors; found errors so far: 30\n"
              "  hint: bad rows can also be marked and passed by\n");
    EXPECT_EQ(problem.errors().back().text(language::lv),
              "t.csv: kļūda[table.row]: gaidīts: rindas bez kļūdām; atrasts: kļūdas līdz šai vietai: 30\n"
              "  padoms: kļūdainās rindas var arī atzīmēt un turpināt\n");
  }
}

TEST(batch, a_header_that_cannot_be_used_stops) {
  EXPECT_EQ(
      errors_of(wanting({"aid"}), "income,income_lv\n1,2\n"),
      "t.csv:1:8: error[facts.twice]: expected each fact once; found \"income_lv\", already in the column "
      "\"income\"\n    1 | income,income_lv\n      |        ^^^^^^^^^\n  hint: keep one of the two\n");
  EXPECT_EQ(
      errors_of(wanting({"aid"}), "income;a,b\n1;2\n"),
      "t.csv:1:1: error[table.syntax]: expected a header with one separator; found two that are as frequent\n"
      "    1 | income;a,b\n      | ^\n  hint: say which one it is\n");
  EXPECT_EQ(
      errors_of(wanting({"aid"}), ""),
      "t.csv: error[table.header]: expected a header: names of columns in the first line; found an empty "
      "file\n");
  EXPECT_EQ(errors_of(wanting({"aid"}), "ien\xE2kumi;income\n1;2\n"),
            "t.csv:1:4: error[table.encoding]: expected text in UTF-8; found another encoding\n"
            "    1 | ien?kumi;income\n      |    ^\n  hint: save the table as CSV UTF-8\n");
  batch_options no_day = wanting({"aid"});
  no_day.on.reset();
  EXPECT_THAT(errors_of(no_day, "income\n1\n"), HasSubstr("error[facts.date_missing]"));
  batch_options early = wanting({"aid"});
  early.on = parse_date("1950-01-01");
  EXPECT_THAT(errors_of(early, "income\n1\n"), HasSubstr("error[facts.date_span]"));
}

TEST(batch, a_benefit_of_persons_needs_rows_of_persons) {
  EXPECT_EQ(
      errors_of(wanting({"care"}), "income\n1\n"),
      "t.csv: error[facts.entity]: expected rows that are persons, since each person has a care of their "
      "own; "
      "found rows that are households\n  hint: say which column tells to which household a person belongs\n");
}

TEST(batch, text_in_another_encoding_is_a_bad_row) {
  batch_options options = wanting({"third"});
  options.on_error = bad_rows::mark;
  const auto made = run(options, "note;income\nJ\xE2nis;3\nAnna;3\n");
  EXPECT_EQ(made.out,
            "note;income;third_outcome;third_amount;third_reason\nJ\xE2nis;3;error;;table.encoding\n"
            "Anna;3;granted;1,00;\n");
}

TEST(batch, a_household_that_comes_back_is_an_error) {
  batch_options options = wanting({"care"});
  options.household_column = "h";
  EXPECT_EQ(
      errors_of(options, "h,born,wage\nA,1980-01-01,1\nB,1980-01-01,1\nA,1980-01-01,1\n"),
      "t.csv:4:1: error[table.household]: expected all rows of a household together; found \"A\" again\n"
      "  at h\n    4 | A,1980-01-01,1\n      | ^\n  hint: sort the rows by this column\n");
}

/// Many rows of both sorts in a dialect, with some bad ones.
std::string many(bool persons) {
  std::string text = persons ? "h;born;wage;income\n" : "id;income;members\n";
  for (int i = 0; i < 40'000; ++i) {
    const std::string household = std::to_string(i / 3);
    if (persons)
      text += household + ";" + (i % 2 == 0 ? "1980-01-01" : "2015-05-05") + ";" + std::to_string(i % 300) +
              ",50;" + (i % 3 == 0 ? std::to_string(i % 500) : "") + "\n";
    else
      text += std::to_string(i) + ";" + std::to_string(i % 700) + (i > 30'000 ? ".25" : "") + ";" +
              std::to_string(i % 5) + (i % 9000 == 7 ? ";" : "") + "\n";
  }
  return text;
}

TEST(batch, threads_and_portions_change_nothing) {
  for (const bool persons : {false, true}) {
    batch_options options = wanting({"aid", "third"});
    if (persons) options = wanting({"aid", "care"});
    options.on_error = bad_rows::mark;
    if (persons) options.household_column = "h";
    const auto one = run(options, many(persons));
    EXPECT_EQ(one.summary.rows, 40'000U);
    EXPECT_EQ(one.summary.bad_rows, persons ? 0U : 5U);
    for (const unsigned threads : {2U, 5U}) {
      options.threads = threads;
      const auto more = run(options, many(persons), threads == 2 ? 777 : 1U << 20U);
      EXPECT_EQ(more.out, one.out);
      EXPECT_EQ(more.rejected, one.rejected);
      EXPECT_EQ(more.summary.errors, one.summary.errors);
      EXPECT_EQ(more.summary.households, one.summary.households);
      EXPECT_EQ(to_string(more.summary.benefits[0].total), to_string(one.summary.benefits[0].total));
      EXPECT_EQ(more.summary.benefits[1].reasons, one.summary.benefits[1].reasons);
    }
  }
}

TEST(batch, the_decimal_mark_of_an_early_block_holds_for_late_ones) {
  std::string text = "income;note\n1,5;\n";
  for (int i = 0; i < 60'000; ++i) text += "2;padding\n";
  for (const unsigned threads : {1U, 4U}) {
    batch_options options = wanting({"third"});
    options.threads = threads;
    EXPECT_THAT(errors_of(options, text + "1.5;x\n"), HasSubstr("t.csv:60003:1: error[table.decimal_mark]"));
  }
}

TEST(batch, progress_is_told_and_what_it_throws_stops) {
  batch_options options = wanting({"aid", "third"});
  options.on_error = bad_rows::mark;
  options.threads = 3;
  const std::string text = many(false);
  text_batch::source in(text);
  text_batch::sink out;
  std::vector<std::uint64_t> rows;
  static_cast<void>(run_batch(book(), facts(book()), options, in, out, nullptr,
                              [&](const batch_progress& now) { rows.push_back(now.rows); }));
  EXPECT_TRUE(std::is_sorted(rows.begin(), rows.end()));
  EXPECT_EQ(rows.back(), 40'000U);
  text_batch::source again(text);
  EXPECT_THROW(
      static_cast<void>(run_batch(book(), facts(book()), options, again, out, nullptr,
                                  [](const batch_progress&) { throw std::runtime_error("enough"); })),
      std::runtime_error);
}

}  // namespace
