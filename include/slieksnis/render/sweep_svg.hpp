// SPDX-License-Identifier: Apache-2.0
/// \file A sweep as a drawing: the budget line, amounts over a parameter, or two numbers at once.
#pragma once

#include <string>

#include "../decide/sweep.hpp"
#include "answer.hpp"

namespace slieksnis {
inline namespace v0 {

/// A self-contained SVG (see line_chart.hpp). One variation: own income, benefits and both together where
/// income is varied, with what is lost of each euro below; else each benefit over the number. Two: a line for
/// each number of the variation that takes few; shades where both take many.
[[nodiscard]] std::string sweep_svg(const rule_book& book, const facts& stated, const sweep& given,
                                    const render_options& options);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "sweep_svg.ipp"
#endif
