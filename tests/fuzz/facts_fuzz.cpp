// SPDX-License-Identifier: Apache-2.0
// Any bytes as the facts of a case for the shipped rules, and decisions with what could be read.
#include <cstdint>
#include <cstdlib>
#include <slieksnis/decide/decide.hpp>
#include <slieksnis/facts/load_facts.hpp>
#include <slieksnis/rule/embedded_rules.hpp>
#include <slieksnis/rule/load_rules.hpp>
#include <string>

namespace {

using namespace slieksnis;

void expect(bool holds) {
  if (!holds) std::abort();
}

const rule_book& law() {
  static const rule_book book = [] {
    std::vector<source_pointer> files;
    for (const auto& file : embedded_rule_files())
      files.push_back(std::make_shared<source_text>(std::string(file.path), std::string(file.bytes)));
    return load_rule_book(files);
  }();
  return book;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text =
      std::make_shared<source_text>("case.json", std::string(reinterpret_cast<const char*>(data), size));
  try {
    const case_file read = load_facts(law(), text);
    const date on = read.on.value_or(*parse_date("2026-02-01"));
    std::vector<error> errors;
    check_facts_on(read.stated, on, errors);
    for (const char* benefit : {"gmi_benefit", "housing_benefit", "low_income_household"}) {
      const decision one = decide(law(), on, benefit, read.stated);
      expect(one.amount.has_value() ==
             (one.granted() && law().at(one.benefit).kind == definition_kind::benefit));
      expect(one.outcome != outcome::undetermined || !one.needs.empty() || one.failed);
    }
  } catch (const unusable& wrong) {
    expect(!wrong.errors().empty());
    for (const auto& one : wrong.errors())
      expect(!one.text(language::lv).empty() && !one.text(language::en).empty());
  }
  return 0;
}
