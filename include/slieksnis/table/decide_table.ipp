// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <atomic>
#include <exception>
#include <map>
#include <memory>
#include <stdexcept>
#include <thread>
#include <utility>

#include "../decide/decide.hpp"
#include "decide_table.hpp"
#include "lower_table.hpp"
#include "reason.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// Rows that columns do not hold, one case at a time. Plans are kept, since rows state alike.
class exact_rows {
 public:
  exact_rows(const fact_table& table, date on, const std::vector<std::size_t>& wanted,
             const std::map<std::string, std::uint16_t>& codes)
      : table_(table), on_(on), wanted_(wanted), codes_(codes) {}

  void decide(std::size_t row, std::span<const result_columns> results, std::span<const int> decimals) {
    const facts stated = table_.household(row);
    const plan& planned = plan_for(stated);
    const evaluation values(planned, stated);
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
      const planned_value& value = planned.values()[*planned.value_of(wanted_[i])];
      if (table_.book().at(wanted_[i]).of != entity::person) {
        put(results[i], row, outcome_of(values, value, std::nullopt), values, value, decimals[i]);
        continue;
      }
      if (!table_.has_persons()) continue;
      const std::size_t first = table_.offsets()[row];
      for (std::size_t person = 0; person < values.persons(); ++person)
        put(results[i], first + person, outcome_of(values, value, person), values, value, decimals[i]);
    }
  }

 private:
  const plan& plan_for(const facts& stated) {
    const case_shape shape = shape_of(stated);
    for (const auto& known : plans_)
      if (known->shape() == shape) return *known;
    plans_.push_back(std::make_unique<plan>(make_plan(table_.book(), on_, wanted_, shape)));
    return *plans_.back();
  }

  void put(const result_columns& to, std::size_t place, const decision& made, const evaluation& values,
           const planned_value& value, int decimals) const {
    to.outcomes[place] = made.outcome;
    if (!to.amounts.empty()) {
      const auto whole =
          (made.amount.value_or(rational(0)) * rational::power(rational(10), decimals)).as_integer();
      if (!whole) throw std::overflow_error("slieksnis: an amount that no column holds");
      to.amounts[place] = *whole;
    }
    std::string reason;
    if (made.outcome == outcome::refused) reason = reason_of(values, value, made.person.value_or(0));
    if (made.outcome == outcome::undetermined && !made.needs.empty()) {
      const std::size_t missing = made.needs.front().definition;
      reason = missing == need::persons ? "persons" : table_.book().at(missing).name;
    }
    to.reasons[place] = reason.empty() ? std::uint16_t{0} : codes_.at(reason);
  }

  const fact_table& table_;
  date on_;
  const std::vector<std::size_t>& wanted_;
  const std::map<std::string, std::uint16_t>& codes_;
  std::vector<std::unique_ptr<plan>> plans_;
};

}  // namespace detail

SLIEKSNIS_INLINE case_shape shape_of(const fact_table& table) {
  case_shape shape = shape_of(table.shared());
  for (const fact_column& one : table.columns()) {
    const definition& of = table.book().at(one.definition);
    if (of.kind == definition_kind::fact) continue;
    if (of.of == entity::person)
      shape.of_persons.insert(one.definition);
    else
      (one.stated.empty() ? shape.common : shape.sometimes).insert(one.definition);
  }
  return shape;
}

SLIEKSNIS_INLINE table_decisions decide_table(const fact_table& table, date on,
                                              const std::vector<std::size_t>& wanted,
                                              const table_options& options) {
  const plan planned = make_plan(table.book(), on, wanted, shape_of(table));
  const table_program program = make_table_program(planned, table, wanted);
  table_decisions result;
  // Every reason there can be, so that the exact reading and the columns number them alike.
  result.reasons = program.codes;
  std::map<std::string, std::uint16_t> codes;
  const auto number = [&](const std::string& text) {
    if (codes.emplace(text, static_cast<std::uint16_t>(result.reasons.size())).second)
      result.reasons.push_back(text);
  };
  for (std::size_t i = 0; i < program.codes.size(); ++i)
    codes.emplace(program.codes[i], static_cast<std::uint16_t>(i));
  number("persons");
  for (const std::size_t id : wanted) {
    const planned_value& value = planned.values()[*planned.value_of(id)];
    for (const auto& one : refusing_conditions(value)) number(one.text);
    for (const planned_value& part : value.by_version)
      for (const auto& one : refusing_conditions(part)) number(one.text);
  }
  for (const planned_value& value : planned.values()) number(table.book().at(value.definition).name);

  std::vector<result_columns> places;
  std::vector<int> decimals;
  result.columns.resize(wanted.size());
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    decision_column& column = result.columns[i];
    const definition& of = table.book().at(wanted[i]);
    column.definition = wanted[i];
    column.of_persons = of.of == entity::person;
    const std::size_t rows = column.of_persons ? table.person_count() : table.households();
    column.decimals = program.holds() ? program.results[i].decimals : of.what.measure.of_money() ? 2 : 0;
    column.outcomes.resize(rows);
    if (of.kind == definition_kind::benefit) column.amounts.resize(rows);
    column.reasons.resize(rows);
    decimals.push_back(column.decimals);
  }
  for (decision_column& column : result.columns)
    places.push_back({column.outcomes, column.amounts, column.reasons});

  struct counts {
    std::array<std::size_t, 3> blocks{};
    std::size_t exact = 0;
    std::exception_ptr failure;
  };
  const std::size_t block_size = std::max<std::size_t>(options.block, 1);
  const std::size_t block_count = (table.households() + block_size - 1) / block_size;
  std::atomic<std::size_t> next{0};
  // Each block has its own rows of the results, so the order in which threads take them changes nothing.
  const auto work = [&](counts& mine) {
    try {
      block_workspace workspace;
      detail::exact_rows exactly(table, on, wanted, codes);
      for (std::size_t i = next++; i < block_count; i = next++) {
        const table_block block = block_of(table, i * block_size, block_size);
        const lane_width width = program.holds() && options.least != lane_width::exact
                                     ? std::max(options.least, width_of(program, table, block))
                                     : lane_width::exact;
        std::span<const std::uint8_t> rows;
        if (width != lane_width::exact) {
          rows = run_block(program, table, block, width, places, workspace);
          ++mine.blocks[static_cast<std::size_t>(width)];
        }
        for (std::size_t row = 0; row < block.households; ++row) {
          if (!rows.empty() && rows[row] == 0) continue;
          exactly.decide(block.first + row, places, decimals);
          ++mine.exact;
        }
      }
    } catch (...) {
      mine.failure = std::current_exception();
    }
  };
  const std::size_t threads = std::clamp<std::size_t>(options.threads, 1, std::max<std::size_t>(block_count, 1));
  std::vector<counts> all(threads);
  std::vector<std::thread> others;
  for (std::size_t i = 1; i < threads; ++i) others.emplace_back(work, std::ref(all[i]));
  work(all[0]);
  for (std::thread& one : others) one.join();
  for (const counts& one : all) {
    if (one.failure) std::rethrow_exception(one.failure);
    for (std::size_t i = 0; i < result.blocks.size(); ++i) result.blocks[i] += one.blocks[i];
    result.households_read_exactly += one.exact;
  }
  return result;
}

}  // namespace v0
}  // namespace slieksnis
