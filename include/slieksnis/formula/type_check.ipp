// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <utility>

#include "../source/nearest.hpp"
#include "function.hpp"
#include "lexer.hpp"
#include "type_check.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

class type_checker {
 public:
  type_checker(const formula_setting& setting, std::vector<formula_problem>& problems)
      : setting_(setting), problems_(problems) {}

  type check(expression& e) {
    e.what = visit(e);
    if (std::exchange(wrong_, false)) {
      e.to_null = setting_.feel_compatible;
      e.what = type::of(type_kind::any);
    }
    return e.what;
  }

  /// A range alone is no value.
  type check_whole(expression& e) {
    check(e);
    if (!e.what.is(type_kind::range)) return e.what;
    e.what = mismatch(e, {"vērtība vai saraksts", "a value or a list"});
    e.to_null = setting_.feel_compatible;
    return e.what;
  }

  /// The value must fit `wanted`: for definitions, conditions and arguments.
  void fits(const expression& e, const type& wanted) {
    if (e.kind == expression_kind::conditional) {
      fits(*e.operands[1], wanted);
      fits(*e.operands[2], wanted);
      return;
    }
    if (!common(e.what, wanted))
      mismatch(e, described(wanted),
               both_numbers(e.what, wanted) ? error_code::formula_unit : error_code::formula_type);
    else if (wanted.is_enumeration())
      one_of(e, *wanted.values);
    wrong_ = false;
  }

 private:
  struct variable {
    std::string name;
    type what;
    std::size_t axis;
    bool implicit;  ///< `item`: its members may be named bare
  };

  // ── problems
  // ──────────────────────────────────────────────────────────────────────────────────────────────
  type wrong(error_code code, span where, words expected, words found, words hint = {}) {
    wrong_ = true;
    if (!setting_.feel_compatible)
      problems_.push_back({code, where, {std::move(expected), std::move(found), std::move(hint)}});
    return type::of(type_kind::any);
  }
  type mismatch(const expression& e, words expected, error_code code = error_code::formula_type,
                words hint = {}) {
    if (code == error_code::formula_unit && hint.empty())
      hint = e.what.bare ? words{"naudas summu norādiet kā parametru un formulā rakstiet tā nosaukumu; formulā ierakstītam skaitlim mērvienības nav",
                                 "make the amount a parameter and use its name; a number written in a formula has no unit"}
                         : words{"pārbaudiet šeit izmantoto lielumu \"unit\"", "check the \"unit\" of the names used here"};
    return wrong(code, e.where, std::move(expected), described(e.what), std::move(hint));
  }

