// SPDX-License-Identifier: Apache-2.0
/// \file An answer for another program.
#pragma once

#include <string>

#include "answer.hpp"

namespace slieksnis {
inline namespace v0 {

/// `{ "on", "decisions": [ { "id", "outcome", "amount", "unit", "needs", "reasons", "trace", … } ] }`,
/// members in a fixed order, numbers as text with a decimal point; `changes`, `bounds` and `holds` of a
/// decision where they were added (decide/outlook.hpp). The schema is rules/answer.schema.json. Ends with a
/// line break.
[[nodiscard]] std::string render_json(const rule_book& book, const facts& stated, const answer& given,
                                      const render_options& options);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "json.ipp"
#endif
