// SPDX-License-Identifier: Apache-2.0
/// \file A receipt: what was asked, of which facts, and what was answered, so that it can be recomputed.
#pragma once

#include <string>
#include <vector>

#include "answer.hpp"

namespace slieksnis {
inline namespace v0 {

/// `{ "receipt": 1, "program", "rules", "calculated", "language", "wanted": [ … ], "facts": {…}, "answer":
/// {…} }`: `facts` as `write_facts` writes them with the day of assessment, `answer` as `render_json` does.
/// `wanted` are the benefits and statuses that were asked for by name. The schema is
/// rules/schemas/receipt.schema.json. Ends with a line break.
[[nodiscard]] std::string render_receipt(const rule_book& book, const facts& stated, const answer& given,
                                         const std::vector<std::size_t>& wanted,
                                         const render_options& options);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "receipt.ipp"
#endif
