// SPDX-License-Identifier: Apache-2.0
/// \file An answer for a terminal.
#pragma once

#include <string>

#include "answer.hpp"

namespace slieksnis {
inline namespace v0 {

/// Plain text, each decision with its reasons and calculation; ends with a line break.
[[nodiscard]] std::string render_text(const rule_book& book, const facts& stated, const answer& given,
                                      const render_options& options);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "text.ipp"
#endif
