// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "../rule/rule_differences.hpp"
#include "../rule/walk.ipp"
#include "causes.hpp"
#include "decide.hpp"
#include "explain.ipp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE std::string_view name_of(cause_kind what) noexcept {
  constexpr std::string_view names[] = {"figure", "rule", "review", "time", "begins", "ends"};
  return names[static_cast<std::size_t>(what)];
}

namespace detail {

/// States an earlier value instead of letting it be computed.
SLIEKSNIS_INLINE void put_back(facts& target, std::size_t definition, std::optional<std::size_t> person,
                               const value& what) {
  if (person)
    target.put_person(*person, definition, {what, {}});
  else
    target.put_override(definition, {what, {}});
}

/// Walks from a benefit to the changed values below it that changed by themselves.
class cause_finder {
 public:
  cause_finder(const evaluation& before, const evaluation& after)
      : before_(before), after_(after), book_(after.of().book()) {
    index(before.of(), indexes_before_);
    index(after.of(), indexes_after_);
  }

  [[nodiscard]] std::vector<change_cause> find(std::size_t benefit, std::optional<std::size_t> person) {
    push({benefit, person}, 0);
    while (!open_.empty()) {
      const auto [what, distance] = open_.front();
      open_.pop_front();
      visit(what, distance);
    }
    return std::move(found_);
  }

 private:
  using subject = std::pair<std::size_t, std::optional<std::size_t>>;
  using indexes = std::map<std::size_t, std::size_t>;

  static void index(const plan& planned, indexes& to) {
    for (std::size_t i = 0; i < planned.values().size(); ++i)
      if (planned.values()[i].on == planned.on()) to[planned.values()[i].definition] = i;
  }

  [[nodiscard]] static const planned_value* value_in(const evaluation& values, const indexes& known,
                                                     std::size_t definition) {
    const auto at = known.find(definition);
    return at == known.end() ? nullptr : &values.of().values()[at->second];
  }

  /// Whether the value is another one on the later day. What only one of the days uses is no change: the
  /// formula that names it is.
  [[nodiscard]] bool changed(const subject& what) const {
    const planned_value* old = value_in(before_, indexes_before_, what.first);
    const planned_value* now = value_in(after_, indexes_after_, what.first);
    if (old == nullptr || now == nullptr) return false;
    const evaluated& a = before_.at(old->result, what.second.value_or(0));
    const evaluated& b = after_.at(now->result, what.second.value_or(0));
    return a.known() != b.known() || (a.known() && a.what() != b.what());
  }

  void push(const subject& what, std::size_t distance) {
    if (seen_.insert(what).second) open_.emplace_back(what, distance);
  }

  void visit(const subject& what, std::size_t distance) {
    const auto& [id, person] = what;
    const std::size_t row = person.value_or(0);
    const planned_value& old = in_force(before_, *value_in(before_, indexes_before_, id), row);
    const planned_value& now = in_force(after_, *value_in(after_, indexes_after_, id), row);
    if (old.rule == nullptr || now.rule == nullptr) return;  // stated: it does not change with the days
    const bool other_law = old.rule != now.rule && !same_law(*old.rule, *now.rule);
    const std::vector<subject> below = used_by(what, {old.rule, now.rule});
    for (const subject& used : below) push(used, distance + 1);
    if (!below.empty() && (!other_law || follows(what, below))) return;
    change_cause cause;
    cause.definition = id;
    cause.person = person;
    cause.distance = distance;
    cause.rule = now.rule;
    const bool reviewed =
        now.rule->reviewed_each && latest(*now.rule->reviewed_each, after_.of().on()) > before_.of().on();
    cause.kind = other_law  ? now.rule->plain_value ? cause_kind::figure : cause_kind::rule
                 : reviewed ? cause_kind::review
                            : cause_kind::time;
    const auto known = [&](const evaluation& values, const planned_value& of) {
      const evaluated& one = values.at(of.result, row);
      return one.known() ? std::optional(one.what()) : std::nullopt;
    };
    cause.before = known(before_, *value_in(before_, indexes_before_, id));
    cause.after = known(after_, *value_in(after_, indexes_after_, id));
    for (std::size_t i = 0; i < now.rows.size() && cause.row == nullptr; ++i)
      if (after_.at(now.rows[i], row).is(true)) cause.row = &now.rule->table->rows[i];
    found_.push_back(std::move(cause));
  }

