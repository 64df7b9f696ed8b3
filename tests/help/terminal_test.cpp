// SPDX-License-Identifier: Apache-2.0
// How an answer is shown on what is around the program.
#include <gtest/gtest.h>

#include <slieksnis/render/wrap.hpp>

#include <sstream>

#include "golden.hpp"
#include "program.hpp"
#include "terminal.hpp"

namespace {

using namespace slieksnis::cli;

surroundings terminal_of(std::size_t columns) {
  surroundings result;
  result.terminal = true;
  result.window = columns;
  result.term = "xterm-256color";
  return result;
}

TEST(terminal, breaks_lines_at_its_width_and_never_under_forty) {
  EXPECT_EQ(display_for(terminal_of(100), "auto").width, 100U);
  EXPECT_EQ(display_for(terminal_of(20), "auto").width, 40U);
  surroundings silent = terminal_of(0);
  silent.window.reset();
  EXPECT_EQ(display_for(silent, "auto").width, 80U);
  silent.columns = "60";
  EXPECT_EQ(display_for(silent, "auto").width, 60U);
  for (const char* nonsense : {"", "0", "60x", "-5", "99999999999999999999999"}) {
    silent.columns = nonsense;
    EXPECT_EQ(display_for(silent, "auto").width, 80U) << nonsense;
  }
  surroundings both = terminal_of(100);
  both.columns = "60";
  EXPECT_EQ(display_for(both, "auto").width, 100U);
}

TEST(terminal, leaves_lines_alone_when_it_is_none) {
  surroundings pipe;
  pipe.columns = "60";
  pipe.term = "xterm";
  for (const char* color : {"auto", "always", "never"}) EXPECT_EQ(display_for(pipe, color).width, 0U);
  EXPECT_FALSE(display_for(pipe, "auto").colour);
  EXPECT_TRUE(display_for(pipe, "always").colour);
}

TEST(terminal, shows_colour_unless_it_cannot_or_must_not) {
  EXPECT_TRUE(display_for(terminal_of(80), "auto").colour);
  EXPECT_FALSE(display_for(terminal_of(80), "never").colour);
  surroundings one = terminal_of(80);
  one.no_color = "1";
  EXPECT_FALSE(display_for(one, "auto").colour);
  EXPECT_TRUE(display_for(one, "always").colour);
  one.no_color = "";  // https://no-color.org: an empty value does not count
  EXPECT_TRUE(display_for(one, "auto").colour);
  one.term = "dumb";
  EXPECT_FALSE(display_for(one, "auto").colour);
  one.term.reset();
  EXPECT_FALSE(display_for(one, "auto").colour);
}

TEST(terminal, leaves_commands_whole) {
  const std::string command =
      "  slieksnis calc majokla-pabalsts --on 01.02.2026 --pensionars 1 --ienakumi 500\n";
  EXPECT_EQ(broken_for_terminal("viens divi trīs četri\n" + command, 16),
            "viens divi trīs\n    četri\n" + command);
  EXPECT_EQ(broken_for_terminal("slieksnis show: viena vārda formula", 24),
            "slieksnis show: viena\n    vārda formula");
  EXPECT_EQ(broken_for_terminal("", 24), "");
}

TEST(terminal, makes_headings_bold) {
  EXPECT_EQ(with_bold_headings("Avoti\n  [1] x\n\nviens vārds\n"),
            "\x1b[1mAvoti\x1b[0m\n  [1] x\n\nviens vārds\n");
  EXPECT_EQ(with_bold_headings("Fakti:\n\n  a\n"), "\x1b[1mFakti:\x1b[0m\n\n  a\n");
  EXPECT_EQ(with_bold_headings("\x1b[1mjau\x1b[0m\n  a\n"), "\x1b[1mjau\x1b[0m\n  a\n");
  EXPECT_EQ(with_bold_headings(""), "");
}

std::string without_colour(std::string text) {
  for (std::size_t at = 0; (at = text.find("\x1b[", at)) != std::string::npos;)
    text.erase(at, text.find('m', at) + 1 - at);
  return text;
}

const std::vector<std::string> pensioner{
    "calc", "majokla-pabalsts", "--on", "01.02.2026",         "--pensionars",
    "1",    "--ienakumi",       "500",  "--majokla-izdevumi", "300"};

TEST(terminal, of_sixty_columns_gets_colour_and_whole_words) {
  std::string shown;
  for (const std::vector<std::string>& words :
       {pensioner,
        {"calc", "gmi-pabalsts", "--on", "01.05.2022", "--locekli", "4", "--ienakumi", "400"},
        {"calc", "gmi-pabalsts", "--on", "01.05.2022", "--locekli", "4"},
        {"show", "gmi-share"},
        {"help", "show"},
        {"eval", "gmi_level", "--on", "01.05.2022"}}) {
    shown += "$";
    for (const auto& word : words) shown += " " + word;
    shown += "\n" + help_test::run_on_terminal(words, slieksnis::language::lv, 60);
  }
  for (std::size_t at = 0; (at = shown.find('\x1b', at)) != std::string::npos;) shown.replace(at, 1, "^");
  EXPECT_TRUE(golden::compare("tests/help/terminal_60.txt", shown));
}

TEST(terminal, gets_the_words_of_a_pipe_and_no_line_that_is_too_wide) {
  const std::string piped = help_test::run(pensioner, slieksnis::language::lv).out;
  EXPECT_EQ(piped, without_colour(piped));
  for (const unsigned short columns : std::initializer_list<unsigned short>{40, 60, 80, 100}) {
    const std::string shown =
        without_colour(help_test::run_on_terminal(pensioner, slieksnis::language::lv, columns));
    EXPECT_EQ(shown, slieksnis::wrapped(piped, columns));
    std::istringstream lines(shown);
    for (std::string line; std::getline(lines, line);)
      if (line.find("http") == std::string::npos) {
        EXPECT_LE(slieksnis::columns_of(line), columns) << line;
      }
  }
  EXPECT_EQ(without_colour(help_test::run_on_terminal(pensioner, slieksnis::language::lv, 1000)), piped);
}

TEST(terminal, gets_no_colour_when_told_so) {
  const auto shown = [](const help_test::environment& more, std::vector<std::string> words = pensioner) {
    return help_test::run_on_terminal(words, slieksnis::language::lv, 60, more);
  };
  const std::string coloured = shown({});
  const std::string plain = without_colour(coloured);
  EXPECT_NE(coloured, plain);
  EXPECT_EQ(shown({{"NO_COLOR", "1"}}), plain);
  EXPECT_EQ(shown({{"NO_COLOR", ""}}), coloured);
  EXPECT_EQ(shown({{"TERM", "dumb"}}), plain);
  auto never = pensioner;
  never.insert(never.end(), {"--color", "never"});
  EXPECT_EQ(shown({}, never), plain);
  auto always = pensioner;
  always.insert(always.end(), {"--color", "always"});
  EXPECT_EQ(shown({{"NO_COLOR", "1"}}, always), coloured);
  EXPECT_EQ(without_colour(help_test::run(always, slieksnis::language::lv).out),
            help_test::run(pensioner, slieksnis::language::lv).out);
}

TEST(terminal, gets_what_programs_read_as_it_is) {
  auto json = pensioner;
  json.insert(json.end(), {"--format", "json"});
  EXPECT_EQ(help_test::run_on_terminal(json, slieksnis::language::lv, 60),
            help_test::run(json, slieksnis::language::lv).out);
  EXPECT_EQ(help_test::run_on_terminal({"help", "completions", "bash"}, slieksnis::language::lv, 60),
            help_test::run({"help", "completions", "bash"}, slieksnis::language::lv).out);
}

}  // namespace
