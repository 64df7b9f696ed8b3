// SPDX-License-Identifier: Apache-2.0
/// \file Standard output and standard error, and files that are read.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "exit_code.hpp"
#include "terminal.hpp"

namespace slieksnis::cli {

/// Collects the answer and writes it at the end in one go, so that an error leaves no half answer: to the
/// standard output, or to the file of `--output`.
class output {
 public:
  explicit output(language lang) : lang_(lang) {}

  /// How the answer is shown; `for_people` is false for what another program reads.
  void show(const display& how, bool for_people) {
    display_ = how;
    for_people_ = for_people;
  }
  /// Lines of help are easier to read when they are not too long.
  [[nodiscard]] std::size_t help_width() const noexcept;
  /// The columns of the terminal; zero where the answer does not go to one.
  [[nodiscard]] std::size_t width() const noexcept { return display_.width; }

  void print(std::string_view text) { answer_ += text; }
  /// Without lines broken for the terminal, and without colour: a text that another program reads.
  void print_as_it_is(std::string_view text) {
    for_people_ = false;
    answer_ += text;
  }
  [[nodiscard]] const std::string& answer() const noexcept { return answer_; }
  /// Written at once, before the answer, without personal codes.
  void complain(std::string_view text) const;
  /// Part of a conversation, written at once: to the terminal where the standard output is one, otherwise to
  /// the standard error, so that a file or a pipe gets nothing but the answer.
  void say(std::string_view text) const;
  /// The same, once the answer is written.
  void say_afterwards(std::string_view text) { afterwards_ += text; }

  /// The answer goes to a file instead of the standard output; `-` is the standard output.
  void into(std::string path) { file_ = path == "-" ? std::string() : std::move(path); }
  /// The file of `--output`, empty for the standard output, for a command that writes it piece by piece.
  [[nodiscard]] std::string take_file() { return std::exchange(file_, std::string()); }

  /// Writes the answer. The code stays as it is unless writing fails: then it is `no_access`, with an error
  /// message unless the reader simply went away.
  [[nodiscard]] exit_code finish(exit_code code) const;

 private:
  /// The answer as its reader wants it.
  [[nodiscard]] std::string shown() const;

  [[nodiscard]] exit_code write_answer(exit_code code) const;

  language lang_;
  std::string answer_;
  std::string afterwards_;
  display display_;
  bool for_people_ = false;
  std::string file_;
};

/// The bytes of a file, or of the standard input for `-`. Throws `unusable` with `file.read`.
[[nodiscard]] source_pointer read_file(const std::string& path);

/// Writes all bytes: zero, or the system's error number.
[[nodiscard]] int write_all(int descriptor, std::string_view text);
/// The system's error in words, as what was found.
[[nodiscard]] words described(int system_error);

/// The warning that something at a place, or in what was just said, looks like a personal code.
[[nodiscard]] words personal_code_note(const std::string& where);

/// The error of a standard output that cannot be written to, from the system's number.
[[nodiscard]] error unwritable_stdout(int system_error);
/// The error of a file that cannot be read, from the system's number.
[[nodiscard]] error unreadable(const std::string& path, int system_error);

}  // namespace slieksnis::cli
