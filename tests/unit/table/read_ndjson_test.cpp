// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../support/household_book.hpp"
#include "read_rows.hpp"

namespace {

using namespace slieksnis;
using read_rows::rows;

const rule_book& book() { return household_book::book(); }

rows read(std::string_view text) { return {book(), {}, text, row_syntax::ndjson}; }

TEST(read_ndjson, members_stand_in_the_lanes_of_their_facts) {
  const rows made = read(
      "{\"id\":1,\"income\":10.5,\"yes\":true,\"region\":\"south\"}\n"
      "{ \"income\" : \"7,25\" , \"yes\":\"nē\",\"day\":\"01.02.2020\" }\r\n"
      "{}\n{\"income\":null,\"yes\":false}");
  EXPECT_EQ(made.lane("income"), "1050 725 - -");
  EXPECT_EQ(made.lane("yes"), "1 0 - 0");
  EXPECT_EQ(made.lane("region"), "1 - - -");
  EXPECT_EQ(made.lane("day"), "- 18293 - -");
  EXPECT_EQ(made.bad(), "");
  EXPECT_EQ(made.read->mark, ',') << "of texts; a JSON number has a point anyway";
}

TEST(read_ndjson, objects_that_are_not_flat_mean_the_same) {
  const rows made = read(
      "{\"x\":{\"income\":1},\"income\":5,\"yes\":true}\n{\"inc\\u006fme\":6,\"region\":\"Dienvidi\"}\n"
      "{\"income\":[1,1,2],\"x\":\"\\\"\"}\n{\"income\":[\"300\",\"310\",\"320\"]}\n");
  EXPECT_EQ(made.lane("income"), "500 600 - 31000");
  EXPECT_EQ(made.lane("region"), "- 1 - -");
  ASSERT_EQ(made.read->kept.size(), 1U);
  EXPECT_EQ(to_string(made.read->kept[0].what.what), "4/3");
  EXPECT_EQ(made.bad(), "");
}

TEST(read_ndjson, wrong_lines_are_told_with_their_place) {
  const rows made = read(
      "{\"income\":-1,\"rooms\":true}\n{\"income\":1,\n[1]\n{\"income\":1,\"income\":2}\n{\"income\":01}\n\n{"
      "\"rooms\":2}\n"
      "{\"income\":[1,2]}\n{\"yes\":1}\n");
  EXPECT_EQ(
      made.bad(),
      "0: facts.domain, 1: json.syntax, 2: table.row, 3: json.duplicate_key, 4: json.syntax, 5: table.row, "
      "7: facts.three_months, 8: facts.kind");
  const std::string text = made.printed();
  EXPECT_THAT(text,
              ::testing::StartsWith(
                  "t.csv:1:11: error[facts.domain]: expected at least 0; found -1\n  at income\n"
                  "    1 | {\"income\":-1,\"rooms\":true}\n      |           ^^\n  hint: check the income\n\n"
                  "t.csv:1:22: error[facts.kind]: expected a pure number; found true\n  at rooms\n"));
  EXPECT_THAT(
      text, ::testing::HasSubstr("t.csv:3:1: error[table.row]: expected a JSON object on each line; found a "
                                 "list"));
  EXPECT_THAT(text, ::testing::HasSubstr("t.csv:4:13: error[json.duplicate_key]"));
  EXPECT_THAT(made.printed(language::lv),
              ::testing::HasSubstr(
                  "t.csv:3:1: kļūda[table.row]: gaidīts: JSON objekts katrā rindā; atrasts: saraksts"));
}

TEST(read_ndjson, a_personal_code_is_not_printed_with_an_error_of_syntax) {
  const std::string text = read("{\"income\":1}\n{\"code\":\"010190-12345\",}\n").printed();
  EXPECT_THAT(text, ::testing::HasSubstr("******-*****"));
  EXPECT_THAT(text, ::testing::Not(::testing::HasSubstr("12345")));
}

TEST(read_ndjson, a_member_that_comes_late_is_asked_about) {
  rows made = read("{\"id\":1}\n");
  further_member late;
  late.column = {"income", column_use::fact, *book().find("income"), {}};
  made.read->about = [&](const std::string& name) -> const further_member& {
    EXPECT_EQ(name, "income");
    return late;
  };
  const std::string text = "{\"income\":5.5}\n{\"income\":-1}\n{\"income\":\"1/1/2\"}\n{\"income\":{}}\n";
  made.block.bytes.assign(text.begin(), text.end());
  made.block.bytes.resize(text.size() + block_padding, '\n');
  made.block.size = text.size();
  made.block.lines = 4;
  made.read->begin(made.block, 0, 10);
  read_ndjson(made.block, *made.read);
  ASSERT_EQ(made.read->kept.size(), 2U);
  EXPECT_EQ(to_string(made.read->kept[0].what.what), "5.5");
  EXPECT_EQ(to_string(made.read->kept[1].what.what), "4/3");
  EXPECT_EQ(made.bad(), "1: facts.domain, 3: facts.kind");
}

TEST(read_ndjson, members_are_named_once_in_the_order_of_the_text) {
  std::string names;
  for (const auto& [name, at] :
       ndjson_members("t", "{\"b\":1,\"a\":2}\nno\n{\"c\":1,\"b\":2}\n{\"d\":1}", 1, false))
    names += name + std::to_string(at.source->at(at.where.begin).line);
  EXPECT_EQ(names, "b1a1c3");
}

TEST(read_ndjson, a_member_can_be_asked_for) {
  EXPECT_EQ(ndjson_text_of("{\"h\":\"A\\u0101\"}", "h"), "Aā");
  EXPECT_EQ(ndjson_text_of("{\"h\":12}", "h"), "12");
  EXPECT_EQ(ndjson_text_of("{\"h\":[]}", "h"), "");
  EXPECT_EQ(ndjson_text_of("{", "h"), "");
}

}  // namespace
