// SPDX-License-Identifier: Apache-2.0
/// \file Text for a terminal of some width: long lines are broken between words and hang where they began.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "../config.hpp"

namespace slieksnis {
inline namespace v0 {

/// Columns that the text takes on a terminal: one for each character, none for combining marks and for the
/// escape sequences that switch colour or weight (SGR).
[[nodiscard]] std::size_t columns_of(std::string_view text) noexcept;

/// Each line that is wider than `width` columns is broken at blanks. It goes on under the beginning of its
/// last column (what follows two blanks or more); where that leaves too little room the last column moves
/// to lines of its own. A line without columns hangs by four. A word wider than the room stays whole, such as
/// an address that is to be opened. Colour is ended before a break and taken up after it.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t width);

/// One paragraph: line breaks count as blanks, and nothing hangs.
[[nodiscard]] std::string flowed(std::string_view paragraph, std::size_t width);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "wrap.ipp"
#endif
