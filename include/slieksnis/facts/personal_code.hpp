// SPDX-License-Identifier: Apache-2.0
/// \file Latvian personal codes in texts that people type. No fact needs one, so none is kept or shown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "../source/source_text.hpp"

namespace slieksnis {
inline namespace v0 {

/// The places that look like a personal code: `DDMMYY-NNNNN` with a day and a month that exist, or
/// `32NNNN-NNNNN` of those issued since July 2017; also with another dash or blanks round it, and as eleven
/// digits that stand alone. Whether such a code was ever issued cannot be told.
[[nodiscard]] std::vector<span> personal_codes_in(std::string_view text);

/// The text with every digit of them as `*`: `******-*****`. As long as before, so that places stay right.
[[nodiscard]] std::string without_personal_codes(std::string text);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "personal_code.ipp"
#endif
