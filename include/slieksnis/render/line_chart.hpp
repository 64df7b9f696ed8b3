// SPDX-License-Identifier: Apache-2.0
/// \file Charts over a number, as self-contained drawings: lines, and shades where two numbers vary.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "../value/rational.hpp"
#include "../value/words.hpp"

namespace slieksnis {
inline namespace v0 {

/// One line; nothing is drawn where a value is not known.
struct chart_line {
  std::string title;
  std::vector<std::pair<rational, std::optional<rational>>> points;  ///< by rising first number
};

/// Lines that share a scale.
struct chart_panel {
  std::string title;
  std::string unit;
  int places = 2;  ///< of the numbers that are written
  std::vector<chart_line> lines;
};

/// Sentences below a chart.
struct chart_note {
  std::string heading;
  std::vector<std::string> lines;
};

/// Panels one below the other that share the horizontal number.
struct line_chart {
  std::string title;
  std::string subtitle;
  std::string across;  ///< what the horizontal number is, with its unit
  std::vector<chart_panel> panels;
  std::vector<chart_note> notes;
};

/// One value for each pair of numbers, by shades.
struct heat_map {
  std::string title;
  std::string subtitle;
  std::string across;
  std::string up;
  std::string unit;
  std::vector<rational> xs;
  std::vector<rational> ys;
  std::vector<std::optional<rational>> values;  ///< of x and y: `x * ys.size() + y`
  std::vector<chart_note> notes;
};

/// An SVG with a title and a description for those who do not see it. Lines differ by dashes too, so that it
/// reads in print and without colour. Places are whole hundredths of a pixel, computed exactly. A panel
/// without a known value is left out.
[[nodiscard]] std::string line_chart_svg(const line_chart& chart, language lang);
/// The same for shades: at most six classes of equal width between the least and the greatest value, hatched
/// where nothing is known.
[[nodiscard]] std::string heat_map_svg(const heat_map& map, language lang);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "heat_map.ipp"
#include "line_chart.ipp"
#endif
