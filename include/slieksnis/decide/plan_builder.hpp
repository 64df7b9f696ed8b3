// SPDX-License-Identifier: Apache-2.0
/// \file From formulas to steps. Used by make_plan and plan_formula.
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "compute.hpp"
#include "plan.hpp"

namespace slieksnis {
inline namespace v0 {

class plan_builder {
 public:
  plan_builder(const rule_book& book, date on, case_shape shape, bool feel_compatible);
  void want(std::size_t definition);
  void want_formula(const formula& text);
  [[nodiscard]] plan take() && { return std::move(plan_); }

 private:
  /// A list while formulas are lowered: its items are steps, so that no step has a list as its value.
  struct lowered_list {
    std::vector<std::pair<step_id, step_id>>
        items;  ///< item and "takes part"; one pair of columns per person
    bool over_persons = false;
    bool are_persons = false;  ///< the items are the persons themselves; the item step is not used
  };
  struct lowered {
    step_id value = 0;
    std::shared_ptr<lowered_list> list;
    bool person = false;  ///< the person at hand
  };
  struct variable {
    std::string name;
    lowered what;
  };
  /// What a formula is lowered for: its definition, the day, and the variables in scope.
  struct setting {
    const definition* itself = nullptr;
    const version* rule = nullptr;
    date on;
    planned_formula* notes = nullptr;
    std::vector<variable> variables = {};
  };

  // plan.ipp: definitions
  [[nodiscard]] step_id value_on(std::size_t definition, date on);
  [[nodiscard]] std::size_t plan_value(std::size_t id, date on);
  [[nodiscard]] step_id input(const definition& of, std::size_t id);
  [[nodiscard]] step_id version_value(planned_value& target, const definition& of, std::size_t id,
                                      const version& rule, date on);
  [[nodiscard]] step_id table_value(planned_value& target, const definition& of, std::size_t id,
                                    const version& rule, setting& at);
  [[nodiscard]] step_id by_date(planned_value& target, const definition& of, std::size_t id, date on);
  [[nodiscard]] planned_formula plan_one(const formula& source, setting& at);
  [[nodiscard]] date previous_day(const setting& at) const;

  // lower_formula.ipp: formulas
  [[nodiscard]] lowered lower(const expression& e, setting& at);
  [[nodiscard]] lowered lower_node(const expression& e, setting& at);
  [[nodiscard]] lowered lower_name(const expression& e, setting& at);
  [[nodiscard]] lowered lower_binary(const expression& e, setting& at);
  [[nodiscard]] lowered lower_in(const expression& e, setting& at);
  [[nodiscard]] step_id lower_test(step_id value, const expression& test, setting& at);
  [[nodiscard]] lowered lower_path(const expression& e, setting& at);
  [[nodiscard]] lowered lower_iteration(const expression& e, setting& at);
  [[nodiscard]] lowered lower_filter(const expression& e, setting& at);
  [[nodiscard]] lowered lower_call(const expression& e, setting& at);
  [[nodiscard]] lowered_list items_of(const expression& e, setting& at);
  [[nodiscard]] step_id scalar(const expression& e, setting& at) { return lower(e, at).value; }

  // plan_builder.ipp: steps
  step_id add(step_kind kind, type_kind what, std::vector<step_id> operands, value parameter = {});
  [[nodiscard]] step_id constant(value known);
  [[nodiscard]] step_id over(step_kind kind, type_kind what, const lowered_list& list);
  [[nodiscard]] step_id constant_or_failure(step_kind kind, type_kind what);
  [[nodiscard]] step_id compare(operation op, step_id a, step_id b);
  [[nodiscard]] step_id rounded(step_id number, const rational& to, rounding_mode mode);
  [[nodiscard]] int scale_of(const step& made) const;
  [[nodiscard]] step_id folded(const step& made, const std::vector<evaluated>& known, value result);
  void set_course(step_id id, day_course course);
  void end_with_version(const planned_value& made, const definition& of, const version& rule, date on);
  [[nodiscard]] bool all_constant(const std::vector<step_id>& operands) const;

  plan plan_;
  bool compatible_;
  std::map<std::pair<std::size_t, date>, std::size_t> planned_;
};

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "lower_call.ipp"
#include "lower_formula.ipp"
#include "plan_builder.ipp"
#endif
