// SPDX-License-Identifier: Apache-2.0
#include "transcript.hpp"

#include <slieksnis/rule/embedded_rules.hpp>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "golden.hpp"
#include "process.hpp"

namespace transcript {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<std::string> words_of(const std::string& command) {
  std::vector<std::string> words;
  bool inside = false;
  char quote = 0;
  for (const char c : command) {
    if (quote == 0 && c == ' ') {
      inside = false;
      continue;
    }
    if (!inside) words.emplace_back();
    inside = true;
    if (c == quote) {
      quote = 0;
    } else if (quote == 0 && (c == '\'' || c == '"')) {
      quote = c;
    } else {
      words.back() += c;
    }
  }
  if (quote != 0) throw std::runtime_error("a quote is not closed: " + command);
  return words;
}

}  // namespace

std::vector<session> read(const std::filesystem::path& path) {
  std::vector<session> sessions;
  std::vector<std::string> comments;
  bool printed = false;  // between a command and its exit code
  for (const auto& line : lines_of(golden::read(path))) {
    if (line.starts_with("$ ")) {
      if (printed) throw std::runtime_error("no exit line after: " + sessions.back().command);
      sessions.push_back({std::move(comments), line.substr(2), {}});
      comments.clear();
      printed = true;
    } else if (printed && line.starts_with("< ")) {
      sessions.back().input.push_back(line.substr(2));
    } else if (printed) {
      printed = !line.starts_with("exit ");
    } else if (line.empty() || line.starts_with("#")) {
      comments.push_back(line);
    }
  }
  return sessions;
}

call parse(const std::string& command) {
  call result;
  auto words = words_of(command);
  std::size_t at = 0;
  for (; at < words.size() && words[at] != "slieksnis"; ++at) {
    const auto equals = words[at].find('=');
    if (equals == std::string::npos) throw std::runtime_error("neither NAME=value nor slieksnis: " + command);
    result.surroundings[words[at].substr(0, equals)] = words[at].substr(equals + 1);
  }
  std::size_t end = words.size();
  if (end >= 2 && words[end - 2] == ">" && command.find(" > ") != std::string::npos) {
    result.output_to = words[end - 1];
    end -= 2;
  } else if (command.ends_with(" | true")) {
    result.reader_leaves = true;
    end -= 2;
  }
  for (++at; at < end; ++at) result.words.push_back(words[at]);
  return result;
}

std::string without_checksum(std::string text) {
  const std::string whole(slieksnis::embedded_rules_checksum());
  for (const auto& [from, to] : {std::pair(whole, "RULES-CHECKSUM"), {whole.substr(0, 12), "RULES-CHECK"}})
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at))
      text.replace(at, from.size(), to);
  return text;
}

std::string replay(const std::vector<session>& sessions, const environment& more) {
  std::string text;
  for (const auto& one : sessions) {
    const call called = parse(one.command);
    process::command what;
    what.words = {SLIEKSNIS_CLI_PATH};
    what.words.insert(what.words.end(), called.words.begin(), called.words.end());
    for (const auto& line : one.input) what.input += line + "\n";
    what.environment = {{"LC_ALL", std::nullopt},
                        {"LC_MESSAGES", std::nullopt},
                        {"LANG", std::nullopt},
                        {"SOURCE_DATE_EPOCH", std::to_string(date_of_calculation)}};
    for (const auto& [name, value] : more) what.environment[name] = value;
    for (const auto& [name, value] : called.surroundings) what.environment[name] = value;
    what.folder = SLIEKSNIS_SOURCE_DIR;
    what.output_to = called.output_to;
    what.reader_leaves = called.reader_leaves;
    const auto got = process::run(what);

    for (const auto& line : one.comments) text += line + "\n";
    text += "$ " + one.command + "\n";
    for (const auto& line : one.input) text += "< " + line + "\n";
    text += without_checksum(got.out);
    if (!got.out.empty() && got.out.back() != '\n') text += "(no line end)\n";
    for (const auto& line : lines_of(got.err)) text += line.empty() ? "!\n" : "! " + line + "\n";
    text += got.timed_out ? "exit: it did not end\n" : "exit " + std::to_string(got.exit_code) + "\n";
  }
  return text;
}

}  // namespace transcript
