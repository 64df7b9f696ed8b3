// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/formula/parser.hpp>

#include "../support/outline.hpp"

namespace {

using namespace slieksnis;

/// The outline, or `code begin-end` of the first problem.
std::string read(std::string_view text) {
  std::vector<formula_problem> problems;
  const auto tree = parse_formula(text, problems);
  EXPECT_EQ(tree == nullptr, !problems.empty()) << text;
  if (tree) return outline(*tree);
  const auto& first = problems.front();
  EXPECT_LE(first.where.begin, first.where.end);
  EXPECT_LE(first.where.end, text.size());
  return std::string(name_of(first.code)) + " " + std::to_string(first.where.begin) + "-" +
         std::to_string(first.where.end);
}

std::string read_cell(std::string_view text) {
  std::vector<formula_problem> problems;
  const auto tree = parse_unary_tests(text, "x", problems);
  return tree ? outline(*tree) : problems.empty() ? "anything" : std::string(name_of(problems.front().code));
}

TEST(parser, binds_in_the_order_of_the_feel_grammar) {
  EXPECT_EQ(read("a or b and c"), "(or a (and b c))");
  EXPECT_EQ(read("a and b or c"), "(or (and a b) c)");
  EXPECT_EQ(read("a = b and c < d"), "(and (= a b) (< c d))");
  EXPECT_EQ(read("a + b * c"), "(+ a (* b c))");
  EXPECT_EQ(read("a - b - c"), "(- (- a b) c)");
  EXPECT_EQ(read("a * b ** c"), "(* a (** b c))");
  EXPECT_EQ(read("a ** b ** c"), "(** (** a b) c)");
  EXPECT_EQ(read("-a ** b"), "(** (- a) b)");
  EXPECT_EQ(read("- -a"), "(- (- a))");
  EXPECT_EQ(read("(a + b) * c"), "(* (+ a b) c)");
  EXPECT_EQ(read("-a.b[c].d"), "(- (.d (filter (.b a) c)))");
}

TEST(parser, reads_between_with_its_own_and) {
  EXPECT_EQ(read("a between 1 and 2 and b"), "(and (between a 1 2) b)");
  EXPECT_EQ(read("a + 1 between b - 1 and c"), "(between (+ a 1) (- b 1) c)");
}

TEST(parser, tells_lists_of_tests_from_open_ranges) {
  EXPECT_EQ(read("a in (1..5)"), "(in a (1..5))");
  EXPECT_EQ(read("a in (1, 5)"), "(in a 1 5)");
  EXPECT_EQ(read("a in (1)"), "(in a 1)");
  EXPECT_EQ(read("a in (< 5, [1..2), b)"), "(in a (< 5) [1..2) b)");
  EXPECT_EQ(read("a in ((1..5), (6..7))"), "(in a (1..5) (6..7))");
  EXPECT_EQ(read("a in [1, 5]"), "(in a (list 1 5))");
  EXPECT_EQ(read("a in ]1..5]"), "(in a (1..5])");
  EXPECT_EQ(read("a in < 5"), "(in a (< 5))");
}

TEST(parser, knows_functions_of_several_words) {
  EXPECT_EQ(read("round half up(a, 2)"), "(round half up() a 2)");
  EXPECT_EQ(read("years and months duration(a, b)"), "(years and months duration() a b)");
  EXPECT_EQ(read("day of year(on) + 1"), "(+ (day of year() on) 1)");
  EXPECT_EQ(read("unknown_one(1)"), "(unknown_one() 1)");
  EXPECT_EQ(read("count([])"), "(count() (list))");
  EXPECT_EQ(read("today()"), "(today())");
  EXPECT_EQ(read("round half up a"), "formula.syntax 6-10");
  EXPECT_EQ(read("decimal + max"), "(+ decimal max)") << "without a bracket they are names";
}

TEST(parser, reads_choices_and_walks_to_their_end) {
  EXPECT_EQ(read("if a then b else c + 1"), "(if a b (+ c 1))");
  EXPECT_EQ(read("if a then if b then 1 else 2 else 3"), "(if a (if b 1 2) 3)");
  EXPECT_EQ(read("some p in persons satisfies p.age > 5 and a"), "(some p persons (and (> (.age p) 5) a))");
  EXPECT_EQ(read("every p in persons[child] satisfies p.age < 5"),
            "(every p (filter persons child) (< (.age p) 5))");
  EXPECT_EQ(read("for x in [1] return x"), "(for x (list 1) x)");
  EXPECT_EQ(read("(for x in a return x) = b"), "(= (for x a x) b)");
}

TEST(parser, reads_literals_of_every_kind) {
  EXPECT_EQ(read("true"), "true");
  EXPECT_EQ(read("null"), "null");
  EXPECT_EQ(read(".5"), "0.5");
  EXPECT_EQ(read("\"x\""), "\"x\"");
  EXPECT_EQ(read("@\"2025-01-31\""), "2025-01-31");
  EXPECT_EQ(read("@\"P1Y6M\""), "P1Y6M");
  EXPECT_EQ(read("@\"-P14D\""), "-P14D");
}

TEST(parser, points_at_the_first_thing_that_is_wrong) {
  EXPECT_EQ(read(""), "formula.syntax 0-0");
  EXPECT_EQ(read("1 +"), "formula.syntax 2-3");
  EXPECT_EQ(read("1 + + 2"), "formula.syntax 4-5");
  EXPECT_EQ(read("(1 + 2"), "formula.syntax 5-6");
  EXPECT_EQ(read("1 2"), "formula.syntax 2-3");
  EXPECT_EQ(read("a = = b"), "formula.syntax 4-5");
  EXPECT_EQ(read("a.5"), "formula.syntax 1-3");
  EXPECT_EQ(read("if a then b"), "formula.syntax 10-11");
  EXPECT_EQ(read("@\"2025-02-31\""), "formula.syntax 0-13");
  EXPECT_EQ(read("a < 12345678901234567890"), "formula.number 4-24");
  EXPECT_EQ(read("[1..2"), "formula.syntax 4-5");
  EXPECT_EQ(read("]1]"), "formula.syntax 2-3");
}

TEST(parser, keeps_where_each_part_stands) {
  std::vector<formula_problem> problems;
  const std::string text = "(a + b) * max(c, 2)";
  const auto tree = parse_formula(text, problems);
  const auto part = [&](const expression& e) {
    return text.substr(e.where.begin, e.where.end - e.where.begin);
  };
  EXPECT_EQ(part(*tree->operands[1]), "max(c, 2)");
  EXPECT_EQ(part(*tree->operands[1]->operands[0]), "c");
  EXPECT_EQ(part(*tree->operands[0]->operands[1]), "b");
}

TEST(parser, takes_two_hundred_levels_and_no_more) {
  const auto repeated = [](std::string_view part, std::size_t times) {
    std::string result;
    for (std::size_t i = 0; i < times; ++i) result += part;
    return result;
  };
  EXPECT_TRUE(read(repeated("1+", 150) + "1").starts_with("(+"));
  EXPECT_TRUE(read(repeated("1+", 250) + "1").starts_with("formula.depth"));
  EXPECT_TRUE(read(repeated("-", 100'000) + "1").starts_with("formula.depth"));
  EXPECT_TRUE(read(repeated("(", 100'000)).starts_with("formula.depth"));
  EXPECT_TRUE(read(repeated("[", 100'000)).starts_with("formula.depth"));
  EXPECT_TRUE(read(repeated("if ", 100'000)).starts_with("formula.depth"));
  EXPECT_TRUE(read(repeated("floor(", 100'000)).starts_with("formula.depth"));
  EXPECT_TRUE(read("a" + repeated(".a", 100'000)).starts_with("formula.depth"));
  EXPECT_TRUE(read("a" + repeated("[a", 100'000)).starts_with("formula.depth"));
  EXPECT_TRUE(read("1" + repeated("**1", 100'000)).starts_with("formula.depth"));
}

TEST(parser, reads_long_flat_lists_in_reasonable_time) {
  std::string list = "[0";
  for (int i = 0; i < 20'000; ++i) list += ",1";
  EXPECT_TRUE(read(list + "]").starts_with("(list 0 1"));
}

TEST(parser, reads_the_cells_of_decision_tables) {
  EXPECT_EQ(read_cell("-"), "anything");
  EXPECT_EQ(read_cell("5"), "(in x 5)");
  EXPECT_EQ(read_cell("< 7, 18"), "(in x (< 7) 18)");
  EXPECT_EQ(read_cell("[7..18)"), "(in x [7..18))");
  EXPECT_EQ(read_cell("\"a\", \"b\""), "(in x \"a\" \"b\")");
  EXPECT_EQ(read_cell(">= a + 1"), "(in x (>= (+ a 1)))");
  EXPECT_EQ(read_cell(""), "formula.syntax");
  EXPECT_EQ(read_cell("1,"), "formula.syntax");
  EXPECT_EQ(read_cell("1 2"), "formula.syntax");
  EXPECT_EQ(read_cell("#"), "formula.syntax");
}

}  // namespace
