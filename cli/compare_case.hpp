// SPDX-License-Identifier: Apache-2.0
/// \file `slieksnis compare` without a table: one case before and after a reform.
#pragma once

#include <string_view>
#include <vector>

#include "arguments.hpp"

namespace slieksnis::cli {

/// The forms in which one case is compared; text unless `--format` says otherwise.
[[nodiscard]] std::vector<std::string_view> compare_case_formats();

/// Two days after `--on` compare the law of one with that of the other. The facts of the command line belong
/// to both sides, `--baseline` too; `--reform` and `--set` to the side after. Throws `unusable` with every
/// error of the command line, the facts and the reforms.
[[nodiscard]] exit_code compare_case(const command_line& line, output& out);

}  // namespace slieksnis::cli
