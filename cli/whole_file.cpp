// SPDX-License-Identifier: Apache-2.0
#include "whole_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <utility>

#include "output.hpp"

namespace slieksnis::cli {
namespace {

language told_in = language::en;

constexpr std::array ending_signals{SIGINT, SIGTERM, SIGHUP};

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

error interrupted_writing(const std::string& path) {
  return {error_code::file_write,
          path,
          {{"netraucēta rakstīšana", "writing without an interruption"},
           {"pārtraukums; fails nav uzrakstīts", "an interruption; the file was not written"},
           {}}};
}

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

}  // namespace

void tell_interruptions_in(language lang) noexcept { told_in = lang; }

held_signals::held_signals() {
  ::sigemptyset(&held_);
  for (const int one : ending_signals) {
    struct sigaction now {};
    // A blocked signal counts as pending even when it is ignored (nohup).
    if (::sigaction(one, nullptr, &now) == 0 && now.sa_handler != SIG_IGN) ::sigaddset(&held_, one);
  }
  ::pthread_sigmask(SIG_BLOCK, &held_, &before_);
}

held_signals::~held_signals() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

bool held_signals::pending() const {
  sigset_t waiting;
  ::sigpending(&waiting);
  return std::any_of(ending_signals.begin(), ending_signals.end(), [&](int one) {
    return ::sigismember(&held_, one) == 1 && ::sigismember(&waiting, one) == 1;
  });
}

temporary_file::~temporary_file() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (!path_.empty()) ::unlink(path_.c_str());
}

int temporary_file::create(const std::string& folder, std::optional<mode_t> mode) {
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

int temporary_file::open_directly(const std::string& path) {
  descriptor_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  return descriptor_ < 0 ? errno : 0;
}

int temporary_file::write(std::string_view bytes) {
  const int failure = write_all(descriptor_, bytes);
#ifdef SYNC_FILE_RANGE_WRITE
  // The disk begins with what is there while the rest is computed, so that the end need not wait for all of
  // it.
  constexpr std::size_t begin_after = std::size_t{8} << 20;
  waiting_ += bytes.size();
  if (failure == 0 && !path_.empty() && waiting_ >= begin_after) {
    ::sync_file_range(descriptor_, 0, 0, SYNC_FILE_RANGE_WRITE);
    waiting_ = 0;
  }
#endif
  return failure;
}

int temporary_file::flush_and_close() {
  int failure = path_.empty() || ::fsync(descriptor_) == 0 ? 0 : errno;
  if (::close(std::exchange(descriptor_, -1)) != 0 && failure == 0) failure = errno;
  return failure;
}

int temporary_file::take_the_place_of(const std::string& target) {
  if (path_.empty()) return 0;
  if (::rename(path_.c_str(), target.c_str()) != 0) return errno;
  path_.clear();
  flush_folder(folder_of(target));
  return 0;
}

whole_file::whole_file(std::string path) : path_(std::move(path)), target_(path_) {
  struct stat found {};
  const bool exists = ::stat(path_.c_str(), &found) == 0;
  if (exists && S_ISDIR(found.st_mode)) succeed(EISDIR);
  if (exists && !S_ISREG(found.st_mode)) {
    succeed(file_.open_directly(path_));
    return;
  }
  if (exists && ::access(path_.c_str(), W_OK) != 0)
    succeed(errno);  // taking its place would go round its protection
  if (exists) {
    std::error_code unresolved;
    const std::string real = std::filesystem::canonical(path_, unresolved).string();
    if (!unresolved && !real.empty()) target_ = real;
  }
  signals_.emplace();
  succeed(
      file_.create(folder_of(target_), exists ? std::optional<mode_t>(found.st_mode & 07777) : std::nullopt));
}

void whole_file::write(std::string_view bytes) {
  constexpr std::size_t piece = std::size_t{1} << 20;  // a signal waits no longer than for this
  do {
    if (interrupted()) stop_for_signal();
    succeed(file_.write(bytes.substr(0, piece)));
    bytes.remove_prefix(std::min(piece, bytes.size()));
  } while (!bytes.empty());
}

void whole_file::flush() {
  if (std::exchange(flushed_, true)) return;
  succeed(file_.flush_and_close());
  if (interrupted()) stop_for_signal();
}

void whole_file::keep() {
  flush();
  if (interrupted()) stop_for_signal();
  succeed(file_.take_the_place_of(target_));
}

void whole_file::stop_for_signal() const {
  const error told = interrupted_writing(path_);
  output(told_in).complain(told.text(told_in));
  throw unusable(told);
}

void whole_file::succeed(int system_error) const {
  if (system_error != 0) throw unusable(unwritable(path_, system_error));
}

}  // namespace slieksnis::cli
