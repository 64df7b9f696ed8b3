// SPDX-License-Identifier: Apache-2.0
/// \file What the program tells the shell. Scripts rely on these numbers.
#pragma once

#include "slieksnis/source/error.hpp"

namespace slieksnis::cli {

enum class exit_code {
  answered = 0,       ///< a refusal is an answer too
  not_granted = 1,    ///< refused or undetermined, only with `--exit-status`
  wrong_command = 2,  ///< an unknown command, option or argument
  unusable = 3,       ///< rules, facts or rows that cannot be used, failing cases, receipts that differ
  no_access = 4,      ///< something could not be read or written
  interrupted = 130   ///< the user ended an interview without an answer
};

/// The code for errors that ended a command: a wrong command line first, because nothing was tried then.
[[nodiscard]] inline exit_code exit_code_of(const unusable& errors) noexcept {
  exit_code result = exit_code::unusable;
  for (const error& one : errors.errors()) {
    const error_code code = one.code();
    if (code == error_code::command_unknown || code == error_code::command_option ||
        code == error_code::command_argument)
      return exit_code::wrong_command;
    if (code == error_code::file_read || code == error_code::file_write) result = exit_code::no_access;
  }
  return result;
}

}  // namespace slieksnis::cli
