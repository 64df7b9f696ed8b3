// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "../facts/load_facts.hpp"
#include "../rule/book_scope.hpp"
#include "../source/nearest.hpp"
#include "make_plan.hpp"
#include "plan_builder.hpp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE case_shape shape_of(const facts& stated) {
  case_shape shape;
  const auto is_computed = [&](std::size_t id) { return stated.book().at(id).kind != definition_kind::fact; };
  for (const auto& [id, one] : stated.common())
    if (is_computed(id)) shape.common.insert(id);
  for (const auto& [id, one] : stated.overrides()) shape.overridden.insert(id);
  shape.overridden_since = stated.overridden_since();
  if (stated.persons())
    for (const auto& person : *stated.persons())
      for (const auto& [id, one] : person)
        if (is_computed(id)) shape.of_persons.insert(id);
  return shape;
}

SLIEKSNIS_INLINE plan_builder::plan_builder(const rule_book& book, date on, case_shape shape,
                                            bool feel_compatible)
    : compatible_(feel_compatible) {
  plan_.book_ = &book;
  plan_.on_ = on;
  plan_.shape_ = std::move(shape);
}

SLIEKSNIS_INLINE void plan_builder::want(std::size_t definition) {
  static_cast<void>(value_on(definition, plan_.on_));
  // Shown beside the results, so they need values too.
  for (const std::size_t shown : plan_.book_->at(definition).shows)
    if (plan_.book_->at(shown).kind == definition_kind::fact ||
        plan_.book_->at(shown).in_force(plan_.on_) != nullptr)
      static_cast<void>(value_on(shown, plan_.on_));
}

SLIEKSNIS_INLINE step_id plan_builder::value_on(std::size_t definition, date on) {
  return plan_.values_[plan_value(definition, on)].result;
}

SLIEKSNIS_INLINE std::size_t plan_builder::plan_value(std::size_t id, date on) {
  if (const auto known = planned_.find({id, on}); known != planned_.end()) return known->second;
  const definition& of = plan_.book_->at(id);
  planned_value made;
  made.definition = id;
  made.on = on;
  // What a case states or overrides holds on the day of assessment; earlier days are as the rules have them,
  // but for what is overridden from an earlier day on.
  const bool today = on == plan_.on_;
  const auto since = plan_.shape_.overridden_since.find(id);
  made.overridden = plan_.shape_.overridden.contains(id) &&
                    (today || (since != plan_.shape_.overridden_since.end() && on >= since->second));
  if (of.kind == definition_kind::fact || made.overridden || (today && plan_.shape_.common.contains(id))) {
    made.result = made.before_rounding = input(of, id);
  } else {
    const version* rule = of.in_force(on);
    if (rule == nullptr && !of.by_definition) throw unusable(outside_span(of.name, of.span(), on, of.title));
    made.result = of.by_definition ? by_date(made, of, id, on) : version_value(made, of, id, *rule, on);
    if (!of.by_definition) end_with_version(made, of, *rule, on);
    if (today && (plan_.shape_.of_persons.contains(id) || plan_.shape_.sometimes.contains(id)))
      made.result = add(step_kind::first_known, of.what.kind, {input(of, id), made.result});
    if (of.askable()) {
      made.result = add(step_kind::ask, of.what.kind, {made.result});
      plan_.steps_[made.result].definition = id;
    }
  }
  plan_.values_.push_back(std::move(made));
  planned_.emplace(std::pair{id, on}, plan_.values_.size() - 1);
  return plan_.values_.size() - 1;
}

SLIEKSNIS_INLINE step_id plan_builder::input(const definition& of, std::size_t id) {
  step made;
  made.kind = step_kind::input;
  made.of = of.of == entity::person ? domain::person : domain::common;
  made.what = of.what.kind;
  made.scale = of.what.is(type_kind::number) && !of.averaged
                   ? of.decimals
                   : no_scale;  // a mean may need any number of places
  made.definition = id;
  plan_.steps_.push_back(std::move(made));
  return static_cast<step_id>(plan_.steps_.size() - 1);
}

SLIEKSNIS_INLINE planned_formula plan_builder::plan_one(const formula& source, setting& at) {
  planned_formula result;
  result.source = &source;
  planned_formula* const outer = std::exchange(at.notes, &result);
  result.result = scalar(*source.tree, at);
  at.notes = outer;
  return result;
}

SLIEKSNIS_INLINE step_id plan_builder::version_value(planned_value& target, const definition& of,
                                                     std::size_t id, const version& rule, date on) {
  target.rule = &rule;
  setting at{&of, &rule, on, nullptr};
  if (rule.between && on == plan_.on_) plan_.intervals_.push_back(id);
  if (rule.entitled_if) target.entitled = plan_one(*rule.entitled_if, at);
  step_id result = 0;
  if (rule.table) {
    result = table_value(target, of, id, rule, at);
  } else {
    std::vector<step_id> alternatives;
    for (const auto& one : rule.alternatives) {
      target.alternatives.push_back(plan_one(one, at));
      alternatives.push_back(target.alternatives.back().result);
    }
    if (!alternatives.empty())
      result = alternatives.size() == 1 ? alternatives.front()
                                        : add(step_kind::first_known, of.what.kind, alternatives);
  }
  if (of.kind == definition_kind::status) return target.before_rounding = target.entitled->result;
  target.before_rounding = result;
  if (rule.round) result = rounded(result, rule.round->to, rule.round->mode);
  // Whoever is refused a benefit receives nothing of it.
  if (of.kind == definition_kind::benefit) {
    target.amount = result;
    result = add(step_kind::choose, of.what.kind, {target.entitled->result, result, constant(rational(0))});
  }
  return result;
}

