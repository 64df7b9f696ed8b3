// SPDX-License-Identifier: Apache-2.0
#include "output.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <utility>

#include "slieksnis/facts/personal_code.hpp"
#include "write_file.hpp"

namespace slieksnis::cli {

int write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written >= 0) {
      text.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

words described(int system_error) {
  switch (system_error) {
    case ENOENT:
      return {"nav tāda faila", "no such file"};
    case ENOTDIR:
      return {"ceļā ir fails mapes vietā", "a file where the path needs a folder"};
    case EISDIR:
      return {"mape", "a folder"};
    case EACCES:
    case EPERM:
      return {"nav atļaujas", "no permission"};
    case ENOSPC:
    case EDQUOT:
      return {"diskā nav vietas", "no space left"};
    case EFBIG:
      return {"pārsniegts atļautais faila lielums", "more than the allowed size of a file"};
    case EROFS:
      return {"disks, kurā nevar rakstīt", "a disk that cannot be written to"};
    case ENAMETOOLONG:
      return {"pārāk garš nosaukums", "a name that is too long"};
    default:
      return {"sistēmas kļūda " + std::to_string(system_error),
              "system error " + std::to_string(system_error)};
  }
}

std::size_t output::help_width() const noexcept {
  constexpr std::size_t readable = 110;
  return display_.width == 0 ? readable : std::min(readable, display_.width);
}

std::string output::shown() const {
  if (!for_people_) return answer_;
  const std::string text = display_.colour ? with_bold_headings(answer_) : answer_;
  return display_.width == 0 ? text : broken_for_terminal(text, display_.width);
}

void output::complain(std::string_view text) const {
  static_cast<void>(write_all(STDERR_FILENO, without_personal_codes(std::string(
                                                 text))));  // there is nowhere left to report a failure
}

void output::say(std::string_view text) const {
  const bool terminal = file_.empty() && ::isatty(STDOUT_FILENO) == 1;
  const bool breaks = terminal && display_.width > 0;
  const std::string told = breaks ? broken_for_terminal(text, display_.width) : std::string(text);
  static_cast<void>(write_all(terminal ? STDOUT_FILENO : STDERR_FILENO, told));
}

exit_code output::finish(exit_code code) const {
  const exit_code result = write_answer(code);
  if (result == code && !afterwards_.empty()) say(afterwards_);
  return result;
}

exit_code output::write_answer(exit_code code) const {
  if (!file_.empty()) {
    try {
      write_file(file_, shown());
    } catch (const unusable& failed) {
      complain(failed.text(lang_));
      return exit_code::no_access;
    }
    return code;
  }
  const int failure = write_all(STDOUT_FILENO, shown());
  if (failure == 0) return code;
  if (failure != EPIPE) complain(unwritable_stdout(failure).text(lang_));
  return exit_code::no_access;
}

words personal_code_note(const std::string& where) {
  const std::string place = where.empty() ? where : where + ": ";
  return {
      "brīdinājums: " + place +
          "šeit ir kaut kas līdzīgs personas kodam; personas kodi un vārdi nav vajadzīgi, un atbildē tas "
          "netiek rādīts\n",
      "warning: " + place +
          "something here looks like a personal code; codes and names are not needed, and the answer does "
          "not show it\n"};
}

error unwritable_stdout(int system_error) {
  return {error_code::file_write,
          "stdout",
          {{"izvade, kurā var rakstīt", "an output that can be written"}, described(system_error), {}}};
}

error unreadable(const std::string& path, int system_error) {
  return {error_code::file_read,
          path,
          {{"fails, ko var nolasīt", "a file that can be read"},
           described(system_error),
           {"pārbaudiet ceļu", "check the path"}}};
}

source_pointer read_file(const std::string& path) {
  const bool standard = path == "-";
  const int descriptor = standard ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) throw unusable(unreadable(path, errno));
  std::string bytes;
  std::array<char, 65536> buffer;
  int failure = 0;
  while (true) {
    const ssize_t count = ::read(descriptor, buffer.data(), buffer.size());
    if (count > 0) bytes.append(buffer.data(), static_cast<std::size_t>(count));
    if (count == 0) break;
    if (count < 0 && errno != EINTR) {
      failure = errno;
      break;
    }
  }
  if (!standard) ::close(descriptor);
  const std::string name = standard ? "stdin" : path;
  if (failure != 0) throw unusable(unreadable(name, failure));
  return std::make_shared<source_text>(name, std::move(bytes));
}

}  // namespace slieksnis::cli
