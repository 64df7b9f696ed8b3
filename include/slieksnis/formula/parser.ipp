// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <utility>

#include "function.hpp"
#include "parser.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

class formula_parser {
 public:
  formula_parser(std::string_view text, std::vector<formula_problem>& problems)
      : problems_(problems), tokens_(tokens_of(text, problems)) {}

  expression_pointer whole() {
    auto result = expression_();
    if (!failed_ && current().kind != token_kind::end)
      fail({"darbības zīme vai formulas beigas", "an operator or the end of the formula"});
    return failed_ ? nullptr : std::move(result);
  }

  expression_pointer unary_tests(std::string_view name) {
    auto in = make(expression_kind::in, current().where.begin);
    auto operand = make(expression_kind::name, current().where.begin);
    operand->name = name;
    operand->where = {};
    in->operands.push_back(std::move(operand));
    do in->operands.push_back(test());
    while (!failed_ && take(","));
    if (!failed_ && current().kind != token_kind::end)
      fail({"komats vai šūnas beigas", "a comma or the end of the cell"});
    return failed_ ? nullptr : finish(std::move(in));
  }

 private:
  [[nodiscard]] const token& current() const { return tokens_[at_]; }
  [[nodiscard]] const token& ahead(std::size_t n) const {
    return tokens_[std::min(at_ + n, tokens_.size() - 1)];
  }
  [[nodiscard]] static bool is(const token& t, std::string_view text) {
    return (t.kind == token_kind::symbol || t.kind == token_kind::keyword) && t.text == text;
  }
  [[nodiscard]] bool next_is(std::string_view text) const { return is(current(), text); }
  void advance() {
    if (at_ + 1 < tokens_.size()) ++at_;
  }
  bool take(std::string_view text) {
    if (failed_ || !next_is(text)) return false;
    advance();
    return true;
  }
  void expect(std::string_view text, words hint = {}) {
    if (!failed_ && !take(text)) fail(same(in_quotes(text)), std::move(hint));
  }
  void fail(words expected, words hint = {}) {
    if (std::exchange(failed_, true)) return;
    const token& t = current();
    const words found = t.kind == token_kind::end ? words{"formulas beigas", "the end of the formula"}
                                                  : same(in_quotes(t.text));
    const span where =
        t.kind == token_kind::end && t.where.begin > 0 ? span{t.where.begin - 1, t.where.begin} : t.where;
    if (hint.empty()) hint = feel_for(t.text);
    if (hint.empty() && is(t, "=")) hint = {"vienādību raksta ar vienu =", "equality is written with one ="};
    if (hint.empty() && is(t, ","))
      hint = {"decimāldaļu atdala ar punktu, piemēram, 0.7",
              "decimals are written with a point, such as 0.7"};
    problems_.push_back({error_code::formula_syntax, where, {std::move(expected), found, std::move(hint)}});
  }

  [[nodiscard]] static expression_pointer make(expression_kind kind, std::size_t begin) {
    auto result = std::make_unique<expression>();
    result->kind = kind;
    result->where.begin = begin;
    return result;
  }
  /// Closes a node: its end, its depth, and the limit that keeps every later walk's stack small.
  expression_pointer finish(expression_pointer node) {
    node->where.end = at_ == 0 ? node->where.begin : std::max(node->where.begin, tokens_[at_ - 1].where.end);
    for (const auto& operand : node->operands)
      if (operand) node->depth = std::max(node->depth, operand->depth + 1);
    if (node->depth > formula_depth_max) too_deep(node->where);
    return node;
  }
  void too_deep(span where) {
    if (std::exchange(failed_, true)) return;
    const std::string limit = std::to_string(formula_depth_max);
    problems_.push_back(
        {error_code::formula_depth,
         where,
         {{"formula ar ne vairāk kā " + limit + " līmeņiem", "a formula of at most " + limit + " levels"},
          {"vēl viens līmenis", "one more level"},
          {"sadaliet formulu vairākos lielumos", "split the formula into several variables"}}});
  }

  expression_pointer binary(operation op, expression_pointer left, expression_pointer right) {
    auto node = make(expression_kind::binary, left ? left->where.begin : 0);
    node->op = op;
    node->operands.push_back(std::move(left));
    node->operands.push_back(std::move(right));
    return finish(std::move(node));
  }

  struct symbol_operation {
    std::string_view symbol;
    operation op;
  };
  using level = expression_pointer (formula_parser::*)();

  expression_pointer left_associative(level operand, std::initializer_list<symbol_operation> operations) {
    auto left = (this->*operand)();
    while (!failed_) {
      const auto found = std::find_if(operations.begin(), operations.end(),
                                      [&](const auto& o) { return next_is(o.symbol); });
      if (found == operations.end()) break;
      advance();
      auto right = (this->*operand)();
      if (failed_) break;
      left = binary(found->op, std::move(left), std::move(right));
    }
    return left;
  }

