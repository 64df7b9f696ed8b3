// SPDX-License-Identifier: Apache-2.0
#include "batch_streams.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <utility>

#include "output.hpp"
#include "slieksnis/table/row_format.hpp"

namespace slieksnis::cli {
namespace {

/// Waits until the descriptor is ready, and looks for signals meanwhile: they are held back, so none of them
/// would end a call that waits.
void wait_for(int descriptor, short event, const interruption& signals) {
  constexpr int moment = 100;  // milliseconds
  pollfd one{descriptor, event, 0};
  do signals.look();
  while (::poll(&one, 1, moment) == 0);
}

}  // namespace

void interruption::look() const {
  if (file_ == nullptr || !file_->interrupted()) return;
  if (before_) before_();
  file_->stop_for_signal();
}

input_file::input_file(const std::string& path) : name_(path == "-" ? "stdin" : path) {
  descriptor_ = path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor_ < 0) throw unusable(unreadable(name_, errno));
}

input_file::~input_file() {
  if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

std::string input_file::first_line() {
  constexpr std::size_t most = std::size_t{1} << 16;
  while (ahead_.size() < most && ahead_.find('\n') == std::string::npos) {
    const std::size_t before = ahead_.size();
    ahead_.resize(most);
    const std::size_t count = read_descriptor(std::span(ahead_).subspan(before));
    ahead_.resize(before + count);
    if (count == 0) break;
  }
  has_mark_ = byte_order_mark(ahead_) > 0;
  return ahead_.substr(0, ahead_.find('\n'));
}

std::size_t input_file::read(std::span<char> into) {
  if (taken_ == ahead_.size()) return read_descriptor(into);
  const std::size_t count = std::min(into.size(), ahead_.size() - taken_);
  std::copy_n(ahead_.begin() + static_cast<std::ptrdiff_t>(taken_), count, into.begin());
  taken_ += count;
  if (taken_ == ahead_.size()) {
    ahead_ = std::string();
    taken_ = 0;
  }
  return count;
}

std::optional<std::uint64_t> input_file::size() const {
  struct stat found {};
  if (::fstat(descriptor_, &found) != 0 || !S_ISREG(found.st_mode)) return std::nullopt;
  return static_cast<std::uint64_t>(found.st_size);
}

std::size_t input_file::read_descriptor(std::span<char> into) const {
  while (true) {
    if (signals_ != nullptr && signals_->held()) wait_for(descriptor_, POLLIN, *signals_);
    const ssize_t count = ::read(descriptor_, into.data(), into.size());
    if (count >= 0) return static_cast<std::size_t>(count);
    if (errno != EINTR) throw unusable(unreadable(name_, errno));
  }
}

void output_rows::write(std::string_view bytes) {
  constexpr std::size_t short_enough = std::size_t{1} << 19;
  keeps_ = keeps_ && !to_->is_file() && kept_.size() + bytes.size() <= short_enough;
  if (keeps_) {
    kept_ += bytes;
    return;
  }
  finish();
  write_now(bytes);
}

void output_rows::finish() {
  keeps_ = false;
  if (!kept_.empty()) write_now(std::exchange(kept_, std::string()));
}

void output_rows::write_now(std::string_view bytes) {
  signals_->look();
  if (to_->is_file() || !signals_->held()) return to_->write(bytes);
  while (!bytes.empty()) {  // a pipe takes so many bytes without waiting for its reader
    wait_for(STDOUT_FILENO, POLLOUT, *signals_);
    to_->write(bytes.substr(0, PIPE_BUF));
    bytes.remove_prefix(std::min<std::size_t>(PIPE_BUF, bytes.size()));
  }
}

}  // namespace slieksnis::cli
