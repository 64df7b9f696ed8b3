// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "../decide/explain.hpp"
#include "../decide/total.hpp"
#include "overview.hpp"
#include "sheet.ipp"
#include "sheet_head.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// Writes the overview of one answer.
class overview_writer {
 public:
  overview_writer(const rule_book& book, const facts& stated, const answer& given, language lang)
      : book_(book), stated_(stated), given_(given), lang_(lang) {}

  [[nodiscard]] overview write() const {
    overview result;
    for (const decision& one : given_.decisions) {
      if (!one.granted() || replaced_by_another(book_, given_.decisions, one)) continue;
      const definition& of = book_.at(one.benefit);
      const bool due = of.kind == definition_kind::status || of.in_total || of.paid == payment::service;
      (due ? result.granted : result.known).push_back(granted(one));
    }
    result.totals = totals_in_words(book_, given_, lang_);
    add_refused(result);
    add_open(result);
    for (const std::size_t id : given_.not_in_force)
      (book_.at(id).may_go_on ? result.no_information : result.not_in_force)
          .push_back(detail::say(lang_, "{}: zināms {}", "{}: known {}", title(id),
                                 format_period(book_.at(id).span(), lang_)));
    result.cautions = uncounted_income();
    add_doubts(result);
    return result;
  }

 private:
  [[nodiscard]] std::string title(std::size_t id) const { return capitalised(book_.at(id).title.in(lang_)); }

  [[nodiscard]] overview_line granted(const decision& one) const {
    const definition& of = book_.at(one.benefit);
    overview_line result;
    result.title = capitalised(with_person(of.title.in(lang_), one.person, stated_, lang_));
    if (one.amount) {
      const std::string often = payment_words(*of.paid).in(lang_);
      result.value = format_value(book_, of, *one.amount, lang_) + (often.empty() ? "" : " (" + often + ")");
    } else {
      result.value = lang_ == language::lv ? "jā" : "yes";
    }
    for (const trace_step& step : one.trace) {
      if (step.definition != one.benefit || step.rule == nullptr) continue;
      if (!step.rule->sources.empty())
        result.source = format_sources(book_, {step.rule->sources.front()}, lang_);
      if (one.amount && step.used != nullptr && step.mentions.size() > 1) result.formula = formula(of, step);
    }
    return result;
  }

  /// `gmi level − income = 337.00 − 300.00`.
  [[nodiscard]] std::string formula(const definition& of, const trace_step& step) const {
    const std::string_view text(step.used->source.text);
    return format_formula(book_, of, text, step.mentions, formula_style::names, lang_) + " = " +
           format_formula(book_, of, text, step.mentions, formula_style::numbers, lang_);
  }

  /// What the sheets say of assumptions and doubts, each once.
  void add_doubts(overview& all) const {
    const auto add = [](std::vector<std::string>& to, const std::vector<std::string>& lines) {
      for (const auto& line : lines)
        if (std::find(to.begin(), to.end(), line) == to.end()) to.push_back(line);
    };
    for (const decision& one : given_.decisions) {
      if (one.outcome == outcome::undetermined) continue;
      const render_options options{lang_};
      const sheet details = sheet_writer(book_, stated_, one, options).write_doubts();
      add(all.assumptions, details.assumptions);
      const bool near_miss = !one.reasons.empty() && !by_gate(one) && best_reason(one).by.has_value();
      if (one.granted() || near_miss) add(all.cautions, details.cautions);
    }
  }

  /// Benefits that are income once they are received, beside others that were computed from an income without
  /// them.
  [[nodiscard]] std::vector<std::string> uncounted_income() const {
    std::string missing;
    std::string to_check;
    std::set<std::size_t> tested;
    for (const decision& one : given_.decisions) {
      const auto& fact = book_.at(one.benefit).counted_as;
      if (!one.granted() || !one.amount || !one.person || !fact) continue;
      const auto sum = book_.sum_of_group(book_.at(*fact).group);
      // A child's benefit is the income of whoever receives it.
      const auto& persons = *stated_.persons();
      if (!sum || std::any_of(persons.begin(), persons.end(),
                              [&](const stated_values& stated) { return stated.contains(*fact); }))
        continue;
      std::size_t found = 0;
      for (const decision& other : given_.decisions) {
        const definition& tested_benefit = book_.at(other.benefit);
        const bool uses = other.granted() && other.amount && tested_benefit.in_total &&
                          tested_benefit.paid != payment::service &&
                          !replaced_by_another(book_, given_.decisions, other) &&
                          std::any_of(other.trace.begin(), other.trace.end(),
                                      [&](const trace_step& step) { return step.definition == *sum; });
        if (!uses) continue;
        ++found;
        tested.insert(other.benefit);
      }
      if (found == 0) continue;
      const overview_line line = granted(one);
      std::string& list = stated_.has(*sum) ? to_check : missing;
      list += (list.empty() ? "" : "; ") + line.title + " " + line.value;
    }
    std::string benefits;
    for (const std::size_t id : tested) benefits += (benefits.empty() ? "" : ", ") + title(id);
    std::vector<std::string> result;
    if (!missing.empty())
      result.push_back(detail::say(
          lang_, "{}: ienākumos nav ieskaitīts: {}. Kad to saņem, šie pabalsti samazinās vai nepienākas.",
          "{}: not counted in the income: {}. Once it is received, these benefits become less or end.",
          benefits, missing));
    if (!to_check.empty())
      result.push_back(detail::say(lang_, "{}: pārbaudiet, vai norādītajos ienākumos ir ieskaitīts: {}.",
                                   "{}: check whether the stated income includes: {}.", benefits, to_check));
    return result;
  }

