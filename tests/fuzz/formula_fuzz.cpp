// SPDX-License-Identifier: Apache-2.0
// Any bytes as a formula: read, check, plan and evaluate it, in the strict and the compatible mode.
#include <cstdint>
#include <cstdlib>
#include <slieksnis/decide/exact.hpp>
#include <slieksnis/decide/make_plan.hpp>
#include <slieksnis/formula/parser.hpp>
#include <string_view>

#include "../unit/support/household_book.hpp"

namespace {

using namespace slieksnis;

void expect(bool holds) {
  if (!holds) std::abort();
}

facts stated() {
  facts result(household_book::book());
  result.set("income", "300.50").set("n", "3").set("region", "north");
  result.set_person(result.add_person(), "age", "40");
  result.set_person(result.add_person(), "child", "yes");
  return result;
}

void evaluate_both(std::string_view text) {
  static const facts some = stated();
  static const facts nothing(household_book::book());
  const date on = *parse_date("2025-06-15");
  for (const bool compatible : {false, true}) {
    for (const facts* of : {&some, &nothing}) {
      struct formula parsed;
      parsed.source.text = std::string(text);
      std::vector<formula_problem> problems;
      parsed.tree = parse_formula(text, problems);
      try {
        const plan planned = plan_formula(of->book(), on, parsed, shape_of(*of), compatible);
        const evaluation values(planned, *of);
        const evaluated& result = values.at(planned.formula()->result);
        expect(!compatible || result.state() != knowledge::failed);
        if (result.known()) expect(is_utf8(to_string(result.what())) || !is_utf8(text));
      } catch (const unusable& wrong) {
        expect(!compatible && !wrong.errors().empty());
      }
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::vector<formula_problem> problems;
  const auto tree = parse_formula(text, problems);
  expect((tree != nullptr) == problems.empty());
  for (const auto& one : problems) expect(one.where.begin <= one.where.end && one.where.end <= size);
  static_cast<void>(parse_unary_tests(text, "n", problems));
  // A power of a power of a power may take minutes, which says nothing about correctness.
  const std::size_t power = text.find("**");
  const bool towering =
      power != std::string_view::npos && text.find("**", power + 2) != std::string_view::npos;
  if (tree && !towering) evaluate_both(text);
  return 0;
}
