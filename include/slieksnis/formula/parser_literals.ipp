// SPDX-License-Identifier: Apache-2.0
// The part of parser.ipp about written values and names.
#pragma once

#include <string>
#include <utility>

#include "parser.hpp"

namespace slieksnis {
inline namespace v0 {
namespace detail {

SLIEKSNIS_INLINE expression_pointer formula_parser::literal(value written) {
  auto node = make(expression_kind::literal, current().where.begin);
  node->written = std::move(written);
  advance();
  return finish(std::move(node));
}

SLIEKSNIS_INLINE expression_pointer formula_parser::number_literal() {
  const std::string text = current().text.front() == '.' ? "0" + current().text : current().text;
  const auto written = parse_decimal(text);
  if (written) return literal(value{rational(*written)});
  failed_ = true;
  const std::string limit = std::to_string(decimal_digits_max);
  problems_.push_back(
      {error_code::formula_number,
       current().where,
       {{"skaitlis ar ne vairāk kā " + limit + " cipariem", "a number with at most " + limit + " digits"},
        same(in_quotes(current().text)),
        {"saīsiniet skaitli", "shorten the number"}}});
  return nullptr;
}

SLIEKSNIS_INLINE expression_pointer formula_parser::at_literal() {
  const std::string& text = current().text;
  if (const auto day = parse_date(text)) return literal(value{*day});
  if (const auto months = parse_months_duration(text)) return literal(value{*months});
  if (const auto days = parse_days_duration(text)) return literal(value{*days});
  fail({"datums (@\"2025-01-01\") vai ilgums (@\"P1Y6M\", @\"P14D\")",
        "a date (@\"2025-01-01\") or a duration (@\"P1Y6M\", @\"P14D\")"});
  return nullptr;
}

SLIEKSNIS_INLINE expression_pointer formula_parser::name_or_call() {
  const std::size_t begin = current().where.begin;
  const auto known = function_here();
  const bool call = known || is(ahead(1), "(");
  auto node = make(call ? expression_kind::call : expression_kind::name, begin);
  node->name = known ? std::string(known->first) : current().text;
  for (std::size_t i = 0; i < (known ? known->second : 1); ++i) advance();
  if (!call) return finish(std::move(node));
  advance();  // the bracket
  if (!take(")")) {
    do node->operands.push_back(expression_());
    while (take(","));
    expect(")");
  }
  return finish(std::move(node));
}

}  // namespace detail
}  // namespace v0
}  // namespace slieksnis
