// SPDX-License-Identifier: Apache-2.0
/// \file A checksum of bytes.
#pragma once

#include <string>
#include <string_view>

namespace slieksnis::cli {

/// SHA-256 as `sha256sum` prints it: 64 hexadecimal digits in lower case.
[[nodiscard]] std::string sha256(std::string_view bytes);

}  // namespace slieksnis::cli
