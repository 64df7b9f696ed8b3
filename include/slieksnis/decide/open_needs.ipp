// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <utility>

#include "open_needs.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// What a step's value may still turn out to be.
struct possible {
  bool known = false;
  bool truth = false;
  bool falsehood = false;
};

/// Which steps lie below `root`, whatever was chosen.
SLIEKSNIS_INLINE std::vector<bool> all_below(const plan& planned, step_id root) {
  std::vector<bool> result(planned.steps().size(), false);
  result[root] = true;
  for (std::size_t id = root + 1; id-- > 0;)
    if (result[id])
      for (const step_id operand : planned.steps()[id].operands) result[operand] = true;
  return result;
}

class question_finder {
 public:
  question_finder(const evaluation& values, const std::vector<need>& aside)
      : values_(values), steps_(values.of().steps()), aside_(aside), may_be_(steps_.size()) {
    for (step_id id = 0; id < steps_.size(); ++id) {
      const std::size_t rows = steps_[id].of == domain::person ? values_.persons() : 1;
      may_be_[id].reserve(rows);
      for (std::size_t row = 0; row < rows; ++row) may_be_[id].push_back(judge(id, row));
    }
  }

  [[nodiscard]] std::vector<need> find(const planned_value& wanted, std::size_t row) {
    const bool benefit = values_.of().book().at(wanted.definition).kind == definition_kind::benefit;
    const step_id entitled = wanted.entitled ? wanted.entitled->result : wanted.result;
    const step_id amount = wanted.entitled && benefit ? wanted.amount : wanted.result;
    if (value(entitled, row).is(false)) return {};
    const possible whether = may_be(entitled, row);
    const bool to_grant = value(entitled, row).known() || whether.truth;
    if (!whether.falsehood && !(to_grant && may_be(amount, row).known)) return {};
    found_.clear();
    visited_.assign(steps_.size() * std::max<std::size_t>(values_.persons(), 1), false);
    collect(value(entitled, row).known() ? amount : entitled, row);
    return found_;
  }

 private:
  [[nodiscard]] const evaluated& value(step_id id, std::size_t row) const { return values_.at(id, row); }
  [[nodiscard]] possible may_be(step_id id, std::size_t row) const {
    const auto& column = may_be_[id];
    if (steps_[id].of != domain::person) return column.front();
    return column.empty() ? nobody() : column[row];
  }
  [[nodiscard]] bool is_aside(const need& one) const {
    return std::find(aside_.begin(), aside_.end(), one) != aside_.end();
  }
  [[nodiscard]] possible nobody() const {
    const bool open = !is_aside({});
    return {open, open, open};
  }
  [[nodiscard]] need need_of(const step& one, std::size_t row) const {
    return {one.definition, one.of == domain::person ? std::optional(row) : std::nullopt};
  }

  [[nodiscard]] possible judge(step_id id, std::size_t row) const {
    const step& one = steps_[id];
    const evaluated& now = value(id, row);
    if (now.known()) return {true, now.is(true), now.is(false) || now.is_null()};
    if (now.state() == knowledge::failed) return {};
    const auto operand = [&](std::size_t i) { return may_be(one.operands[i], row); };
    possible result;
    switch (one.kind) {
      case step_kind::input:
        result.known = result.truth = result.falsehood = !is_aside(need_of(one, row));
        return result;
      case step_kind::ask:
        if (is_aside(need_of(one, row))) return operand(0);
        return {true, true, true};
      case step_kind::first_known:
        for (std::size_t i = 0; i < one.operands.size(); ++i) {
          const possible alternative = operand(i);
          result.known = result.known || alternative.known;
          result.truth = result.truth || alternative.truth;
          result.falsehood = result.falsehood || alternative.falsehood;
        }
        return result;
      case step_kind::choose: {
        const possible condition = operand(0);
        const possible yes = operand(1);
        const possible no = operand(2);
        const bool equal = yes.known && no.known;  // then the condition may not matter
        result.known = (condition.truth && yes.known) || (condition.falsehood && no.known) || equal;
        result.truth =
            (condition.truth && yes.truth) || (condition.falsehood && no.truth) || (yes.truth && no.truth);
        result.falsehood = (condition.truth && yes.falsehood) || (condition.falsehood && no.falsehood) ||
                           (yes.falsehood && no.falsehood);
        return result;
      }
      case step_kind::logical_not:
        return {operand(0).known, operand(0).falsehood, operand(0).truth};
      case step_kind::logical_and:
      case step_kind::logical_or: {
        std::vector<possible> operands;
        for (std::size_t i = 0; i < one.operands.size(); ++i) operands.push_back(operand(i));
        return together(operands, one.kind == step_kind::logical_and);
      }
      case step_kind::every:
      case step_kind::some:
      case step_kind::sum:
      case step_kind::product:
      case step_kind::mean:
      case step_kind::count:
      case step_kind::least:
      case step_kind::greatest:
        return over_list(one, row);
      default:
        break;
    }
    result.known = true;
    for (std::size_t i = 0; i < one.operands.size(); ++i) result.known = result.known && operand(i).known;
    result.truth = result.falsehood = result.known;
    return result;
  }

