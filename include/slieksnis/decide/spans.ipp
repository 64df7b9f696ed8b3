// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <set>
#include <stdexcept>
#include <utility>

#include "../facts/load_facts.hpp"
#include "change_days.hpp"
#include "decide.hpp"
#include "spans.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// Follows one benefit through a period.
class course_follower {
 public:
  course_follower(const rule_book& book, const facts& stated, std::size_t benefit, const period& when)
      : book_(book), stated_(stated), shape_(shape_of(stated)), wanted_{benefit}, when_(when) {
    const bool each = book.at(benefit).of == entity::person;
    const std::size_t persons = each && stated.persons() ? stated.persons()->size() : 0;
    if (persons == 0) courses_.push_back({benefit, std::nullopt, {}});
    for (std::size_t person = 0; person < persons; ++person) courses_.push_back({benefit, person, {}});
  }

  [[nodiscard]] std::vector<benefit_course> follow() {
    for (std::optional<date> day = when_.from; day && *day < when_.to;) day = take(*day);
    return std::move(courses_);
  }

 private:
  [[nodiscard]] const definition& benefit() const { return book_.at(wanted_.front()); }

  [[nodiscard]] const version* version_on(date day) const { return benefit().in_force(day); }
  [[nodiscard]] bool in_force(date day) const {
    return benefit().by_definition.has_value() || version_on(day) != nullptr;
  }

  /// Adds the day to the courses and returns the next one that has to be looked at.
  [[nodiscard]] std::optional<date> take(date day) {
    if (!in_force(day)) {
      for (benefit_course& course : courses_) {
        decision none;
        none.benefit = course.benefit;
        none.person = course.person;
        none.on = day;
        if (extend(course, false, none)) explain_end(course, day);
      }
      return next_begin(benefit(), day);
    }
    const plan planned = make_plan(book_, day, wanted_, shape_);
    const evaluation values(planned, stated_);
    const std::vector<decision> outcomes = outcomes_of(values, wanted_);
    std::vector<std::size_t> changed;
    for (std::size_t row = 0; row < courses_.size(); ++row)
      if (extend(courses_[row], true, outcomes[row])) changed.push_back(row);
    if (!changed.empty()) explain(changed, planned, values);
    return next_change(values, wanted_);
  }

  /// Whether a new span begins with the day; otherwise the last one goes on.
  [[nodiscard]] bool extend(benefit_course& course, bool in_force, const decision& now) const {
    if (!course.spans.empty()) {
      steady_span& last = course.spans.back();
      if (last.in_force == in_force &&
          (!in_force || (last.decided.outcome == now.outcome && last.decided.amount == now.amount))) {
        for (const need& missing : now.needs)
          if (std::find(last.decided.needs.begin(), last.decided.needs.end(), missing) ==
              last.decided.needs.end())
            last.decided.needs.push_back(missing);
        return false;
      }
      last.when.to = now.on;
    }
    course.spans.push_back({{now.on, when_.to}, in_force, now, {}});
    return true;
  }

  void explain_end(benefit_course& course, date day) const {
    if (course.spans.size() < 2) return;
    change_cause end;
    end.kind = cause_kind::ends;
    end.definition = course.benefit;
    end.person = course.person;
    end.rule = version_on(day - std::chrono::days{1});
    course.spans.back().causes = {end};
  }

  /// The whole decision and the causes for the rows whose answer begins on this day.
  void explain(const std::vector<std::size_t>& rows, const plan& planned, const evaluation& values) {
    const date before = planned.on() - std::chrono::days{1};
    std::optional<plan> plan_before;
    std::optional<evaluation> values_before;
    std::vector<decision> decisions;
    for (const std::size_t row : rows) {
      std::vector<steady_span>& spans = courses_[row].spans;
      const bool first = spans.size() == 1;
      const bool was_granted = !first && spans[spans.size() - 2].decided.granted();
      if (spans.back().decided.granted() || was_granted) {
        if (decisions.empty()) decisions = decide(planned, stated_, wanted_);
        spans.back().decided = decisions[row];
      }
      if (first) continue;
      if (!spans[spans.size() - 2].in_force) {
        change_cause begin;
        begin.kind = cause_kind::begins;
        begin.definition = courses_[row].benefit;
        begin.person = courses_[row].person;
        begin.rule = version_on(planned.on());
        spans.back().causes = {begin};
        continue;
      }
      if (!plan_before) {
        plan_before.emplace(make_plan(book_, before, wanted_, shape_));
        values_before.emplace(*plan_before, stated_);
      }
      spans.back().causes = causes_of(*values_before, values, courses_[row].benefit, courses_[row].person);
    }
  }

  const rule_book& book_;
  const facts& stated_;
  case_shape shape_;
  std::vector<std::size_t> wanted_;
  period when_;
  std::vector<benefit_course> courses_;
};

}  // namespace detail

SLIEKSNIS_INLINE const steady_span& benefit_course::on(date day) const {
  for (const steady_span& one : spans)
    if (one.when.contains(day)) return one;
  throw std::out_of_range("slieksnis: a day outside the course");
}

SLIEKSNIS_INLINE std::vector<benefit_course> spans_of(const rule_book& book, const facts& stated,
                                                      const std::vector<std::size_t>& wanted,
                                                      const period& when) {
  for (const date day : {when.from, when.last_day()})
    if (!book.span().contains(day)) throw unusable(outside_span("spans_of", book.span(), day, {}));
  std::vector<benefit_course> result;
  for (const std::size_t id : wanted)
    for (benefit_course& one : detail::course_follower(book, stated, id, when).follow())
      result.push_back(std::move(one));
  return result;
}

SLIEKSNIS_INLINE std::vector<decision> outcomes_on(const std::vector<benefit_course>& courses, date day) {
  std::vector<decision> result;
  for (const benefit_course& course : courses) {
    const steady_span& now = course.on(day);
    if (!now.in_force) continue;
    decision one;
    one.benefit = course.benefit;
    one.person = course.person;
    one.on = day;
    one.outcome = now.decided.outcome;
    one.amount = now.decided.amount;
    result.push_back(std::move(one));
  }
  return result;
}

SLIEKSNIS_INLINE std::vector<date> first_days(const std::vector<benefit_course>& courses) {
  std::set<date> days;
  for (const benefit_course& course : courses)
    for (const steady_span& one : course.spans) days.insert(one.when.from);
  return {days.begin(), days.end()};
}

}  // namespace v0
}  // namespace slieksnis
