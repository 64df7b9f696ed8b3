// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <functional>
#include <slieksnis/source/object_reader.hpp>

#include "../support/codes.hpp"

namespace {

using namespace slieksnis;

/// Reads an object and gives the errors, each as "code pointer line:column".
std::string errors_of(const std::string& bytes, const std::function<void(object_reader&)>& read) {
  const source_pointer source = std::make_shared<source_text>("a.json", bytes);
  std::vector<error> errors;
  const auto tree = parse_json(source, errors);
  EXPECT_TRUE(tree) << bytes;
  object_reader reader({source, *tree, {}, errors}, {});
  read(reader);
  std::string result;
  for (const auto& one : errors)
    result += (result.empty() ? "" : "; ") + std::string(name_of(one.code())) + " " + one.pointer() + " " +
              std::to_string(one.at().line) + ":" + std::to_string(one.at().column);
  return result;
}

TEST(object_reader, gives_the_members_that_are_there) {
  EXPECT_EQ(errors_of("{\"a\": \"x\", \"b\": true}",
                      [](object_reader& object) {
                        EXPECT_TRUE(object.is_object());
                        EXPECT_TRUE(object.has("a"));
                        EXPECT_FALSE(object.has("c"));
                        EXPECT_EQ(object.text("a", true), "x");
                        EXPECT_EQ(object.text("c", false), std::nullopt);
                        EXPECT_TRUE(object.flag("b"));
                        EXPECT_FALSE(object.flag("c"));
                        EXPECT_EQ(object.required("a")->pointer(), "/a");
                        object.finish();
                      }),
            "");
}

TEST(object_reader, reports_a_missing_key_at_the_opening_bracket) {
  EXPECT_EQ(errors_of("\n  {\"a\": 1}",
                      [](object_reader& object) {
                        static_cast<void>(object.optional("a"));
                        EXPECT_FALSE(object.required("b"));
                        object.finish();
                      }),
            "rule.missing_key  2:3");
}

TEST(object_reader, reports_a_key_nobody_asked_for) {
  EXPECT_EQ(errors_of("{\"a\": 1,\n \"b\": 2}",
                      [](object_reader& object) {
                        static_cast<void>(object.optional("a"));
                        object.finish();
                      }),
            "rule.unknown_key  2:2");
}

TEST(object_reader, suggests_the_key_that_was_meant) {
  const source_pointer source = std::make_shared<source_text>("a.json", "{\"vlaue\": 1}");
  std::vector<error> errors;
  const auto tree = parse_json(source, errors);
  object_reader reader({source, *tree, {}, errors}, {});
  static_cast<void>(reader.has("value"));
  static_cast<void>(reader.has("unit"));
  reader.finish();
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0].hint().en, "did you mean value?");
}

TEST(object_reader, reports_the_wrong_kind_of_member) {
  EXPECT_EQ(errors_of("{\"a\": 1, \"b\": \"true\"}",
                      [](object_reader& object) {
                        EXPECT_EQ(object.text("a", true), std::nullopt);
                        EXPECT_FALSE(object.flag("b"));
                      }),
            "rule.kind /a 1:7; rule.kind /b 1:15");
}

TEST(object_reader, behaves_like_an_empty_object_on_anything_else) {
  EXPECT_EQ(errors_of("[1]",
                      [](object_reader& object) {
                        EXPECT_FALSE(object.is_object());
                        EXPECT_FALSE(object.required("a"));
                        EXPECT_TRUE(object.members().empty());
                        object.finish();
                      }),
            "rule.kind  1:1")
      << "one error, not one for each key";
}

TEST(object_reader, gives_members_in_the_order_of_the_text) {
  EXPECT_EQ(errors_of("{\"z\": 1, \"a\": 2}",
                      [](object_reader& object) {
                        const auto members = object.members();
                        ASSERT_EQ(members.size(), 2U);
                        EXPECT_EQ(members[0].first.name, "z");
                        EXPECT_EQ(members[1].second.node.text, "2");
                        object.finish();
                      }),
            "");
}

