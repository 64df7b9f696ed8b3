// SPDX-License-Identifier: Apache-2.0
/// \file Rows of CSV into columns of facts.
#pragma once

#include "fact_rows.hpp"

namespace slieksnis {
inline namespace v0 {

/// The header line at the front of a text: its fields, each with its place for errors, and in `next` where
/// the first row begins.
[[nodiscard]] std::vector<std::pair<std::string, place>> csv_header(const std::string& file,
                                                                    std::string_view text, char separator,
                                                                    std::size_t first_line,
                                                                    std::size_t& next);

/// Reads all rows of a block into `into`, for which `begin` was called with it. What is wrong stands in
/// `into`. Cost: some nanoseconds a field that is written plainly.
void read_csv(const row_block& block, fact_rows& into);

/// What a field of a row says, such as its household; empty where the row has no such field.
[[nodiscard]] std::string csv_text_of(std::string_view row, std::size_t column, char separator);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "read_csv.ipp"
#endif
