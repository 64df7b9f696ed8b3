// SPDX-License-Identifier: Apache-2.0
// Each row as it came, with what the household gets in one scenario or two behind it.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "csv_fields.hpp"
#include "study_units.ipp"
#include "write_rows.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// `housing_benefit`, `total_month`, `shortfall`: the front of a measure's columns.
[[nodiscard]] inline std::string column_name(const rule_book& book, const study_measure& of) {
  switch (of.quantity) {
    case study_quantity::benefit:
      return book.at(of.definition).name;
    case study_quantity::total:
      return "total_" + std::string(name_of(of.paid));
    case study_quantity::shortfall:
      break;
  }
  return "shortfall";
}

class study_row_writer {
 public:
  study_row_writer(const rule_book& book, const study_plan& plan, const batch_input& input, bool compares)
      : book_(book), plan_(plan), input_(input), compares_(compares) {
    for (const study_measure& one : plan.measures) {
      const std::string name = column_name(book, one);
      if (!compares) {
        names_.push_back(name);
        continue;
      }
      names_.push_back(name + "_before");
      names_.push_back(name + "_after");
      if (one.has_amount) names_.push_back(name + "_change");
    }
  }

  [[nodiscard]] std::string header() const {
    if (input_.columns.syntax == row_syntax::ndjson) return {};
    std::string result = input_.header;
    for (const std::string& name : names_) {
      result += input_.columns.separator;
      append_csv(result, name, input_.columns.separator);
    }
    return result.append(input_.style.line_end);
  }

  /// `units`: one for each scenario that is written.
  std::string_view write(const fact_rows& rows, const household_rows& households,
                         const std::vector<const study_units*>& units, const std::vector<int>& decimals,
                         char mark) {
    mark_ = mark;
    out_.clear();
    std::size_t household = 0;
    for (std::size_t row = 0; row < rows.size(); ++row) {
      while (row >= households.offsets()[household + 1]) ++household;
      const bool first = households.offsets()[household] == row;
      const bool json = input_.columns.syntax == row_syntax::ndjson;
      std::string_view came = rows.text(row);
      if (json && !rows.is_bad(row)) came = came.substr(0, came.rfind('}'));
      out_ += came;
      if (!json || !rows.is_bad(row)) {
        no_member_yet_ = json && came.find_last_not_of(" \t") != std::string_view::npos &&
                         came[came.find_last_not_of(" \t")] == '{';
        name_ = 0;
        for (std::size_t m = 0; m < plan_.measures.size(); ++m) {
          const bool of_person = plan_.of_persons(book_, m);
          const std::size_t at = of_person ? row : household;
          measure(m, at, units, decimals[m], !rows.is_bad(row) && (first || of_person));
        }
        if (json) out_ += '}';
      }
      const row_place& place = rows.rows[row];
      out_ += place.next > place.end ? rows.text().substr(place.end, place.next - place.end)
                                     : input_.style.line_end;
    }
    return out_;
  }

 private:
  void measure(std::size_t index, std::size_t at, const std::vector<const study_units*>& units, int decimals,
               bool told) {
    const bool has_amount = plan_.measures[index].has_amount;
    bool known = told;
    for (const study_units* one : units) {
      const unit_values& values = one->of(index);
      const bool decided = told && values.outcomes[at] != outcome::undetermined;
      known = known && decided;
      if (!decided)
        cell({});
      else
        cell(has_amount ? text(values.exactly(at, decimals), decimals)
                        : std::string(name_of(values.outcomes[at])));
    }
    if (!compares_ || !has_amount) return;
    cell(known ? text(units[1]->of(index).exactly(at, decimals) - units[0]->of(index).exactly(at, decimals),
                      decimals)
               : std::string());
  }

  /// With the decimals of the measure where the number has no more.
  [[nodiscard]] std::string text(const rational& amount, int decimals) const {
    std::string result = to_string(amount);
    if (amount.as_decimal()) {
      std::size_t point = result.find('.');
      if (point == std::string::npos && decimals > 0) {
        point = result.size();
        result += '.';
      }
      if (decimals > 0)
        while (result.size() < point + 1 + static_cast<std::size_t>(decimals)) result += '0';
    }
    std::replace(result.begin(), result.end(), '.', mark_);
    return result;
  }

  void cell(const std::string& says) {
    const std::string& name = names_[name_++];
    if (input_.columns.syntax == row_syntax::csv) {
      out_ += input_.columns.separator;
      append_csv(out_, says, input_.columns.separator);
      return;
    }
    if (!no_member_yet_) out_ += ',';
    no_member_yet_ = false;
    append_json(out_, name);
    out_ += ':';
    if (says.empty())
      out_ += "null";
    else
      append_json(out_, says);
  }

  const rule_book& book_;
  const study_plan& plan_;
  const batch_input& input_;
  bool compares_;
  std::vector<std::string> names_;
  std::string out_;
  char mark_ = '.';
  std::size_t name_ = 0;
  bool no_member_yet_ = false;
};

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis
