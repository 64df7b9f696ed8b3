// SPDX-License-Identifier: Apache-2.0
/// \file Made-up persons as the input of a study, without a file between.
#pragma once

#include <string>
#include <vector>

#include "population_rows.hpp"
#include "slieksnis/table/byte_stream.hpp"

namespace slieksnis::cli {

/// The rows that `slieksnis population --households COUNT --seed SEED --on DAY` writes.
class synthetic_rows : public byte_source {
 public:
  synthetic_rows(std::uint64_t seed, date on, std::uint64_t households);
  [[nodiscard]] std::size_t read(std::span<char> into) override;

 private:
  synthetic_population made_;
  person_rows rows_{row_text::csv};
  std::uint64_t left_;
  std::string ahead_;
  std::size_t taken_ = 0;
};

/// The column that tells the household of each made-up person.
inline constexpr std::string_view synthetic_household_column = "household_id";

/// That the households are made up, and how they differ from those of the country.
[[nodiscard]] std::vector<std::string> synthetic_notes(std::uint64_t seed, language lang);

}  // namespace slieksnis::cli
