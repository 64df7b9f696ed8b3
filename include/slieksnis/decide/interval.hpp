// SPDX-License-Identifier: Apache-2.0
/// \file The interval reading of a plan: what each step may still turn out to be while facts are missing.
#pragma once

#include <optional>
#include <vector>

#include "exact.hpp"

namespace slieksnis {
inline namespace v0 {

/// The values that a step may have. The true one is always among them.
struct possible_values {
  std::optional<value> least;     ///< of numbers, days and durations; nothing: no limit is known
  std::optional<value> greatest;  ///< the limits are included
  std::vector<value> among;       ///< of truth values and texts; empty: any
  bool of_nobody = false;  ///< computed from persons while nobody is stated: it has to be stated itself

  [[nodiscard]] bool may_be(bool truth) const;
  /// Numbers only.
  [[nodiscard]] std::optional<rational> least_number() const;
  [[nodiscard]] std::optional<rational> greatest_number() const;
};

/// The interval reading of a case. What the exact reading knows is that value; what is not known takes the
/// declared domain of its definition, and everything computed from it follows. Persons are those stated;
/// where nobody is, what would be computed from them is taken to be stated itself. Sound: whatever facts are
/// added to answer what is not known, each step's value lies within. (A rule that holds for want of a better
/// fact gives a known value; that fact would change it, not answer it.) Not always tight: two uses of one
/// unknown are taken to vary independently. Cost: about that of one exact reading.
class interval_reading {
 public:
  /// A value that is read as if nothing were known of it but its domain.
  struct freed {
    step_id step = 0;
    std::size_t person = 0;
  };
  explicit interval_reading(const evaluation& values, std::optional<freed> free = {});

  [[nodiscard]] possible_values at(step_id id, std::size_t person = 0) const;

 private:
  [[nodiscard]] bool open(step_id id, std::size_t person) const;
  [[nodiscard]] bool moved(step_id id, std::size_t person) const;
  [[nodiscard]] possible_values read(step_id id, std::size_t person) const;
  [[nodiscard]] possible_values read_list(const step& one) const;
  [[nodiscard]] possible_values read_first_known(const step& one, std::size_t person) const;
  [[nodiscard]] std::size_t rows(const step& one) const;

  const evaluation* values_;
  // For each step and row; empty where the exact reading says it all.
  std::vector<std::vector<std::optional<possible_values>>> open_;
  std::vector<std::vector<bool>> moved_;  // depends on what is freed
};

/// What a definition's value may be at all: between its minimum and maximum, one of its choices.
[[nodiscard]] possible_values domain_of(const definition& of, date on);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "interval.ipp"
#endif
