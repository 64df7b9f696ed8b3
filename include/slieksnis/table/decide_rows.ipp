// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <optional>
#include <utility>

#include "../decide/decide.hpp"
#include "../facts/load_facts.hpp"
#include "decide_rows.hpp"
#include "exact_rows.ipp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// Adds a lane to a table as a column of `count` values. Where all are stated the table need not look.
SLIEKSNIS_INLINE void add_column(fact_table& table, const fact_lane& lane, std::size_t count, bool may_lack) {
  validity stated = lane.stated().first((count + 63) / 64);
  const bool all = std::all_of(stated.begin(), stated.begin() + static_cast<std::ptrdiff_t>(count / 64),
                               [](std::uint64_t word) { return word == ~std::uint64_t{0}; }) &&
                   (count % 64 == 0 || stated.back() == (std::uint64_t{1} << (count % 64)) - 1);
  if (all && !may_lack) stated = {};
  switch (lane.reader().sort()) {
    case cell_sort::number:
      table.numbers(lane.of().name, lane.numbers().first(count), lane.reader().decimals(), stated);
      break;
    case cell_sort::day:
      table.days(lane.of().name, lane.days().first(count), stated);
      break;
    case cell_sort::truth:
      table.truths(lane.of().name, lane.codes().first(count), stated);
      break;
    case cell_sort::choice:
      table.choices(lane.of().name, lane.codes().first(count), lane.reader().dictionary(), stated);
      break;
    case cell_sort::other:
      break;
  }
}

}  // namespace detail

SLIEKSNIS_INLINE day_deciders::day_deciders(const rule_book& book, const facts& shared,
                                            const table_columns& columns, std::vector<std::size_t> wanted)
    : book_(book), shared_(shared), columns_(columns), wanted_(std::move(wanted)) {}

SLIEKSNIS_INLINE std::shared_ptr<const day_deciders::of_day> day_deciders::at(date on) {
  const std::lock_guard lock(mutex_);
  if (const auto known = known_.find(on); known != known_.end()) return known->second;
  constexpr std::size_t many = 400;
  if (known_.size() >= many) known_.clear();
  auto made = std::make_shared<of_day>();
  made->on = on;
  try {
    check_facts_on(shared_, on, made->errors);
    // One household of one person about whom anything may be unstated.
    fact_table like(book_, 1);
    like.shared() = shared_;
    const std::vector<std::uint32_t> offsets{0, 1};
    if (columns_.of_persons()) like.persons(offsets);
    std::vector<fact_lane> lanes;
    for (const std::size_t id : columns_.facts) {
      lanes.emplace_back(book_.at(id));
      lanes.back().clear(1);
    }
    for (const fact_lane& one : lanes) detail::add_column(like, one, 1, true);
    if (made->errors.empty()) made->decider = std::make_unique<const table_decider>(like, on, wanted_);
  } catch (const unusable& problem) {
    made->errors = problem.errors();
  }
  return known_.emplace(on, std::move(made)).first->second;
}

SLIEKSNIS_INLINE std::vector<std::shared_ptr<const day_deciders::of_day>> day_deciders::known() {
  const std::lock_guard lock(mutex_);
  std::vector<std::shared_ptr<const of_day>> result;
  for (const auto& one : known_) result.push_back(one.second);
  return result;
}

SLIEKSNIS_INLINE row_decisions::row_decisions(day_deciders& deciders) : deciders_(deciders) {
  for (const std::size_t id : deciders.columns().facts) gathered_.emplace_back(deciders.book().at(id));
}

