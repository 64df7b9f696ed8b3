// SPDX-License-Identifier: Apache-2.0
/// \file Formulas from text to tree: FEEL's strict profile.
/// In: literals, `@"…"`, arithmetic, comparisons, `between`, `in`, `and`, `or`, `if`, lists, filters, paths,
/// `some`, `every`, `for`, calls. Out: contexts, functions as values, `instance of`, times and time zones.
#pragma once

#include <string_view>
#include <vector>

#include "expression.hpp"
#include "lexer.hpp"

namespace slieksnis {
inline namespace v0 {

/// How deep a formula's tree may be; a sum of a hundred terms is a hundred deep.
inline constexpr std::size_t formula_depth_max = 200;

/// The tree, or null after adding what is wrong to `problems`. Nothing is guessed: the first syntax error
/// ends it.
[[nodiscard]] expression_pointer parse_formula(std::string_view text, std::vector<formula_problem>& problems);

/// A decision table's cell, such as `< 7, 18` or `[7..18)`, as the condition `name in (cell)`; null for `-`
/// and on errors.
[[nodiscard]] expression_pointer parse_unary_tests(std::string_view cell, std::string_view name,
                                                   std::vector<formula_problem>& problems);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "parser.ipp"
#endif