TEST(object_reader, writes_pointers_with_their_escapes) {
  EXPECT_EQ(errors_of("{\"a/b~c\": [0, 1]}",
                      [](object_reader& object) {
                        const auto list = object.required("a/b~c");
                        EXPECT_EQ(list->pointer(), "/a~1b~0c");
                        EXPECT_EQ(list->item(1).pointer(), "/a~1b~0c/1");
                      }),
            "");
}

TEST(object_reader, finds_the_pointer_of_any_value) {
  const source_pointer source = std::make_shared<source_text>(
      "a.json", "{\"a\": [[], [{\"\": 1}, {\"b\": {\"c\": [null, true]}}]], \"d\": {}, \"e~/\": [2]}");
  std::vector<error> errors;
  const auto tree = parse_json(source, errors);
  const json_value root(source, *tree, {}, errors);
  EXPECT_EQ(root.pointer(), "");
  const json_value inner = root.item(0).item(1);
  EXPECT_EQ(inner.pointer(), "/a/1");
  EXPECT_EQ(root.item(0).item(0).pointer(), "/a/0");
  EXPECT_EQ(inner.item(0).item(0).pointer(), "/a/1/0/");
  EXPECT_EQ(inner.item(1).item(0).item(0).item(1).pointer(), "/a/1/1/b/c/1");
  EXPECT_EQ(root.item(1).pointer(), "/d");
  EXPECT_EQ(root.item(2).item(0).pointer(), "/e~0~1/0");
}

TEST(object_reader, finds_pointers_from_a_part_whose_own_is_known) {
  const source_pointer source = std::make_shared<source_text>("a.json", "{\"a\": [0, {\"b\": [1, 2]}]}");
  std::vector<error> errors;
  const auto tree = parse_json(source, errors);
  const json_value part = json_value(source, *tree, {}, errors).item(0).item(1);
  const std::string pointer = part.pointer();
  EXPECT_EQ(part.known_as(pointer).pointer(), "/a/1");
  EXPECT_EQ(part.known_as(pointer).item(0).item(1).pointer(), "/a/1/b/1");
  const json_tree alone(part.node);
  EXPECT_EQ(json_value(source, alone, "/x", errors).item(0).item(1).pointer(), "/x/b/1");
}

TEST(object_reader, points_at_the_opening_bracket_of_a_long_value) {
  const source_pointer source = std::make_shared<source_text>("a.json", "{\"a\":\n [1,\n2]}");
  std::vector<error> errors;
  const auto tree = parse_json(source, errors);
  const place at = json_value(source, *tree, {}, errors).item(0).opening();
  EXPECT_EQ(source->bytes().substr(at.where.begin, at.where.end - at.where.begin), "[");
  EXPECT_EQ(at.pointer, "/a");
}

TEST(object_reader, tells_a_key_that_was_asked_for_twice_once) {
  const source_pointer source = std::make_shared<source_text>("a.json", "{\"zzzzzz\": 1}");
  std::vector<error> errors;
  const auto tree = parse_json(source, errors);
  object_reader reader({source, *tree, {}, errors}, {});
  for (const char* key : {"value", "unit", "value"}) static_cast<void>(reader.has(key));
  reader.finish();
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0].hint().en, "possible keys: value, unit");
}

TEST(object_reader, carries_the_codes_of_its_kind_of_file) {
  const auto codes = [](const char* bytes) {
    const source_pointer source = std::make_shared<source_text>("a.json", bytes);
    std::vector<error> errors;
    const auto tree = parse_json(source, errors);
    object_reader reader({source, *tree, {}, errors}, {error_code::facts_kind, error_code::facts_unknown_name,
                                                       error_code::facts_date_missing});
    static_cast<void>(reader.required("on"));
    reader.finish();
    return codes_of(errors);
  };
  EXPECT_EQ(codes("{}"), "facts.date_missing");
  EXPECT_EQ(codes("{\"on\": 1, \"x\": 1}"), "facts.unknown_name");
  EXPECT_EQ(codes("[]"), "facts.kind");
}

}  // namespace
