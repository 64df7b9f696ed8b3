// SPDX-License-Identifier: Apache-2.0
/// \file Names as people type them: with or without Latvian marks, hyphens and capitals; and the nearest
/// known ones.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "../config.hpp"
#include "../value/words.hpp"

namespace slieksnis {
inline namespace v0 {

/// Lower case, Latvian letters without marks, hyphens and blanks as underscores: `Mājokļa-pabalsts` is
/// `majokla_pabalsts`. Two names are the same to a user when their folded forms are equal. Marks that stand
/// as characters of their own, as some systems write them, are left out too.
[[nodiscard]] std::string folded(std::string_view name);

/// The known names closest to `name`, best first, at most three; empty when none is close enough to suggest.
/// Cost: one edit distance per known name; meant for errors.
[[nodiscard]] std::vector<std::string> nearest(std::string_view name, const std::vector<std::string>& known);

/// "did you mean `a` or `b`?" as a hint; empty words when nothing is near.
[[nodiscard]] words did_you_mean(std::string_view name, const std::vector<std::string>& known);

/// "a, b or c".
[[nodiscard]] words either(const std::vector<std::string>& names);

/// A name and what it means; several names may mean the same.
struct known_name {
  std::string name;
  std::size_t meaning = 0;
};

/// Whether the folded `brief` is short for the folded `name`: its words begin the words of the name, in their
/// order, and words at the end may be left out: `majokla_izd` or `maj_izd` for `majokla_izdevumi`. It needs
/// three letters.
[[nodiscard]] bool is_short_for(std::string_view brief, std::string_view name) noexcept;

/// What `brief` can be short for, one name a meaning: the first that fits. Names that it shortens word by
/// word go before those with words left out. More than one meaning is for the caller to refuse.
/// Cost: one pass over the names.
[[nodiscard]] std::vector<known_name> short_for(std::string_view brief, const std::vector<known_name>& known);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "nearest.ipp"
#endif
