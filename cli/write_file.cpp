// SPDX-License-Identifier: Apache-2.0
#include "write_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <filesystem>
#include <optional>
#include <utility>

#include "output.hpp"

namespace slieksnis::cli {
namespace {

language told_in = language::en;

words what_to_do(int system_error) {
  switch (system_error) {
    case ENOSPC:
    case EDQUOT:
      return {"atbrīvojiet vietu vai izvēlieties citu mapi", "make room or choose another folder"};
    case EISDIR:
      return {"norādiet faila vārdu, ne mapi", "name a file, not a folder"};
    case ENOENT:
    case ENOTDIR:
      return {"vispirms izveidojiet mapi", "make the folder first"};
    default:
      return {"izvēlieties mapi, kurā drīkst rakstīt", "choose a folder that can be written to"};
  }
}

error unwritable(const std::string& path, int system_error) {
  return {error_code::file_write,
          path,
          {{"fails, ko var uzrakstīt", "a file that can be written"},
           system_error == ENOENT ? words{"nav tādas mapes", "no such folder"} : described(system_error),
           what_to_do(system_error)}};
}

error interrupted(const std::string& path) {
  return {error_code::file_write,
          path,
          {{"netraucēta rakstīšana", "writing without an interruption"},
           {"pārtraukums; fails nav uzrakstīts", "an interruption; the file was not written"},
           {}}};
}

/// Holds back the signals that end a program. They are looked at between the steps of writing.
class held_signals {
 public:
  held_signals() {
    sigset_t held;
    ::sigemptyset(&held);
    for (const int one : {SIGINT, SIGTERM, SIGHUP}) {
      struct sigaction now {};
      // A blocked signal counts as pending even when it is ignored (nohup).
      if (::sigaction(one, nullptr, &now) == 0 && now.sa_handler != SIG_IGN) ::sigaddset(&held, one);
    }
    ::sigprocmask(SIG_BLOCK, &held, &before_);
    held_ = held;
  }
  ~held_signals() { ::sigprocmask(SIG_SETMASK, &before_, nullptr); }
  held_signals(const held_signals&) = delete;
  held_signals& operator=(const held_signals&) = delete;

  [[nodiscard]] bool pending() const {
    sigset_t waiting;
    ::sigpending(&waiting);
    for (const int one : {SIGINT, SIGTERM, SIGHUP})
      if (::sigismember(&held_, one) == 1 && ::sigismember(&waiting, one) == 1) return true;
    return false;
  }

 private:
  sigset_t before_{};
  sigset_t held_{};
};

/// A file that is being written; unlinked unless it is kept.
class temporary_file {
 public:
  /// Zero, or the system's error.
  int create(const std::string& folder, std::optional<mode_t> mode) {
    // The name does not depend on the target's, which may already be as long as names can be.
    for (int attempt = 0; attempt < 100; ++attempt) {
      path_ = folder + ".slieksnis-" + std::to_string(::getpid()) + "-" + std::to_string(attempt) + ".part";
      descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
      if (descriptor_ >= 0) return mode && ::fchmod(descriptor_, *mode) != 0 ? errno : 0;
      if (errno != EEXIST) break;
    }
    path_.clear();
    return errno;
  }
  ~temporary_file() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!path_.empty()) ::unlink(path_.c_str());
  }
  temporary_file() = default;
  temporary_file(const temporary_file&) = delete;
  temporary_file& operator=(const temporary_file&) = delete;

  [[nodiscard]] int descriptor() const { return descriptor_; }
  /// Closing may be the first to tell that the bytes did not arrive (a network disk).
  int flush_and_close() {
    int failure = ::fsync(descriptor_) == 0 ? 0 : errno;
    if (::close(std::exchange(descriptor_, -1)) != 0 && failure == 0) failure = errno;
    return failure;
  }
  int take_the_place_of(const std::string& target) {
    if (::rename(path_.c_str(), target.c_str()) != 0) return errno;
    path_.clear();
    return 0;
  }

 private:
  std::string path_;
  int descriptor_ = -1;
};

/// The folder with its slash; empty for the current one.
std::string folder_of(const std::string& path) { return path.substr(0, path.rfind('/') + 1); }

/// After this the new name survives a power cut too. Some file systems cannot do it; the file is whole
/// anyway.
void flush_folder(const std::string& folder) {
  const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::fsync(descriptor);
  ::close(descriptor);
}

int write_directly(const std::string& path, std::string_view bytes) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (descriptor < 0) return errno;
  int failure = write_all(descriptor, bytes);
  if (::close(descriptor) != 0 && failure == 0) failure = errno;
  return failure;
}

/// Zero, or the system's error; EINTR when a signal came.
int write_whole(const std::string& target, std::string_view bytes, std::optional<mode_t> mode,
                const held_signals& signals) {
  constexpr std::size_t piece = std::size_t{1} << 20;  // a signal waits no longer than for this
  temporary_file file;
  if (const int failure = file.create(folder_of(target), mode)) return failure;
  do {
    if (signals.pending()) return EINTR;
    if (const int failure = write_all(file.descriptor(), bytes.substr(0, piece))) return failure;
    bytes.remove_prefix(std::min(piece, bytes.size()));
  } while (!bytes.empty());
  if (const int failure = file.flush_and_close()) return failure;
  if (signals.pending()) return EINTR;
  if (const int failure = file.take_the_place_of(target)) return failure;
  flush_folder(folder_of(target));
  return 0;
}

}  // namespace

void tell_interruptions_in(language lang) noexcept { told_in = lang; }

void write_file(const std::string& path, std::string_view bytes) {
  struct stat found {};
  const bool exists = ::stat(path.c_str(), &found) == 0;
  int failure = 0;
  if (exists && S_ISDIR(found.st_mode)) {
    failure = EISDIR;
  } else if (exists && !S_ISREG(found.st_mode)) {
    failure = write_directly(path, bytes);
  } else if (exists && ::access(path.c_str(), W_OK) != 0) {
    failure = errno;  // taking its place would go round its protection
  } else {
    std::error_code unresolved;
    const std::string real = exists ? std::filesystem::canonical(path, unresolved).string() : path;
    const held_signals signals;
    failure = write_whole(unresolved || real.empty() ? path : real, bytes,
                          exists ? std::optional<mode_t>(found.st_mode & 07777) : std::nullopt, signals);
    if (failure == EINTR) output(told_in).complain(interrupted(path).text(told_in));
  }  // here a signal that waited takes its course
  if (failure == EINTR) throw unusable(interrupted(path));
  if (failure != 0) throw unusable(unwritable(path, failure));
}

}  // namespace slieksnis::cli
