// SPDX-License-Identifier: Apache-2.0
/// \file Decisions for the rows of a block: one table for each day.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "decide_table.hpp"
#include "household_rows.hpp"

namespace slieksnis {
inline namespace v0 {

/// Deciders by day, made when they are first needed. For several threads.
class day_deciders {
 public:
  day_deciders(const rule_book& book, const facts& shared, const table_columns& columns,
               std::vector<std::size_t> wanted);

  struct of_day {
    date on;
    std::unique_ptr<const table_decider> decider;  ///< none where the day cannot be decided
    std::vector<error> errors;                     ///< why
  };
  /// Cost: a plan, where the day is not among those that are kept: the last few hundred.
  [[nodiscard]] std::shared_ptr<const of_day> at(date on);

  /// Those that are kept, day by day.
  [[nodiscard]] std::vector<std::shared_ptr<const of_day>> known();

  [[nodiscard]] const rule_book& book() const noexcept { return book_; }
  [[nodiscard]] const facts& shared() const noexcept { return shared_; }
  [[nodiscard]] const table_columns& columns() const noexcept { return columns_; }
  [[nodiscard]] const std::vector<std::size_t>& wanted() const noexcept { return wanted_; }

 private:
  const rule_book& book_;
  const facts& shared_;
  const table_columns& columns_;
  std::vector<std::size_t> wanted_;
  std::mutex mutex_;
  std::map<date, std::shared_ptr<const of_day>> known_;
};

/// Which households of a block have the same day, and what was decided about them.
struct decided_day {
  std::shared_ptr<const day_deciders::of_day> day;
  std::vector<std::uint32_t> households;  ///< in the block; empty: all of them
  table_decisions decisions;
};

/// Where the decision about a row stands.
struct decision_place {
  std::uint32_t day = 0;
  std::uint32_t household = 0;
  std::uint32_t person = 0;
};

/// Decides the rows of a block. Memory is used again from block to block; for one thread.
class row_decisions {
 public:
  explicit row_decisions(day_deciders& deciders);

  /// Finds the days of the rows and adds what is wrong about them: a day without rules, a birth after the
  /// day. With `on` all rows have that day.
  void find_days(fact_rows& rows, const household_rows& households, std::optional<date> on);
  /// Decides all households that are not bad; what stands for bad ones means nothing.
  void decide(const fact_rows& rows, const household_rows& households);

  [[nodiscard]] const std::vector<decided_day>& days() const noexcept { return days_; }
  [[nodiscard]] std::size_t day_count() const noexcept { return day_count_; }
  /// By row; empty where there is one day, and rows stand in their own order.
  [[nodiscard]] const std::vector<decision_place>& places() const noexcept { return places_; }

 private:
  void check_births(fact_rows& rows, const household_rows& households);
  void decide_day(decided_day& day, const fact_rows& rows, const household_rows& households);
  void decide_kept(decided_day& day, const fact_table& table, const fact_rows& rows,
                   const household_rows& households);

  day_deciders& deciders_;
  std::vector<decided_day> days_;
  std::size_t day_count_ = 0;
  std::vector<decision_place> places_;
  std::vector<std::uint32_t> day_of_household_;
  std::vector<std::uint32_t> offsets_;
  std::vector<fact_lane> gathered_;
  table_workspace workspace_;
};

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "decide_rows.ipp"
#endif
