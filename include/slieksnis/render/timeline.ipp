// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "../decide/total.hpp"
#include "../rule/walk.ipp"
#include "sheet.ipp"
#include "timeline.hpp"
#include "timeline_changes.ipp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE standing standing_of(const rule_book& book, const steady_span& span) noexcept {
  if (!span.in_force)
    return book.at(span.decided.benefit).may_go_on ? standing::no_information : standing::not_in_force;
  switch (span.decided.outcome) {
    case outcome::granted:
      return standing::granted;
    case outcome::refused:
      return standing::refused;
    case outcome::undetermined:
      break;
  }
  return standing::undetermined;
}

SLIEKSNIS_INLINE std::string format_month(date day, language lang) {
  const std::string iso = to_string(day);
  return lang == language::lv ? iso.substr(5, 2) + "." + iso.substr(0, 4) : iso.substr(0, 7);
}

SLIEKSNIS_INLINE std::string format_months_of(const period& when, language lang) {
  const auto first_of_month = [](date day) {
    return std::chrono::year_month_day{day}.day() == std::chrono::day{1};
  };
  if (!first_of_month(when.from) || !first_of_month(when.to)) {
    const bool one = when.from == when.last_day();
    return one ? format_date(when.from, lang)
               : format_date(when.from, lang) + "–" + format_date(when.last_day(), lang);
  }
  const std::string first = format_month(when.from, lang);
  const std::string last = format_month(when.last_day(), lang);
  return first == last ? first : first + (lang == language::lv ? "–" : " … ") + last;
}

SLIEKSNIS_INLINE rational monthly_total(const rule_book& book, const std::vector<benefit_course>& courses,
                                        date day) {
  rational result(0);
  for (const total& sum : totals_of(book, outcomes_on(courses, day)))
    if (sum.paid == payment::month && sum.measure.of_money()) result = result + sum.amount;
  return result;
}

namespace detail {

[[nodiscard]] inline bool ever_granted(const benefit_course& course) {
  return std::any_of(course.spans.begin(), course.spans.end(),
                     [](const steady_span& one) { return one.decided.granted(); });
}

/// Money that is paid month by month and adds up.
[[nodiscard]] inline bool adds_to_month(const definition& of) {
  return of.kind == definition_kind::benefit && of.in_total && of.paid == payment::month &&
         of.what.measure.of_money();
}

}  // namespace detail

SLIEKSNIS_INLINE bool total_is_complete(const rule_book& book, const std::vector<benefit_course>& courses,
                                        date day) {
  return std::none_of(courses.begin(), courses.end(), [&](const benefit_course& course) {
    const steady_span& now = course.on(day);
    return now.in_force && now.decided.outcome == outcome::undetermined &&
           detail::adds_to_month(book.at(course.benefit));
  });
}

namespace detail {

/// Writes the sheet of a timeline.
class timeline_writer {
 public:
  timeline_writer(const rule_book& book, const facts& stated, const timeline& given,
                  const render_options& options)
      : book_(book),
        stated_(stated),
        given_(given),
        options_(options),
        lang_(options.lang),
        lv_(options.lang == language::lv),
        changes_(book, stated, given.wanted_by_name, options) {}

