// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <tuple>
#include <utility>

#include "../facts/load_facts.hpp"
#include "interview.hpp"
#include "interview_answer.ipp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

SLIEKSNIS_INLINE void want_everything(interview_state& next) {
  const rule_book& book = next.stated.book();
  next.benefits.clear();
  next.by_name = false;
  for (std::size_t id = 0; id < book.definitions().size(); ++id) {
    const definition& of = book.at(id);
    const bool about_case = of.of == entity::household || of.of == entity::person;
    if (of.is_decided() && about_case && (of.by_definition || of.in_force(*next.on) != nullptr))
      next.benefits.push_back(id);
  }
}

SLIEKSNIS_INLINE std::vector<std::size_t> offered_on(const rule_book& book, const std::optional<date>& on) {
  std::vector<std::size_t> result;
  for (const auto kind : {definition_kind::benefit, definition_kind::status})
    for (std::size_t id = 0; id < book.definitions().size(); ++id) {
      const definition& of = book.at(id);
      if (of.kind == kind && of.of == entity::household && (!on || of.in_force(*on) != nullptr))
        result.push_back(id);
    }
  return result;
}

/// A fact that some decisions wait for.
struct candidate {
  need missing;
  std::size_t count = 0;  ///< how many decisions
  std::vector<std::size_t> benefits;
};

SLIEKSNIS_INLINE std::vector<candidate> candidates_of(const std::vector<open_decision>& open) {
  std::vector<candidate> result;
  for (const open_decision& one : open)
    for (const need& missing : one.needs) {
      auto at = std::find_if(result.begin(), result.end(),
                             [&](const candidate& known) { return known.missing == missing; });
      if (at == result.end()) at = result.insert(result.end(), {missing, 0, {}});
      ++at->count;
      if (std::find(at->benefits.begin(), at->benefits.end(), one.benefit) == at->benefits.end())
        at->benefits.push_back(one.benefit);
    }
  return result;
}

SLIEKSNIS_INLINE question most_useful(const plan& planned, const std::vector<open_decision>& open,
                                      bool by_name) {
  const rule_book& book = planned.book();
  const auto candidates = candidates_of(open);
  const auto is_persons = [](const candidate& one) { return one.missing.definition == need::persons; };
  const auto of = [&](const candidate& one) -> const definition& { return book.at(one.missing.definition); };
  // Smaller is asked earlier; who lives in the household comes before everything that could follow from it.
  const auto rank = [&](const candidate& one) {
    if (is_persons(one)) return std::tuple(0, 0, std::size_t{0}, 0, 0);
    const bool yes_or_no = of(one).what.is(type_kind::boolean) || of(one).what.is_enumeration();
    return std::tuple(of(one).rare && !by_name ? 2 : 1, one.missing.person ? 1 : 0, open.size() - one.count,
                      of(one).gate ? 0 : 1, yes_or_no ? 0 : 1);
  };
  const candidate* best = &candidates.front();
  for (const candidate& one : candidates)
    if (rank(one) < rank(*best)) best = &one;

  // What another open fact gives as well, such as an age beside a date of birth, or the number of children
  // beside their ages, is not asked before it.
  const auto gives_best = [&](const candidate& one) {
    return &one != best && !is_persons(one) && !asked_as_group(of(one)) &&
           (!best->missing.person || one.missing.person == best->missing.person) &&
           (!of(one).rare || of(*best).rare) &&
           follows_from(planned, best->missing.definition, one.missing.definition);
  };
  for (auto at = candidates.begin(); !is_persons(*best) && at != candidates.end();) {
    at = std::find_if(candidates.begin(), candidates.end(), gives_best);
    if (at != candidates.end()) best = &*at;
  }

  question result;
  result.missing = best->missing;
  result.benefits = best->benefits;
  if (is_persons(*best)) {
    result.what = question::about::persons;
  } else if (asked_as_group(of(*best))) {
    result.what = question::about::group;
    result.missing.person = 0;
  } else {
    result.what = question::about::fact;
    result.rare = of(*best).rare && !by_name;
  }
  return result;
}

