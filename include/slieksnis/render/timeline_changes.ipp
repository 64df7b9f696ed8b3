// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <utility>

#include "../rule/walk.ipp"
#include "sheet.ipp"
#include "timeline.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// "Family state benefit (daughter)".
SLIEKSNIS_INLINE std::string course_title(const rule_book& book, const facts& stated,
                                          const benefit_course& course, language lang) {
  return capitalised(with_person(book.at(course.benefit).title.in(lang), course.person, stated, lang));
}

/// "267.50 EUR a month", "refused": what holds in a span.
SLIEKSNIS_INLINE std::string standing_words(const rule_book& book, const steady_span& span, bool with_unit,
                                            language lang) {
  const definition& of = book.at(span.decided.benefit);
  const bool status = of.kind == definition_kind::status;
  switch (standing_of(book, span)) {
    case standing::granted:
      if (status) return words{"ir", "yes"}.in(lang);
      if (!span.decided.amount) return words{"piešķirams", "granted"}.in(lang);
      return with_unit ? format_value(book, of, *span.decided.amount, lang)
                       : format_bare(of, *span.decided.amount, lang);
    case standing::refused:
      return status ? words{"nav", "no"}.in(lang) : words{"nepienākas", "refused"}.in(lang);
    case standing::undetermined:
      return words{"nevar noteikt", "undetermined"}.in(lang);
    case standing::not_in_force:
      return words{"nav spēkā", "not in force"}.in(lang);
    case standing::no_information:
      break;
  }
  return words{"avotos nav ziņu", "the sources say nothing"}.in(lang);
}

/// Writes what changes and why, and collects the sources it cites.
class change_writer {
 public:
  change_writer(const rule_book& book, const facts& stated, bool by_name, const render_options& options)
      : book_(book),
        stated_(stated),
        options_(options),
        lang_(options.lang),
        lv_(options.lang == language::lv),
        by_name_(by_name) {}

  /// The changes of one course, in their order.
  void add_to(std::vector<timeline_change>& changes, const benefit_course& course) {
    constexpr std::size_t many = 4;
    const auto& spans = course.spans;
    for (std::size_t i = 1; i < spans.size(); ++i) {
      const bool matters = by_name_ || spans[i].decided.granted() || spans[i - 1].decided.granted();
      if (!matters) continue;
      const std::size_t run = options_.explain ? 1 : alike(spans, i);
      changes.push_back(change(course, spans[i - 1], spans[i]));
      if (run < many) continue;
      const auto [least, most] = std::minmax_element(
          spans.begin() + static_cast<std::ptrdiff_t>(i - 1),
          spans.begin() + static_cast<std::ptrdiff_t>(i + run),
          [](const steady_span& a, const steady_span& b) { return *a.decided.amount < *b.decided.amount; });
      changes.back().again =
          say(lang_, "tā paša iemesla dēļ vēl {} līdz {}, no {} līdz {}",
              "for the same reason {} until {}, from {} to {}", times(run - 1),
              format_date(spans[i + run - 1].when.from, lang_), standing_words(book_, *least, false, lang_),
              standing_words(book_, *most, true, lang_));
      i += run - 1;
    }
  }

  /// The sources in the order of their numbers.
  [[nodiscard]] const std::vector<std::size_t>& cited() const { return cited_; }

 private:
  /// Changes that come one after the other for the one same reason, such as the number of days in a month.
  [[nodiscard]] static std::size_t alike(const std::vector<steady_span>& spans, std::size_t first) {
    const auto only_cause = [&](std::size_t i) -> const change_cause* {
      const bool amounts = spans[i].decided.granted() && spans[i - 1].decided.granted();
      return amounts && spans[i].causes.size() == 1 && spans[i].causes[0].kind == cause_kind::time
                 ? &spans[i].causes[0]
                 : nullptr;
    };
    const change_cause* cause = only_cause(first);
    std::size_t last = first;
    while (cause != nullptr && last + 1 < spans.size()) {
      const change_cause* next = only_cause(last + 1);
      if (next == nullptr || next->definition != cause->definition || next->person != cause->person) break;
      ++last;
    }
    return last - first + 1;
  }

  [[nodiscard]] std::string times(std::size_t count) const {
    return counted(static_cast<std::int64_t>(count), lang_, {"reizi", "reizes", "more time", "more times"});
  }

  [[nodiscard]] timeline_change change(const benefit_course& course, const steady_span& before,
                                       const steady_span& after) {
    constexpr std::size_t causes_max = 3;
    timeline_change result;
    result.on = after.when.from;
    result.title = course_title(book_, stated_, course, lang_);
    const bool amounts = before.decided.amount && after.decided.amount;
    result.before = standing_words(book_, before, !amounts, lang_);
    result.after = standing_words(book_, after, true, lang_);
    for (const change_cause& cause : after.causes) {
      if (!options_.explain && result.why.size() == causes_max) {
        result.more_causes = after.causes.size() - causes_max;
        break;
      }
      result.why.push_back(words_of(cause, after.when.from));
    }
    return result;
  }

