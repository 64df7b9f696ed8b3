// SPDX-License-Identifier: Apache-2.0
/// \file An answer that is too long to be collected: written piece by piece.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "whole_file.hpp"

namespace slieksnis::cli {

/// The reader of the standard output went away: there is nobody to write for.
struct reader_left {};

/// The standard output, or a file that is whole or stays as it was.
/// Errors: `unusable` with `file.write`; `reader_left` for a pipe without a reader.
class result_stream {
 public:
  /// Empty or `-` is the standard output.
  explicit result_stream(const std::string& path);

  void write(std::string_view bytes);
  /// As `whole_file`; nothing for the standard output.
  void flush();
  void keep();

  [[nodiscard]] bool is_file() const noexcept { return file_.has_value(); }
  [[nodiscard]] whole_file* file() noexcept { return file_ ? &*file_ : nullptr; }

 private:
  std::optional<whole_file> file_;
};

}  // namespace slieksnis::cli
