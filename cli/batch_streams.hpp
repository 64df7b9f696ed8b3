// SPDX-License-Identifier: Apache-2.0
/// \file Where the rows of a run come from and go to, and how an interruption ends it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "result_stream.hpp"
#include "slieksnis/table/byte_stream.hpp"

namespace slieksnis::cli {

/// Whether a signal has come while files are in the making, and what is done about it then.
class interruption {
 public:
  /// `before` is called before anything is said.
  explicit interruption(std::function<void()> before = {}) : before_(std::move(before)) {}
  /// Of a file in the making, which holds the signals back; null for none.
  void watch(const whole_file* file) {
    if (file_ == nullptr && file != nullptr && file->holds_signals()) file_ = file;
  }
  /// Signals are held back, so whatever waits has to look for them.
  [[nodiscard]] bool held() const noexcept { return file_ != nullptr; }
  /// Says that nothing was written and throws `unusable`, once a signal has come.
  void look() const;

 private:
  const whole_file* file_ = nullptr;
  std::function<void()> before_;
};

/// A file or the standard input. Throws `unusable` with `file.read`.
class input_file : public byte_source {
 public:
  /// `-` is the standard input.
  explicit input_file(const std::string& path);
  ~input_file() override;

  /// The first line without its end, or the first 64 KiB of it; it will be read again.
  [[nodiscard]] std::string first_line();
  /// Whether it begins with a byte order mark, as a spreadsheet writes it; after `first_line`.
  [[nodiscard]] bool has_mark() const noexcept { return has_mark_; }
  [[nodiscard]] std::size_t read(std::span<char> into) override;
  /// How many bytes there are to read; nothing where that cannot be known, as of a pipe.
  [[nodiscard]] std::optional<std::uint64_t> size() const;
  void stop_by(const interruption& signals) noexcept { signals_ = &signals; }

 private:
  [[nodiscard]] std::size_t read_descriptor(std::span<char> into) const;

  std::string name_;
  int descriptor_ = -1;
  std::string ahead_;
  std::size_t taken_ = 0;
  bool has_mark_ = false;
  const interruption* signals_ = nullptr;
};

/// Rows that are written: to the standard output or a file. What begins a standard output is kept back while
/// it is short, so that an early error leaves nothing there.
class output_rows : public byte_sink {
 public:
  output_rows(result_stream& to, const interruption& signals) : to_(&to), signals_(&signals) {}
  void write(std::string_view bytes) override;
  /// Writes what is kept back. Not called: it is lost.
  void finish();

 private:
  void write_now(std::string_view bytes);

  result_stream* to_;
  const interruption* signals_;
  std::string kept_;
  bool keeps_ = true;
};

}  // namespace slieksnis::cli
