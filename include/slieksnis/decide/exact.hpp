// SPDX-License-Identifier: Apache-2.0
/// \file The exact reading of a plan: every step for one case, with unbounded fractions.
#pragma once

#include <optional>
#include <vector>

#include "evaluated.hpp"
#include "make_plan.hpp"

namespace slieksnis {
inline namespace v0 {

/// A fact that was not stated, and what was taken instead.
struct assumption {
  std::size_t definition = 0;
  std::optional<std::size_t> person;
  friend bool operator==(const assumption&, const assumption&) = default;
};

/// The values of a plan's steps for one case.
class evaluation {
 public:
  /// The case must state the variables that the plan was made for; throws std::logic_error otherwise.
  evaluation(const plan& planned, const facts& stated);

  /// The value of a step; `person` counts for steps that have one value for each person.
  [[nodiscard]] const evaluated& at(step_id id, std::size_t person = 0) const;
  [[nodiscard]] bool persons_stated() const noexcept { return persons_stated_; }
  [[nodiscard]] std::size_t persons() const noexcept { return persons_; }
  [[nodiscard]] const plan& of() const noexcept { return *plan_; }
  [[nodiscard]] const facts& stated() const noexcept { return *facts_; }

  /// Whether the input's value was assumed or comes from a default, rather than stated.
  [[nodiscard]] bool assumed(std::size_t definition, std::size_t person) const;
  /// The assumptions that the steps below `id` rest on, in the order of the plan.
  [[nodiscard]] std::vector<assumption> assumptions_below(const std::vector<step_id>& roots,
                                                          std::optional<std::size_t> person = {}) const;
  /// Which steps the roots depend on, through what was chosen: branches not taken do not count. With
  /// `person`, values of persons are that person's, up to a step over all persons.
  [[nodiscard]] std::vector<bool> reached(const std::vector<step_id>& roots,
                                          std::optional<std::size_t> person = {}) const;

 private:
  [[nodiscard]] evaluated bind(const step& input, std::optional<std::size_t> person) const;
  [[nodiscard]] const stated_value* stated_for(const step& input, std::optional<std::size_t> person) const;
  [[nodiscard]] bool group_stated(const std::string& group) const;
  void run(step_id id);

  const plan* plan_;
  const facts* facts_;
  std::size_t persons_ = 0;
  bool persons_stated_ = false;
  std::vector<std::vector<evaluated>> values_;  // constants stay in the plan
  evaluated nobody_;
};

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "exact.ipp"
#endif
