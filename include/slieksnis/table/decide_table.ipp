// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <atomic>
#include <exception>
#include <optional>
#include <thread>
#include <utility>

#include "decide_table.hpp"
#include "exact_rows.ipp"
#include "lower_table.hpp"
#include "reason.hpp"

namespace slieksnis {
inline namespace v0 {

/// What one thread works with, and what it counted.
struct table_workspace::memory {
  struct of_thread {
    block_workspace blocks;
    narrow_ranges narrow;
    std::array<std::size_t, 3> widths{};
    std::size_t read_exactly = 0;
    detail::exact_rows::amounts_beside others;
    std::exception_ptr failure;
  };
  std::vector<of_thread> threads;
  std::vector<result_columns> places;
  const table_program* of = nullptr;
};

SLIEKSNIS_INLINE table_workspace::table_workspace() : memory_(std::make_unique<memory>()) {}
SLIEKSNIS_INLINE table_workspace::~table_workspace() = default;
SLIEKSNIS_INLINE table_workspace::table_workspace(table_workspace&&) noexcept = default;
SLIEKSNIS_INLINE table_workspace& table_workspace::operator=(table_workspace&&) noexcept = default;

SLIEKSNIS_INLINE rational decision_column::amount(std::size_t row) const {
  if (const auto other = other_amounts.find(row); other != other_amounts.end()) return other->second;
  return rational(amounts.at(row)) / rational::power(rational(10), decimals);
}

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

SLIEKSNIS_INLINE table_decider::table_decider(const fact_table& like, date on,
                                              std::vector<std::size_t> wanted)
    : wanted_(std::move(wanted)),
      shared_(like.shared()),
      has_persons_(like.has_persons()),
      plan_(make_plan(like.book(), on, wanted_, shape_of(like))),
      program_(make_table_program(plan_, like, wanted_)),
      reasons_(program_.codes) {
  for (const fact_column& one : like.columns())
    columns_.push_back({one.definition, one.decimals, !one.stated.empty(), one.dictionary});
  const auto number = [&](const std::string& text) {
    if (reason_codes_.emplace(text, static_cast<std::uint16_t>(reasons_.size())).second)
      reasons_.push_back(text);
  };
  for (std::size_t i = 0; i < program_.codes.size(); ++i)
    reason_codes_.emplace(program_.codes[i], static_cast<std::uint16_t>(i));
  number("persons");
  for (const std::size_t id : wanted_) {
    const planned_value& value = plan_.values()[*plan_.value_of(id)];
    for (const auto& one : refusing_conditions(value)) number(one.text);
    for (const planned_value& part : value.by_version)
      for (const auto& one : refusing_conditions(part)) number(one.text);
  }
  for (const planned_value& value : plan_.values()) number(like.book().at(value.definition).name);
  texts_ = program_.texts;
  const auto add_text = [&](const std::string& text) {
    if (std::find(texts_.begin(), texts_.end(), text) == texts_.end()) texts_.push_back(text);
  };
  for (const std::size_t id : wanted_) {
    const definition& of = like.book().at(id);
    if (of.what.is_enumeration())
      for (const auto& one : *of.what.values) add_text(one.id);
    else if (of.what.is(type_kind::text))
      if (const fact_column* column = like.column(id))
        for (const std::string& one : column->dictionary) add_text(one);
  }
}

SLIEKSNIS_INLINE void table_decider::check(const fact_table& table) const {
  const auto wrong = [](std::string_view place, const std::string& expected, const std::string& found) {
    detail::wrong_column(place, error_code::facts_kind, {same(expected), same(found), {}});
  };
  if (table.has_persons() != has_persons_ || table.columns().size() != columns_.size() ||
      !(table.shared() == shared_))
    detail::wrong_column(
        "columns", error_code::facts_kind,
        {{"tās pašas kolonnas, personas un kopīgie fakti", "the same columns, persons and shared facts"},
         {"citi", "others"},
         {"citām kolonnām vajag savu table_decider", "other columns need a table_decider of their own"}});
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const fact_column& found = table.columns()[i];
    const column_shape& expected = columns_[i];
    const std::string& name = table.book().at(expected.definition).name;
    if (found.definition != expected.definition) wrong(name, name, table.book().at(found.definition).name);
    if (found.decimals != expected.decimals)
      wrong(name, std::to_string(expected.decimals), std::to_string(found.decimals));
    if (found.dictionary != expected.dictionary)
      detail::wrong_column(name, error_code::facts_kind,
                           {{"tā pati vārdnīca", "the same dictionary"}, {"cita", "another one"}, {}});
    if (!found.stated.empty() && !expected.may_be_unstated)
      detail::wrong_column(name, error_code::facts_kind,
                           {{"vērtība katrā rindā", "a value in every row"},
                            {"kolonna ar nenorādītām vērtībām", "a column with values that are not stated"},
                            {}});
  }
}

/// Results of the right sizes; what stood in them stays until it is written over.
SLIEKSNIS_INLINE void table_decider::prepare(const fact_table& table, table_decisions& into) const {
  into.blocks = {};
  into.households_read_exactly = 0;
  if (into.program != program_.id) {
    into.program = program_.id;
    into.reasons = reasons_;
    into.texts = texts_;
    into.columns.resize(wanted_.size());
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
      decision_column& column = into.columns[i];
      const definition& of = table.book().at(wanted_[i]);
      column.definition = wanted_[i];
      column.of_persons = of.of == entity::person;
      column.has_amounts = program_.results[i].has_amount;
      column.decimals = program_.holds() ? program_.results[i].decimals : of.what.measure.of_money() ? 2 : 0;
    }
  }
  for (decision_column& column : into.columns) {
    const std::size_t rows = column.of_persons ? table.person_count() : table.households();
    column.outcomes.resize(rows);
    column.amounts.resize(column.has_amounts ? rows : 0);
    column.reasons.resize(rows);
    column.other_amounts.clear();
  }
}

