// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/source/json_tree.hpp>

#include "../support/codes.hpp"

namespace {

using namespace slieksnis;

source_pointer text(std::string bytes) { return std::make_shared<source_text>("a.json", std::move(bytes)); }

struct parsed {
  source_pointer source;
  std::vector<error> errors;
  std::optional<json_tree> tree;

  [[nodiscard]] std::string at(span where) const {
    return std::string(source->bytes().substr(where.begin, where.end - where.begin));
  }
};

parsed parse(std::string bytes) {
  parsed result{text(std::move(bytes)), {}, std::nullopt};
  result.tree = parse_json(result.source, result.errors);
  return result;
}

std::string code_of(std::string bytes) {
  const parsed result = parse(std::move(bytes));
  EXPECT_NE(result.tree.has_value(), !result.errors.empty());
  return codes_of(result.errors);
}

TEST(json_tree, keeps_the_place_of_every_value) {
  const auto json = parse("{ \"a\" : 12.50 ,\n\"b\":[true,null , \"x,]\"],\"c\" :{} }");
  ASSERT_TRUE(json.tree);
  const json_node& root = *json.tree;
  EXPECT_EQ(json.at(root.where), json.source->bytes());
  EXPECT_EQ(json.at(root.keys[0].where), "\"a\"");
  EXPECT_EQ(json.at(root.items[0].where), "12.50");
  EXPECT_EQ(json.at(root.items[1].where), "[true,null , \"x,]\"]");
  EXPECT_EQ(json.at(root.items[1].items[0].where), "true");
  EXPECT_EQ(json.at(root.items[1].items[1].where), "null");
  EXPECT_EQ(json.at(root.items[1].items[2].where), "\"x,]\"");
  EXPECT_EQ(json.at(root.keys[2].where), "\"c\"");
  EXPECT_EQ(json.at(root.items[2].where), "{}");
}

TEST(json_tree, leaves_numbers_as_they_are_written) {
  for (const char* number : {"0", "-0", "166.10", "1e3", "1E+3", "0.1000", "12345678901234567890123", "-0.0",
                             "3.0000000000000000001"}) {
    const auto json = parse(number);
    ASSERT_TRUE(json.tree) << number;
    EXPECT_EQ(json.tree->kind, json_kind::number);
    EXPECT_EQ(json.tree->text, number);
  }
}

TEST(json_tree, reads_every_kind_at_the_top) {
  EXPECT_EQ(parse("null").tree->kind, json_kind::null);
  EXPECT_EQ(parse(" true ").tree->kind, json_kind::boolean);
  EXPECT_EQ(parse("false").tree->text, "false");
  EXPECT_EQ(parse("\"x\"").tree->text, "x");
  EXPECT_EQ(parse("[]").tree->kind, json_kind::list);
  EXPECT_EQ(parse("{}").tree->kind, json_kind::object);
}

TEST(json_tree, decodes_escapes) {
  EXPECT_EQ(parse(R"("a\"\\\/\n\t\u0101\uD834\uDD1Eb")").tree->text, "a\"\\/\n\tā𝄞b");
}

TEST(json_tree, finds_the_source_of_a_decoded_character) {
  const auto json = parse(R"({"f": "a\"ā\u0101\n\uD834\uDD1Eb"})");
  const json_node& value = json.tree->items[0];
  ASSERT_EQ(value.text, "a\"āā\n𝄞b");
  const auto source_at = [&](std::size_t offset) {
    return std::string(json.source->bytes().substr(offset_in_source(*json.source, value, offset)));
  };
  EXPECT_EQ(source_at(0), R"(a\"ā\u0101\n\uD834\uDD1Eb"})");
  EXPECT_EQ(source_at(1), R"(\"ā\u0101\n\uD834\uDD1Eb"})");
  EXPECT_EQ(source_at(2), R"(ā\u0101\n\uD834\uDD1Eb"})");
  EXPECT_EQ(source_at(4), R"(\u0101\n\uD834\uDD1Eb"})");
  EXPECT_EQ(source_at(6), R"(\n\uD834\uDD1Eb"})");
  EXPECT_EQ(source_at(7), R"(\uD834\uDD1Eb"})");
  EXPECT_EQ(source_at(11), R"(b"})");
  EXPECT_EQ(source_at(12), R"("})");
}

TEST(json_tree, steps_over_a_byte_order_mark) {
  const auto json = parse("\xEF\xBB\xBF{\"a\":1}");
  ASSERT_TRUE(json.tree);
  EXPECT_EQ(json.at(json.tree->keys[0].where), "\"a\"");
}

TEST(json_tree, reads_windows_line_ends) {
  const auto json = parse("{\r\n\"a\":\r\n1\r\n}\r\n");
  ASSERT_TRUE(json.tree);
  EXPECT_EQ(json.at(json.tree->items[0].where), "1");
  EXPECT_EQ(json.source->at(json.tree->items[0].where.begin).line, 3U);
}

