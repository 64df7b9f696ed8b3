// SPDX-License-Identifier: Apache-2.0
// From the program's columns into registers, and from registers into results.
#pragma once

#include "kernels.ipp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// The bits of a column's validity as bytes, one a row.
inline void spread_validity(const fact_column& column, std::size_t first, std::size_t count,
                            std::uint8_t* bytes) {
  for (std::size_t i = 0; i < count; ++i) bytes[i] = column.is_stated(first + i) ? 1 : 0;
}

template <typename Lane, block_shape Shape>
[[gnu::always_inline]] inline void block_runner<Lane, Shape>::load_number(const table_step& one,
                                                                          std::size_t rows) {
  const fact_column& column = table_.columns()[one.index];
  const std::size_t first = one.of_persons ? block_.first_person : block_.first;
  const std::size_t count = one.of_persons ? block_.persons : block_.households;
  Lane* result = number(one.into);
  if (!column.codes.empty()) {
    const std::vector<std::int32_t>& codes = program_.look_ups[static_cast<std::size_t>(one.constant)].values;
    for (std::size_t i = 0; i < count; ++i)
      result[i] = static_cast<Lane>(codes[std::min<std::size_t>(column.codes[first + i], codes.size() - 1)]);
  } else if (!column.days.empty()) {
    std::transform(column.days.data() + first, column.days.data() + first + count, result,
                   [](std::int32_t day) { return static_cast<Lane>(day); });
  } else {
    const std::int64_t* from = column.numbers.data() + first;
    for_rows_exactly(count, [=](std::size_t i) { result[i] = static_cast<Lane>(from[i]); });
  }
  std::fill(result + count, result + rows, Lane{0});
  set_all_known(one.into, column.stated.empty());
  if (column.stated.empty()) return;
  std::uint8_t* sure = known(one.into);
  spread_validity(column, first, count, sure);
  std::fill(sure + count, sure + rows, std::uint8_t{1});
  for_rows(rows, [=](std::size_t i) { result[i] = sure[i] != 0 ? result[i] : Lane{0}; });
  set_all_known(one.into, std::all_of(sure, sure + rows, [](std::uint8_t stated) { return stated != 0; }));
}

template <typename Lane, block_shape Shape>
[[gnu::always_inline]] inline void block_runner<Lane, Shape>::load_truth(const table_step& one,
                                                                         std::size_t rows) {
  const fact_column& column = table_.columns()[one.index];
  const std::size_t first = one.of_persons ? block_.first_person : block_.first;
  const std::size_t count = one.of_persons ? block_.persons : block_.households;
  std::uint8_t* result = truth_of(one.into);
  const std::uint8_t* from = column.codes.data() + first;
  for (std::size_t i = 0; i < count; ++i) result[i] = from[i] != 0 ? truth::yes : truth::no;
  std::fill(result + count, result + rows, truth::no);
  set_decided(one.into, true);
  if (column.stated.empty()) return;
  for (std::size_t i = 0; i < count; ++i) {
    if (column.is_stated(first + i)) continue;
    result[i] = truth::unknown;
    set_decided(one.into, false);
  }
}

