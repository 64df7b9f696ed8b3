// SPDX-License-Identifier: Apache-2.0
/// \file A formula's tree with every bracket written, so that precedence can be compared as text.
#pragma once

#include <array>
#include <slieksnis/formula/expression.hpp>
#include <string>

/// `(- (** 2 2))`, `(in x (< 5) [1..2))`.
inline std::string outline(const slieksnis::expression& e) {
  using namespace slieksnis;
  constexpr std::array names{"+", "-", "*", "/", "**", "=", "!=", "<", "<=", ">", ">=", "and", "or"};
  const auto operands = [&e](const std::string& head) {
    std::string result = "(" + head;
    for (const auto& one : e.operands) result += " " + outline(*one);
    return result + ")";
  };
  switch (e.kind) {
    case expression_kind::literal: {
      const bool text = std::holds_alternative<std::string>(e.written);
      return text ? "\"" + to_string(e.written) + "\"" : to_string(e.written);
    }
    case expression_kind::name:
      return e.name;
    case expression_kind::negate:
      return operands("-");
    case expression_kind::binary:
    case expression_kind::test:
      return operands(names[static_cast<std::size_t>(e.op)]);
    case expression_kind::between:
      return operands("between");
    case expression_kind::in:
      return operands("in");
    case expression_kind::range:
      return std::string(e.low_open ? "(" : "[") + outline(*e.operands[0]) + ".." + outline(*e.operands[1]) +
             (e.high_open ? ")" : "]");
    case expression_kind::conditional:
      return operands("if");
    case expression_kind::list:
      return operands("list");
    case expression_kind::filter:
      return operands("filter");
    case expression_kind::path:
      return operands("." + e.name);
    case expression_kind::some:
      return operands("some " + e.name);
    case expression_kind::every:
      return operands("every " + e.name);
    case expression_kind::loop:
      return operands("for " + e.name);
    case expression_kind::call:
      return operands(e.name + "()");
  }
  return {};
}
