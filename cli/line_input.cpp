// SPDX-License-Identifier: Apache-2.0
#include "line_input.hpp"

#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>

namespace slieksnis::cli {
namespace {

volatile std::sig_atomic_t was_interrupted = 0;
// What stood before; there is one standard input, so there is one of each.
struct sigaction old_action {};
bool handling = false;
termios old_terminal{};
bool changed_terminal = false;

void interrupt(int /*signal*/) { was_interrupted = 1; }

}  // namespace

line_input::line_input() : terminal_(::isatty(STDIN_FILENO) == 1) {
  was_interrupted = 0;
  // Without SA_RESTART: a read that waits comes back.
  struct sigaction action {};
  action.sa_handler = interrupt;
  sigemptyset(&action.sa_mask);
  if (::sigaction(SIGINT, nullptr, &old_action) == 0 && old_action.sa_handler != SIG_IGN)
    handling = ::sigaction(SIGINT, &action, nullptr) == 0;
  if (terminal_ && ::tcgetattr(STDIN_FILENO, &old_terminal) == 0 && (old_terminal.c_iflag & IUTF8) == 0) {
    termios now = old_terminal;
    now.c_iflag |= IUTF8;
    changed_terminal = ::tcsetattr(STDIN_FILENO, TCSADRAIN, &now) == 0;
  }
}

line_input::~line_input() {
  if (changed_terminal) static_cast<void>(::tcsetattr(STDIN_FILENO, TCSADRAIN, &old_terminal));
  if (handling) static_cast<void>(::sigaction(SIGINT, &old_action, nullptr));
  changed_terminal = handling = false;
}

bool line_input::interrupted() const noexcept { return was_interrupted != 0; }

std::optional<std::string> line_input::next() {
  std::array<char, 4096> buffer;
  while (!interrupted()) {
    const std::size_t end = read_.find('\n');
    if (end != std::string::npos || ended_) {
      if (read_.empty()) return std::nullopt;
      std::string line = read_.substr(0, end);
      read_.erase(0, end == std::string::npos ? end : end + 1);
      if (line.ends_with('\r')) line.pop_back();
      return line;
    }
    const ssize_t count = ::read(STDIN_FILENO, buffer.data(), buffer.size());
    if (count > 0)
      read_.append(buffer.data(), static_cast<std::size_t>(count));
    else if (count == 0 || errno != EINTR)  // a terminal that is gone reads as an error: the end as well
      ended_ = true;
  }
  return std::nullopt;
}

}  // namespace slieksnis::cli