  // ── meeting of types
  // ──────────────────────────────────────────────────────────────────────────────────────
  [[nodiscard]] static bool both_numbers(const type& a, const type& b) {
    return a.is(type_kind::number) && b.is(type_kind::number);
  }
  /// The type both values have together, if there is one: "EUR/month and a written 0" is EUR/month.
  [[nodiscard]] static std::optional<type> common(const type& a, const type& b) {
    if (a.is(type_kind::any)) return b;
    if (b.is(type_kind::any)) return a;
    if (a.kind != b.kind) return std::nullopt;
    if (a.is(type_kind::number)) {
      if (a.measure == b.measure) return a.bare ? b : a;
      if (a.zero || (a.bare && !b.measure.of_money())) return b;
      if (b.zero || (b.bare && !a.measure.of_money())) return a;
      return std::nullopt;
    }
    if (a.is(type_kind::list)) {
      const auto element = common(*a.element, *b.element);
      return element ? std::optional(type::list_of(*element, a.per_person || b.per_person)) : std::nullopt;
    }
    return a.is_enumeration() ? a : b;
  }
  /// Two operands brought together, or a problem at the second one.
  type meet(const expression& a, const expression& b) {
    auto together = common(a.what, b.what);
    if (!together && a.what.bare && !b.what.bare &&
        both_numbers(a.what, b.what))  // the written figure is the slip
      return mismatch(a, described(b.what), error_code::formula_unit);
    if (!together)
      return mismatch(
          b, described(a.what),
          both_numbers(a.what, b.what) ? error_code::formula_unit : error_code::formula_type,
          a.what.is(type_kind::day) && b.what.is(type_kind::text)
              ? words{"datumu formulā raksta date(\"2025-01-01\")", "write a date as date(\"2025-01-01\")"}
              : words{});
    if (a.what.is_enumeration()) one_of(b, *a.what.values);
    if (b.what.is_enumeration()) one_of(a, *b.what.values);
    together->bare = a.what.bare && b.what.bare;
    together->zero = false;
    return *together;
  }
  void one_of(const expression& e, const enumeration& values) {
    const auto* text = e.kind == expression_kind::literal ? std::get_if<std::string>(&e.written) : nullptr;
    if (text == nullptr) return;
    std::vector<std::string> ids;
    std::string listed;
    for (const auto& one : values) {
      if (one.id == *text) return;
      ids.push_back(one.id);
      listed += (listed.empty() ? "" : ", ") + one.id;
    }
    wrong(error_code::formula_enumeration, e.where, {"viena no vērtībām: " + listed, "one of " + listed},
          same(in_quotes(*text)), did_you_mean(*text, ids));
  }
  void must_be(const expression& e, type_kind kind) {
    if (!e.what.is(kind) && !e.what.is(type_kind::any)) mismatch(e, described(type::of(kind)));
  }
  /// Lists, ranges and persons stand where they are walked or searched; no step has one as its value.
  void must_be_simple(const expression& e) {
    if (e.what.is(type_kind::list) || e.what.is(type_kind::range) || e.what.is(type_kind::person))
      mismatch(e, {"vienkārša vērtība", "a simple value"});
  }
  void must_be_pure(const expression& e) {
    must_be(e, type_kind::number);
    if (e.what.is(type_kind::number) && !e.what.measure.pure())
      mismatch(e, described(type::number({})), error_code::formula_unit);
  }
  /// A count of months or the like: no amount of money.
  void must_be_count(const expression& e) {
    must_be(e, type_kind::number);
    if (e.what.is(type_kind::number) && e.what.measure.of_money())
      mismatch(e, described(type::number({})), error_code::formula_unit);
  }

  // ── nodes
  // ─────────────────────────────────────────────────────────────────────────────────────────────────
  type visit(expression& e) {
    switch (e.kind) {
      case expression_kind::literal:
        return literal(e);
      case expression_kind::name:
        return name(e);
      case expression_kind::negate:
        return negate(e);
      case expression_kind::binary:
        return binary(e);
      case expression_kind::between:
        for (auto& operand : e.operands) check(*operand);
        meet(*e.operands[0], *e.operands[1]);
        if (!wrong_) meet(*e.operands[0], *e.operands[2]);
        if (!wrong_) ordered(*e.operands[0]);
        return type::of(type_kind::boolean);
      case expression_kind::in:
        return in(e);
      case expression_kind::test:
        check(*e.operands[0]);
        return e.operands[0]->what;
      case expression_kind::range: {
        check(*e.operands[0]);
        check(*e.operands[1]);
        const type element = meet(*e.operands[0], *e.operands[1]);
        return {type_kind::range, {}, {}, std::make_shared<const type>(element), false, false, false};
      }
      case expression_kind::conditional:
        for (auto& operand : e.operands) check(*operand);
        must_be(*e.operands[0], type_kind::boolean);
        must_be_simple(*e.operands[1]);
        must_be_simple(*e.operands[2]);
        return meet(*e.operands[1], *e.operands[2]);
      case expression_kind::list:
        return list(e);
      case expression_kind::filter:
        return filter(e);
      case expression_kind::path:
        return path(e);
      case expression_kind::some:
      case expression_kind::every: {
        iterate(e, e.name, false);
        must_be(*e.operands[1], type_kind::boolean);
        return type::of(type_kind::boolean);
      }
      case expression_kind::loop: {
        const bool per_person = iterate(e, e.name, false);
        must_be_simple(*e.operands[1]);
        return type::list_of(e.operands[1]->what, per_person);
      }
      case expression_kind::call:
        return call(e);
    }
    return {};
  }

