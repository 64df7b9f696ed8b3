// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <vector>

#include "change_days.hpp"
#include "trial.ipp"

namespace slieksnis {
inline namespace v0 {

namespace detail {

/// Days that surely have the same answer, from one to the next on which it may differ.
struct answer_span {
  period when;
  decision what;
};

[[nodiscard]] inline bool same_answer(const decision& a, const decision& b) {
  return a.outcome == b.outcome && a.amount == b.amount;
}

/// From this day on; nothing on a day without rules.
[[nodiscard]] SLIEKSNIS_INLINE std::optional<answer_span> span_from(trial& again, const facts& stated,
                                                                    date day) {
  const date end = again.last_day_of_rules() + std::chrono::days{1};
  if (day >= end) return std::nullopt;
  auto what = again.decide(stated, day);
  if (!what) return std::nullopt;
  const auto next = again.next_change(*what);
  return answer_span{{day, std::min(next.value_or(end), end)}, std::move(*what)};
}

/// The first day that the case may be asked for: nothing that has happened lies after it.
[[nodiscard]] SLIEKSNIS_INLINE date first_day_of(const facts& stated) {
  date result = first_date;
  const auto look = [&](const stated_values& values) {
    for (const auto& [id, one] : values)
      if (const auto* day = std::get_if<date>(&one.what); day != nullptr && stated.book().at(id).not_after_on)
        result = std::max(result, *day);
  };
  look(stated.common());
  look(stated.overrides());
  if (stated.persons())
    for (const stated_values& person : *stated.persons()) look(person);
  return result;
}

/// The spans of the year before a day, in order. Days without rules are left out.
[[nodiscard]] SLIEKSNIS_INLINE std::vector<answer_span> spans_before(trial& again, const facts& stated,
                                                                     date day) {
  std::vector<answer_span> result;
  date at = std::max({add(day, months_duration{-12}), first_day_of(stated), again.first_day_of_rules()});
  while (at < day) {
    auto span = span_from(again, stated, at);
    if (!span) {  // on to the next month: rules begin with one
      const std::chrono::year_month_day calendar{at};
      at = date{(calendar.year() / calendar.month() + std::chrono::months{1}) / 1};
      continue;
    }
    span->when.to = std::min(span->when.to, day);
    at = span->when.to;
    result.push_back(std::move(*span));
  }
  return result;
}

}  // namespace detail

}  // namespace v0
}  // namespace slieksnis
