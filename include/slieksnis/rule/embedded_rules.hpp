// SPDX-License-Identifier: Apache-2.0
/// \file The shipped rules as bytes inside the program (target slieksnis::rules).
#pragma once

#include <span>
#include <string_view>

namespace slieksnis {
inline namespace v0 {

struct embedded_file {
  std::string_view path;  ///< such as `rules/gmi/rule.json`
  std::string_view bytes;
  /// Of a rule file, every name it defines, in English and Latvian, parted by blanks; see part_of_rules.hpp.
  std::string_view defines;
  std::string_view decides;  ///< those of them that are benefits and statuses
  std::string_view uses;     ///< of a rule file, the topics it builds on, parted by blanks
};

/// The rule, source and case files of this version, sorted by path.
[[nodiscard]] std::span<const embedded_file> embedded_rule_files() noexcept;

/// Which rules these are: the SHA-256 of the lines `sha256sum` prints for `rules/sources.json` and then every
/// `rules/TOPIC/rule.json` in the order of their bytes, in hexadecimal. Computed when the program is built.
[[nodiscard]] std::string_view embedded_rules_checksum() noexcept;

}  // namespace v0
}  // namespace slieksnis
