// SPDX-License-Identifier: Apache-2.0
// Any bytes as a rule file: check it, and where it holds, plan and decide everything it defines.
#include <cstdint>
#include <cstdlib>
#include <slieksnis/decide/decide.hpp>
#include <slieksnis/rule/load_rules.hpp>
#include <string>
#include <string_view>

namespace {

using namespace slieksnis;

void expect(bool holds) {
  if (!holds) std::abort();
}

void decide_everything(const rule_book& book) {
  const facts nothing(book);
  for (std::size_t id = 0; id < book.definitions().size(); ++id) {
    const definition& one = book.at(id);
    for (const date on : {one.span().from, one.span().last_day()}) {
      try {
        const plan planned = make_plan(book, on, std::vector{id}, {});
        static_cast<void>(evaluation(planned, nothing));
        if (one.kind == definition_kind::benefit || one.kind == definition_kind::status)
          static_cast<void>(decide(planned, nothing, {id}));
      } catch (const unusable& wrong) {
        expect(!wrong.errors().empty());
      }
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const std::vector<source_pointer> files{std::make_shared<source_text>("t/rule.json", bytes)};
  const auto errors = check_rule_files(files);
  for (const auto& one : errors) {
    expect(one.at().line >= 1 && one.at().column >= 1);
    expect(!one.text(language::lv).empty() && !one.text(language::en).empty());
  }
  try {
    const rule_book book = load_rule_book(files);
    expect(errors.empty());
    const bool towering =
        bytes.find("**") != std::string::npos;  // may take minutes, which says nothing about correctness
    if (!towering) decide_everything(book);
  } catch (const unusable& wrong) {
    expect(wrong.errors().size() == errors.size());
  }
  return 0;
}
