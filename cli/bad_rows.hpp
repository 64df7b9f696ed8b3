// SPDX-License-Identifier: Apache-2.0
/// \file What a run says of rows that it could not read.
#pragma once

#include "arguments.hpp"
#include "slieksnis/table/batch.hpp"

namespace slieksnis::cli {

class output;

/// Says on standard error what the first bad rows are, where they are marked and the run goes on.
void tell_bad_rows(const batch_summary& sum, const command_line& line, const output& out);

}  // namespace slieksnis::cli
