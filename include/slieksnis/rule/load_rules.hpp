// SPDX-License-Identifier: Apache-2.0
/// \file From rule files to a rule book, or to every error in them.
#pragma once

#include <string_view>
#include <vector>

#include "rule_book.hpp"

namespace slieksnis {
inline namespace v0 {

/// What a file of a rules folder is for.
enum class rule_file_role { rules, sources, cases, other };
/// By the whole name of the file, whatever folder it is in: `sources.json`, `cases.json`, `*.md`; all else is
/// rules.
[[nodiscard]] rule_file_role role_of(std::string_view path) noexcept;

/// The rule book from `sources.json` and any number of `rule.json` texts; other files are passed over.
/// Throws `unusable` with every error of every file.
/// Cost: reading and checking the shipped rules takes about ten milliseconds; build it once.
[[nodiscard]] rule_book load_rule_book(const std::vector<source_pointer>& files,
                                       book_use use = book_use::everything);

/// The same checks without a book to use: every error, or none.
[[nodiscard]] std::vector<error> check_rule_files(const std::vector<source_pointer>& files);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "load_rules.ipp"
#endif
