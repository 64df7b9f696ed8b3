// SPDX-License-Identifier: Apache-2.0
// The README's sessions are what the program prints: each ```console block is run and compared as a whole.
#include <gtest/gtest.h>

#include <sstream>

#include "golden.hpp"
#include "process.hpp"
#include "transcript.hpp"

namespace {

std::string output_of(const std::string& command) {
  const auto call = transcript::parse(command);
  process::command what;
  what.words = call.words;
  what.words.insert(what.words.begin(), SLIEKSNIS_CLI_PATH);
  what.environment = {{"LC_ALL", std::nullopt}, {"LC_MESSAGES", std::nullopt}, {"LANG", std::nullopt}};
  what.folder = SLIEKSNIS_SOURCE_DIR;
  const auto done = process::run(what);
  EXPECT_EQ(done.exit_code, 0) << command << '\n' << done.err;
  return done.out;
}

TEST(readme, shows_what_the_program_prints) {
  std::istringstream in(golden::read("README.md"));
  std::string out;
  bool session = false;
  int commands = 0;
  for (std::string line; std::getline(in, line);) {
    if (line == "```console") {
      session = true;
    } else if (session && line == "```") {
      session = false;
    } else if (session) {
      if (!line.starts_with("$ ")) continue;
      out += line + "\n" + output_of(line.substr(2));
      ++commands;
      continue;
    }
    out += line + "\n";
  }
  EXPECT_GE(commands, 5);
  EXPECT_TRUE(golden::compare("README.md", out));
}

TEST(readme, of_the_rules_shows_a_reform_that_is_there) {
  const std::string text = golden::read("rules/README.md");
  const std::string file = golden::read("examples/policy/reforms/raise-gmi-share.json");
  EXPECT_NE(text.find("```json\n" + file + "```\n"), std::string::npos);
  std::istringstream in(text);
  int commands = 0;
  for (std::string line; std::getline(in, line);) {
    const bool of_reforms = line.starts_with("slieksnis ") && (line.find("--reform") != std::string::npos ||
                                                               line.find("--set") != std::string::npos ||
                                                               line.find(" diff ") != std::string::npos);
    if (!of_reforms) continue;
    static_cast<void>(output_of(line.substr(0, line.find("  #"))));
    ++commands;
  }
  EXPECT_EQ(commands, 4);
}

}  // namespace
