// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

#include "write_facts.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

SLIEKSNIS_INLINE nlohmann::ordered_json written(const definition& of, const stated_value& stated) {
  if (!stated.months.empty()) {
    auto months = nlohmann::ordered_json::array();
    for (const rational& month : stated.months) months.push_back(plain_value(of, value{month}));
    return months;
  }
  if (const bool* truth = std::get_if<bool>(&stated.what)) return *truth;
  const auto* number = std::get_if<rational>(&stated.what);
  const auto whole = number != nullptr ? number->as_integer() : std::nullopt;
  if (whole && !of.what.measure.of_money()) return *whole;
  return plain_value(of, stated.what);
}

}  // namespace detail

SLIEKSNIS_INLINE std::string plain_value(const definition& of, const value& what) {
  const auto* number = std::get_if<rational>(&what);
  if (number == nullptr) return to_string(what);
  std::string text = to_string(*number);
  if (of.what.measure.of_money() && number->as_decimal()) {
    const std::size_t point = text.find('.');
    const std::size_t places = point == std::string::npos ? 0 : text.size() - point - 1;
    if (places < 2) text += (places == 0 ? ".00" : "0");
  }
  return text;
}

SLIEKSNIS_INLINE std::string write_facts(const facts& stated, std::optional<date> on) {
  using nlohmann::ordered_json;
  const rule_book& book = stated.book();
  const auto add = [&](ordered_json& to, const stated_values& values, const auto& wanted) {
    for (const auto& [id, one] : values)
      if (wanted(book.at(id))) to[book.at(id).name] = detail::written(book.at(id), one);
  };
  const auto any = [](const definition&) { return true; };
  const auto of_municipality = [](const definition& of) { return of.of == entity::municipality; };
  auto result = ordered_json::object();
  if (on) result["on"] = to_string(*on);
  auto household = ordered_json::object();
  add(household, stated.common(), [&](const definition& of) { return !of_municipality(of); });
  if (!household.empty()) result["household"] = std::move(household);
  auto municipality = ordered_json::object();
  add(municipality, stated.common(), of_municipality);
  if (!municipality.empty()) result["municipality"] = std::move(municipality);
  if (stated.persons()) {
    auto persons = ordered_json::array();
    for (std::size_t i = 0; i < stated.persons()->size(); ++i) {
      auto person = ordered_json::object();
      if (!stated.label(i).empty()) person["label"] = stated.label(i);
      add(person, (*stated.persons())[i], any);
      persons.push_back(std::move(person));
    }
    result["persons"] = std::move(persons);
  }
  auto given = ordered_json::object();
  add(given, stated.overrides(), any);
  if (!given.empty()) result["given"] = std::move(given);
  return result.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace v0
}  // namespace slieksnis
