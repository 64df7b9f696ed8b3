// SPDX-License-Identifier: Apache-2.0
// Rows that columns do not hold, one case at a time.
#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "../decide/decide.hpp"
#include "decide_table.hpp"
#include "reason.hpp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// `outcome_of`, and of what is not decided about its value. A text is its place in `texts`.
[[nodiscard]] inline decision decided(const evaluation& values, const planned_value& of,
                                      std::optional<std::size_t> person,
                                      const std::vector<std::string>& texts) {
  decision made = outcome_of(values, of, person);
  if (values.of().book().at(of.definition).is_decided() || made.outcome != outcome::granted) return made;
  const value& what = values.at(of.result, person.value_or(0)).what();
  if (const auto* number = std::get_if<rational>(&what)) made.amount = *number;
  if (const auto* day = std::get_if<date>(&what)) made.amount = rational(day->time_since_epoch().count());
  if (const auto* months = std::get_if<months_duration>(&what)) made.amount = rational(months->months);
  if (const auto* days = std::get_if<days_duration>(&what)) made.amount = rational(days->days);
  if (const auto* text = std::get_if<std::string>(&what))
    made.amount = rational(std::find(texts.begin(), texts.end(), *text) - texts.begin());
  return made;
}

/// Writes the exact answer about one household or person at its place. `code` numbers a reason; `beside` gets
/// an amount that the column does not hold, or nothing where it does.
template <typename Code, typename Beside>
void put_exactly(const result_columns& to, std::size_t place, int decimals, const evaluation& values,
                 const planned_value& of, std::optional<std::size_t> person,
                 const std::vector<std::string>& texts, const Code& code, const Beside& beside) {
  const decision made = decided(values, of, person, texts);
  to.outcomes[place] = made.outcome;
  if (!to.amounts.empty()) {
    const rational amount = made.amount.value_or(rational(0));
    const auto whole = (amount * rational::power(rational(10), decimals)).as_integer();
    to.amounts[place] = whole.value_or(0);
    beside(whole ? std::optional<rational>() : std::optional(amount));
  }
  std::string reason;
  if (made.outcome == outcome::refused) reason = reason_of(values, of, person.value_or(0));
  if (made.outcome == outcome::undetermined && !made.needs.empty()) {
    const std::size_t missing = made.needs.front().definition;
    reason = missing == need::persons ? "persons" : values.of().book().at(missing).name;
  }
  to.reasons[place] = code(reason);
}

class exact_rows {
 public:
  /// By place in `wanted` and row.
  using amounts_beside = std::map<std::pair<std::size_t, std::size_t>, rational>;

  exact_rows(const fact_table& table, date on, const std::vector<std::size_t>& wanted,
             const std::map<std::string, std::uint16_t>& codes, const std::vector<std::string>& texts)
      : table_(table), on_(on), wanted_(wanted), codes_(codes), texts_(texts) {}

  void decide(std::size_t row, std::span<const result_columns> results,
              std::span<const decision_column> columns) {
    const facts stated = table_.household(row);
    const plan& planned = plan_for(stated);
    const evaluation values(planned, stated);
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
      const planned_value& value = planned.values()[*planned.value_of(wanted_[i])];
      const auto put = [&](std::size_t place, std::optional<std::size_t> person) {
        put_exactly(
            results[i], place, columns[i].decimals, values, value, person, texts_,
            [&](const std::string& reason) { return reason.empty() ? std::uint16_t{0} : codes_.at(reason); },
            [&](const std::optional<rational>& other) {
              if (other) others_.emplace(std::pair{i, place}, *other);
            });
      };
      if (table_.book().at(wanted_[i]).of != entity::person) {
        put(row, std::nullopt);
        continue;
      }
      if (!table_.has_persons()) continue;
      const std::size_t first = table_.offsets()[row];
      for (std::size_t person = 0; person < values.persons(); ++person) put(first + person, person);
    }
  }

  [[nodiscard]] const amounts_beside& others() const noexcept { return others_; }

 private:
  /// Plans are kept, since rows state alike.
  const plan& plan_for(const facts& stated) {
    const case_shape shape = shape_of(stated);
    for (const auto& known : plans_)
      if (known->shape() == shape) return *known;
    plans_.push_back(std::make_unique<plan>(make_plan(table_.book(), on_, wanted_, shape)));
    return *plans_.back();
  }

  const fact_table& table_;
  date on_;
  const std::vector<std::size_t>& wanted_;
  const std::map<std::string, std::uint16_t>& codes_;
  const std::vector<std::string>& texts_;
  std::vector<std::unique_ptr<plan>> plans_;
  amounts_beside others_;
};

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis
