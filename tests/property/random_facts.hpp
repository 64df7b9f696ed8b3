// SPDX-License-Identifier: Apache-2.0
/// \file Random values and cases over any rule book.
#pragma once

#include <rapidcheck.h>

#include <slieksnis/facts/facts.hpp>
#include <string>
#include <vector>

namespace random_facts {

using namespace slieksnis;

inline rational number_for(const definition& of) {
  const auto scale = rational::power(rational(10), of.decimals);
  const std::int64_t low = of.minimum ? of.minimum->floor().as_integer().value_or(0) : -50;
  const std::int64_t high = of.maximum ? of.maximum->floor().as_integer().value_or(low + 2000) : low + 2000;
  const auto hundred = std::min<std::int64_t>(scale.as_integer().value_or(100), 100);
  rational result(*rc::gen::inRange<std::int64_t>(low * hundred, high * hundred + 1));
  result = result / rational(hundred);
  return of.minimum && result < *of.minimum ? *of.minimum : result;
}

inline date day_for(const definition& of, date on) {
  const int back = of.not_after_on ? 0 : 400;
  return on - std::chrono::days{*rc::gen::inRange(-back, 25'000)};
}

inline stated_value value_for(const definition& of, date on) {
  switch (of.what.kind) {
    case type_kind::boolean:
      return {value{*rc::gen::arbitrary<bool>()}, {}};
    case type_kind::day:
      return {value{day_for(of, on)}, {}};
    case type_kind::months_duration:
      return {value{months_duration{*rc::gen::inRange(0, 900)}}, {}};
    case type_kind::number:
      break;
    default:
      if (of.what.is_enumeration()) return {value{(*rc::gen::elementOf(*of.what.values)).id}, {}};
      return {value{*rc::gen::element<std::string>("", "x", "Ģertrūdes iela 5", "a\"b'c\\", "1\n2")}, {}};
  }
  if (!of.averaged || *rc::gen::arbitrary<bool>()) return {value{number_for(of)}, {}};
  stated_value result;
  for (int i = 0; i < 3; ++i) result.months.push_back(number_for(of));
  result.what = (result.months[0] + result.months[1] + result.months[2]) / rational(3);
  return result;
}

/// What a case may state: facts that can be read back from text.
inline bool may_be_stated(const definition& of) { return of.what.kind != type_kind::days_duration; }

/// Any case: some facts of the household, some persons with some facts, labels, overrides.
inline facts any_facts(const rule_book& book, date on) {
  std::vector<std::size_t> common;
  std::vector<std::size_t> of_persons;
  for (std::size_t id = 0; id < book.definitions().size(); ++id)
    if (may_be_stated(book.at(id))) (book.at(id).of == entity::person ? of_persons : common).push_back(id);
  facts result(book);
  for (int i = *rc::gen::inRange(0, 6); i > 0; --i) {
    const std::size_t id = *rc::gen::elementOf(common);
    result.put(id, value_for(book.at(id), on));
  }
  for (int i = *rc::gen::inRange(0, 3); i > 0; --i) {
    const std::size_t id = *rc::gen::elementOf(common);
    result.put_override(id, value_for(book.at(id), on));
  }
  if (*rc::gen::arbitrary<bool>()) result.state_persons();
  for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
    const std::size_t person = result.add_person();
    for (int k = *rc::gen::inRange(0, 5); k > 0; --k) {
      const std::size_t id = *rc::gen::elementOf(of_persons);
      result.put_person(person, id, value_for(book.at(id), on));
    }
    if (*rc::gen::arbitrary<bool>())
      result.set_label(person, *rc::gen::element<std::string>("vecmāmiņa", "son", "vecā māte", "a\"b'c\\"));
  }
  return result;
}

}  // namespace random_facts
