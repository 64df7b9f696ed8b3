// SPDX-License-Identifier: Apache-2.0
/// \file All rules together: immutable, searched by name.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "rule.hpp"

namespace slieksnis {
inline namespace v0 {

/// What a rule book is read for. Published figures, rows of the report and conflicts may speak of any topic
/// and say nothing about a case, so a book for answers leaves them out.
enum class book_use { everything, answers };

class rule_book {
 public:
  [[nodiscard]] const std::vector<topic>& topics() const noexcept { return topics_; }
  [[nodiscard]] const std::vector<definition>& definitions() const noexcept { return definitions_; }
  [[nodiscard]] const definition& at(std::size_t id) const { return definitions_[id]; }
  [[nodiscard]] const std::vector<citation>& sources() const noexcept { return sources_; }
  [[nodiscard]] const std::vector<person_kind>& person_kinds() const noexcept { return person_kinds_; }
  /// In the order in which they were given; their versions stand among those of the definitions they change.
  [[nodiscard]] const std::vector<reform>& reforms() const noexcept { return reforms_; }
  /// By a name in either language or a further one, in any case and with or without diacritics; null for
  /// none.
  [[nodiscard]] const person_kind* find_person_kind(std::string_view name) const;
  /// How a unit reads in a sentence, if a rule file says so; the unit itself otherwise.
  [[nodiscard]] words unit_words(const std::string& unit) const;
  /// The same after this number: "21 diena" and "22 dienas".
  [[nodiscard]] words unit_words(const std::string& unit, const rational& number) const;
  /// The sentence that stands for all assumptions of a group; empty when the group has none.
  [[nodiscard]] words group_words(const std::string& group) const;
  /// The question that asks one person for all facts of a group; empty when the rules have none.
  [[nodiscard]] words group_question(const std::string& group) const;
  /// The definition that adds up what the facts of a group state.
  [[nodiscard]] std::optional<std::size_t> sum_of_group(const std::string& group) const;
  /// How a word of a definition's name is written in running text: `gmi` as "GMI".
  [[nodiscard]] std::string written_word(const std::string& word) const;

  /// The definition of exactly this name.
  [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;
  /// The definition a person means: English or Latvian name, with or without marks, hyphens or underscores.
  [[nodiscard]] std::optional<std::size_t> find_spoken(std::string_view name) const;
  /// The days for which answers can be asked: what all topics cover together.
  [[nodiscard]] period span() const noexcept { return span_; }
  /// The days after the rules' own on which the law is assumed to go on as it is; nothing where none are.
  [[nodiscard]] const std::optional<period>& assumed_days() const noexcept { return assumed_days_; }
  /// Whether it was read for answers only (book_use::answers), perhaps from a part of the topics.
  [[nodiscard]] bool partial() const noexcept { return partial_; }

 private:
  friend class rule_book_builder;
  std::vector<topic> topics_;
  std::vector<definition> definitions_;
  std::vector<citation> sources_;
  std::vector<person_kind> person_kinds_;
  std::vector<reform> reforms_;
  std::map<std::string, words> units_;
  std::map<std::string, words> units_of_one_;  ///< the singular, where it differs
  std::map<std::string, words> groups_;
  std::map<std::string, words> group_questions_;
  std::map<std::string, std::string> group_sums_;
  std::map<std::string, std::string> proper_names_;  ///< folded, and as written
  /// Found by a part of another text as well.
  struct text_hash {
    using is_transparent = void;
    [[nodiscard]] std::size_t operator()(std::string_view text) const noexcept {
      return std::hash<std::string_view>()(text);
    }
  };
  using ids = std::unordered_map<std::string, std::size_t, text_hash, std::equal_to<>>;
  ids names_;
  ids spoken_;
  period span_;
  std::optional<period> assumed_days_;
  bool partial_ = false;
};

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "rule_book.ipp"
#endif
