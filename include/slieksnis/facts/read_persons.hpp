// SPDX-License-Identifier: Apache-2.0
/// \file Who lives in a household, in the words that people use: `2 pieaugušie, bērns 7`.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "facts.hpp"

namespace slieksnis {
inline namespace v0 {

/// Adds the persons of `text` to the case: parts joined by a comma, a semicolon, `un` or `and`, each a kind
/// of person from the rules in any of its forms, with a number of persons before it (`2 pensionāri`), what
/// the kind takes after it, one for each person (`bērni 7 9`, `bērni 7, 9`), and a label in parentheses
/// (`pensionārs (vecmāmiņa)`). A number alone, or of `personas`, adds persons of whom nothing is known.
/// Adds nothing, and all errors, when any part is wrong.
/// \return whether it was read.
[[nodiscard]] bool read_persons(facts& target, std::string_view text, const place& at,
                                std::vector<error>& errors);

/// The kind that a name or a form means in either language; null when none does.
[[nodiscard]] const person_kind* kind_in_words(const rule_book& book, std::string_view name);

/// The kind that the person was described by: the case states all that it sets and takes. Of several the one
/// that states most; null when none fits.
[[nodiscard]] const person_kind* kind_of(const facts& stated, std::size_t person);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "read_persons.ipp"
#endif
