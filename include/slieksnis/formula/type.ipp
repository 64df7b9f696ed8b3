// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "type.hpp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE words described(const type& what) {
  switch (what.kind) {
    case type_kind::number:
      if (what.measure.pure()) return {"skaitlis bez mērvienības", "a pure number"};
      return {"skaitlis ar mērvienību " + to_string(what.measure), "a number in " + to_string(what.measure)};
    case type_kind::boolean:
      return {"loģiska vērtība (true vai false)", "true or false"};
    case type_kind::text:
      return what.is_enumeration() ? words{"vērtība no noteikta saraksta", "a value from a fixed list"}
                                   : words{"teksts", "a text"};
    case type_kind::day:
      return {"datums", "a date"};
    case type_kind::months_duration:
      return {"ilgums gados un mēnešos", "a duration in years and months"};
    case type_kind::days_duration:
      return {"ilgums dienās", "a duration in days"};
    case type_kind::null:
      return {"null", "null"};
    case type_kind::any:
      return {"jebkas", "anything"};
    case type_kind::list: {
      if (!what.element || what.element->is(type_kind::any)) return {"saraksts", "a list"};
      const words of = described(*what.element);
      return {"saraksts (" + of.lv + ")", "a list (" + of.en + ")"};
    }
    case type_kind::range:
      return {"intervāls", "a range"};
    case type_kind::person:
      return {"persona", "a person"};
  }
  return {};
}

SLIEKSNIS_INLINE std::string_view name_of(entity of) noexcept {
  switch (of) {
    case entity::country:
      return "country";
    case entity::municipality:
      return "municipality";
    case entity::household:
      return "household";
    case entity::person:
      break;
  }
  return "person";
}

SLIEKSNIS_INLINE words described(entity of) {
  switch (of) {
    case entity::country:
      return {"valsts", "the country"};
    case entity::municipality:
      return {"pašvaldība", "the municipality"};
    case entity::household:
      return {"mājsaimniecība", "the household"};
    case entity::person:
      break;
  }
  return {"persona", "the person"};
}

SLIEKSNIS_INLINE words value_of(entity of) {
  switch (of) {
    case entity::country:
      return {"lielums, kas atkarīgs tikai no datuma", "a value that depends on the date only"};
    case entity::municipality:
      return {"pašvaldības lielums", "a value of the municipality"};
    case entity::household:
      return {"mājsaimniecības lielums", "a value of the household"};
    case entity::person:
      break;
  }
  return {"personas lielums", "a value of the person"};
}

}  // namespace v0
}  // namespace slieksnis
