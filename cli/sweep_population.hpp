// SPDX-License-Identifier: Apache-2.0
/// \file `slieksnis sweep` with a table: recipients and cost of a population at each setting.
#pragma once

#include "arguments.hpp"

namespace slieksnis::cli {

/// Reads the table as `simulate` does and decides it under every setting of `--vary`. Throws `unusable` with
/// every error of the command line. For a bad row that was marked the code is `unusable`.
[[nodiscard]] exit_code sweep_population(const command_line& line, output& out);

}  // namespace slieksnis::cli
