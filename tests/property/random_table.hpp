// SPDX-License-Identifier: Apache-2.0
/// \file Random tables over any rule book, and the same households as facts.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <deque>
#include <limits>
#include <random>
#include <set>
#include <slieksnis/decide/make_plan.hpp>
#include <slieksnis/table/decide_table.hpp>
#include <string>
#include <vector>

#include "tables.hpp"

namespace random_tables {

using namespace slieksnis;

/// Draws as many values as columns need; rapidcheck is too slow for cells by the hundred thousand.
class dice {
 public:
  explicit dice(std::uint64_t seed) : engine_(seed) {}
  /// From `low` to `high`, both included.
  std::int64_t between(std::int64_t low, std::int64_t high) {
    const auto width = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
    const std::uint64_t drawn =
        width == std::numeric_limits<std::uint64_t>::max() ? engine_() : engine_() % (width + 1);
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + drawn);
  }
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(engine_() % count); }
  bool one_in(std::size_t count) { return below(count) == 0; }
  std::uint64_t bits() { return engine_(); }
  template <typename T>
  const T& of(const std::vector<T>& all) {
    return all[below(all.size())];
  }

 private:
  std::mt19937_64 engine_;
};

/// How large numbers may become.
enum class sizes : std::uint8_t { usual, large, edges };

/// One number of a definition, times ten to the power `decimals`.
inline std::int64_t number_for(const definition& of, int decimals, sizes how, dice& draw) {
  if (how == sizes::edges && draw.one_in(2)) {
    // Around powers of two, where one lane width ends, and around what factors of ten leave of them.
    std::int64_t result = std::int64_t{1} << draw.between(20, 62);
    if (draw.one_in(3))
      result = draw.one_in(2) ? std::numeric_limits<std::int32_t>::max()
                              : std::numeric_limits<std::int64_t>::max();
    for (auto tens = draw.between(0, 4); tens > 0; --tens) result /= 10;
    result +=
        result > std::numeric_limits<std::int64_t>::max() - 3 ? draw.between(-3, 0) : draw.between(-3, 3);
    return !of.minimum && draw.one_in(3) ? -result : result;
  }
  std::int64_t power = 1;
  for (int i = 0; i < decimals; ++i) power *= 10;
  const std::int64_t low = of.minimum ? of.minimum->floor().as_integer().value_or(0) : -20;
  std::int64_t high = of.maximum ? of.maximum->floor().as_integer().value_or(1500) : 1500;
  if (!of.maximum && how == sizes::large) high = std::int64_t{1} << draw.between(10, 36);
  if (draw.one_in(6)) return (draw.one_in(2) ? low : high) * power;
  return draw.between(low * power, high * power);
}

/// A table whose columns state some of `columns`, with the same cases as facts beside it.
class random_table {
 public:
  random_table(const rule_book& book, date on, const std::vector<std::size_t>& columns, dice& draw)
      : table(book, 1 + draw.below(150)), book_(book), on_(on), draw_(draw) {
    how_ = draw.one_in(4) ? sizes::edges : draw.one_in(4) ? sizes::large : sizes::usual;
    const std::size_t rows = table.households();
    if (!draw.one_in(5)) {
      offsets_.push_back(0);
      for (std::size_t i = 0; i < rows; ++i)
        offsets_.push_back(offsets_.back() +
                           static_cast<std::uint32_t>(draw.one_in(8) ? 0 : draw.between(1, 4)));
      table.persons(offsets_);
    }
    // How much is left out altogether: nothing, some columns, many.
    const std::size_t left_out = std::size_t{1} << (1 + 2 * draw.below(3));
    std::vector<std::size_t> shared;
    for (const std::size_t id : columns) {
      const definition& of = book.at(id);
      if (draw.one_in(left_out) && left_out < 32) continue;
      // What the rules compute themselves is stated now and then.
      if (of.kind != definition_kind::fact && !draw.one_in(of.is_decided() ? 8 : 3)) continue;
      if (of.of == entity::country || of.of == entity::municipality ||
          (of.of != entity::person && draw.one_in(8)))
        shared.push_back(id);
      else
        state(id);
    }
    for (const std::size_t id : shared)
      if (draw.one_in(2)) table.shared().put(id, {value_for(book.at(id)), {}});
    if (draw.one_in(3)) override_some(columns);
    // After what is shared is known: the columns of each household, as facts.
    for (std::size_t row = 0; row < rows; ++row) {
      households.push_back(table.shared());
      if (!table.has_persons()) continue;
      households.back().state_persons();
      for (std::uint32_t person = offsets_[row]; person < offsets_[row + 1]; ++person)
        households.back().add_person();
    }
    for (const auto& cell : cells_) put(cell);
  }
  random_table(const random_table&) = delete;
  random_table& operator=(const random_table&) = delete;

  fact_table table;
  std::vector<facts> households;

 private:
  struct stated_cell {
    std::size_t definition;
    std::size_t row;  ///< or person
    value what;
  };

