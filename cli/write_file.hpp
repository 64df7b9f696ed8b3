// SPDX-License-Identifier: Apache-2.0
/// \file Files that the program writes: whole, or not at all.
#pragma once

#include <string>
#include <string_view>

#include "slieksnis/value/words.hpp"

namespace slieksnis::cli {

/// Writes the bytes to the path. Whoever reads the path sees what was there before or all of the new bytes,
/// never a part: they go to a temporary file in the same folder, are flushed to the disk, and then take the
/// path's place. A file that is replaced keeps its permissions; a symbolic link keeps pointing. A device or a
/// pipe is written directly.
///
/// SIGINT, SIGTERM and SIGHUP wait until the temporary file is gone, which is at once when they arrive before
/// the end; standard error then says that nothing was written, and the signal takes its course. Should the
/// program's own handler return from it, this throws as below. Ignored signals stay ignored. Needs SIGXFSZ
/// ignored, as `main` does, to report a limit on the size of files.
///
/// Throws `unusable` with `file.write`, naming the path, the cause and what to do.
void write_file(const std::string& path, std::string_view bytes);

/// The language in which an interruption is told; `main` sets it once.
void tell_interruptions_in(language lang) noexcept;

}  // namespace slieksnis::cli
