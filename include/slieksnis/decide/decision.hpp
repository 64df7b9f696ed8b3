// SPDX-License-Identifier: Apache-2.0
/// \file What a case gets, and why: outcome, amount, what is missing, what failed, and every step.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "exact.hpp"

namespace slieksnis {
inline namespace v0 {

enum class outcome : std::uint8_t { granted, refused, undetermined };
[[nodiscard]] std::string_view name_of(outcome what) noexcept;

/// Where a value in a trace comes from.
enum class origin {
  computed,    ///< by a formula or table of the rules
  figure,      ///< a figure of the law
  stated,      ///< a fact of the case
  given,       ///< a variable that the case states instead of letting it be computed
  overridden,  ///< by `--set`
  assumed,     ///< not stated; a stated assumption
  by_law       ///< not stated; the law's own default
};

/// A name inside a shown formula with its values: one, or one for each person.
struct shown_mention {
  span where;
  std::size_t definition = 0;
  std::vector<evaluated> values;
  bool list = false;
};

/// One named value and how it came about.
struct trace_step {
  std::size_t definition = 0;
  std::optional<std::size_t> person;
  origin from = origin::computed;
  evaluated result;
  bool essential = false;               ///< part of the short form: not a part of what the day alone decides
  const version* rule = nullptr;        ///< null for facts and stated values
  const formula* used = nullptr;        ///< the formula, or a benefit's amount
  std::vector<shown_mention> mentions;  ///< of `used`
  const table_row* row = nullptr;       ///< the row of a decision table
  std::optional<rational> before_rounding;  ///< where a rounding changed the value
  std::vector<rational> months;             ///< of a stated amount that is the mean of three months
};

/// A condition that did not hold.
struct failed_condition {
  std::size_t within = 0;  ///< the benefit, status or variable whose condition it is
  std::optional<std::size_t> person;
  const version* rule = nullptr;
  const formula* source = nullptr;
  const expression* condition = nullptr;
  std::vector<shown_mention> mentions;  ///< of the whole formula
  std::optional<value> left;            ///< of a comparison
  std::optional<value> right;
  std::optional<rational> by;  ///< how far a comparison of numbers is from holding, as a size
};

/// What a benefit may come to while facts are missing.
struct amount_bounds {
  rational least;                    ///< zero where it may be refused
  std::optional<rational> greatest;  ///< nothing: the facts that are missing set no limit
  friend bool operator==(const amount_bounds&, const amount_bounds&) = default;
};

/// In which way a case would have to differ.
enum class change_kind {
  number,      ///< another number for one fact
  choice,      ///< another answer to one fact
  persons,     ///< further persons in the household
  later_day,   ///< the same facts from a later day on
  earlier_day  ///< the same facts up to an earlier day
};

/// One difference with which a refused benefit would be granted, found by deciding again.
struct possible_change {
  change_kind kind = change_kind::number;
  std::size_t definition = 0;         ///< number, choice: the fact, or a variable that may be asked for
  std::optional<std::size_t> person;  ///< whose it is
  value to;                           ///< number, choice: the value with which it is granted
  bool rises = false;                 ///< number: it would have to be greater, not less
  bool mean = false;                  ///< number: now stated by three months, so it is their mean
  std::size_t more = 0;               ///< persons: how many, the least number that suffices
  /// Persons: the kinds any of whom suffices, with the same amount; all kinds that were tried if `any_kind`.
  std::vector<const person_kind*> kinds;
  bool any_kind = false;
  std::vector<std::size_t> counts;  ///< persons who are only counted: the stated counts that would grow
  date on;                          ///< the day that was decided; other than the decision's for days only
  std::optional<rational> amount;   ///< what would be granted
};

/// The answer about one benefit or status.
struct decision {
  std::size_t benefit = 0;
  std::optional<std::size_t> person;
  date on;
  enum outcome outcome = outcome::undetermined;
  std::optional<rational> amount;  ///< granted benefits with an amount, rounded once as the rule says
  /// The amount depends on a source statistic that is known only as an interval: the least and greatest it
  /// gives.
  std::optional<std::pair<rational, rational>> amount_between;
  std::vector<need> needs;                ///< undetermined: what has to be known, most useful first
  std::vector<failed_condition> reasons;  ///< refused: what failed
  std::vector<assumption> assumptions;
  std::vector<trace_step> trace;  ///< each value after those it uses
  bool failed = false;            ///< a division by zero: an error in a rule or an override

  // Not by `decide`, which answers what is asked: see outlook.hpp.
  std::vector<possible_change> changes;  ///< refused: what would change it
  std::optional<amount_bounds> bounds;   ///< undetermined: the amount meanwhile
  std::optional<period> holds;           ///< granted: the days on which the same facts give the same answer

  [[nodiscard]] bool granted() const noexcept { return outcome == outcome::granted; }
};

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "decision.ipp"
#endif
