// SPDX-License-Identifier: Apache-2.0
// What rows look like is tested with whole batches, in batch_test.cpp; here is what those do not reach.
#include <gtest/gtest.h>

#include <slieksnis/table/write_rows.hpp>

#include "../support/benefit_book.hpp"
#include "text_batch.hpp"

namespace {

using namespace slieksnis;

const rule_book& book() { return benefit_book::book(); }

std::string json(std::string_view text) {
  std::string result;
  append_json(result, text);
  return result;
}

TEST(write_rows, json_texts_escape_what_they_must) {
  EXPECT_EQ(json("a\"\\\n\t\x01/ā"), "\"a\\\"\\\\\\n\\t\\u0001/ā\"");
  EXPECT_EQ(json("x\xE2y"), "\"x\uFFFDy\"");
  EXPECT_EQ(json("\b\f\r\x0B"), "\"\\b\\f\\r\\u000b\"");
}

TEST(write_rows, the_header_names_what_is_added) {
  table_columns columns;
  columns.columns = {{"a;b", column_use::passed, 0, {}}, {"income", column_use::fact, 0, {}}};
  const std::vector<std::size_t> wanted{*book().find("aid")};
  const row_style style{row_syntax::csv, ';', ',', "\r\n"};
  EXPECT_EQ(row_writer(book(), columns, wanted, style).header("\"a;b\";income"),
            "\"a;b\";income;aid_outcome;aid_amount;aid_reason\r\n");
  columns.syntax = row_syntax::ndjson;
  EXPECT_EQ(row_writer(book(), columns, wanted, style).header(""),
            "\"a;b\";income;aid_outcome;aid_amount;aid_reason\r\n");
  EXPECT_EQ(row_writer(book(), columns, wanted, {row_syntax::ndjson, ';', '.', "\n"}).header(""), "");
}

/// The amount of `third` for an income.
std::string third_of(const std::string& income) {
  batch_options options;
  options.wanted = {*book().find("third")};
  options.on = parse_date("2023-06-15");
  const std::string out = text_batch::run(book(), facts(book()), options, "income\n" + income + "\n").out;
  const std::size_t granted = out.find("granted,");
  return out.substr(granted + 8, out.rfind(',') - granted - 8);
}

TEST(write_rows, amounts_have_all_their_digits) {
  EXPECT_EQ(third_of("0.03"), "0.01");
  EXPECT_EQ(third_of("0.30"), "0.10");
  EXPECT_EQ(third_of("3000000000000.21"), "1000000000000.07");
  EXPECT_EQ(third_of("2999999999999999.97"), "999999999999999.99");
}

TEST(write_rows, totals_of_large_amounts_are_exact) {
  batch_options options;
  options.wanted = {*book().find("third")};
  options.on = parse_date("2023-06-15");
  std::string text = "income\n";
  for (int i = 0; i < 400; ++i) text += "9000000000000000.00\n";
  const auto made = text_batch::run(book(), facts(book()), options, text);
  EXPECT_EQ(to_string(made.summary.benefits[0].total), "1200000000000000000");
}

TEST(write_rows, each_block_has_the_texts_of_its_days) {
  batch_options options;
  options.wanted = {*book().find("care")};
  options.household_column = "h";
  options.date_column = "d";
  EXPECT_EQ(text_batch::run(
                book(), facts(book()), options,
                "h,d,born,wage\nA,2023-06-15,1980-01-01,50\nB,2020-02-01,,50\nC,2020-02-01,2015-01-01,\n"
                "D,2023-06-15,1980-01-01,500\n")
                .out,
            "h,d,born,wage,care_outcome,care_amount,care_reason\nA,2023-06-15,1980-01-01,50,granted,80.00,\n"
            "B,2020-02-01,,50,undetermined,,age\nC,2020-02-01,2015-01-01,,refused,,age >= grown\n"
            "D,2023-06-15,1980-01-01,500,refused,,pay < level\n");
}

}  // namespace
