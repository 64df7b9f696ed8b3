// SPDX-License-Identifier: Apache-2.0
/// \file Small rule files as text: definitions without the words that no test is about.
#pragma once

#include <memory>
#include <slieksnis/rule/load_rules.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace rule_text {

/// A JSON list or the members of an object: `a, b, c`.
inline std::string joined(const std::vector<std::string>& parts) {
  std::string result;
  for (const auto& part : parts) result += (result.empty() ? "" : ",\n") + part;
  return result;
}

/// `"wage": { "lv": "wage_lv", "title": …, REST }`: a variable, parameter, status or benefit.
inline std::string named(std::string_view name, std::string_view rest) {
  const std::string id(name);
  return "\"" + id + "\": { \"lv\": \"" + id + "_lv\", \"title\": { \"lv\": \"" + id + "\", \"en\": \"" + id +
         "\" }, " + std::string(rest) + " }";
}

/// The same with a question: a fact, or a variable that may be asked for.
inline std::string asked(std::string_view name, std::string_view rest) {
  return named(name, "\"question\": { \"lv\": \"?\", \"en\": \"?\" }, " + std::string(rest));
}

/// One version with a source: `since("2020-01-01", R"("value": "5")")`.
inline std::string since(std::string_view from, std::string_view rest) {
  return "{ \"from\": \"" + std::string(from) + "\", \"source\": \"s\", " + std::string(rest) + " }";
}
inline std::string versions(const std::vector<std::string>& all) {
  return "\"versions\": [" + joined(all) + "]";
}

/// What a variable with one version from the first day on says after its title.
inline std::string one_formula(std::string_view of_and_unit, std::string_view text) {
  return std::string(of_and_unit) + ", " +
         versions({since("2020-01-01", "\"formula\": \"" + std::string(text) + "\"")});
}
inline std::string computed(std::string_view name, std::string_view of_and_unit, std::string_view text) {
  return named(name, one_formula(of_and_unit, text));
}
inline std::string asked_formula(std::string_view name, std::string_view of_and_unit, std::string_view text) {
  return asked(name, one_formula(of_and_unit, text));
}

inline std::string section(std::string_view name, const std::vector<std::string>& members) {
  return "\"" + std::string(name) + "\": {\n" + joined(members) + "\n}";
}

/// A whole rule file that covers 2020 to 2029, with one source `s`.
inline std::string file(const std::vector<std::string>& sections) {
  std::string result = R"({ "topic": "t", "title": { "lv": "t", "en": "t" },
"covers": { "from": "2020-01-01", "to": "2030-01-01" }, "reviewed": "2025-06-01",
"sources": { "s": { "act": { "lv": "Likums", "en": "Law" }, "article": { "lv": "1. pants", "en": "Section 1" },
"address": "https://example.org", "kind": "law" } })";
  for (const auto& one : sections) result += ",\n" + one;
  return result + "\n}\n";
}

inline std::vector<slieksnis::source_pointer> files(const std::vector<std::string>& sections) {
  return {std::make_shared<slieksnis::source_text>("t/rule.json", file(sections))};
}

inline slieksnis::rule_book book(const std::vector<std::string>& sections) {
  return slieksnis::load_rule_book(files(sections));
}

inline std::vector<slieksnis::error> errors(const std::vector<std::string>& sections) {
  return slieksnis::check_rule_files(files(sections));
}

}  // namespace rule_text
