// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <utility>

#include "explain.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// The part of a planned value that holds for the case: the version that another date chose, or the value
/// itself.
[[nodiscard]] inline const planned_value& in_force(const evaluation& values, const planned_value& value,
                                                   std::size_t row) {
  for (std::size_t i = 0; i < value.by_version.size(); ++i)
    if (values.at(value.chosen_when[i], row).is(true)) return value.by_version[i];
  return value;
}

/// Turns planned values into steps of a trace.
class trace_writer {
 public:
  explicit trace_writer(const evaluation& values) : values_(values), plan_(values.of()) {}

  [[nodiscard]] std::vector<shown_mention> mentions(const planned_formula& of, std::size_t person) const {
    std::vector<shown_mention> result;
    for (const mention& one : of.mentions) {
      shown_mention shown{one.where, one.definition, {}, one.of_persons};
      if (one.of_persons)
        for (std::size_t i = 0; i < values_.persons(); ++i) shown.values.push_back(values_.at(one.holds, i));
      else
        shown.values.push_back(values_.at(one.holds, person));
      result.push_back(std::move(shown));
    }
    return result;
  }

  [[nodiscard]] trace_step step(const planned_value& whole, std::optional<std::size_t> person) const {
    const definition& of = plan_.book().at(whole.definition);
    const std::size_t row = person.value_or(0);
    const planned_value& value = in_force(values_, whole, row);
    trace_step result;
    result.definition = whole.definition;
    result.person = person;
    result.result = values_.at(whole.result, row);
    if (const stated_value* stated = stated_for(whole, person)) {
      // What may be asked for is stated like a fact; anything else takes the place of a computation.
      result.from = whole.overridden ? origin::overridden : of.askable() ? origin::stated : origin::given;
      result.months = stated->months;
      return result;
    }
    if (of.kind == definition_kind::fact) {
      result.from = of.otherwise && of.otherwise->by_law ? origin::by_law : origin::assumed;
      return result;
    }
    result.rule = value.rule;
    if (value.rule != nullptr && value.rule->plain_value) result.from = origin::figure;
    // A status is its condition; so is a benefit that is not due.
    if (value.entitled && value.entitled->source != nullptr &&
        (value.alternatives.empty() || !values_.at(value.entitled->result, row).is(true)))
      return with(std::move(result), *value.entitled, row);
    if (!value.rows.empty()) {
      for (std::size_t i = 0; i < value.rows.size(); ++i) {
        if (!values_.at(value.rows[i], row).is(true)) continue;
        result.row = &value.rule->table->rows[i];
        return with(std::move(result), value.alternatives[i], row);
      }
      return result;
    }
    const auto used = std::find_if(value.alternatives.begin(), value.alternatives.end(),
                                   [&](const auto& one) { return values_.at(one.result, row).known(); });
    if (used != value.alternatives.end()) result = with(std::move(result), *used, row);
    const auto* before = values_.at(value.before_rounding, row).as<rational>();
    const auto* after = values_.at(value.entitled ? value.amount : value.result, row).as<rational>();
    if (value.rule != nullptr && value.rule->round && before != nullptr && after != nullptr &&
        *before != *after)
      result.before_rounding = *before;
    return result;
  }

 private:
  [[nodiscard]] trace_step with(trace_step result, const planned_formula& used, std::size_t row) const {
    result.used = used.source;
    result.mentions = mentions(used, row);
    return result;
  }

  [[nodiscard]] const stated_value* stated_for(const planned_value& value,
                                               std::optional<std::size_t> person) const {
    if (value.on != plan_.on() && !value.overridden) return nullptr;
    const auto in = [&](const stated_values& stated) -> const stated_value* {
      const auto found = stated.find(value.definition);
      return found == stated.end() ? nullptr : &found->second;
    };
    const facts& stated = values_.stated();
    if (value.overridden) return in(stated.overrides());
    if (plan_.book().at(value.definition).of != entity::person) return in(stated.common());
    return stated.persons() && person ? in((*stated.persons())[*person]) : nullptr;
  }

  const evaluation& values_;
  const plan& plan_;
};

/// Collects what makes a condition fail.
class reason_finder {
 public:
  reason_finder(const evaluation& values, std::optional<std::size_t> person)
      : values_(values), person_(person), row_(person.value_or(0)) {}

  void in(const planned_value& value, const planned_formula& of) { visit(*of.source->tree, value, of, true); }
  [[nodiscard]] std::vector<failed_condition> take() && { return std::move(found_); }

 private:
  [[nodiscard]] const evaluated* value_at(const expression& e, const planned_formula& of) const {
    for (const auto& [node, step] : of.nodes)
      if (node == &e) return &values_.at(step, row_);
    return nullptr;
  }

