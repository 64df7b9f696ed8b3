// SPDX-License-Identifier: Apache-2.0
#include "program.hpp"

#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <system_error>
#include <utility>

namespace help_test {

environment speaking(slieksnis::language lang) {
  environment result;
  for (const char* name : {"LC_MESSAGES", "LANG", "NO_COLOR", "COLUMNS", "SLIEKSNIS_UPDATE"})
    result[name] = std::nullopt;
  result["LC_ALL"] = lang == slieksnis::language::lv ? "lv_LV.UTF-8" : "C.UTF-8";
  return result;
}

process::result run(std::vector<std::string> words, slieksnis::language lang, std::string input) {
  process::command what;
  words.insert(words.begin(), SLIEKSNIS_CLI_PATH);
  what.words = std::move(words);
  what.input = std::move(input);
  what.environment = speaking(lang);
  what.folder = SLIEKSNIS_SOURCE_DIR;
  return process::run(what);
}

process::result run_in_shell(const std::vector<std::string>& shell, const std::string& script,
                             slieksnis::language lang, const std::string& folder) {
  process::command what;
  what.words = shell;
  what.words.push_back(script);
  what.environment = speaking(lang);
  const char* path = std::getenv("PATH");
  what.environment["PATH"] = std::filesystem::path(SLIEKSNIS_CLI_PATH).parent_path().string() + ":" +
                             (path == nullptr ? "/usr/bin:/bin" : path);
  what.environment["HOME"] = folder;  // nobody's start-up files
  what.folder = folder;
  what.limit = std::chrono::minutes(3);  // all cases of all rules, perhaps with sanitizers
  return process::run(what);
}

std::string run_on_terminal(const std::vector<std::string>& words, slieksnis::language lang,
                            unsigned short columns, const environment& more) {
  environment around = speaking(lang);
  around["TERM"] = "xterm-256color";
  for (const auto& [name, value] : more) around[name] = value;
  std::vector<std::string> all{SLIEKSNIS_CLI_PATH};
  all.insert(all.end(), words.begin(), words.end());
  std::vector<char*> pointers;
  for (auto& one : all) pointers.push_back(one.data());
  pointers.push_back(nullptr);

  winsize size{40, columns, 0, 0};
  int terminal = -1;
  const pid_t child = ::forkpty(&terminal, nullptr, nullptr, &size);
  if (child < 0) throw std::system_error(errno, std::generic_category(), "forkpty");
  if (child == 0) {
    for (const auto& [name, value] : around)
      value ? ::setenv(name.c_str(), value->c_str(), 1) : ::unsetenv(name.c_str());
    if (::chdir(SLIEKSNIS_SOURCE_DIR) == 0) ::execv(pointers[0], pointers.data());
    ::_exit(127);
  }
  std::string written;
  std::array<char, 4096> buffer;
  for (ssize_t count = 0; (count = ::read(terminal, buffer.data(), buffer.size())) > 0;)
    written.append(buffer.data(), static_cast<std::size_t>(count));  // EIO once the program has ended
  ::close(terminal);
  ::waitpid(child, nullptr, 0);
  std::erase(written, '\r');  // a terminal ends its lines with both
  return written;
}

std::string find_program(const std::string& name) {
  const char* path = std::getenv("PATH");
  std::istringstream folders(path == nullptr ? "/usr/bin:/bin" : path);
  for (std::string folder; std::getline(folders, folder, ':');) {
    std::error_code ignored;
    const auto candidate = std::filesystem::path(folder) / name;
    if (std::filesystem::is_regular_file(candidate, ignored)) return candidate.string();
  }
  return {};
}

}  // namespace help_test
