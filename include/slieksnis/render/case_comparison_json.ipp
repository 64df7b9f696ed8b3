// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

#include "../decide/total.hpp"
#include "case_comparison.hpp"
#include "json.ipp"
#include "reforms.ipp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// What a benefit comes to in all: nothing where it is undetermined, zero where it is refused.
SLIEKSNIS_INLINE std::optional<rational> amount_of(const decision* one) {
  if (one == nullptr || one->outcome == outcome::refused) return rational(0);
  return one->amount;
}

SLIEKSNIS_INLINE ordered_json pair_json(const case_comparison& both, const decision_pair& one,
                                        language lang) {
  const bool new_side = one.after != nullptr;
  const rule_book& book = new_side ? both.book_after : both.book_before;
  const decision& any = new_side ? *one.after : *one.before;
  const definition& of = book.at(any.benefit);
  ordered_json out;
  out["id"] = of.name;
  out["title"] = of.title.in(lang);
  if (any.person) out["person"] = *any.person + 1;
  if (of.paid) out["paid"] = std::string(slieksnis::name_of(*of.paid));
  const auto place_of = [](const decision* decided, const std::vector<decision>& all) {
    return decided == nullptr ? ordered_json(nullptr) : ordered_json(decided - all.data());
  };
  out["before"] = place_of(one.before, both.before.decisions);
  out["after"] = place_of(one.after, both.after.decisions);
  out["changed"] = one.changed();
  const auto before = amount_of(one.before);
  const auto after = amount_of(one.after);
  out["change"] = of.kind == definition_kind::benefit && before && after
                      ? ordered_json(plain_value(of, value{*after - *before}))
                      : ordered_json(nullptr);
  out["steps"] = ordered_json::array();
  for (const step_pair& step : one.steps) {
    const trace_step& shown = step.after != nullptr ? *step.after : *step.before;
    const rule_book& from = step.after != nullptr ? both.book_after : both.book_before;
    ordered_json line;
    line["name"] = from.at(shown.definition).name;
    if (shown.person) line["person"] = *shown.person + 1;
    line["before"] =
        step.before == nullptr ? ordered_json(nullptr) : ordered_json(step.before - one.before->trace.data());
    line["after"] =
        step.after == nullptr ? ordered_json(nullptr) : ordered_json(step.after - one.after->trace.data());
    line["changed"] = ordered_json::array();
    if (step.other_value) line["changed"].push_back("value");
    if (step.other_rule) line["changed"].push_back("rule");
    if (step.before == nullptr || step.after == nullptr) line["changed"].push_back("part");
    out["steps"].push_back(std::move(line));
  }
  return out;
}

SLIEKSNIS_INLINE ordered_json side_json(const rule_book& book, const facts& stated, const answer& given,
                                        const render_options& options) {
  const json_writer writer(book, stated, options);
  ordered_json out;
  out["on"] = to_string(given.on);
  out["decisions"] = ordered_json::array();
  for (const decision& decided : given.decisions) out["decisions"].push_back(writer.write(decided));
  out["totals"] = ordered_json::array();
  for (const total& sum : totals_of(book, given.decisions)) {
    ordered_json one;
    one["paid"] = std::string(slieksnis::name_of(sum.paid));
    one["unit"] = to_string(sum.measure);
    one["amount"] = plain_amount(sum);
    out["totals"].push_back(std::move(one));
  }
  return out;
}

}  // namespace detail

SLIEKSNIS_INLINE std::string comparison_json(const case_comparison& both, const render_options& options) {
  using detail::ordered_json;
  ordered_json out;
  if (both.after.on_is_today) out["on_is_today"] = true;
  out["reforms"] = detail::reforms_json(both.book_after, both.after.reformed, options.lang);
  out["differences"] = ordered_json::array();
  for (const decision_pair& one :
       pairs_of(both.book_before, both.before.decisions, both.book_after, both.after.decisions))
    out["differences"].push_back(detail::pair_json(both, one, options.lang));
  out["before"] = detail::side_json(both.book_before, both.stated_before, both.before, options);
  out["after"] = detail::side_json(both.book_after, both.stated_after, both.after, options);
  return out.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace v0
}  // namespace slieksnis