  // Levels, loosest first, in the order of the FEEL grammar.
  expression_pointer expression_() {
    if (++nesting_ > formula_depth_max) {
      too_deep(current().where);
      return nullptr;
    }
    expression_pointer result;
    if (next_is("if"))
      result = conditional();
    else if (next_is("for"))
      result = iteration(expression_kind::loop, "return");
    else if (next_is("some"))
      result = iteration(expression_kind::some, "satisfies");
    else if (next_is("every"))
      result = iteration(expression_kind::every, "satisfies");
    else
      result = disjunction();
    --nesting_;
    return result;
  }
  expression_pointer disjunction() {
    return left_associative(&formula_parser::conjunction, {{"or", operation::logical_or}});
  }
  expression_pointer conjunction() {
    return left_associative(&formula_parser::comparison, {{"and", operation::logical_and}});
  }

  static constexpr std::array<symbol_operation, 6> comparisons{{{"=", operation::equal},
                                                                {"!=", operation::not_equal},
                                                                {"<=", operation::less_equal},
                                                                {"<", operation::less},
                                                                {">=", operation::greater_equal},
                                                                {">", operation::greater}}};

  expression_pointer comparison() {
    auto left = addition();
    if (failed_) return left;
    for (const auto& [symbol, op] : comparisons)
      if (take(symbol)) return binary(op, std::move(left), addition());
    if (take("between")) {
      auto node = make(expression_kind::between, left->where.begin);
      node->operands.push_back(std::move(left));
      node->operands.push_back(addition());
      expect("and");
      node->operands.push_back(addition());
      return finish(std::move(node));
    }
    if (take("in")) {
      auto node = make(expression_kind::in, left->where.begin);
      node->operands.push_back(std::move(left));
      // `in (a, b)` is a list of tests, `in (1..5)` an open range: look for what follows the first one.
      if (next_is("(") && !range_ahead()) {
        advance();
        do node->operands.push_back(test());
        while (take(","));
        expect(")");
      } else {
        node->operands.push_back(test());
      }
      return finish(std::move(node));
    }
    return left;
  }
  /// Whether the bracket here opens a range: `..` before its end.
  [[nodiscard]] bool range_ahead() const {
    int open = 0;
    for (std::size_t i = at_; i < tokens_.size(); ++i) {
      if (is(tokens_[i], "(") || is(tokens_[i], "[")) ++open;
      if (is(tokens_[i], "..") && open == 1) return true;
      if (is(tokens_[i], ",") && open == 1) return false;
      if ((is(tokens_[i], ")") || is(tokens_[i], "]")) && --open == 0) return false;
    }
    return false;
  }

  expression_pointer test() {
    for (const auto& [symbol, op] : comparisons) {
      const std::size_t begin = current().where.begin;
      if (!take(symbol)) continue;
      auto node = make(expression_kind::test, begin);
      node->op = op;
      node->operands.push_back(addition());
      return finish(std::move(node));
    }
    return addition();
  }

  expression_pointer addition() {
    return left_associative(&formula_parser::multiplication,
                            {{"+", operation::add}, {"-", operation::subtract}});
  }
  expression_pointer multiplication() {
    return left_associative(&formula_parser::exponentiation,
                            {{"*", operation::multiply}, {"/", operation::divide}});
  }
  expression_pointer exponentiation() {
    return left_associative(&formula_parser::negation, {{"**", operation::power}});
  }

  expression_pointer negation() {
    const std::size_t begin = current().where.begin;
    if (!next_is("-")) return postfix();
    if (++nesting_ > formula_depth_max) {
      too_deep(current().where);
      return nullptr;
    }
    advance();
    auto node = make(expression_kind::negate, begin);
    node->operands.push_back(negation());
    --nesting_;
    return finish(std::move(node));
  }

  /// Whether the `[` here closes a range such as `]1..5[`: a filter's condition cannot begin with what
  /// follows.
  [[nodiscard]] bool ends_range() const {
    const token& next = ahead(1);
    if (next.kind == token_kind::end) return range_ > 0;
    constexpr std::array<std::string_view, 8> followers{")",    ",",    "and",    "or",
                                                        "then", "else", "return", "satisfies"};
    return range_ > 0 &&
           std::any_of(followers.begin(), followers.end(), [&](std::string_view f) { return is(next, f); });
  }

  expression_pointer postfix() {
    auto left = primary();
    while (!failed_) {
      if (next_is("[") && !ends_range()) {
        advance();
        auto node = make(expression_kind::filter, left->where.begin);
        node->operands.push_back(std::move(left));
        node->operands.push_back(expression_());
        expect("]");
        left = finish(std::move(node));
      } else if (next_is(".")) {
        advance();
        auto node = make(expression_kind::path, left->where.begin);
        node->operands.push_back(std::move(left));
        if (current().kind != token_kind::name) {
          fail({"nosaukums aiz punkta", "a name after the point"});
          break;
        }
        node->name = current().text;
        advance();
        left = finish(std::move(node));
      } else {
        break;
      }
    }
    return left;
  }

