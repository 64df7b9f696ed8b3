// SPDX-License-Identifier: Apache-2.0
/// \file Compares text with a file that holds the expected text, or rewrites that file when asked.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <string_view>

namespace golden {

/// Success when the file holds exactly `actual`; otherwise shows the first line that differs.
/// With SLIEKSNIS_UPDATE=1 in the environment the file is rewritten, and the test still fails once, so an
/// update cannot pass by accident. A missing file is a failure.
///
///   EXPECT_TRUE(golden::compare("tests/errors/amount.expected", printed));
///
/// A relative path starts in the project's folder.
[[nodiscard]] ::testing::AssertionResult compare(const std::filesystem::path& path, std::string_view actual);

/// Whether this run rewrites expectations.
[[nodiscard]] bool updating();

/// The bytes of a file; a relative path starts in the project's folder. Throws std::runtime_error.
[[nodiscard]] std::string read(const std::filesystem::path& path);

}  // namespace golden
