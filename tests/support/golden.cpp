// SPDX-License-Identifier: Apache-2.0
#include "golden.hpp"

#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace golden {
namespace {

std::filesystem::path in_project(const std::filesystem::path& path) {
  return std::filesystem::path(SLIEKSNIS_SOURCE_DIR) / path;  // an absolute path stays as it is
}

/// The line that starts at `from`, with what a terminal hides made visible.
std::string shown_line(std::string_view text, std::size_t from) {
  if (from >= text.size()) return "(the text ends here)";
  const auto end = text.find('\n', from);
  std::string shown = "|";
  for (const char c : text.substr(from, end == std::string_view::npos ? end : end - from)) {
    if (c == '\r') {
      shown += "\\r";
    } else if (c == '\t') {
      shown += "\\t";
    } else {
      shown += c;
    }
  }
  return shown + (end == std::string_view::npos ? "| without a line end" : "|");
}

}  // namespace

bool updating() {
  const char* value = std::getenv("SLIEKSNIS_UPDATE");
  return value != nullptr && std::string_view(value) == "1";
}

std::string read(const std::filesystem::path& path) {
  std::ifstream in(in_project(path), std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

::testing::AssertionResult compare(const std::filesystem::path& path, std::string_view actual) {
  const auto file = in_project(path);
  const bool present = std::filesystem::is_regular_file(file);
  const auto expected = present ? read(file) : std::string();
  if (present && expected == actual) return ::testing::AssertionSuccess();

  if (updating()) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << actual;
    return ::testing::AssertionFailure() << path.string() << ": updated, run again";
  }
  if (!present) {
    return ::testing::AssertionFailure()
           << path.string() << ": no such file; SLIEKSNIS_UPDATE=1 writes it with\n"
           << actual;
  }

  std::size_t line = 1;
  std::size_t start = 0;
  for (std::size_t i = 0; i < expected.size() && i < actual.size() && expected[i] == actual[i]; ++i) {
    if (expected[i] != '\n') continue;
    ++line;
    start = i + 1;
  }
  return ::testing::AssertionFailure() << path.string() << ":" << line << ": first difference\n"
                                       << "  expected " << shown_line(expected, start) << "\n"
                                       << "  actual   " << shown_line(actual, start) << "\n"
                                       << "SLIEKSNIS_UPDATE=1 rewrites the file. The whole actual text:\n"
                                       << actual;
}

}  // namespace golden
