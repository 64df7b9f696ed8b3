// SPDX-License-Identifier: Apache-2.0
/// \file Starts the program, and shells that know where it is.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "process.hpp"
#include "slieksnis/value/words.hpp"

namespace help_test {

using environment = std::map<std::string, std::optional<std::string>>;

/// An environment in which the program speaks the language and knows nothing else of the user.
[[nodiscard]] environment speaking(slieksnis::language lang);

/// Runs the program in the project's folder, or in `folder`.
[[nodiscard]] process::result run(std::vector<std::string> words, slieksnis::language lang,
                                  std::string input = {});

/// Runs a script in a shell, with the program first on PATH. `folder` is where it runs.
[[nodiscard]] process::result run_in_shell(const std::vector<std::string>& shell, const std::string& script,
                                           slieksnis::language lang, const std::string& folder);

/// What the program writes on a terminal of so many columns. Throws std::system_error.
[[nodiscard]] std::string run_on_terminal(const std::vector<std::string>& words, slieksnis::language lang,
                                          unsigned short columns, const environment& more = {});

/// The path of a program on PATH; empty when there is none.
[[nodiscard]] std::string find_program(const std::string& name);

}  // namespace help_test
