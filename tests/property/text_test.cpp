// SPDX-License-Identifier: Apache-2.0
// Whatever the text: no crash, and every place lies inside it.
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <nlohmann/json.hpp>
#include <slieksnis/formula/parser.hpp>
#include <slieksnis/source/json_tree.hpp>
#include <slieksnis/source/nearest.hpp>

#include "../unit/support/evaluate.hpp"
#include "../unit/support/household_book.hpp"

namespace {

using namespace slieksnis;

rc::Gen<std::string> json_text() {
  return rc::gen::container<std::string>(rc::gen::weightedOneOf<char>(
      {{8, rc::gen::inRange('a', 'z')},
       {1, rc::gen::element('"', '\\', '/', '\n', '\t', '{', ',', ':', ']', ' ')}}));
}

nlohmann::json random_json(int depth) {
  const int kind = *rc::gen::inRange(0, depth > 0 ? 7 : 5);
  switch (kind) {
    case 0:
      return nullptr;
    case 1:
      return *rc::gen::arbitrary<bool>();
    case 2:
      return *rc::gen::arbitrary<std::int64_t>();
    case 3: {
      std::string pieces;
      for (int i = *rc::gen::inRange(0, 5); i > 0; --i)
        pieces += *rc::gen::element<std::string>("ā", "𝄞", "\u2028", "\x01", "\"", "\\u0041", "x", "/");
      return pieces;
    }
    case 4:
      return *json_text();
    case 5: {
      auto list = nlohmann::json::array();
      for (int i = *rc::gen::inRange(0, 5); i > 0; --i) list.push_back(random_json(depth - 1));
      return list;
    }
    default: {
      auto object = nlohmann::json::object();
      for (int i = *rc::gen::inRange(0, 5); i > 0; --i) object[*json_text()] = random_json(depth - 1);
      return object;
    }
  }
}

/// Every value's span really is that value: reading it alone gives the same.
void same_everywhere(const source_text& source, const json_node& node, const nlohmann::json& expected) {
  const std::string part(source.bytes().substr(node.where.begin, node.where.end - node.where.begin));
  RC_ASSERT(nlohmann::json::parse(part) == expected);
  if (node.kind == json_kind::text) {
    RC_ASSERT(node.text == expected.get<std::string>());
    for (std::size_t offset = 0; offset < node.text.size(); ++offset) {
      if ((static_cast<unsigned char>(node.text[offset]) & 0xC0U) == 0x80U) continue;  // inside a character
      const std::size_t at = offset_in_source(source, node, offset);
      RC_ASSERT(at > node.where.begin && at < node.where.end);
      const std::string rest = "\"" + std::string(source.bytes().substr(at, node.where.end - at));
      RC_ASSERT(nlohmann::json::parse(rest).get<std::string>() == node.text.substr(offset));
    }
  }
  RC_ASSERT(node.keys.size() == (node.kind == json_kind::object ? expected.size() : 0));
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    if (node.kind == json_kind::list) {
      same_everywhere(source, node.items[i], expected[i]);
      continue;
    }
    const auto& key = node.keys[i];
    RC_ASSERT(nlohmann::json::parse(source.bytes().substr(key.where.begin, key.where.end - key.where.begin))
                  .get<std::string>() == key.name);
    same_everywhere(source, node.items[i], expected[key.name]);
  }
}

RC_GTEST_PROP(json_property, keeps_the_place_of_every_value_and_character, ()) {
  const auto json = random_json(4);
  const int indent = *rc::gen::inRange(-1, 5);
  const bool ascii = *rc::gen::arbitrary<bool>();  // everything else as \u escapes
  const source_pointer source = std::make_shared<source_text>("a.json", json.dump(indent, ' ', ascii));
  std::vector<error> errors;
  const auto tree = parse_json(source, errors);
  RC_ASSERT(tree.has_value());
  RC_ASSERT(errors.empty());
  same_everywhere(*source, *tree, json);
}

RC_GTEST_PROP(json_property, either_reads_a_text_or_says_where_it_is_wrong, ()) {
  std::string bytes = random_json(3).dump();
  for (int i = *rc::gen::inRange(0, 4); i > 0 && !bytes.empty(); --i) {
    const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
    switch (*rc::gen::inRange(0, 3)) {
      case 0:
        bytes.erase(at, 1);
        break;
      case 1:
        bytes[at] = *rc::gen::arbitrary<char>();
        break;
      default:
        bytes.insert(at, 1, *rc::gen::element('"', '{', '}', '[', ']', ',', ':', '\\', '\xC4', '\0'));
    }
  }
  const source_pointer source = std::make_shared<source_text>("a.json", bytes);
  std::vector<error> errors;
  const auto tree = parse_json(source, errors);
  RC_ASSERT(tree.has_value() == errors.empty());
  for (const auto& one : errors) {
    RC_ASSERT(one.at().line >= 1U);
    RC_ASSERT(is_utf8(one.found().en));
  }
}

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
