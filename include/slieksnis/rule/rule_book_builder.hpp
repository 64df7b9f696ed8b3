// SPDX-License-Identifier: Apache-2.0
/// \file From files to a rule book, collecting every error on the way. Used by load_rule_book and
/// check_rule_files.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../formula/lexer.hpp"
#include "../formula/type_check.hpp"
#include "../source/object_reader.hpp"
#include "rule_book.hpp"

namespace slieksnis {
inline namespace v0 {

class rule_book_builder {
 public:
  /// Reads and checks all files; `errors()` tells whether `take()` may be used.
  explicit rule_book_builder(const std::vector<source_pointer>& files, book_use use = book_use::everything,
                             const std::vector<source_pointer>& reforms = {},
                             std::optional<date> goes_on_until = std::nullopt);
  [[nodiscard]] const std::vector<error>& errors() const noexcept { return errors_; }
  [[nodiscard]] rule_book take() && { return std::move(book_); }

 private:
  static constexpr object_reader::codes rule_codes{};

  // read_sources.ipp: sources, words, references to sources
  void read_sources(const json_value& value);
  void read_citation(const json_key& id, const json_value& value);
  [[nodiscard]] words read_words(const json_value& value);
  [[nodiscard]] words read_words(object_reader& object, std::string_view key, bool needed);
  [[nodiscard]] std::vector<std::size_t> read_source_ids(object_reader& object, bool needed);
  [[nodiscard]] std::optional<date> read_date(const json_value& value);
  [[nodiscard]] std::optional<date> read_date(object_reader& object, std::string_view key, bool needed);
  [[nodiscard]] confidence read_confidence(object_reader& object);
  void need_note(const object_reader& object, confidence support, const words& note);
  /// A member of a value that was read before, such as `/to` of a version; the value itself when it has none.
  /// With `key`, its key instead. For errors only: reads the file again.
  [[nodiscard]] place member(const place& outer, std::string_view path, bool key = false) const;
  [[nodiscard]] words nearest_name(std::string_view name) const;
  /// A written number; numbers outside quotes are refused.
  [[nodiscard]] std::optional<decimal> read_number(const json_value& value);

  // read_topic.ipp: one rule file
  void read_topic(const source_pointer& file, const json_value& value);
  void read_person_kind(const json_key& name, const json_value& value);
  void read_published(topic& owner, const json_value& value);

  // read_report.ipp: rows of the report, conflicts of the sources
  using named_places = std::vector<std::pair<std::string, place>>;
  [[nodiscard]] named_places read_names(object_reader& object, std::string_view key, bool needed);
  void read_row(topic& owner, const json_value& value);
  void read_conflict(topic& owner, const json_value& value);
  [[nodiscard]] std::vector<std::size_t> resolved(const named_places& names);
  void check_report(topic& owner);

  // read_topic.ipp: names
  /// The further names of a definition or a kind of person.
  [[nodiscard]] std::vector<std::string> read_also(object_reader& object);
  /// The name stands at the member `path` of `at`, or at `at` itself.
  void add_name(std::string_view name, std::size_t id, const place& at, std::string_view path);
  /// What is wrong with a name that something else has: the name, and where that stands.
  [[nodiscard]] static words already_used(std::string_view name, const place& first);

  // read_definition.ipp, read_version.ipp
  void read_definition(definition_kind kind, std::size_t topic, const json_key& name,
                       const json_value& value);
  void read_type(object_reader& object, definition& target);
  void read_domain(object_reader& object, definition& target);
  void read_unstated(object_reader& object, definition& target);
  [[nodiscard]] version read_version(const definition& owner, const json_value& value);
  void read_substance(object_reader& object, const definition& owner, version& target);
  /// A written figure within the bounds that the definition declares; a formula's is known only with a case.
  void check_bounds(const definition& owner, const value& known, const json_value& written);
  void read_round(object_reader& object, const definition& owner, version& target);
  void read_between(object_reader& object, version& target);
  void read_table(const definition& owner, const json_value& value, version& target);
  [[nodiscard]] formula read_formula(const json_value& value);
  [[nodiscard]] formula plain(const json_value& text, value known);
  /// The value of a text for a definition's type, or an error.
  [[nodiscard]] std::optional<value> read_value(const json_value& text, const definition& owner);
  [[nodiscard]] static std::optional<value> parse_value(std::string_view text, const definition& owner);
  /// How a value of the definition's type is written: `"true" or "false"`.
  [[nodiscard]] static words described_value(const definition& owner);

  // read_reform.ipp: overlays, and law that is not known yet
  /// The topics that end with the rules go on up to this day, with what is in force at their end.
  void go_on_until(date last);
  void read_reform(const source_pointer& file, const json_value& value);
  void read_change(definition_kind kind, std::size_t topic, const json_key& name, const json_value& value);
  void lay_over(definition& target, std::vector<version> changes);
  [[nodiscard]] bool may_replace(const definition& target, const version& old, const version& one);
  [[nodiscard]] static version completed(version one, const version& law);

  // check_periods.ipp: versions in time
  [[nodiscard]] bool check_periods(definition& checked);

  // check_meaning.ipp: names, types, units, cycles
  void check_definition(definition& checked);
  void check_formula(const formula& checked, const definition& owner, const version& in, const type& wanted);
  void check_reach(const expression& tree, const formula_text& source, const version& in);
  void check_cycles();
  void check_published(topic& owner);
  void check_person_kind(const person_kind& kind);
  void report(const formula_text& source, std::vector<formula_problem>& problems);

  // check_uses.ipp: which topics a topic builds on
  void check_uses(std::size_t topic);
  void collect_uses(const definition& of, std::map<std::size_t, std::pair<std::string, place>>& used) const;

  // check_table.ipp: decision tables
  void check_table(const definition& owner, version& in);
  void check_cells(const definition& owner, const version& in, decision_table& table);
  void check_combinations(const decision_table& table);

  rule_book book_;
  std::vector<error> errors_;
  mutable std::pair<source_pointer, json_tree> read_again_;  ///< the file that `member` looked into last
  bool sources_missing_ = false;       ///< sources.json cannot be read: its ids are not to be missed
  std::vector<bool> periods_wrong_;    ///< of a definition: its versions' days are not to be relied on
  std::optional<std::size_t> reform_;  ///< the one that is being read
  rule_book::ids source_ids_;
  std::map<std::string, std::size_t, std::less<>> unit_topics_;  ///< the topic that gives a unit its words
};

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "check_meaning.ipp"
#include "check_periods.ipp"
#include "check_table.ipp"
#include "check_uses.ipp"
#include "read_definition.ipp"
#include "read_reform.ipp"
#include "read_report.ipp"
#include "read_sources.ipp"
#include "read_topic.ipp"
#include "read_version.ipp"
#endif
