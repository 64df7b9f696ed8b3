// SPDX-License-Identifier: Apache-2.0
/// \file What an answer says about the reforms that it rests on: that they are not the law, what they change,
/// and which of that counted.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "../decide/reform_changes.hpp"
#include "../source/error.hpp"

namespace slieksnis {
inline namespace v0 {

/// A sentence for each reform of the book: "Assumption: the reform “…”; this is not the law in force", and
/// one where the law is assumed to go on. Empty for the law itself.
[[nodiscard]] std::vector<std::string> reform_notices(const rule_book& book, language lang);

/// A line for each change: "GMI share (gmi_share): 0.22 → 0.30, 2026-01-01 to 2026-12-31; counts here". `on`
/// is the day of the answer, if it is about one.
[[nodiscard]] std::vector<std::string> reform_lines(const rule_book& book,
                                                    const std::vector<reform_change>& changes,
                                                    std::optional<date> on, language lang);

/// Why a change that nothing read does nothing, as a warning without a line break and as an error.
[[nodiscard]] words unread_warning(const rule_book& book, const std::vector<reform_change>& changes,
                                   const reform_change& one, std::optional<date> on);
[[nodiscard]] complaint unread_complaint(const rule_book& book, const std::vector<reform_change>& changes,
                                         const reform_change& one, std::optional<date> on);

/// A version in a few words: "0.22", "a formula", "a table of 12 rows"; "nothing" for none.
[[nodiscard]] std::string version_in_words(const rule_book& book, const definition& of, const version* rule,
                                           language lang);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "reforms.ipp"
#endif