  /// A gate of the rules tells that the benefit does not concern the person.
  [[nodiscard]] bool by_gate(const decision& refused) const {
    return !refused.reasons.empty() && is_about_gate(book_, refused.reasons.front());
  }

  /// Of several reasons the first that says by how much.
  [[nodiscard]] static const failed_condition& best_reason(const decision& refused) {
    for (const failed_condition& one : refused.reasons)
      if (one.by) return one;
    return refused.reasons.front();
  }

  /// Why a benefit is refused, and to whom: those whom the same condition keeps from it are named together.
  struct refusal {
    std::string reason;    ///< what is required of everybody
    std::string sentence;  ///< of the only one, with the values
    std::set<std::size_t> persons;
  };

  [[nodiscard]] std::string in_words(const refusal& one) const {
    return (one.persons.size() < 2 ? one.sentence : one.reason) + persons_words(stated_, one.persons, lang_);
  }

  /// One line for each benefit; those that concern nobody by title.
  void add_refused(overview& all) const {
    for (std::size_t begin = 0; begin < given_.decisions.size();) {
      const std::size_t benefit = given_.decisions[begin].benefit;
      std::size_t end = begin;
      std::vector<refusal> refusals;
      bool only_gates = true;
      for (; end < given_.decisions.size() && given_.decisions[end].benefit == benefit; ++end) {
        const decision& one = given_.decisions[end];
        only_gates = only_gates && one.outcome == outcome::refused && by_gate(one);
        if (one.outcome == outcome::refused && !by_gate(one)) add_refusal(refusals, one);
      }
      begin = end;
      if (only_gates) all.not_concerned.push_back(title(benefit));
      if (refusals.empty()) continue;
      std::string why;
      for (const refusal& one : refusals) why += (why.empty() ? "" : "; ") + in_words(one);
      all.refused.push_back(title(benefit) + ": " + why);
    }
  }

  void add_refusal(std::vector<refusal>& refusals, const decision& one) const {
    const bool stated = !one.reasons.empty();
    const reason_words words(book_, lang_);
    const std::string reason = stated ? words.requirement(one.benefit, best_reason(one)) : std::string();
    auto at = std::find_if(refusals.begin(), refusals.end(),
                           [&](const refusal& known) { return known.reason == reason; });
    if (at == refusals.end())
      at = refusals.insert(
          refusals.end(),
          {reason, stated ? words.short_sentence(one.benefit, best_reason(one)) : std::string(), {}});
    if (one.person) at->persons.insert(*one.person);
  }

  /// Each undecided benefit waits for the first fact it needs.
  void add_open(overview& all) const {
    struct waiting {
      std::size_t missing;
      std::set<std::size_t> persons;
      std::vector<std::size_t> benefits;
    };
    std::vector<waiting> groups;
    for (const decision& one : given_.decisions) {
      if (one.outcome != outcome::undetermined || one.needs.empty()) continue;
      const need& first = one.needs.front();
      auto at = std::find_if(groups.begin(), groups.end(),
                             [&](const waiting& known) { return known.missing == first.definition; });
      if (at == groups.end()) at = groups.insert(groups.end(), {first.definition, {}, {}});
      if (first.person) at->persons.insert(*first.person);
      if (std::find(at->benefits.begin(), at->benefits.end(), one.benefit) == at->benefits.end())
        at->benefits.push_back(one.benefit);
    }
    std::stable_sort(groups.begin(), groups.end(), [](const waiting& a, const waiting& b) {
      return a.benefits.size() > b.benefits.size();
    });
    for (const waiting& one : groups) {
      if (one.missing != need::persons && book_.at(one.missing).rare) {
        all.rare.push_back(book_.at(one.missing).name + " – " + book_.at(one.missing).title.in(lang_));
        continue;
      }
      open_question next;
      const bool persons = one.missing == need::persons;
      next.question = (persons ? "persons" : book_.at(one.missing).name) + " – " +
                      question_words(book_, one.missing, lang_) + persons_words(stated_, one.persons, lang_);
      if (persons)  // nearly everything depends on who they are
        next.question += detail::say(lang_, "; no tā atkarīgi {} pabalsti un statusi",
                                     "; {} benefits and statuses depend on it", one.benefits.size());
      else
        for (const std::size_t id : one.benefits) next.benefits.push_back(title(id));
      all.open.push_back(std::move(next));
    }
  }

  const rule_book& book_;
  const facts& stated_;
  const answer& given_;
  language lang_;
};

}  // namespace detail

SLIEKSNIS_INLINE overview overview_of(const rule_book& book, const facts& stated, const answer& given,
                                      language lang) {
  return detail::overview_writer(book, stated, given, lang).write();
}

SLIEKSNIS_INLINE bool shown_in_full(const answer& given, const decision& decided, bool explain) noexcept {
  return given.wanted_by_name || (explain && decided.outcome != outcome::undetermined);
}

}  // namespace v0
}  // namespace slieksnis
