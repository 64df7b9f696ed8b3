// SPDX-License-Identifier: Apache-2.0
/// \file How far a long run has come, on a terminal.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "slieksnis/table/batch.hpp"
#include "slieksnis/value/words.hpp"

namespace slieksnis::cli {

/// One line without its end: a bar and how much is done where the size is known, rows, rows a second and the
/// time left. Shorter than `columns`.
[[nodiscard]] std::string progress_line(const batch_progress& now, std::optional<std::uint64_t> bytes,
                                        std::chrono::milliseconds since, std::size_t columns, language lang);

/// Shows the line on standard error, ten times a second at most, and takes it away again.
class progress_display {
 public:
  progress_display(bool shown, std::optional<std::uint64_t> bytes, language lang);
  ~progress_display() { clear(); }
  progress_display(const progress_display&) = delete;
  progress_display& operator=(const progress_display&) = delete;

  void show(const batch_progress& now);
  void clear();

 private:
  using clock = std::chrono::steady_clock;
  bool shown_;
  std::optional<std::uint64_t> bytes_;
  language lang_;
  clock::time_point begin_ = clock::now();
  clock::time_point next_ = begin_;
  bool on_screen_ = false;
};

}  // namespace slieksnis::cli
