// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "../decide/total.hpp"
#include "overview.hpp"
#include "sheet.ipp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// "person 1, grandmother": who, in the order of the case.
SLIEKSNIS_INLINE std::string persons_words(const facts& stated, const std::set<std::size_t>& persons,
                                           language lang) {
  std::string result;
  for (const std::size_t person : persons)
    result += (result.empty() ? "" : ", ") + person_words(stated, person, lang);
  return result.empty() ? result : " (" + result + ")";
}

/// Writes the overview of one answer.
class overview_writer {
 public:
  overview_writer(const rule_book& book, const facts& stated, const answer& given, language lang)
      : book_(book), stated_(stated), given_(given), lang_(lang) {}

  [[nodiscard]] overview write() const {
    overview result;
    for (const decision& one : given_.decisions)
      if (one.granted()) result.granted.push_back(granted(one));
    for (const total& sum : totals_of(book_, given_.decisions)) {
      const std::string often = payment_words(sum.paid).in(lang_);
      result.totals.push_back(format_number(sum.amount, 2, lang_) + " " +
                              book_.unit_words(to_string(sum.measure)).in(lang_) +
                              (often.empty() ? "" : " (" + often + ")"));
    }
    result.refused = refused();
    result.open = open();
    for (const std::size_t id : given_.not_in_force)
      result.not_in_force.push_back(detail::say(lang_, "{}: zināms {}", "{}: known {}", title(id),
                                                format_period(book_.at(id).span(), lang_)));
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
      const sheet details = sheet_of(book_, stated_, one, {lang_});
      add(all.assumptions, details.assumptions);
      const bool near_miss = !one.reasons.empty() && one.reasons.front().by.has_value();
      if (one.granted() || near_miss) add(all.cautions, details.cautions);
    }
  }

  /// The first thing that is not so: a condition in words, or the title of what was decided elsewhere.
  [[nodiscard]] std::string reason_words(std::size_t benefit, const failed_condition& reason) const {
    const bool deeper = !reason.by && reason.within != benefit && !book_.at(reason.within).title.empty();
    return deeper ? book_.at(reason.within).title.in(lang_)
                  : condition_words(book_, reason, formula_style::names, lang_);
  }

  /// "500.00 < 343.00; by 157.00 EUR a month"; empty where nothing is counted.
  [[nodiscard]] std::string numbers_words(const failed_condition& reason) const {
    if (!reason.by) return {};
    return condition_words(book_, reason, formula_style::numbers, lang_) +
           difference_words(book_, reason, lang_);
  }

  /// Why a benefit is refused, and to whom: those whom the same condition keeps from it are named together.
  struct refusal {
    std::string reason;
    std::string numbers;  ///< of the only one
    std::set<std::size_t> persons;
  };

  [[nodiscard]] std::string in_words(const refusal& one) const {
    std::string inside;
    for (const std::size_t person : one.persons)
      inside += (inside.empty() ? "" : ", ") + person_words(stated_, person, lang_);
    if (one.persons.size() < 2 && !one.numbers.empty()) inside += (inside.empty() ? "" : "; ") + one.numbers;
    return one.reason + (inside.empty() ? "" : " (" + inside + ")");
  }

  /// One line for each benefit.
  [[nodiscard]] std::vector<std::string> refused() const {
    std::vector<std::pair<std::size_t, std::vector<refusal>>> benefits;
    for (const decision& one : given_.decisions) {
      if (one.outcome != outcome::refused) continue;
      if (benefits.empty() || benefits.back().first != one.benefit) benefits.push_back({one.benefit, {}});
      auto& refusals = benefits.back().second;
      const bool stated = !one.reasons.empty();
      const std::string reason = stated ? reason_words(one.benefit, one.reasons.front()) : std::string();
      auto at = std::find_if(refusals.begin(), refusals.end(),
                             [&](const refusal& known) { return known.reason == reason; });
      if (at == refusals.end())
        at = refusals.insert(refusals.end(),
                             {reason, stated ? numbers_words(one.reasons.front()) : std::string(), {}});
      if (one.person) at->persons.insert(*one.person);
    }
    std::vector<std::string> result;
    for (const auto& [benefit, refusals] : benefits) {
      std::string why;
      for (const refusal& one : refusals) why += (why.empty() ? "" : "; ") + in_words(one);
      result.push_back(detail::say(lang_, "{}: neizpildās {}", "{}: not met: {}", title(benefit), why));
    }
    return result;
  }

  /// Each undecided benefit waits for the first fact it needs.
  [[nodiscard]] std::vector<open_question> open() const {
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
    std::vector<open_question> result;
    for (const waiting& one : groups) {
      open_question next;
      const bool persons = one.missing == need::persons;
      next.question = (persons ? "persons" : book_.at(one.missing).name) + " – " +
                      question_words(book_, one.missing, lang_) + persons_words(stated_, one.persons, lang_);
      if (persons)  // nearly everything depends on who they are
        next.question += detail::say(lang_, "; no tā atkarīgi {} pabalsti un statusi",
                                     "; {} benefits and statuses depend on it", one.benefits.size());
      else
        for (const std::size_t id : one.benefits) next.benefits.push_back(title(id));
      result.push_back(std::move(next));
    }
    return result;
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