TEST(json_tree, finds_a_member_by_its_key) {
  const auto json = parse("{\"a\":1,\"b\":2}");
  ASSERT_NE(json.tree->find("b"), nullptr);
  EXPECT_EQ(json.tree->find("b")->text, "2");
  EXPECT_EQ(json.tree->find("c"), nullptr);
  EXPECT_EQ(parse("[1]").tree->find("a"), nullptr);
  const auto several = parse("{\"ab\":1,\"ba\":2,\"\":3,\"ac\":4}");
  EXPECT_EQ(several.tree->index_of("ac"), 3U);
  EXPECT_EQ(several.tree->index_of(""), 2U);
  EXPECT_EQ(several.tree->index_of("a"), 4U) << "behind the last one";
}

TEST(json_tree, keeps_its_text_and_shares_it_with_copies) {
  json_tree tree;
  {
    std::vector<error> errors;
    tree = *parse_json(text("{\"a\": [1, \"b\\n\"]}"), errors);
  }
  const json_tree copy = tree;
  tree = {};
  EXPECT_EQ(copy.keys[0].name, "a");
  EXPECT_EQ(copy.items[0].items[0].text, "1");
  EXPECT_EQ(copy.items[0].items[1].text, "b\n");
}

TEST(json_tree, lets_a_part_be_kept_alone) {
  auto whole = parse("{\"a\": {\"b\\n\": [1, \"c\\n\", null], \"d\": {}}}");
  const json_tree part(whole.tree->items[0]);
  const span where = whole.tree->items[0].where;
  whole = {};
  EXPECT_EQ(part.kind, json_kind::object);
  EXPECT_EQ(part.where.begin, where.begin);
  EXPECT_EQ(part.where.end, where.end);
  ASSERT_EQ(part.keys.size(), 2U);
  EXPECT_EQ(part.keys[0].name, "b\n");
  EXPECT_EQ(part.keys[1].where.begin, where.end - 8);
  ASSERT_EQ(part.items[0].items.size(), 3U);
  EXPECT_EQ(part.items[0].items[0].text, "1");
  EXPECT_EQ(part.items[0].items[1].text, "c\n");
  EXPECT_EQ(part.items[0].items[2].kind, json_kind::null);
  EXPECT_TRUE(part.find("d")->items.empty());
}

TEST(json_tree, points_at_the_character_that_is_wrong) {
  const auto json = parse("{\n  \"a\": 1,\n  \"b\" 2\n}");
  ASSERT_EQ(json.errors.size(), 1U);
  EXPECT_EQ(json.errors[0].at().line, 3U);
  EXPECT_EQ(json.errors[0].at().column, 7U);
}

TEST(json_tree, says_when_the_text_ends_too_early) {
  EXPECT_EQ(parse("{\"a\": [1").errors[0].found().en, "the end of the text");
}

TEST(json_tree, refuses_broken_utf8) {
  EXPECT_EQ(code_of("{\"a\": \"\xFF\"}"), "json.encoding");
  EXPECT_EQ(code_of("{\"a\xC3\": 1}"), "json.encoding");
  EXPECT_EQ(code_of("\"\xED\xA0\x80\""), "json.encoding");
}

TEST(json_tree, reports_every_duplicate_key) {
  const auto json = parse("{\"a\": 1,\n\"b\": 2,\n\"a\": 3, \"b\": {\"c\": 1, \"\\u0063\": 2}}");
  EXPECT_FALSE(json.tree);
  EXPECT_EQ(codes_of(json.errors), "json.duplicate_key json.duplicate_key json.duplicate_key");
  EXPECT_NE(json.errors[1].found().en.find("line 1"), std::string::npos) << json.errors[1].text(language::en);
}

TEST(json_tree, takes_equal_keys_of_different_objects) {
  EXPECT_TRUE(parse("{\"a\": {\"x\": 1}, \"b\": {\"x\": 1}}").tree);
}

TEST(json_tree, nests_forty_levels_and_no_more) {
  EXPECT_EQ(code_of(std::string(json_depth_max, '[') + std::string(json_depth_max, ']')), "");
  EXPECT_EQ(code_of(std::string(json_depth_max + 1, '[') + std::string(json_depth_max + 1, ']')),
            "json.depth");
  EXPECT_EQ(code_of(std::string(1'000'000, '[')), "json.depth");
  std::string objects;
  for (int i = 0; i < 100'000; ++i) objects += "{\"a\":";
  EXPECT_EQ(code_of(objects), "json.depth");
}

TEST(json_tree, says_what_a_value_is) {
  EXPECT_EQ(described(*parse("{}").tree).en, "an object");
  EXPECT_EQ(described(*parse("[1]").tree).en, "a list");
  EXPECT_EQ(described(*parse("12.5").tree), (words{"skaitlis 12.5", "the number 12.5"}));
  EXPECT_EQ(described(*parse("\"x\"").tree).lv, "\"x\"");
  EXPECT_EQ(described(*parse("null").tree).en, "null");
  EXPECT_EQ(described(*parse("true").tree).en, "true");
}

}  // namespace