SLIEKSNIS_INLINE std::optional<question> find_question(const interview_state& now) {
  if (!now.on) return question{question::about::day, {}, {}, false};
  if (now.benefits.empty()) return question{question::about::benefits, {}, {}, false};
  if (!now.queued.empty()) return now.queued.front();
  const plan planned = make_plan(now.stated.book(), *now.on, now.benefits, shape_of(now.stated));
  const evaluation values(planned, now.stated);
  // A number that the persons tell would contradict them.
  std::vector<need> aside = now.aside;
  for (const std::size_t id : numbers_told_by_persons(now.stated)) aside.push_back({id, std::nullopt});
  const auto open = open_decisions(values, now.benefits, aside);
  return open.empty() ? std::nullopt : std::optional(most_useful(planned, open, now.by_name));
}

/// The facts of a group that nobody can tell, of every person.
SLIEKSNIS_INLINE void set_group_aside(interview_state& next, const std::string& group) {
  const rule_book& book = next.stated.book();
  for (std::size_t person = 0; person < next.stated.persons()->size(); ++person)
    for (std::size_t id = 0; id < book.definitions().size(); ++id)
      if (book.at(id).group == group) next.aside.push_back({id, person});
}

}  // namespace detail

SLIEKSNIS_INLINE interview::interview(facts stated, std::optional<date> on,
                                      std::vector<std::size_t> benefits) {
  states_.push_back({std::move(stated), on, std::move(benefits), true, {}, {}, 0});
  next_ = detail::find_question(now());
}

SLIEKSNIS_INLINE std::vector<error> interview::accept(detail::interview_state next,
                                                      std::vector<error> errors) {
  if (!errors.empty()) return errors;
  try {
    auto question = detail::find_question(next);
    states_.push_back(std::move(next));
    next_ = std::move(question);
    return {};
  } catch (const unusable& failed) {  // a benefit that has no version on the day
    return failed.errors();
  }
}

SLIEKSNIS_INLINE std::vector<error> interview::answer(std::string_view text) {
  if (!next_) return {};
  std::vector<error> errors;
  auto changed = now();
  if (next_->what == question::about::group) {
    if (changed.queued.empty()) {
      changed.group_begun_at = answered();
      for (std::size_t person = 0; person < changed.stated.persons()->size(); ++person) {
        changed.queued.push_back(*next_);
        changed.queued.back().missing.person = person;
      }
    }
    changed.queued.erase(changed.queued.begin());
  }
  detail::put_answer(changed, *next_, text, errors);
  if (errors.empty() && changed.on) check_facts_on(changed.stated, *changed.on, errors);
  return accept(std::move(changed), std::move(errors));
}

SLIEKSNIS_INLINE std::vector<error> interview::dont_know() {
  if (!next_) return {};
  auto changed = now();
  switch (next_->what) {
    case question::about::day:
      return {error(error_code::facts_date_missing, "on",
                    {{"diena", "a day"},
                     {"nekas", "nothing"},
                     {"sliekšņi ir atkarīgi no dienas", "the thresholds depend on the day"}})};
    case question::about::benefits:
      detail::want_everything(changed);
      break;
    case question::about::persons:
      changed.aside.push_back({});
      break;
    case question::about::fact:
      changed.aside.push_back(next_->missing);
      break;
    case question::about::group:
      // A part of the incomes would pass for all of them: without the rest none is stated.
      if (!changed.queued.empty()) changed = states_[changed.group_begun_at];
      detail::set_group_aside(changed, changed.stated.book().at(next_->missing.definition).group);
      break;
  }
  return accept(std::move(changed), {});
}

SLIEKSNIS_INLINE bool interview::back() {
  if (states_.size() == 1) return false;
  states_.pop_back();
  next_ = detail::find_question(now());
  return true;
}

SLIEKSNIS_INLINE std::vector<std::size_t> interview::offered() const {
  return detail::offered_on(stated().book(), on());
}

SLIEKSNIS_INLINE std::vector<std::string> interview::labels(const definition& of) {
  std::vector<std::string> result;
  if (!of.what.is_enumeration()) return result;
  const std::size_t count = of.what.values->size();
  bool called_by_number = false;
  for (std::size_t i = 1; i <= count; ++i) {
    result.push_back(std::to_string(i));
    std::vector<error> ignored;
    called_by_number = called_by_number || read_fact(of, result.back(), {}, ignored).has_value();
  }
  constexpr std::size_t letters = 26;
  for (std::size_t i = 0; called_by_number && i < count; ++i)
    result[i] = i < letters ? std::string(1, static_cast<char>('a' + i)) : std::string();
  return result;
}

}  // namespace v0
}  // namespace slieksnis
