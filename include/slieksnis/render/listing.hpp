// SPDX-License-Identifier: Apache-2.0
/// \file What the rules hold: lists of names, the thresholds of a day, and how a value changed over time.
#pragma once

#include <string>
#include <vector>

#include "../decide/decide.hpp"

namespace slieksnis {
inline namespace v0 {

/// Which definitions a list shows; statuses stand with the benefits.
enum class listing { facts, benefits, variables, parameters, all };

/// Each definition with both names, title, entity, unit, the days it has and the day of its last review.
[[nodiscard]] std::string list_text(const rule_book& book, listing which, language lang);
[[nodiscard]] std::string list_json(const rule_book& book, listing which, language lang);

/// A value and the days on which it holds, inside one version.
struct dated_value {
  period when;
  evaluated result;
  const version* rule = nullptr;
};
/// What a definition of the country is worth, day by day: a review inside a version starts a new entry when
/// it changes the value. Empty for definitions that depend on a case. Cost: a plan for each day on which
/// something may change.
[[nodiscard]] std::vector<dated_value> values_over_time(const rule_book& book, std::size_t id);

/// The amounts, shares and coefficients of the country on a day, with period, sources, confidence and note.
[[nodiscard]] std::string thresholds_text(const rule_book& book, date on, language lang);
[[nodiscard]] std::string thresholds_markdown(const rule_book& book, date on, language lang);
[[nodiscard]] std::string thresholds_json(const rule_book& book, date on, language lang);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "listing.ipp"
#endif
