// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "format.ipp"
#include "outlook_words.ipp"
#include "reason_words.ipp"
#include "sheet.hpp"
#include "sheet_words.ipp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

SLIEKSNIS_INLINE words described(rounding_mode mode) {
  switch (mode) {
    case rounding_mode::half_up:
      return {"pusi uz augšu", "half up"};
    case rounding_mode::half_down:
      return {"pusi uz leju", "half down"};
    case rounding_mode::half_even:
      return {"pusi uz pāra skaitli", "half to even"};
    case rounding_mode::up:
      return {"uz augšu", "up"};
    case rounding_mode::down:
      return {"uz leju", "down"};
    case rounding_mode::floor:
      return {"uz mazāko", "to the lower"};
    case rounding_mode::ceiling:
      break;
  }
  return {"uz lielāko", "to the higher"};
}

SLIEKSNIS_INLINE words described(origin from) {
  switch (from) {
    case origin::stated:
      return {"norādīts", "stated"};
    case origin::given:
      return {"norādīts, nav aprēķināts", "given, not computed"};
    case origin::overridden:
      return {"aizstāts ar --set", "overridden by --set"};
    case origin::assumed:
      return {"pieņemts", "assumed"};
    case origin::by_law:
      return {"likumā noteiktā vērtība, ja nav norādīts citādi", "the law's own value where none is stated"};
    case origin::figure:
      return {"noteikts lielums", "set figure"};
    case origin::computed:
      break;
  }
  return {};
}

SLIEKSNIS_INLINE std::string note_with_confidence(confidence support, const words& note, language lang) {
  if (support == confidence::high) return note.in(lang);
  return detail::say(lang, "ticamība {}: {}", "confidence {}: {}", slieksnis::described(support).in(lang),
                     note.in(lang));
}

/// What is asked for when a definition has to be known.
SLIEKSNIS_INLINE std::string question_words(const rule_book& book, std::size_t definition, language lang) {
  if (definition == need::persons)
    return words{"kas dzīvo mājsaimniecībā", "who lives in the household"}.in(lang);
  const slieksnis::definition& of = book.at(definition);
  return of.question.empty() ? of.title.in(lang) : of.question.in(lang);
}

/// Writes the sheet of one decision.
class sheet_writer {
 public:
  sheet_writer(const rule_book& book, const facts& stated, const decision& decided,
               const render_options& options)
      : book_(book),
        stated_(stated),
        decided_(decided),
        lang_(options.lang),
        lv_(options.lang == language::lv),
        explain_(options.explain),
        all_steps_(options.explain || options.all_steps) {}

  /// Without the steps, which take most of the time.
  [[nodiscard]] sheet write_doubts() const {
    sheet result;
    result.assumptions = assumptions();
    result.cautions = cautions();
    return result;
  }

  [[nodiscard]] sheet write() {
    sheet result;
    result.heading = heading();
    for (const auto& reason : decided_.reasons) result.reasons.push_back(describe(reason));
    const outlook_words outlook(book_, stated_, decided_, lang_);
    for (const auto& one : decided_.changes) result.changes.push_back(outlook.change(one));
    for (const auto& missing : decided_.needs) result.needs.push_back(describe(missing));
    if (decided_.bounds) result.bounds = outlook.bounds(*decided_.bounds);
    if (decided_.holds) result.holds = outlook.holds(*decided_.holds);
    for (const auto& step : decided_.trace)
      if (all_steps_ || step.essential) result.steps.push_back(describe(step));
    result.assumptions = assumptions();
    for (const auto& [id, one] : stated_.overrides())
      result.overridden.push_back(fmt::format("{} = {}", capitalised(book_.at(id).title.in(lang_)),
                                              format_value(book_, book_.at(id), one.what, lang_)));
    result.cautions = cautions();
    for (const std::size_t id : cited_) {
      const citation& source = book_.sources()[id];
      result.sources.push_back(source.name(lang_) +
                               (source.address.empty() ? "" : " <" + source.address + ">"));
    }
    result.cited = cited_;
    return result;
  }

 private:
  [[nodiscard]] const definition& benefit() const { return book_.at(decided_.benefit); }

