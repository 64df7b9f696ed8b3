// SPDX-License-Identifier: Apache-2.0
/// \file Static types of formulas, and the entities that facts and rules are about.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "../value/words.hpp"
#include "unit.hpp"

namespace slieksnis {
inline namespace v0 {

/// Whose value it is. What is of the country depends on the date only.
enum class entity { country, municipality, household, person };

enum class type_kind {
  number,
  boolean,
  text,
  day,
  months_duration,
  days_duration,
  null,
  any,
  list,
  range,
  person
};

/// The id and title of one allowed value.
struct enumeration_value {
  std::string id;
  words title;
};
using enumeration = std::vector<enumeration_value>;

/// The type of an expression. Enumerations are texts with a closed list of values.
struct type {
  type_kind kind = type_kind::any;
  unit measure;                               ///< of a number
  std::shared_ptr<const enumeration> values;  ///< of a text that is an enumeration
  std::shared_ptr<const type> element;        ///< of a list or range
  bool bare = false;        ///< a number written in the formula: it takes any unit but money
  bool zero = false;        ///< a written zero: it takes every unit
  bool per_person = false;  ///< a list with one item for each person, or for some of them

  [[nodiscard]] static type number(unit measure) {
    return {type_kind::number, std::move(measure), {}, {}, false, false, false};
  }
  [[nodiscard]] static type of(type_kind kind) { return {kind, {}, {}, {}, false, false, false}; }
  [[nodiscard]] static type list_of(const type& element, bool per_person) {
    return {type_kind::list, {}, {}, std::make_shared<const type>(element), false, false, per_person};
  }
  [[nodiscard]] bool is(type_kind wanted) const noexcept { return kind == wanted; }
  [[nodiscard]] bool is_enumeration() const noexcept { return values != nullptr; }
};

/// "a number in EUR/month", "true or false": a type as a reader of an error would say it.
[[nodiscard]] words described(const type& what);
/// `country`, `household` and so on, as rule files write them.
[[nodiscard]] std::string_view name_of(entity of) noexcept;
[[nodiscard]] words described(entity of);
/// "a value of the household": what belongs to an entity.
[[nodiscard]] words value_of(entity of);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "type.ipp"
#endif
