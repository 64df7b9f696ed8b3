// SPDX-License-Identifier: Apache-2.0
/// \file Names as people type them: with or without Latvian marks, hyphens and capitals; and the nearest
/// known ones.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "../config.hpp"
#include "../value/words.hpp"

namespace slieksnis {
inline namespace v0 {

/// Lower case, Latvian letters without marks, hyphens and blanks as underscores: `Mājokļa-pabalsts` is
/// `majokla_pabalsts`. Two names are the same to a user when their folded forms are equal.
[[nodiscard]] std::string folded(std::string_view name);

/// The known names closest to `name`, best first, at most three; empty when none is close enough to suggest.
/// Cost: one edit distance per known name; meant for errors.
[[nodiscard]] std::vector<std::string> nearest(std::string_view name, const std::vector<std::string>& known);

/// "did you mean `a` or `b`?" as a hint; empty words when nothing is near.
[[nodiscard]] words did_you_mean(std::string_view name, const std::vector<std::string>& known);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "nearest.ipp"
#endif
