// SPDX-License-Identifier: Apache-2.0
/// \file Synthetic households for tests and benchmarks: drawn evenly, so that every branch of the rules is
/// common, and not as anybody lives.
#pragma once

#include <cstdint>
#include <random>
#include <slieksnis/rule/embedded_rules.hpp>
#include <slieksnis/rule/load_rules.hpp>
#include <slieksnis/table/fact_table.hpp>
#include <string>
#include <vector>

namespace workload {

using namespace slieksnis;

inline const rule_book& book() {
  static const rule_book result = [] {
    std::vector<source_pointer> files;
    for (const auto& file : embedded_rule_files())
      if (!file.path.ends_with("cases.json"))
        files.push_back(std::make_shared<const source_text>(std::string(file.path), std::string(file.bytes)));
    return load_rule_book(files);
  }();
  return result;
}

inline const std::vector<std::string> compositions{"lone_pension_age_or_disabled",
                                                   "only_pension_age_or_disabled",
                                                   "only_pension_age_or_disabled_with_children", "other"};
inline const std::vector<std::string> disability_groups{"none", "group_1", "group_2", "group_3"};

inline date on() { return *parse_date("2023-07-01"); }

inline std::vector<std::size_t> wanted() {
  std::vector<std::size_t> result;
  for (const char* name : {"gmi_benefit", "housing_benefit", "poor_household", "low_income_household"})
    result.push_back(*book().find(name));
  return result;
}

/// What the municipality states for all of them.
inline void share(fact_table& table) {
  table.shared().set("low_income_first", "501").set("low_income_next", "351");
}

inline constexpr std::string_view csv_header =
    "household_id,adults,children,income,housing_costs,composition";

/// Household rows with totals.
struct households {
  explicit households(std::size_t rows, std::uint64_t seed = 42) {
    std::mt19937_64 random(seed);
    for (std::size_t i = 0; i < rows; ++i) {
      adults.push_back(1 + static_cast<std::int64_t>(random() % 3));
      children.push_back(static_cast<std::int64_t>(random() % 4));
      income.push_back(static_cast<std::int64_t>(random() % 150'000));
      costs.push_back(static_cast<std::int64_t>(random() % 40'000));
      composition.push_back(static_cast<std::uint8_t>(random() % 4));
    }
  }

  /// Amounts in cents. Borrows the columns.
  [[nodiscard]] fact_table table() const { return table(adults.size()); }
  /// Of the first rows only; under other rules with the same names.
  [[nodiscard]] fact_table table(std::size_t rows, const rule_book& rules = book()) const {
    const auto part = [=](const auto& column) { return std::span(column).first(rows); };
    fact_table result(rules, rows);
    result.numbers("adults", part(adults), 0)
        .numbers("children", part(children), 0)
        .numbers("income", part(income), 2)
        .numbers("housing_costs", part(costs), 2)
        .choices("composition", part(composition), compositions);
    share(result);
    return result;
  }

  /// The rows under `csv_header`, numbered behind `first`.
  void append_csv(std::string& text, std::size_t first = 0) const {
    const auto cents = [&](std::int64_t amount) {
      text += std::to_string(amount / 100) + '.' + std::to_string(100 + amount % 100).substr(1);
    };
    for (std::size_t i = 0; i < adults.size(); ++i) {
      text += std::to_string(first + i + 1) + ',' + std::to_string(adults[i]) + ',' +
              std::to_string(children[i]) + ',';
      cents(income[i]);
      text += ',';
      cents(costs[i]);
      text += ',' + compositions[composition[i]] + '\n';
    }
  }

  std::vector<std::int64_t> adults;
  std::vector<std::int64_t> children;
  std::vector<std::int64_t> income;
  std::vector<std::int64_t> costs;
  std::vector<std::uint8_t> composition;
};

/// Households with their persons, three on average: the class for housing comes from ages and disability.
struct families {
  explicit families(std::size_t rows, std::uint64_t seed = 42) {
    std::mt19937_64 random(seed);
    const auto today = static_cast<std::int64_t>(on().time_since_epoch().count());
    for (std::size_t i = 0; i < rows; ++i) {
      for (std::uint64_t persons = 1 + random() % 5; persons > 0; --persons) {
        born.push_back(static_cast<std::int32_t>(today - static_cast<std::int64_t>(random() % 33'000)));
        disability.push_back(random() % 10 < 8 ? std::uint8_t{0}
                                               : static_cast<std::uint8_t>(1 + random() % 3));
      }
      offsets.push_back(static_cast<std::uint32_t>(born.size()));
      income.push_back(static_cast<std::int64_t>(random() % 150'000));
      costs.push_back(static_cast<std::int64_t>(random() % 40'000));
    }
  }

  [[nodiscard]] fact_table table() const {
    fact_table result(book(), income.size());
    result.persons(offsets)
        .days("born", born)
        .choices("disability_group", disability, disability_groups)
        .numbers("income", income, 2)
        .numbers("housing_costs", costs, 2);
    share(result);
    return result;
  }

  std::vector<std::uint32_t> offsets{0};
  std::vector<std::int32_t> born;
  std::vector<std::uint8_t> disability;
  std::vector<std::int64_t> income;
  std::vector<std::int64_t> costs;
};

}  // namespace workload
