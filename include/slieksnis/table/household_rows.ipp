// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <functional>
#include <numeric>
#include <optional>

#include "../facts/load_facts.hpp"
#include "household_rows.hpp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE void household_order::grow() {
  std::vector<std::uint64_t> old(std::max<std::size_t>(seen_.size() * 2, 1024));
  std::swap(old, seen_);
  count_ = 0;
  for (const std::uint64_t one : old)
    if (one != 0) remember(one);
}

/// False for a hash that is there already.
SLIEKSNIS_INLINE bool household_order::remember(std::uint64_t hash) {
  if (hash == 0) hash = 1;
  if (seen_.size() < 2 * (count_ + 1)) grow();
  std::size_t at = hash & (seen_.size() - 1);
  for (; seen_[at] != 0; at = (at + 1) & (seen_.size() - 1))
    if (seen_[at] == hash) return false;
  seen_[at] = hash;
  ++count_;
  return true;
}

SLIEKSNIS_INLINE household_order::answer household_order::meet(std::string_view household) {
  // Longer is later, so that 9 comes before 10.
  const bool later =
      household.size() > last_.size() || (household.size() == last_.size() && household > last_);
  constexpr std::size_t many = 1'000'000;
  if (forgotten_) {
    if (later) last_ = household;
    return later ? answer::first_time : answer::not_rising;
  }
  if (!remember(std::hash<std::string_view>()(household))) return answer::came_back;
  rises_ = rises_ && later;
  if (rises_) last_ = household;
  if (rises_ && count_ >= many) {
    forgotten_ = true;
    seen_ = {};
  }
  return answer::first_time;
}

namespace detail {

/// What a lane says of a row.
SLIEKSNIS_INLINE value value_at(const fact_lane& lane, std::size_t row) {
  const std::int64_t number = lane.at(row);
  switch (lane.reader().sort()) {
    case cell_sort::number:
      return rational(number) / rational::power(rational(10), lane.of().decimals);
    case cell_sort::day:
      return date{std::chrono::days{number}};
    case cell_sort::truth:
      return number != 0;
    default:
      return (*lane.of().what.values)[static_cast<std::size_t>(number)].id;
  }
}

}  // namespace detail

SLIEKSNIS_INLINE household_rows::household_rows(const rule_book& book, const facts& shared,
                                                const table_columns& columns)
    : book_(book), shared_(shared), columns_(columns) {
  for (const std::size_t id : columns.facts) lanes_.emplace_back(book.at(id));
  if (columns.weight != table_columns::none) lanes_.emplace_back(weight_definition());
  if (!columns.of_persons() && !shared.persons()) return;
  const auto numbers = detail::find_numbers_of_persons(book);
  const auto stated = [&](std::size_t id) {
    return shared.common().contains(id) ||
           std::find(columns.facts.begin(), columns.facts.end(), id) != columns.facts.end();
  };
  numbers_matter_ = std::any_of(numbers.whole.begin(), numbers.whole.end(), stated) ||
                    std::any_of(numbers.parts.begin(), numbers.parts.end(), stated);
}

SLIEKSNIS_INLINE void household_rows::group(fact_rows& rows) {
  if (columns_.of_persons()) {
    cut(rows);
    for (std::size_t column = 0; column < columns_.columns.size(); ++column)
      if (const column_use use = columns_.columns[column].use;
          use == column_use::fact || use == column_use::weight)
        unite(rows, column);
    unite_kept(rows);
    if (columns_.day != table_columns::none) check_days(rows);
  } else {
    offsets_.resize(rows.size() + 1);
    std::iota(offsets_.begin(), offsets_.end(), 0U);
  }
  if (columns_.day != table_columns::none)
    for (std::size_t i = 0; i < size(); ++i) {
      const std::size_t row = offsets_[i];
      if (rows.days[row] != no_day || rows.is_bad(row)) continue;
      rows.wrong(row, columns_.day, rows.place_of(row, columns_.day), error_code::facts_date_missing,
                 {{"diena, par kuru jālemj", "the day to decide on"}, {"nav norādīta", "none"}, {}});
    }
  if (numbers_matter_) check_numbers(rows);
}

SLIEKSNIS_INLINE void household_rows::cut(fact_rows& rows) {
  offsets_.clear();
  const auto& of = rows.households;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const bool same_one = row > 0 && !of[row].empty() && of[row] == of[row - 1];
    if (!same_one) {
      offsets_.push_back(static_cast<std::uint32_t>(row));
      continue;
    }
    if (row - offsets_.back() < persons_max) continue;
    const std::string limit = std::to_string(persons_max);
    rows.wrong(row, columns_.household, rows.place_of(row, columns_.household), error_code::facts_persons,
               {{"ne vairāk kā " + limit + " personas mājsaimniecībā",
                 "at most " + limit + " persons in a household"},
                {"vēl viena", "one more"},
                {}});
    // No reading takes more persons; the rows are bad, whatever household they seem to be.
    offsets_.push_back(static_cast<std::uint32_t>(row));
  }
  offsets_.push_back(static_cast<std::uint32_t>(rows.size()));
  for (std::size_t row = 0; row < rows.size(); ++row)
    if (of[row].empty() && !rows.is_bad(row))
      rows.wrong(row, columns_.household, rows.place_of(row, columns_.household), error_code::table_household,
                 {{"mājsaimniecība, kurai persona pieder", "the household to which the person belongs"},
                  {"nav norādīta", "none"},
                  {}});
}

/// A fact of the household may stand on any of its rows, and says the same on all of them where it does.
SLIEKSNIS_INLINE void household_rows::unite(fact_rows& rows, std::size_t column) {
  const std::size_t index = columns_.lanes[column];
  const fact_lane& from = rows.lanes[index];
  fact_lane& to = lanes_[index];
  if (from.of().of == entity::person || from.reader().sort() == cell_sort::other) return;
  to.clear(size());
  for (std::size_t i = 0; i < size(); ++i)
    for (std::size_t row = offsets_[i]; row < offsets_[i + 1]; ++row) {
      if (!from.is_stated(row)) continue;
      if (!to.is_stated(i)) {
        to.put(i, from.at(row));
      } else if (to.at(i) != from.at(row)) {
        const value first = detail::value_at(to, i);
        rows.wrong(row, column, rows.place_of(row, column), error_code::table_household,
                   {{"tas pats, kas citā šīs mājsaimniecības rindā: " + to_string(first),
                     "the same as in another row of this household: " + to_string(first)},
                    same(to_string(detail::value_at(from, row))),
                    {"mājsaimniecības fakts visās tās rindās ir viens",
                     "a fact of the household is the same in all of its rows"}});
      }
    }
}

/// The same for values that no column holds.
SLIEKSNIS_INLINE void household_rows::unite_kept(fact_rows& rows) {
  std::vector<kept_value> kept;
  std::swap(kept, rows.kept);
  for (kept_value& one : kept) {
    if (book_.at(one.definition).of == entity::person) {
      rows.kept.push_back(std::move(one));
      continue;
    }
    const auto household = std::upper_bound(offsets_.begin(), offsets_.end(), one.row) - 1;
    const std::size_t index = static_cast<std::size_t>(household - offsets_.begin());
    const auto lane = std::find(columns_.facts.begin(), columns_.facts.end(), one.definition);
    const std::size_t place = static_cast<std::size_t>(lane - columns_.facts.begin());
    std::optional<value> known;
    if (lane != columns_.facts.end() && lanes_[place].reader().sort() != cell_sort::other &&
        lanes_[place].is_stated(index))
      known = detail::value_at(lanes_[place], index);
    for (const kept_value& before : rows.kept)
      if (before.definition == one.definition && before.row >= offsets_[index] &&
          before.row < offsets_[index + 1])
        known = before.what.what;
    if (!known) {
      rows.kept.push_back(std::move(one));
    } else if (*known != one.what.what) {
      const row_place at = rows.rows[one.row];
      rows.wrong(one.row, table_columns::none, {at.begin, at.end}, error_code::table_household,
                 {{"tas pats, kas citā šīs mājsaimniecības rindā: " + to_string(*known),
                   "the same as in another row of this household: " + to_string(*known)},
                  same(to_string(one.what.what)),
                  {"mājsaimniecības fakts visās tās rindās ir viens",
                   "a fact of the household is the same in all of its rows"}});
    }
  }
}

SLIEKSNIS_INLINE void household_rows::check_days(fact_rows& rows) {
  for (std::size_t i = 0; i < size(); ++i)
    for (std::size_t row = offsets_[i] + 1; row < offsets_[i + 1]; ++row) {
      const std::int32_t first = rows.days[offsets_[i]];
      const std::int32_t here = rows.days[row];
      if (here == no_day || here == first || first == no_day) continue;
      const words expected = in_words(date{std::chrono::days{first}});
      rows.wrong(row, columns_.day, rows.place_of(row, columns_.day), error_code::table_household,
                 {{"mājsaimniecības pirmās rindas diena, " + expected.lv,
                   "the day of the first row of the household, " + expected.en},
                  in_words(date{std::chrono::days{here}}),
                  {}});
    }
}

SLIEKSNIS_INLINE facts household_rows::household(const fact_rows& rows, std::size_t index) const {
  facts result = shared_;
  const std::size_t first = offsets_[index];
  const std::size_t last = offsets_[index + 1];
  if (columns_.of_persons()) {
    result.state_persons();
    for (std::size_t row = first; row < last; ++row) static_cast<void>(result.add_person());
  }
  for (std::size_t i = 0; i < columns_.facts.size(); ++i) {
    const fact_lane& lane = rows.lanes[i];
    if (lane.reader().sort() == cell_sort::other) continue;
    for (std::size_t row = first; row < last; ++row) {
      if (!lane.is_stated(row)) continue;
      stated_value stated{detail::value_at(lane, row), {}};
      if (lane.of().of == entity::person)
        result.put_person(row - first, columns_.facts[i], std::move(stated));
      else
        result.put(columns_.facts[i], std::move(stated));
    }
  }
  for (const kept_value& one : rows.kept) {
    if (one.row < first || one.row >= last) continue;
    if (book_.at(one.definition).of == entity::person)
      result.put_person(one.row - first, one.definition, one.what);
    else
      result.put(one.definition, one.what);
  }
  return result;
}

/// Cost: a case put together for each household; only where a column tells a number of persons.
SLIEKSNIS_INLINE void household_rows::check_numbers(fact_rows& rows) {
  for (std::size_t i = 0; i < size(); ++i) {
    std::vector<error> errors;
    const facts stated = household(rows, i);
    if (stated.persons()) detail::check_numbers_of_persons(stated, errors);
    const row_place at = rows.rows[offsets_[i]];
    for (const error& one : errors)
      rows.wrong(offsets_[i], table_columns::none, {at.begin, at.end}, one.code(),
                 {one.expected(), one.found(), one.hint()});
  }
}

SLIEKSNIS_INLINE void household_rows::spread_bad(fact_rows& rows) const {
  if (!columns_.of_persons() || rows.bad_rows.empty()) return;
  std::vector<struct bad_row> found = rows.bad_rows;
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.row < b.row; });
  const auto mark = [&](std::size_t household, const struct bad_row& why) {
    for (std::size_t row = offsets_[household]; row < offsets_[household + 1]; ++row)
      rows.mark_bad(row, why.code, why.column);
  };
  for (const auto& one : found) {
    const auto next = std::upper_bound(offsets_.begin(), offsets_.end(), one.row);
    const auto index = static_cast<std::size_t>(next - offsets_.begin()) - 1;
    mark(index, one);
    // A row that does not tell its household may be a person of the one before, or of the one behind; and a
    // household of too many is cut.
    const bool nameless = rows.households[one.row].empty();
    const auto together = [&](std::size_t a, std::size_t b) {
      return nameless || rows.households[offsets_[a]] == rows.households[offsets_[b]];
    };
    for (std::size_t i = index; i > 0 && together(i - 1, index); --i) {
      mark(i - 1, one);
      if (nameless && !rows.households[offsets_[i - 1]].empty()) break;
    }
    for (std::size_t i = index + 1; i < size() && together(i, index); ++i) {
      mark(i, one);
      if (nameless && !rows.households[offsets_[i]].empty()) break;
    }
  }
}

}  // namespace v0
}  // namespace slieksnis