  /// `wanted`: the truth value that would let the benefit be granted.
  void visit(const expression& e, const planned_value& value, const planned_formula& of, bool wanted) {
    const evaluated* now = value_at(e, of);
    if (now == nullptr || !now->is(!wanted)) return;
    const bool both = e.kind == expression_kind::binary &&
                      e.op == (wanted ? operation::logical_and : operation::logical_or);
    const bool either = e.kind == expression_kind::binary &&
                        e.op == (wanted ? operation::logical_or : operation::logical_and);
    if (both || either) {
      for (const auto& operand : e.operands) visit(*operand, value, of, wanted);
      return;
    }
    if (e.kind == expression_kind::name && e.meaning == name_meaning::definition &&
        descend(e.definition, wanted))
      return;
    add(e, value, of, wanted);
  }

  /// Into the formula of a status or true-or-false variable that decides.
  bool descend(std::size_t definition, bool wanted) {
    const auto at = values_.of().value_of(definition);
    if (!at || !wanted) return false;
    const planned_value& inner = in_force(values_, values_.of().values()[*at], row_);
    if (inner.entitled && inner.entitled->source == nullptr) return false;
    if (inner.entitled) return in(inner, *inner.entitled), true;
    if (inner.rule == nullptr || !inner.rows.empty()) return false;
    for (const auto& one : inner.alternatives) {
      if (!values_.at(one.result, row_).known()) continue;
      const std::size_t before = found_.size();
      in(inner, one);
      // Dates and durations compared explain less than the title of what may be asked.
      const bool numbers = std::any_of(found_.begin() + static_cast<std::ptrdiff_t>(before), found_.end(),
                                       [](const failed_condition& reason) { return reason.by.has_value(); });
      if (!numbers && values_.of().book().at(definition).askable()) found_.resize(before);
      return found_.size() > before;
    }
    return false;
  }

  void add(const expression& e, const planned_value& value, const planned_formula& of, bool wanted) {
    for (const auto& known : found_)
      if (known.condition == &e) return;
    failed_condition result;
    result.within = value.definition;
    result.person = values_.of().book().at(value.definition).of == entity::person ? person_ : std::nullopt;
    result.rule = value.rule;
    result.source = of.source;
    result.condition = &e;
    result.mentions = trace_writer(values_).mentions(of, row_);
    if (e.kind == expression_kind::binary && wanted) {
      const evaluated* left = value_at(*e.operands[0], of);
      const evaluated* right = value_at(*e.operands[1], of);
      if (left != nullptr && right != nullptr && left->known() && right->known()) {
        result.left = left->what();
        result.right = right->what();
        const auto* a = left->as<rational>();
        const auto* b = right->as<rational>();
        if (a != nullptr && b != nullptr) result.by = *a < *b ? *b - *a : *a - *b;
      }
    }
    found_.push_back(std::move(result));
  }

  const evaluation& values_;
  std::optional<std::size_t> person_;
  std::size_t row_;
  std::vector<failed_condition> found_;
};

}  // namespace detail

namespace detail {

/// Which planned values a trace shows. Walks from users to what they use.
class trace_selection {
 public:
  trace_selection(const evaluation& values, const std::vector<step_id>& roots,
                  std::optional<std::size_t> person)
      : values_(values),
        plan_(values.of()),
        below_(values.reached(roots, person)),
        mentioned_(plan_.steps().size(), false),
        essential_(plan_.steps().size(), false) {
    for (const step_id root : roots) mentioned_[root] = essential_[root] = true;
    chosen_.assign(plan_.values().size(), {});
    for (std::size_t i = chosen_.size(); i-- > 0;) select(i, roots, person);
  }
  struct choice {
    bool shown = false;
    bool essential = false;
  };
  [[nodiscard]] const choice& operator[](std::size_t value) const { return chosen_[value]; }

 private:
  void select(std::size_t index, const std::vector<step_id>& roots, std::optional<std::size_t> person) {
    const planned_value& one = plan_.values()[index];
    if (one.on != plan_.on()) return;
    // A constant is a step of its own for each use, so it counts where a formula that counts names it.
    const bool constant = plan_.steps()[one.result].kind == step_kind::constant;
    choice& chosen = chosen_[index];
    chosen.shown = mentioned_[one.result] || (!constant && below_[one.result]);
    if (!chosen.shown) return;
    chosen.essential = essential_[one.result];
    const definition& of = plan_.book().at(one.definition);
    const bool root = std::find(roots.begin(), roots.end(), one.result) != roots.end();
    const bool decided_elsewhere = !root && of.is_decided();
    // The short form shows neither the parts of what the day alone decides, nor those of another decision.
    const bool parts = chosen.essential && of.of != entity::country && !decided_elsewhere;
    const auto mark = [&](const planned_formula& used, std::size_t row) {
      const std::vector<span> dead = branches_not_taken(used, row);
      for (const mention& name : used.mentions) {
        if (std::any_of(dead.begin(), dead.end(), [&](const span& branch) {
              return name.where.begin >= branch.begin && name.where.end <= branch.end;
            }))
          continue;
        mentioned_[name.holds] = true;
        if (parts) essential_[name.holds] = true;
      }
    };
    const auto mark_value = [&](std::size_t definition) {
      const auto at = plan_.value_of(definition);
      if (!at) return;
      mentioned_[plan_.values()[*at].result] = true;
      if (parts) essential_[plan_.values()[*at].result] = true;
    };
    if (of.by_definition) mark_value(*of.by_definition);
    const bool each = of.of == entity::person;
    const std::size_t first = each ? person.value_or(0) : 0;
    const std::size_t last = !each ? 1 : person ? *person + 1 : values_.persons();
    for (std::size_t row = first; row < last; ++row) {
      const planned_value& part = in_force(values_, one, row);
      if (part.entitled) mark(*part.entitled, row);
      if (const planned_formula* used = used_by(part, row)) mark(*used, row);
      // A table is decided by its inputs, which its conditions name.
      if (!part.rows.empty())
        for (const auto& input : part.rule->table->inputs) mark_value(*plan_.book().find(input));
    }
  }

