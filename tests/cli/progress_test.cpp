// SPDX-License-Identifier: Apache-2.0
// The line that tells how far a run has come.
#include "progress.hpp"

#include <gtest/gtest.h>

#include "slieksnis/render/wrap.hpp"

namespace {

using namespace slieksnis;
using namespace slieksnis::cli;
using std::chrono::milliseconds;

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

}  // namespace
