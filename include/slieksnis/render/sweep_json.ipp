// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

#include "json.ipp"
#include "sweep.hpp"
#include "sweep.ipp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

SLIEKSNIS_INLINE ordered_json varied_json(const rule_book& book, const variation& varied, language lang) {
  const definition& of = book.at(varied.definition);
  const auto shown = [&](const rational& number) { return plain_value(of, value{number}); };
  ordered_json one;
  one["name"] = of.name;
  one["title"] = of.title.in(lang);
  if (varied.person) one["person"] = *varied.person + 1;
  one["unit"] = to_string(of.what.measure);
  one["from"] = shown(varied.first);
  one["to"] = shown(varied.last);
  one["step"] = shown(varied.step);
  if (varied.since) one["since"] = to_string(*varied.since);
  return one;
}

/// Puts a line for each setting in place of the member that is still null.
SLIEKSNIS_INLINE std::string with_settings(const ordered_json& out,
                                           const std::vector<ordered_json>& settings) {
  std::string lines;
  for (const ordered_json& one : settings) lines += (lines.empty() ? "[\n    " : ",\n    ") + one.dump();
  std::string text = out.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
  const std::string_view gap = "\"settings\": null";
  text.replace(text.find(gap) + gap.size() - 4, 4, lines + "\n  ]");
  return text;
}

SLIEKSNIS_INLINE ordered_json sweep_columns_json(const rule_book& book, const facts& stated,
                                                 const sweep& given, language lang) {
  ordered_json out = ordered_json::array();
  for (const sweep_column& column : given.columns) {
    const definition& of = book.at(column.benefit);
    ordered_json one;
    one["id"] = of.name;
    one["title"] = of.title.in(lang);
    if (column.person) {
      one["person"] = *column.person + 1;
      if (const auto label = stated.label(*column.person); !label.empty()) one["label"] = label;
    }
    one["unit"] = has_amount(book, column) ? ordered_json(to_string(of.what.measure)) : ordered_json(nullptr);
    if (of.paid) one["paid"] = std::string(slieksnis::name_of(*of.paid));
    out.push_back(std::move(one));
  }
  return out;
}

SLIEKSNIS_INLINE ordered_json setting_json(const rule_book& book, const sweep& given,
                                           const sweep_setting& setting) {
  const auto money = [](const rational& amount) { return plain_value(euro_a_month(), value{amount}); };
  ordered_json out;
  out["at"] = ordered_json::array();
  for (std::size_t i = 0; i < given.varied.size(); ++i)
    out["at"].push_back(plain_value(book.at(given.varied[i].definition), value{setting.at[i]}));
  out["decisions"] = ordered_json::array();
  for (std::size_t i = 0; i < given.columns.size(); ++i) {
    const sweep_cell& cell = setting.cells[i];
    ordered_json one;
    one["outcome"] = outcome_name(cell);
    one["amount"] = cell.amount
                        ? ordered_json(plain_value(book.at(given.columns[i].benefit), value{*cell.amount}))
                        : ordered_json(nullptr);
    out["decisions"].push_back(std::move(one));
  }
  out["totals"] = ordered_json::array();
  for (const total& sum : setting.totals) {
    ordered_json one;
    one["paid"] = std::string(slieksnis::name_of(sum.paid));
    one["unit"] = to_string(sum.measure);
    one["amount"] = plain_amount(sum);
    out["totals"].push_back(std::move(one));
  }
  if (!given.income) return out;
  out["own_income"] = money(*setting.own_income);
  out["total"] = money(*setting.own_income + setting.benefits);
  out["marginal_loss"] =
      setting.marginal_loss ? ordered_json(to_string(*setting.marginal_loss)) : ordered_json(nullptr);
  return out;
}

}  // namespace detail

SLIEKSNIS_INLINE std::string sweep_json(const rule_book& book, const facts& stated, const sweep& given,
                                        const render_options& options) {
  using detail::ordered_json;
  ordered_json out;
  out["on"] = to_string(given.on);
  out["varied"] = ordered_json::array();
  for (std::size_t i = 0; i < given.varied.size(); ++i) {
    const variation& varied = given.varied[i];
    ordered_json one = detail::varied_json(book, varied, options.lang);
    one["read"] =
        std::find(given.nothing_reads.begin(), given.nothing_reads.end(), i) == given.nothing_reads.end();
    out["varied"].push_back(std::move(one));
  }
  out["columns"] = detail::sweep_columns_json(book, stated, given, options.lang);
  out["settings"] = nullptr;  // written below, a line each
  const detail::sweep_doubts doubts = detail::doubts_of(book, stated, given, options);
  out["needs"] = detail::needs_of(book, given);
  out["assumptions"] = doubts.assumptions;
  out["cautions"] = doubts.cautions;
  std::vector<ordered_json> settings;
  for (const sweep_setting& setting : given.settings)
    settings.push_back(detail::setting_json(book, given, setting));
  return detail::with_settings(out, settings);
}

}  // namespace v0
}  // namespace slieksnis
