// SPDX-License-Identifier: Apache-2.0
/// \file `--vary NAME=FROM..TO/STEP[@DATE]`: which numbers a sweep goes through.
#pragma once

#include <vector>

#include "arguments.hpp"
#include "slieksnis/decide/sweep.hpp"

namespace slieksnis::cli {

/// The most settings of one sweep; more is a typing error.
inline constexpr std::size_t settings_max = 100'000;

[[nodiscard]] option vary_option();

/// What `--vary` asks for, once or twice; `persons[2].wage` is the second person's, and a person's fact by
/// itself belongs to the only person, who is added to `stated` where nobody is stated. Without `of_a_case` a
/// fact of persons is an error: `stated` is what many cases share. Throws `unusable` with every error:
/// unknown names, what is no number, numbers outside the domain or with too many decimals, steps that are not
/// above zero, too many settings, what `--set` overrides as well, and a day asked about before `@DATE`.
[[nodiscard]] std::vector<variation> read_variations(const rule_book& book, const command_line& line,
                                                     facts& stated, std::optional<date> on, bool of_a_case);

}  // namespace slieksnis::cli
