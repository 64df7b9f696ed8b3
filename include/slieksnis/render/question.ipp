// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <utility>

#include "../decide/total.hpp"
#include "../facts/read_persons.hpp"
#include "question.hpp"
#include "sheet.ipp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// Writes the words of one question.
class question_writer {
 public:
  question_writer(const interview& one, language lang)
      : one_(one), book_(one.stated().book()), asked_(*one.next()), lang_(lang) {}

  [[nodiscard]] question_text write() const {
    question_text result;
    switch (asked_.what) {
      case question::about::day:
        result.asks = words{"Par kuru dienu rēķināt?", "For which day?"}.in(lang_);
        result.expects = words{"datums, piemēram, 01.02.2026; Enter – šodiena",
                               "a date, such as 2026-02-01; Enter for today"}
                             .in(lang_);
        result.help = {words{"Sliekšņi un pabalsti ir atkarīgi no dienas, par kuru rēķina.",
                             "Thresholds and benefits depend on the day they are computed for."}
                           .in(lang_),
                       say(lang_, "Noteikumi aptver dienas: {}.", "The rules cover {}.",
                           format_period(book_.span(), lang_))};
        return result;
      case question::about::benefits:
        about_benefits(result);
        return result;
      case question::about::persons:
        about_persons(result);
        break;
      case question::about::fact:
        about_fact(result, book_.at(asked_.missing.definition));
        break;
      case question::about::group:
        about_group(result, book_.at(asked_.missing.definition));
        break;
    }
    add_why(result);
    return result;
  }

 private:
  void about_benefits(question_text& result) const {
    result.asks = words{"Kurus pabalstus vai statusus noteikt?", "Which benefits or statuses?"}.in(lang_);
    const auto offered = one_.offered();
    for (std::size_t i = 0; i < offered.size(); ++i)
      result.choices.push_back(std::to_string(i + 1) + ") " +
                               capitalised(book_.at(offered[i]).title.in(lang_)));
    result.expects = words{"numuri vai nosaukumi ar komatu, piemēram, 1, 3; visi – viss, ko var noteikt",
                           "numbers or names with commas, such as 1, 3; all for everything"}
                         .in(lang_);
    result.help = {
        words{"Sarakstā ir pabalsti un statusi visai mājsaimniecībai; var rakstīt arī citu nosaukumu, "
              "piemēram, bērna kopšanas pabalsts. Visus rāda: slieksnis list benefits.",
              "The list has the benefits and statuses of the whole household; another name will do "
              "too, such as childcare benefit. slieksnis list benefits shows all of them."}
            .in(lang_)};
  }

  void about_persons(question_text& result) const {
    result.asks = words{"Kas dzīvo mājsaimniecībā?", "Who lives in the household?"}.in(lang_);
    result.expects = words{"personas ar komatu, piemēram: pensionārs; 2 pieaugušie, bērns 7, bērns 10",
                           "persons with commas, such as: pensioner; 2 adults, child 7, child 10"}
                         .in(lang_);
    for (const person_kind& kind : book_.person_kinds()) {
      std::string name = lang_ == language::lv ? kind.latvian : kind.name;
      std::replace(name.begin(), name.end(), '_', ' ');
      result.help.push_back(say(lang_, "{} – {}", "{} – {}", name, kind.title.in(lang_)));
    }
    result.help.push_back(
        words{"Iekavās var pielikt apzīmējumu: pensionārs (vecmāmiņa). Ja veids nav zināms, "
              "pietiek ar personu skaitu.",
              "A label may follow in parentheses: pensioner (grandmother). A number of "
              "persons is enough where the kind is not known."}
            .in(lang_));
  }

  void about_fact(question_text& result, const definition& of) const {
    result.asks = of_person(question_words(book_, asked_.missing.definition, lang_));
    result.expects = expected(of);
    if (of.what.is_enumeration()) {
      const auto labels = interview::labels(of);
      for (std::size_t i = 0; i < labels.size(); ++i)
        result.choices.push_back(labels[i] + ") " + (*of.what.values)[i].title.in(lang_));
    }
    result.help.push_back(
        say(lang_, "{}; nosaukums: {}", "{}; name: {}", capitalised(of.title.in(lang_)),
            lang_ == language::lv && !of.latvian.empty() ? of.latvian + " (" + of.name + ")" : of.name));
    if (of.minimum || of.maximum) result.help.push_back(limits(of));
  }

