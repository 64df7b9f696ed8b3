// SPDX-License-Identifier: Apache-2.0
// The middle part of type_check.ipp: what a name in a formula stands for, and whether it may stand there.
#pragma once

#include <algorithm>

#include "type_check.hpp"

namespace slieksnis {
inline namespace v0 {
namespace detail {

SLIEKSNIS_INLINE type type_checker::name(expression& e) {
  if (const auto v = std::find_if(variables_.rbegin(), variables_.rend(),
                                  [&](const auto& known) { return known.name == e.name; });
      v != variables_.rend()) {
    e.meaning = name_meaning::variable;
    if (v->axis != axis_ && !(v->axis == 0 && setting_.of != entity::person)) return other_axis(e);
    return v->what;
  }
  if (e.name == "on") return e.meaning = name_meaning::on, type::of(type_kind::day);
  if (e.name == "persons") {
    e.meaning = name_meaning::persons;
    if (setting_.of == entity::country || setting_.of == entity::municipality)
      return wrong(error_code::formula_entity, e.where, value_of(setting_.of),
                   {"personu saraksts", "the list of persons"},
                   {"lielumam norādiet \"of\": \"household\"", "give the definition \"of\": \"household\""});
    return type::list_of(type::of(type_kind::person), true);
  }
  if (e.name == "previous") return previous(e);
  if (e.name == setting_.own_name && setting_.itself) {
    e.meaning = name_meaning::itself;
    e.definition = setting_.itself->definition;
    if (!setting_.may_name_itself)
      return wrong(error_code::rule_cycle, e.where,
                   {"formula, kas neizmanto pati sevi", "a formula that does not use itself"}, same(e.name),
                   {"sevi drīkst nosaukt tikai lielums ar jautājumu (\"question\")",
                    "only a definition with a \"question\" may name itself"});
    return axis_ != 0 && setting_.of == entity::person ? other_axis(e) : setting_.itself->what;
  }
  return definition(e);
}

SLIEKSNIS_INLINE type type_checker::previous(expression& e) {
  e.meaning = name_meaning::previous;
  if (!setting_.itself || !setting_.may_use_previous)
    return wrong(error_code::rule_previous, e.where,
                 {"formula bez `previous`", "a formula without `previous`"}, same("`previous`"),
                 {"pievienojiet versijai \"reviewed_each\", piemēram, \"01-01\"",
                  "give the version a \"reviewed_each\", such as \"01-01\""});
  e.definition = setting_.itself->definition;
  return setting_.itself->what;
}

SLIEKSNIS_INLINE type type_checker::definition(expression& e) {
  const auto found = setting_.names.find(e.name);
  if (!found) {
    auto names = setting_.names.names();
    for (const auto& v : variables_) names.push_back(v.name);
    names.insert(names.end(), {"on", "persons"});
    const words other = feel_for(e.name);
    return wrong(error_code::formula_name, e.where, {"zināms nosaukums", "a known name"},
                 same(in_quotes(e.name)), other.empty() ? did_you_mean(e.name, names) : other);
  }
  e.meaning = name_meaning::definition;
  e.definition = found->definition;
  if (found->of == entity::person) {
    const bool item =
        !variables_.empty() && variables_.back().implicit && variables_.back().what.is(type_kind::person);
    if (item) {
      e.meaning = name_meaning::item_member;
    } else if (setting_.of != entity::person && !variables_.empty() &&
               variables_.back().what.is(type_kind::person)) {
      const std::string through = variables_.back().name + "." + e.name;
      return wrong(
          error_code::formula_entity, e.where,
          {through + " vai mājsaimniecības lielums", through + " or a value of the household"}, same(e.name),
          {"norādiet, kuras personas lielums tas ir: " + through, "say whose value it is: " + through});
    } else if (setting_.of != entity::person) {
      return wrong(error_code::formula_entity, e.where, value_of(setting_.of),
                   {e.name + ", kas ir " + value_of(found->of).lv, e.name + ", " + value_of(found->of).en},
                   setting_.of == entity::household
                       ? words{"izmantojiet personu sarakstu, piemēram, " + over_persons(*found, e.name),
                               "go through the list of persons, such as " + over_persons(*found, e.name)}
                       : other_owner(found->of));
    } else if (axis_ != 0) {
      return other_axis(e);
    }
  } else if ((setting_.of == entity::country && found->of != entity::country) ||
             (setting_.of == entity::municipality && found->of == entity::household)) {
    return wrong(error_code::formula_entity, e.where, value_of(setting_.of),
                 {e.name + ", kas ir " + value_of(found->of).lv, e.name + ", " + value_of(found->of).en},
                 other_owner(found->of));
  }
  return found->what;
}

SLIEKSNIS_INLINE std::string type_checker::over_persons(const named_type& of, const std::string& name) {
  const std::string list = "persons." + name;
  return of.what.is(type_kind::number) && of.what.measure.of_money() ? "sum(" + list + ")"
         : of.what.is(type_kind::boolean)                            ? "any(" + list + ")"
                                                                     : list;
}

SLIEKSNIS_INLINE words type_checker::other_owner(entity of) {
  const std::string written = "\"of\": \"" + std::string(name_of(of)) + "\"";
  return {"šīs formulas lielumam norādiet " + written, "give this formula's definition " + written};
}

SLIEKSNIS_INLINE type type_checker::other_axis(const expression& e) {
  return wrong(
      error_code::formula_entity, e.where,
      {"tikai tās personas lielumi, par kuru ir iekšējais nosacījums",
       "values of the person that the inner condition is about"},
      same(e.name),
      {"ieviesiet palīglielumu mājsaimniecībai", "introduce a variable of the household in between"});
}

}  // namespace detail
}  // namespace v0
}  // namespace slieksnis
