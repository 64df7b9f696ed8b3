// SPDX-License-Identifier: Apache-2.0
/// \file Reads the project's files for the layout tests.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace layout {

namespace fs = std::filesystem;

/// A problem found in a file, one line for a person.
using findings = std::vector<std::string>;

struct include_line {
  int line = 0;
  std::string name;     ///< as written, without quotes or angle brackets
  bool quoted = false;  ///< "name" and not <name>
};

struct word {
  int line = 0;
  std::string text;
};

/// Everything the tests need to know about one C++ file.
struct source_file {
  fs::path path;  ///< from the project's folder
  std::vector<std::string> lines;
  std::vector<include_line> includes;
  std::vector<word> words;  ///< identifiers and keywords outside comments, text and include lines
};

[[nodiscard]] fs::path project();
[[nodiscard]] std::vector<std::string> read_lines(const fs::path& path);
[[nodiscard]] source_file read_source(const fs::path& path);

/// The regular files under a folder of the project with one of these extensions, sorted, from the project's
/// folder.
[[nodiscard]] std::vector<fs::path> files_under(const fs::path& folder,
                                                const std::vector<std::string>& extensions);

[[nodiscard]] std::string joined(const findings& all);

}  // namespace layout