  void about_group(question_text& result, const definition& of) const {
    const words asks = book_.group_question(of.group);
    result.asks = of_person(asks.empty() ? of.question.in(lang_) : asks.in(lang_));
    const auto name = [&](const definition& one) -> const std::string& {
      return lang_ == language::lv && !one.latvian.empty() ? one.latvian : one.name;
    };
    const definition* another = nullptr;  // the shortest one makes a second example
    for (const definition& one : book_.definitions())
      if (one.group == of.group && one.name != of.name &&
          (another == nullptr || name(one).size() < name(*another).size()))
        another = &one;
    result.expects = say(lang_, "veids un summa, piemēram, {} 512,40{}; nav – ja nekādu",
                         "kind and amount, such as {} 512.40{}; none if there is none", name(of),
                         another == nullptr ? "" : ", " + name(*another) + " 200");
    std::string kinds;
    for (const definition& one : book_.definitions())
      if (one.group == of.group) kinds += (kinds.empty() ? "" : ", ") + name(one);
    result.help.push_back(say(lang_, "Veidi: {}.", "Kinds: {}.", kinds));
  }

  /// "(2nd person, child 7)" after the question.
  [[nodiscard]] std::string of_person(const std::string& asks) const {
    if (!asked_.missing.person) return asks;
    const std::size_t person = *asked_.missing.person;
    std::string who = say(lang_, "{}. persona", "person {}", person + 1);
    const std::string_view label = one_.stated().label(person);
    const person_kind* kind = kind_of(one_.stated(), person);
    if (!label.empty())
      who += ", " + std::string(label);
    else if (kind != nullptr)
      who += ", " + kind_words(*kind, person);
    return asks + " (" + who + ")";
  }

  [[nodiscard]] std::string kind_words(const person_kind& kind, std::size_t person) const {
    std::string result = lang_ == language::lv ? kind.latvian : kind.name;
    std::replace(result.begin(), result.end(), '_', ' ');
    if (kind.takes == "count") return result;
    const std::size_t id = *book_.find(kind.takes);
    return result + ", " +
           format_value(book_, book_.at(id), (*one_.stated().persons())[person].at(id).what, lang_);
  }

  [[nodiscard]] std::string expected(const definition& of) const {
    if (of.what.is(type_kind::boolean)) return words{"jā vai nē", "yes or no"}.in(lang_);
    if (of.what.is(type_kind::day))
      return words{"datums, piemēram, 01.02.2026", "a date, such as 2026-02-01"}.in(lang_);
    if (of.what.is_enumeration())
      return words{"burts vai cipars no saraksta, vai vērtība vārdiem",
                   "a letter or number from the list, or the value in words"}
          .in(lang_);
    if (of.what.is(type_kind::months_duration))
      return words{"ilgums: P64Y6M ir 64 gadi un 6 mēneši", "a duration: P64Y6M is 64 years and 6 months"}.in(
          lang_);
    if (!of.what.is(type_kind::number)) return words{"teksts", "text"}.in(lang_);
    if (of.averaged)
      return words{"summa eiro, piemēram, 500,50, vai pēdējie trīs mēneši: 300/310/320",
                   "an amount in euro, such as 500.50, or the last three months: 300/310/320"}
          .in(lang_);
    if (of.what.measure.of_money())
      return words{"summa eiro, piemēram, 500,50", "an amount in euro, such as 500.50"}.in(lang_);
    return of.decimals > 0 ? words{"skaitlis, piemēram, 1,5", "a number, such as 1.5"}.in(lang_)
                           : words{"vesels skaitlis", "a whole number"}.in(lang_);
  }

