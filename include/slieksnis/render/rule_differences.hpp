// SPDX-License-Identifier: Apache-2.0
/// \file Two rule sets in words: which values, tables, formulas, conditions, roundings and sources differ,
/// and from which days.
#pragma once

#include <string>

#include "../rule/rule_differences.hpp"
#include "../value/words.hpp"

namespace slieksnis {
inline namespace v0 {

/// Two rule books and what each of them is called: "law", "rules/", "reform.json".
struct compared_rules {
  const rule_book* before = nullptr;
  const rule_book* after = nullptr;
  std::string before_name;
  std::string after_name;
};

/// Definition by definition, in the order of the rules, each with the days on which it differs.
[[nodiscard]] std::string rule_differences_text(const compared_rules& what, language lang);
/// The same for programs; the schema is rules/schemas/diff.schema.json. Ends with a line break.
[[nodiscard]] std::string rule_differences_json(const compared_rules& what, language lang);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "rule_differences.ipp"
#endif
