// SPDX-License-Identifier: Apache-2.0
#include "progress.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>

#include "output.hpp"
#include "slieksnis/render/batch_summary.hpp"
#include "slieksnis/render/wrap.hpp"

namespace slieksnis::cli {
namespace {

constexpr std::uint64_t hundred = 100;

/// `45 s`, `3 min 05 s`, `2 h 07 min`.
std::string duration_text(std::uint64_t seconds) {
  const auto two = [](std::uint64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  if (seconds < 60) return std::to_string(seconds) + " s";
  if (seconds < 3600) return std::to_string(seconds / 60) + " min " + two(seconds % 60) + " s";
  return std::to_string(seconds / 3600) + " h " + two(seconds / 60 % 60) + " min";
}

std::string bar(std::uint64_t percent) {
  constexpr std::size_t width = 20;
  const auto full = static_cast<std::size_t>(percent * width / hundred);
  return "[" + std::string(full, '=') + std::string(width - full, ' ') + "] ";
}

std::size_t terminal_columns() {
  winsize window{};
  return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &window) == 0 && window.ws_col > 0 ? window.ws_col : 80;
}

}  // namespace

std::string progress_line(const batch_progress& now, std::optional<std::uint64_t> bytes,
                          std::chrono::milliseconds since, std::size_t columns, language lang) {
  const auto passed = static_cast<std::uint64_t>(std::max<std::int64_t>(since.count(), 1));
  const std::uint64_t rate = now.rows * 1000 / passed;
  std::string rows = words{"rindas: ", "rows: "}.in(lang) + grouped_digits(std::to_string(now.rows), lang);
  rows += words{", sekundē: ", ", a second: "}.in(lang) + grouped_digits(std::to_string(rate), lang);
  if (!bytes || *bytes == 0) return rows.substr(0, columns > 0 ? columns - 1 : 0);
  const std::uint64_t done = std::min(now.bytes, *bytes);
  const std::uint64_t percent = done * hundred / *bytes;
  std::string result = std::to_string(percent) + " %  " + rows;
  if (done > 0) {
    const std::uint64_t left = (*bytes - done) / std::max<std::uint64_t>(done * 1000 / passed, 1);
    result += words{", atlicis: ", ", left: "}.in(lang) + duration_text(left);
  }
  const std::string with_bar = bar(percent) + result;
  if (columns_of(with_bar) < columns) return with_bar;
  while (columns_of(result) >= columns && !result.empty()) {  // what stands last is left out first
    const std::size_t comma = result.rfind(", ");
    result = comma == std::string::npos ? std::string() : result.substr(0, comma);
  }
  return result;
}

progress_display::progress_display(bool shown, std::optional<std::uint64_t> bytes, language lang)
    : shown_(shown), bytes_(bytes), lang_(lang) {
  next_ += std::chrono::milliseconds(250);  // a run that is over by then shows nothing
}

void progress_display::show(const batch_progress& now) {
  if (!shown_) return;
  const auto at = clock::now();
  if (at < next_) return;
  next_ = at + std::chrono::milliseconds(100);
  const auto since = std::chrono::duration_cast<std::chrono::milliseconds>(at - begin_);
  static_cast<void>(write_all(
      STDERR_FILENO, "\r" + progress_line(now, bytes_, since, terminal_columns(), lang_) + "\x1b[K"));
  on_screen_ = true;
}

void progress_display::clear() {
  if (on_screen_) static_cast<void>(write_all(STDERR_FILENO, "\r\x1b[K"));
  on_screen_ = false;
}

}  // namespace slieksnis::cli
