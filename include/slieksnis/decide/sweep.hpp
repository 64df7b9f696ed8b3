// SPDX-License-Identifier: Apache-2.0
/// \file One case while one or two numbers are varied: what each setting gives, and what is lost on the way.
#pragma once

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "decide.hpp"
#include "total.hpp"

namespace slieksnis {
inline namespace v0 {

/// A number that is varied: a fact of the household or of one person, or anything else that has a name.
struct variation {
  std::size_t definition = 0;
  std::optional<std::size_t> person;  ///< whose fact it is; needed for what is a person's
  std::optional<date> since;          ///< it holds from this day on, not only on the day asked about
  rational first;
  rational last;
  rational step;  ///< above zero; the last one may be shorter, so that both ends are included
};

/// How many numbers a variation takes; nothing when they cannot be counted in 64 bits. `last` is not below
/// `first`.
[[nodiscard]] std::optional<std::size_t> count_of(const variation& varied);
/// The numbers from the first to the last.
[[nodiscard]] std::vector<rational> numbers_of(const variation& varied);

/// The case with this setting: a person's fact as one of the person, everything else as an override.
[[nodiscard]] facts with_setting(const facts& stated, const std::vector<variation>& varied,
                                 const std::vector<rational>& at);

/// A benefit or status; of persons for one of them.
struct sweep_column {
  std::size_t benefit = 0;
  std::optional<std::size_t> person;
  friend bool operator==(const sweep_column&, const sweep_column&) = default;
};

struct sweep_cell {
  enum outcome outcome = outcome::undetermined;
  bool failed = false;             ///< a division by zero
  std::optional<rational> amount;  ///< of granted benefits with an amount
  friend bool operator==(const sweep_cell&, const sweep_cell&) = default;
};

struct sweep_setting {
  std::vector<rational> at;       ///< the number of each variation
  std::vector<sweep_cell> cells;  ///< as `columns`
  std::vector<total> totals;      ///< what is granted, by payment; undetermined benefits are not in it
  rational benefits;              ///< the totals in euro a month
  /// Where income is varied: the household's income, counted or not, without the benefits decided here.
  std::optional<rational> own_income;
  /// Where income is varied: what of one more euro of it is lost through falling benefits, since the setting
  /// before: 0 nothing, 1 all of it, more than 1 makes the household poorer. Nothing for the first setting,
  /// and where another benefit is undetermined than before.
  std::optional<rational> marginal_loss;
};

struct sweep {
  date on;
  std::vector<variation> varied;
  std::vector<std::size_t> counts;  ///< how many numbers each takes
  std::vector<sweep_column> columns;
  std::vector<sweep_setting> settings;         ///< the last variation changes fastest
  std::optional<std::size_t> income;           ///< which variation is of income; the first one
  std::vector<std::size_t> nothing_reads;      ///< variations on which nothing that is wanted depends
  std::vector<std::size_t> samples;            ///< settings whose decisions are in `decided`
  std::vector<std::vector<decision>> decided;  ///< in full: at both ends and where an outcome changes

  /// The setting at these places of the variations.
  [[nodiscard]] std::size_t index(std::size_t first, std::size_t second = 0) const {
    return varied.size() == 1 ? first : first * counts[1] + second;
  }
};

/// Decides `wanted` at every setting. The plan is made once; each setting costs one evaluation of it, tens of
/// microseconds for one benefit. One or two variations; the rule book must outlive the result. Throws
/// `unusable` as `make_plan` does.
[[nodiscard]] sweep sweep_of(const rule_book& book, const facts& stated, date on,
                             const std::vector<std::size_t>& wanted, const std::vector<variation>& varied);

/// Leaves only the benefits and statuses that are granted at some setting.
void keep_granted(sweep& all);

/// Settings in a row between which nothing turns: the same outcomes, and every amount grows by the same for
/// each unit.
struct sweep_run {
  std::size_t first = 0;
  std::size_t last = 0;          ///< included; a run begins where the one before ends, or one setting later
  std::vector<rational> slopes;  ///< of each column's amount; empty for a single setting
  std::optional<rational> marginal_loss;  ///< where income is varied
};
/// The runs of a sweep of one variation, in order.
[[nodiscard]] std::vector<sweep_run> runs_of(const sweep& all);

/// What a benefit or status is at two neighbouring settings, where it differs.
struct sweep_turn {
  std::size_t column = 0;
  std::size_t after = 0;  ///< the setting after which it turns
};
/// Where benefits begin and end in a sweep of one variation, in order.
[[nodiscard]] std::vector<sweep_turn> turns_of(const sweep& all);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "sweep.ipp"
#endif
