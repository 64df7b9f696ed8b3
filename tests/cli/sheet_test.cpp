// SPDX-License-Identifier: Apache-2.0
// Sheets for the case file, whole, as goldens; and that the day of calculation can be pinned.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "golden.hpp"
#include "process.hpp"
#include "transcript.hpp"

namespace {

using ::testing::HasSubstr;
using ::testing::Not;

process::result calc(std::vector<std::string> words, const std::string& epoch) {
  words.insert(words.begin(), {SLIEKSNIS_CLI_PATH, "calc"});
  return process::run({.words = std::move(words),
                       .environment = {{"SOURCE_DATE_EPOCH", epoch}, {"TZ", "Pacific/Kiritimati"}},
                       .folder = SLIEKSNIS_SOURCE_DIR});
}

void expect_golden(const std::string& name, std::vector<std::string> words) {
  for (const std::string lang : {"lv", "en"})
    for (const std::string format : {"html", "md", "text"}) {
      auto all = words;
      all.insert(all.end(), {"--lang", lang, "--format", format});
      if (format == "text") all.emplace_back("--explain");
      const auto got = calc(all, std::to_string(transcript::date_of_calculation));
      EXPECT_EQ(got.exit_code, 0) << got.err;
      const std::string file =
          "tests/cli/sheets/" + name + "." + lang + (format == "text" ? ".txt" : "." + format);
      EXPECT_TRUE(golden::compare(file, transcript::without_checksum(got.out)));
    }
}

TEST(sheets, of_a_lone_pensioner) {
  expect_golden("pensioner", {"housing-benefit", "--on", "2026-02-01", "--pensioner", "1", "--income",
                              "490/500/510", "--housing-costs", "300"});
}

TEST(sheets, of_a_refusal_and_an_open_question) {
  expect_golden("refused-and-open",
                {"gmi-benefit", "housing-benefit", "--on", "2025-03-01", "--person", "kind=adult label=māte",
                 "--child", "7", "--income", "400", "--set", "gmi_share=0.25"});
}

TEST(sheets, of_a_family) {
  for (const std::string lang : {"lv", "en"}) {
    const auto got = calc({"--facts", "examples/cases/01-disabled-child-grandmother-student.json", "--format",
                           "html", "--lang", lang},
                          std::to_string(transcript::date_of_calculation));
    EXPECT_TRUE(
        golden::compare("tests/cli/sheets/family." + lang + ".html", transcript::without_checksum(got.out)));
  }
}

TEST(sheets, tell_the_day_of_calculation_that_the_environment_pins) {
  const std::vector<std::string> words{"gmi-benefit", "--on", "2025-03-01", "--members", "1",
                                       "--format",    "md",   "--lang",     "en"};
  EXPECT_THAT(calc(words, "0").out, HasSubstr("Date of calculation: 1970-01-01\n"));
  EXPECT_THAT(calc(words, "1782863999").out, HasSubstr("Date of calculation: 2026-06-30\n"));
  EXPECT_THAT(calc(words, "1782864000").out, HasSubstr("Date of calculation: 2026-07-01\n"));
  // What is no number of seconds is as if it were not there; the day of assessment never depends on it.
  for (const char* other : {"", "-5", "1782864000.5", "today", "99999999999999999999"}) {
    const auto got = calc(words, other);
    EXPECT_EQ(got.exit_code, 0) << other;
    EXPECT_THAT(got.out, Not(HasSubstr("1970"))) << other;
    EXPECT_THAT(got.out, HasSubstr("Date of calculation: 2"));
  }
  EXPECT_THAT(calc({"gmi-benefit", "--members", "1", "--lang", "en"}, "0").out + "x", Not(HasSubstr("1970")));
}

}  // namespace
