// SPDX-License-Identifier: Apache-2.0
/// \file Rows of NDJSON, one object a line, into columns of facts.
#pragma once

#include "fact_rows.hpp"

namespace slieksnis {
inline namespace v0 {

/// The names of all members of the objects at the front of a text, each once with its first place. Lines that
/// are no objects are left for `read_ndjson` to refuse; a last line without end is left out unless `whole`.
[[nodiscard]] std::vector<std::pair<std::string, place>> ndjson_members(const std::string& file,
                                                                        std::string_view text,
                                                                        std::size_t first_line, bool whole);

/// Reads all rows of a block into `into`, for which `begin` was called with it. What is wrong stands in
/// `into`. Members that have no column, since no object at the front of the text has them, are facts or pass
/// through just as well, but are slower.
/// Cost: some tens of nanoseconds a member of a flat object of plain texts and numbers; a microsecond and
/// more for other objects.
void read_ndjson(const row_block& block, fact_rows& into);

/// The text or number of a member, such as the household; empty where the row has no such member.
[[nodiscard]] std::string ndjson_text_of(std::string_view row, std::string_view member);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "read_ndjson.ipp"
#endif
