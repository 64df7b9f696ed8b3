// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <slieksnis/render/wrap.hpp>

#include <sstream>

namespace {

using namespace slieksnis;

TEST(wrap, counts_letters_and_not_bytes_marks_or_colour) {
  EXPECT_EQ(columns_of("mājsaimniecība"), 14U);
  EXPECT_EQ(columns_of("a\u0304b"), 2U);  // a macron of its own
  EXPECT_EQ(columns_of("\x1b[1mpienākas\x1b[0m"), 8U);
  EXPECT_EQ(columns_of("267,50 €…"), 9U);
  EXPECT_EQ(columns_of(""), 0U);
}

TEST(wrap, leaves_what_fits_as_it_is) {
  const std::string text = "Aprēķins par 01.02.2026\n\n  Avoti\n    [1] x  \n";
  EXPECT_EQ(wrapped(text, 23), text);
  EXPECT_EQ(wrapped("bez rindas beigām", 40), "bez rindas beigām");
  EXPECT_EQ(wrapped("", 40), "");
}

TEST(wrap, breaks_between_words_and_hangs_by_four) {
  EXPECT_EQ(wrapped("  [1] Sociālo pakalpojumu un sociālās palīdzības likums\n", 30),
            "  [1] Sociālo pakalpojumu un\n"
            "      sociālās palīdzības\n"
            "      likums\n");
}

TEST(wrap, goes_on_under_the_last_column_of_a_table) {
  EXPECT_EQ(wrapped("  --on DATUMS  novērtējuma diena; ja nav norādīta, šodiena\n", 45),
            "  --on DATUMS  novērtējuma diena; ja nav\n"
            "               norādīta, šodiena\n");
}

TEST(wrap, gives_a_column_without_room_lines_of_its_own) {
  EXPECT_EQ(
      wrapped("    GMI slieksnis          187,00 EUR mēnesī  = lielākais no(166,00; 0,22 × 850,02) [3]\n",
              46),
      "    GMI slieksnis          187,00 EUR mēnesī\n"
      "          = lielākais no(166,00; 0,22 ×\n"
      "          850,02) [3]\n");
}

TEST(wrap, keeps_an_address_whole) {
  EXPECT_EQ(wrapped("  avots <https://likumi.lv/ta/id/319717-garsh> beigas", 24),
            "  avots\n"
            "      <https://likumi.lv/ta/id/319717-garsh>\n"
            "      beigas");
}

TEST(wrap, takes_colour_across_a_break) {
  EXPECT_EQ(wrapped("  \x1b[2mviens divi trīs\x1b[0m četri", 14),
            "  \x1b[2mviens divi\x1b[0m\n"
            "      \x1b[2mtrīs\x1b[0m\n"
            "      četri");
}

TEST(wrap, is_idempotent_and_never_wider_than_its_longest_word) {
  const std::string text =
      "Mājokļa pabalsts: pienākas 267,50 EUR mēnesī\n"
      "    Koeficients pirmajai vai vienīgajai personai    1      noteikts lielums; 01.07.2023–31.12.2026 "
      "[1]\n"
      "    Pieņemts, ka mājsaimniecības īpašums un uzkrājumi nepārsniedz likumā noteiktās robežas.\n";
  for (std::size_t width = 40; width <= 120; ++width) {
    const std::string once = wrapped(text, width);
    std::istringstream lines(once);
    for (std::string line; std::getline(lines, line);) EXPECT_LE(columns_of(line), width) << line;
    EXPECT_EQ(wrapped(once, width), once) << width;
  }
}

TEST(wrap, flows_a_paragraph) {
  EXPECT_EQ(flowed("viens divi\ntrīs četri", 15), "viens divi trīs\nčetri");
  EXPECT_EQ(flowed("", 15), "");
}

}  // namespace
