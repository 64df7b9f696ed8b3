// SPDX-License-Identifier: Apache-2.0
/// \file Fact tables for tests, and what each of their households gets when it is decided alone.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <slieksnis/decide/decide.hpp>
#include <slieksnis/rule/rule_book.hpp>
#include <slieksnis/table/decide_table.hpp>
#include <slieksnis/table/reason.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace tables {

using namespace slieksnis;

template <typename T>
using cells = std::vector<std::optional<T>>;

/// A fact table with the memory of its columns; a cell without a value is not stated.
class owned_table {
 public:
  owned_table(const rule_book& book, std::size_t households) : table(book, households) {}
  owned_table(const owned_table&) = delete;
  owned_table& operator=(const owned_table&) = delete;

  owned_table& persons(std::vector<std::uint32_t> offsets) {
    offsets_ = std::move(offsets);
    table.persons(offsets_);
    return *this;
  }
  owned_table& numbers(std::string_view name, const cells<std::int64_t>& values, int decimals) {
    table.numbers(name, plain(numbers_, values), decimals, stated(values));
    return *this;
  }
  owned_table& days(std::string_view name, const cells<std::string_view>& values) {
    cells<std::int32_t> days;
    for (const auto& one : values)
      days.push_back(
          one ? std::optional(static_cast<std::int32_t>(parse_date(*one)->time_since_epoch().count()))
              : std::nullopt);
    table.days(name, plain(days_, days), stated(days));
    return *this;
  }
  owned_table& truths(std::string_view name, const cells<std::uint8_t>& values) {
    table.truths(name, plain(codes_, values), stated(values));
    return *this;
  }
  owned_table& choices(std::string_view name, const cells<std::uint8_t>& values,
                       std::vector<std::string> dictionary) {
    table.choices(name, plain(codes_, values), std::move(dictionary), stated(values));
    return *this;
  }

  fact_table table;

 private:
  template <typename T>
  static std::span<const T> plain(std::deque<std::vector<T>>& kept, const cells<T>& values) {
    std::vector<T>& made = kept.emplace_back();
    for (const auto& one : values) made.push_back(one.value_or(T{}));
    return made;
  }
  template <typename T>
  validity stated(const cells<T>& values) {
    bool all = true;
    std::vector<std::uint64_t> bits((values.size() + 63) / 64);
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (values[i])
        bits[i / 64] |= std::uint64_t{1} << (i % 64);
      else
        all = false;
    }
    if (all) return {};
    return stated_.emplace_back(std::move(bits));
  }

  std::vector<std::uint32_t> offsets_;
  std::deque<std::vector<std::int64_t>> numbers_;
  std::deque<std::vector<std::int32_t>> days_;
  std::deque<std::vector<std::uint8_t>> codes_;
  std::deque<std::vector<std::uint64_t>> stated_;
};

/// `granted 12.5`, `refused income > 0`, `undetermined income`.
inline std::string shown(outcome what, const std::optional<rational>& amount, const std::string& reason) {
  std::string result(name_of(what));
  if (amount) result += " " + to_string(*amount);
  if (!reason.empty()) result += " " + reason;
  return result;
}

/// A row of a table's decisions in the same words.
inline std::string shown(const table_decisions& all, std::size_t column, std::size_t row) {
  const decision_column& of = all.columns[column];
  std::optional<rational> amount;
  if (!of.amounts.empty() && of.outcomes[row] == outcome::granted)
    amount = of.amount(row);
  else if (!of.amounts.empty() && of.amounts[row] != 0)
    return "an amount that is not granted";
  return shown(of.outcomes[row], amount, all.reasons[of.reasons[row]]);
}

/// Decides cases one at a time, as `decide` does; plans are kept by what a case states.
class one_at_a_time {
 public:
  one_at_a_time(const rule_book& book, date on, std::vector<std::size_t> wanted)
      : book_(book), on_(on), wanted_(std::move(wanted)) {}

  /// For each wanted definition the household's answer, or one for each person.
  std::vector<std::vector<std::string>> answers(const facts& stated) {
    const plan& planned = plan_for(stated);
    const evaluation values(planned, stated);
    std::vector<std::vector<std::string>> result;
    for (const std::size_t id : wanted_) {
      result.emplace_back();
      const planned_value& value = planned.values()[*planned.value_of(id)];
      const bool of_persons = book_.at(id).of == entity::person;
      const std::size_t rows = !of_persons ? 1 : stated.persons() ? stated.persons()->size() : 0;
      for (std::size_t row = 0; row < rows; ++row)
        result.back().push_back(answer(values, value, of_persons ? std::optional(row) : std::nullopt));
    }
    return result;
  }

 private:
  const plan& plan_for(const facts& stated) {
    const case_shape shape = shape_of(stated);
    for (const auto& known : plans_)
      if (known->shape() == shape) return *known;
    plans_.push_back(std::make_unique<plan>(make_plan(book_, on_, wanted_, shape)));
    return *plans_.back();
  }

  [[nodiscard]] std::string answer(const evaluation& values, const planned_value& value,
                                   std::optional<std::size_t> person) const {
    const decision made = outcome_of(values, value, person);
    std::string reason;
    if (made.outcome == outcome::refused) reason = reason_of(values, value, person.value_or(0));
    if (made.outcome == outcome::undetermined && !made.needs.empty()) {
      const std::size_t missing = made.needs.front().definition;
      reason = missing == need::persons ? "persons" : book_.at(missing).name;
    }
    return shown(made.outcome, made.amount, reason);
  }

  const rule_book& book_;
  date on_;
  std::vector<std::size_t> wanted_;
  std::vector<std::unique_ptr<plan>> plans_;
};

/// The first place where the decisions of a table are not those of its households alone; empty where all are
/// the same. `households` are the same cases as facts, so that reading them back plays no part.
inline std::string difference(const table_decisions& all, const fact_table& table, date on,
                              const std::vector<std::size_t>& wanted, const std::vector<facts>& households) {
  one_at_a_time alone(table.book(), on, wanted);
  for (std::size_t row = 0; row < table.households(); ++row) {
    const auto expected = alone.answers(households[row]);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      const bool of_persons = all.columns[i].of_persons;
      const std::size_t first = of_persons && table.has_persons() ? table.offsets()[row] : row;
      for (std::size_t k = 0; k < expected[i].size(); ++k) {
        const std::string found = shown(all, i, first + k);
        if (found != expected[i][k])
          return table.book().at(wanted[i]).name + " on " + to_string(value{on}) + ", household " +
                 std::to_string(row) + (of_persons ? ", person " + std::to_string(k) : "") + ": " + found +
                 " instead of " + expected[i][k];
      }
    }
  }
  return {};
}

inline std::vector<facts> households_of(const fact_table& table) {
  std::vector<facts> result;
  for (std::size_t row = 0; row < table.households(); ++row) result.push_back(table.household(row));
  return result;
}

}  // namespace tables
