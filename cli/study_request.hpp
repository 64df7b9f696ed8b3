// SPDX-License-Identifier: Apache-2.0
/// \file What `slieksnis compare` and `slieksnis simulate` are asked about a population.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "batch_request.hpp"
#include "reform_options.hpp"
#include "slieksnis/render/study.hpp"

namespace slieksnis::cli {

/// Made-up households instead of a table.
struct synthetic_request {
  std::uint64_t households = 0;
  std::uint64_t seed = 1;
};

struct study_request {
  std::string input;  ///< a path, or `-`; empty for made-up households
  std::optional<synthetic_request> synthetic;
  std::string households;  ///< the file of columns for each household; empty for none
  std::string rejected;
  study_options how;
  bool usual_groups = false;  ///< nobody named any: those that say nothing are left out
  bool usual_wanted = false;
  bool on_is_today = false;
};

/// The rules of both sides, and the request that refers to them.
struct study_job {
  std::unique_ptr<reformed_rules> rules;
  std::unique_ptr<study_request> asked;
};

/// `compare` looks at the law before and after; `simulate` at each of some days.
enum class study_kind { compare, simulate };

/// Reads the command line under the rules that it and its reforms speak of. Reforms and `--set` are of the
/// side "after"; of `simulate` there is no other side. Throws `unusable` with every error of the command
/// line.
[[nodiscard]] study_job read_study(const command_line& line, study_kind kind, const asked_reforms& reforms);
/// The same with the rules that the header of the table speaks of as well. Reads nothing again unless it
/// names further topics.
[[nodiscard]] study_job with_header(study_job job, const command_line& line, study_kind kind,
                                    const asked_reforms& reforms, std::string_view first_line);

/// Whether a population is asked about: a table, or made-up households.
[[nodiscard]] bool asks_about_population(const command_line& line);

/// How households are grouped, by `--by`. Adds an error for each that cannot be read.
[[nodiscard]] std::vector<grouping> groups_asked(const command_line& line, std::vector<error>& errors);
/// Without `--by`: composition, municipality, size, age of the oldest and income, as far as the rules have
/// them.
[[nodiscard]] std::vector<grouping> usual_groups(const rule_book& book, bool of_persons);

/// Options of every study, with those of reading a table and of reforms.
[[nodiscard]] std::vector<option> study_command_options();

/// Runs a study and prints its report. For a bad row that was marked the code is `unusable`.
[[nodiscard]] exit_code answer_study(const command_line& line, study_kind kind, output& out);

}  // namespace slieksnis::cli
