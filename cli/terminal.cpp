// SPDX-License-Identifier: Apache-2.0
#include "terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "slieksnis/render/wrap.hpp"

namespace slieksnis::cli {
namespace {

std::optional<std::string> variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

std::optional<std::size_t> count_in(const std::string& text) {
  std::size_t count = 0;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, count);
  return read.ec == std::errc() && read.ptr == end && count > 0 ? std::optional(count) : std::nullopt;
}

}  // namespace

surroundings look_around() {
  surroundings result;
  result.terminal = ::isatty(STDOUT_FILENO) != 0;
  if (winsize window{};
      result.terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &window) == 0 && window.ws_col > 0)
    result.window = window.ws_col;
  result.columns = variable("COLUMNS");
  result.no_color = variable("NO_COLOR");
  result.term = variable("TERM");
  return result;
}

display display_for(const surroundings& around, std::string_view color) {
  constexpr std::size_t narrowest = 40;
  constexpr std::size_t usual = 80;
  display result;
  if (around.terminal) {
    const auto told = around.columns ? count_in(*around.columns) : std::nullopt;
    result.width = std::max(narrowest, around.window ? *around.window : told.value_or(usual));
  }
  const bool wanted = around.no_color.value_or("").empty() && around.term.value_or("dumb") != "dumb";
  result.colour = color == "always" || (color != "never" && around.terminal && wanted);
  return result;
}

text_style terminal_style() { return {"\x1b[1m", "\x1b[32m", "\x1b[31m", "\x1b[33m", "\x1b[2m", "\x1b[0m"}; }

std::string with_bold_headings(std::string_view text) {
  const text_style style = terminal_style();
  std::string result;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string line(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    const bool above = text.starts_with("  ") || text.starts_with("\n  ");
    const bool heading =
        above && !line.empty() && line.front() != ' ' && line.find('\x1b') == std::string::npos;
    result += heading ? style.mark(style.heading, line) : line;
    result += '\n';
  }
  return result;
}

std::string broken_for_terminal(std::string_view text, std::size_t width) {
  constexpr std::string_view program = "slieksnis ";
  std::string result;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    const std::string_view line = text.substr(0, end);
    const std::size_t start = std::min(line.find_first_not_of(' '), line.size());
    const std::string_view rest = line.substr(start);
    const bool title = rest.substr(0, rest.find(' ', program.size())).ends_with(':');  // "slieksnis show: …"
    result += rest.starts_with(program) && !title ? std::string(line) : wrapped(line, width);
    text.remove_prefix(end);
  }
  return result;
}

}  // namespace slieksnis::cli
