// SPDX-License-Identifier: Apache-2.0
/// \file What `slieksnis batch` is asked for on the command line.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "arguments.hpp"
#include "reform_options.hpp"
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

/// What a command asks for in its own way that reads a table as `batch` does.
struct table_style {
  bool needs_input = true;  ///< an operand names the table
  /// What is decided without `--want`, as far as the rules have it; empty: `--want` has to say.
  std::vector<std::string> usual_wanted = {};
};

/// How a table is read: options of every command that reads one.
[[nodiscard]] std::vector<option> table_options();

/// The request of a command line under these rules. Throws `unusable` with every error of the command line.
[[nodiscard]] std::unique_ptr<batch_request> read_request(const rule_book& book, const command_line& line,
                                                          const table_style& style = {});

/// The rule files that the command line, its reforms, a header and further texts speak of.
[[nodiscard]] std::vector<source_pointer> rules_for_table(const command_line& line,
                                                          const asked_reforms& asked,
                                                          std::string_view first_line,
                                                          const std::vector<std::string_view>& more = {});
/// How many topics the files hold.
[[nodiscard]] std::size_t topics_in(const std::vector<source_pointer>& files);

/// The names that the command line speaks of are enough to choose the rules by; the header of the input comes
/// later. Throws `unusable` with every error of the command line.
[[nodiscard]] batch_job read_batch(const command_line& line);

/// The same with the rules that the words of the input's first line name as well. Reads nothing again unless
/// that line names further topics.
[[nodiscard]] batch_job with_header(batch_job job, const command_line& line, std::string_view first_line);

}  // namespace slieksnis::cli
