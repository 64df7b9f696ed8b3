// SPDX-License-Identifier: Apache-2.0
#include <utility>

#include "case_options.hpp"
#include "command.hpp"
#include "compare_case.hpp"
#include "reform_options.hpp"

namespace slieksnis::cli {

command compare_command() {
  command result{"compare",
                 {"[PABALSTS…]", "[BENEFIT…]"},
                 {"pirms un pēc reformas", "before and after a reform"},
                 {"", ""},
                 {on_option()},
                 true,
                 {},
                 compare_case};
  for (auto& one : case_options()) result.options.push_back(std::move(one));
  for (auto& one : reform_options()) result.options.push_back(std::move(one));
  result.options.push_back({"--baseline", {"FAILS", "FILE"}, {"x", "x"}, {}, true});
  result.options.push_back({"--explain", {}, {"x", "x"}});
  result.options.push_back(format_option(compare_case_formats()));
  return result;
}

}  // namespace slieksnis::cli
