// SPDX-License-Identifier: Apache-2.0
/// \file From rule files to a rule book, or to every error in them.
#pragma once

#include <optional>
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

/// The rules as they would be with these reforms, laid over one another in order. A reform is checked like
/// the rules; two that change the same days of one definition are an error, since neither would be what it
/// says. `files` must hold every topic that a reform names.
/// With `goes_on_until`, a day after the last one that the rules cover, what is in force on that last day is
/// assumed to stay so up to the named day, included; `rule_book::assumed_days` then tells. An earlier day
/// assumes nothing.
[[nodiscard]] rule_book load_rule_book(const std::vector<source_pointer>& files, book_use use,
                                       const std::vector<source_pointer>& reforms,
                                       std::optional<date> goes_on_until = std::nullopt);

/// The same checks without a book to use: every error, or none.
[[nodiscard]] std::vector<error> check_rule_files(const std::vector<source_pointer>& files,
                                                  const std::vector<source_pointer>& reforms = {});

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "load_rules.ipp"
#endif
