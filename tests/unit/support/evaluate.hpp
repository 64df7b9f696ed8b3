// SPDX-License-Identifier: Apache-2.0
/// \file A formula's value as short text, so that formulas and values stand side by side in a table.
#pragma once

#include <slieksnis/decide/exact.hpp>
#include <slieksnis/decide/make_plan.hpp>
#include <slieksnis/formula/parser.hpp>
#include <string>
#include <string_view>

namespace evaluate {

/// `12.5`, `unknown(income, age[1])`, `failed`.
inline std::string shown(const slieksnis::rule_book& book, const slieksnis::evaluated& result) {
  if (result.known()) return to_string(result.what());
  if (result.state() == slieksnis::knowledge::failed) return "failed";
  std::string needs;
  for (const auto& one : result.needs()) {
    needs += needs.empty() ? "" : ", ";
    needs += one.definition == slieksnis::need::persons ? "persons" : book.at(one.definition).name;
    if (one.person) needs += "[" + std::to_string(*one.person + 1) + "]";
  }
  return "unknown(" + needs + ")";
}

/// Also `[1, 2]` for lists, and `error formula.type` for a formula that is refused.
inline std::string formula(const slieksnis::facts& stated, std::string_view text,
                           bool feel_compatible = false, std::string_view on = "2025-06-15") {
  using namespace slieksnis;
  struct formula parsed;
  parsed.source.text = std::string(text);
  std::vector<formula_problem> problems;
  parsed.tree = parse_formula(text, problems);
  if (!problems.empty()) return "error " + std::string(name_of(problems.front().code));
  try {
    const rule_book& book = stated.book();
    const plan planned = plan_formula(book, *parse_date(on), parsed, shape_of(stated), feel_compatible);
    const evaluation values(planned, stated);
    if (!planned.list()) return shown(book, values.at(planned.formula()->result));
    const auto& [pairs, over_persons] = *planned.list();
    if (over_persons && !values.persons_stated()) return "unknown(persons)";
    const std::size_t rows = over_persons ? values.persons() : 1;
    std::string items;
    for (std::size_t row = 0; row < rows; ++row) {
      for (std::size_t i = 0; i + 1 < pairs.size(); i += 2) {
        const evaluated& takes_part = values.at(pairs[i + 1], row);
        if (takes_part.is(false)) continue;
        items += items.empty() ? "" : ", ";
        items += takes_part.known() ? shown(book, values.at(pairs[i], row)) : "?";
      }
    }
    return "[" + items + "]";
  } catch (const unusable& wrong) {
    return "error " + std::string(name_of(wrong.errors().front().code()));  // others may follow from it
  }
}

struct row {
  std::string_view formula;
  std::string_view value;
};

}  // namespace evaluate
