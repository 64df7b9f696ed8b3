// SPDX-License-Identifier: Apache-2.0
/// \file The one error type: why a text cannot be used, where, and what to do.
#pragma once

#include <exception>
#include <string>
#include <string_view>
#include <vector>

#include "../value/words.hpp"
#include "error_code.hpp"
#include "source_text.hpp"

namespace slieksnis {
inline namespace v0 {

/// What was expected and found, and one thing to do about it; each in both languages.
struct complaint {
  words expected;
  words found;
  words hint;
};

/// One thing wrong with one text. The words follow one shape: "expected X; found Y", lower case, no full
/// stop.
class error {
 public:
  /// An error in a text; `at.source` may be empty when there is no text to point into (a missing file).
  error(error_code code, const place& at, complaint words);
  /// An error about something that is named but not read, such as a file.
  error(error_code code, std::string subject, complaint words);

  [[nodiscard]] error_code code() const noexcept { return code_; }
  /// The file as the caller named it.
  [[nodiscard]] const std::string& file() const noexcept { return file_; }
  /// The JSON pointer of the value, such as `/variables/gmi_first/versions/0`; empty for the whole text.
  [[nodiscard]] const std::string& pointer() const noexcept { return pointer_; }
  [[nodiscard]] position at() const noexcept { return at_; }
  [[nodiscard]] const words& expected() const noexcept { return words_.expected; }
  [[nodiscard]] const words& found() const noexcept { return words_.found; }
  [[nodiscard]] const words& hint() const noexcept { return words_.hint; }

  /// The whole message: place, code, expected and found, pointer, source line with carets, hint.
  [[nodiscard]] std::string text(language lang) const;

 private:
  error_code code_;
  std::string file_;
  std::string pointer_;
  position at_;
  bool has_position_ = false;
  std::string snippet_;
  complaint words_;
};

/// Thrown by everything that loads: all errors of the text, never only the first.
class unusable : public std::exception {
 public:
  explicit unusable(std::vector<error> errors);
  explicit unusable(error one);
  [[nodiscard]] const std::vector<error>& errors() const noexcept { return errors_; }
  /// All messages in the language, one after another.
  [[nodiscard]] std::string text(language lang) const;
  /// The messages in English.
  [[nodiscard]] const char* what() const noexcept override { return what_.c_str(); }

 private:
  std::vector<error> errors_;
  std::string what_;
};

/// The text in double quotes, control characters and malformed UTF-8 shown as `?`, cut at 40 characters.
[[nodiscard]] std::string in_quotes(std::string_view text);
/// The same words in both languages: for names, numbers and quoted text.
[[nodiscard]] words same(std::string_view text);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "error.ipp"
#endif
