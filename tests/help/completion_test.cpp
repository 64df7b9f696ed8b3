// SPDX-License-Identifier: Apache-2.0
// What is offered for an unfinished command line, asked of the program and of each shell with its script.
// completions.txt holds the lines and what they offer.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "golden.hpp"
#include "help.hpp"
#include "program.hpp"

namespace {

using namespace slieksnis;
using namespace slieksnis::cli;

struct asked {
  std::string line;  ///< as typed after `slieksnis `; the last word is unfinished
  language lang;
  std::vector<std::string> words;
};

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts(1);
  bool quoted = false;
  for (const char c : text) {
    if (c == '\'') quoted = !quoted;
    if (c == at && !quoted)
      parts.emplace_back();
    else
      parts.back() += c;
  }
  return parts;
}

/// The lines `lv> calc maj` of the file, in their order.
std::vector<asked> all_asked(const std::string& text) {
  std::vector<asked> result;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with("lv> ") || line.starts_with("en> ")) {
      const std::string typed = line.substr(4, line.size() - 5);  // it ends with a bar, so that a blank shows
      result.push_back({typed, line.starts_with("lv") ? language::lv : language::en, split(typed, ' ')});
    }
  return result;
}

std::string program_offers(const asked& one) {
  std::vector<std::string> words{"__complete"};
  for (std::string word : one.words) {
    std::erase(word, '\'');
    words.push_back(std::move(word));
  }
  return help_test::run(words, one.lang).out;
}

/// The first column of what the program offers.
std::string names_in(const std::string& offered) {
  std::string result;
  std::istringstream lines(offered);
  for (std::string line; std::getline(lines, line);) result += line.substr(0, line.find('\t')) + "\n";
  return result;
}

constexpr const char* file = "tests/help/completions.txt";

TEST(completion, offers_what_is_written_down) {
  std::istringstream lines(golden::read(file));
  std::string written;
  for (std::string line; std::getline(lines, line);) {
    const bool question = line.starts_with("lv> ") || line.starts_with("en> ");
    if (!question && !line.starts_with("#") && !line.empty()) continue;
    written += line + "\n";
    if (question) written += program_offers(all_asked(line).front());
  }
  EXPECT_TRUE(golden::compare(file, written));
}

TEST(completion, offers_every_command_and_option) {
  const auto commands = all_commands();
  const auto offers = [&](const std::vector<std::string>& typed, std::string_view wanted) {
    const std::string offered = "\n" + completions_of(commands, typed);
    EXPECT_NE(offered.find("\n" + std::string(wanted) + "\t"), std::string::npos) << wanted;
  };
  for (const command& one : commands) {
    offers({""}, one.name);
    for (const option& known : one.options) {
      offers({std::string(one.name), "--"}, known.name);
      for (const auto choice : known.choices)
        offers({std::string(one.name), std::string(known.name), ""}, choice);
    }
    for (const option& known : common_options()) offers({std::string(one.name), "--"}, known.name);
  }
}

TEST(completion, offers_nothing_of_rules_that_cannot_be_read) {
  EXPECT_EQ(completions_of(all_commands(), {"--rules", "no-such-folder", "calc", "gmi"}), "");
  EXPECT_EQ(completions_of(all_commands(), {"no-such-command", ""}).substr(0, 5), "calc\t");
  EXPECT_EQ(completions_of(all_commands(), {}).substr(0, 5), "calc\t");
}

TEST(completion, takes_names_from_the_rules_that_are_asked_for) {
  EXPECT_EQ(names_in(completions_of(all_commands(), {"--rules", "tests/cli/rules_of_our_own", "show", ""})),
            names_in(completions_of(all_commands(), {"show", "--rules=tests/cli/rules_of_our_own", ""})));
  EXPECT_NE(names_in(completions_of(all_commands(), {"--rules", "tests/cli/rules_of_our_own", "show", ""})),
            names_in(completions_of(all_commands(), {"show", ""})));
}