template <typename Lane, block_shape Shape>
[[gnu::always_inline]] inline void block_runner<Lane, Shape>::look_up(const table_step& one,
                                                                      std::size_t rows) {
  const look_up_table& table = program_.look_ups[one.index];
  const Lane* a = number(one.a);
  const bool gives_truth = one.kind == table_operation::look_up_truth;
  const auto first = static_cast<Lane>(table.first);
  const auto last = static_cast<Lane>(table.values.size() - 1);
  const std::int32_t* values = table.values.data();
  const std::size_t count = one.of_persons ? block_.persons : block_.households;
  const bool sure_everywhere = all_known(one.a);
  std::uint8_t beyond = 0;
  const auto place_of = [=](Lane lane) __attribute__((always_inline)) {
    const auto wanted = static_cast<Lane>(lane - first);
    const Lane low = wanted < 0 ? Lane{0} : wanted;
    return low > last ? last : low;
  };
  if (gives_truth) {
    std::uint8_t* result = truth_of(one.into);
    for_rows(rows, [=](std::size_t i) { result[i] = static_cast<std::uint8_t>(values[place_of(a[i])]); });
    if (!sure_everywhere) {
      const std::uint8_t* sure = known(one.a);
      for_rows(rows, [=](std::size_t i) { result[i] = sure[i] != 0 ? result[i] : truth::unknown; });
    }
  } else {
    Lane* result = number(one.into);
    for_rows(rows, [=](std::size_t i) { result[i] = static_cast<Lane>(values[place_of(a[i])]); });
  }
  for_rows(
      rows, [ =, &beyond ](std::size_t i) __attribute__((always_inline)) {
        beyond |= static_cast<std::uint8_t>(place_of(a[i]) != static_cast<Lane>(a[i] - first));
      });
  if (beyond != 0 || !table.fails.empty()) {
    for (std::size_t i = 0; i < count; ++i) {
      if (!sure_everywhere && known(one.a)[i] == 0) continue;
      const Lane place = place_of(a[i]);
      const bool fails = place != static_cast<Lane>(a[i] - first) ||
                         (!table.fails.empty() && table.fails[static_cast<std::size_t>(place)] != 0);
      if (fails) leave_to_exact(one, i);
    }
  }
  if (gives_truth)
    set_decided(one.into, sure_everywhere);
  else
    known_with_both(one.into, one.a, no_register, rows);
}

template <typename Lane, block_shape Shape>
[[gnu::always_inline]] inline void block_runner<Lane, Shape>::spread(const table_step& one) {
  const std::uint32_t* household = household_of();
  const std::size_t rows = padded_rows(block_.persons);
  if (one.kind == table_operation::spread_truth) {
    std::uint8_t* result = truth_of(one.into);
    const std::uint8_t* from = truth_of(one.a);
    for (std::size_t i = 0; i < rows; ++i) result[i] = from[household[i]];
    set_decided(one.into, decided(one.a));
    return;
  }
  Lane* result = number(one.into);
  const Lane* from = number(one.a);
  for (std::size_t i = 0; i < rows; ++i) result[i] = from[household[i]];
  set_all_known(one.into, all_known(one.a));
  if (all_known(one.a)) return;
  std::uint8_t* sure = known(one.into);
  const std::uint8_t* other = known(one.a);
  for (std::size_t i = 0; i < rows; ++i) sure[i] = other[household[i]];
}

template <typename Lane, block_shape Shape>
[[gnu::always_inline]] inline void block_runner<Lane, Shape>::group_stated(const table_step& one) {
  std::uint8_t* result = truth_of(one.into);
  std::fill_n(result, padded_rows(block_.households), truth::no);
  for (const std::size_t index : program_.groups[one.index]) {
    const fact_column& column = table_.columns()[index];
    for (std::size_t i = 0; i < block_.persons; ++i)
      if (column.is_stated(block_.first_person + i)) result[household_of()[i]] = truth::yes;
  }
  set_decided(one.into, true);
}

