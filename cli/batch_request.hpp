// SPDX-License-Identifier: Apache-2.0
/// \file What `slieksnis batch` is asked for on the command line.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "arguments.hpp"
#include "slieksnis/table/batch.hpp"

namespace slieksnis::cli {

struct batch_request {
  std::string input;  ///< a path, or `-`
  std::string rejected;
  std::string summary;
  facts shared;
  batch_options how;
  bool on_is_today = false;
};

/// The rules that a run needs, and the request that refers to them.
struct batch_job {
  std::unique_ptr<rule_book> book;
  std::unique_ptr<rule_book> baseline;  ///< without the reforms; null where there are none
  std::unique_ptr<batch_request> asked;
};

/// The names that the command line speaks of are enough to choose the rules by; the header of the input comes
/// later. Throws `unusable` with every error of the command line.
[[nodiscard]] batch_job read_batch(const command_line& line);

/// The same with the rules that the words of the input's first line name as well. Reads nothing again unless
/// that line names further topics.
[[nodiscard]] batch_job with_header(batch_job job, const command_line& line, std::string_view first_line);

}  // namespace slieksnis::cli
