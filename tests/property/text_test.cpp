// SPDX-License-Identifier: Apache-2.0
// Whatever the text: no crash, and every place lies inside it.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <slieksnis/formula/parser.hpp>
#include <slieksnis/source/nearest.hpp>

#include "../unit/support/evaluate.hpp"
#include "../unit/support/household_book.hpp"

namespace {

using namespace slieksnis;

/// A formula by the grammar most of the time, and then with a few slips.
std::string token_soup() {
  static const std::vector<std::string> tokens{"1",         "0",       "2.50",
                                               ".5",        "income",  "n",
                                               "yes",       "persons", "age",
                                               "wage",      "item",    "x",
                                               "on",        "level",   "region",
                                               "\"north\"", "\"",      "@\"2025-01-01\"",
                                               "+",         "-",       "*",
                                               "/",         "**",      "(",
                                               ")",         "[",       "]",
                                               ",",         "..",      ".",
                                               "=",         "!=",      "<",
                                               "<=",        ">",       ">=",
                                               "if",        "then",    "else",
                                               "and",       "or",      "not",
                                               "in",        "between", "some",
                                               "every",     "for",     "return",
                                               "satisfies", "null",    "true",
                                               "false",     "max(",    "min(",
                                               "count(",    "sum(",    "round half up(",
                                               "date(",     "string(", "floor(",
                                               "all(",      "any(",    "list contains(",
                                               "#",         "ā",       "999999999999999999",
                                               "@",         "{",       "\\"};
  std::string result;
  for (int i = *rc::gen::inRange(0, 30); i > 0; --i)
    result += (*rc::gen::inRange(0, 5) == 0 ? "" : " ") + *rc::gen::elementOf(tokens);
  return result;
}

RC_GTEST_PROP(formula_property, either_parses_or_says_where_it_is_wrong, ()) {
  const std::string text = *rc::gen::oneOf(rc::gen::exec(token_soup), rc::gen::arbitrary<std::string>());
  std::vector<formula_problem> problems;
  const auto tree = parse_formula(text, problems);
  RC_ASSERT((tree != nullptr) == problems.empty());
  for (const auto& one : problems) {
    RC_ASSERT(one.where.begin <= one.where.end);
    RC_ASSERT(one.where.end <= text.size());
  }
}

RC_GTEST_PROP(formula_property, is_checked_and_evaluated_without_a_crash, ()) {
  const std::string text = *rc::gen::exec(token_soup);
  const bool compatible = *rc::gen::arbitrary<bool>();
  facts some(household_book::book());
  if (*rc::gen::arbitrary<bool>()) some.set("income", "5").set("yes", true).set("n", "3");
  for (int i = *rc::gen::inRange(0, 3); i > 0; --i) some.set_person(some.add_person(), "age", "20");
  RC_ASSERT(!evaluate::formula(some, text, compatible).empty() || text.find('"') != std::string::npos);
}

/// A formula of truth values that can be computed by hand as well.
struct truth {
  std::string text;
  std::optional<bool> value;  ///< nothing: not known
};

truth random_truth(int depth) {
  switch (*rc::gen::inRange(0, depth > 0 ? 6 : 3)) {
    case 0:
      return {"true", true};
    case 1:
      return {"false", false};
    case 2:
      return {"maybe", std::nullopt};
    case 3: {
      const truth a = random_truth(depth - 1);
      return {"not(" + a.text + ")", a.value ? std::optional(!*a.value) : std::nullopt};
    }
    default: {
      const bool conjunction = *rc::gen::arbitrary<bool>();
      const truth a = random_truth(depth - 1);
      const truth b = random_truth(depth - 1);
      const bool decisive = !conjunction;
      std::optional<bool> value;
      if (a.value == decisive || b.value == decisive)
        value = decisive;
      else if (a.value && b.value)
        value = !decisive;
      return {"(" + a.text + (conjunction ? " and " : " or ") + b.text + ")", value};
    }
  }
}

RC_GTEST_PROP(formula_property, follows_kleenes_logic, ()) {
  const truth formula = random_truth(5);
  const std::string expected = !formula.value ? "unknown(maybe)" : *formula.value ? "true" : "false";
  RC_ASSERT(evaluate::formula(facts(household_book::book()), formula.text) == expected);
}

RC_GTEST_PROP(nearest_property, folds_to_the_same_again, (const std::string& name)) {
  RC_ASSERT(folded(folded(name)) == folded(name));
}

}  // namespace
