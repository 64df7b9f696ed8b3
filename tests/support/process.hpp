// SPDX-License-Identifier: Apache-2.0
/// \file Runs a program without a shell and collects what it prints.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace process {

struct command {
  std::vector<std::string> words;  ///< the program's path, then its arguments
  std::string input = {};          ///< bytes on its standard input
  std::map<std::string, std::optional<std::string>> environment = {};  ///< set, or unset where empty
  std::filesystem::path folder = {};                                   ///< where it runs; empty: here
  std::filesystem::path output_to = {};  ///< such as /dev/full; empty: collected
  bool reader_leaves = false;            ///< nobody reads its output: a closed pipe
  std::chrono::milliseconds limit = std::chrono::seconds(100);
};

struct result {
  int exit_code = -1;      ///< as the program gave it; 128 + signal when it was ended by one
  bool timed_out = false;  ///< it ran over the limit and was ended
  std::string out = {};
  std::string err = {};
};

/// Throws std::system_error when the program cannot be started.
[[nodiscard]] result run(const command& what);

}  // namespace process
