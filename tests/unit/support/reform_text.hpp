// SPDX-License-Identifier: Apache-2.0
/// \file Small reforms as text, laid over a small rule book.
#pragma once

#include <vector>

#include "benefit_book.hpp"

namespace reform_text {

/// `{ "reform": "r", "title": …, SECTIONS }`.
inline slieksnis::source_pointer file(std::string_view name, const std::vector<std::string>& sections) {
  std::string text = R"({ "reform": ")" + std::string(name) + R"(", "title": { "lv": "t", "en": "t" })";
  for (const auto& one : sections) text += ",\n" + one;
  return std::make_shared<slieksnis::source_text>(std::string(name) + ".json", text + " }\n");
}

/// `"rate": { "versions": [ { "from": "2024-03-01", REST } ] }`.
inline std::string change(std::string_view name, std::string_view from, std::string_view rest) {
  return "\"" + std::string(name) + R"(": { "versions": [ { "from": ")" + std::string(from) + "\", " +
         std::string(rest) + " } ] }";
}

inline slieksnis::rule_book book(const std::vector<slieksnis::source_pointer>& reforms) {
  return slieksnis::load_rule_book(rule_text::files(benefit_book::sections()),
                                   slieksnis::book_use::everything, reforms);
}

inline std::vector<slieksnis::error> errors(const std::vector<slieksnis::source_pointer>& reforms) {
  return slieksnis::check_rule_files(rule_text::files(benefit_book::sections()), reforms);
}

/// `2020-01-01 0.20, 2024-03-01 0.30*, …`: the versions of a name by their first days and formulas; a star is
/// a reform's.
inline std::string versions(const slieksnis::rule_book& book, std::string_view name) {
  std::string result;
  for (const auto& one : book.at(*book.find(name)).versions)
    result += (result.empty() ? "" : ", ") + slieksnis::to_string(one.when.from) + " " +
              (one.alternatives.empty() ? "table" : one.alternatives.front().source.text) +
              (one.reform ? "*" : "");
  return result;
}

}  // namespace reform_text