SLIEKSNIS_INLINE void row_decisions::find_days(fact_rows& rows, const household_rows& households,
                                               std::optional<date> on) {
  day_count_ = 0;
  places_.clear();
  const auto begin_day = [&](date day) {
    if (days_.size() <= day_count_) days_.emplace_back();
    decided_day& made = days_[day_count_++];
    made.day = deciders_.at(day);
    made.households.clear();
  };
  day_of_household_.clear();
  if (on) {
    begin_day(*on);
  } else {
    day_of_household_.resize(households.size());
    std::map<std::int32_t, std::uint32_t> known;
    std::int32_t last = no_day;
    std::uint32_t last_place = 0;
    for (std::size_t i = 0; i < households.size(); ++i) {
      const std::int32_t day = households.day(rows, i);
      if (day == no_day) continue;
      if (day != last) {
        const auto [place, fresh] = known.emplace(day, static_cast<std::uint32_t>(day_count_));
        if (fresh) begin_day(date{std::chrono::days{day}});
        last = day;
        last_place = place->second;
      }
      day_of_household_[i] = last_place;
      days_[last_place].households.push_back(static_cast<std::uint32_t>(i));
    }
    for (std::size_t k = 0; k < day_count_; ++k)
      for (const error& one : days_[k].day->errors)
        for (const std::uint32_t household : days_[k].households) {
          const std::size_t row = households.offsets()[household];
          if (!rows.is_bad(row))
            rows.wrong(row, deciders_.columns().day, rows.place_of(row, deciders_.columns().day), one.code(),
                       {one.expected(), one.found(), one.hint()});
        }
  }
  check_births(rows, households);
}

/// What `check_facts_on` says of one case.
SLIEKSNIS_INLINE void row_decisions::check_births(fact_rows& rows, const household_rows& households) {
  const table_columns& columns = deciders_.columns();
  for (std::size_t column = 0; column < columns.columns.size(); ++column) {
    if (columns.columns[column].use != column_use::fact) continue;
    const fact_lane& lane = rows.lanes[columns.lanes[column]];
    if (!lane.of().not_after_on || lane.reader().sort() != cell_sort::day || day_count_ == 0) continue;
    for (std::size_t i = 0; i < households.size(); ++i) {
      const date on = days_[day_of_household_.empty() ? 0 : day_of_household_[i]].day->on;
      const auto last = static_cast<std::int32_t>(on.time_since_epoch().count());
      for (std::size_t row = households.offsets()[i]; row < households.offsets()[i + 1]; ++row)
        if (lane.days()[row] > last && lane.is_stated(row) && !rows.is_bad(row))
          rows.wrong(row, column, rows.place_of(row, column), error_code::facts_date,
                     {{"diena ne vēlāk kā " + in_words(on).lv, "a day not after " + in_words(on).en},
                      in_words(date{std::chrono::days{lane.days()[row]}}),
                      {"pārbaudiet: " + lane.of().title.lv, "check the " + lane.of().title.en}});
    }
  }
}

SLIEKSNIS_INLINE void row_decisions::decide(const fact_rows& rows, const household_rows& households) {
  if (!day_of_household_.empty()) places_.assign(rows.size(), {});
  for (std::size_t k = 0; k < day_count_; ++k) {
    decided_day& day = days_[k];
    if (!day_of_household_.empty()) {
      std::uint32_t person = 0;
      for (std::size_t i = 0; i < day.households.size(); ++i) {
        const std::size_t household = day.households[i];
        for (std::size_t row = households.offsets()[household]; row < households.offsets()[household + 1];
             ++row)
          places_[row] = {static_cast<std::uint32_t>(k), static_cast<std::uint32_t>(i), person++};
      }
    }
    if (day.day->decider) decide_day(day, rows, households);
  }
}