  expression_pointer conditional() {
    auto node = make(expression_kind::conditional, current().where.begin);
    expect("if");
    node->operands.push_back(expression_());
    expect("then");
    node->operands.push_back(expression_());
    expect("else", current().kind == token_kind::end ? words{"aiz `if` vienmēr seko `then` un `else`",
                                                             "an `if` always has `then` and `else`"}
                                                     : words{});
    node->operands.push_back(expression_());
    return finish(std::move(node));
  }

  expression_pointer iteration(expression_kind kind, std::string_view before_body) {
    auto node = make(kind, current().where.begin);
    advance();
    if (current().kind != token_kind::name) fail({"mainīgā nosaukums", "a variable's name"});
    node->name = current().text;
    if (!failed_) advance();
    expect("in");
    node->operands.push_back(failed_ ? nullptr : disjunction());
    expect(before_body);
    node->operands.push_back(failed_ ? nullptr : expression_());
    return finish(std::move(node));
  }

  /// The longest built-in function name that starts here and is followed by a bracket, as a count of tokens.
  [[nodiscard]] std::optional<std::pair<std::string_view, std::size_t>> function_here() const {
    for (std::size_t words = 4; words >= 1; --words) {
      if (!is(ahead(words), "(")) continue;
      std::string name = current().text;
      for (std::size_t i = 1; i < words; ++i) name += " " + ahead(i).text;
      if (const auto shape = function_named(name)) return std::pair{shape->name, words};
    }
    return std::nullopt;
  }

  expression_pointer primary() {
    if (failed_) return nullptr;
    const token& t = current();
    const std::size_t begin = t.where.begin;
    switch (t.kind) {
      case token_kind::number:
        return number_literal();
      case token_kind::text:
        return literal(value{t.text});
      case token_kind::at_text:
        return at_literal();
      case token_kind::name:
        return name_or_call();
      case token_kind::keyword:
        if (t.text == "true" || t.text == "false") return literal(value{t.text == "true"});
        if (t.text == "null") return literal(value{null_value{}});
        if (t.text == "if" || t.text == "for" || t.text == "some" || t.text == "every") return expression_();
        break;
      case token_kind::symbol:
        if (t.text == "(" || t.text == "[" || t.text == "]") return bracketed(begin);
        break;
      case token_kind::end:
        break;
    }
    fail({"vērtība, nosaukums vai iekava", "a value, a name or a bracket"});
    return nullptr;
  }

  expression_pointer literal(value written);

  expression_pointer number_literal();

  expression_pointer at_literal();

  expression_pointer name_or_call();

  /// `(…)`, a list `[a, b]`, or a range `[a..b)`, `]a..b[`.
  expression_pointer bracketed(std::size_t begin) {
    const std::string open = current().text;
    advance();
    if (open == "[" && take("]")) return finish(make(expression_kind::list, begin));
    auto first = expression_();
    if (take("..")) {
      auto node = make(expression_kind::range, begin);
      node->low_open = open != "[";
      node->operands.push_back(std::move(first));
      ++range_;
      node->operands.push_back(expression_());
      --range_;
      node->high_open = !next_is("]");
      if (!take("]") && !take(")") && !take("["))
        fail({"intervāla beigas: ], ) vai [", "the end of the range: ], ) or ["});
      return finish(std::move(node));
    }
    if (open == "(") {
      expect(")");
      return first;
    }
    if (open == "]") {
      fail({"intervāls", "a range"});
      return nullptr;
    }
    auto node = make(expression_kind::list, begin);
    node->operands.push_back(std::move(first));
    while (take(",")) node->operands.push_back(expression_());
    expect("]");
    return finish(std::move(node));
  }

  std::vector<formula_problem>& problems_;
  std::vector<token> tokens_;
  std::size_t at_ = 0;
  std::size_t nesting_ = 0;
  std::size_t range_ = 0;  // how many ranges are open behind their `..`
  bool failed_ = false;
};

}  // namespace detail

SLIEKSNIS_INLINE expression_pointer parse_formula(std::string_view text,
                                                  std::vector<formula_problem>& problems) {
  const std::size_t before = problems.size();
  detail::formula_parser parser(text, problems);
  if (problems.size() != before) return nullptr;
  return parser.whole();
}

SLIEKSNIS_INLINE expression_pointer parse_unary_tests(std::string_view cell, std::string_view name,
                                                      std::vector<formula_problem>& problems) {
  if (cell == "-") return nullptr;
  const std::size_t before = problems.size();
  detail::formula_parser parser(cell, problems);
  if (problems.size() != before) return nullptr;
  return parser.unary_tests(name);
}

}  // namespace v0
}  // namespace slieksnis

#include "parser_literals.ipp"
