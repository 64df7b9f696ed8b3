// SPDX-License-Identifier: Apache-2.0
// Truth values by Kleene's logic, one byte a row, and the codes of what is missing.
#pragma once

#include "kernels.ipp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

template <typename Lane, block_shape Shape>
[[gnu::always_inline]] inline void block_runner<Lane, Shape>::sign(const table_step& one, std::size_t rows) {
  std::uint8_t* result = truth_of(one.into);
  const Lane* a = number(one.a);
  const Lane fa = static_cast<Lane>(one.fa);
  const Lane more = static_cast<Lane>(one.constant);
  const auto test = [&](const auto& holds) __attribute__((always_inline)) {
    if (one.b == no_register) {
      for_rows(rows, [=](std::size_t i) {
        result[i] = holds(static_cast<Lane>(a[i] * fa + more)) ? truth::yes : truth::no;
      });
    } else {
      const Lane* b = number(one.b);
      const Lane fb = static_cast<Lane>(one.fb);
      for_rows(rows, [=](std::size_t i) {
        result[i] = holds(static_cast<Lane>(a[i] * fa + more + b[i] * fb)) ? truth::yes : truth::no;
      });
    }
  };
  switch (one.test) {
    case sign_test::zero:
      test([](Lane x) { return x == 0; });
      break;
    case sign_test::not_zero:
      test([](Lane x) { return x != 0; });
      break;
    case sign_test::below:
      test([](Lane x) { return x < 0; });
      break;
    case sign_test::not_above:
      test([](Lane x) { return x <= 0; });
      break;
  }
  set_decided(one.into, all_known(one.a) && all_known(one.b));
  for (const register_id operand : {one.a, one.b}) {
    if (all_known(operand)) continue;
    const std::uint8_t* sure = known(operand);
    for_rows(rows, [=](std::size_t i) { result[i] = sure[i] != 0 ? result[i] : truth::unknown; });
  }
}

template <typename Lane, block_shape Shape>
[[gnu::always_inline]] inline void block_runner<Lane, Shape>::truths(const table_step& one,
                                                                     std::size_t rows) {
  switch (one.kind) {
    case table_operation::sign:
      sign(one, rows);
      return;
    case table_operation::fill_truth:
      std::fill_n(truth_of(one.into), rows, static_cast<std::uint8_t>(one.fa));
      set_decided(one.into, one.fa != truth::unknown);
      return;
    case table_operation::logical_and:
    case table_operation::logical_or: {
      std::uint8_t* result = truth_of(one.into);
      const std::uint8_t* a = truth_of(one.a);
      const std::uint8_t* b = truth_of(one.b);
      if (one.kind == table_operation::logical_and)
        for_rows(rows, [=](std::size_t i) {
          result[i] = static_cast<std::uint8_t>((a[i] & b[i] & truth::yes) | ((a[i] | b[i]) & truth::no));
        });
      else
        for_rows(rows, [=](std::size_t i) {
          result[i] = static_cast<std::uint8_t>((a[i] & b[i] & truth::no) | ((a[i] | b[i]) & truth::yes));
        });
      set_decided(one.into, decided(one.a) && decided(one.b));
      return;
    }
    case table_operation::logical_not: {
      std::uint8_t* result = truth_of(one.into);
      const std::uint8_t* a = truth_of(one.a);
      for_rows(rows, [=](std::size_t i) {
        result[i] = static_cast<std::uint8_t>(((a[i] & truth::yes) << 1) | ((a[i] & truth::no) >> 1));
      });
      set_decided(one.into, decided(one.a));
      return;
    }
    case table_operation::equal_truth: {
      std::uint8_t* result = truth_of(one.into);
      const std::uint8_t* a = truth_of(one.a);
      const std::uint8_t* b = truth_of(one.b);
      const std::uint8_t same = one.fa != 0 ? truth::yes : truth::no;
      const std::uint8_t other = one.fa != 0 ? truth::no : truth::yes;
      for_rows(rows, [=](std::size_t i) {
        const bool both = a[i] != truth::unknown && b[i] != truth::unknown;
        result[i] = !both ? truth::unknown : a[i] == b[i] ? same : other;
      });
      set_decided(one.into, decided(one.a) && decided(one.b));
      return;
    }
    case table_operation::choose_truth: {
      std::uint8_t* result = truth_of(one.into);
      const std::uint8_t* a = truth_of(one.a);
      const std::uint8_t* b = truth_of(one.b);
      const std::uint8_t* c = truth_of(one.c);
      for_rows(rows, [=](std::size_t i) {
        // Where the condition is unknown: what both arms agree on, if they do.
        const auto both = static_cast<std::uint8_t>(a[i] == b[i] ? a[i] : truth::unknown);
        result[i] = c[i] == truth::yes ? a[i] : c[i] == truth::no ? b[i] : both;
      });
      set_decided(one.into, decided(one.a) && decided(one.b) && decided(one.c));
      return;
    }
    case table_operation::first_truth: {
      std::uint8_t* result = truth_of(one.into);
      const std::uint8_t* a = truth_of(one.a);
      const std::uint8_t* b = truth_of(one.b);
      for_rows(rows, [=](std::size_t i) { result[i] = a[i] != truth::unknown ? a[i] : b[i]; });
      set_decided(one.into, decided(one.a) || decided(one.b));
      return;
    }
    case table_operation::truth_if: {
      std::uint8_t* result = truth_of(one.into);
      const std::uint8_t* c = truth_of(one.c);
      const auto value = static_cast<std::uint8_t>(one.fa);
      for_rows(rows, [=](std::size_t i) { result[i] = (c[i] & truth::yes) != 0 ? value : truth::unknown; });
      set_decided(one.into, false);
      return;
    }
    default:
      return;
  }
}

