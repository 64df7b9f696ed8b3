// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <utility>

#include "change_days.hpp"
#include "decide.ipp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// Decides one benefit again and again for cases and days that differ a little. Keeps the last plan.
class trial {
 public:
  trial(const rule_book& book, std::size_t benefit, std::optional<std::size_t> person)
      : book_(book), benefit_(benefit), person_(person) {}

  /// Outcome and amount without reasons; nothing on a day without rules. `stated` must outlive what is asked
  /// about the decision.
  [[nodiscard]] std::optional<decision> decide(const facts& stated, date on) {
    if (!make(stated, on)) return std::nullopt;
    values_.emplace(*plan_, stated);
    if (person_ && *person_ >= values_->persons()) return std::nullopt;
    return outcome_of(*values_, plan_->values()[*plan_->value_of(benefit_)], person_);
  }
  /// Nothing unless it is granted.
  [[nodiscard]] std::optional<decision> granted(const facts& stated, date on) {
    auto result = decide(stated, on);
    return result && result->granted() ? result : std::nullopt;
  }
  [[nodiscard]] bool refused(const facts& stated, date on) {
    const auto result = decide(stated, on);
    return result && result->outcome == outcome::refused;
  }
  /// The next day after the one just decided on which the answer may differ.
  [[nodiscard]] std::optional<date> next_change(const decision& decided) const {
    return next_change_of(*values_, decided);
  }
  [[nodiscard]] date first_day_of_rules() const {
    return book_.topics()[book_.at(benefit_).topic].covers.from;
  }
  [[nodiscard]] date last_day_of_rules() const {
    return book_.topics()[book_.at(benefit_).topic].covers.last_day();
  }
  /// The plan of the last case and day that had rules.
  [[nodiscard]] const plan& last_plan() const { return *plan_; }

 private:
  [[nodiscard]] bool make(const facts& stated, date on) {
    const case_shape shape = shape_of(stated);
    if (plan_ && plan_->on() == on && plan_->shape() == shape) return true;
    values_.reset();
    try {
      plan_ = make_plan(book_, on, std::vector<std::size_t>{benefit_}, shape);
    } catch (const unusable&) {
      return false;
    }
    return true;
  }

  const rule_book& book_;
  std::size_t benefit_;
  std::optional<std::size_t> person_;
  std::optional<plan> plan_;
  std::optional<evaluation> values_;  // of the plan
};

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis
