// SPDX-License-Identifier: Apache-2.0
/// \file `.test` files: a terminal session with the program, written down.
///
///   # What the session shows.
///   $ slieksnis calc gmi-benefit --facts -
///   < {"household": {"members": 4}}
///   GMI benefit: undetermined, facts are missing
///   ! what it writes to standard error
///   exit 0
///
/// A command may begin with `NAME=value` for the environment and end with `> FILE`, or with `| true` for a
/// reader that leaves. Words may be quoted with ' or ". There is no other shell. A new session is a command
/// and an exit line; SLIEKSNIS_UPDATE=1 writes what comes between. The checksum of the rules is written as
/// RULES-CHECKSUM, its first digits as RULES-CHECK.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace transcript {

struct session {
  std::vector<std::string> comments;  ///< lines before the command, blank ones included
  std::string command;                ///< as written, without `$ `
  std::vector<std::string> input;
};

/// 1 July 2026, noon: on this day every session takes place, as far as the date of calculation goes.
inline constexpr long date_of_calculation = 1'782'907'200;

using environment = std::map<std::string, std::optional<std::string>>;

/// The sessions of a file; what they are expected to print is not read: it is compared as text.
[[nodiscard]] std::vector<session> read(const std::filesystem::path& path);

/// The words of a command after `slieksnis`, quotes removed, and what belongs around it.
struct call {
  std::vector<std::string> words;
  environment surroundings;
  std::string output_to;
  bool reader_leaves = false;
};
[[nodiscard]] call parse(const std::string& command);

/// The text with the checksum of the rules written as above.
[[nodiscard]] std::string without_checksum(std::string text);

/// Runs every session and writes the file as it should be. `more` changes the environment of all of them.
[[nodiscard]] std::string replay(const std::vector<session>& sessions, const environment& more = {});

}  // namespace transcript