template <typename Lane, block_shape Shape>
[[gnu::always_inline]] inline void block_runner<Lane, Shape>::needs(const table_step& one, std::size_t rows) {
  std::uint8_t* any = registers_.any_need.data();
  const auto some = [&](register_id id) { return id != no_register && any[id] != 0; };
  const auto code_at = [&](register_id id, std::size_t row) {
    return some(id) ? need_of(id)[row] : std::uint16_t{0};
  };
  switch (one.kind) {
    case table_operation::need_of: {
      const auto code = static_cast<std::uint16_t>(one.index);
      any[one.into] =
          (one.a != no_register && all_known(one.a)) || (one.c != no_register && decided(one.c)) ? 0 : 1;
      if (any[one.into] == 0) return;
      std::uint16_t* result = need_of(one.into);
      if (one.a != no_register) {
        const std::uint8_t* sure = known(one.a);
        for_rows(rows, [=](std::size_t i) { result[i] = sure[i] != 0 ? std::uint16_t{0} : code; });
      } else if (one.c != no_register) {
        const std::uint8_t* c = truth_of(one.c);
        for_rows(rows, [=](std::size_t i) { result[i] = c[i] != truth::unknown ? std::uint16_t{0} : code; });
      } else {
        std::fill_n(result, rows, code);
      }
      return;
    }
    case table_operation::need_first: {
      any[one.into] = some(one.a) || some(one.b) ? 1 : 0;
      if (any[one.into] == 0) return;
      std::uint16_t* result = need_of(one.into);
      for (std::size_t i = 0; i < rows; ++i) {
        const std::uint16_t first = code_at(one.a, i);
        result[i] = first != 0 ? first : code_at(one.b, i);
      }
      return;
    }
    case table_operation::need_choose: {
      any[one.into] = some(one.a) || some(one.b) || some(one.d) ? 1 : 0;
      if (any[one.into] == 0) return;
      std::uint16_t* result = need_of(one.into);
      const std::uint8_t* c = truth_of(one.c);
      for (std::size_t i = 0; i < rows; ++i)
        result[i] = code_at(c[i] == truth::yes ? one.a : c[i] == truth::no ? one.b : one.d, i);
      return;
    }
    case table_operation::need_unknown: {
      const bool nowhere = one.b != no_register ? all_known(one.b) : decided(one.c);
      any[one.into] = some(one.a) && !nowhere ? 1 : 0;
      if (any[one.into] == 0) return;
      std::uint16_t* result = need_of(one.into);
      const std::uint16_t* from = need_of(one.a);
      if (one.b != no_register) {
        const std::uint8_t* sure = known(one.b);
        for_rows(rows, [=](std::size_t i) { result[i] = sure[i] != 0 ? std::uint16_t{0} : from[i]; });
      } else {
        const std::uint8_t* c = truth_of(one.c);
        for_rows(rows,
                 [=](std::size_t i) { result[i] = c[i] != truth::unknown ? std::uint16_t{0} : from[i]; });
      }
      return;
    }
    case table_operation::need_spread: {
      any[one.into] = some(one.a) ? 1 : 0;
      if (any[one.into] == 0) return;
      std::uint16_t* result = need_of(one.into);
      const std::uint16_t* from = need_of(one.a);
      const std::uint32_t* household = household_of();
      for (std::size_t i = 0; i < block_.persons; ++i) result[i] = from[household[i]];
      return;
    }
    case table_operation::need_persons:
      need_over_persons(one);
      return;
    default:
      return;
  }
}

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis
