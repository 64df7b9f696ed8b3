// SPDX-License-Identifier: Apache-2.0
/// \file The law as data: what rule files hold once they are read.
/// Fourth stage: rule files, their checks, and the rule book.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../formula/expression.hpp"
#include "../source/citation.hpp"
#include "../source/json_tree.hpp"
#include "../value/rounding.hpp"
#include "../value/value.hpp"

namespace slieksnis {
inline namespace v0 {

/// A formula with its tree; the tree is null only while errors are being collected.
struct formula {
  formula_text source;
  std::shared_ptr<expression> tree;
};

/// The one named rounding of a result.
struct rounding_rule {
  rational to = 1;
  rounding_mode mode = rounding_mode::half_up;
  std::vector<std::size_t> sources;  ///< empty: assumed, no source states it
  words note;
};

/// One row of a decision table: a condition for each input, null for "any", and the value.
struct table_row {
  std::vector<std::shared_ptr<expression>> conditions;
  std::vector<std::string> cells;
  std::vector<span> cell_places;  ///< in the text of `at`
  formula amount;
  words title;
  std::vector<std::size_t> sources;
  confidence support = confidence::high;
  words note;
  place at;
};

struct decision_table {
  std::vector<std::string> inputs;
  bool unique = false;            ///< at most one row may match; otherwise the first one counts
  bool otherwise_stated = false;  ///< no row matches: the value has to be stated
  std::vector<table_row> rows;
  place at;
};

/// What holds in one period of time.
struct version {
  period when;
  std::optional<date> to;             ///< the end, where the file writes one
  std::vector<formula> alternatives;  ///< the first one whose value is known counts; a benefit's amount
  std::optional<decision_table> table;
  std::optional<formula> entitled_if;
  std::optional<rounding_rule> round;
  std::optional<day_of_year> reviewed_each;
  std::vector<std::size_t> sources;  ///< the first one is the main one
  confidence support = confidence::high;
  words note;
  std::optional<std::pair<rational, rational>> between;  ///< half-open; all that published figures imply
  bool plain_value = false;                              ///< a figure rather than a formula
  std::optional<std::size_t> reform;                     ///< the reform that puts it in place of the law's
  place at;
};

enum class definition_kind { fact, parameter, variable, status, benefit };
/// For what a benefit is paid; `service` is a quantity of something that is not money.
enum class payment { month, quarter, half_year, once, service };
[[nodiscard]] constexpr std::string_view name_of(payment what) noexcept {
  constexpr std::string_view names[] = {"month", "quarter", "half_year", "once", "service"};
  return names[static_cast<std::size_t>(what)];
}

/// What holds when a fact is not stated: by law, or as an assumption that every answer prints.
struct unstated {
  value what;
  bool by_law = false;
  std::vector<std::size_t> sources;
  words title;  ///< the assumption as a sentence
  bool if_group_stated = false;
};

/// One name of the rule book.
struct definition {
  std::string name;
  std::string latvian;
  std::vector<std::string> also;  ///< further names that people say, such as an abbreviation
  words title;
  words question;  ///< not empty: it may be asked for and named as needed
  definition_kind kind = definition_kind::variable;
  entity of = entity::country;
  type what;
  int decimals = 0;
  std::optional<rational> minimum;
  std::optional<rational> maximum;
  std::optional<unstated> otherwise;
  std::string group;
  bool not_after_on = false;  ///< a date, such as a birth, that cannot lie after the day of assessment
  bool gate = false;          ///< tells whether benefits concern the person or household at all
  bool rare = false;          ///< of a special circumstance that few households have
  bool fixed = false;         ///< nobody can change it, such as an age: no answer advises to
  bool may_go_on = false;     ///< outside its versions' days nothing was found; it may exist
  std::pair<std::string, place> instead_of_name;
  std::optional<std::size_t> instead_of;  ///< granted, this benefit takes the place of the other
  std::pair<std::string, place> counted_as_name;
  std::optional<std::size_t> counted_as;  ///< the fact under which what is received is income
  bool averaged = false;                  ///< may be stated for each of the last three months
  std::vector<version> versions;
  std::string by;  ///< a date fact that chooses the version; empty: the day of assessment
  std::optional<std::size_t> by_definition;
  std::vector<std::pair<std::string, place>> shown_names;
  std::vector<std::size_t> shows;
  std::optional<payment> paid;
  bool in_total = false;  ///< a benefit whose amount adds to what a household gets in all
  std::size_t topic = 0;
  place at;

  /// Benefits and statuses: what a case is decided about.
  [[nodiscard]] bool is_decided() const noexcept {
    return kind == definition_kind::benefit || kind == definition_kind::status;
  }
  [[nodiscard]] bool askable() const noexcept { return kind == definition_kind::fact || !question.empty(); }
  /// The days on which it has a version; a fact has none and always holds.
  [[nodiscard]] period span() const noexcept {
    return versions.empty() ? period{} : period{versions.front().when.from, versions.back().when.to};
  }
  [[nodiscard]] const version* in_force(date day) const noexcept {
    for (const version& one : versions)
      if (one.when.contains(day)) return &one;
    return nullptr;
  }
};

/// A figure that an official text printed, to be proved against the rules.
struct published_figure {
  std::string of_name;
  std::size_t of = 0;
  date on;
  value what;
  std::vector<std::size_t> sources;
  words conflict;     ///< not empty: the disagreement is known and explained
  bool open = false;  ///< explained, but no source settles it
  std::vector<std::pair<std::string, std::string>> given;
  std::optional<json_tree> facts;
  place at;
};

/// A row of the report whose rules the book carries, and the definitions that do.
struct report_row {
  std::string row;  ///< such as `R11`
  words title;
  std::vector<std::pair<std::string, place>> names;
  std::vector<std::size_t> rules;
};

/// Sources that disagree, or leave something open, and what was decided.
struct known_conflict {
  std::string id;
  words title;
  words found;    ///< what each side says
  words decided;  ///< what the rules do
  words reason;
  bool open = false;  ///< no source settles it
  std::vector<std::size_t> sources;
  std::vector<std::pair<std::string, place>> names;
  std::vector<std::size_t> about;  ///< the definitions it concerns
  place at;
};

/// A short way to describe a person, such as "a pensioner".
struct person_kind {
  std::string name;
  std::string latvian;
  std::vector<std::string> also;  ///< further names, good wherever the name is
  words title;
  std::string takes;  ///< "count", or the person's fact that the word's argument states
  std::vector<std::pair<std::string, std::string>> sets;
  std::size_t topic = 0;
  std::vector<std::string> forms;  ///< further words for it in a sentence, such as the plural; no names
  place at;
};

/// Changes to the rules that are tried out: an overlay of the rule files' own shape, never a copy of them.
struct reform {
  std::string name;
  words title;
  std::size_t topic = 0;     ///< that of the definitions it adds
  std::size_t citation = 0;  ///< what its versions name where they name no source: the reform itself
};

/// One rule file.
struct topic {
  std::string name;
  words title;
  period covers;
  date reviewed;
  bool statistics = false;  ///< figures that a report prints and that are checked; nobody is paid by them
  /// The topics whose names this one may use; nothing when the file does not say, then all of them.
  std::optional<std::vector<std::pair<std::string, place>>> uses;
  std::vector<published_figure> published;
  std::vector<report_row> rows;
  std::vector<known_conflict> conflicts;
  source_pointer source;
};

}  // namespace v0
}  // namespace slieksnis
