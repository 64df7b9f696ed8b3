// SPDX-License-Identifier: Apache-2.0
/// \file Made-up households after the shares of population_margins.hpp: the same ones for the same seed on
/// every machine.
///
/// Random numbers come from std::mt19937_64, whose numbers the C++ standard fixes; the distributions of the
/// standard library are not used, since they differ between libraries. All arithmetic is of whole numbers.
#pragma once

#include <cstdint>
#include <random>
#include <string_view>
#include <vector>

#include "slieksnis/value/date.hpp"

namespace slieksnis::cli {

enum class age_group : std::uint8_t { child, working_age, pension_age };

struct synthetic_person {
  age_group group = age_group::child;
  unsigned age = 0;  ///< in completed years on the day of the population
  date born;
  std::string_view education;  ///< id of the enumeration, as below
  std::string_view disability_group;
  bool child_disability = false;
  // Cents a month.
  std::uint64_t wage = 0;
  std::uint64_t pension = 0;
  std::uint64_t unemployment_benefit = 0;
};

struct synthetic_household {
  std::uint64_t number = 0;  ///< from 1
  std::vector<synthetic_person> persons;
  std::string_view municipality;
  std::uint64_t housing_costs = 0;  ///< cents a month
};

/// A stream of households. A longer population begins with the households of a shorter one.
class synthetic_population {
 public:
  /// Ages are those on the day `on`.
  synthetic_population(std::uint64_t seed, date on) : numbers_(seed), on_(on) {}

  /// The next household; good until the one after it.
  const synthetic_household& next();

 private:
  /// From zero to `count - 1`, each as likely to within one part in 2^32 of `count`.
  std::uint32_t below(std::uint32_t count);
  bool percent(std::uint32_t of_hundred);
  template <typename Table>
  const typename Table::value_type& drawn(const Table& table);
  template <typename Bands>
  unsigned age_of(const Bands& bands);
  template <typename Points>
  std::uint64_t amount_of(const Points& points);
  void set_age(synthetic_person& person, unsigned age);
  synthetic_person working_age(bool parent);
  synthetic_person pension_age();
  synthetic_person child(unsigned oldest);

  std::mt19937_64 numbers_;
  date on_;
  synthetic_household household_;
};

}  // namespace slieksnis::cli
