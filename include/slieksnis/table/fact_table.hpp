// SPDX-License-Identifier: Apache-2.0
/// \file Many cases by column: what is stated about each household and each person.
/// Seventh stage: the table reading. Same answers as one case at a time, to the last bit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "../facts/facts.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {
/// Throws `unusable` for a column.
[[noreturn]] void wrong_column(std::string_view name, error_code code, complaint words);
}  // namespace detail

/// Which cells of a column are stated: bit `i % 64` of word `i / 64`, as in Apache Arrow. Empty: all of them.
using validity = std::span<const std::uint64_t>;

/// One definition's values for every household, or for every person. Borrows the program's own memory.
struct fact_column {
  std::size_t definition = 0;
  /// Amounts and counts: the value times ten to the power `decimals`; 0 where it is not stated.
  std::span<const std::int64_t> numbers;
  int decimals = 0;
  std::span<const std::int32_t> days;   ///< dates: days since 1970-01-01; 0 where not stated
  std::span<const std::uint8_t> codes;  ///< truth values (0, 1), or places in `dictionary`
  std::vector<std::string> dictionary;  ///< ids of an enumeration, or texts such as municipalities
  validity stated;

  [[nodiscard]] bool is_stated(std::size_t row) const noexcept {
    return stated.empty() || ((stated[row / 64] >> (row % 64)) & 1U) != 0;
  }
  [[nodiscard]] std::size_t size() const noexcept {
    return !numbers.empty() ? numbers.size() : !days.empty() ? days.size() : codes.size();
  }
};

/// Columns over households, and over persons grouped by household. The rule book and the memory of the
/// columns must outlive it.
///
/// Shape: a column of a household's, municipality's or country's definition has `households()` values, one of
/// a person's definition has `persons()` values in the order of the offsets. Errors: each function throws
/// `unusable` for a name that is unknown or stated twice, a column of another length, more than 18 decimals,
/// a code beyond its dictionary, and an id that the enumeration does not have. Whether values are inside the
/// declared domain is for the program that states them.
class fact_table {
 public:
  fact_table(const rule_book& book, std::size_t households) : shared_(book), households_(households) {}

  /// Who belongs to which household: persons `offsets[h]` up to, not including, `offsets[h + 1]`; as many
  /// offsets as households and one more. Before any column of persons.
  fact_table& persons(std::span<const std::uint32_t> offsets);

  fact_table& numbers(std::string_view name, std::span<const std::int64_t> values, int decimals,
                      validity stated = {});
  fact_table& days(std::string_view name, std::span<const std::int32_t> values, validity stated = {});
  fact_table& truths(std::string_view name, std::span<const std::uint8_t> values, validity stated = {});
  fact_table& choices(std::string_view name, std::span<const std::uint8_t> codes,
                      std::vector<std::string> dictionary, validity stated = {});

  /// What is the same for all households, such as the municipality's own thresholds.
  [[nodiscard]] facts& shared() noexcept { return shared_; }
  [[nodiscard]] const facts& shared() const noexcept { return shared_; }

  [[nodiscard]] const rule_book& book() const noexcept { return shared_.book(); }
  [[nodiscard]] std::size_t households() const noexcept { return households_; }
  [[nodiscard]] bool has_persons() const noexcept { return !offsets_.empty(); }
  [[nodiscard]] std::span<const std::uint32_t> offsets() const noexcept { return offsets_; }
  [[nodiscard]] std::size_t person_count() const noexcept { return offsets_.empty() ? 0 : offsets_.back(); }
  [[nodiscard]] const std::vector<fact_column>& columns() const noexcept { return columns_; }
  /// The column of a definition, or null.
  [[nodiscard]] const fact_column* column(std::size_t definition) const noexcept;

  /// One household as a case of its own. Cost: what a case costs; meant for rows that need the exact reading.
  [[nodiscard]] facts household(std::size_t row) const;

 private:
  fact_column& add(std::string_view name, type_kind expected, std::size_t size, validity stated);

  facts shared_;
  std::size_t households_;
  std::span<const std::uint32_t> offsets_;
  std::vector<fact_column> columns_;
};

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "fact_table.ipp"
#endif
