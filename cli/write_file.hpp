// SPDX-License-Identifier: Apache-2.0
/// \file Files that the program writes: whole, or not at all.
#pragma once

#include <string>
#include <string_view>

#include "whole_file.hpp"

namespace slieksnis::cli {

/// Writes the bytes to the path, as a `whole_file`: whoever reads the path sees what was there before or all
/// of the new bytes, never a part. Throws `unusable` with `file.write`, naming the path, the cause and what
/// to do.
void write_file(const std::string& path, std::string_view bytes);

}  // namespace slieksnis::cli
