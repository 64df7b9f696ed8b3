// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/formula/expression.hpp>
#include <slieksnis/source/json_tree.hpp>

namespace {

using namespace slieksnis;

std::string shown(const place& where) {
  return std::string(where.source->bytes().substr(where.where.begin, where.where.end - where.where.begin));
}

TEST(expression, finds_a_part_of_a_formula_that_stands_alone) {
  const formula_text text{
      "a + bb",
      {std::make_shared<source_text>("formula", "a + bb", source_kind::argument), {0, 6}, {}},
      false};
  EXPECT_EQ(shown(text.part({4, 6})), "bb");
  EXPECT_EQ(shown(text.part({0, 6})), "a + bb");
}

TEST(expression, finds_a_part_of_a_formula_behind_json_escapes) {
  const source_pointer source = std::make_shared<source_text>("r.json", R"({"f": "x = \"\u0101\" or yy"})");
  std::vector<error> errors;
  const auto tree = parse_json(source, errors);
  const json_node& value = tree->items[0];
  const formula_text text{std::string(value.text), {source, value.where, "/f"}, true};
  ASSERT_EQ(value.text, "x = \"ā\" or yy");
  EXPECT_EQ(shown(text.part({0, 1})), "x");
  EXPECT_EQ(shown(text.part({4, 8})), R"(\"\u0101\")");
  EXPECT_EQ(shown(text.part({12, 14})), "yy");
  EXPECT_EQ(text.part({12, 14}).pointer, "/f");
}

TEST(expression, without_a_source_has_no_place) {
  const formula_text text{"a", {}, false};
  EXPECT_EQ(text.part({0, 1}).source, nullptr);
}

}  // namespace
