// SPDX-License-Identifier: Apache-2.0
// The cases reach every boundary of the rules. What a boundary is comes from the rule book, what a case
// reaches from evaluating it; names of cases count for nothing.
//
// For every benefit and status, and every period in which no figure it uses changes: a decided case on the
// first and on the last day, and for each comparison of its condition one case just below, at and just above,
// with one member and with at least six where the threshold depends on their number. For every decision
// table: each row.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <map>
#include <set>
#include <slieksnis/decide/decide.hpp>
#include <slieksnis/decide/explain.hpp>
#include <string>
#include <utility>

#include "shipped_rules.hpp"

namespace {

using namespace slieksnis;

using demands = std::set<std::string>;

std::string joined(const demands& all) {
  std::string result;
  for (const auto& one : all) result += "  " + one + "\n";
  return result;
}

std::string shown(const period& when) { return to_string(when.from) + ".." + to_string(when.last_day()); }

bool is_comparison(const expression& e) {
  return e.kind == expression_kind::binary &&
         (e.op == operation::less || e.op == operation::less_equal || e.op == operation::greater ||
          e.op == operation::greater_equal);
}

void visit(const expression& e, const std::function<void(const expression&)>& see) {
  see(e);
  for (const auto& operand : e.operands)
    if (operand) visit(*operand, see);
}

/// The comparisons of numbers in a condition.
std::vector<const expression*> comparisons(const expression& condition) {
  std::vector<const expression*> result;
  visit(condition, [&](const expression& e) {
    if (is_comparison(e) && e.operands[0]->what.is(type_kind::number)) result.push_back(&e);
  });
  return result;
}

/// Cents for money, whole numbers for years and counts.
rational smallest_step(const expression& comparison) {
  return comparison.operands[0]->what.measure.of_money() ? rational(1, 100) : rational(1);
}

class boundary_check {
 public:
  explicit boundary_check(const rule_book& book) : book_(book), members_(*book.find("members")) {
    for (std::size_t id = 0; id < book.definitions().size(); ++id) {
      const definition& of = book.at(id);
      const bool decided = of.kind == definition_kind::benefit || of.kind == definition_kind::status;
      for (date day = of.span().from; !of.versions.empty() && day < of.span().to;
           day = periods_[id].back().to) {
        periods_[id].push_back(constant_from(id, day));
        if (decided) demand_conditions(id, periods_[id].back());
        demand_rows(id, periods_[id].back());
      }
    }
  }

  [[nodiscard]] const demands& all() const { return all_; }
  [[nodiscard]] const std::vector<period>& periods(std::string_view name) const {
    return periods_.at(*book_.find(name));
  }

  /// The demands that one case meets. Cases that override something prove nothing about the rules.
  [[nodiscard]] demands met_by(const expected_case& one) const {
    demands result;
    if (!one.stated.overrides().empty()) return result;
    for (std::size_t i = 0; i < one.expect.keys.size(); ++i) {
      const std::size_t id = *book_.find_spoken(one.expect.keys[i].name);
      const plan planned =
          make_plan(book_, one.on, std::vector<std::size_t>{id, members_}, shape_of(one.stated));
      const evaluation values(planned, one.stated);
      const json_node& expected = one.expect.items[i];
      const std::size_t person = person_of(expected);
      const planned_value& value = planned.values()[*planned.value_of(id)];
      if (expected.kind == json_kind::object) meet_conditions(result, one, value, values, person, expected);
      meet_rows(result, one.on, value, values, person);
    }
    return result;
  }

  [[nodiscard]] demands missing(const std::vector<demands>& met) const {
    demands left = all_;
    for (const auto& one : met)
      for (const auto& name : one) left.erase(name);
    return left;
  }

 private:
  /// From `day` up to the first change of any version, or review, among all that the definition uses.
  [[nodiscard]] period constant_from(std::size_t id, date day) const {
    period result{day, book_.at(id).in_force(day)->when.to};
    const plan planned = make_plan(book_, day, std::vector<std::size_t>{id});
    for (const planned_value& used : planned.values()) {
      if (used.rule == nullptr || used.on != day) continue;
      result.to = std::min(result.to, used.rule->when.to);
      if (!used.rule->reviewed_each) continue;
      date review = day + std::chrono::days{1};
      while (latest(*used.rule->reviewed_each, review) <= day) review += std::chrono::days{1};
      result.to = std::min(result.to, review);
    }
    return result;
  }

