// SPDX-License-Identifier: Apache-2.0
/// \file A case as the one-line command that states it again.
#pragma once

#include <string>
#include <vector>

#include "slieksnis/facts/facts.hpp"

namespace slieksnis::cli {

/// `slieksnis calc BENEFIT --on … --pensioner 1 --income 500.00`, words quoted for a POSIX shell, names in
/// the language. Reading it back states the same case; an empty list of persons, which says nothing, is left
/// out. \param benefits what is asked for; none of them means everything.
[[nodiscard]] std::string case_line(const facts& stated, date on, const std::vector<std::size_t>& benefits,
                                    language lang);

/// The word as a POSIX shell reads it.
[[nodiscard]] std::string shell_quoted(const std::string& word);

}  // namespace slieksnis::cli
