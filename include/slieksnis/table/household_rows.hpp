// SPDX-License-Identifier: Apache-2.0
/// \file Which rows of a block are one household, and what does not fit together in it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "fact_rows.hpp"

namespace slieksnis {
inline namespace v0 {

/// Notices a household that comes back after others. While households come in rising order, as numbers of
/// equal length or by characters, nothing but the last one is remembered beyond the first million.
/// Memory: sixteen bytes a household that is remembered, at most thirty-two. Two of them may have the same 64
/// bits of their hash, once in hundreds of thousands of files of a million households; then the second one is
/// refused.
class household_order {
 public:
  enum class answer : std::uint8_t { first_time, came_back, not_rising };
  [[nodiscard]] answer meet(std::string_view household);

 private:
  bool remember(std::uint64_t hash);
  void grow();

  std::vector<std::uint64_t> seen_;  ///< hashes in open places, 0 where there is none
  std::size_t count_ = 0;
  std::string last_;
  bool rises_ = true;
  bool forgotten_ = false;
};

/// The rows of a block by household. Where rows are households, each one is alone.
class household_rows {
 public:
  household_rows(const rule_book& book, const facts& shared, const table_columns& columns);

  /// Groups the rows and adds what is wrong: a row without household, values of the household that differ
  /// from row to row, different days, more than `persons_max` rows, numbers of persons that contradict the
  /// rows.
  void group(fact_rows& rows);
  /// All rows of a household with a bad one are bad.
  void spread_bad(fact_rows& rows) const;

  [[nodiscard]] std::size_t size() const noexcept { return offsets_.size() - 1; }
  /// The first row of each household, and one more.
  [[nodiscard]] const std::vector<std::uint32_t>& offsets() const noexcept { return offsets_; }
  /// The facts of households, a value each; those of persons are empty. Only where rows are persons.
  [[nodiscard]] const std::vector<fact_lane>& lanes() const noexcept { return lanes_; }
  [[nodiscard]] std::int32_t day(const fact_rows& rows, std::size_t household) const noexcept {
    return rows.days[offsets_[household]];
  }

 private:
  void cut(fact_rows& rows);
  void unite(fact_rows& rows, std::size_t column);
  void unite_kept(fact_rows& rows);
  void check_days(fact_rows& rows);
  void check_numbers(fact_rows& rows);
  [[nodiscard]] facts household(const fact_rows& rows, std::size_t index) const;

  const rule_book& book_;
  const facts& shared_;
  const table_columns& columns_;
  bool numbers_matter_ = false;
  std::vector<std::uint32_t> offsets_{0};
  std::vector<fact_lane> lanes_;
};

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "household_rows.ipp"
#endif