  /// A conjunction, or a disjunction where `all` is false.
  [[nodiscard]] static possible together(const std::vector<possible>& operands, bool all) {
    bool every = true;
    bool any = false;
    for (const possible& one : operands) {
      every = every && (all ? one.truth : one.falsehood);
      any = any || (all ? one.falsehood : one.truth);
    }
    return all ? possible{every || any, every, any} : possible{every || any, any, every};
  }

  [[nodiscard]] possible over_list(const step& one, std::size_t row) const {
    if (one.over_persons && !values_.persons_stated()) return nobody();
    std::vector<possible> items;
    bool known = true;
    each_pair(one, row, [&](step_id item, step_id takes_part, std::size_t of) {
      const possible what = may_be(item, of);
      const possible whether = may_be(takes_part, of);
      known = known && (whether.falsehood || (whether.truth && (what.known || one.kind == step_kind::count)));
      // An item that stays out is as good as one that does not decide.
      if (one.kind == step_kind::every)
        items.push_back(
            {true, (whether.truth && what.truth) || whether.falsehood, whether.truth && what.falsehood});
      else
        items.push_back(
            {true, whether.truth && what.truth, (whether.truth && what.falsehood) || whether.falsehood});
    });
    if (one.kind == step_kind::every || one.kind == step_kind::some)
      return together(items, one.kind == step_kind::every);
    return {known, known, known};
  }

  template <typename Visit>
  void each_pair(const step& one, std::size_t row, const Visit& visit) const {
    const std::size_t rows = one.over_persons ? values_.persons() : 1;
    for (std::size_t person = 0; person < rows; ++person)
      for (std::size_t i = 0; i + 1 < one.operands.size(); i += 2)
        visit(one.operands[i], one.operands[i + 1], one.over_persons ? person : row);
  }

  void add(const need& one) {
    if (std::find(found_.begin(), found_.end(), one) == found_.end()) found_.push_back(one);
  }

  void collect(step_id id, std::size_t row) {
    if (value(id, row).state() != knowledge::unknown) return;
    const step& one = steps_[id];
    if (one.of == domain::person && !values_.persons_stated()) return add_persons();
    const std::size_t place = row * steps_.size() + id;
    if (visited_[place]) return;
    visited_[place] = true;
    switch (one.kind) {
      case step_kind::input:
        if (!is_aside(need_of(one, row))) add(need_of(one, row));
        return;
      case step_kind::ask:
        if (is_aside(need_of(one, row)))
          collect(one.operands[0], row);
        else if (!values_.persons_stated() && !is_aside({}) && persons_tell(id))
          add({});
        else
          add(need_of(one, row));
        return;
      case step_kind::first_known:
        return collect_alternative(one, row);
      case step_kind::choose: {
        const evaluated& condition = value(one.operands[0], row);
        if (condition.known()) return collect(one.operands[condition.is(true) ? 1 : 2], row);
        if (may_be(one.operands[0], row).known) return collect(one.operands[0], row);
        collect(one.operands[1], row);
        return collect(one.operands[2], row);
      }
      case step_kind::logical_and:
      case step_kind::logical_or: {
        const bool all = one.kind == step_kind::logical_and;
        const possible result = may_be(id, row);
        const bool whole = all ? result.truth : result.falsehood;
        for (const step_id operand : one.operands) {
          const possible part = may_be(operand, row);
          if (whole || (all ? part.falsehood : part.truth)) collect(operand, row);
        }
        return;
      }
      case step_kind::every:
      case step_kind::some:
      case step_kind::sum:
      case step_kind::product:
      case step_kind::mean:
      case step_kind::count:
      case step_kind::least:
      case step_kind::greatest:
        if (one.over_persons && !values_.persons_stated()) return add_persons();
        return each_pair(one, row, [&](step_id item, step_id takes_part, std::size_t of) {
          if (value(takes_part, of).state() == knowledge::unknown)
            collect(takes_part, of);
          else if (value(takes_part, of).is(true))
            collect(item, of);
        });
      default:
        for (const step_id operand : one.operands) collect(operand, row);
    }
  }