  value value_for(const definition& of) {
    switch (of.what.kind) {
      case type_kind::boolean:
        return draw_.one_in(2);
      case type_kind::day:
        return day();
      case type_kind::months_duration:
        return months_duration{static_cast<int>(draw_.between(0, 900))};
      case type_kind::days_duration:
        return days_duration{static_cast<int>(draw_.between(0, 900))};
      case type_kind::number:
        break;
      default:
        return text_of(of)[draw_.below(text_of(of).size())];
    }
    // Means of three months, and overrides, may have no last decimal place.
    const rational number(number_for(of, 2, sizes::usual, draw_), 100);
    return draw_.one_in(5) ? number / rational(3) : number;
  }

  date day() {
    const std::int64_t back = draw_.one_in(3) ? 800 : 36'000;
    return on_ - std::chrono::days{draw_.between(draw_.one_in(10) ? -400 : 0, back)};
  }

  static std::vector<std::string> text_of(const definition& of) {
    std::vector<std::string> result;
    if (of.what.is_enumeration())
      for (const auto& one : *of.what.values) result.push_back(one.id);
    else
      result = {"Rīga", "Daugavpils", "x"};
    return result;
  }

  void override_some(const std::vector<std::size_t>& columns) {
    for (auto more = draw_.between(1, 2); more > 0; --more) {
      const std::size_t id = draw_.of(columns);
      if (book_.at(id).of == entity::person || book_.at(id).is_decided()) continue;
      table.shared().put_override(id, {value_for(book_.at(id)), {}});
    }
  }

  void state(std::size_t id) {
    const definition& of = book_.at(id);
    const bool of_persons = of.of == entity::person;
    if (of_persons && !table.has_persons()) return;
    const std::size_t rows = of_persons ? table.person_count() : table.households();
    if (of.what.is(type_kind::months_duration) || of.what.is(type_kind::days_duration)) return;
    validity stated;
    if (draw_.one_in(2)) {
      auto& words = bits_.emplace_back((rows + 63) / 64);
      const std::size_t density = draw_.below(4);
      for (auto& word : words) {
        word = draw_.bits();
        for (std::size_t i = 0; i < density; ++i) word |= draw_.bits();
      }
      stated = words;
    }
    const auto is_stated = [&](std::size_t row) {
      return stated.empty() || ((stated[row / 64] >> (row % 64)) & 1U) != 0;
    };
    const auto keep = [&](std::size_t row, value what) { cells_.push_back({id, row, std::move(what)}); };
    if (of.what.is(type_kind::number)) {
      const int decimals = of.decimals + (of.averaged && draw_.one_in(4) ? 1 : 0);
      auto& values = numbers_.emplace_back(rows);
      for (std::size_t row = 0; row < rows; ++row) {
        if (!is_stated(row)) continue;
        values[row] = number_for(of, decimals, how_, draw_);
        keep(row, rational(values[row]) / rational::power(rational(10), decimals));
      }
      table.numbers(of.name, values, decimals, stated);
    } else if (of.what.is(type_kind::day)) {
      auto& values = days_.emplace_back(rows);
      const bool far = draw_.one_in(15);  // before any table of a function of a date begins
      for (std::size_t row = 0; row < rows; ++row) {
        if (!is_stated(row)) continue;
        const date drawn = far && draw_.one_in(10) ? *parse_date("1887-11-12") : day();
        values[row] = static_cast<std::int32_t>(drawn.time_since_epoch().count());
        keep(row, drawn);
      }
      table.days(of.name, values, stated);
    } else {
      auto& values = codes_.emplace_back(rows);
      const bool truths = of.what.is(type_kind::boolean);
      std::vector<std::string> dictionary;
      if (!truths) dictionary = text_of(of);
      std::shuffle(dictionary.begin(), dictionary.end(), std::mt19937_64(draw_.bits()));
      for (std::size_t row = 0; row < rows; ++row) {
        if (!is_stated(row)) continue;
        values[row] = static_cast<std::uint8_t>(draw_.below(truths ? 2 : dictionary.size()));
        keep(row, truths ? value{values[row] != 0} : value{dictionary[values[row]]});
      }
      if (truths)
        table.truths(of.name, values, stated);
      else
        table.choices(of.name, values, std::move(dictionary), stated);
    }
  }

  void put(const stated_cell& cell) {
    if (book_.at(cell.definition).of != entity::person) {
      households[cell.row].put(cell.definition, {cell.what, {}});
      return;
    }
    const auto next =
        std::upper_bound(offsets_.begin(), offsets_.end(), static_cast<std::uint32_t>(cell.row));
    const auto row = static_cast<std::size_t>(next - offsets_.begin()) - 1;
    households[row].put_person(cell.row - offsets_[row], cell.definition, {cell.what, {}});
  }

