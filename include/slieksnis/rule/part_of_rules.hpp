// SPDX-License-Identifier: Apache-2.0
/// \file The files of a few topics: one answer needs few of the rules, and reading all of them would take
/// most of its time.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "embedded_rules.hpp"
#include "load_rules.hpp"

namespace slieksnis {
inline namespace v0 {

/// The rule files that define any name found among the words of `texts`, with every topic that those build on
/// and `sources.json`: enough for `book_use::answers`. Names are taken as people type them, in English or
/// Latvian.
/// With `all_that_decide`, every topic with a benefit or status as well. A word of `brief` that is no name
/// brings the topics of all names that it is short for, so that one meaning can be told from two.
/// Cost: a fraction of a millisecond; grows with the number of names in the rules, not with the files' size.
[[nodiscard]] std::vector<source_pointer> part_of_rules(std::span<const embedded_file> files,
                                                        const std::vector<std::string_view>& texts,
                                                        bool all_that_decide = false,
                                                        const std::vector<std::string>& brief = {});

/// Whether the text is, or is short for, the name of a benefit or status.
[[nodiscard]] bool names_a_decision(std::span<const embedded_file> files, std::string_view text);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "part_of_rules.ipp"
#endif