  type literal(const expression& e) {
    const auto kinds = {type_kind::null, type_kind::boolean,         type_kind::number,       type_kind::text,
                        type_kind::day,  type_kind::months_duration, type_kind::days_duration};
    type result = type::of(kinds.begin()[e.written.index()]);  // in the order of `value`'s alternatives
    if (const auto* number = std::get_if<rational>(&e.written)) {
      result.bare = true;
      result.zero = number->sign() == 0;
    }
    if (result.is(type_kind::null) && !setting_.feel_compatible)
      return wrong(error_code::formula_type, e.where, {"zināma vērtība", "a known value"}, same("null"),
                   {"nezināmu faktu vienkārši nenorādiet", "leave an unknown fact out instead"});
    return result.is(type_kind::null) ? type::of(type_kind::any) : result;  // FEEL's null fits everywhere
  }

  // What a name stands for: type_check_names.ipp.
  type name(expression& e);
  type previous(expression& e);
  type definition(expression& e);
  type other_axis(const expression& e);
  [[nodiscard]] static words other_owner(entity of);
  [[nodiscard]] static std::string over_persons(const named_type& of, const std::string& name);

  type negate(expression& e) {
    const type operand = check(*e.operands[0]);
    if (operand.is(type_kind::months_duration) || operand.is(type_kind::days_duration)) return operand;
    must_be(*e.operands[0], type_kind::number);
    return operand;
  }

  void ordered(const expression& e) {
    if (e.what.is(type_kind::boolean) || e.what.is(type_kind::list) || e.what.is(type_kind::person) ||
        e.what.is_enumeration())
      mismatch(e, {"vērtība, ko var salīdzināt pēc lieluma", "a value that has an order"});
  }

  type binary(expression& e);

  type arithmetic(const expression& e, const expression& a, const expression& b);

  type in(expression& e);

  type list(expression& e) {
    type element = type::of(type_kind::any);
    for (auto& item : e.operands) {
      check(*item);
      must_be_simple(*item);
      element = item == e.operands.front() ? item->what : meet(*e.operands.front(), *item);
    }
    return type::list_of(element, false);
  }

  /// Checks the list and, with the variable in place, the body. Returns whether the items are the persons'.
  bool iterate(expression& e, const std::string& variable_name, bool implicit) {
    const type list = check(*e.operands[0]);
    must_be(*e.operands[0], type_kind::list);
    const type element = list.is(type_kind::list) ? *list.element : type::of(type_kind::any);
    const std::size_t outer = axis_;
    if (list.per_person) axis_ = ++axes_;
    variables_.push_back({variable_name, element, axis_, implicit});
    check(*e.operands[1]);
    variables_.pop_back();
    axis_ = outer;
    return list.per_person;
  }

  type filter(expression& e) {
    const expression& condition = *e.operands[1];
    const bool per_person = iterate(e, "item", true);
    const type& list = e.operands[0]->what;
    if (list.is(type_kind::list) && condition.what.is(type_kind::number)) {
      const auto* index =
          condition.kind == expression_kind::literal ? std::get_if<rational>(&condition.written) : nullptr;
      if (per_person || e.operands[0]->kind != expression_kind::list || index == nullptr ||
          !index->is_integer() || index->sign() <= 0)
        return mismatch(condition,
                        {"nosacījums, kas ir patiess vai aplams", "a condition that is true or false"});
      return *list.element;
    }
    must_be(condition, type_kind::boolean);
    return list;
  }

