// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <algorithm>

#include "../decide/total.hpp"
#include "case_comparison.hpp"
#include "format.ipp"
#include "reforms.hpp"
#include "reforms.ipp"
#include "sheet.ipp"
#include "sheet_words.ipp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// Writes the words of a comparison.
class comparison_writer {
 public:
  comparison_writer(const case_comparison& both, const render_options& options)
      : both_(both), lang_(options.lang), lv_(options.lang == language::lv), explain_(options.explain) {}

  [[nodiscard]] comparison_sheet write() {
    const bool two_days = both_.before.on != both_.after.on;
    sheet_.heading = say(lang_, "Salīdzinājums par {}{}{}", "Comparison for {}{}{}",
                         two_days ? format_date(both_.before.on, lang_) + (lv_ ? " un " : " and ") : "",
                         format_date(both_.after.on, lang_),
                         both_.after.on_is_today ? (lv_ ? " (diena nav norādīta, ņemta šodiena)"
                                                        : " (no day was given; today was taken)")
                                                 : "");
    sheet_.law_before = law(both_.book_before, 0, both_.stated_before);
    sheet_.law_after = law(both_.book_after, shared_reforms(), both_.stated_after);
    if (two_days) {
      sheet_.law_before += ", " + format_date(both_.before.on, lang_);
      sheet_.law_after += ", " + format_date(both_.after.on, lang_);
    }
    for (const decision_pair& one :
         pairs_of(both_.book_before, both_.before.decisions, both_.book_after, both_.after.decisions)) {
      const bool granted =
          (one.before != nullptr && one.before->granted()) || (one.after != nullptr && one.after->granted());
      if (!both_.after.wanted_by_name && !granted && !one.changed()) continue;
      add_row(one);
      if (both_.after.wanted_by_name || one.changed()) add_decision(one);
    }
    add_totals();
    sheet_.reforms = reform_lines(both_.book_after, both_.after.reformed, both_.after.on, lang_);
    for (const auto& [id, one] : both_.stated_after.overrides())
      sheet_.overridden.push_back(
          fmt::format("{} = {}", capitalised(both_.book_after.at(id).title.in(lang_)),
                      format_value(both_.book_after, both_.book_after.at(id), one.what, lang_)));
    return std::move(sheet_);
  }

 private:
  /// Which law a side goes by: the reforms from the given one on, and what is overridden.
  /// The overlays that both sides begin with.
  [[nodiscard]] std::size_t shared_reforms() const {
    const auto& before = both_.book_before.reforms();
    const auto& after = both_.book_after.reforms();
    std::size_t shared = 0;
    while (shared < std::min(before.size(), after.size()) && before[shared].name == after[shared].name)
      ++shared;
    return shared;
  }

  [[nodiscard]] std::string law(const rule_book& book, std::size_t first, const facts& stated) const {
    std::string result;
    const auto add = [&](const std::string& part) { result += (result.empty() ? "" : "; ") + part; };
    for (std::size_t i = first; i < book.reforms().size(); ++i)
      add(say(lang_, "reforma „{}”", "the reform “{}”", book.reforms()[i].title.in(lang_)));
    if (&stated == &both_.stated_after && !stated.overrides().empty())
      add(lv_ ? "lielumi, kas aizstāti ar --set" : "the values that --set overrides");
    if (!result.empty()) return result;
    // No overlays at all is the law; those that both sides have are told on the first one.
    return book.reforms().empty() ? (lv_ ? "spēkā esošais likums" : "the law in force")
                                  : (lv_ ? "tas pats" : "the same");
  }

  [[nodiscard]] const definition& definition_of(const decision_pair& one) const {
    return one.after != nullptr ? both_.book_after.at(one.after->benefit)
                                : both_.book_before.at(one.before->benefit);
  }

  [[nodiscard]] std::string title_of(const decision_pair& one) const {
    const decision& any = one.after != nullptr ? *one.after : *one.before;
    return capitalised(
        with_person(definition_of(one).title.in(lang_), any.person, both_.stated_after, lang_));
  }

  [[nodiscard]] std::string glance(const definition& of, const decision* one) const {
    const bool status = of.kind == definition_kind::status;
    if (one == nullptr) return lv_ ? "nav paredzēts" : "not provided";
    switch (one->outcome) {
      case outcome::granted:
        if (one->amount) return format_bare(of, value{*one->amount}, lang_);
        return status ? (lv_ ? "ir" : "yes") : (lv_ ? "pienākas" : "granted");
      case outcome::refused:
        return status ? (lv_ ? "nav" : "no") : (lv_ ? "nepienākas" : "refused");
      case outcome::undetermined:
        break;
    }
    return lv_ ? "nevar noteikt" : "undetermined";
  }

  [[nodiscard]] std::string signed_change(const rational& change, int places) const {
    if (change.sign() == 0) return "0";
    return (change.sign() > 0 ? "+" : "") + format_number(change, places, lang_);
  }

  /// An amount with what it is paid for.
  [[nodiscard]] std::string unit_of(const rule_book& book, const unit& measure, payment paid,
                                    const rational& amount) const {
    const std::string often = payment_words(paid).in(lang_);
    return book.unit_words(to_string(measure), amount).in(lang_) + (often.empty() ? "" : " (" + often + ")");
  }

  void add_row(const decision_pair& one) {
    const definition& of = definition_of(one);
    comparison_row row{title_of(one), glance(of, one.before), glance(of, one.after), "", ""};
    const auto amount = [](const decision* side) -> std::optional<rational> {
      if (side == nullptr || side->outcome == outcome::refused) return rational(0);
      return side->amount;
    };
    const auto before = amount(one.before);
    const auto after = amount(one.after);
    if (of.kind == definition_kind::benefit && before && after) {
      row.change = signed_change(*after - *before, of.what.measure.of_money() ? 2 : 0);
      row.unit = unit_of(both_.book_after, of.what.measure, *of.paid, *after);
    }
    sheet_.rows.push_back(std::move(row));
  }

