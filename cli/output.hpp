// SPDX-License-Identifier: Apache-2.0
/// \file Standard output and standard error, and files that are read.
#pragma once

#include <string>
#include <string_view>

#include "exit_code.hpp"
#include "terminal.hpp"

namespace slieksnis::cli {

/// Collects the answer and writes it at the end in one go, so that an error leaves no half answer.
class output {
 public:
  explicit output(language lang) : lang_(lang) {}

  /// How the answer is shown; `for_people` is false for what another program reads.
  void show(const display& how, bool for_people) {
    display_ = how;
    wraps_ = for_people && how.width > 0;
  }
  [[nodiscard]] bool colour() const noexcept { return display_.colour; }
  /// Lines of help are easier to read when they are not too long.
  [[nodiscard]] std::size_t help_width() const noexcept;

  void print(std::string_view text) { answer_ += text; }
  /// Without breaking lines for the terminal: a text that another program reads.
  void print_as_it_is(std::string_view text) {
    wraps_ = false;
    answer_ += text;
  }
  [[nodiscard]] const std::string& answer() const noexcept { return answer_; }
  /// Written at once, before the answer.
  void complain(std::string_view text) const;

  /// Writes the answer. The code stays as it is unless writing fails: then it is `no_access`, with an error
  /// message unless the reader simply went away.
  [[nodiscard]] exit_code finish(exit_code code) const;

 private:
  language lang_;
  std::string answer_;
  display display_;
  bool wraps_ = false;
};

/// The bytes of a file, or of the standard input for `-`. Throws `unusable` with `file.read`.
[[nodiscard]] source_pointer read_file(const std::string& path);

/// The error of a file that cannot be read, from the system's number.
[[nodiscard]] error unreadable(const std::string& path, int system_error);

}  // namespace slieksnis::cli