SLIEKSNIS_INLINE void table_decider::decide(const fact_table& table, table_decisions& into,
                                            table_workspace& workspace, const table_options& options) const {
  check(table);
  prepare(table, into);
  table_workspace::memory& memory = *workspace.memory_;
  memory.places.clear();
  for (decision_column& column : into.columns)
    memory.places.push_back({column.outcomes, column.amounts, column.reasons});

  const std::size_t block_size = std::max<std::size_t>(options.block, 1);
  const std::size_t block_count = (table.households() + block_size - 1) / block_size;
  const std::size_t threads =
      std::clamp<std::size_t>(options.threads, 1, std::max<std::size_t>(block_count, 1));
  std::size_t taken = 0;
  std::atomic<std::size_t> shared_taken{0};
  // One thread need not pay for what several share: that is felt by those who decide one case at a time.
  const auto take = [&] { return threads == 1 ? taken++ : shared_taken++; };
  // Each block has its own rows of the results, so the order in which threads take them changes nothing.
  const auto work = [&](table_workspace::memory::of_thread& mine) {
    mine.widths = {};
    mine.read_exactly = 0;
    mine.others.clear();
    mine.failure = nullptr;
    try {
      std::optional<detail::exact_rows> exactly;
      for (std::size_t i = take(); i < block_count; i = take()) {
        const table_block block = block_of(table, i * block_size, block_size);
        const lane_width width = program_.holds() && options.least != lane_width::exact
                                     ? std::max(options.least, width_of(program_, table, block, mine.narrow))
                                     : lane_width::exact;
        std::span<const std::uint8_t> rows;
        if (width != lane_width::exact) {
          rows = run_block(program_, table, block, width, memory.places, mine.blocks);
          ++mine.widths[static_cast<std::size_t>(width)];
          if (std::find(rows.begin(), rows.end(), 1) == rows.end()) continue;
        }
        if (!exactly) exactly.emplace(table, plan_.on(), wanted_, reason_codes_, texts_);
        for (std::size_t row = 0; row < block.households; ++row) {
          if (!rows.empty() && rows[row] == 0) continue;
          exactly->decide(block.first + row, memory.places, into.columns);
          ++mine.read_exactly;
        }
      }
      if (exactly) mine.others = exactly->others();
    } catch (...) {
      mine.failure = std::current_exception();
    }
  };
  if (memory.threads.size() < threads) memory.threads.resize(threads);
  std::vector<std::thread> others;
  for (std::size_t i = 1; i < threads; ++i) others.emplace_back(work, std::ref(memory.threads[i]));
  work(memory.threads[0]);
  for (std::thread& one : others) one.join();
  for (std::size_t i = 0; i < threads; ++i) {
    const auto& one = memory.threads[i];
    if (one.failure) std::rethrow_exception(one.failure);
    for (std::size_t k = 0; k < into.blocks.size(); ++k) into.blocks[k] += one.widths[k];
    into.households_read_exactly += one.read_exactly;
    for (const auto& [place, amount] : one.others)
      into.columns[place.first].other_amounts.emplace(place.second, amount);
  }
}

SLIEKSNIS_INLINE table_decisions decide_table(const fact_table& table, date on,
                                              const std::vector<std::size_t>& wanted,
                                              const table_options& options) {
  table_decisions result;
  table_workspace workspace;
  table_decider(table, on, wanted).decide(table, result, workspace, options);
  return result;
}

}  // namespace v0
}  // namespace slieksnis
