// SPDX-License-Identifier: Apache-2.0
// The table of commands: whatever stands in it has words in both languages, examples that work, and a test.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include "golden.hpp"
#include "help.hpp"
#include "output.hpp"
#include "program.hpp"
#include "transcript.hpp"

namespace {

namespace fs = std::filesystem;
using namespace slieksnis;
using namespace slieksnis::cli;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(table, says_everything_in_both_languages) {
  const auto in_both = [](const words& what, std::string_view where) {
    EXPECT_EQ(what.lv.empty(), what.en.empty()) << where;
  };
  const auto check = [&](const option& one, std::string_view of) {
    const std::string where = std::string(of) + " " + std::string(one.name);
    EXPECT_FALSE(one.help.empty()) << where;
    EXPECT_NE(one.help.lv, one.help.en) << where;
    in_both(one.help, where);
    in_both(one.value, where);
  };
  for (const command& one : all_commands()) {
    EXPECT_FALSE(one.summary.empty()) << one.name;
    EXPECT_NE(one.summary.lv, one.summary.en) << one.name;
    EXPECT_FALSE(one.group.empty()) << one.name << ": commands.cpp puts it into a group";
    in_both(one.summary, one.name);
    in_both(one.more, one.name);
    in_both(one.operands, one.name);
    for (const option& known : one.options) check(known, one.name);
  }
  for (const option& one : common_options()) check(one, "slieksnis");
}

TEST(table, has_two_examples_or_more_for_each_command) {
  for (const command& one : all_commands()) {
    EXPECT_THAT(one.examples, SizeIs(::testing::Ge(2U))) << one.name;
    for (const example& shown : one.examples) {
      EXPECT_NE(shown.what.lv, shown.what.en) << one.name;
      EXPECT_THAT(shown.line.lv, HasSubstr("slieksnis " + std::string(one.name)));
      EXPECT_THAT(shown.line.en, HasSubstr("slieksnis " + std::string(one.name)));
    }
  }
}

/// A folder in which the files that examples name are found, and what they write does no harm.
class scratch {
 public:
  scratch() : path_(fs::temp_directory_path() / ("slieksnis-examples-" + std::to_string(::getpid()))) {
    fs::create_directories(path_);
    for (const char* one : {"examples", "rules"})
      fs::create_directory_symlink(fs::path(SLIEKSNIS_SOURCE_DIR) / one, path_ / one);
  }
  ~scratch() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  scratch(const scratch&) = delete;
  scratch& operator=(const scratch&) = delete;
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

TEST(table, has_examples_that_end_as_they_should) {
  const scratch folder;
  const std::string bash = help_test::find_program("bash");
  ASSERT_FALSE(bash.empty());
  for (const command& one : all_commands()) {
    for (const example& shown : one.examples) {
      for (const language lang : {language::lv, language::en}) {
        const std::string line = shown.line.in(lang);
        if (line.find("man -l") != std::string::npos && help_test::find_program("man").empty()) continue;
        const auto got = help_test::run_in_shell({bash, "-o", "pipefail", "-c"}, line, lang, folder.path());
        EXPECT_EQ(got.exit_code, static_cast<int>(shown.exits)) << line << '\n' << got.err;
        EXPECT_FALSE(got.timed_out) << line;
        EXPECT_THAT(got.err, ::testing::Not(HasSubstr("error["))) << line;
        EXPECT_THAT(got.err, ::testing::Not(HasSubstr("kļūda["))) << line;
      }
    }
  }
}

/// What transcripts and sessions call: options by command, and options with their value.
std::map<std::string, std::set<std::string>> used_in_tests() {
  std::map<std::string, std::set<std::string>> used;
  const auto note = [&](const std::vector<std::string>& words) {
    const auto commands = all_commands();
    const auto command = std::find_if(words.begin(), words.end(), [&](const std::string& word) {
      return std::any_of(commands.begin(), commands.end(), [&](const auto& one) { return one.name == word; });
    });
    auto& options = used[command == words.end() ? "" : *command];
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (!words[i].starts_with("--")) continue;
      const std::size_t equals = words[i].find('=');
      options.insert(words[i].substr(0, equals));
      if (equals == std::string::npos && i + 1 < words.size()) options.insert(words[i] + "=" + words[i + 1]);
      options.insert(words[i]);
    }
  };
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(SLIEKSNIS_SOURCE_DIR) / "tests/cli")) {
    if (entry.path().extension() == ".test") {
      for (const auto& session : transcript::read(entry.path()))
        note(transcript::parse(session.command).words);
    } else if (entry.path().extension() == ".session") {  // typed at a terminal: a line `$ slieksnis …`
      std::istringstream lines(golden::read(entry.path()));
      for (std::string line; std::getline(lines, line);)
        if (line.starts_with("$ ")) note(transcript::parse(line.substr(2)).words);
    }
  }
  return used;
}

TEST(table, has_a_transcript_for_each_option_and_choice) {
  const auto used = used_in_tests();
  std::vector<std::string> missing;
  const auto need = [&](const std::string& command, const std::string& option) {
    const auto found = used.find(command);
    if (found == used.end() || !found->second.contains(option)) missing.push_back(command + " " + option);
  };
  for (const command& one : all_commands()) {
    const std::string name(one.name);
    for (const option& known : one.options) {
      need(name, std::string(known.name));
      for (const auto choice : known.choices)
        if (choice != "text") need(name, std::string(known.name) + "=" + std::string(choice));
    }
    for (const char* common : {"--help", "--lang=lv"}) need(name, common);
  }
  for (const option& known : common_options()) {
    const auto anywhere = [&](const std::string& option) {
      return std::any_of(used.begin(), used.end(),
                         [&](const auto& one) { return one.second.contains(option); });
    };
    if (!anywhere(std::string(known.name))) missing.emplace_back(known.name);
    for (const auto choice : known.choices)
      if (!anywhere(std::string(known.name) + "=" + std::string(choice)))
        missing.push_back(std::string(known.name) + " " + std::string(choice));
  }
  EXPECT_THAT(missing, IsEmpty()) << "each of them needs a line in tests/cli/*.test";
}

TEST(table, lists_each_command_in_the_help_of_the_program) {
  for (const language lang : {language::lv, language::en}) {
    const std::string help = program_help(all_commands(), lang, output(lang).help_width());
    for (const command& one : all_commands()) {
      EXPECT_THAT(help, HasSubstr("\n  " + std::string(one.name) + " ")) << one.name;
      EXPECT_THAT(help, HasSubstr("\n" + one.group.in(lang) + ":\n")) << one.name;
    }
    EXPECT_EQ(help_test::run({"help"}, lang).out, help);
    EXPECT_EQ(help_test::run({"--help"}, lang).out, help);
  }
}

TEST(table, is_told_the_same_by_help_and_by_the_option) {
  for (const language lang : {language::lv, language::en})
    for (const command& one : all_commands()) {
      const std::string name(one.name);
      const auto told = help_test::run({"help", name}, lang);
      EXPECT_EQ(told.exit_code, 0) << name << told.err;
      EXPECT_EQ(told.out, help_test::run({name, "--help"}, lang).out) << name;
    }
}

}  // namespace
