// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <unordered_map>

#include "../source/nearest.hpp"
#include "part_of_rules.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// Calls `visit` with every word: letters, digits, `_`, `-` and all beyond ASCII.
template <typename Visit>
void each_word(std::string_view text, const Visit& visit) {
  const auto inside = [](char c) {
    return c == '_' || c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80U;
  };
  for (std::size_t begin = 0; begin < text.size();) {
    if (!inside(text[begin])) {
      ++begin;
      continue;
    }
    std::size_t end = begin;
    while (end < text.size() && inside(text[end])) ++end;
    std::string_view word = text.substr(begin, end - begin);
    word.remove_prefix(std::min(word.find_first_not_of('-'), word.size()));  // the dashes of an option
    if (!word.empty()) visit(word);
    begin = end;
  }
}

}  // namespace detail

SLIEKSNIS_INLINE std::vector<source_pointer> part_of_rules(std::span<const embedded_file> files,
                                                           const std::vector<std::string_view>& texts,
                                                           bool all_that_decide,
                                                           const std::vector<std::string>& brief) {
  std::unordered_map<std::string, std::size_t> files_of_names;
  std::unordered_map<std::string_view, std::size_t> files_of_topics;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (role_of(files[i].path) != rule_file_role::rules) continue;
    detail::each_word(files[i].defines,
                      [&](std::string_view name) { files_of_names.emplace(folded(name), i); });
    std::string_view folder = files[i].path.substr(0, files[i].path.rfind('/'));
    files_of_topics.emplace(folder.substr(folder.rfind('/') + 1), i);
  }

  std::vector<bool> needed(files.size(), false);
  std::vector<std::size_t> open;
  const auto need = [&](std::size_t file) {
    if (!needed[file]) open.push_back(file);
    needed[file] = true;
  };
  for (const std::string_view text : texts)
    detail::each_word(text, [&](std::string_view word) {
      if (const auto found = files_of_names.find(folded(word)); found != files_of_names.end())
        need(found->second);
    });
  for (const std::string& word : brief) {
    const std::string wanted = folded(word);
    if (files_of_names.contains(wanted)) continue;
    for (const auto& [name, file] : files_of_names)
      if (is_short_for(wanted, name)) need(file);
  }
  for (std::size_t i = 0; all_that_decide && i < files.size(); ++i)
    if (!files[i].decides.empty()) need(i);
  while (!open.empty()) {
    const std::string_view uses = files[open.back()].uses;
    open.pop_back();
    if (uses == "*")
      for (const auto& [topic, file] : files_of_topics) need(file);
    detail::each_word(uses, [&](std::string_view topic) { need(files_of_topics.at(topic)); });
  }

  std::vector<source_pointer> result;
  for (std::size_t i = 0; i < files.size(); ++i)
    if (needed[i] || role_of(files[i].path) == rule_file_role::sources)
      result.push_back(
          std::make_shared<source_text>(std::string(files[i].path), std::string(files[i].bytes)));
  return result;
}

SLIEKSNIS_INLINE bool names_a_decision(std::span<const embedded_file> files, std::string_view text) {
  const std::string wanted = folded(text);
  bool found = false;
  for (const embedded_file& file : files)
    detail::each_word(file.decides, [&](std::string_view name) {
      const std::string known = folded(name);
      found = found || known == wanted || is_short_for(wanted, known);
    });
  return found;
}

}  // namespace v0
}  // namespace slieksnis
