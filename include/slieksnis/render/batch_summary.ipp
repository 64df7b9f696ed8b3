// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "../decide/make_plan.hpp"
#include "../facts/personal_code.hpp"
#include "../source/nearest.hpp"
#include "batch_summary.hpp"
#include "json.ipp"
#include "sheet.ipp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

inline constexpr std::size_t reasons_shown = 5;

/// What the columns and the shared facts state, as a case would.
SLIEKSNIS_INLINE case_shape batch_shape(const rule_book& book, const facts& shared,
                                        const batch_summary& sum) {
  case_shape result = shape_of(shared);
  for (const batch_column& one : sum.columns) {
    if (one.use != column_use::fact) continue;
    auto& stated = book.at(one.definition).of == entity::person ? result.of_persons : result.common;
    stated.insert(one.definition);
  }
  return result;
}

SLIEKSNIS_INLINE void add_once(std::vector<std::string>& lines, std::string line) {
  if (!line.empty() && std::find(lines.begin(), lines.end(), line) == lines.end())
    lines.push_back(std::move(line));
}

/// The headers of the columns that were used so, in quotes.
SLIEKSNIS_INLINE std::string columns_used(const batch_summary& sum, bool passed) {
  std::string result;
  for (const batch_column& one : sum.columns)
    if ((one.use == column_use::passed) == passed)
      result += (result.empty() ? "\"" : ", \"") + one.header + "\"";
  return result;
}

/// Finds what the decisions of a run may rest on, by the plans that they were made with.
class doubt_finder {
 public:
  doubt_finder(const rule_book& book, const facts& shared, const batch_options& how, const batch_summary& sum,
               language lang)
      : book_(book),
        shared_(shared),
        wanted_(how.wanted),
        shape_(batch_shape(book, shared, sum)),
        lang_(lang) {
    if (how.on)
      days_.push_back(*how.on);
    else
      days_.push_back(book.span().from);
    only_day_ = how.on.has_value();
  }

  [[nodiscard]] batch_doubts find() {
    // What is looked at adds further days.
    std::size_t next = 0;
    while (next < days_.size()) look_at(days_[next++]);
    return std::move(found_);
  }

 private:
  void look_at(date day) {
    std::vector<std::size_t> in_force;
    for (const std::size_t id : wanted_) {
      add_days_of(book_.at(id));
      if (book_.at(id).in_force(day) != nullptr) in_force.push_back(id);
    }
    if (in_force.empty()) return;
    const plan planned = make_plan(book_, day, in_force, shape_);
    for (const planned_value& one : planned.values()) look_at(one);
    for (const std::size_t id : in_force) {
      const topic& about = book_.topics()[book_.at(id).topic];
      if (day > about.reviewed)
        add_once(found_.cautions, say(lang_, "tiesību akti pārbaudīti līdz {}; vēlākas izmaiņas nav zināmas",
                                      "the law was checked up to {}; later changes are not known",
                                      format_date(about.reviewed, lang_)));
    }
  }

  void look_at(const planned_value& one) {
    const definition& of = book_.at(one.definition);
    const bool stated = shape_.common.contains(one.definition) ||
                        shape_.of_persons.contains(one.definition) ||
                        shape_.overridden.contains(one.definition) || shared_.has(one.definition);
    if (stated) return;
    if (one.rule == nullptr) return assumed(of);
    add_days_of(of);
    const std::string title = capitalised(of.title.in(lang_)) + ": ";
    const bool own = std::find(wanted_.begin(), wanted_.end(), one.definition) != wanted_.end();
    if (one.rule->support != confidence::high || (own && !one.rule->note.empty()))
      add_once(found_.cautions, title + note_with_confidence(one.rule->support, one.rule->note, lang_));
    if (!one.rule->table) return;
    for (const table_row& row : one.rule->table->rows)
      if (row.support != confidence::high)
        add_once(found_.cautions, title + note_with_confidence(row.support, row.note, lang_));
  }

  void assumed(const definition& of) {
    if (!of.otherwise) return;
    const words group = book_.group_words(of.group);
    add_once(found_.assumptions, of.otherwise->by_law
                                     ? fmt::format("{}: {} ({})", capitalised(of.title.in(lang_)),
                                                   format_value(book_, of, of.otherwise->what, lang_),
                                                   format_sources(book_, of.otherwise->sources, lang_))
                                 : group.empty() ? of.otherwise->title.in(lang_)
                                                 : group.in(lang_));
  }

  /// Where each row has its day, something else may hold from each of these days on.
  void add_days_of(const definition& of) {
    for (const version& one : of.versions)
      if (!only_day_ && book_.span().contains(one.when.from) &&
          std::find(days_.begin(), days_.end(), one.when.from) == days_.end())
        days_.push_back(one.when.from);
  }

  const rule_book& book_;
  const facts& shared_;
  const std::vector<std::size_t>& wanted_;
  case_shape shape_;
  language lang_;
  std::vector<date> days_;
  bool only_day_ = false;
  batch_doubts found_;
};