  void add_persons() {
    if (!is_aside({})) add({});
  }

  /// Of the alternatives that can become known, the one with the fewest questions; the earlier of equals.
  void collect_alternative(const step& one, std::size_t row) {
    const auto before = found_;
    const auto visited_before = visited_;
    std::optional<std::pair<std::vector<need>, std::vector<bool>>> best;
    for (const step_id operand : one.operands) {
      if (!may_be(operand, row).known) continue;
      found_ = before;
      visited_ = visited_before;
      collect(operand, row);
      if (!best || found_.size() < best->first.size()) best.emplace(found_, visited_);
    }
    found_ = best ? best->first : before;
    visited_ = best ? best->second : visited_before;
  }

  /// Whether the asked value follows from who the persons are; a sum of incomes by kind does not, as those
  /// have to be asked for in turn.
  [[nodiscard]] bool persons_tell(step_id asked) const {
    const auto below = all_below(values_.of(), asked);
    bool over_persons = false;
    for (step_id id = 0; id < steps_.size(); ++id) {
      if (!below[id]) continue;
      over_persons = over_persons || steps_[id].over_persons;
      if (steps_[id].kind == step_kind::input &&
          asked_as_group(values_.of().book().at(steps_[id].definition)))
        return false;
    }
    return over_persons;
  }

  const evaluation& values_;
  const std::vector<step>& steps_;
  const std::vector<need>& aside_;
  std::vector<std::vector<possible>> may_be_;
  std::vector<need> found_;
  std::vector<bool> visited_;  ///< by row and step
};

}  // namespace detail

SLIEKSNIS_INLINE std::vector<open_decision> open_decisions(const evaluation& values,
                                                           const std::vector<std::size_t>& wanted,
                                                           const std::vector<need>& aside) {
  detail::question_finder finder(values, aside);
  std::vector<open_decision> result;
  const auto add = [&](std::size_t benefit, std::optional<std::size_t> person, std::vector<need> needs) {
    if (!needs.empty()) result.push_back({benefit, person, std::move(needs)});
  };
  for (const std::size_t id : wanted) {
    const planned_value& value = values.of().values()[values.of().value_of(id).value()];
    if (values.of().book().at(id).of != entity::person) {
      add(id, std::nullopt, finder.find(value, 0));
    } else if (values.persons() == 0) {
      if (std::find(aside.begin(), aside.end(), need{}) == aside.end()) add(id, std::nullopt, {need{}});
    } else {
      for (std::size_t person = 0; person < values.persons(); ++person)
        add(id, person, finder.find(value, person));
    }
  }
  return result;
}

SLIEKSNIS_INLINE bool follows_from(const plan& planned, std::size_t asked, std::size_t other) {
  for (step_id id = 0; id < planned.steps().size(); ++id) {
    const step& one = planned.steps()[id];
    if (one.kind != step_kind::ask || one.definition != asked) continue;
    const auto below = detail::all_below(planned, id);
    bool found = false;
    for (step_id part = 0; part < id; ++part) {
      const step& fact = planned.steps()[part];
      if (!below[part] || (fact.kind != step_kind::input && fact.kind != step_kind::ask)) continue;
      if (fact.kind == step_kind::input && asked_as_group(planned.book().at(fact.definition))) return false;
      found = found || (fact.definition == other && other != asked);
    }
    if (found) return true;
  }
  return false;
}

}  // namespace v0
}  // namespace slieksnis
