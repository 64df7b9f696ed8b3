// SPDX-License-Identifier: Apache-2.0
/// \file What the rules rest on, held against them: every published figure with the formula's result, the
/// intervals that figures imply, and the conflicts of the sources with what was decided.
#pragma once

#include <cstddef>
#include <set>
#include <string>

#include "../decide/prove.hpp"

namespace slieksnis {
inline namespace v0 {

/// Definitions and whole topics to be shown; everything when both are empty.
struct reconciled_part {
  std::set<std::size_t> definitions;
  std::set<std::size_t> topics;
};

/// Grouped by the topics of what is concerned; figures in the order of their definitions and days, conflicts
/// in the order of their ids.
[[nodiscard]] std::string reconcile_text(const rule_book& book, const reconciled_part& part, language lang);
[[nodiscard]] std::string reconcile_markdown(const rule_book& book, const reconciled_part& part,
                                             language lang);
[[nodiscard]] std::string reconcile_json(const rule_book& book, const reconciled_part& part, language lang);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "reconcile.ipp"
#include "reconcile_json.ipp"
#include "reconcile_markdown.ipp"
#include "reconcile_text.ipp"
#endif
