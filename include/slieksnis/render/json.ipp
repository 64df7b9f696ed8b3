// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

#include "../decide/total.hpp"
#include "format.hpp"
#include "json.hpp"
#include "reforms.ipp"
#include "sheet.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

using ordered_json = nlohmann::ordered_json;

[[nodiscard]] inline std::string_view name_of(confidence support) noexcept {
  return support == confidence::high ? "high" : support == confidence::medium ? "medium" : "low";
}

[[nodiscard]] inline std::string_view name_of(origin from) noexcept {
  switch (from) {
    case origin::computed:
      return "computed";
    case origin::figure:
      return "figure";
    case origin::stated:
      return "stated";
    case origin::given:
      return "given";
    case origin::overridden:
      return "overridden";
    case origin::assumed:
      return "assumed";
    case origin::by_law:
      break;
  }
  return "by_law";
}

[[nodiscard]] inline std::string plain_amount(const total& sum) {
  definition like;
  like.what.kind = type_kind::number;
  like.what.measure = sum.measure;
  return plain_value(like, value{sum.amount});
}

/// Writes decisions as JSON.
class json_writer {
 public:
  json_writer(const rule_book& book, const facts& stated, const render_options& options)
      : book_(book), stated_(stated), options_(options), lang_(options.lang) {}

  [[nodiscard]] ordered_json write(const decision& decided) const {
    const definition& of = book_.at(decided.benefit);
    ordered_json out;
    out["id"] = of.name;
    out["title"] = of.title.in(lang_);
    if (decided.person) {
      out["person"] = *decided.person + 1;
      if (const auto label = stated_.label(*decided.person); !label.empty()) out["label"] = label;
    }
    out["outcome"] = slieksnis::name_of(decided.outcome);
    out["amount"] = decided.amount ? ordered_json(plain_value(of, *decided.amount)) : ordered_json(nullptr);
    out["unit"] = of.kind == definition_kind::benefit ? ordered_json(to_string(of.what.measure))
                                                      : ordered_json(nullptr);
    if (of.paid) out["paid"] = std::string(name_of(*of.paid));
    if (decided.amount_between)
      out["amount_between"] = {plain_value(of, decided.amount_between->first),
                               plain_value(of, decided.amount_between->second)};
    out["needs"] = ordered_json::array();
    for (const need& missing : decided.needs) out["needs"].push_back(slieksnis::name_of(book_, missing));
    out["reasons"] = ordered_json::array();
    for (const auto& reason : decided.reasons) out["reasons"].push_back(write(reason));
    add_outlook(out, decided);
    out["assumptions"] = ordered_json::array();
    for (const auto& one : decided.assumptions) out["assumptions"].push_back(write(one));
    out["overridden"] = ordered_json::array();
    for (const auto& [id, one] : stated_.overrides())
      out["overridden"].push_back(
          {{"name", book_.at(id).name}, {"value", plain_value(book_.at(id), one.what)}});
    out["cautions"] = sheet_of(book_, stated_, decided, options_).cautions;
    out["trace"] = ordered_json::array();
    for (const auto& step : decided.trace) out["trace"].push_back(write(step));
    return out;
  }

 private:
  [[nodiscard]] ordered_json sources(const std::vector<std::size_t>& ids) const {
    ordered_json out = ordered_json::array();
    for (const std::size_t id : ids) {
      const citation& source = book_.sources()[id];
      ordered_json one;
      one["id"] = source.id;
      one["act"] = source.act.in(lang_);
      one["article"] = source.article.in(lang_);
      one["address"] = source.address;
      out.push_back(std::move(one));
    }
    return out;
  }

  /// Only what there is: an answer to nothing but the decision has none of it.
  void add_outlook(ordered_json& out, const decision& decided) const {
    const definition& of = book_.at(decided.benefit);
    for (const possible_change& one : decided.changes) out["changes"].push_back(write(one, of));
    if (decided.bounds)
      out["bounds"] = {
          {"least", plain_value(of, decided.bounds->least)},
          {"greatest", decided.bounds->greatest ? ordered_json(plain_value(of, *decided.bounds->greatest))
                                                : ordered_json(nullptr)}};
    if (decided.holds)
      out["holds"] = {{"from", to_string(decided.holds->from)}, {"to", to_string(decided.holds->to)}};
  }

  [[nodiscard]] ordered_json write(const possible_change& one, const definition& benefit) const {
    ordered_json out;
    switch (one.kind) {
      case change_kind::number:
      case change_kind::choice: {
        const definition& of = book_.at(one.definition);
        const bool choice = one.kind == change_kind::choice;
        out["kind"] = choice ? "choice" : "number";
        out["name"] = of.name;
        if (one.person) out["person"] = *one.person + 1;
        out[choice ? "is" : one.rises ? "at_least" : "at_most"] = plain_value(of, one.to);
        if (of.what.is(type_kind::number)) out["unit"] = to_string(of.what.measure);
        break;
      }
      case change_kind::persons:
        out["kind"] = "persons";
        out["more"] = one.more;
        for (const person_kind* kind : one.kinds) out["kinds"].push_back(kind->name);
        for (const std::size_t id : one.counts) out["counts"].push_back(book_.at(id).name);
        break;
      case change_kind::later_day:
      case change_kind::earlier_day:
        out["kind"] = one.kind == change_kind::later_day ? "later_day" : "earlier_day";
        break;
    }
    out["on"] = to_string(one.on);
    out["amount"] = one.amount ? ordered_json(plain_value(benefit, *one.amount)) : ordered_json(nullptr);
    return out;
  }

