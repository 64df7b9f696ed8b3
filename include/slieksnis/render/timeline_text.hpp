// SPDX-License-Identifier: Apache-2.0
/// \file A timeline for a terminal, as Markdown, JSON and CSV.
#pragma once

#include <string>

#include "timeline.hpp"

namespace slieksnis {
inline namespace v0 {

/// What the chart in a terminal is drawn with.
enum class chart_signs { blocks, ascii };

/// The changes with their causes, the amounts month by month, and a chart with one sign a month: what is in
/// force on the first of its days.
[[nodiscard]] std::string timeline_text(const rule_book& book, const facts& stated, const timeline& given,
                                        const render_options& options, chart_signs signs);
[[nodiscard]] std::string timeline_markdown(const rule_book& book, const facts& stated, const timeline& given,
                                            const render_options& options);
/// Every span of every course with its causes; see rules/schemas/timeline.schema.json.
[[nodiscard]] std::string timeline_json(const rule_book& book, const facts& stated, const timeline& given,
                                        const render_options& options);
/// One line for each span: from, to, benefit, person, outcome, amount, unit, paid.
[[nodiscard]] std::string timeline_csv(const rule_book& book, const facts& stated, const timeline& given);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "timeline_chart.ipp"
#include "timeline_json.ipp"
#include "timeline_markdown.ipp"
#include "timeline_text.ipp"
#endif