SLIEKSNIS_INLINE void row_decisions::decide_day(decided_day& day, const fact_rows& rows,
                                                const household_rows& households) {
  const table_columns& columns = deciders_.columns();
  const bool all = day_of_household_.empty();
  const std::size_t count = all ? households.size() : day.households.size();
  fact_table table(deciders_.book(), count);
  table.shared() = deciders_.shared();
  const auto household_at = [&](std::size_t i) { return all ? i : day.households[i]; };
  if (columns.of_persons()) {
    offsets_.assign(1, 0);
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t household = household_at(i);
      offsets_.push_back(offsets_.back() + households.offsets()[household + 1] -
                         households.offsets()[household]);
    }
    table.persons(offsets_);
  }
  for (std::size_t index = 0; index < columns.facts.size(); ++index) {
    const fact_lane& of_rows = rows.lanes[index];
    if (of_rows.reader().sort() == cell_sort::other) continue;
    const bool of_person = of_rows.of().of == entity::person;
    const fact_lane& from = columns.of_persons() && !of_person ? households.lanes()[index] : of_rows;
    const std::size_t size = of_person ? offsets_.back() : count;
    if (all) {
      detail::add_column(table, from, size, false);
      continue;
    }
    fact_lane& to = gathered_[index];
    to.clear(size);
    std::size_t place = 0;
    for (const std::uint32_t household : day.households) {
      const std::size_t first = of_person ? households.offsets()[household] : household;
      const std::size_t last = of_person ? households.offsets()[household + 1] : household + 1;
      for (std::size_t row = first; row < last; ++row, ++place)
        if (from.is_stated(row)) to.put(place, from.at(row));
    }
    detail::add_column(table, to, size, false);
  }
  day.day->decider->decide(table, day.decisions, workspace_);
  if (!rows.kept.empty()) decide_kept(day, table, rows, households);
}

/// Households that state what no column holds, one case at a time.
SLIEKSNIS_INLINE void row_decisions::decide_kept(decided_day& day, const fact_table& table,
                                                 const fact_rows& rows, const household_rows& households) {
  std::map<std::size_t, std::vector<const kept_value*>> by_household;
  for (const kept_value& one : rows.kept) {
    const auto& offsets = households.offsets();
    const auto next = std::upper_bound(offsets.begin(), offsets.end(), one.row);
    by_household[static_cast<std::size_t>(next - offsets.begin()) - 1].push_back(&one);
  }
  const auto reason_code = [&](const std::string& text) {
    auto& reasons = day.decisions.reasons;
    const auto known = std::find(reasons.begin(), reasons.end(), text);
    if (known != reasons.end()) return static_cast<std::uint16_t>(known - reasons.begin());
    reasons.push_back(text);
    return static_cast<std::uint16_t>(reasons.size() - 1);
  };
  std::vector<std::unique_ptr<plan>> plans;
  for (const auto& [household, values] : by_household) {
    std::size_t place = household;
    if (!day_of_household_.empty()) {
      const auto found = std::lower_bound(day.households.begin(), day.households.end(), household);
      if (found == day.households.end() || *found != household) continue;
      place = static_cast<std::size_t>(found - day.households.begin());
    }
    facts stated = table.household(place);
    const std::size_t first_row = households.offsets()[household];
    for (const kept_value* one : values) {
      if (deciders_.book().at(one->definition).of == entity::person)
        stated.put_person(one->row - first_row, one->definition, one->what);
      else
        stated.put(one->definition, one->what);
    }
    const case_shape shape = shape_of(stated);
    auto planned =
        std::find_if(plans.begin(), plans.end(), [&](const auto& known) { return known->shape() == shape; });
    if (planned == plans.end()) {
      plans.push_back(
          std::make_unique<plan>(make_plan(deciders_.book(), day.day->on, deciders_.wanted(), shape)));
      planned = std::prev(plans.end());
    }
    const evaluation evaluated(**planned, stated);
    for (decision_column& column : day.decisions.columns) {
      const planned_value& value = (*planned)->values()[*(*planned)->value_of(column.definition)];
      const auto put = [&](std::size_t at, std::optional<std::size_t> person) {
        detail::put_exactly({column.outcomes, column.amounts, column.reasons}, at, column.decimals, evaluated,
                            value, person, day.decisions.texts, reason_code,
                            [&](const std::optional<rational>& other) {
                              column.other_amounts.erase(at);
                              if (other) column.other_amounts.emplace(at, *other);
                            });
      };
      if (!column.of_persons)
        put(place, std::nullopt);
      else if (table.has_persons())
        for (std::size_t person = table.offsets()[place]; person < table.offsets()[place + 1]; ++person)
          put(person, person - table.offsets()[place]);
    }
  }
}

}  // namespace v0
}  // namespace slieksnis
