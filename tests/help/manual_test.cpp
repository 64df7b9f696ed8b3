// SPDX-License-Identifier: Apache-2.0
// The manual pages in cli/ are what `slieksnis help man` prints, leave nothing out, and show what happens.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <slieksnis/render/wrap.hpp>

#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>
#include <sstream>

#include "golden.hpp"
#include "help.hpp"
#include "program.hpp"
#include "transcript.hpp"

namespace {

namespace fs = std::filesystem;
using namespace slieksnis;
using namespace slieksnis::cli;
using ::testing::HasSubstr;

class manual : public ::testing::TestWithParam<language> {
 protected:
  [[nodiscard]] static std::string file() {
    return GetParam() == language::lv ? "cli/slieksnis.lv.1" : "cli/slieksnis.1";
  }
  [[nodiscard]] static std::string printed() { return help_test::run({"help", "man"}, GetParam()).out; }
};

/// A word as the page writes it.
std::string in_roff(std::string text) {
  for (std::size_t at = 0; (at = text.find('-', at)) != std::string::npos; at += 2) text.insert(at, "\\");
  return text;
}

/// A verbatim line of the page as it is read.
std::string out_of_roff(std::string line) {
  const std::vector<std::pair<std::string, std::string>> escapes = {
      {"\\-", "-"}, {"\\(aq", "'"}, {"\\(ha", "^"}, {"\\(ti", "~"}, {"\\&", ""}, {"\\e", "\\"}};
  for (const auto& [from, to] : escapes)
    for (std::size_t at = 0; (at = line.find(from, at)) != std::string::npos; at += to.size())
      line.replace(at, from.size(), to);
  return line;
}

TEST_P(manual, is_what_the_program_writes) { EXPECT_TRUE(golden::compare(file(), printed())); }

TEST_P(manual, has_every_command_option_code_variable_and_file) {
  const std::string page = golden::read(file());
  const auto has = [&](const std::string& text) { EXPECT_THAT(page, HasSubstr(text)); };
  for (const command& one : all_commands()) {
    has(".SS " + std::string(one.name) + "\n");
    for (const option& known : one.options) has("\n\\fB" + in_roff(std::string(known.name)) + "\\fR");
  }
  for (const option& known : common_options()) has("\n\\fB" + in_roff(std::string(known.name)) + "\\fR");
  const std::regex value(" = ([0-9]+),? +///<");
  const std::string codes = golden::read("cli/exit_code.hpp");
  int count = 0;
  for (std::sregex_iterator it(codes.begin(), codes.end(), value); it != std::sregex_iterator();
       ++it, ++count)
    has("\n\\fB" + (*it)[1].str() + "\\fR\n");
  EXPECT_GE(count, 5);
  for (const char* file : {"rule.json", "cases.json", "sources.json"})
    has("\\fB" + std::string(file) + "\\fR");
}

/// Whatever the program asks the environment for is told.
TEST_P(manual, has_every_variable_that_the_source_reads) {
  const std::string page = golden::read(file());
  const std::regex quoted("\"([A-Z][A-Z_]{2,})\"");
  const std::regex asks("getenv\\(|variable\\(|: \\{\"LC_ALL\"");
  std::set<std::string> names;
  for (const char* folder : {"cli", "include/slieksnis", "src"})
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(SLIEKSNIS_SOURCE_DIR) / folder)) {
      if (entry.path().extension() != ".cpp" && entry.path().extension() != ".ipp") continue;
      std::istringstream lines(golden::read(entry.path()));
      for (std::string line; std::getline(lines, line);) {
        if (!std::regex_search(line, asks)) continue;
        for (std::sregex_iterator it(line.begin(), line.end(), quoted); it != std::sregex_iterator(); ++it)
          names.insert((*it)[1]);
      }
    }
  EXPECT_THAT(names, ::testing::IsSupersetOf({"LC_ALL", "LANG", "NO_COLOR", "COLUMNS", "TERM"}));
  names.insert("TZ");  // read by localtime_r
  for (const std::string& name : names) EXPECT_THAT(page, HasSubstr("\n\\fB" + name + "\\fR\n"));
}

TEST_P(manual, shows_examples_that_print_what_it_says) {
  std::istringstream lines(golden::read(file()));
  std::vector<std::string> shown;  // the command, then what it prints
  int run = 0;
  const auto check = [&] {
    if (shown.empty()) return;
    auto words = transcript::parse(shown.front()).words;
    const auto got = help_test::run(words, GetParam());
    EXPECT_EQ(got.exit_code, 0) << shown.front() << got.err;
    std::string expected;
    for (std::size_t i = 1; i < shown.size(); ++i) expected += shown[i] + "\n";
    constexpr std::size_t width_of_the_page = 70;
    EXPECT_EQ(wrapped(got.out, width_of_the_page), expected) << shown.front();
    ++run;
    shown.clear();
  };
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (line == ".EX" || line == ".EE") {
      if (line == ".EE") check();
      inside = line == ".EX";
    } else if (inside) {
      line = out_of_roff(line);
      const bool goes_on = shown.size() == 1 && shown.front().ends_with(" \\");
      if (goes_on)
        shown.front() = shown.front().substr(0, shown.front().size() - 1) + line.substr(4);
      else if (!shown.empty())
        shown.push_back(line);
      else if (line.starts_with("$ "))
        shown.push_back(line.substr(2));
    }
  }
  EXPECT_GE(run, 4);
}

TEST_P(manual, pleases_mandoc) {
  const std::string mandoc = help_test::find_program("mandoc");
  if (mandoc.empty()) GTEST_SKIP() << "mandoc is not installed";
  process::command what;
  what.words = {mandoc, "-T", "lint", "-W", "warning", file()};
  what.folder = SLIEKSNIS_SOURCE_DIR;
  const auto got = process::run(what);
  EXPECT_EQ(got.exit_code, 0);
  EXPECT_EQ(got.out + got.err, "");
}

INSTANTIATE_TEST_SUITE_P(in, manual, ::testing::Values(language::lv, language::en),
                         [](const auto& lang) { return lang.param == language::lv ? "latvian" : "english"; });

}  // namespace