/// Text about the same run for people.
class batch_summary_writer {
 public:
  batch_summary_writer(const rule_book& book, const facts& shared, const batch_options& how,
                       const batch_summary& sum, language lang)
      : book_(book), shared_(shared), how_(how), sum_(sum), lang_(lang) {}

  [[nodiscard]] std::string write(const std::vector<reform_change>& reformed) {
    text_ += notice_lines(book_, lang_);
    head();
    for (const batch_of_benefit& one : sum_.benefits) benefit(one);
    const batch_doubts doubts = doubts_of(book_, shared_, how_, sum_, lang_);
    const std::string some_days =
        how_.on ? "" : words{" (atkarībā no dienas)", " (depending on the day)"}.in(lang_);
    sentences(words{"Pieņēmumi", "Assumptions"}.in(lang_) + some_days, doubts.assumptions);
    sentences(words{"Ņemt vērā", "Take care"}.in(lang_) + some_days, doubts.cautions);
    sentences(words{"Ko maina reforma", "What the reform changes"}.in(lang_),
              reform_lines(book_, reformed, how_.on, lang_));
    return without_personal_codes(std::move(text_));
  }

 private:
  [[nodiscard]] std::string count(std::uint64_t number) const {
    return grouped_digits(std::to_string(number), lang_);
  }

  void head() {
    text_ += how_.on ? say(lang_, "Kopsavilkums par {}\n", "Summary for {}\n", format_date(*how_.on, lang_))
                     : say(lang_, "Kopsavilkums; dienas no kolonnas \"{}\"\n",
                           "Summary; days from the column \"{}\"\n", how_.date_column);
    text_ += say(lang_, "  rindas: {}", "  rows: {}", count(sum_.rows));
    text_ += say(lang_, "; mājsaimniecības: {}", "; households: {}", count(sum_.households));
    if (sum_.persons > 0) text_ += say(lang_, "; personas: {}", "; persons: {}", count(sum_.persons));
    if (sum_.bad_rows > 0)
      text_ += say(lang_, "; kļūdainas rindas: {} (kļūdas: {})", "; bad rows: {} (errors: {})",
                   count(sum_.bad_rows), count(sum_.errors));
    text_ += "\n";
    text_ +=
        say(lang_, "  nolasītās kolonnas: {}\n", "  columns that were read: {}\n", columns_used(sum_, false));
    if (const std::string passed = columns_used(sum_, true); !passed.empty())
      text_ +=
          say(lang_, "  neizlasītas nodotas tālāk: {}\n", "  passed on without being read: {}\n", passed);
    for (const batch_column& one : sum_.columns)
      if (one.use == column_use::passed && !one.near.empty())
        text_ += say(lang_, "  brīdinājums: kolonna \"{}\" nav nolasīta: vai domāts {}?\n",
                     "  warning: the column \"{}\" was not read: did you mean {}?\n", one.header,
                     either(one.near).in(lang_));
  }

  void benefit(const batch_of_benefit& one) {
    const definition& of = book_.at(one.definition);
    text_ += fmt::format("\n{} ({})\n", capitalised(of.title.in(lang_)), of.name);
    const bool status = of.kind == definition_kind::status;
    text_ += say(lang_, "  {}: {}; {}: {}; nav nosakāms: {}\n", "  {}: {}; {}: {}; undetermined: {}\n",
                 status ? words{"ir", "yes"}.in(lang_) : words{"piešķirts", "granted"}.in(lang_),
                 count(one.granted),
                 status ? words{"nav", "no"}.in(lang_) : words{"atteikts", "refused"}.in(lang_),
                 count(one.refused), count(one.undetermined));
    if (!status)
      text_ += say(lang_, "  kopā: {}\n", "  total: {}\n",
                   grouped_digits(format_value(book_, of, value{one.total}, lang_), lang_));
    if (one.reasons.empty()) return;
    text_ += say(lang_, "  biežākie iemesli\n", "  most frequent reasons\n");
    const std::size_t shown = std::min(one.reasons.size(), reasons_shown);
    std::size_t width = 0;
    for (std::size_t i = 0; i < shown; ++i) width = std::max(width, count(one.reasons[i].second).size());
    for (std::size_t i = 0; i < shown; ++i)
      text_ += fmt::format("    {:>{}}  `{}`\n", count(one.reasons[i].second), width, one.reasons[i].first);
    std::uint64_t others = 0;
    for (std::size_t i = shown; i < one.reasons.size(); ++i) others += one.reasons[i].second;
    if (others > 0) text_ += say(lang_, "    {:>{}}  citi\n", "    {:>{}}  others\n", count(others), width);
  }

  void sentences(const std::string& title, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    text_ += "\n" + title + "\n";
    for (const std::string& line : lines) text_ += "  " + line + "\n";
  }

  const rule_book& book_;
  const facts& shared_;
  const batch_options& how_;
  const batch_summary& sum_;
  language lang_;
  std::string text_;
};