  const rule_book& book_;
  date on_;
  dice& draw_;
  sizes how_ = sizes::usual;
  std::vector<std::uint32_t> offsets_;
  std::vector<stated_cell> cells_;
  std::deque<std::vector<std::int64_t>> numbers_;
  std::deque<std::vector<std::int32_t>> days_;
  std::deque<std::vector<std::uint8_t>> codes_;
  std::deque<std::vector<std::uint64_t>> bits_;
};

/// Everything that a case may state about these benefits, themselves included.
inline std::vector<std::size_t> columns_for(const rule_book& book, date on,
                                            const std::vector<std::size_t>& wanted) {
  const plan planned = make_plan(book, on, wanted);
  std::vector<std::size_t> result;
  const auto add = [&](std::size_t id) {
    if (std::find(result.begin(), result.end(), id) == result.end()) result.push_back(id);
  };
  for (const step& one : planned.steps())
    if (one.kind == step_kind::input || one.kind == step_kind::ask) add(one.definition);
  for (const std::size_t id : wanted) add(id);
  return result;
}

inline table_options any_options(dice& draw) {
  table_options result;
  result.block = 1 + draw.below(200);
  result.threads = static_cast<unsigned>(1 + draw.below(3));
  if (draw.one_in(4)) result.least = static_cast<lane_width>(draw.below(4));
  return result;
}

/// What was exercised in all rounds of a test.
struct tally {
  std::array<std::size_t, 3> blocks{};
  std::array<std::size_t, 3> outcomes{};
  std::size_t exact_by_choice = 0;  ///< whole plans that columns do not hold
  std::size_t exact_rows = 0;       ///< rows that blocks left to the exact reading
  std::size_t other_amounts = 0;
  std::size_t reasons = 0;
  std::size_t plans_held = 0;
  std::size_t compared = 0;

  std::set<table_operation> operations;  ///< of plans that columns hold

  void add(const table_decisions& all, const table_program& program) {
    const bool held = program.holds();
    if (held)
      for (const table_step& one : program.steps) operations.insert(one.kind);
    for (std::size_t i = 0; i < blocks.size(); ++i) blocks[i] += all.blocks[i];
    plans_held += held ? 1U : 0U;
    (held ? exact_rows : exact_by_choice) += all.households_read_exactly;
    for (const decision_column& of : all.columns) {
      compared += of.outcomes.size();
      for (const outcome one : of.outcomes) ++outcomes[static_cast<std::size_t>(one)];
      for (const std::uint16_t one : of.reasons) reasons += one != 0 ? 1U : 0U;
      other_amounts += of.other_amounts.size();
    }
  }
  [[nodiscard]] std::string text() const {
    const auto n = [](std::size_t number) { return std::to_string(number); };
    return n(compared) + " decisions: " + n(outcomes[0]) + " granted, " + n(outcomes[1]) + " refused, " +
           n(outcomes[2]) + " undetermined, " + n(reasons) +
           " reasons; blocks of 32, 64, 128 bits: " + n(blocks[0]) + ", " + n(blocks[1]) + ", " +
           n(blocks[2]) + "; read exactly: " + n(exact_rows) + " rows of " + n(plans_held) +
           " plans that columns hold, " + n(exact_by_choice) + " of others; " + n(other_amounts) +
           " amounts beside the columns";
  }
};

/// Decides a random table twice, the second time otherwise cut into blocks and threads in the memory of the
/// first. Empty where every row is decided as if it were alone, and both times the same.
inline std::string compared(const random_table& drawn, date on, const std::vector<std::size_t>& wanted,
                            dice& draw, tally& all_rounds) {
  const table_decider decider(drawn.table, on, wanted);
  table_decisions first;
  table_workspace workspace;
  decider.decide(drawn.table, first, workspace, any_options(draw));
  all_rounds.add(first, decider.program());
  const std::string difference = tables::difference(first, drawn.table, on, wanted, drawn.households);
  if (!difference.empty()) return difference;
  table_decisions second = first;
  decider.decide(drawn.table, second, workspace, any_options(draw));
  for (std::size_t i = 0; i < wanted.size(); ++i)
    for (std::size_t row = 0; row < first.columns[i].outcomes.size(); ++row)
      if (tables::shown(first, i, row) != tables::shown(second, i, row))
        return "the second time row " + std::to_string(row) + ": " + tables::shown(second, i, row) +
               " instead of " + tables::shown(first, i, row);
  return {};
}

/// A whole number from the environment, for longer runs: SLIEKSNIS_TABLE_ROUNDS and SLIEKSNIS_TABLE_SEED.
inline std::uint64_t from_environment(const char* name, std::uint64_t otherwise) {
  const char* text = std::getenv(name);
  return text != nullptr ? std::strtoull(text, nullptr, 10) : otherwise;
}

/// Builds without optimisation take a twentieth of the speed, and a share of the rounds.
inline std::uint64_t rounds(std::uint64_t optimised) {
#ifdef NDEBUG
  return from_environment("SLIEKSNIS_TABLE_ROUNDS", optimised);
#else
  return from_environment("SLIEKSNIS_TABLE_ROUNDS", optimised / 10);
#endif
}

}  // namespace random_tables
