// SPDX-License-Identifier: Apache-2.0
// The line that tells how far a run has come.
#include "progress.hpp"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <thread>

#include "process.hpp"
#include "slieksnis/render/wrap.hpp"

namespace {

using namespace slieksnis;
using namespace slieksnis::cli;
using std::chrono::milliseconds;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(progress, tells_share_rate_and_time_left) {
  const batch_progress now{45'000'000, 1'234'567};
  EXPECT_EQ(progress_line(now, 100'000'000, milliseconds(2000), 100, language::en),
            "[=========           ] 45 %  rows: 1,234,567, a second: 617,283, left: 2 s");
  EXPECT_EQ(progress_line(now, 100'000'000, milliseconds(2000), 100, language::lv),
            "[=========           ] 45 %  rindas: 1 234 567, sekundē: 617 283, atlicis: 2 s");
}

TEST(progress, tells_longer_times_in_minutes_and_hours) {
  const batch_progress now{1'000'000, 1000};
  EXPECT_EQ(progress_line(now, 186'000'000, milliseconds(1000), 100, language::en),
            "[                    ] 0 %  rows: 1,000, a second: 1,000, left: 3 min 05 s");
  EXPECT_EQ(progress_line(now, 7'624'000'000, milliseconds(1000), 100, language::lv),
            "[                    ] 0 %  rindas: 1 000, sekundē: 1 000, atlicis: 2 h 07 min");
}

TEST(progress, of_a_pipe_has_no_share) {
  EXPECT_EQ(progress_line({45'000'000, 2000}, std::nullopt, milliseconds(500), 100, language::en),
            "rows: 2,000, a second: 4,000");
}

TEST(progress, at_the_very_beginning_and_end) {
  EXPECT_EQ(progress_line({0, 0}, 100, milliseconds(0), 100, language::en),
            "[                    ] 0 %  rows: 0, a second: 0");
  EXPECT_EQ(progress_line({100, 9}, 100, milliseconds(1000), 100, language::en),
            "[====================] 100 %  rows: 9, a second: 9, left: 0 s");
  EXPECT_EQ(progress_line({120, 9}, 100, milliseconds(1000), 100, language::en),  // it grew meanwhile
            "[====================] 100 %  rows: 9, a second: 9, left: 0 s");
}

TEST(progress, is_shorter_than_the_terminal_is_wide) {
  const batch_progress now{45'000'000, 1'234'567};
  for (std::size_t columns = 1; columns < 120; ++columns)
    for (const language lang : {language::lv, language::en})
      for (const std::optional<std::uint64_t> size : {std::optional<std::uint64_t>(100'000'000), {}}) {
        const std::string line = progress_line(now, size, milliseconds(2000), columns, lang);
        EXPECT_LT(columns_of(line), columns) << line;
      }
  EXPECT_EQ(progress_line(now, 100'000'000, milliseconds(2000), 40, language::lv), "45 %  rindas: 1 234 567");
}

/// What a run writes to a terminal while its rows come slowly through a pipe.
std::string on_terminal(std::vector<std::string> words) {
  words.insert(words.begin(),
               {SLIEKSNIS_CLI_PATH, "batch", "-", "--on", "2023-07-01", "--want", "gmi-benefit"});
  std::vector<char*> list;
  for (std::string& word : words) list.push_back(word.data());
  list.push_back(nullptr);
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return {};
  winsize size{40, 100, 0, 0};
  int terminal = -1;
  const pid_t child = ::forkpty(&terminal, nullptr, nullptr, &size);
  if (child == 0) {
    ::setenv("LC_ALL", "C.UTF-8", 1);
    ::dup2(ends[0], 0);
    ::execv(list[0], list.data());
    ::_exit(127);
  }
  ::close(ends[0]);
  std::thread writer([&] {
    std::string rows = "members,income\n";
    for (int i = 0; i < 200'000; ++i) rows += "4,100.00\n";
    for (int part = 0; part < 4; ++part) {
      std::string_view left = rows;
      if (part > 0) left.remove_prefix(rows.find('\n') + 1);
      while (!left.empty()) {
        const ssize_t count = ::write(ends[1], left.data(), left.size());
        if (count <= 0) return;
        left.remove_prefix(static_cast<std::size_t>(count));
      }
      std::this_thread::sleep_for(milliseconds(200));
    }
    ::close(ends[1]);
  });
  std::string written;
  std::array<char, 4096> buffer;
  for (ssize_t count = 0; (count = ::read(terminal, buffer.data(), buffer.size())) > 0;)
    written.append(buffer.data(), static_cast<std::size_t>(count));  // EIO once the program has ended
  ::close(terminal);
  writer.join();
  ::waitpid(child, nullptr, 0);
  return written;
}

TEST(progress, stands_on_a_terminal_until_the_run_ends) {
  const std::string written = on_terminal({"-o", "/dev/null"});
  EXPECT_THAT(written, ::testing::ContainsRegex("\rrows: [0-9,]+, a second: [0-9,]+\x1b"));
  const std::size_t cleared = written.rfind("\r\x1b[K");
  ASSERT_NE(cleared, std::string::npos);
  EXPECT_TRUE(written.substr(cleared + 4).starts_with("Summary for 2023-07-01\r\n  rows: 800,000;"))
      << written;
  EXPECT_THAT(on_terminal({"-o", "/dev/null", "--lang", "lv"}), HasSubstr("\rrindas: "));
}

TEST(progress, does_not_stand_where_nobody_sees_it) {
  const auto got = process::run({.words = {SLIEKSNIS_CLI_PATH, "batch", "-", "--on", "2023-07-01", "--want",
                                           "gmi-benefit", "-o", "/dev/null"},
                                 .input = "members,income\n4,100.00\n"});
  EXPECT_EQ(got.exit_code, 0);
  EXPECT_THAT(got.err, Not(HasSubstr("\x1b")));
  EXPECT_THAT(got.err, Not(HasSubstr("\r")));
}

}  // namespace