  [[nodiscard]] const period& period_of(std::size_t id, date day) const {
    const auto& all = periods_.at(id);
    return *std::find_if(all.begin(), all.end(), [&](const period& one) { return one.contains(day); });
  }

  [[nodiscard]] std::string prefix(std::size_t id, const period& when) const {
    return book_.at(id).name + " " + shown(when) + ": ";
  }

  [[nodiscard]] static std::string side(const formula& of, const expression& comparison, int where,
                                        std::string_view members) {
    const auto [begin, end] = comparison.where;
    return of.source.text.substr(begin, end - begin) +
           (where < 0   ? ", just below"
            : where > 0 ? ", just above"
                        : ", equal") +
           std::string(members);
  }

  [[nodiscard]] bool depends_on_members(const expression& comparison, date day) const {
    bool result = false;
    visit(comparison, [&](const expression& e) {
      if (e.kind != expression_kind::name || e.meaning != name_meaning::definition) return;
      const plan below = make_plan(book_, day, std::vector<std::size_t>{e.definition});
      result = result || below.value_of(members_).has_value() ||
               std::any_of(below.values().begin(), below.values().end(),
                           [&](const auto& used) { return used.definition == members_; });
    });
    return result;
  }

  /// Nothing lies below zero where a fact cannot be negative.
  [[nodiscard]] bool has_below(const expression& comparison) const {
    const expression& left = *comparison.operands[0];
    const expression& right = *comparison.operands[1];
    if (left.kind != expression_kind::name || left.meaning != name_meaning::definition ||
        right.kind != expression_kind::literal)
      return true;
    const auto& minimum = book_.at(left.definition).minimum;
    const auto* literal = std::get_if<rational>(&right.written);
    return !minimum || literal == nullptr || *minimum != *literal;
  }

  void demand_conditions(std::size_t id, const period& when) {
    all_.insert(prefix(id, when) + "first day");
    all_.insert(prefix(id, when) + "last day");
    const formula& condition = *book_.at(id).in_force(when.from)->entitled_if;
    for (const expression* comparison : comparisons(*condition.tree)) {
      const bool many = depends_on_members(*comparison, when.from);
      for (int where = has_below(*comparison) ? -1 : 0; where <= 1; ++where) {
        if (!many) {
          all_.insert(prefix(id, when) + side(condition, *comparison, where, ""));
          continue;
        }
        all_.insert(prefix(id, when) + side(condition, *comparison, where, ", 1 member"));
        all_.insert(prefix(id, when) + side(condition, *comparison, where, ", at least 6 members"));
      }
    }
  }

  [[nodiscard]] static std::string row_name(const table_row& row) {
    std::string result = "row";
    for (const auto& cell : row.cells) result += " " + cell;
    return result;
  }

  void demand_rows(std::size_t id, const period& when) {
    const auto& table = book_.at(id).in_force(when.from)->table;
    if (!table) return;
    for (const table_row& row : table->rows) all_.insert(prefix(id, when) + row_name(row));
  }

  [[nodiscard]] static std::size_t person_of(const json_node& expected) {
    const json_node* which = expected.kind == json_kind::object ? expected.find("person") : nullptr;
    return which == nullptr ? 0 : static_cast<std::size_t>(parse_decimal(which->text)->coefficient - 1);
  }

  void meet_conditions(demands& result, const expected_case& one, const planned_value& value,
                       const evaluation& values, std::size_t person, const json_node& expected) const {
    const json_node* outcome = expected.find("outcome");
    if (!value.entitled || outcome == nullptr || outcome->text == "undetermined") return;
    const period& when = period_of(value.definition, one.on);
    if (one.on == when.from) result.insert(prefix(value.definition, when) + "first day");
    if (one.on == when.last_day()) result.insert(prefix(value.definition, when) + "last day");

    const auto number_of = [&](const expression& e) -> const rational* {
      for (const auto& [node, step] : value.entitled->nodes)
        if (node == &e) return values.at(step, person).as<rational>();
      return nullptr;
    };
    const evaluated& counted = values.at(values.of().values()[*values.of().value_of(members_)].result);
    const auto* members = counted.as<rational>();
    const formula& condition = *value.entitled->source;
    for (const expression* comparison : comparisons(*condition.tree)) {
      const rational* left = number_of(*comparison->operands[0]);
      const rational* right = number_of(*comparison->operands[1]);
      if (left == nullptr || right == nullptr) continue;
      const rational away = (*left - *right) / smallest_step(*comparison);
      if (away != rational(-1) && away != rational(0) && away != rational(1)) continue;
      const int where = away.sign();
      result.insert(prefix(value.definition, when) + side(condition, *comparison, where, ""));
      if (members == nullptr) continue;
      if (*members == rational(1))
        result.insert(prefix(value.definition, when) + side(condition, *comparison, where, ", 1 member"));
      if (*members >= rational(6))
        result.insert(prefix(value.definition, when) +
                      side(condition, *comparison, where, ", at least 6 members"));
    }
  }

