// SPDX-License-Identifier: Apache-2.0
/// \file Everything about one name of the rules: what it is, its formulas or figures over time, and their
/// sources.
#pragma once

#include <optional>
#include <string>

#include "listing.hpp"

namespace slieksnis {
inline namespace v0 {

/// With a day: also the value on that day, where it depends on the date only, and which version holds.
[[nodiscard]] std::string show_text(const rule_book& book, std::size_t id, std::optional<date> on,
                                    language lang);
[[nodiscard]] std::string show_json(const rule_book& book, std::size_t id, std::optional<date> on,
                                    language lang);

}  // namespace v0
}  // namespace slieksnis

#ifndef SLIEKSNIS_COMPILED
#include "show.ipp"
#endif