  [[nodiscard]] std::string heading() const {
    const std::string title =
        capitalised(with_person(benefit().title.in(lang_), decided_.person, stated_, lang_));
    switch (decided_.outcome) {
      case outcome::granted:
        break;
      case outcome::refused:
        if (benefit().kind == definition_kind::status) return title + (lv_ ? ": nav" : ": no");
        return title + (lv_ ? ": nepienākas" : ": refused");
      case outcome::undetermined:
        return title + (lv_ ? ": nevar noteikt, trūkst faktu" : ": undetermined, facts are missing");
    }
    if (benefit().kind == definition_kind::status) return title + (lv_ ? ": ir" : ": yes");
    if (!decided_.amount) return title + (lv_ ? ": piešķirams" : ": granted");
    const std::string often = payment_words(*benefit().paid).in(lang_);
    return detail::say(lang_, "{}: pienākas {}{}", "{}: granted, {}{}", title,
                       format_value(book_, benefit(), *decided_.amount, lang_),
                       often.empty() ? "" : " (" + often + ")");
  }

  /// The numbers of sources in the list at the end of the sheet; all of them only in the long form.
  [[nodiscard]] std::vector<std::size_t> cite(const std::vector<std::size_t>& sources) {
    std::vector<std::size_t> result;
    for (const std::size_t id : sources) {
      auto at = std::find(cited_.begin(), cited_.end(), id);
      if (at == cited_.end()) at = cited_.insert(cited_.end(), id);
      result.push_back(static_cast<std::size_t>(at - cited_.begin()) + 1);
      if (!explain_) break;
    }
    return result;
  }

  [[nodiscard]] std::string describe(const failed_condition& reason) {
    std::string result = reason_words(book_, lang_).sentence(reason);
    if (reason.rule != nullptr) result += " " + references(cite(reason.rule->sources));
    return with_person(result, reason.person, stated_, lang_);
  }

  [[nodiscard]] std::string describe(const need& missing) const {
    return fmt::format("{} – {}", name_of(book_, missing), question_words(book_, missing.definition, lang_));
  }

  [[nodiscard]] sheet_step describe(const trace_step& step) {
    const definition& of = book_.at(step.definition);
    sheet_step result;
    result.title = capitalised(with_person(of.title.in(lang_), step.person, stated_, lang_));
    result.value = format_value(book_, of, step.result.what(), lang_);
    result.origin = described(step.from).in(lang_);
    if (!step.months.empty()) {
      std::string months;
      for (const auto& one : step.months)
        months += (months.empty() ? "" : " + ") + format_number(one, 2, lang_);
      result.in_numbers = fmt::format("({}) / {}", months, step.months.size());
    }
    if (step.rule == nullptr) return result;
    const version& rule = *step.rule;
    if (step.row != nullptr) result.row = step.row->title.in(lang_);
    const bool formula = step.used != nullptr && step.from == origin::computed && step.row == nullptr;
    if (formula) {
      result.in_names =
          format_formula(book_, of, step.used->source.text, step.mentions, formula_style::names, lang_);
      result.in_numbers =
          format_formula(book_, of, step.used->source.text, step.mentions, formula_style::numbers, lang_);
    }
    if (step.before_rounding && rule.round)
      result.rounding =
          detail::say(lang_, "{} noapaļots līdz {} ({})", "{} rounded to {} ({})",
                      format_number(*step.before_rounding, 0, lang_), rounded_to(of, rule.round->to),
                      described(rule.round->mode).in(lang_) + rounding_source(*rule.round));
    result.when = format_period(rule.when, lang_);
    const bool own_source = step.row != nullptr && !step.row->sources.empty();
    result.sources = cite(own_source ? step.row->sources : rule.sources);
    if (step.row != nullptr && !step.row->note.empty())
      result.note = note_with_confidence(step.row->support, step.row->note, lang_);
    if (!rule.note.empty() && (explain_ || rule.support != confidence::high))
      result.note += (result.note.empty() ? "" : " ") + note_with_confidence(rule.support, rule.note, lang_);
    return result;
  }

  /// "veseliem eiro", "centam", or the number.
  [[nodiscard]] std::string rounded_to(const definition& of, const rational& to) const {
    if (of.what.measure.of_money() && to == rational(1)) return lv_ ? "veseliem eiro" : "whole euro";
    if (of.what.measure.of_money() && to == rational(1, 100)) return lv_ ? "centam" : "the cent";
    return format_number(to, 0, lang_);
  }