  /// `[2]`: the source's number in the list at the end; all of them only in the long form.
  [[nodiscard]] std::string cite(const std::vector<std::size_t>& sources) {
    std::vector<std::size_t> numbers;
    for (const std::size_t id : sources) {
      auto at = std::find(cited_.begin(), cited_.end(), id);
      if (at == cited_.end()) at = cited_.insert(cited_.end(), id);
      numbers.push_back(static_cast<std::size_t>(at - cited_.begin()) + 1);
      if (!options_.explain) break;
    }
    const std::string text = references(numbers);
    return text.empty() ? text : " " + text;
  }

  [[nodiscard]] std::string words_of(const change_cause& cause, date on) {
    const definition& of = book_.at(cause.definition);
    const bool own_source = cause.row != nullptr && !cause.row->sources.empty();
    const std::vector<std::size_t> none;
    const auto& sources = own_source              ? cause.row->sources
                          : cause.rule != nullptr ? cause.rule->sources
                                                  : none;
    if (cause.kind == cause_kind::begins)
      return say(lang_, "noteikumi ir spēkā no {}{}", "the rules are in force from {}{}",
                 format_date(on, lang_), cite(sources));
    if (cause.kind == cause_kind::ends) {
      const std::string last = format_date(on - std::chrono::days{1}, lang_);
      return (of.may_go_on
                  ? say(lang_, "avotos ir ziņas tikai līdz {}", "the sources tell of days up to {} only",
                        last)
                  : say(lang_, "noteikumi bija spēkā līdz {}", "the rules were in force up to {}", last)) +
             cite(sources);
    }
    const bool decided = of.is_decided();
    if (cause.kind == cause_kind::time && decided)
      if (const std::string term = term_words(cause); !term.empty()) return term + cite(sources);
    std::string result =
        with_person(of.title.in(lang_), cause.person, stated_, lang_) + ": " + values_words(of, cause);
    if (cause.row != nullptr && !cause.row->title.in(lang_).empty())
      result += " (" + cause.row->title.in(lang_) + ")";
    if (cause.kind == cause_kind::rule)
      result += decided ? (lv_ ? ", mainīti nosacījumi vai formula" : ", other conditions or formula")
                : cause.row != nullptr ? (lv_ ? ", mainīta tabula" : ", another table")
                                       : (lv_ ? ", mainīts aprēķins" : ", computed otherwise");
    if (cause.kind == cause_kind::review) result += lv_ ? ", pārskatīšana" : ", review";
    return result + (cause.kind == cause_kind::time && !decided ? "" : cite(sources));
  }

  [[nodiscard]] std::string values_words(const definition& of, const change_cause& cause) const {
    const auto shown = [&](const std::optional<value>& what, bool with_unit) {
      if (!what) return std::string(lv_ ? "nav zināms" : "unknown");
      return with_unit ? format_value(book_, of, *what, lang_) : format_bare(of, *what, lang_);
    };
    const bool numbers = cause.before && cause.after && std::holds_alternative<rational>(*cause.after);
    return shown(cause.before, !numbers) + " → " + shown(cause.after, true);
  }

  /// The comparisons with the day in the benefit's own conditions: "term: assessment day < born + 3 years".
  [[nodiscard]] std::string term_words(const change_cause& cause) const {
    std::string terms;
    if (cause.rule == nullptr || !cause.rule->entitled_if) return terms;
    const formula& condition = *cause.rule->entitled_if;
    walk(*condition.tree, [&](const expression& e) {
      const bool comparison = e.kind == expression_kind::binary && e.what.is(type_kind::boolean) &&
                              e.op != operation::logical_and && e.op != operation::logical_or;
      bool of_day = false;
      if (comparison)
        walk(e, [&](const expression& inner) { of_day = of_day || inner.meaning == name_meaning::on; });
      if (!of_day) return;
      const std::string_view part =
          std::string_view(condition.source.text).substr(e.where.begin, e.where.end - e.where.begin);
      terms += (terms.empty() ? "" : "; ") +
               format_formula(book_, book_.at(cause.definition), part, {}, formula_style::names, lang_);
    });
    return terms.empty() ? terms : (lv_ ? "termiņš: " : "term: ") + terms;
  }

  const rule_book& book_;
  const facts& stated_;
  render_options options_;
  language lang_;
  bool lv_;
  bool by_name_;
  std::vector<std::size_t> cited_;
};

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis
