// SPDX-License-Identifier: Apache-2.0
/// \file One household through time in words: what changes and why, month by month, and as a chart.
#pragma once

#include <string>
#include <vector>

#include "../decide/spans.hpp"
#include "answer.hpp"

namespace slieksnis {
inline namespace v0 {

/// The courses of a household's benefits through a period, and what they were asked for.
struct timeline {
  period when;
  std::vector<benefit_course> courses;
  bool wanted_by_name = false;  ///< otherwise everything was tried, and what is never granted is left out
  /// The facts hold from this day only, such as the birth of the youngest person: the period was cut.
  std::optional<date> asked_from;
  std::vector<reform_change> reformed = {};  ///< what the reforms of the rules changed
};

/// What a benefit is on some days.
enum class standing { granted, refused, undetermined, not_in_force, no_information };
[[nodiscard]] standing standing_of(const rule_book& book, const steady_span& span) noexcept;

/// One benefit or status that gets a column of the table and a part of the chart.
struct timeline_column {
  const benefit_course* course = nullptr;
  std::string title;  ///< with the person
  std::string unit;   ///< "EUR a month", "once"; empty for a status
};

/// One change of one benefit.
struct timeline_change {
  date on;
  std::string title;
  std::string before;
  std::string after;
  std::vector<std::string> why;  ///< the most direct cause first, with numbers of sources
  std::size_t more_causes = 0;   ///< left out of the short form
  std::string again;  ///< "44 more times until …": the same cause month after month, in the short form
};

/// Days in a row on which every column stays the same.
struct timeline_row {
  period when;
  std::string label;
  std::vector<std::string> cells;
  std::string total;
};

/// The timeline in words: one place for wording.
struct timeline_sheet {
  std::string heading;
  std::vector<timeline_column> columns;
  bool has_total = false;
  std::string total_title;
  std::vector<timeline_change> changes;
  std::vector<timeline_row> rows;
  std::string signs;  ///< what the signs in the cells mean
  std::vector<std::string> needs;
  std::vector<std::string> assumptions;
  std::vector<std::string> cautions;
  std::vector<std::string> notes;
  std::vector<std::string> sources;
};

/// The words of a timeline. Without `explain`: at most three causes a change, and changes that come month
/// after month for the same cause once. The timeline must outlive the sheet.
[[nodiscard]] timeline_sheet timeline_sheet_of(const rule_book& book, const facts& stated,
                                               const timeline& given, const render_options& options);

/// What the monthly benefits of a timeline add up to on a day, in euro a month.
[[nodiscard]] rational monthly_total(const rule_book& book, const std::vector<benefit_course>& courses,
                                     date day);

/// Whether every monthly benefit of the courses is decided on a day; otherwise the household may get more
/// than the total.
[[nodiscard]] bool total_is_complete(const rule_book& book, const std::vector<benefit_course>& courses,
                                     date day);

/// `07.2023` in Latvian, `2023-07` in English.
[[nodiscard]] std::string format_month(date day, language lang);
/// A whole month or several by their names, other days by dates: `07.2023–12.2023`.
[[nodiscard]] std::string format_months_of(const period& when, language lang);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "timeline.ipp"
#include "timeline_changes.ipp"
#endif
