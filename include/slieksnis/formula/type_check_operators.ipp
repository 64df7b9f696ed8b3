// SPDX-License-Identifier: Apache-2.0
// The part of type_check.ipp about operators: what they take and give.
#pragma once

#include "type_check.hpp"

namespace slieksnis {
inline namespace v0 {
namespace detail {

SLIEKSNIS_INLINE type type_checker::arithmetic(const expression& e, const expression& a,
                                               const expression& b) {
  const auto is = [&](type_kind left, type_kind right) { return a.what.is(left) && b.what.is(right); };
  const bool duration_b = b.what.is(type_kind::months_duration) || b.what.is(type_kind::days_duration);
  const bool duration_a = a.what.is(type_kind::months_duration) || a.what.is(type_kind::days_duration);
  if (a.what.is(type_kind::any) || b.what.is(type_kind::any)) return type::of(type_kind::any);
  if (e.op == operation::add || e.op == operation::subtract) {
    if (a.what.is(type_kind::day) && duration_b) return a.what;
    if (is(type_kind::day, type_kind::day) && e.op == operation::subtract)
      return type::of(type_kind::days_duration);
    if (is(type_kind::text, type_kind::text) && e.op == operation::add) return type::of(type_kind::text);
    if (duration_a && a.what.kind == b.what.kind) return a.what;
    if (!a.what.is(type_kind::number))
      return mismatch(a, {"skaitlis, datums vai ilgums", "a number, a date or a duration"});
    return meet(a, b);
  }
  if (e.op == operation::multiply && a.what.is(type_kind::number) && duration_b)
    return must_be_count(a), b.what;
  if ((e.op == operation::multiply || e.op == operation::divide) && duration_a &&
      b.what.is(type_kind::number))
    return must_be_count(b), a.what;
  must_be(a, type_kind::number);
  must_be(b, type_kind::number);
  type result = type::number({});
  if (e.op == operation::multiply) result.measure = a.what.measure * b.what.measure;
  if (e.op == operation::divide && b.what.zero)
    return wrong(error_code::formula_division, b.where, {"dalītājs, kas nav 0", "a divisor other than 0"},
                 same("0"), {});
  if (e.op == operation::divide) result.measure = a.what.measure / b.what.measure;
  if (e.op == operation::power) {
    must_be_pure(a);
    must_be_pure(b);
  }
  result.bare = a.what.bare && b.what.bare;
  return result;
}

SLIEKSNIS_INLINE type type_checker::in(expression& e) {
  expression& value = *e.operands[0];
  check(value);
  for (std::size_t i = 1; i < e.operands.size(); ++i) {
    expression& test = *e.operands[i];
    check(test);
    if (test.what.is(type_kind::list) || test.what.is(type_kind::range)) {
      const bool range = test.kind == expression_kind::range || test.kind == expression_kind::list;
      if (range)
        for (const auto& part : test.operands) {
          if (!wrong_) meet(value, *part);
        }
      else if (!common(value.what, *test.what.element))
        mismatch(test, described(value.what));
      if (test.what.is(type_kind::range) && !wrong_) ordered(value);
    } else {
      meet(value, test.kind == expression_kind::test ? *test.operands[0] : test);
      if (test.kind == expression_kind::test && test.op != operation::equal &&
          test.op != operation::not_equal && !wrong_)
        ordered(value);
    }
  }
  return type::of(type_kind::boolean);
}

SLIEKSNIS_INLINE type type_checker::binary(expression& e) {
  expression& a = *e.operands[0];
  expression& b = *e.operands[1];
  check(a);
  check(b);
  switch (e.op) {
    case operation::logical_and:
    case operation::logical_or:
      must_be(a, type_kind::boolean);
      must_be(b, type_kind::boolean);
      return type::of(type_kind::boolean);
    case operation::equal:
    case operation::not_equal:
      must_be_simple(a);
      must_be_simple(b);
      meet(a, b);
      return type::of(type_kind::boolean);
    case operation::less:
    case operation::less_equal:
    case operation::greater:
    case operation::greater_equal:
      meet(a, b);
      if (!wrong_) ordered(a);
      return type::of(type_kind::boolean);
    default:
      return arithmetic(e, a, b);
  }
}

}  // namespace detail
}  // namespace v0
}  // namespace slieksnis
