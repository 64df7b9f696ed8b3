// SPDX-License-Identifier: Apache-2.0
#include "process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <system_error>
#include <utility>

extern char** environ;

namespace process {
namespace {

using clock = std::chrono::steady_clock;

[[noreturn]] void fail(const std::string& what, int code = errno) {
  throw std::system_error(code, std::generic_category(), what);
}

/// One end of a pipe, closed when it goes.
class handle {
 public:
  explicit handle(int number = -1) : number_(number) {}
  handle(handle&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  handle& operator=(handle&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  handle(const handle&) = delete;
  handle& operator=(const handle&) = delete;
  ~handle() { close(); }

  void close() {
    if (number_ >= 0) ::close(std::exchange(number_, -1));
  }
  [[nodiscard]] int get() const { return number_; }

 private:
  int number_;
};

struct pipe_ends {
  handle read;
  handle write;
};

/// Ends that the child does not inherit by accident; dup2 makes the copies it is meant to have.
pipe_ends make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) fail("pipe");
  return {handle(ends[0]), handle(ends[1])};
}

std::vector<char*> pointers(std::vector<std::string>& strings) {
  std::vector<char*> list;
  list.reserve(strings.size() + 1);
  for (auto& one : strings) list.push_back(one.data());
  list.push_back(nullptr);
  return list;
}

std::vector<std::string> environment_with(const std::map<std::string, std::optional<std::string>>& changes) {
  std::vector<std::string> lines;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string line = *entry;
    if (!changes.contains(line.substr(0, line.find('=')))) lines.push_back(line);
  }
  for (const auto& [name, value] : changes) {
    if (value) lines.push_back(name + "=" + *value);
  }
  return lines;
}

/// Between fork and exec only calls that POSIX allows there. Reports a failed start through `report`.
[[noreturn]] void become(char* const* words, char* const* environment, const char* folder, int in, int out,
                         int err, int report) {
  std::signal(SIGPIPE, SIG_DFL);
  if ((*folder == '\0' || ::chdir(folder) == 0) && ::dup2(in, 0) == 0 && ::dup2(out, 1) == 1 &&
      ::dup2(err, 2) == 2) {
    ::execve(words[0], words, environment);
  }
  const int code = errno;
  [[maybe_unused]] const auto written = ::write(report, &code, sizeof code);
  ::_exit(127);
}

/// Reads what is there; closes the handle at the end of the stream.
void drain(handle& from, std::string& into) {
  std::array<char, 65536> buffer;
  const auto count = ::read(from.get(), buffer.data(), buffer.size());
  if (count > 0) {
    into.append(buffer.data(), static_cast<std::size_t>(count));
  } else if (count == 0 || errno != EINTR) {
    from.close();
  }
}

}  // namespace

result run(const command& what) {
  auto words = what.words;
  auto lines = environment_with(what.environment);
  const auto word_pointers = pointers(words);
  const auto line_pointers = pointers(lines);
  const std::string folder = what.folder.string();

  auto in = make_pipe();
  auto out = make_pipe();
  auto err = make_pipe();
  auto report = make_pipe();
  if (!what.output_to.empty()) {
    out.write = handle(::open(what.output_to.c_str(), O_WRONLY | O_CLOEXEC));
    if (out.write.get() < 0) fail(what.output_to.string());
  }
  if (what.reader_leaves) out.read.close();

  const pid_t child = ::fork();
  if (child < 0) fail("fork");
  if (child == 0) {
    become(word_pointers.data(), line_pointers.data(), folder.c_str(), in.read.get(), out.write.get(),
           err.write.get(), report.write.get());
  }
  in.read.close();
  out.write.close();
  err.write.close();
  report.write.close();

  int start_error = 0;
  if (::read(report.read.get(), &start_error, sizeof start_error) > 0) {
    ::waitpid(child, nullptr, 0);
    fail(words[0], start_error);
  }

  // A program that does not read all its input must not end the test program.
  const auto old_handler = std::signal(SIGPIPE, SIG_IGN);
  ::fcntl(in.write.get(), F_SETFL, O_NONBLOCK);

  result answer;
  const auto end = clock::now() + what.limit;
  std::size_t sent = 0;
  while (in.write.get() >= 0 || out.read.get() >= 0 || err.read.get() >= 0) {
    if (in.write.get() >= 0 && sent == what.input.size()) in.write.close();
    std::array<pollfd, 3> ends{
        {{in.write.get(), POLLOUT, 0}, {out.read.get(), POLLIN, 0}, {err.read.get(), POLLIN, 0}}};
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - clock::now()).count();
    if (left <= 0) {
      answer.timed_out = true;
      ::kill(child, SIGKILL);
      break;
    }
    if (::poll(ends.data(), ends.size(), static_cast<int>(left)) < 0 && errno != EINTR) fail("poll");
    if (ends[0].revents != 0) {
      const auto count = ::write(in.write.get(), what.input.data() + sent, what.input.size() - sent);
      if (count >= 0) sent += static_cast<std::size_t>(count);
      if (count < 0 && errno != EAGAIN && errno != EINTR) in.write.close();
    }
    if (ends[1].revents != 0) drain(out.read, answer.out);
    if (ends[2].revents != 0) drain(err.read, answer.err);
  }
  std::signal(SIGPIPE, old_handler);

  // It has closed its output, or was ended; one that lives on silently is also bounded.
  int status = 0;
  while (::waitpid(child, &status, WNOHANG) == 0) {
    if (clock::now() > end && !std::exchange(answer.timed_out, true)) ::kill(child, SIGKILL);
    ::poll(nullptr, 0, 1);
  }
  answer.exit_code = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  return answer;
}

}  // namespace process
