// SPDX-License-Identifier: Apache-2.0
/// \file `--vary NAME=FROM..TO/STEP[@DATE]`: which numbers a sweep goes through.
#pragma once

#include <vector>

#include "arguments.hpp"
#include "slieksnis/decide/sweep.hpp"

namespace slieksnis::cli {

class output;

/// The most settings of one sweep; more is a typing error.
inline constexpr std::size_t settings_max = 100'000;

[[nodiscard]] option vary_option();

/// For what a sweep is.
struct sweep_style {
  bool of_a_case = true;  ///< otherwise a fact of persons is an error: what is varied all households share
  std::size_t most = settings_max;
};

/// What `--vary` asks for, once or twice; `persons[2].wage` is the second person's, and a person's fact by
/// itself belongs to the only person, who is added to `stated` where nobody is stated. Throws `unusable` with
/// every error: unknown names, what is no number, numbers outside the domain or with too many decimals, steps
/// that are not above zero, too many settings, what `--set` overrides as well, and a day asked about before
/// `@DATE`.
[[nodiscard]] std::vector<variation> read_variations(const rule_book& book, const command_line& line,
                                                     facts& stated, std::optional<date> on,
                                                     const sweep_style& style = {});

/// Says on standard error that something is varied on which nothing depends.
void note_nothing_reads(const definition& varied, const command_line& line, const output& out);

}  // namespace slieksnis::cli
