// SPDX-License-Identifier: Apache-2.0
/// \file Standard output and standard error, and files that are read.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "exit_code.hpp"

namespace slieksnis::cli {

/// Collects the answer and writes it at the end in one go, so that an error leaves no half answer: to the
/// standard output, or to the file of `--output`.
class output {
 public:
  explicit output(language lang) : lang_(lang) {}

  void print(std::string_view text) { answer_ += text; }
  /// Written at once, before the answer, without personal codes.
  void complain(std::string_view text) const;

  /// The answer goes to a file instead of the standard output; `-` is the standard output.
  void into(std::string path) { file_ = path == "-" ? std::string() : std::move(path); }

  /// Writes the answer. The code stays as it is unless writing fails: then it is `no_access`, with an error
  /// message unless the reader simply went away.
  [[nodiscard]] exit_code finish(exit_code code) const;

 private:
  language lang_;
  std::string answer_;
  std::string file_;
};

/// The bytes of a file, or of the standard input for `-`. Throws `unusable` with `file.read`.
[[nodiscard]] source_pointer read_file(const std::string& path);

/// Writes all bytes: zero, or the system's error number.
[[nodiscard]] int write_all(int descriptor, std::string_view bytes);
/// The system's error in words, as what was found.
[[nodiscard]] words described(int system_error);

/// The warning that something at a place, or in what was just said, looks like a personal code.
[[nodiscard]] words personal_code_note(const std::string& where);

/// The error of a file that cannot be read, from the system's number.
[[nodiscard]] error unreadable(const std::string& path, int system_error);

}  // namespace slieksnis::cli
