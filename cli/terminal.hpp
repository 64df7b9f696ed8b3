// SPDX-License-Identifier: Apache-2.0
/// \file What standard output leads to, and what the answer may therefore look like.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "slieksnis/render/answer.hpp"

namespace slieksnis::cli {

/// What the program finds around it.
struct surroundings {
  bool terminal = false;              ///< standard output is one
  std::optional<std::size_t> window;  ///< its columns, where it tells
  std::optional<std::string> columns = {};
  std::optional<std::string> no_color = {};
  std::optional<std::string> term = {};
};

[[nodiscard]] surroundings look_around();

/// How an answer is shown.
struct display {
  std::size_t width = 0;  ///< zero: lines are left as they are
  bool colour = false;
};

/// `color` is what `--color` asks for: auto, always or never. Lines are broken on a terminal only: at its
/// width, or what COLUMNS says, or 80; never under 40. Colour of itself only on a terminal that can, while
/// NO_COLOR is unset or empty.
[[nodiscard]] display display_for(const surroundings& around, std::string_view color);

/// Bold, green, red, yellow and dim.
[[nodiscard]] text_style terminal_style();
/// Text of any command with its headings in bold: lines at the margin with indented lines below them.
[[nodiscard]] std::string with_bold_headings(std::string_view text);

/// Broken at the width, but for commands to be copied: `slieksnis calc …` on a line of its own stays whole.
[[nodiscard]] std::string broken_for_terminal(std::string_view text, std::size_t width);

}  // namespace slieksnis::cli
