// SPDX-License-Identifier: Apache-2.0
/// \file A case written down as a facts file, so that it can be kept and read again.
#pragma once

#include <optional>
#include <string>

#include "facts.hpp"

namespace slieksnis {
inline namespace v0 {

/// The value for other programs: money with two places, always a point, ids instead of titles.
[[nodiscard]] std::string plain_value(const definition& of, const value& what);

/// The case as a facts file: JSON with the members `on`, `household`, `municipality`, `persons` and `given`
/// in this order and facts in the order of the rule book; English names, money and other decimals as text,
/// whole numbers that are no money as numbers, three months as a list. Ends with a line break.
/// `load_facts` reads it back to equal facts and the same day. A number that no text states exactly, which
/// only `facts::put` can bring in, is written as a fraction and refused there. Bytes of a label that are no
/// UTF-8 become U+FFFD.
[[nodiscard]] std::string write_facts(const facts& stated, std::optional<date> on);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "write_facts.ipp"
#endif