  [[nodiscard]] std::string rounding_source(const rounding_rule& rule) const {
    if (rule.sources.empty())
      return lv_ ? ", pieņemts: avotā noapaļošana nav noteikta" : ", assumed: no source states the rounding";
    return explain_ ? ", " + format_sources(book_, rule.sources, lang_) : "";
  }

  [[nodiscard]] std::vector<std::string> assumptions() const {
    std::vector<std::string> result;
    for (const auto& one : decided_.assumptions) {
      const definition& of = book_.at(one.definition);
      const words group = book_.group_words(of.group);
      std::string sentence = of.otherwise->by_law
                                 ? fmt::format("{}: {} ({})", capitalised(of.title.in(lang_)),
                                               format_value(book_, of, of.otherwise->what, lang_),
                                               format_sources(book_, of.otherwise->sources, lang_))
                             : group.empty() ? of.otherwise->title.in(lang_)
                                             : group.in(lang_);
      if (std::find(result.begin(), result.end(), sentence) == result.end())
        result.push_back(std::move(sentence));
    }
    return result;
  }

  [[nodiscard]] std::vector<std::string> cautions() const {
    std::vector<std::string> result;
    const auto add = [&](std::string line) {
      if (std::find(result.begin(), result.end(), line) == result.end()) result.push_back(std::move(line));
    };
    if (decided_.failed)
      add(lv_ ? "aprēķinā radās dalīšana ar nulli vai tukša saraksta mazākā vērtība"
              : "the calculation divides by zero, or takes the least of an empty list");
    if (decided_.amount_between)
      add(detail::say(
          lang_, "statistikas mediāna zināma tikai kā intervāls; summa var būt no {} līdz {}",
          "the median of the statistics is known only as an interval; the amount may be from {} to {}",
          format_number(decided_.amount_between->first, 2, lang_),
          format_number(decided_.amount_between->second, 2, lang_)));
    for (const auto& step : decided_.trace) {
      if (step.rule == nullptr) continue;
      const std::string title = capitalised(book_.at(step.definition).title.in(lang_));
      // What is said of the benefit itself belongs to an answer that grants it, however sure it is.
      const bool own = decided_.granted() && step.definition == decided_.benefit && !step.rule->note.empty();
      if (own || step.rule->support != confidence::high)
        add(title + ": " + note_with_confidence(step.rule->support, step.rule->note, lang_));
      if (step.row != nullptr && step.row->support != confidence::high)
        add(title + ": " + note_with_confidence(step.row->support, step.row->note, lang_));
    }
    const topic& topic = book_.topics()[benefit().topic];
    if (decided_.on > topic.reviewed)
      add(detail::say(lang_, "tiesību akti pārbaudīti līdz {}; vēlākas izmaiņas nav zināmas",
                      "the law was checked up to {}; later changes are not known",
                      format_date(topic.reviewed, lang_)));
    return result;
  }

  const rule_book& book_;
  const facts& stated_;
  const decision& decided_;
  language lang_;
  bool lv_;
  bool explain_;
  bool all_steps_;
  std::vector<std::size_t> cited_;
};

}  // namespace detail

SLIEKSNIS_INLINE sheet sheet_of(const rule_book& book, const facts& stated, const decision& decided,
                                const render_options& options) {
  return detail::sheet_writer(book, stated, decided, options).write();
}

SLIEKSNIS_INLINE std::string references(const std::vector<std::size_t>& sources) {
  std::string result;
  for (const std::size_t number : sources) result += (result.empty() ? "[" : ", ") + std::to_string(number);
  return result.empty() ? result : result + "]";
}

SLIEKSNIS_INLINE std::string heading_of(const answer& given, language lang) {
  return detail::say(lang, "Aprēķins par {}{}", "Answer for {}{}", format_date(given.on, lang),
                     given.on_is_today ? (lang == language::lv ? " (diena nav norādīta, ņemta šodiena)"
                                                               : " (no day was given; today was taken)")
                                       : "");
}

}  // namespace v0
}  // namespace slieksnis