  type path(expression& e) {
    const type owner = check(*e.operands[0]);
    const span after_point{e.where.end - e.name.size(), e.where.end};
    const bool persons = owner.is(type_kind::list) && owner.element->is(type_kind::person);
    if (owner.is(type_kind::any)) return owner;
    if (persons || owner.is(type_kind::person)) {
      const auto found = setting_.names.find(e.name);
      if (!found || found->of != entity::person) {
        auto names = setting_.names.names();
        std::erase_if(names,
                      [&](const auto& known) { return setting_.names.find(known)->of != entity::person; });
        return wrong(error_code::formula_name, after_point, value_of(entity::person), same(in_quotes(e.name)),
                     did_you_mean(e.name, names));
      }
      e.meaning = name_meaning::definition;
      e.definition = found->definition;
      return persons ? type::list_of(found->what, true) : found->what;
    }
    const bool known = owner.is(type_kind::day) ? e.name == "year" || e.name == "month" || e.name == "day"
                       : owner.is(type_kind::months_duration)
                           ? e.name == "years" || e.name == "months"
                           : owner.is(type_kind::days_duration) && e.name == "days";
    if (!known)
      return wrong(error_code::formula_name, after_point, path_of(owner), same(in_quotes(e.name)),
                   {"ar punktu ņem personu lielumus, piemēram, persons.age, un datuma daļas",
                    "a point takes values of persons, such as persons.age, and parts of a date"});
    return type::number({});
  }

  [[nodiscard]] static words path_of(const type& owner) {
    if (owner.is(type_kind::day)) return {"year, month vai day", "year, month or day"};
    if (owner.is(type_kind::months_duration)) return {"years vai months", "years or months"};
    if (owner.is(type_kind::days_duration)) return same("days");
    return {"vērtība bez punkta", "a value without a point"};
  }

  type call(expression& e) {
    const auto shape = function_named(e.name);
    for (auto& argument : e.operands) check(*argument);
    if (!shape) {
      const words other = feel_for(e.name);
      std::vector<std::string> names;
      for (const auto& known : functions) names.emplace_back(known.name);
      return wrong(error_code::formula_function, {e.where.begin, e.where.begin + e.name.size()},
                   {"zināma funkcija", "a known function"}, same(in_quotes(e.name)),
                   other.empty() ? did_you_mean(e.name, names) : other);
    }
    if (e.operands.size() < shape->least || e.operands.size() > shape->most) {
      const std::string least = std::to_string(shape->least);
      const std::string most = std::to_string(shape->most);
      const std::string_view plural =
          shape->most == 1 || shape->most == any_number_of_arguments ? " argument" : " arguments";
      const words expected =
          shape->least == shape->most ? words{"argumentu skaits " + least, least + std::string(plural)}
          : shape->most == any_number_of_arguments
              ? words{"vismaz " + least + " arguments", "at least " + least + std::string(plural)}
              : words{"argumentu skaits no " + least + " līdz " + most,
                      least + " to " + most + std::string(plural)};
      return wrong(error_code::formula_arguments, e.where, expected, same(std::to_string(e.operands.size())),
                   {});
    }
    return function_type(shape->id, e);
  }

  /// The type of a built-in function's call; its arguments are checked already.
  type function_type(function id, const expression& e);

  const formula_setting& setting_;
  std::vector<formula_problem>& problems_;
  std::vector<variable> variables_;
  std::size_t axis_ = 0;
  std::size_t axes_ = 0;
  bool wrong_ = false;
};

}  // namespace detail

SLIEKSNIS_INLINE type check_types(expression& formula, const formula_setting& setting,
                                  std::vector<formula_problem>& problems) {
  return detail::type_checker(setting, problems).check_whole(formula);
}

SLIEKSNIS_INLINE void check_fits(expression& formula, const type& wanted, const formula_setting& setting,
                                 std::vector<formula_problem>& problems) {
  const std::size_t before = problems.size();
  detail::type_checker checker(setting, problems);
  checker.check(formula);
  if (problems.size() == before) checker.fits(formula, wanted);
}

}  // namespace v0
}  // namespace slieksnis

#include "type_check_functions.ipp"
#include "type_check_names.ipp"
#include "type_check_operators.ipp"