  void add_version(ordered_json& out, const version& rule) const {
    out["from"] = to_string(rule.when.from);
    out["to"] = to_string(rule.when.to);
    out["sources"] = sources(rule.sources);
    out["confidence"] = name_of(rule.support);
    if (!rule.note.empty()) out["note"] = rule.note.in(lang_);
  }

  [[nodiscard]] ordered_json write(const failed_condition& reason) const {
    const definition& within = book_.at(reason.within);
    const span where = reason.condition->where;
    ordered_json out;
    out["within"] = within.name;
    if (reason.person) out["person"] = *reason.person + 1;
    out["condition"] = reason.source->source.text.substr(where.begin, where.end - where.begin);
    if (reason.left) out["left"] = shown(reason, *reason.left);
    if (reason.right) out["right"] = shown(reason, *reason.right);
    if (reason.by) {
      out["by"] = shown(reason, *reason.by);
      out["unit"] = to_string(reason.condition->operands.front()->what.measure);
    }
    if (reason.rule != nullptr) add_version(out, *reason.rule);
    return out;
  }

  [[nodiscard]] static std::string shown(const failed_condition& reason, const value& what) {
    definition like;
    like.what = reason.condition->operands.front()->what;
    return plain_value(like, what);
  }

  [[nodiscard]] ordered_json write(const assumption& one) const {
    const definition& of = book_.at(one.definition);
    ordered_json out;
    out["name"] = of.name;
    if (one.person) out["person"] = *one.person + 1;
    out["value"] = plain_value(of, of.otherwise->what);
    out["text"] = of.otherwise->by_law ? of.title.in(lang_) : of.otherwise->title.in(lang_);
    return out;
  }

  [[nodiscard]] ordered_json write(const trace_step& step) const {
    const definition& of = book_.at(step.definition);
    ordered_json out;
    out["name"] = of.name;
    out["title"] = of.title.in(lang_);
    if (step.person) out["person"] = *step.person + 1;
    out["value"] = plain_value(of, step.result.what());
    out["unit"] =
        of.what.is(type_kind::number) ? ordered_json(to_string(of.what.measure)) : ordered_json(nullptr);
    out["origin"] = name_of(step.from);
    out["essential"] = step.essential;
    if (!step.months.empty())
      for (const auto& month : step.months) out["months"].push_back(plain_value(of, month));
    if (step.rule == nullptr) return out;
    if (step.used != nullptr && step.from == origin::computed) {
      out["formula"] = step.used->source.text;
      out["with_numbers"] =
          format_formula(book_, of, step.used->source.text, step.mentions, formula_style::numbers, lang_);
    }
    if (step.before_rounding && step.rule->round) {
      const rounding_rule& rule = *step.rule->round;
      ordered_json rounding;
      rounding["before"] = to_string(*step.before_rounding);
      rounding["to"] = to_string(rule.to);
      rounding["mode"] = slieksnis::name_of(rule.mode);
      rounding["assumed"] = rule.sources.empty();
      rounding["sources"] = sources(rule.sources);
      out["rounding"] = std::move(rounding);
    }
    if (step.row != nullptr) {
      ordered_json row;
      row["title"] = step.row->title.in(lang_);
      row["cells"] = step.row->cells;
      if (!step.row->sources.empty()) row["sources"] = sources(step.row->sources);
      row["confidence"] = name_of(step.row->support);
      if (!step.row->note.empty()) row["note"] = step.row->note.in(lang_);
      out["row"] = std::move(row);
    }
    add_version(out, *step.rule);
    return out;
  }

  const rule_book& book_;
  const facts& stated_;
  const render_options& options_;
  language lang_;
};

}  // namespace detail

SLIEKSNIS_INLINE std::string render_json(const rule_book& book, const facts& stated, const answer& given,
                                         const render_options& options) {
  const detail::json_writer writer(book, stated, options);
  detail::ordered_json out;
  out["on"] = to_string(given.on);
  if (given.on_is_today) out["on_is_today"] = true;
  detail::add_assumptions(out, book, options.lang, detail::reforms_json(book, given.reformed, options.lang));
  out["decisions"] = detail::ordered_json::array();
  for (const decision& decided : given.decisions) out["decisions"].push_back(writer.write(decided));
  out["totals"] = detail::ordered_json::array();
  for (const total& sum : totals_of(book, given.decisions)) {
    detail::ordered_json one;
    one["paid"] = std::string(slieksnis::name_of(sum.paid));
    one["unit"] = to_string(sum.measure);
    one["amount"] = detail::plain_amount(sum);
    out["totals"].push_back(std::move(one));
  }
  if (!given.not_in_force.empty()) {
    out["not_in_force"] = detail::ordered_json::array();
    for (const std::size_t id : given.not_in_force) out["not_in_force"].push_back(book.at(id).name);
  }
  return out.dump(2, ' ', false, detail::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace v0
}  // namespace slieksnis