  void add_totals() {
    const auto before = totals_of(both_.book_before, both_.before.decisions);
    const auto after = totals_of(both_.book_after, both_.after.decisions);
    std::vector<total> all = before;
    all.insert(all.end(), after.begin(), after.end());
    std::stable_sort(all.begin(), all.end(), [](const total& a, const total& b) { return a.paid < b.paid; });
    std::vector<total> done;
    for (const total& one : all) {
      const auto same = [&](const total& other) {
        return other.paid == one.paid && other.measure == one.measure;
      };
      if (std::any_of(done.begin(), done.end(), same)) continue;
      done.push_back(one);
      const auto sum = [&](const std::vector<total>& side) {
        const auto found = std::find_if(side.begin(), side.end(), same);
        return found == side.end() ? rational(0) : found->amount;
      };
      const int places = one.measure.of_money() ? 2 : 0;
      sheet_.totals.push_back({lv_ ? "Kopā" : "In all", format_number(sum(before), places, lang_),
                               format_number(sum(after), places, lang_),
                               signed_change(sum(after) - sum(before), places),
                               unit_of(both_.book_after, one.measure, one.paid, sum(after))});
    }
  }

  /// The numbers of a side's own list of sources in the list of both.
  [[nodiscard]] std::vector<std::size_t> renumbered(const std::vector<std::size_t>& numbers,
                                                    const sheet& of) {
    std::vector<std::size_t> result;
    for (const std::size_t number : numbers) {
      const std::string& source = of.sources[number - 1];
      auto at = std::find(sheet_.sources.begin(), sheet_.sources.end(), source);
      if (at == sheet_.sources.end()) at = sheet_.sources.insert(sheet_.sources.end(), source);
      result.push_back(static_cast<std::size_t>(at - sheet_.sources.begin()) + 1);
      if (!explain_) break;
    }
    return result;
  }

  [[nodiscard]] comparison_side side_of(const sheet& of, const trace_step* step, const decision* decided) {
    if (step == nullptr) return {};
    const sheet_step& one = of.steps[static_cast<std::size_t>(step - decided->trace.data())];
    comparison_side result{one.value, one.origin, one.in_names, one.when, renumbered(one.sources, of)};
    const auto add = [&](const std::string& part) {
      if (!part.empty()) result.how += (result.how.empty() ? "" : "; ") + part;
    };
    if (one.row.empty()) add(one.in_numbers.empty() ? "" : "= " + one.in_numbers);
    add(one.rounding);
    add(one.row.empty() ? "" : (lv_ ? "rinda: " : "row: ") + one.row);
    return result;
  }

  void add_decision(const decision_pair& one) {
    compared_decision result;
    result.title = title_of(one);
    result.changed = one.changed();
    render_options in_full{lang_, explain_};
    in_full.all_steps = true;  // so that they stand in the order of the trace
    sheet before;
    sheet after;
    if (one.before != nullptr)
      before = sheet_of(both_.book_before, both_.stated_before, *one.before, in_full);
    if (one.after != nullptr) after = sheet_of(both_.book_after, both_.stated_after, *one.after, in_full);
    const auto outcome_in = [&](const sheet& of, const decision* decided) {
      return decided == nullptr ? glance(definition_of(one), decided)
                                : of.heading.substr(of.heading.rfind(": ") + 2);
    };
    result.before = outcome_in(before, one.before);
    result.after = outcome_in(after, one.after);
    const auto why = [](const sheet& of) {
      std::vector<std::string> lines = of.reasons;
      lines.insert(lines.end(), of.needs.begin(), of.needs.end());
      for (std::string& line : lines)  // sources are numbered in each sheet by itself
        if (const std::size_t at = line.rfind(" ["); at != std::string::npos && line.ends_with(']'))
          line.resize(at);
      return lines;
    };
    if (result.changed || explain_) {
      result.why_before = why(before);
      result.why_after = why(after);
    }
    for (const step_pair& step : one.steps) {
      if (!step.changed() && !explain_) {
        ++result.unchanged;
        continue;
      }
      comparison_step shown;
      shown.changed = step.changed();
      shown.before = side_of(before, step.before, one.before);
      shown.after = side_of(after, step.after, one.after);
      const bool new_side = step.after != nullptr;
      const trace_step& any = new_side ? *step.after : *step.before;
      const rule_book& book = new_side ? both_.book_after : both_.book_before;
      shown.title = capitalised(
          with_person(book.at(any.definition).title.in(lang_), any.person, both_.stated_after, lang_));
      result.steps.push_back(std::move(shown));
    }
    const auto add = [](std::vector<std::string>& to, const std::vector<std::string>& lines) {
      for (const std::string& line : lines)
        if (std::find(to.begin(), to.end(), line) == to.end()) to.push_back(line);
    };
    if (both_.book_after.assumed_days())
      add(sheet_.assumptions, {assumption_of_law(both_.book_after, lang_)});
    for (const auto* of : {&before, &after}) add(sheet_.assumptions, of->assumptions);
    for (const auto* of : {&before, &after}) add(sheet_.cautions, of->cautions);
    sheet_.decisions.push_back(std::move(result));
  }

  const case_comparison& both_;
  language lang_;
  bool lv_;
  bool explain_;
  comparison_sheet sheet_;
};

}  // namespace detail

SLIEKSNIS_INLINE comparison_sheet comparison_sheet_of(const case_comparison& both,
                                                      const render_options& options) {
  return detail::comparison_writer(both, options).write();
}

}  // namespace v0
}  // namespace slieksnis
