// SPDX-License-Identifier: Apache-2.0
/// \file The rule book linked for one day: an acyclic list of typed steps, and where each named value comes
/// from.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../facts/facts.hpp"
#include "day_course.hpp"
#include "step.hpp"

namespace slieksnis {
inline namespace v0 {

/// Which definitions a case states itself, so that the plan need not compute them.
struct case_shape {
  std::set<std::size_t> common;      ///< variables stated for the household, municipality or country
  std::set<std::size_t> of_persons;  ///< variables stated for some of the persons
  std::set<std::size_t> overridden;  ///< whatever `--set` overrides
  std::map<std::size_t, date> overridden_since;  ///< of those, which hold on earlier days too, from this one
  std::set<std::size_t>
      sometimes;  ///< variables that some of many cases state, and others leave to be computed
  friend bool operator==(const case_shape&, const case_shape&) = default;
};

/// A name inside a formula and the step that holds its value.
struct mention {
  span where;
  std::size_t definition = 0;
  step_id holds = 0;
  bool of_persons = false;  ///< a list: `persons.wage`
};

/// A formula as a plan evaluates it.
struct planned_formula {
  const formula* source = nullptr;
  step_id result = 0;
  std::vector<mention> mentions;
  std::vector<std::pair<const expression*, step_id>> nodes;  ///< conditions and what they compare
};

/// How a named value comes about, for traces. A reading evaluates the steps; this tells what they mean.
struct planned_value {
  std::size_t definition = 0;
  date on;                        ///< the day whose version holds; earlier than the plan's for `previous`
  const version* rule = nullptr;  ///< null for facts and stated values
  bool overridden = false;
  std::vector<planned_formula> alternatives;
  std::optional<planned_formula> entitled;
  std::vector<step_id> rows;  ///< of a decision table: which row matches
  step_id before_rounding = 0;
  step_id amount = 0;  ///< of a benefit: rounded, whether or not it is granted
  step_id result = 0;
  /// Where another date than the day chooses the version: each version's own part, and when it is chosen.
  std::vector<planned_value> by_version;
  std::vector<step_id> chosen_when;
};

class plan {
 public:
  [[nodiscard]] const rule_book& book() const noexcept { return *book_; }
  [[nodiscard]] date on() const noexcept { return on_; }
  [[nodiscard]] const case_shape& shape() const noexcept { return shape_; }
  /// The steps, each after its operands.
  [[nodiscard]] const std::vector<step>& steps() const noexcept { return steps_; }
  /// How long a step's value stays for reasons of its own: a constant that was folded from the day, and the
  /// end of the version whose result it is.
  [[nodiscard]] day_course course(step_id id) const {
    return id < courses_.size() ? courses_[id] : day_course{};
  }
  /// The named values, each after those it uses.
  [[nodiscard]] const std::vector<planned_value>& values() const noexcept { return values_; }
  /// The index in `values()` of a wanted definition.
  [[nodiscard]] std::optional<std::size_t> value_of(std::size_t definition) const;
  /// The stand-alone formula of `plan_formula`.
  [[nodiscard]] const std::optional<planned_formula>& formula() const noexcept { return formula_; }
  /// For a list that a stand-alone formula gives: pairs of item and "takes part".
  [[nodiscard]] const std::optional<std::pair<std::vector<step_id>, bool>>& list() const noexcept {
    return list_;
  }
  /// The parameters whose source statistic is known only as an interval and that some step uses.
  [[nodiscard]] const std::vector<std::size_t>& intervals() const noexcept { return intervals_; }

 private:
  friend class plan_builder;
  const rule_book* book_ = nullptr;
  date on_;
  case_shape shape_;
  std::vector<step> steps_;
  std::vector<day_course> courses_;  ///< of the first steps; the rest have none of their own
  std::vector<planned_value> values_;
  std::optional<planned_formula> formula_;
  std::optional<std::pair<std::vector<step_id>, bool>> list_;
  std::vector<std::size_t> intervals_;
};

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "plan.ipp"
#endif
