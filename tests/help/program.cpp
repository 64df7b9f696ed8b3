// SPDX-License-Identifier: Apache-2.0
#include "program.hpp"

#include <cstdlib>
#include <filesystem>
#include <sstream>
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
  return process::run(what);
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
