// SPDX-License-Identifier: Apache-2.0
// From the persons of a household to one value for it.
#pragma once

#include "kernels.ipp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// Sums and counts: running totals over all persons of the block, so that a household's is the difference of
/// two of them. Totals may wrap around; the difference is right all the same, since it fits.
template <typename Lane, block_shape Shape>
[[gnu::always_inline]] inline void block_runner<Lane, Shape>::total_over_persons(const table_step& one) {
  const std::uint32_t* offsets = table_.offsets().data() + block_.first;
  const std::uint32_t base = offsets[0];
  const Lane* items = one.a == no_register ? nullptr : number(one.a);
  const std::uint8_t* part = one.c == no_register ? nullptr : truth_of(one.c);
  std::uint64_t* totals = registers_.totals.data();
  totals[0] = 0;
  const auto run = [&](const auto& item) __attribute__((always_inline)) {
    std::uint64_t total = 0;
    for (std::size_t p = 0; p < block_.persons; ++p) {
      total += item(p);
      totals[p + 1] = total;
    }
  };
  const auto taking_part = [=](std::size_t p) {
    return std::uint64_t{part == nullptr || part[p] == truth::yes};
  };
  if (items == nullptr)
    run(taking_part);
  else
    run([=](std::size_t p) { return static_cast<std::uint64_t>(items[p]) * taking_part(p); });
  Lane* result = number(one.into);
  std::uint8_t* into = known(one.into);
  for (std::size_t h = 0; h < block_.households; ++h) {
    result[h] = static_cast<Lane>(totals[offsets[h + 1] - base] - totals[offsets[h] - base]);
    into[h] = offsets[h + 1] > offsets[h] ? 1 : 0;
  }
  // Who may or may not take part, and who does with an item that is not known.
  const bool parts_decided = part == nullptr || decided(one.c);
  if (!parts_decided || !all_known(one.a)) {
    const std::uint8_t* sure = all_known(one.a) ? nullptr : known(one.a);
    run([=](std::size_t p) {
      const bool open = part != nullptr && part[p] == truth::unknown;
      const bool unknown = taking_part(p) != 0 && sure != nullptr && sure[p] == 0;
      return std::uint64_t{open || unknown};
    });
    for (std::size_t h = 0; h < block_.households; ++h)
      if (totals[offsets[h + 1] - base] != totals[offsets[h] - base]) into[h] = 0;
  }
  finish_number(one, result, into);
}

/// Rows past the last household, and whether everything is known.
template <typename Lane, block_shape Shape>
[[gnu::always_inline]] inline void block_runner<Lane, Shape>::finish_number(const table_step& one,
                                                                            Lane* result,
                                                                            std::uint8_t* sure) {
  const std::size_t rows = padded_rows(block_.households);
  std::fill(result + block_.households, result + rows, Lane{0});
  std::fill(sure + block_.households, sure + rows, std::uint8_t{1});
  std::uint8_t all = 1;
  for_rows(
      rows, [&](std::size_t i) __attribute__((always_inline)) {
        all &= sure[i];
        result[i] = sure[i] != 0 ? result[i] : Lane{0};
      });
  set_all_known(one.into, all != 0);
}

template <typename Lane, block_shape Shape>
[[gnu::always_inline]] inline void block_runner<Lane, Shape>::number_over_persons(const table_step& one) {
  const bool least = one.kind == table_operation::least_persons;
  const bool extreme = least || one.kind == table_operation::greatest_persons;
  if (!extreme && sizeof(Lane) <= sizeof(std::uint64_t)) return total_over_persons(one);
  const std::uint32_t* offsets = table_.offsets().data() + block_.first;
  const std::uint32_t base = offsets[0];
  const Lane* items = one.a == no_register ? nullptr : number(one.a);
  const std::uint8_t* sure = all_known(one.a) ? nullptr : known(one.a);
  const std::uint8_t* part = one.c == no_register ? nullptr : truth_of(one.c);
  Lane* result = number(one.into);
  std::uint8_t* into = known(one.into);
  for (std::size_t h = 0; h < block_.households; ++h) {
    Lane total = 0;
    bool any = false;
    bool certain = offsets[h + 1] > offsets[h];
    for (std::uint32_t p = offsets[h] - base; p < offsets[h + 1] - base; ++p) {
      if (part != nullptr) {
        if (part[p] == truth::unknown) certain = false;
        if (part[p] != truth::yes) continue;
      }
      if (sure != nullptr && sure[p] == 0) certain = false;
      const Lane item = items == nullptr ? Lane{1} : items[p];
      total = !extreme                                        ? static_cast<Lane>(total + item)
              : !any || (least ? item < total : total < item) ? item
                                                              : total;
      any = true;
    }
    // The least of nobody is a failure.
    if (extreme && certain && !any) registers_.exactly[h] = 1;
    result[h] = total;
    into[h] = certain ? 1 : 0;
  }
  finish_number(one, result, into);
}