SLIEKSNIS_INLINE step_id plan_builder::table_value(planned_value& target, const definition& of,
                                                   std::size_t id, const version& rule, setting& at) {
  const decision_table& table = *rule.table;
  std::vector<step_id> amounts;
  for (const auto& row : table.rows) {
    std::vector<step_id> conditions;
    for (const auto& condition : row.conditions)
      if (condition) conditions.push_back(scalar(*condition, at));
    const step_id all = conditions.empty() ? constant(true)
                        : conditions.size() == 1
                            ? conditions.front()
                            : add(step_kind::logical_and, type_kind::boolean, conditions);
    target.rows.push_back(all);
    target.alternatives.push_back(plan_one(row.amount, at));
    amounts.push_back(target.alternatives.back().result);
  }
  // No row left: the value has to be stated, or the table is complete and this is never reached.
  step_id result = table.otherwise_stated ? input(of, id) : amounts.back();
  const std::size_t rows = amounts.size() - (table.otherwise_stated ? 0 : 1);
  for (std::size_t i = rows; i-- > 0;)
    result = add(step_kind::choose, of.what.kind, {target.rows[i], amounts[i], result});
  return result;
}

/// The version is chosen by another date: each one is planned, and the date picks.
SLIEKSNIS_INLINE step_id plan_builder::by_date(planned_value& target, const definition& of, std::size_t id,
                                               date on) {
  const step_id day = value_on(*of.by_definition, on);
  const bool decides = of.is_decided();
  // A date that no version covers: nothing is due, and there is no other value.
  step_id entitled = decides ? constant(false) : 0;
  step_id result = !decides                             ? constant_or_failure(step_kind::least, of.what.kind)
                   : of.kind == definition_kind::status ? entitled
                                                        : constant(rational(0));
  step_id amount = result;
  for (const version& rule : of.versions) {
    const step_id begun = compare(operation::greater_equal, day, constant(rule.when.from));
    const step_id not_ended = compare(operation::less, day, constant(rule.when.to));
    const step_id chosen = add(step_kind::logical_and, type_kind::boolean, {begun, not_ended});
    planned_value part;
    part.definition = id;
    part.on = on;
    part.result = version_value(part, of, id, rule, on);
    end_with_version(part, of, rule, on);
    result = add(step_kind::choose, of.what.kind, {chosen, part.result, result});
    if (part.entitled)
      entitled = add(step_kind::choose, type_kind::boolean, {chosen, part.entitled->result, entitled});
    if (of.kind == definition_kind::benefit)
      amount = add(step_kind::choose, of.what.kind, {chosen, part.amount, amount});
    target.by_version.push_back(std::move(part));
    target.chosen_when.push_back(chosen);
  }
  if (decides) {
    target.entitled.emplace();
    target.entitled->result = entitled;
    target.amount = amount;
  }
  return target.before_rounding = result;
}

SLIEKSNIS_INLINE date plan_builder::previous_day(const setting& at) const {
  const date review = latest(*at.rule->reviewed_each, at.on);
  return std::max(review, at.rule->when.from) - std::chrono::days{1};
}

SLIEKSNIS_INLINE void plan_builder::want_formula(const formula& text) {
  plan_.formula_.emplace();
  plan_.formula_->source = &text;
  setting at{nullptr, nullptr, plan_.on_, &*plan_.formula_};
  const lowered result = lower(*text.tree, at);
  plan_.formula_->result = result.value;
  if (!result.list) return;
  std::vector<step_id> pairs;
  for (const auto& [item, takes_part] : result.list->items) pairs.insert(pairs.end(), {item, takes_part});
  plan_.list_.emplace(std::move(pairs), result.list->over_persons);
}

SLIEKSNIS_INLINE plan make_plan(const rule_book& book, date on, const std::vector<std::size_t>& wanted,
                                const case_shape& shape) {
  plan_builder builder(book, on, shape, false);
  for (const std::size_t definition : wanted) builder.want(definition);
  return std::move(builder).take();
}

SLIEKSNIS_INLINE plan make_plan(const rule_book& book, date on, const std::vector<std::string_view>& wanted,
                                const case_shape& shape) {
  std::vector<std::size_t> ids;
  std::vector<error> errors;
  for (const std::string_view name : wanted) {
    if (const auto id = book.find_spoken(name)) {
      ids.push_back(*id);
      continue;
    }
    std::vector<std::string> names;
    for (const auto& one : book.definitions()) names.push_back(one.name);
    errors.emplace_back(
        error_code::facts_unknown_name, std::string(name),
        complaint{{"zināms nosaukums", "a known name"}, same(in_quotes(name)), did_you_mean(name, names)});
  }
  if (!errors.empty()) throw unusable(std::move(errors));
  return make_plan(book, on, ids, shape);
}

SLIEKSNIS_INLINE plan plan_formula(const rule_book& book, date on, const formula& text,
                                   const case_shape& shape, bool feel_compatible) {
  const book_scope names(book);
  const formula_setting setting{names, entity::household, std::nullopt, {}, false, false, feel_compatible};
  std::vector<formula_problem> problems;
  check_types(*text.tree, setting, problems);
  if (!problems.empty()) {
    std::vector<error> errors;
    for (auto& one : problems)
      errors.emplace_back(one.code, text.source.part(one.where), std::move(one.words));
    throw unusable(std::move(errors));
  }
  plan_builder builder(book, on, shape, feel_compatible);
  builder.want_formula(text);
  return std::move(builder).take();
}

}  // namespace v0
}  // namespace slieksnis
