// SPDX-License-Identifier: Apache-2.0
/// \file An answer for a letter or a case file.
#pragma once

#include <string>

#include "answer.hpp"

namespace slieksnis {
inline namespace v0 {

/// CommonMark with tables; ends with a line break.
[[nodiscard]] std::string render_markdown(const rule_book& book, const facts& stated, const answer& given,
                                          const render_options& options);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "markdown.ipp"
#endif
