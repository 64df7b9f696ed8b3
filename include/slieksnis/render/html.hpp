// SPDX-License-Identifier: Apache-2.0
/// \file An answer as a page for the case file.
#pragma once

#include <string>

#include "answer.hpp"

namespace slieksnis {
inline namespace v0 {

/// One self-contained page: no scripts, nothing loaded, styles for the screen and for paper (A4). Headings,
/// tables with captions and header cells, and words for whatever colour says; sources with their addresses in
/// print. All text is escaped. Each step has its formula in names and in numbers. Well-formed as XML too.
/// Ends with a line break.
[[nodiscard]] std::string render_html(const rule_book& book, const facts& stated, const answer& given,
                                      const render_options& options);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "html.ipp"
#endif