  [[nodiscard]] std::string limits(const definition& of) const {
    const auto shown = [&](const rational& number) { return format_bare(of, value{number}, lang_); };
    if (of.minimum && of.maximum)
      return say(lang_, "No {} līdz {}.", "From {} to {}.", shown(*of.minimum), shown(*of.maximum));
    return of.minimum ? say(lang_, "Vismaz {}.", "At least {}.", shown(*of.minimum))
                      : say(lang_, "Ne vairāk par {}.", "At most {}.", shown(*of.maximum));
  }

  /// What waits for the answer, and on demand by which law.
  void add_why(question_text& result) const {
    constexpr std::size_t named = 3;
    std::string titles;
    for (std::size_t i = 0; i < asked_.benefits.size() && i < named; ++i)
      titles += (i == 0 ? "" : "; ") + book_.at(asked_.benefits[i]).title.in(lang_);
    if (asked_.benefits.empty()) return;
    const std::size_t more = asked_.benefits.size() - std::min(named, asked_.benefits.size());
    result.why = say(lang_, "Vajadzīgs, lai noteiktu: {}", "Needed to decide: {}", titles);
    if (more > 0) result.why += say(lang_, " un vēl {}", " and {} more", more);
    for (std::size_t i = 0; i < asked_.benefits.size() && i < named; ++i) {
      const definition& benefit = book_.at(asked_.benefits[i]);
      const version* rule = benefit.in_force(*one_.on());
      if (rule == nullptr || rule->sources.empty()) continue;
      result.help.push_back(say(lang_, "{}: {} <{}>", "{}: {} <{}>", capitalised(benefit.title.in(lang_)),
                                format_sources(book_, {rule->sources.front()}, lang_),
                                book_.sources()[rule->sources.front()].address));
    }
  }

  const interview& one_;
  const rule_book& book_;
  const question& asked_;
  language lang_;
};

}  // namespace detail

SLIEKSNIS_INLINE question_text question_text_of(const interview& one, language lang) {
  return one.next() ? detail::question_writer(one, lang).write() : question_text{};
}

SLIEKSNIS_INLINE std::string result_so_far(const rule_book& book, const facts& stated,
                                           const std::vector<decision>& decisions, language lang) {
  constexpr std::size_t few = 3;
  std::string result;
  if (decisions.size() <= few) {
    for (const decision& one : decisions) {
      std::string line;
      if (one.outcome != outcome::undetermined)
        line = sheet_of(book, stated, one, render_options{lang}).heading;
      else
        line = detail::say(
            lang, "{}: vēl nav izlemts", "{}: not decided yet",
            capitalised(detail::with_person(book.at(one.benefit).title.in(lang), one.person, stated, lang)));
      // The sheet knows when bounds say nothing, such as those of a household of any size.
      if (one.bounds && one.bounds->greatest &&
          !sheet_of(book, stated, one, render_options{lang}).bounds.empty())
        line += detail::say(lang, "; summa no {} līdz {}", "; from {} to {}",
                            format_bare(book.at(one.benefit), value{one.bounds->least}, lang),
                            format_value(book, book.at(one.benefit), *one.bounds->greatest, lang));
      result += (result.empty() ? "" : "\n") + line;
    }
    return result;
  }
  std::size_t decided = 0;
  std::size_t granted = 0;
  for (const decision& one : decisions) {
    if (one.outcome != outcome::undetermined) ++decided;
    if (one.granted() && !replaced_by_another(book, decisions, one)) ++granted;
  }
  const std::size_t all = decisions.size();
  result = detail::say(lang, "Izlemts {} no {}; pienākas vai ir: {}", "Decided {} of {}; granted or held: {}",
                       decided, all, granted);
  bool first_sum = true;
  for (const total& sum : totals_of(book, decisions)) {
    const std::string often = detail::payment_words(sum.paid).in(lang);
    result += (first_sum ? detail::say(lang, "; kopā ", "; in all ") : ", ") +
              format_number(sum.amount, 2, lang) + " " + book.unit_words(to_string(sum.measure)).in(lang) +
              (often.empty() ? "" : " (" + often + ")");
    first_sum = false;
  }
  return result;
}

}  // namespace v0
}  // namespace slieksnis
