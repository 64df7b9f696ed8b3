// SPDX-License-Identifier: Apache-2.0
/// \file A timeline as a drawing: a page of step charts that share their months.
#pragma once

#include <string>

#include "timeline.hpp"

namespace slieksnis {
inline namespace v0 {

/// A self-contained SVG with a title and a description for those who do not see it. One chart for each column
/// of the timeline, and one for what they add up to; exact days, amounts written at the steps. It reads in
/// print and without colour. Numbers in it are whole hundredths of a pixel, computed without rounding of
/// amounts.
[[nodiscard]] std::string timeline_svg(const rule_book& book, const facts& stated, const timeline& given,
                                       const render_options& options);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "timeline_svg.ipp"
#include "timeline_svg_panel.ipp"
#endif