  [[nodiscard]] timeline_sheet write() {
    out_.heading = say(lang_, "Laika skala {}", "Timeline {}", format_period(given_.when, lang_));
    choose_columns();
    for (const benefit_course& course : given_.courses) {
      if (!given_.wanted_by_name && !ever_granted(course)) continue;
      changes_.add_to(out_.changes, course);
      add_doubts(course);
    }
    std::stable_sort(out_.changes.begin(), out_.changes.end(),
                     [](const timeline_change& a, const timeline_change& b) { return a.on < b.on; });
    add_rows();
    add_needs();
    add_notes();
    for (const std::size_t id : changes_.cited()) {
      const citation& source = book_.sources()[id];
      out_.sources.push_back(source.name(lang_) +
                             (source.address.empty() ? "" : " <" + source.address + ">"));
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string title(const benefit_course& course) const {
    return course_title(book_, stated_, course, lang_);
  }

  void choose_columns() {
    std::size_t monthly = 0;
    for (const benefit_course& course : given_.courses) {
      const definition& of = book_.at(course.benefit);
      // Statuses and amounts that are not paid by themselves are shown where they change.
      const bool due = of.kind == definition_kind::benefit && (of.in_total || of.paid == payment::service);
      if (!given_.wanted_by_name && (!due || !ever_granted(course))) continue;
      timeline_column next;
      next.course = &course;
      next.title = title(course);
      if (of.kind == definition_kind::benefit) {
        next.unit = book_.unit_words(to_string(of.what.measure)).in(lang_);
        const std::string often = payment_words(*of.paid).in(lang_);
        if (!often.empty()) next.unit += (next.unit.empty() ? "" : ", ") + often;
      }
      if (adds_to_month(of)) ++monthly;
      out_.columns.push_back(std::move(next));
    }
    out_.has_total = monthly > 1;
    out_.total_title = lv_ ? "Kopā mēnesī" : "In all a month";
  }

  [[nodiscard]] std::vector<benefit_course> column_courses() const {
    std::vector<benefit_course> result;
    for (const timeline_column& one : out_.columns) result.push_back(*one.course);
    return result;
  }

  // --- month by month ---

  [[nodiscard]] std::string cell(const timeline_column& column, const std::vector<decision>& all,
                                 date day) const {
    const steady_span& span = column.course->on(day);
    switch (standing_of(book_, span)) {
      case standing::granted: {
        if (!span.decided.amount) return lv_ ? "jā" : "yes";
        const std::string amount = format_bare(book_.at(span.decided.benefit), *span.decided.amount, lang_);
        return replaced_by_another(book_, all, span.decided) ? "(" + amount + ")" : amount;
      }
      case standing::refused:
        return "·";
      case standing::undetermined:
        return "?";
      case standing::not_in_force:
      case standing::no_information:
        break;
    }
    return "–";
  }

  void add_rows() {
    const std::vector<benefit_course> columns = column_courses();
    for (const date day : first_days(columns)) {
      timeline_row next;
      next.when = {day, given_.when.to};
      const std::vector<decision> all = outcomes_on(columns, day);
      for (const timeline_column& column : out_.columns) next.cells.push_back(cell(column, all, day));
      if (out_.has_total)
        next.total = (total_is_complete(book_, columns, day) ? "" : "≥ ") +
                     format_number(monthly_total(book_, columns, day), 2, lang_);
      if (!out_.rows.empty()) out_.rows.back().when.to = day;
      if (!out_.rows.empty() && out_.rows.back().cells == next.cells && out_.rows.back().total == next.total)
        out_.rows.back().when.to = given_.when.to;
      else
        out_.rows.push_back(std::move(next));
    }
    std::set<std::string> used;
    for (timeline_row& row : out_.rows) {
      row.label = format_months_of(row.when, lang_);
      for (const std::string& one : row.cells) used.insert(one.starts_with('(') ? "(" : one);
    }
    const auto sign = [&](const char* what, const char* latvian, const char* english) {
      if (used.contains(what))
        out_.signs += (out_.signs.empty() ? "" : "; ") + std::string(lv_ ? latvian : english);
    };
    sign("·", "· nepienākas", "· refused");
    sign("?", "? nevar noteikt", "? undetermined");
    sign("–", "– nav spēkā vai avotos nav ziņu", "– not in force, or the sources say nothing");
    sign("(", "(…) to aizstāj cits pabalsts", "(…) another benefit takes its place");
  }

  // --- what is not sure ---

  void add_needs() {
    std::map<std::pair<std::size_t, std::optional<std::size_t>>, std::string> told;
    std::vector<std::pair<std::size_t, std::optional<std::size_t>>> order;
    for (const benefit_course& course : given_.courses) {
      if (!given_.wanted_by_name && !ever_granted(course)) continue;
      for (const steady_span& span : course.spans) {
        if (standing_of(book_, span) != standing::undetermined || span.decided.needs.empty()) continue;
        const need& first = span.decided.needs.front();
        const std::pair key{first.definition, first.person};
        if (!told.contains(key)) order.push_back(key);
        std::string& where = told[key];
        where += (where.empty() ? "" : "; ") + title(course) + " " + format_months_of(span.when, lang_);
      }
    }
    for (const auto& key : order)
      out_.needs.push_back(fmt::format("{} – {} ({})", name_of(book_, need{key.first, key.second}),
                                       question_words(book_, key.first, lang_), told[key]));
  }

  void add_doubts(const benefit_course& course) {
    const auto add = [](std::vector<std::string>& to, const std::vector<std::string>& lines) {
      for (const auto& line : lines)
        if (std::find(to.begin(), to.end(), line) == to.end()) to.push_back(line);
    };
    for (const steady_span& span : course.spans) {
      if (!span.decided.granted()) continue;
      const sheet doubts = sheet_writer(book_, stated_, span.decided, options_).write_doubts();
      add(out_.assumptions, doubts.assumptions);
      add(out_.cautions, doubts.cautions);
    }
    if (given_.when.last_day() > book_.topics()[book_.at(course.benefit).topic].reviewed)
      add(out_.cautions, {say(lang_, "tiesību akti pārbaudīti līdz {}; vēlākas izmaiņas nav zināmas",
                              "the law was checked up to {}; later changes are not known",
                              format_date(book_.topics()[book_.at(course.benefit).topic].reviewed, lang_))});
  }

  void add_notes() {
    out_.notes.emplace_back(lv_ ? "Norādītie fakti (ienākumi, izdevumi, sastāvs) ņemti tādi paši visā laikā; "
                                  "mainās tikai tas, kas "
                                  "izriet no dienas: tiesību normas, vecums, termiņi."
                                : "The stated facts (income, costs, composition) are taken to stay the same; "
                                  "only what follows from "
                                  "the day changes: the law, ages, terms.");
    if (given_.asked_from)
      out_.notes.push_back(say(lang_,
                               "Sākts ar {}, nevis {}: agrāk visi norādītie fakti vēl nevar būt patiesi.",
                               "It begins on {}, not on {}: earlier not all stated facts can be true.",
                               format_date(given_.when.from, lang_), format_date(*given_.asked_from, lang_)));
    add_fixed_facts();
    const bool within_months = std::any_of(out_.rows.begin(), out_.rows.end(), [](const timeline_row& row) {
      return std::chrono::year_month_day{row.when.from}.day() != std::chrono::day{1};
    });
    if (within_months)
      out_.notes.emplace_back(
          lv_ ? "Ja summa mainās mēneša vidū, rādīta mēneša summa, kas ir spēkā šajās dienās; "
                "daļa par nepilnu mēnesi nav rēķināta."
              : "Where an amount changes within a month, the monthly amount in force on those days "
                "is shown; parts of months are not computed.");
  }

  /// What would follow from the day, but was stated, such as an age.
  void add_fixed_facts() {
    std::set<std::size_t> fixed;
    const auto look = [&](const stated_values& values) {
      for (const auto& stated : values) {
        const std::size_t id = stated.first;
        for (const version& rule : book_.at(id).versions)
          each_tree(rule, [&](const expression& tree) {
            walk(tree, [&](const expression& e) {
              if (e.meaning == name_meaning::on) fixed.insert(id);
            });
          });
      }
    };
    look(stated_.common());
    look(stated_.overrides());
    if (stated_.persons())
      for (const stated_values& person : *stated_.persons()) look(person);
    for (const std::size_t id : fixed)
      out_.notes.push_back(
          say(lang_, "{}: norādīts, tāpēc laika gaitā nemainās; norādiet to, no kā tas izriet ({}).",
              "{}: stated, so it does not change with time; state what it follows from ({}).",
              capitalised(book_.at(id).title.in(lang_)), follows_from(book_.at(id))));
  }

  [[nodiscard]] std::string follows_from(const definition& of) const {
    std::string result;
    std::set<std::size_t> named;
    for (const version& rule : of.versions)
      each_tree(rule, [&](const expression& tree) {
        walk(tree, [&](const expression& e) {
          if (names_definition(e) && book_.at(e.definition).kind == definition_kind::fact &&
              named.insert(e.definition).second)
            result += (result.empty() ? "" : ", ") + book_.at(e.definition).title.in(lang_);
        });
      });
    return result;
  }

  const rule_book& book_;
  const facts& stated_;
  const timeline& given_;
  render_options options_;
  language lang_;
  bool lv_;
  change_writer changes_;
  timeline_sheet out_;
};

}  // namespace detail

SLIEKSNIS_INLINE timeline_sheet timeline_sheet_of(const rule_book& book, const facts& stated,
                                                  const timeline& given, const render_options& options) {
  return detail::timeline_writer(book, stated, given, options).write();
}

}  // namespace v0
}  // namespace slieksnis
