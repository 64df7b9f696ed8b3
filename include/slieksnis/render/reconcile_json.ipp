// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "json.ipp"
#include "listing.ipp"
#include "reconcile.hpp"
#include "reconcile.ipp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// A part of a rule file as it stands there; numbers become text, so that nothing rounds them.
SLIEKSNIS_INLINE ordered_json json_of(const json_node& node) {
  switch (node.kind) {
    case json_kind::null:
      break;
    case json_kind::boolean:
      return node.text == "true";
    case json_kind::number:
    case json_kind::text:
      return node.text;
    case json_kind::list: {
      ordered_json list = ordered_json::array();
      for (const json_node& item : node.items) list.push_back(json_of(item));
      return list;
    }
    case json_kind::object: {
      ordered_json object = ordered_json::object();
      for (std::size_t i = 0; i < node.keys.size(); ++i) object[node.keys[i].name] = json_of(node.items[i]);
      return object;
    }
  }
  return nullptr;
}

SLIEKSNIS_INLINE ordered_json about_json(const rule_book& book, const definition& of, language lang) {
  ordered_json out;
  out["id"] = of.name;
  out["topic"] = book.topics()[of.topic].name;
  out["title"] = of.title.in(lang);
  out["unit"] =
      of.what.is(type_kind::number) ? ordered_json(to_string(of.what.measure)) : ordered_json(nullptr);
  return out;
}

SLIEKSNIS_INLINE ordered_json figure_json(const rule_book& book, const proof& one, language lang) {
  const published_figure& figure = *one.figure;
  const definition& of = book.at(figure.of);
  ordered_json out = about_json(book, of, lang);
  out["on"] = to_string(figure.on);
  if (figure.facts) out["facts"] = json_of(*figure.facts);
  for (const auto& [name, text] : figure.given) out["given"][name] = text;
  out["published"] = plain_value(of, figure.what);
  out["computed"] =
      one.computed.known() ? ordered_json(plain_value(of, one.computed.what())) : ordered_json(nullptr);
  out["verdict"] = std::string(slieksnis::name_of(verdict_of(one)));
  if (!figure.conflict.empty()) out["explanation"] = figure.conflict.in(lang);
  out["sources"] = sources_json(book, figure.sources, lang);
  return out;
}

SLIEKSNIS_INLINE ordered_json interval_json(const rule_book& book, const implied_interval& one,
                                            language lang) {
  const definition& of = book.at(one.parameter);
  const auto end = [](const std::optional<rational>& number) {
    return number ? ordered_json(to_string(*number)) : ordered_json(nullptr);
  };
  const auto binding = [&](const std::vector<const published_figure*>& figures) {
    ordered_json list = ordered_json::array();
    for (const published_figure* figure : figures) {
      const definition& bound = book.at(figure->of);
      list.push_back({{"id", bound.name},
                      {"on", to_string(figure->on)},
                      {"published", plain_value(bound, figure->what)},
                      {"sources", sources_json(book, figure->sources, lang)}});
    }
    return list;
  };
  ordered_json out = about_json(book, of, lang);
  out["from"] = to_string(one.rule->when.from);
  out["to"] = to_string(one.rule->when.to);
  out["value"] = plain_value(of, one.working);
  out["fits"] = one.fits;
  out["implied"] = {{"low", end(one.low)}, {"high", end(one.high)}};
  out["written"] = {{"low", to_string(one.rule->between->first)},
                    {"high", to_string(one.rule->between->second)}};
  out["as_written"] = one.as_written;
  out["lower_end_bound_by"] = binding(one.bind_low);
  out["upper_end_bound_by"] = binding(one.bind_high);
  out["sources"] = sources_json(book, one.rule->sources, lang);
  return out;
}

SLIEKSNIS_INLINE ordered_json conflict_json(const rule_book& book, std::size_t topic,
                                            const known_conflict& one, language lang) {
  ordered_json out;
  out["id"] = one.id;
  out["topic"] = book.topics()[topic].name;
  out["title"] = one.title.in(lang);
  out["found"] = one.found.in(lang);
  out["decided"] = one.decided.in(lang);
  out["reason"] = one.reason.in(lang);
  out["open"] = one.open;
  out["about"] = ordered_json::array();
  for (const std::size_t id : one.about) out["about"].push_back(book.at(id).name);
  out["sources"] = sources_json(book, one.sources, lang);
  return out;
}

}  // namespace detail

SLIEKSNIS_INLINE std::string reconcile_json(const rule_book& book, const reconciled_part& part,
                                            language lang) {
  const detail::reconciliation all = detail::reconcile(book, part);
  detail::ordered_json out;
  for (const char* list : {"figures", "intervals", "conflicts"}) out[list] = detail::ordered_json::array();
  for (const proof& one : all.figures) out["figures"].push_back(detail::figure_json(book, one, lang));
  for (const implied_interval& one : all.intervals)
    out["intervals"].push_back(detail::interval_json(book, one, lang));
  for (const auto& [topic, one] : all.conflicts)
    out["conflicts"].push_back(detail::conflict_json(book, topic, *one, lang));
  out["summary"] = {{"figures", all.figures.size()},
                    {"equal", all.count(verdict::equal)},
                    {"explained", all.count(verdict::explained)},
                    {"open", all.count(verdict::open)},
                    {"unexplained", all.count(verdict::unexplained)},
                    {"intervals", all.intervals.size()},
                    {"conflicts", all.conflicts.size()},
                    {"open_conflicts", all.open_conflicts()}};
  return out.dump(2) + "\n";
}

}  // namespace v0
}  // namespace slieksnis