SLIEKSNIS_INLINE ordered_json column_json(const rule_book& book, const batch_column& one) {
  constexpr std::string_view uses[] = {"fact", "household", "day", "weight", "group", "passed"};
  ordered_json out;
  out["header"] = without_personal_codes(one.header);
  out["use"] = uses[static_cast<std::size_t>(one.use)];
  if (one.use == column_use::fact) out["fact"] = book.at(one.definition).name;
  if (!one.near.empty()) out["near"] = one.near;
  return out;
}

SLIEKSNIS_INLINE ordered_json benefit_json(const rule_book& book, const batch_of_benefit& one,
                                           language lang) {
  const definition& of = book.at(one.definition);
  const bool status = of.kind == definition_kind::status;
  ordered_json out;
  out["id"] = of.name;
  out["title"] = of.title.in(lang);
  out["entity"] = name_of(of.of);
  out["granted"] = one.granted;
  out["refused"] = one.refused;
  out["undetermined"] = one.undetermined;
  out["total"] = status ? ordered_json(nullptr) : ordered_json(plain_value(of, value{one.total}));
  out["unit"] = status ? ordered_json(nullptr) : ordered_json(to_string(of.what.measure));
  if (of.paid) out["paid"] = std::string(name_of(*of.paid));
  out["reasons"] = ordered_json::array();
  for (const auto& [reason, count] : one.reasons)
    out["reasons"].push_back(ordered_json{{"reason", reason}, {"count", count}});
  return out;
}

SLIEKSNIS_INLINE ordered_json error_json(const error& one, language lang) {
  ordered_json out;
  out["code"] = name_of(one.code());
  out["line"] = one.at().line;
  out["column"] = one.at().column;
  out["expected"] = without_personal_codes(one.expected().in(lang));
  out["found"] = without_personal_codes(one.found().in(lang));
  return out;
}

}  // namespace detail

SLIEKSNIS_INLINE std::string grouped_digits(std::string_view number, language lang) {
  const std::size_t begin = std::min(number.find_first_of("0123456789"), number.size());
  const std::size_t end = std::min(number.find_first_not_of("0123456789", begin), number.size());
  std::string result(number.substr(0, begin));
  for (std::size_t at = begin; at < end; ++at) {
    if (at > begin && (end - at) % 3 == 0) result += lang == language::lv ? ' ' : ',';
    result += number[at];
  }
  return result += number.substr(end);
}

SLIEKSNIS_INLINE batch_doubts doubts_of(const rule_book& book, const facts& shared, const batch_options& how,
                                        const batch_summary& sum, language lang) {
  return detail::doubt_finder(book, shared, how, sum, lang).find();
}

SLIEKSNIS_INLINE std::vector<reform_change> changes_of_run(const rule_book& baseline, const rule_book& book,
                                                           const facts& shared, const batch_options& how,
                                                           const batch_summary& sum) {
  const period when = how.on ? period{*how.on, *how.on + std::chrono::days{1}} : book.span();
  return reform_changes(baseline, book, how.wanted, detail::batch_shape(book, shared, sum), when);
}

SLIEKSNIS_INLINE std::string batch_summary_text(const rule_book& book, const facts& shared,
                                                const batch_options& how, const batch_summary& sum,
                                                language lang, const std::vector<reform_change>& reformed) {
  return detail::batch_summary_writer(book, shared, how, sum, lang).write(reformed);
}

SLIEKSNIS_INLINE std::string batch_summary_json(const rule_book& book, const facts& shared,
                                                const batch_options& how, const batch_summary& sum,
                                                language lang, const std::vector<reform_change>& reformed) {
  using detail::ordered_json;
  const auto mark = [](std::optional<char> one) {
    return one ? ordered_json(std::string(1, *one)) : ordered_json(nullptr);
  };
  ordered_json out;
  out["on"] = how.on ? ordered_json(to_string(*how.on)) : ordered_json(nullptr);
  if (!how.on) out["on_column"] = how.date_column;
  detail::add_assumptions(out, book, lang, detail::reforms_json(book, reformed, lang));
  out["rows"] = sum.rows;
  out["households"] = sum.households;
  out["persons"] = sum.persons;
  out["bad_rows"] = sum.bad_rows;
  out["errors"] = sum.errors;
  out["format"] = {{"syntax", name_of(sum.recognised.syntax.value_or(row_syntax::csv))},
                   {"separator", mark(sum.recognised.separator)},
                   {"decimal_mark", mark(sum.recognised.decimal_mark)}};
  out["columns"] = ordered_json::array();
  for (const batch_column& one : sum.columns) out["columns"].push_back(detail::column_json(book, one));
  out["benefits"] = ordered_json::array();
  for (const batch_of_benefit& one : sum.benefits)
    out["benefits"].push_back(detail::benefit_json(book, one, lang));
  const batch_doubts doubts = doubts_of(book, shared, how, sum, lang);
  out["assumptions"] = doubts.assumptions;
  out["cautions"] = doubts.cautions;
  out["first_errors"] = ordered_json::array();
  for (const error& one : sum.first_errors) out["first_errors"].push_back(detail::error_json(one, lang));
  return out.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace v0
}  // namespace slieksnis
