// SPDX-License-Identifier: Apache-2.0
/// \file Lines that a person types, or a pipe brings, one after another.
#pragma once

#include <optional>
#include <string>

namespace slieksnis::cli {

/// Reads the standard input by lines while it lives. On a terminal the kernel edits the line: letters of
/// several bytes go with one backspace. Ctrl-C ends a conversation in good order instead of the program at
/// once, unless it is ignored; whatever was set is set back.
class line_input {
 public:
  line_input();
  ~line_input();
  line_input(const line_input&) = delete;
  line_input& operator=(const line_input&) = delete;

  /// The next line without its end; nothing at the end of the input or after an interruption. The last line
  /// may lack its end.
  [[nodiscard]] std::optional<std::string> next();
  /// Ctrl-C was pressed.
  [[nodiscard]] bool interrupted() const noexcept;
  [[nodiscard]] bool is_terminal() const noexcept { return terminal_; }

 private:
  bool terminal_ = false;
  bool ended_ = false;
  std::string read_;  ///< bytes after the last line
};

}  // namespace slieksnis::cli