  /// The changed values that the versions name: of the same person, or else of whichever person changed.
  [[nodiscard]] std::vector<subject> used_by(const subject& owner,
                                             const std::vector<const version*>& rules) const {
    std::set<std::size_t> names;
    for (const version* rule : rules) {
      each_tree(*rule, [&](const expression& tree) {
        walk(tree, [&](const expression& e) {
          if (names_definition(e)) names.insert(e.definition);
        });
      });
      if (rule->table)
        for (const std::string& input : rule->table->inputs) names.insert(*book_.find(input));
    }
    if (const auto& by = book_.at(owner.first).by_definition) names.insert(*by);
    std::vector<subject> result;
    for (const std::size_t id : names) {
      if (book_.at(id).of != entity::person) {
        if (changed({id, std::nullopt})) result.emplace_back(id, std::nullopt);
        continue;
      }
      if (owner.second && changed({id, owner.second})) {
        result.emplace_back(id, owner.second);
        continue;
      }
      for (std::size_t person = 0; person < after_.persons(); ++person)
        if (changed({id, person})) result.emplace_back(id, person);
    }
    return result;
  }

  /// Whether the law as it reads on the later day gives the earlier value for what it used on the earlier
  /// day: then its wording changed nothing.
  [[nodiscard]] bool follows(const subject& what, const std::vector<subject>& used) const {
    facts moved = after_.stated();
    for (const auto& [id, person] : used) {
      const evaluated& was = before_.at(value_in(before_, indexes_before_, id)->result, person.value_or(0));
      if (!was.known()) return false;
      put_back(moved, id, person, was.what());
    }
    const std::size_t row = what.second.value_or(0);
    const evaluated& was = before_.at(value_in(before_, indexes_before_, what.first)->result, row);
    const plan other =
        make_plan(book_, after_.of().on(), std::vector<std::size_t>{what.first}, shape_of(moved));
    const evaluation values(other, moved);
    const evaluated& there = values.at(other.values()[*other.value_of(what.first)].result, row);
    return was.known() && there.known() && was.what() == there.what();
  }

  const evaluation& before_;
  const evaluation& after_;
  const rule_book& book_;
  indexes indexes_before_;
  indexes indexes_after_;
  std::set<subject> seen_;
  std::deque<std::pair<subject, std::size_t>> open_;
  std::vector<change_cause> found_;
};

/// What counts as the answer: outcome and amount, and the value of what is no benefit.
SLIEKSNIS_INLINE bool same_answer(const evaluation& a, const evaluation& b, std::size_t wanted,
                                  std::optional<std::size_t> person) {
  const std::size_t row = person.value_or(0);
  const decision one = outcomes_of(a, {wanted})[row];
  const decision other = outcomes_of(b, {wanted})[row];
  if (one.outcome != other.outcome || one.amount != other.amount) return false;
  const auto result = [&](const evaluation& of) -> const evaluated& {
    return of.at(of.of().values()[*of.of().value_of(wanted)].result, row);
  };
  return !result(a).known() || !result(b).known() || result(a).what() == result(b).what();
}

/// Whether the later answer would be another with the earlier value of this cause.
SLIEKSNIS_INLINE bool counts(const change_cause& cause, const evaluation& after, std::size_t benefit,
                             std::optional<std::size_t> person) {
  if (!cause.before || cause.definition == benefit) return true;
  facts moved = after.stated();
  put_back(moved, cause.definition, cause.person, *cause.before);
  const plan other =
      make_plan(after.of().book(), after.of().on(), std::vector<std::size_t>{benefit}, shape_of(moved));
  return !same_answer(evaluation(other, moved), after, benefit, person);
}

}  // namespace detail

SLIEKSNIS_INLINE std::vector<change_cause> causes_of(const evaluation& before, const evaluation& after,
                                                     std::size_t benefit, std::optional<std::size_t> person) {
  if (detail::same_answer(before, after, benefit, person)) return {};
  std::vector<change_cause> all = detail::cause_finder(before, after).find(benefit, person);
  std::vector<change_cause> result;
  if (all.size() > 1)
    for (const change_cause& one : all)
      if (detail::counts(one, after, benefit, person)) result.push_back(one);
  if (result.empty()) result = std::move(all);
  std::stable_sort(result.begin(), result.end(),
                   [](const change_cause& a, const change_cause& b) { return a.distance < b.distance; });
  return result;
}

}  // namespace v0
}  // namespace slieksnis
