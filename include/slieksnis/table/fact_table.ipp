// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <utility>

#include "../source/nearest.hpp"
#include "fact_table.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

SLIEKSNIS_INLINE void wrong_column(std::string_view name, error_code code, complaint words) {
  throw unusable({error(code, std::string(name), std::move(words))});
}

}  // namespace detail

SLIEKSNIS_INLINE const fact_column* fact_table::column(std::size_t definition) const noexcept {
  for (const fact_column& one : columns_)
    if (one.definition == definition) return &one;
  return nullptr;
}

SLIEKSNIS_INLINE fact_table& fact_table::persons(std::span<const std::uint32_t> offsets) {
  const bool rising = !offsets.empty() && std::is_sorted(offsets.begin(), offsets.end());
  if (offsets.size() != households_ + 1 || !rising || offsets.front() != 0)
    detail::wrong_column("persons", error_code::facts_persons,
                         {{"augošas vietas, par vienu vairāk nekā mājsaimniecību",
                           "rising places, one more than there are households"},
                          same(std::to_string(offsets.size())),
                          {}});
  offsets_ = offsets;
  return *this;
}

SLIEKSNIS_INLINE fact_column& fact_table::add(std::string_view name, type_kind expected, std::size_t size,
                                              validity stated) {
  const auto id = book().find_spoken(name);
  if (!id) {
    std::vector<std::string> names;
    for (const definition& one : book().definitions()) names.push_back(one.name);
    detail::wrong_column(
        name, error_code::facts_unknown_name,
        {{"zināms nosaukums", "a known name"}, same(in_quotes(name)), did_you_mean(name, names)});
  }
  const definition& of = book().at(*id);
  if (column(*id) != nullptr)
    detail::wrong_column(
        name, error_code::facts_twice,
        {{"katra kolonna vienu reizi", "each column once"}, {"otrreiz", "a second time"}, {}});
  if (!of.what.is(expected))
    detail::wrong_column(name, error_code::facts_kind,
                         {described(of.what), described(type::of(expected)), {}});
  const std::size_t wanted = of.of == entity::person ? person_count() : households_;
  if (size != wanted)
    detail::wrong_column(
        name, error_code::facts_kind,
        {{"kolonna ar garumu " + std::to_string(wanted), "a column of length " + std::to_string(wanted)},
         same(std::to_string(size)),
         {"kolonnā ir vērtība katrai mājsaimniecībai vai personai",
          "a column has a value for each household or person"}});
  if (!stated.empty() && stated.size() < (wanted + 63) / 64)
    detail::wrong_column(name, error_code::facts_kind,
                         {{"derīguma bits katrai no " + std::to_string(wanted) + " rindām",
                           "a validity bit for each of " + std::to_string(wanted) + " rows"},
                          same(std::to_string(stated.size() * 64)),
                          {}});
  fact_column made;
  made.definition = *id;
  made.stated = stated;
  columns_.push_back(std::move(made));
  return columns_.back();
}

SLIEKSNIS_INLINE fact_table& fact_table::numbers(std::string_view name, std::span<const std::int64_t> values,
                                                 int decimals, validity stated) {
  fact_column& made = add(name, type_kind::number, values.size(), stated);
  if (decimals < 0 || decimals > decimal_digits_max) {
    columns_.pop_back();
    detail::wrong_column(
        name, error_code::facts_kind,
        {{"0 līdz 18 decimālzīmes", "0 to 18 decimals"}, same(std::to_string(decimals)), {}});
  }
  made.numbers = values;
  made.decimals = decimals;
  return *this;
}

SLIEKSNIS_INLINE fact_table& fact_table::days(std::string_view name, std::span<const std::int32_t> values,
                                              validity stated) {
  add(name, type_kind::day, values.size(), stated).days = values;
  return *this;
}

SLIEKSNIS_INLINE fact_table& fact_table::truths(std::string_view name, std::span<const std::uint8_t> values,
                                                validity stated) {
  add(name, type_kind::boolean, values.size(), stated).codes = values;
  return *this;
}

SLIEKSNIS_INLINE fact_table& fact_table::choices(std::string_view name, std::span<const std::uint8_t> codes,
                                                 std::vector<std::string> dictionary, validity stated) {
  fact_column& made = add(name, type_kind::text, codes.size(), stated);
  const auto refuse = [&](complaint words) {
    columns_.pop_back();
    detail::wrong_column(name, error_code::facts_enumeration, std::move(words));
  };
  made.codes = codes;
  for (std::size_t row = 0; row < codes.size(); ++row)
    if (codes[row] >= dictionary.size() && made.is_stated(row))
      refuse({{"vieta vārdnīcā: mazāk nekā " + std::to_string(dictionary.size()),
               "a place in the dictionary: below " + std::to_string(dictionary.size())},
              same(std::to_string(codes[row])),
              {}});
  if (const definition& of = book().at(made.definition); of.what.is_enumeration()) {
    std::vector<std::string> ids;
    for (const auto& one : *of.what.values) ids.push_back(one.id);
    for (const std::string& id : dictionary)
      if (std::find(ids.begin(), ids.end(), id) == ids.end())
        refuse({described(of.what), same(in_quotes(id)), did_you_mean(id, ids)});
  }
  made.dictionary = std::move(dictionary);
  return *this;
}

SLIEKSNIS_INLINE facts fact_table::household(std::size_t row) const {
  facts result = shared_;
  const std::size_t first = has_persons() ? offsets_[row] : 0;
  const std::size_t last = has_persons() ? offsets_[row + 1] : 0;
  if (has_persons()) result.state_persons();
  for (std::size_t person = first; person < last; ++person) result.add_person();
  for (const fact_column& one : columns_) {
    const definition& of = book().at(one.definition);
    const auto cell = [&](std::size_t place) -> value {
      if (!one.numbers.empty()) {
        std::int64_t power = 1;
        for (int i = 0; i < one.decimals; ++i) power *= 10;
        return rational(one.numbers[place], power);
      }
      if (!one.days.empty()) return date{std::chrono::days{one.days[place]}};
      if (of.what.is(type_kind::boolean)) return one.codes[place] != 0;
      return one.dictionary[one.codes[place]];
    };
    if (of.of != entity::person) {
      if (one.is_stated(row)) result.put(one.definition, {cell(row), {}});
      continue;
    }
    for (std::size_t person = first; person < last; ++person)
      if (one.is_stated(person)) result.put_person(person - first, one.definition, {cell(person), {}});
  }
  return result;
}

}  // namespace v0
}  // namespace slieksnis
