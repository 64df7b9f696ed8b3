// SPDX-License-Identifier: Apache-2.0
#include "load_rules.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <utility>

#include "case_names.hpp"
#include "output.hpp"
#include "sha256.hpp"
#include "slieksnis/rule/embedded_rules.hpp"
#include "slieksnis/rule/part_of_rules.hpp"
#include "slieksnis/source/json_tree.hpp"

namespace slieksnis::cli {
namespace {

namespace fs = std::filesystem;

bool is_cases(std::string_view name) { return role_of(name) == rule_file_role::cases; }
bool is_sources(std::string_view name) { return role_of(name) == rule_file_role::sources; }

/// What the file says its topic is; empty for sources and for texts too broken to tell.
std::string topic_of(const source_pointer& file) {
  if (is_sources(file->name())) return {};
  std::vector<error> ignored;  // reading the rules reports them
  const auto tree = parse_json(file, ignored);
  const json_node* topic = tree ? tree->find("topic") : nullptr;
  return std::string(topic != nullptr && topic->kind == json_kind::text ? topic->text : "");
}

void add(rule_files& target, source_pointer file) {
  (is_cases(file->name()) ? target.cases : target.rules).push_back(std::move(file));
}

/// The rule files below a folder, in the order of their names.
std::vector<std::string> files_below(const std::string& folder) {
  std::vector<std::string> found;
  std::error_code failure;
  fs::recursive_directory_iterator walk(folder, failure);
  for (; !failure && walk != fs::recursive_directory_iterator(); walk.increment(failure)) {
    const std::string name = walk->path().filename().string();
    std::error_code ignored;
    if ((name == "rule.json" || name == "cases.json" || name == "sources.json") &&
        walk->is_regular_file(ignored))
      found.push_back(walk->path().string());
  }
  if (failure) throw unusable(unreadable(folder, failure.value()));
  std::sort(found.begin(), found.end());
  return found;
}

/// The words of a command line that may be names cut short.
std::vector<std::string> brief_names(const command_line& line, operands_are operands) {
  std::vector<std::string> result;
  for (const loose_word& word : line.rest) {
    if (word.is_option && word.text == "--person" && word.value)
      for (person_word& one : person_words(*word.value)) result.push_back(std::move(one.name));
    else if (word.is_option || operands == operands_are::benefits)
      result.push_back(word.text.substr(std::min(word.text.find_first_not_of('-'), word.text.size())));
  }
  return result;
}

}  // namespace

rule_files read_paths(const std::vector<std::string>& paths, other_names others, bool with_cases) {
  rule_files result;
  std::vector<error> errors;
  for (const std::string& path : paths) {
    try {
      std::error_code failure;
      if (!fs::is_directory(path, failure)) {
        source_pointer file = read_file(path);
        const bool named = path.ends_with("rule.json") || is_sources(path) || is_cases(path);
        if (!named && others == other_names::are_cases)
          result.cases.push_back(std::move(file));
        else
          add(result, std::move(file));
        continue;
      }
      const auto files = files_below(path);
      if (files.empty())
        errors.emplace_back(
            error_code::file_read, path,
            complaint{{"rule.json, cases.json vai sources.json", "a rule.json, cases.json or sources.json"},
                      {"mape bez tiem", "a folder without any"},
                      {"pārbaudiet ceļu", "check the path"}});
      for (const auto& file : files)
        if (with_cases || !is_cases(file)) add(result, read_file(file));
    } catch (const unusable& failed) {
      errors.insert(errors.end(), failed.errors().begin(), failed.errors().end());
    }
  }
  if (!errors.empty()) throw unusable(std::move(errors));
  return result;
}

rule_files read_rules(const command_line& line, bool with_cases) {
  if (const auto folder = line.value("--rules"))
    return read_paths({*folder}, other_names::are_rules, with_cases);
  rule_files result;
  for (const embedded_file& file : embedded_rule_files())
    if (with_cases || !is_cases(file.path))
      add(result, std::make_shared<source_text>(std::string(file.path), std::string(file.bytes)));
  return result;
}

std::vector<source_pointer> replaced(const std::vector<source_pointer>& base,
                                     const std::vector<source_pointer>& instead) {
  std::vector<std::string> topics;
  bool sources = false;
  for (const auto& file : instead) {
    sources = sources || is_sources(file->name());
    if (auto topic = topic_of(file); !topic.empty()) topics.push_back(std::move(topic));
  }
  std::vector<source_pointer> result;
  for (const auto& file : base) {
    const bool taken = is_sources(file->name())
                           ? sources
                           : std::find(topics.begin(), topics.end(), topic_of(file)) != topics.end();
    if (!taken) result.push_back(file);
  }
  result.insert(result.end(), instead.begin(), instead.end());
  return result;
}

std::optional<std::vector<source_pointer>> part_for(const command_line& line, operands_are operands,
                                                    const std::vector<std::string_view>& more) {
  const auto facts = line.value("--facts");
  std::error_code ignored;
  const bool readable_twice = !facts || (*facts != "-" && fs::is_regular_file(*facts, ignored));
  if (line.has("--rules") || !readable_twice) return std::nullopt;
  std::vector<std::string_view> texts = more;
  for (const loose_word& word : line.rest) {
    texts.push_back(word.text);
    if (word.value) texts.push_back(*word.value);
  }
  source_pointer file;
  if (facts) {
    try {
      file = read_file(*facts);
    } catch (const unusable&) {  // said again when the facts are read
      return std::nullopt;
    }
    texts.push_back(file->bytes());
  }
  const bool all_that_decide =
      operands == operands_are::benefits_among_all ||
      (operands == operands_are::benefits &&
       std::none_of(line.rest.begin(), line.rest.end(), [](const loose_word& word) {
         return !word.is_option && names_a_decision(embedded_rule_files(), word.text);
       }));
  return part_of_rules(embedded_rule_files(), texts, all_that_decide, brief_names(line, operands));
}

exit_code with_book(const command_line& line, operands_are operands,
                    const std::function<exit_code(const rule_book&)>& answer) {
  if (const auto part = part_for(line, operands)) {
    try {
      return answer(load_rule_book(*part, book_use::answers));
    } catch (const unusable&) {  // said again below, with every name known
    }
  }
  return answer(load_book(line));
}

std::string rules_checksum(const command_line& line) {
  const auto folder = line.value("--rules");
  if (!folder) return std::string(embedded_rules_checksum());
  std::vector<std::pair<std::string, std::string_view>> law;
  const rule_files files = read_rules(line, false);
  for (const source_pointer& file : files.rules) {
    const fs::path path(file->name());
    const fs::path inside = path == fs::path(*folder) ? path.filename() : path.lexically_relative(*folder);
    law.emplace_back("rules/" + inside.generic_string(), file->bytes());
  }
  std::sort(law.begin(), law.end(), [](const auto& a, const auto& b) {
    return std::pair(!is_sources(a.first), a.first) < std::pair(!is_sources(b.first), b.first);
  });
  std::string sums;
  for (const auto& [path, bytes] : law) sums += sha256(bytes) + "  " + path + "\n";
  return sha256(sums);
}

rule_book load_book(const command_line& line) { return load_rule_book(read_rules(line, false).rules); }

}  // namespace slieksnis::cli
