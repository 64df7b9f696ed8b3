// SPDX-License-Identifier: Apache-2.0
/// \file A file that is written piece by piece and takes its name only when it is whole.
#pragma once

#include <sys/types.h>

#include <csignal>
#include <optional>
#include <string>
#include <string_view>

#include "slieksnis/source/error.hpp"

namespace slieksnis::cli {

/// The language in which an interruption is told; `main` sets it once.
void tell_interruptions_in(language lang) noexcept;

/// Holds back the signals that end a program: SIGINT, SIGTERM and SIGHUP, unless they are ignored. They are
/// looked at between the steps of the work, and take their course when the last of these is gone. Threads
/// that are started meanwhile hold them back too.
class held_signals {
 public:
  held_signals();
  ~held_signals();
  held_signals(const held_signals&) = delete;
  held_signals& operator=(const held_signals&) = delete;

  [[nodiscard]] bool pending() const;

 private:
  sigset_t before_{};
  sigset_t held_{};
};

/// A file in the making; unlinked unless it is kept.
class temporary_file {
 public:
  temporary_file() = default;
  ~temporary_file();
  temporary_file(const temporary_file&) = delete;
  temporary_file& operator=(const temporary_file&) = delete;

  // Each gives zero, or the system's error.
  int create(const std::string& folder, std::optional<mode_t> mode);
  int open_directly(const std::string& path);
  int write(std::string_view bytes);
  /// Closing may be the first to tell that the bytes did not arrive (a network disk).
  int flush_and_close();
  int take_the_place_of(const std::string& target);

 private:
  std::string path_;  ///< empty where the bytes go straight to a device or a pipe
  int descriptor_ = -1;
  std::size_t waiting_ = 0;  ///< bytes that the disk was not asked to begin with
};

/// What whoever reads the path sees: what was there before, or all of the new bytes, never a part. They go to
/// a temporary file in the same folder, are flushed to the disk, and then take the path's place. A file that
/// is replaced keeps its permissions; a symbolic link keeps pointing. A device or a pipe is written directly.
///
/// While it lives, SIGINT, SIGTERM and SIGHUP wait until the temporary file is gone, which is at once when
/// they arrive before the end; standard error then says that nothing was written, and the signal takes its
/// course. Should the program's own handler return from it, this throws as below. Ignored signals stay
/// ignored. Needs SIGXFSZ ignored, as `main` does, to report a limit on the size of files.
///
/// Each function throws `unusable` with `file.write`, naming the path, the cause and what to do.
class whole_file {
 public:
  explicit whole_file(std::string path);

  void write(std::string_view bytes);
  /// All bytes are on the disk after this; the path is as it was.
  void flush();
  /// Flushes if need be; then the path has the new bytes.
  void keep();

  /// It does not where the bytes go straight to a device or a pipe.
  [[nodiscard]] bool holds_signals() const noexcept { return signals_.has_value(); }
  [[nodiscard]] bool interrupted() const { return signals_ && signals_->pending(); }
  /// Says that nothing was written, and throws.
  [[noreturn]] void stop_for_signal() const;

 private:
  void succeed(int system_error) const;

  std::string path_;
  std::string target_;                   ///< where a symbolic link points
  std::optional<held_signals> signals_;  // before the file: it must be gone when they are let go
  temporary_file file_;
  bool flushed_ = false;
};

}  // namespace slieksnis::cli