template <typename Lane, block_shape Shape>
[[gnu::always_inline]] inline void block_runner<Lane, Shape>::decide(const table_step& one) {
  const result_columns& to = results_[one.index];
  const std::size_t first = one.of_persons ? block_.first_person : block_.first;
  const std::size_t count = one.of_persons ? block_.persons : block_.households;
  const std::uint8_t* entitled = truth_of(one.a);
  outcome* outcomes = to.outcomes.data() + first;
  std::uint16_t* reasons = to.reasons.data() + first;
  const bool sure_amount = all_known(one.b);
  const std::uint8_t* sure = sure_amount ? nullptr : known(one.b);
  if (one.b != no_register) {
    const Lane* amount = number(one.b);
    std::int64_t* amounts = to.amounts.data() + first;
    if (sure_amount)
      for_rows_exactly(count, [=](std::size_t i) {
        amounts[i] = entitled[i] == truth::yes ? static_cast<std::int64_t>(amount[i]) : 0;
      });
    else
      for_rows_exactly(count, [=](std::size_t i) {
        amounts[i] = (entitled[i] & sure[i]) == truth::yes ? static_cast<std::int64_t>(amount[i]) : 0;
      });
  }
  // An amount past 64 bits: the exact reading says it beside the column.
  if constexpr (sizeof(Lane) > sizeof(std::int64_t)) {
    const Lane* amount = one.b == no_register ? nullptr : number(one.b);
    for (std::size_t i = 0; amount != nullptr && i < count; ++i)
      if (static_cast<Lane>(static_cast<std::int64_t>(amount[i])) != amount[i]) leave_to_exact(one, i);
  }
  if (sure_amount && decided(one.a)) {
    for_rows_exactly(count, [=](std::size_t i) {
      outcomes[i] = entitled[i] == truth::yes ? outcome::granted : outcome::refused;
    });
    std::fill_n(reasons, count, std::uint16_t{0});
    return;
  }
  const auto needs = [&](register_id id) {
    return id != no_register && registers_.any_need[id] != 0 ? need_of(id) : nullptr;
  };
  const std::uint16_t* need_entitled = needs(one.c);
  const std::uint16_t* need_amount = needs(one.d);
  for (std::size_t i = 0; i < count; ++i) {
    const bool open =
        entitled[i] == truth::unknown || (entitled[i] == truth::yes && sure != nullptr && sure[i] == 0);
    outcomes[i] = open                        ? outcome::undetermined
                  : entitled[i] == truth::yes ? outcome::granted
                                              : outcome::refused;
    const std::uint16_t first_need = need_entitled != nullptr ? need_entitled[i] : std::uint16_t{0};
    const std::uint16_t next_need = need_amount != nullptr ? need_amount[i] : std::uint16_t{0};
    reasons[i] = !open ? std::uint16_t{0} : first_need != 0 ? first_need : next_need;
  }
}

template <typename Lane, block_shape Shape>
[[gnu::always_inline]] inline void block_runner<Lane, Shape>::reason(const table_step& one) {
  const result_columns& to = results_[static_cast<std::size_t>(one.constant)];
  const std::size_t first = one.of_persons ? block_.first_person : block_.first;
  const std::size_t count = one.of_persons ? block_.persons : block_.households;
  const outcome* outcomes = to.outcomes.data() + first;
  std::uint16_t* reasons = to.reasons.data() + first;
  const std::uint8_t* fails = truth_of(one.a);
  const auto code = static_cast<std::uint16_t>(one.index);
  if (one.c == no_register) {
    for_rows_exactly(count, [=](std::size_t i) {
      const bool here = (outcomes[i] == outcome::refused) & (reasons[i] == 0) & (fails[i] == truth::no);
      reasons[i] = here ? code : reasons[i];
    });
    return;
  }
  const std::uint8_t* chosen = truth_of(one.c);
  for_rows_exactly(count, [=](std::size_t i) {
    const bool here = (outcomes[i] == outcome::refused) & (reasons[i] == 0) & (fails[i] == truth::no) &
                      (chosen[i] == truth::yes);
    reasons[i] = here ? code : reasons[i];
  });
}

template <typename Lane, block_shape Shape>
[[gnu::always_inline]] inline void block_runner<Lane, Shape>::rest(const table_step& one, std::size_t rows) {
  switch (one.kind) {
    case table_operation::load_number:
      return load_number(one, rows);
    case table_operation::load_truth:
      return load_truth(one, rows);
    case table_operation::look_up_number:
    case table_operation::look_up_truth:
      return look_up(one, rows);
    case table_operation::spread_number:
    case table_operation::spread_truth:
      return spread(one);
    case table_operation::group_stated:
      return group_stated(one);
    case table_operation::mark_exact: {
      const std::uint8_t* c = truth_of(one.c);
      const std::size_t count = one.of_persons ? block_.persons : block_.households;
      for (std::size_t i = 0; i < count; ++i)
        if (c[i] != one.fa) leave_to_exact(one, i);
      return;
    }
    case table_operation::decide:
      return decide(one);
    case table_operation::reason:
      return reason(one);
    case table_operation::every_person:
    case table_operation::some_person:
      return truth_over_persons(one);
    default:
      return number_over_persons(one);
  }
}

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis
