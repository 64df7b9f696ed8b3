// SPDX-License-Identifier: Apache-2.0
/// \file The rules of this version and their cases, read once.
#pragma once

#include <memory>
#include <slieksnis/decide/cases.hpp>
#include <slieksnis/rule/embedded_rules.hpp>
#include <slieksnis/rule/load_rules.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace shipped {

inline const std::vector<slieksnis::source_pointer>& files() {
  static const auto result = [] {
    std::vector<slieksnis::source_pointer> all;
    for (const auto& file : slieksnis::embedded_rule_files())
      all.push_back(std::make_shared<slieksnis::source_text>(std::string(file.path), std::string(file.bytes)));
    return all;
  }();
  return result;
}

inline const slieksnis::rule_book& book() {
  static const auto result = slieksnis::load_rule_book(files());
  return result;
}

/// `gmi` of `rules/gmi/cases.json`, and its text.
inline std::vector<std::pair<std::string, slieksnis::source_pointer>> case_files() {
  constexpr std::string_view before = "rules/";
  constexpr std::string_view after = "/cases.json";
  std::vector<std::pair<std::string, slieksnis::source_pointer>> result;
  for (const auto& file : files()) {
    const std::string& name = file->name();
    if (name.ends_with(after))
      result.emplace_back(name.substr(before.size(), name.size() - before.size() - after.size()), file);
  }
  return result;
}

/// Every case of every topic. Throws `unusable` when one cannot be read.
inline const std::vector<slieksnis::expected_case>& cases() {
  static const auto result = [] {
    std::vector<slieksnis::expected_case> all;
    std::vector<slieksnis::error> errors;
    for (const auto& [topic, file] : case_files())
      for (auto& one : slieksnis::read_cases(book(), file, errors)) all.push_back(std::move(one));
    if (!errors.empty()) throw slieksnis::unusable(std::move(errors));
    return all;
  }();
  return result;
}

inline std::string text_of(const std::vector<slieksnis::error>& errors) {
  std::string result;
  for (const auto& one : errors) result += one.text(slieksnis::language::en);
  return result;
}

}  // namespace shipped