  /// Rows that took part in what the case expects.
  void meet_rows(demands& result, date on, const planned_value& value, const evaluation& values,
                 std::size_t person) const {
    const auto of_person =
        book_.at(value.definition).of == entity::person ? std::optional(person) : std::nullopt;
    for (const trace_step& step : trace_of(values, {value.result}, of_person))
      if (step.row != nullptr)
        result.insert(prefix(step.definition, period_of(step.definition, on)) + row_name(*step.row));
  }

  const rule_book& book_;
  std::size_t members_;
  std::map<std::size_t, std::vector<period>> periods_;
  demands all_;
};

const boundary_check& shipped_check() {
  static const boundary_check result(shipped::book());
  return result;
}

const std::vector<demands>& shipped_evidence() {
  static const auto result = [] {
    std::vector<demands> met;
    for (const auto& one : shipped::cases()) met.push_back(shipped_check().met_by(one));
    return met;
  }();
  return result;
}

TEST(boundaries, every_boundary_has_a_case) {
  const auto missing = shipped_check().missing(shipped_evidence());
  EXPECT_GT(shipped_check().all().size(), 400U);
  EXPECT_TRUE(missing.empty()) << missing.size() << " boundaries without a case:\n" << joined(missing);
}

// From as few cases as reach every boundary, each one that is taken away is missed.
TEST(boundaries, a_case_taken_away_is_missed) {
  std::map<std::string, int> reached;
  for (const auto& one : shipped_evidence())
    for (const auto& name : one) ++reached[name];
  std::vector<demands> few;
  for (const auto& one : shipped_evidence()) {
    if (std::any_of(one.begin(), one.end(), [&](const auto& name) {
          return reached[name] == 1 && shipped_check().all().contains(name);
        })) {
      few.push_back(one);
    } else {
      for (const auto& name : one) --reached[name];
    }
  }
  ASSERT_GT(few.size(), 100U);
  ASSERT_EQ(shipped_check().missing(few), demands{});
  for (std::size_t gone = 0; gone < few.size(); ++gone) {
    const demands kept = std::exchange(few[gone], {});
    const demands missing = shipped_check().missing(few);
    EXPECT_FALSE(missing.empty());
    EXPECT_TRUE(std::includes(kept.begin(), kept.end(), missing.begin(), missing.end())) << joined(missing);
    few[gone] = kept;
  }
}

TEST(boundaries, a_day_without_cases_is_missed) {
  std::vector<demands> reduced;
  for (const auto& one : shipped::cases())
    if (one.on != *parse_date("2023-06-30")) reduced.push_back(shipped_check().met_by(one));
  const auto missing = shipped_check().missing(reduced);
  EXPECT_TRUE(missing.contains("gmi_benefit 2023-01-01..2023-06-30: last day")) << joined(missing);
  EXPECT_TRUE(missing.contains("housing_benefit 2023-06-01..2023-06-30: last day")) << joined(missing);
}

TEST(boundaries, periods_end_where_any_figure_changes) {
  const auto starts = [](std::string_view name) {
    std::string result;
    for (const period& one : shipped_check().periods(name)) result += to_string(one.from) + " ";
    return result;
  };
  // The minimum wage changes in January 2023, the median is reviewed each January, the rules in July 2023.
  EXPECT_TRUE(
      starts("gmi_benefit")
          .starts_with("2020-01-01 2021-01-01 2023-01-01 2023-07-01 2024-01-01 2025-01-01 2026-01-01 "));
  // The pension age rises each January; the coefficients have days of their own.
  EXPECT_TRUE(starts("housing_benefit")
                  .starts_with("2021-01-01 2021-07-01 2022-01-01 2022-10-01 2023-01-01 2023-06-01 2023-07-01 "
                               "2024-01-01 2025-01-01 2026-01-01 2026-05-01 "));
  EXPECT_TRUE(
      starts("gmi_next").starts_with("2020-01-01 2021-01-01 2023-07-01 2024-01-01 2025-01-01 2026-01-01 "));
}

}  // namespace
