// SPDX-License-Identifier: Apache-2.0
/// \file Deciding many cases at once: a fact table in, columns of decisions out.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "run_block.hpp"

namespace slieksnis {
inline namespace v0 {

/// The decisions about one benefit or status: one for each household, or for each person.
struct decision_column {
  std::size_t definition = 0;
  bool of_persons = false;
  bool has_amounts = false;  ///< of a benefit; a status has none
  int decimals = 0;          ///< of the amounts
  std::vector<outcome> outcomes;
  std::vector<std::int64_t> amounts;  ///< times ten to the power `decimals`; 0 unless granted
  /// Places in `table_decisions::reasons`. Refused: the first condition of its own that fails, as the rule
  /// writes it. Undetermined: the most useful fact that is missing. 0: nothing to say.
  std::vector<std::uint16_t> reasons;
  /// By row, the amounts that whole numbers of 64 bits at these decimals do not hold, such as one of more
  /// decimals that was stated; in `amounts` they are 0.
  std::map<std::size_t, rational> other_amounts;

  /// The amount of a row, whichever of the two holds it. Unit: that of the benefit.
  [[nodiscard]] rational amount(std::size_t row) const;
};

struct table_decisions {
  std::vector<decision_column> columns;  ///< in the order that was wanted
  std::vector<std::string> reasons;
  /// How many blocks were run with lanes of 32, 64 and 128 bits, and how many households were read exactly.
  std::array<std::size_t, 3> blocks{};
  std::size_t households_read_exactly = 0;
  std::uint64_t program = 0;  ///< the id of the program that filled it last
};

struct table_options {
  unsigned threads = 1;      ///< results do not depend on it
  std::size_t block = 1024;  ///< households at a time; results do not depend on it either
  lane_width least =
      lane_width::bits_32;  ///< for tests: not narrower than this; `exact` reads every row exactly
};

/// Memory that is used again from table to table: one for each program thread that calls `decide`.
class table_workspace {
 public:
  table_workspace();
  ~table_workspace();
  table_workspace(table_workspace&&) noexcept;
  table_workspace& operator=(table_workspace&&) noexcept;

 private:
  friend class table_decider;
  struct memory;
  std::unique_ptr<memory> memory_;
};

/// Decides tables of the same columns again and again: plan and operations are made once. The rule book must
/// outlive it; the first table need not. Const use is safe from several threads, each with a workspace.
class table_decider {
 public:
  /// For tables with the columns of `like`: the same definitions in the same order with the same decimals and
  /// dictionaries, persons where it has persons, the same shared facts. Only a column with validity here may
  /// leave values unstated there.
  /// Errors: `unusable` when a wanted definition has no version on that day.
  /// Cost: some hundred microseconds, and a few milliseconds for each function of a date.
  table_decider(const fact_table& like, date on, std::vector<std::size_t> wanted);

  /// Decides every household to the same bits as `decide` does for each of them alone. What `into` holds is
  /// replaced, and its memory used again.
  /// Errors: `unusable` for a table of other columns.
  /// Cost: some tens of nanoseconds a household where columns hold the plan; twenty microseconds and more for
  /// rows that need the exact reading.
  void decide(const fact_table& table, table_decisions& into, table_workspace& workspace,
              const table_options& options = {}) const;

  [[nodiscard]] const plan& planned() const noexcept { return plan_; }
  [[nodiscard]] const table_program& program() const noexcept { return program_; }

 private:
  void check(const fact_table& table) const;
  void prepare(const fact_table& table, table_decisions& into) const;

  std::vector<std::size_t> wanted_;
  struct column_shape {
    std::size_t definition = 0;
    int decimals = 0;
    bool may_be_unstated = false;
    std::vector<std::string> dictionary;
  };
  std::vector<column_shape> columns_;
  facts shared_;
  bool has_persons_ = false;
  plan plan_;
  table_program program_;
  std::vector<std::string>
      reasons_;  ///< every one there can be, so that all ways of reading number them alike
  std::map<std::string, std::uint16_t> reason_codes_;
};

/// The same for one table.
[[nodiscard]] table_decisions decide_table(const fact_table& table, date on,
                                           const std::vector<std::size_t>& wanted,
                                           const table_options& options = {});

/// What the columns of a table state, for every row or for some.
[[nodiscard]] case_shape shape_of(const fact_table& table);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "decide_table.ipp"
#endif