  /// The branches of `if` that play no part for this row.
  [[nodiscard]] std::vector<span> branches_not_taken(const planned_formula& used, std::size_t row) const {
    std::vector<span> result;
    for (const auto& known : used.nodes) {
      const expression* node = known.first;
      if (node->kind != expression_kind::conditional) continue;
      const auto condition =
          std::find_if(used.nodes.begin(), used.nodes.end(),
                       [wanted = node->operands[0].get()](const auto& one) { return one.first == wanted; });
      if (condition == used.nodes.end()) continue;
      const evaluated& decided = values_.at(condition->second, row);
      if (decided.is(true)) result.push_back(node->operands[2]->where);
      if (decided.is(false)) result.push_back(node->operands[1]->where);
    }
    return result;
  }

  /// The alternative or row that gave the value.
  [[nodiscard]] const planned_formula* used_by(const planned_value& one, std::size_t row) const {
    for (std::size_t i = 0; i < one.alternatives.size(); ++i)
      if (one.rows.empty() ? values_.at(one.alternatives[i].result, row).known()
                           : values_.at(one.rows[i], row).is(true))
        return &one.alternatives[i];
    return nullptr;
  }

  const evaluation& values_;
  const plan& plan_;
  std::vector<bool> below_;
  std::vector<bool> mentioned_;
  std::vector<bool> essential_;
  std::vector<choice> chosen_;
};

}  // namespace detail

SLIEKSNIS_INLINE std::vector<trace_step> trace_of(const evaluation& values, const std::vector<step_id>& roots,
                                                  std::optional<std::size_t> person) {
  const plan& planned = values.of();
  const detail::trace_writer writer(values);
  const detail::trace_selection chosen(values, roots, person);
  std::vector<trace_step> result;
  for (std::size_t i = 0; i < planned.values().size(); ++i) {
    const planned_value& one = planned.values()[i];
    if (!chosen[i].shown) continue;
    const bool of_person = planned.book().at(one.definition).of == entity::person;
    const std::size_t first = of_person ? person.value_or(0) : 0;
    const std::size_t last = !of_person ? 1 : person ? *person + 1 : values.persons();
    for (std::size_t row = first; row < last; ++row) {
      if (!values.at(one.result, row).known()) continue;
      result.push_back(writer.step(one, of_person ? std::optional(row) : std::nullopt));
      // What a whole group is assumed to be stands among the assumptions, in one sentence.
      const bool in_group = result.back().from == origin::assumed &&
                            !planned.book().group_words(planned.book().at(one.definition).group).empty();
      result.back().essential = chosen[i].essential && !in_group;
    }
  }
  return result;
}

SLIEKSNIS_INLINE std::vector<failed_condition> reasons_of(const evaluation& values,
                                                          const planned_value& refused,
                                                          std::optional<std::size_t> person) {
  detail::reason_finder finder(values, person);
  const planned_value& part = detail::in_force(values, refused, person.value_or(0));
  if (part.entitled && part.entitled->source != nullptr) finder.in(part, *part.entitled);
  return std::move(finder).take();
}

namespace detail {

[[nodiscard]] SLIEKSNIS_INLINE bool names_gate(const rule_book& book, const expression& e) {
  const bool named = e.meaning == name_meaning::definition || e.meaning == name_meaning::item_member;
  if (named && book.at(e.definition).gate) return true;
  return std::any_of(e.operands.begin(), e.operands.end(),
                     [&](const auto& operand) { return names_gate(book, *operand); });
}

}  // namespace detail

SLIEKSNIS_INLINE bool is_about_gate(const rule_book& book, const failed_condition& reason) {
  return book.at(reason.within).gate || detail::names_gate(book, *reason.condition);
}

}  // namespace v0
}  // namespace slieksnis
