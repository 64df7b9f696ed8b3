// SPDX-License-Identifier: Apache-2.0
// From words to an answer: parse, dispatch, turn errors into exit codes.
#include <csignal>
#include <exception>

#include "help.hpp"
#include "load_rules.hpp"
#include "output.hpp"
#include "slieksnis/config.hpp"
#include "slieksnis/facts/personal_code.hpp"
#include "write_file.hpp"

namespace slieksnis::cli {
namespace {

exit_code run(const std::vector<std::string>& arguments, output& out) {
  const auto commands = all_commands();
  if (!arguments.empty() && arguments.front() == "__complete") {
    out.print(completions_of(commands, {arguments.begin() + 1, arguments.end()}));
    return exit_code::answered;
  }
  command_line line = read_command_line(commands, arguments);
  const auto path = line.value("--output");
  if (path) out.into(*path);
  surroundings around = look_around();
  if (path && *path != "-") around.terminal = false;
  const display how = display_for(around, line.value("--color").value_or("auto"));
  line.colour = how.colour;
  out.show(how, line.value("--format").value_or("text") == "text");
  if (line.has("--version")) {
    out.print("slieksnis " SLIEKSNIS_VERSION + words{", noteikumi ", ", rules "}.in(line.lang) +
              rules_checksum(line).substr(0, 12) + "\n");
    return exit_code::answered;
  }
  if (line.has("--help")) {
    out.print(line.chosen == nullptr ? program_help(commands, line.lang, out.help_width())
                                     : command_help(*line.chosen, line, out.help_width()));
    return exit_code::answered;
  }
  if (line.chosen == nullptr) {
    out.complain(program_help(commands, line.lang, out.help_width()));
    return exit_code::wrong_command;
  }
  return line.chosen->run(line, out);
}

int run_main(const std::vector<std::string>& words) {
  std::signal(SIGPIPE, SIG_IGN);  // a reader that goes away is an error of writing, not a signal
  std::signal(SIGXFSZ, SIG_IGN);  // and so is a file that may grow no more
  const language lang = language_of(words);
  tell_interruptions_in(lang);
  output out(lang);
  exit_code code = exit_code::answered;
  try {
    code = run(words, out);
  } catch (const unusable& errors) {
    const std::string told = errors.text(lang);
    out.complain(told);
    if (!personal_codes_in(told).empty()) out.complain(personal_code_note("").in(lang));
    return static_cast<int>(exit_code_of(errors));
  } catch (const std::exception& failure) {
    out.complain(std::string("slieksnis: ") + failure.what() + "\n");
    return static_cast<int>(exit_code::unusable);
  }
  return static_cast<int>(out.finish(code));
}

}  // namespace
}  // namespace slieksnis::cli

int main(int count, char** words) {
  return slieksnis::cli::run_main({words + (count > 0 ? 1 : 0), words + count});
}