template <typename Lane, block_shape Shape>
[[gnu::always_inline]] inline void block_runner<Lane, Shape>::truth_over_persons(const table_step& one) {
  const std::uint32_t* offsets = table_.offsets().data() + block_.first;
  const std::uint32_t base = offsets[0];
  const std::uint8_t* items = truth_of(one.a);
  const std::uint8_t* part = one.c == no_register ? nullptr : truth_of(one.c);
  std::uint8_t* result = truth_of(one.into);
  const std::uint8_t decisive = one.kind == table_operation::some_person ? truth::yes : truth::no;
  const auto other = static_cast<std::uint8_t>(truth::yes + truth::no - decisive);
  // Two running counts in one number: those that decide, and above them those that leave it open. One that
  // may or may not take part decides nothing, but leaves open what it would decide.
  constexpr std::uint64_t one_open = std::uint64_t{1} << 32;
  std::uint64_t* totals = registers_.totals.data();
  totals[0] = 0;
  std::uint64_t total = 0;
  const bool all_decided = decided(one.a) && (part == nullptr || decided(one.c));
  if (all_decided) {
    for (std::size_t p = 0; p < block_.persons; ++p) {
      total += std::uint64_t{part == nullptr || part[p] == truth::yes} & std::uint64_t{items[p] == decisive};
      totals[p + 1] = total;
    }
  }
  for (std::size_t p = 0; p < (all_decided ? 0 : block_.persons); ++p) {
    const std::uint8_t takes_part = part == nullptr ? truth::yes : part[p];
    const std::uint64_t decides =
        std::uint64_t{takes_part == truth::yes} & std::uint64_t{items[p] == decisive};
    const std::uint64_t sure_open =
        std::uint64_t{takes_part == truth::yes} & std::uint64_t{items[p] == truth::unknown};
    const std::uint64_t may_open =
        std::uint64_t{takes_part == truth::unknown} & std::uint64_t{items[p] != other};
    total += decides + (sure_open | may_open) * one_open;
    totals[p + 1] = total;
  }
  std::uint8_t everything = 1;
  for (std::size_t h = 0; h < block_.households; ++h) {
    const std::uint64_t found = totals[offsets[h + 1] - base] - totals[offsets[h] - base];
    const bool decided = (found & (one_open - 1)) != 0;
    const bool open = found >= one_open || offsets[h + 1] == offsets[h];
    result[h] = decided ? decisive : open ? truth::unknown : other;
    everything &= static_cast<std::uint8_t>(decided || !open);
  }
  std::fill(result + block_.households, result + padded_rows(block_.households), other);
  set_decided(one.into, everything != 0);
}

/// What a household's value is missing: as the exact reading collects it from items and conditions.
template <typename Lane, block_shape Shape>
[[gnu::always_inline]] inline void block_runner<Lane, Shape>::need_over_persons(const table_step& one) {
  const bool logical = one.fa != 0;
  const bool nowhere = logical ? decided(one.d) : all_known(one.d);
  registers_.any_need[one.into] = nowhere ? 0 : 1;
  if (nowhere) return;
  const auto needs = [&](register_id id) {
    return id != no_register && registers_.any_need[id] != 0 ? need_of(id) : nullptr;
  };
  const std::uint16_t* item_needs = needs(one.a);
  const std::uint16_t* part_needs = needs(one.b);
  const std::uint8_t* part = one.c == no_register ? nullptr : truth_of(one.c);
  const std::uint32_t* offsets = table_.offsets().data() + block_.first;
  const std::uint32_t base = offsets[0];
  const std::uint8_t* items = logical ? truth_of(one.e) : nullptr;
  const auto other = static_cast<std::uint8_t>(truth::yes + truth::no - one.fb);
  std::uint16_t* result = need_of(one.into);
  for (std::size_t h = 0; h < padded_rows(block_.households); ++h) {
    result[h] = 0;
    if (h >= block_.households) continue;
    const bool open = logical ? truth_of(one.d)[h] == truth::unknown : known(one.d)[h] == 0;
    if (!open) continue;
    const std::uint32_t begin = offsets[h] - base;
    const std::uint32_t end = offsets[h + 1] - base;
    if (begin == end) {
      result[h] = static_cast<std::uint16_t>(one.index);
      continue;
    }
    std::uint16_t first_item = 0;  // of those that take part for sure
    std::uint16_t first_part = 0;
    std::uint16_t first_of_pair = 0;
    bool matters = false;  // somebody who may take part would decide
    for (std::uint32_t p = begin; p < end; ++p) {
      const std::uint8_t takes_part = part == nullptr ? truth::yes : part[p];
      const std::uint16_t item = item_needs != nullptr ? item_needs[p] : std::uint16_t{0};
      const std::uint16_t condition = part_needs != nullptr ? part_needs[p] : std::uint16_t{0};
      if (takes_part == truth::yes && first_item == 0) first_item = item;
      if (takes_part == truth::unknown && first_part == 0) first_part = condition;
      if (first_of_pair == 0) first_of_pair = item != 0 ? item : condition;
      if (logical && takes_part == truth::unknown && items[p] != other) matters = true;
    }
    result[h] = logical ? (matters ? first_of_pair : first_item) : first_part != 0 ? first_part : first_item;
  }
}

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis
