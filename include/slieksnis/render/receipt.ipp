// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

#include "../facts/write_facts.hpp"
#include "json.hpp"
#include "receipt.hpp"

namespace slieksnis {
inline namespace v0 {

SLIEKSNIS_INLINE std::string render_receipt(const rule_book& book, const facts& stated, const answer& given,
                                            const std::vector<std::size_t>& wanted,
                                            const render_options& options) {
  nlohmann::ordered_json head;
  head["receipt"] = 1;
  head["program"] = given.made.program;
  head["rules"] = given.made.rules;
  if (given.made.calculated) head["calculated"] = to_string(*given.made.calculated);
  head["language"] = options.lang == language::lv ? "lv" : "en";
  if (options.explain) head["explain"] = true;
  head["wanted"] = nlohmann::ordered_json::array();
  for (const std::size_t id : wanted) head["wanted"].push_back(book.at(id).name);

  // The parts are put in as they were written: no number passes through another reader.
  std::string out = head.dump(2);
  out.resize(out.size() - 2);  // the line break and the closing bracket
  const auto add = [&](const char* name, const std::string& json) {
    out += std::string(",\n  \"") + name + "\": ";
    for (const char c : json.substr(0, json.size() - 1)) out += c == '\n' ? "\n  " : std::string(1, c);
  };
  add("facts", write_facts(stated, given.on));
  add("answer", render_json(book, stated, given, options));
  return out + "\n}\n";
}

}  // namespace v0
}  // namespace slieksnis
