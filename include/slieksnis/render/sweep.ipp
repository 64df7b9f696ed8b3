// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <algorithm>

#include "format.ipp"
#include "reforms.hpp"
#include "sheet.ipp"
#include "sheet_words.ipp"
#include "sweep.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// `income`, `persons[2].wage`: the varied number, or a benefit of a person.
SLIEKSNIS_INLINE std::string sweep_name(const rule_book& book, std::size_t definition,
                                        const std::optional<std::size_t>& person) {
  return slieksnis::name_of(book, need{definition, person});
}

SLIEKSNIS_INLINE std::string sweep_title(const rule_book& book, const facts& stated, std::size_t definition,
                                         const std::optional<std::size_t>& person, language lang) {
  return capitalised(with_person(book.at(definition).title.in(lang), person, stated, lang));
}

/// A definition of euro a month, for amounts that add up several.
SLIEKSNIS_INLINE const definition& euro_a_month() {
  static const definition like = [] {
    definition made;
    made.what.kind = type_kind::number;
    made.what.measure = *parse_unit("EUR/month");
    return made;
  }();
  return like;
}

/// The kinds of payment whose totals the columns can add to, in order.
SLIEKSNIS_INLINE std::vector<payment> payments_of(const rule_book& book, const sweep& given) {
  std::vector<payment> result;
  for (const sweep_column& one : given.columns) {
    const definition& of = book.at(one.benefit);
    if (of.in_total && of.paid && *of.paid != payment::service && of.what.measure.of_money() &&
        std::find(result.begin(), result.end(), *of.paid) == result.end())
      result.push_back(*of.paid);
  }
  std::sort(result.begin(), result.end());
  return result;
}

SLIEKSNIS_INLINE rational paid_in_all(const sweep_setting& setting, payment paid) {
  rational sum(0);
  for (const total& one : setting.totals)
    if (one.paid == paid && one.measure.of_money()) sum = sum + one.amount;
  return sum;
}

SLIEKSNIS_INLINE std::string outcome_name(const sweep_cell& cell) {
  return std::string(cell.failed ? "error" : slieksnis::name_of(cell.outcome));
}

SLIEKSNIS_INLINE bool has_amount(const rule_book& book, const sweep_column& column) {
  return book.at(column.benefit).kind == definition_kind::benefit;
}

/// What the answers rest on and what is uncertain in them, each sentence once.
struct sweep_doubts {
  std::vector<std::string> assumptions;
  std::vector<std::string> cautions;
};
SLIEKSNIS_INLINE sweep_doubts doubts_of(const rule_book& book, const facts& stated, const sweep& given,
                                        const render_options& options) {
  sweep_doubts result;
  const auto add = [](std::vector<std::string>& to, const std::vector<std::string>& lines) {
    for (const std::string& line : lines)
      if (std::find(to.begin(), to.end(), line) == to.end()) to.push_back(line);
  };
  add(result.assumptions, reform_notices(book, options.lang));
  for (const auto& decided : given.decided)
    for (const decision& one : decided) {
      const sheet doubts = sheet_writer(book, stated, one, options).write_doubts();
      add(result.assumptions, doubts.assumptions);
      add(result.cautions, doubts.cautions);
    }
  return result;
}

/// The facts that a benefit lacks at some setting, by name.
SLIEKSNIS_INLINE std::vector<std::string> needs_of(const rule_book& book, const sweep& given) {
  std::vector<std::string> result;
  for (const auto& decided : given.decided)
    for (const decision& one : decided)
      for (const need& missing : one.needs)
        if (std::string name = slieksnis::name_of(book, missing);
            std::find(result.begin(), result.end(), name) == result.end())
          result.push_back(std::move(name));
  return result;
}

}  // namespace detail

SLIEKSNIS_INLINE std::string sweep_csv(const rule_book& book, const sweep& given) {
  const std::vector<payment> payments = detail::payments_of(book, given);
  std::string out;
  const auto add = [&](const std::string& cell) {
    out += (out.empty() || out.back() == '\n' ? "" : ",") + cell;
  };
  for (const variation& one : given.varied) add(detail::sweep_name(book, one.definition, one.person));
  for (const sweep_column& one : given.columns) {
    const std::string name = detail::sweep_name(book, one.benefit, one.person);
    add(name + "_outcome");
    if (detail::has_amount(book, one)) add(name + "_amount");
  }
  for (const payment paid : payments) add("benefits_" + std::string(name_of(paid)));
  if (given.income)
    for (const char* name : {"own_income", "total", "marginal_loss"}) add(name);
  out += "\n";
  const auto money = [](const rational& amount) {
    return plain_value(detail::euro_a_month(), value{amount});
  };
  for (const sweep_setting& setting : given.settings) {
    bool begun = false;
    const auto next = [&](const std::string& cell) {
      if (begun) out += ',';
      begun = true;
      out += cell;
    };
    for (std::size_t i = 0; i < given.varied.size(); ++i)
      next(plain_value(book.at(given.varied[i].definition), value{setting.at[i]}));
    for (std::size_t i = 0; i < given.columns.size(); ++i) {
      const sweep_cell& cell = setting.cells[i];
      next(detail::outcome_name(cell));
      if (detail::has_amount(book, given.columns[i]))
        next(cell.amount ? plain_value(book.at(given.columns[i].benefit), value{*cell.amount}) : "");
    }
    for (const payment paid : payments) next(money(detail::paid_in_all(setting, paid)));
    if (given.income) {
      next(money(*setting.own_income));
      next(money(*setting.own_income + setting.benefits));
      next(setting.marginal_loss ? to_string(*setting.marginal_loss) : "");
    }
    out += "\n";
  }
  return out;
}

}  // namespace v0
}  // namespace slieksnis