TEST(completion, has_scripts_that_are_what_the_program_prints) {
  EXPECT_TRUE(golden::compare("cli/completions/slieksnis.bash", completion_script("bash")));
  EXPECT_TRUE(golden::compare("cli/completions/_slieksnis", completion_script("zsh")));
  EXPECT_TRUE(golden::compare("cli/completions/slieksnis.fish", completion_script("fish")));
  for (const auto shell : completed_shells())
    EXPECT_EQ(help_test::run({"help", "completions", std::string(shell)}, language::lv).out,
              completion_script(shell));
}

/// Asks one shell for every line of the file, in one go for each language.
void expect_from_shell(const std::string& name, std::vector<std::string> shell, const std::string& before,
                       std::string (*ask)(const asked& one)) {
  const std::string program = help_test::find_program(name);
  if (program.empty()) GTEST_SKIP() << name << " is not installed";
  shell.insert(shell.begin(), program);
  const std::string folder = SLIEKSNIS_SOURCE_DIR;
  for (const language lang : {language::lv, language::en}) {
    std::string script = before;
    std::string expected;
    for (const asked& one : all_asked(golden::read(file))) {
      if (one.lang != lang) continue;
      const std::string names = names_in(program_offers(one));
      if (names.starts_with(":files")) continue;  // then the shell offers what it finds
      expected += "> " + one.line + "\n" + names;
      script += ask(one);
    }
    const auto got = help_test::run_in_shell(shell, script + "true\n", lang, folder);
    EXPECT_EQ(got.exit_code, 0) << got.err;
    EXPECT_EQ(got.out, expected) << got.err;
  }
}

std::string in_double_quotes(const std::string& text) { return "\"" + text + "\""; }

/// Bash cuts a word at `=`, and what it gets back is put after the cut.
std::string ask_bash(const asked& one) {
  std::string words = "slieksnis";
  std::string cut;
  for (const std::string& word : one.words) {
    const bool option = word.starts_with("--");
    const std::size_t equals = option ? word.find('=') : std::string::npos;
    cut = equals == std::string::npos ? "" : word.substr(0, equals + 1);
    if (equals == std::string::npos)
      words += " " + in_double_quotes(word);
    else
      words += " " + in_double_quotes(word.substr(0, equals)) + " =" +
               (equals + 1 < word.size() ? " " + in_double_quotes(word.substr(equals + 1)) : "");
  }
  return "echo " + in_double_quotes("> " + one.line) + "; COMP_WORDS=(" + words +
         "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _slieksnis; for one in \"${COMPREPLY[@]}\"; do echo \"" +
         cut + "$one\"; done\n";
}

TEST(completion, works_in_bash) {
  expect_from_shell("bash", {"--norc", "-c"}, "source cli/completions/slieksnis.bash\n", ask_bash);
}

TEST(completion, works_in_fish) {
  expect_from_shell("fish", {"--no-config", "-c"}, "source cli/completions/slieksnis.fish\n",
                    [](const asked& one) {
                      return "echo " + in_double_quotes("> " + one.line) + "; complete -C " +
                             in_double_quotes("slieksnis " + one.line) + " | string replace -r '\\t.*' ''\n";
                    });
}

/// The completion system of zsh needs a terminal; what it is given is seen by a compadd of our own.
TEST(completion, works_in_zsh) {
  expect_from_shell(
      "zsh", {"-f", "-c"},
      "compadd() { local -a all; while [[ $1 != -- ]]; do shift; done; shift; print -l -- \"$@\" }\n"
      "compdef() { }\nsource cli/completions/_slieksnis\n",
      [](const asked& one) {
        std::string words = "slieksnis";
        for (const std::string& word : one.words) words += " " + in_double_quotes(word);
        return "echo " + in_double_quotes("> " + one.line) + "; words=(" + words +
               "); CURRENT=$#words; _slieksnis\n";
      });
}

}  // namespace
