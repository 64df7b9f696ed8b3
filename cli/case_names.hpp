// SPDX-License-Identifier: Apache-2.0
/// \file The names on a command line that only the rules know: facts, kinds of persons, benefits. All of them
/// may be cut short as long as one thing is meant (is_short_for in source/nearest.hpp); files may not.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "arguments.hpp"
#include "slieksnis/rule/rule_book.hpp"

namespace slieksnis::cli {

/// `housing_costs` as `housing-costs`.
[[nodiscard]] std::string hyphened(std::string name);

/// The kind of person that a word means, in full or cut short; null when it is none or more than one.
[[nodiscard]] const person_kind* kind_in_short(const rule_book& book, std::string_view name);
/// The names of all kinds of persons, in both languages.
[[nodiscard]] std::vector<std::string> kind_names(const rule_book& book);

/// What an option that the rules name stands for: one of the two.
struct option_name {
  const person_kind* kind = nullptr;
  std::optional<std::size_t> definition;
  std::string full;  ///< the name with its dashes where it was cut short; empty otherwise
};
/// An option as it was typed, with its dashes. In full it may be any definition, cut short only a fact that
/// can be asked or a status: nobody states a benefit by a few letters. Adds an error when nothing or more
/// than one thing is meant.
[[nodiscard]] std::optional<option_name> name_of_option(const rule_book& book, const command_line& line,
                                                        const std::string& written,
                                                        std::vector<error>& errors);

/// A name inside `--person`.
struct person_name {
  enum what { fact, kind, label } what = fact;
  std::size_t definition = 0;
  std::string full = {};  ///< where it was cut short
};
[[nodiscard]] std::optional<person_name> name_in_person(const rule_book& book, const std::string& written,
                                                        const place& at, std::vector<error>& errors);

/// A benefit or status. Adds an error when nothing or more than one thing is meant.
[[nodiscard]] std::optional<std::size_t> find_decided(const rule_book& book, const command_line& line,
                                                      const std::string& written, std::vector<error>& errors);

/// A word of the text of `--person`, such as `pension="1 234,50"` or `adult`.
struct person_word {
  std::string name;
  std::string value;
  bool has_value = false;  ///< after `=`
  span where;              ///< the name
  span value_where;
};
/// Words are parted by blanks, and may end with a comma or semicolon; quotes keep blanks together, and inside
/// them a backslash keeps the next character as it is.
[[nodiscard]] std::vector<person_word> person_words(const std::string& text);

}  // namespace slieksnis::cli
