// SPDX-License-Identifier: Apache-2.0
// Any bytes as the facts of a case for the shipped rules, and decisions with what could be read.
#include <cstdint>
#include <cstdlib>
#include <slieksnis/decide/decide.hpp>
#include <slieksnis/facts/load_facts.hpp>
#include <slieksnis/lv.hpp>
#include <string>

namespace {

using namespace slieksnis;

void expect(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text =
      std::make_shared<source_text>("case.json", std::string(reinterpret_cast<const char*>(data), size));
  try {
    const case_file read = load_facts(lv::law(), text);
    const date on = read.on.value_or(*parse_date("2026-02-01"));
    std::vector<error> errors;
    check_facts_on(read.stated, on, errors);
    for (const char* benefit : {"gmi_benefit", "housing_benefit", "low_income_household"}) {
      const decision one = decide(lv::law(), on, benefit, read.stated);
      expect(one.amount.has_value() ==
             (one.granted() && lv::law().at(one.benefit).kind == definition_kind::benefit));
      expect(one.outcome != outcome::undetermined || !one.needs.empty() || one.failed);
    }
  } catch (const unusable& wrong) {
    expect(!wrong.errors().empty());
    for (const auto& one : wrong.errors())
      expect(!one.text(language::lv).empty() && !one.text(language::en).empty());
  }
  return 0;
}
