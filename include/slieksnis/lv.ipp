// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "lv.hpp"
#include "rule/embedded_rules.hpp"

namespace slieksnis {
inline namespace v0 {
namespace lv {

namespace detail {

SLIEKSNIS_INLINE std::string_view name_of(composition of) {
  switch (of) {
    case composition::lone_pension_age_or_disabled:
      return "lone_pension_age_or_disabled";
    case composition::only_pension_age_or_disabled:
      return "only_pension_age_or_disabled";
    case composition::only_pension_age_or_disabled_with_children:
      return "only_pension_age_or_disabled_with_children";
    case composition::other:
      break;
  }
  return "other";
}

SLIEKSNIS_INLINE rational number(std::string_view name, date on, const facts& stated) {
  const evaluated found = slieksnis::value_of(law(), on, name, stated);
  const auto* result = found.as<rational>();
  if (result == nullptr)
    throw std::logic_error("slieksnis::lv: " + std::string(name) + " depends on more facts");
  return *result;
}

SLIEKSNIS_INLINE money amount(std::string_view name, date on, const facts& stated) {
  const auto whole = money::exactly(number(name, on, stated));
  if (!whole)
    throw std::logic_error("slieksnis::lv: " + std::string(name) + " is not a number of whole cents");
  return *whole;
}

}  // namespace detail

SLIEKSNIS_INLINE const rule_book& law() {
  static const rule_book book = [] {
    std::vector<source_pointer> files;
    for (const auto& file : embedded_rule_files())
      if (role_of(file.path) !=
          rule_file_role::cases)  // cases are for tests; reading them would cost more than the rules
        files.push_back(std::make_shared<const source_text>(std::string(file.path), std::string(file.bytes)));
    return load_rule_book(files);
  }();
  return book;
}

SLIEKSNIS_INLINE facts facts_of(const household& about) {
  facts stated(law());
  if (about.members) stated.set("members", *about.members);
  if (about.income) stated.set("income", *about.income);
  if (about.housing_costs) stated.set("housing_costs", *about.housing_costs);
  if (about.composition) stated.set("composition", detail::name_of(*about.composition));
  if (about.low_income_first) stated.set("low_income_first", *about.low_income_first);
  if (about.low_income_next) stated.set("low_income_next", *about.low_income_next);
  if (about.property_within_limits) stated.set("property_within_limits", *about.property_within_limits);
  return stated;
}

SLIEKSNIS_INLINE rational income_median(date on) { return detail::number("income_median", on, facts(law())); }
SLIEKSNIS_INLINE rational gmi_share(date on) { return detail::number("gmi_share", on, facts(law())); }

SLIEKSNIS_INLINE money gmi_level(int members, date on) {
  return detail::amount("gmi_level", on, facts(law()).set("members", members));
}

SLIEKSNIS_INLINE money poor_level(int members, date on) {
  return detail::amount("poor_level", on, facts(law()).set("members", members));
}

SLIEKSNIS_INLINE rational housing_coefficient(composition of, date on) {
  return detail::number("housing_coefficient", on, facts(law()).set("composition", detail::name_of(of)));
}

SLIEKSNIS_INLINE decision gmi_benefit(const household& about, date on) {
  return decide(law(), on, "gmi_benefit", facts_of(about));
}
SLIEKSNIS_INLINE decision housing_benefit(const household& about, date on) {
  return decide(law(), on, "housing_benefit", facts_of(about));
}
SLIEKSNIS_INLINE decision poor_household(const household& about, date on) {
  return decide(law(), on, "poor_household", facts_of(about));
}
SLIEKSNIS_INLINE decision low_income_household(const household& about, date on) {
  return decide(law(), on, "low_income_household", facts_of(about));
}

}  // namespace lv
}  // namespace v0
}  // namespace slieksnis
