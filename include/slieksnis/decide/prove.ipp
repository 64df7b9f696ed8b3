// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <utility>

#include "../facts/load_facts.hpp"
#include "../facts/read_fact.hpp"
#include "prove.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// What the rules give for a published figure; `moved` sets a parameter to another value for the proof of
/// intervals.
SLIEKSNIS_INLINE evaluated compute_published(const rule_book& book, const topic& owner,
                                             const published_figure& figure, std::vector<error>& errors,
                                             std::optional<std::pair<std::size_t, rational>> moved = {}) {
  facts stated(book);
  if (figure.facts) stated = read_facts(book, owner.source, *figure.facts, figure.at.pointer, errors).stated;
  for (const auto& [name, text] : figure.given) {
    const std::size_t id = *book.find(name);
    if (auto known = read_fact(book.at(id), text, figure.at, errors))
      stated.put_override(id, std::move(*known));
  }
  if (moved) stated.put_override(moved->first, {moved->second, {}});
  const definition& of = book.at(figure.of);
  if (of.kind != definition_kind::fact && of.in_force(figure.on) == nullptr && !of.by_definition) {
    errors.emplace_back(
        error_code::rule_published, figure.at,
        complaint{{of.name + " versija šajā dienā", "a version of " + of.name + " on this day"},
                  same(to_string(figure.on)),
                  {}});
    return evaluated::unknown({});
  }
  const plan planned = make_plan(book, figure.on, std::vector<std::size_t>{figure.of}, shape_of(stated));
  const evaluation values(planned, stated);
  return values.at(planned.values()[*planned.value_of(figure.of)].result);
}

SLIEKSNIS_INLINE bool all_hold(const rule_book& book, const period& when, std::size_t parameter,
                               const rational& at) {
  std::vector<error> ignored;
  for (const topic& owner : book.topics())
    for (const published_figure& figure : owner.published) {
      if (!when.contains(figure.on) || !figure.conflict.empty() || figure.of == parameter) continue;
      const evaluated computed = compute_published(book, owner, figure, ignored, std::pair{parameter, at});
      if (!computed.known() || computed.what() != figure.what) return false;
    }
  return true;
}

/// The interval is right when every figure holds at its ends and some figure fails just outside of them.
/// Figures are steps of a rounded share, so holding at both ends is holding in between.
SLIEKSNIS_INLINE void prove_interval(const rule_book& book, std::size_t id, const version& rule,
                                     std::vector<error>& errors) {
  const auto& [low, high] = *rule.between;
  const auto holds = [&](const rational& at) { return all_hold(book, rule.when, id, at); };
  const auto wrong = [&](words found) {
    errors.emplace_back(
        error_code::rule_interval, rule.at,
        complaint{{"intervāls, ko kopā nosaka visi publicētie skaitļi",
                   "the interval that all published figures together imply"},
                  std::move(found),
                  {"sašauriniet vai paplašiniet \"between\"", "narrow or widen \"between\""}});
  };
  if (!holds(low) || !holds(just_below(high)))
    wrong({"intervāls, kura galos kāds skaitlis neatbilst",
           "an interval at whose ends some figure does not hold"});
  else if (holds(just_below(low)))
    wrong({"intervāls, zem kura vērtības arī der", "an interval below which values fit as well"});
  else if (holds(high))
    wrong({"intervāls, virs kura vērtības arī der", "an interval above which values fit as well"});
}

}  // namespace detail

SLIEKSNIS_INLINE std::vector<proof> prove_figures(const rule_book& book) {
  std::vector<proof> result;
  std::vector<error> errors;
  for (std::size_t id = 0; id < book.topics().size(); ++id)
    for (const published_figure& figure : book.topics()[id].published)
      result.push_back({id, &figure, detail::compute_published(book, book.topics()[id], figure, errors)});
  return result;
}

SLIEKSNIS_INLINE std::vector<error> prove_published(const rule_book& book) {
  std::vector<error> errors;
  for (std::size_t id = 0; id < book.topics().size(); ++id) {
    const topic& owner = book.topics()[id];
    for (const published_figure& figure : owner.published) {
      const std::size_t before = errors.size();
      const proof one{id, &figure, detail::compute_published(book, owner, figure, errors)};
      if (errors.size() != before) continue;
      const std::string printed = to_string(figure.what);
      const words computed =
          one.computed.known() ? same(to_string(one.computed.what())) : words{"nezināms", "unknown"};
      if (one.equal() && !figure.conflict.empty())
        errors.emplace_back(
            error_code::rule_conflict, figure.at,
            complaint{{"skaitlis, kas atšķiras no formulas", "a figure that differs from the formula"},
                      {computed.lv + ", kas sakrīt", computed.en + ", which agrees"},
                      {"izņemiet \"conflict\"", "remove \"conflict\""}});
      if (!one.equal() && figure.conflict.empty())
        errors.emplace_back(
            error_code::rule_published, figure.at,
            complaint{{"publicētais " + book.at(figure.of).name + " = " + printed,
                       "the published " + book.at(figure.of).name + " = " + printed},
                      {"formulas rezultāts " + computed.lv, "the formula's result " + computed.en},
                      {"izlabojiet formulu vai paskaidrojiet atšķirību ar \"conflict\"",
                       "correct the formula, or explain the difference with \"conflict\""}});
    }
  }
  for (std::size_t id = 0; id < book.definitions().size(); ++id)
    for (const version& rule : book.at(id).versions)
      if (rule.between && errors.empty()) detail::prove_interval(book, id, rule, errors);
  return errors;
}

}  // namespace v0
}  // namespace slieksnis
