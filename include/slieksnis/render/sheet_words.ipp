// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <string>

#include "format.ipp"
#include "sheet.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// "person 2", or what the case calls the person.
SLIEKSNIS_INLINE std::string person_words(const facts& stated, std::size_t person, language lang) {
  const std::string_view label = stated.label(person);
  return label.empty() ? detail::say(lang, "{}. persona", "person {}", person + 1) : std::string(label);
}

SLIEKSNIS_INLINE std::string with_person(const std::string& title, const std::optional<std::size_t>& person,
                                         const facts& stated, language lang) {
  return person ? title + " (" + person_words(stated, *person, lang) + ")" : title;
}

/// "person 1, grandmother": who, in the order of the case.
SLIEKSNIS_INLINE std::string persons_words(const facts& stated, const std::set<std::size_t>& persons,
                                           language lang) {
  std::string result;
  for (const std::size_t person : persons)
    result += (result.empty() ? "" : ", ") + person_words(stated, person, lang);
  return result.empty() ? result : " (" + result + ")";
}

/// How often an amount is paid, where its unit does not say so.
SLIEKSNIS_INLINE words payment_words(payment what) {
  switch (what) {
    case payment::once:
      return {"vienreizējs", "once"};
    case payment::quarter:
      return {"par trim mēnešiem", "for three months"};
    case payment::half_year:
      return {"par sešiem mēnešiem", "for six months"};
    case payment::month:
    case payment::service:
      break;
  }
  return {};
}

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis
